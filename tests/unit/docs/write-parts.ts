import { startTestEngine } from '../../support/engine';
import { fourDesignsMarkdown } from './four-designs';
import { fourDesigns, generatedParts, writePart } from './generated';

/** `npx tsx tests/unit/docs/write-parts.ts`: writes the generated parts of guide and statement of methods anew. */
async function writeParts(): Promise<void> {
  for (const { path, name, make } of generatedParts) writePart(path, name, make());
  const test = await startTestEngine();
  try {
    await test.client.call('project.openDemonstration', { fresh: true });
    writePart(fourDesigns.path, fourDesigns.name, await fourDesignsMarkdown(test.client));
  } finally {
    await test.close();
  }
}

await writeParts();
