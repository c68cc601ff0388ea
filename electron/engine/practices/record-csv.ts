import Papa from 'papaparse';
import { type Claim, type PracticeDraft, recordVersion } from '../../../shared/domain/practice';
import { AppError, type ErrorDetails } from '../../../shared/errors';
import type { Locale } from '../../../shared/text/catalogue';
import { practiceExchangeWords } from '../../../shared/text/practice-exchange';
import { toCsv } from '../files/csv-writer';
import { guard, readLines, unguard, writeLines } from './record-cells';
import { type RecordField, recordFields } from './record-fields';

/** A row of the file as the record it stands for, to be read like one of a JSON file. */
export type RawRecord = { raw: Record<string, unknown>; record: number };

const claimPaths = ['claims.text', 'claims.stated.text', 'claims.stated.source', 'claims.evidence'] as const;

/** Records as CSV for Excel in Chile, a row each: lists have an item a line, formulas are neutralised. */
export function recordsCsv(drafts: readonly PracticeDraft[], locale: Locale): string {
  const { headings } = practiceExchangeWords(locale);
  const names: Readonly<Record<string, string>> = headings;
  const fields = recordFields(locale);
  const heading = ['schemaVersion', ...fields.map(({ path }) => path), ...claimPaths].map(
    (path) => names[path] ?? path,
  );
  const rows = drafts.map((draft) => [
    String(recordVersion),
    ...fields.map((field) => guard(field.write(draft))),
    ...claimCells(draft.claims).map(guard),
  ]);
  return toCsv([heading, ...rows], 'excel-cl');
}

function claimCells(claims: readonly Claim[]): string[] {
  const sparse = (items: readonly string[]) => (items.every((item) => item === '') ? '' : writeLines(items));
  return [
    writeLines(claims.map(({ text }) => text)),
    sparse(claims.map(({ stated }) => stated?.text ?? '')),
    sparse(claims.map(({ stated }) => stated?.source ?? '')),
    sparse(claims.map(({ evidence }) => (evidence === null ? '' : JSON.stringify(evidence)))),
  ];
}

/**
 * Rows of such a file, with headings in either language or as paths; the columns nobody knows are named. Throws
 * `record-unrecognised` with the reason and, where there is one, the record.
 */
export function parseRecordsCsv(
  text: string,
  where: ErrorDetails,
): { records: RawRecord[]; ignored: string[] } {
  const parsed = Papa.parse<string[]>(text, {
    delimitersToGuess: [';', ',', '\t'],
    skipEmptyLines: 'greedy',
  });
  if (parsed.errors.some(({ type }) => type === 'Quotes')) throw refused('quotes-open', where);
  const [heading = [], ...rows] = parsed.data;
  const columns = columnsOf(heading);
  if (!columns.some((column) => column?.path === 'title')) throw refused('no-title-column', where);
  return {
    records: rows.map((row, index) => {
      const record = index + 1;
      if (row.slice(heading.length).some((cell) => cell.trim() !== '')) {
        throw refused('cells-beyond', { ...where, record });
      }
      return { raw: rawOf(columns, row.map(unguard), { ...where, record }), record };
    }),
    ignored: heading.filter((name, index) => columns[index] === null && name.trim() !== ''),
  };
}

function refused(reason: string, where: ErrorDetails): AppError {
  return new AppError('record-unrecognised', { ...where, reason });
}

type Column = Pick<RecordField, 'path' | 'read'>;

/** The fields behind the headings, in the language that knows more of them; null for a heading nobody knows. */
function columnsOf(heading: readonly string[]): (Column | null)[] {
  const [spanish, english] = [columnsIn(heading, 'es'), columnsIn(heading, 'en')];
  const known = (columns: readonly (Column | null)[]) => columns.filter((column) => column !== null).length;
  return known(english) > known(spanish) ? english : spanish;
}

function columnsIn(heading: readonly string[], locale: Locale): (Column | null)[] {
  const headings = Object.entries<string>(practiceExchangeWords(locale).headings);
  const fields = recordFields(locale);
  return heading.map((name) => {
    const folded = name.trim().toLowerCase();
    const path = headings.find(
      ([each, words]) => each.toLowerCase() === folded || words.toLowerCase() === folded,
    )?.[0];
    if (path === undefined) return null;
    return fields.find((field) => field.path === path) ?? { path, read: (cell: string) => cell };
  });
}

function rawOf(
  columns: readonly (Column | null)[],
  cells: readonly string[],
  where: ErrorDetails,
): Record<string, unknown> {
  const raw: Record<string, unknown> = {};
  const claimed = new Map<string, string[]>();
  columns.forEach((column, index) => {
    const cell = cells[index] ?? '';
    if (column === null) return;
    if (column.path === 'schemaVersion') {
      if (cell.trim() !== '') raw.schemaVersion = Number(cell);
    } else if (column.path.startsWith('claims.')) {
      claimed.set(column.path, readLines(cell));
    } else {
      const value = column.read(cell);
      if (value !== undefined) put(raw, column.path.split('.'), value);
    }
  });
  const [texts = [], figures = [], sources = [], links = []] = claimPaths.map((path) => claimed.get(path));
  if (Math.max(figures.length, sources.length, links.length) > texts.length) {
    throw refused('claims-uneven', { ...where, field: 'claims.text' });
  }
  raw.claims = texts.map((text, index) => {
    const figure = figures[index] ?? '';
    return {
      text,
      stated: figure === '' ? null : { text: figure, source: sources[index] ?? '' },
      evidence: linkOf(links[index] ?? ''),
    };
  });
  return raw;
}

/** A link as written; what is no JSON stays text, which is read as a link that is lost. */
function linkOf(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function put(
  target: Record<string, unknown>,
  [first = '', ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) {
    target[first] = value;
    return;
  }
  const inner = target[first];
  const object: Record<string, unknown> = isObject(inner) ? inner : {};
  target[first] = object;
  put(object, rest, value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
