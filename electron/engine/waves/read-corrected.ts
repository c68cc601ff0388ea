import { isUtf8 } from 'node:buffer';
import { open, readFile, stat } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Dialect } from '../../../shared/domain/dialect';
import type { ImportPlan } from '../../../shared/domain/import';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { decodeText } from '../import/decode-text';
import type { Job } from '../import/job';
import { type CorrectedWorkbook, readCorrectedWorkbook } from './corrected-workbook';
import { padded, setAsideColumns, widthOf } from './export-set-aside';
import { type SetAsideRaw, type SetAsideSection, tokenOf } from './set-aside-rows';

/** A row that comes back: the cells as corrected, or null where nothing was corrected or it still has no place. */
export type ReturnedRow = { before: SetAsideRaw; cells: string[] | null };

/** The wave the rows belong to: what it set aside, how it was read, and the lines it holds. */
export type CorrectedWave = {
  wave: Wave;
  aside: SetAsideSection;
  plan: ImportPlan;
  /** Columns of its source file. */
  width: number;
  lines: ReadonlySet<number>;
};

const sizeLimitBytes = 200_000_000;
const linesNamed = 10;

/**
 * Reads a corrected file of rows set aside, a workbook or a text in whatever encoding and separator, its rows in any
 * order, some of them left out. A row counts as corrected where a cell differs or its reason was deleted. Throws
 * `file-missing`, `file-too-large`, `file-unsupported`, `correction-foreign` and `correction-rows`.
 */
export async function readCorrected(
  context: EngineContext,
  file: { path: string; name: string },
  { wave, aside, width, plan, lines }: CorrectedWave,
  job: Job,
): Promise<ReturnedRow[]> {
  const { table, asWritten } = await tableOf(context, file, plan.dialect, job);
  const [head, ...rows] = table;
  const place = columnsOf(head ?? [], file.name);
  const known = new Map(aside.rows.map((row) => [tokenOf(wave, row.line), row]));
  const exported = widthOf(aside);
  const returned: ReturnedRow[] = [];
  const added: number[] = [];
  const seen = new Set<number>();
  rows.forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return;
    const token = (cells[place.token] ?? '').trim();
    const before = known.get(token);
    const line = lineOf(token);
    if (!before && line !== null && token === tokenOf(wave, line) && lines.has(line)) added.push(line);
    else if (!before) throw new AppError('correction-foreign', { fileName: file.name, line: index + 2 });
    else if (seen.has(before.line)) added.push(before.line);
    else {
      seen.add(before.line);
      const isReleased = (cells[place.reason] ?? '').trim() === '';
      returned.push({
        before,
        cells: correctedCells(before, cells.slice(0, place.line), { exported, width, isReleased, asWritten }),
      });
    }
  });
  if (added.length > 0) {
    throw new AppError('correction-rows', {
      fileName: file.name,
      lines: added.slice(0, linesNamed),
      count: added.length,
    });
  }
  if (returned.length === 0) throw new AppError('correction-foreign', { fileName: file.name });
  return returned;
}

function correctedCells(
  before: SetAsideRaw,
  cells: readonly string[],
  {
    exported,
    width,
    isReleased,
    asWritten,
  }: { exported: number; width: number; isReleased: boolean; asWritten: CorrectedWorkbook['asWritten'] },
): string[] | null {
  const was = padded(before.cells, exported);
  const given = padded(cells, exported).map((cell, index) => {
    const old = was[index] ?? '';
    return asWritten(withoutApostrophe(cell, old), unified(old), index);
  });
  const now = given.flatMap((cell) => (cell === null ? [] : [cell]));
  if (now.length < given.length) return null;
  const isChanged = now.some((cell, index) => cell !== unified(was[index] ?? ''));
  if (!isChanged && !isReleased) return null;
  const isTooLong = now.slice(width).some((cell) => cell.trim() !== '');
  const own = padded(now.slice(0, width), width);
  return isTooLong || own.every((cell) => cell.trim() === '') ? null : own;
}

function unified(cell: string): string {
  return cell.replaceAll('\r\n', '\n');
}

/** The export put an apostrophe before what a spreadsheet would run; it is not part of the cell. */
function withoutApostrophe(cell: string, was: string): string {
  const text = unified(cell);
  return /^'[=+\-@\t\r]/.test(text) && !was.startsWith("'") ? text.slice(1) : text;
}

function lineOf(token: string): number | null {
  const match = /^fila-(\d{1,10})-[0-9a-f]{12}$/.exec(token);
  return match ? Number(match[1]) : null;
}

function columnsOf(
  head: readonly string[],
  fileName: string,
): { line: number; reason: number; token: number } {
  const at = (name: string): number => head.findLastIndex((cell) => cell.trim() === name);
  const place = {
    line: at(setAsideColumns.line),
    reason: at(setAsideColumns.reason),
    token: at(setAsideColumns.token),
  };
  if (place.line < 0 || place.reason !== place.line + 1 || place.token !== place.line + 2) {
    throw new AppError('correction-foreign', { fileName });
  }
  return place;
}

/** A text as a spreadsheet saves it, or a workbook by the reader of imports. */
async function tableOf(
  context: EngineContext,
  file: { path: string; name: string },
  dialect: Dialect,
  job: Job,
): Promise<CorrectedWorkbook> {
  const bytes = await sizeOf(file);
  const isExport = (head: readonly string[]): boolean =>
    head.some((cell) => cell.trim() === setAsideColumns.token);
  const mark = await firstBytes(file.path);
  if (mark.startsWith('504b') || mark.startsWith('d0cf') || mark.startsWith('3c')) {
    const workbook = await readCorrectedWorkbook(context, { ...file, bytes }, dialect, isExport, job);
    if (!workbook) throw new AppError('correction-foreign', { fileName: file.name });
    return workbook;
  }
  return { table: parse(await decoded(file), file.name), asWritten: (cell) => cell };
}

async function firstBytes(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    return head.toString('hex').replace(/^efbbbf/, '');
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: { path: string; name: string }): Promise<number> {
  const found = await stat(file.path).catch(() => null);
  if (!found) throw new AppError('file-missing', { fileName: file.name });
  if (found.size > sizeLimitBytes) {
    throw new AppError('file-too-large', {
      fileName: file.name,
      bytes: found.size,
      limitBytes: sizeLimitBytes,
    });
  }
  return found.size;
}

async function decoded(file: { path: string; name: string }): Promise<string> {
  const bytes = await readFile(file.path);
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return new TextDecoder('utf-16le').decode(bytes);
  if (mark === 'feff') return new TextDecoder('utf-16be').decode(bytes);
  return decodeText(isUtf8(bytes) ? 'utf-8' : 'windows-1252', bytes);
}

function parse(text: string, fileName: string): string[][] {
  const end = /[\r\n]/.exec(text)?.index ?? text.length;
  const first = text.slice(0, end);
  const delimiter = [';', ',', '\t'].find((mark) =>
    [mark, `"${mark}`, `${mark}"`].some((joined) => first.includes(joined + setAsideColumns.token)),
  );
  if (delimiter === undefined) throw new AppError('correction-foreign', { fileName });
  return Papa.parse<string[]>(text, { delimiter, quoteChar: '"' }).data;
}
