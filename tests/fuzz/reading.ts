import { readFileSync } from 'node:fs';
import type { TestEngine } from '../support/engine';
import { readStrictly } from './written-table';

/** Reads bytes without hints and gives every cell of the table written out, header first. */
export async function readWithoutHints(
  test: TestEngine,
  bytes: Uint8Array,
  name = 'tabla.csv',
): Promise<string[][]> {
  const fileId = await test.stage(name, bytes);
  const output = await test.client.call('import.exportTable', { fileId, corrections: {} });
  const { path } = test.engine.files.output(output.fileId);
  const cells = readStrictly(readFileSync(path, 'utf8'));
  await test.engine.files.release(output.fileId);
  await test.engine.files.release(fileId);
  return cells;
}
