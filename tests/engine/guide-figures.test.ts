import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../support/engine';
import { fourDesignsMarkdown } from '../unit/docs/four-designs';
import { fourDesigns, readDocument } from '../unit/docs/generated';
import { markedPart } from '../unit/docs/markdown';

let test: TestEngine;
beforeAll(async () => {
  test = await startTestEngine();
  await test.client.call('project.openDemonstration', { fresh: true });
});
afterAll(() => test.close());

it('the guide quotes one indicator under four designs as the demonstration gives it', async () => {
  // Where this fails: npx tsx tests/unit/docs/write-parts.ts
  expect(markedPart(readDocument(fourDesigns.path), fourDesigns.name)).toBe(
    await fourDesignsMarkdown(test.client),
  );
});
