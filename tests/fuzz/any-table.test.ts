import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../support/engine';
import { anyTable, anyWriting, withEvidence } from './arbitrary-table';
import { readWithoutHints } from './reading';
import { encodeText, writeText } from './written-table';

describe('any table in any dialect and encoding', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Lectura', fileId: null });
  });
  afterAll(() => test.close());

  it('comes back cell by cell, with no hints', async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, anyWriting, async (plain, writing) => {
        const table = withEvidence(plain, writing);
        const bytes = encodeText(writeText(table, writing), writing);
        expect(await readWithoutHints(test, bytes)).toEqual([table.headers, ...table.rows]);
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 120), seed: 20240301 },
    );
  });
});
