import { readFile, rm } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Dialect } from '../../../shared/domain/dialect';
import type { SourceFormat } from '../../../shared/domain/source';
import type { EngineContext } from '../context';
import { surveyBytes } from '../import/byte-survey';
import { foldText } from '../import/cell-shapes';
import type { Job } from '../import/job';
import { convertSource } from '../import/sources/convert-source';
import { cellBreak, tableDelimiter } from '../import/sources/converted-source';
import { identifyFormat } from '../import/sources/file-format';

/** A corrected file as the reader of imports gives it, and how a cell of it goes back into the words of the source. */
export type CorrectedWorkbook = {
  table: string[][];
  /** The cell as the source would write it; null where a number with three decimals may be one with thousands. */
  asWritten(cell: string, was: string, column: number): string | null;
};

type Marks = Pick<Dialect, 'decimalMark' | 'dateOrder'>;

/** Reads the sheet that holds the rows exported; null where none does, or the file is a text. */
export async function readCorrectedWorkbook(
  context: EngineContext,
  file: { path: string; name: string; bytes: number },
  marks: Marks,
  isExport: (head: readonly string[]) => boolean,
  job: Job,
): Promise<CorrectedWorkbook | null> {
  const survey = await surveyBytes(file.path, job.signal, () => undefined);
  const format = await identifyFormat(file.path, file.name, survey);
  if (format === 'text' || format === 'sav') return null;
  const first = await readTable(context, file, format, null, job);
  const found = isExport(first.table[0] ?? [])
    ? first
    : await firstThat(first.others, (tableId) => readTable(context, file, format, tableId, job), isExport);
  if (!found) return null;
  return {
    table: found.table,
    asWritten: (cell, was, column) => asWritten(cell, was, marks, found.mixed.has(column)),
  };
}

type Read = { table: string[][]; mixed: ReadonlySet<number>; others: string[] };

async function firstThat(
  ids: readonly string[],
  read: (id: string) => Promise<Read>,
  isExport: (head: readonly string[]) => boolean,
): Promise<Read | null> {
  for (const id of ids) {
    const found = await read(id);
    if (isExport(found.table[0] ?? [])) return found;
  }
  return null;
}

async function readTable(
  context: EngineContext,
  file: { path: string; name: string; bytes: number },
  format: SourceFormat,
  tableId: string | null,
  job: Job,
): Promise<Read> {
  const frozen = { ...file, fileId: '', sourcePath: file.path, signature: '' };
  const source = await convertSource(context, { file: frozen, format, tableId }, job);
  if (source.textPath === null) return { table: [], mixed: new Set(), others: [] };
  try {
    const text = await readFile(source.textPath, 'utf8');
    const { data } = Papa.parse<string[]>(text, { delimiter: tableDelimiter, newline: '\n', quoteChar: '"' });
    const isMixed = source.columns.map(({ texts, numbers }) => numbers > 0 && texts > 1);
    return {
      table: data.map((cells) => cells.map((cell) => cell.replaceAll(cellBreak, '\n'))),
      mixed: new Set(isMixed.flatMap((is, column) => (is ? [column] : []))),
      others: source.tables.flatMap(({ id, rows }) => (id === source.tableId || rows === 0 ? [] : [id])),
    };
  } finally {
    await rm(source.textPath, { force: true });
  }
}

/** Spreadsheets turn what they take for numbers, days and yes or no into their own; cells that mean the same stay. */
function asWritten(cell: string, was: string, marks: Marks, isMixed: boolean): string | null {
  if (cell === was || meaning(cell, { decimalMark: '.', dateOrder: 'ymd' }) === meaning(was, marks))
    return was;
  if (marks.decimalMark === '.' || !/^-?\d+\.\d+%?$/.test(cell)) return cell;
  const mayBeThousands = /^-?[1-9]\d{0,2}\.\d{3}$/.test(cell);
  return mayBeThousands && isMixed ? null : cell.replace('.', ',');
}

function meaning(text: string, { decimalMark, dateOrder }: Marks): string {
  const clean = text.trim();
  const other = decimalMark === ',' ? '.' : ',';
  const bare = clean.replace(/^\$\s?|\s?%$/g, '');
  const isGrouped = new RegExp(`^-?\\d{1,3}(?:\\${other}\\d{3})+(?:\\${decimalMark}\\d+)?$`).test(bare);
  const plain = (isGrouped ? bare.replaceAll(other, '') : bare).replace(decimalMark, '.');
  if (/^[-+]?\d+(?:\.\d+)?$/.test(plain)) return `${Number(plain)}${clean.endsWith('%') ? '%' : ''}`;
  const day = readDay(clean, dateOrder);
  if (day !== null) return day;
  return foldText(clean)
    .replace(/^true$/, 'verdadero')
    .replace(/^false$/, 'falso');
}

/** A day as yyyy-mm-dd with whatever follows it; null for anything else. */
function readDay(text: string, dateOrder: Dialect['dateOrder']): string | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(.*)$/.exec(text);
  const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(.*)$/.exec(text);
  const padded = (part: string): string => part.padStart(2, '0');
  if (iso) {
    const [, year = '', month = '', day = '', rest = ''] = iso;
    return `${year}-${padded(month)}-${padded(day)}${timeOf(rest)}`;
  }
  if (!short) return null;
  const [, first = '', second = '', year = '', rest = ''] = short;
  const [day, month] = dateOrder === 'mdy' ? [second, first] : [first, second];
  const century = year.length === 4 ? '' : Number(year) < 30 ? '20' : '19';
  return `${century}${year}-${padded(month)}-${padded(day)}${timeOf(rest)}`;
}

/** Hours and minutes, with seconds where they are not zero. */
function timeOf(rest: string): string {
  const found = /^[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?$/.exec(rest);
  if (!found) return rest.trim();
  const [, hours = '', minutes = '', seconds = '00'] = found;
  return ` ${hours.padStart(2, '0')}:${minutes}${seconds === '00' ? '' : `:${seconds}`}`;
}
