import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../support/engine';
import { mutatedFile, readDamaged } from './mutations';

const longestMs = 5000;

describe('files with damage anywhere', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Daño', fileId: null });
  });
  afterAll(() => test.close());

  it('give a table that holds together, or an error with a name, within bounded time', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedFile, async (bytes) => {
        const start = performance.now();
        await readDamaged(test, bytes);
        expect(performance.now() - start).toBeLessThan(longestMs);
      }),
      { numRuns: 150, seed: 20240301 },
    );
  });
});
