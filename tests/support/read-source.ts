import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EngineContext } from '../../electron/engine/context';
import { FileStore } from '../../electron/engine/files/file-store';
import { surveyBytes } from '../../electron/engine/import/byte-survey';
import type { Job } from '../../electron/engine/import/job';
import { convertSource } from '../../electron/engine/import/sources/convert-source';
import {
  type ConvertedSource,
  cellBreak,
  tableDelimiter,
} from '../../electron/engine/import/sources/converted-source';
import { identifyFormat } from '../../electron/engine/import/sources/file-format';
import { neverCancelled } from '../../shared/cancel';

export type ReadSource = ConvertedSource & {
  /** Cells of the table written out, with line breaks restored. */
  rows: string[][];
  /** Lines of the table text as they stand. */
  lines: string[];
  /** Files left in staging besides the table. */
  left: string[];
};

/** Recognises and converts a file as an import does, and gives the table that was written out. */
export async function readSource(
  file: string | { name: string; bytes: Buffer },
  tableId: string | null = null,
  job: Job = { signal: neverCancelled, report: () => undefined },
): Promise<ReadSource> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linea-base-source-'));
  try {
    const name = typeof file === 'string' ? path.basename(file) : file.name;
    const target = path.join(folder, 'source');
    await writeFile(target, typeof file === 'string' ? await readFile(file) : file.bytes);
    let count = 0;
    const staging = path.join(folder, 'staging');
    const files = new FileStore(staging, (prefix) => {
      count += 1;
      return `${prefix}_${count}`;
    });
    await files.prepare();
    // Safe: converting uses nothing of the context but its files.
    const context = { files } as EngineContext;
    const { size } = await stat(target);
    const survey = await surveyBytes(target, job.signal, () => undefined);
    const format = await identifyFormat(target, name, survey);
    const frozen = { fileId: 'fil_1', name, path: target, sourcePath: target, signature: '', bytes: size };
    const source = await convertSource(context, { file: frozen, format, tableId }, job);
    const text = source.textPath ? await readFile(source.textPath, 'utf8') : '';
    const lines = text.split('\n').slice(0, -1);
    const left = (await readdir(staging)).filter((item) => item !== path.basename(source.textPath ?? ''));
    return { ...source, rows: lines.map(cellsOf), lines, left };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Splits a line where its delimiter stands outside quotes. */
function cellsOf(line: string): string[] {
  const cells = [''];
  let isQuoted = false;
  for (const letter of line) {
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === tableDelimiter && !isQuoted) cells.push('');
    else cells.push(`${cells.pop() ?? ''}${letter}`);
  }
  return cells.map((cell) => {
    const bare = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    return bare.replaceAll(cellBreak, '\n');
  });
}
