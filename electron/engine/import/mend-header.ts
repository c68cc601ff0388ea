import { type CellRules, readRecord, splitLoosely } from './cell-rules';
import { isLocation } from './cell-shapes';
import { type HeadRecord, isBlankRecord, splitRecords } from './head-sample';
import { isValue } from './header-votes';
import { readWithStrayQuote } from './repair-row';

const otherDelimiters = [';', ',', '\t', '|', ' '] as const;
const fewestTitles = 3;

/**
 * The records of a head whose first one opened a quote by mistake and so took the line below it along: the first line is
 * then read as it stands. All other records are given back as they are.
 */
export function withoutStrayQuote(
  text: string,
  records: readonly HeadRecord[],
  rules: CellRules,
  { width, limit, cellLimit }: { width: number; limit: number; cellLimit: number },
): HeadRecord[] {
  const at = records.findIndex(({ cells }) => !isBlankRecord(cells));
  const first = records[at];
  if (!first || (first.lines === 1 && first.cells.length === width)) return [...records];
  const start = startOfLine(text, first.line, rules);
  const end = startOfLine(text, first.line + 1, rules);
  const line = text.slice(start, end).replace(/[\r\n]+$/, '');
  const cells = readWithStrayQuote(line, rules, width) ?? splitLoosely(line, rules);
  if (cells.length !== width || !areTitles(cells)) return [...records];
  // A title over two lines may be the last one; a row taken along has all its cells on its line.
  const taken = readRecord(text, end, rules, true);
  const isRow = typeof taken !== 'string' && taken.cells.length === width;
  if (first.cells.length === width && !isRow) return [...records];
  const mended: HeadRecord = { line: first.line, cells, lines: 1, isLoose: true, quoted: null };
  const rest = splitRecords(text.slice(end), rules, limit, { firstLine: first.line + 1, cellLimit });
  return [...records.slice(0, at), mended, ...rest];
}

/**
 * The records with the line right above the data divided by a delimiter of its own, where that gives a title to each
 * column; null where none does. `lineAt` gives a line of the file as it stands.
 */
export function withOtherDelimiter(
  records: readonly HeadRecord[],
  firstDataLine: number,
  { rules, width }: { rules: CellRules; width: number },
  lineAt: (line: number) => string,
): HeadRecord[] | null {
  const at = records.findIndex(({ line, lines }) => line + lines === firstDataLine);
  const above = records[at];
  if (!above || above.lines > 1 || above.cells.length >= width || width < fewestTitles) return null;
  for (const delimiter of otherDelimiters) {
    if (delimiter === rules.delimiter) continue;
    const found = readRecord(lineAt(above.line), 0, { ...rules, delimiter }, true);
    const cells = typeof found === 'string' ? [] : found.cells.map((cell) => cell.trim());
    if (cells.length === width && areTitles(cells)) return records.with(at, { ...above, cells });
  }
  return null;
}

/** Titles that stand in quotes of another kind, or with a space before their quotes, without those. */
export function withoutOtherQuotes(titles: readonly string[]): string[] {
  const bare = titles.map((title) => /^\s*(["'])(.+)\1\s*$/s.exec(title)?.[2] ?? null);
  const found = bare.filter((title) => title !== null).length;
  if (found < 2 || found < titles.length / 2) return [...titles];
  return titles.map((title, index) => bare[index] ?? title);
}

/** The titles without an empty one among them, where each row has exactly one cell less; null where that is not so. */
export function withoutSurplusTitle(titles: readonly string[], rows: readonly HeadRecord[]): string[] | null {
  const empty = titles.flatMap((title, index) => (title.trim() === '' ? [index] : []));
  const [only] = empty;
  if (only === undefined || empty.length > 1 || only === titles.length - 1 || rows.length < 2) return null;
  if (rows.some(({ cells }) => cells.length !== titles.length - 1)) return null;
  return titles.filter((_, index) => index !== only);
}

function areTitles(cells: readonly string[]): boolean {
  const isTitle = (cell: string): boolean => cell.trim() !== '' && !isValue(cell.trim());
  return cells.every(isTitle) && new Set(cells).size === cells.length;
}

function startOfLine(text: string, line: number, rules: CellRules): number {
  const ends = rules.endsAtCarriageReturn ? /\r\n|\r|\n/g : /\n/g;
  for (let current = 1; current < line; current += 1) if (!ends.exec(text)) return text.length;
  return line === 1 ? 0 : ends.lastIndex;
}

/**
 * True where every row has one cell more than the header because its first names the row, as R writes it: the numbers from
 * 1 (or 0) on, or texts in quotes, none twice.
 */
export function hasRowNames(header: readonly string[], rows: readonly HeadRecord[], width: number): boolean {
  if (header.length !== width - 1 || rows.length < 2) return false;
  if (header.some((title) => title.trim() === '') || rows.some(({ cells }) => cells.length !== width)) {
    return false;
  }
  if (header.some((title, column) => locationTitle.test(title) && holdsLocations(rows, column))) return false;
  const names = rows.map(({ cells }) => (cells[0] ?? '').trim());
  const from = Number(names[0]);
  const isCounted = (from === 0 || from === 1) && names.every((name, row) => name === String(from + row));
  const isNamed =
    new Set(names).size === names.length &&
    rows.every(({ quoted }, row) => quoted?.has(0) && !isValue(names[row] ?? ''));
  return (isCounted || isNamed) && rows.some(({ cells }) => (cells[width - 1] ?? '').trim() !== '');
}

const locationTitle = /ubicaci|coordena|georref|geopunto|location|\bgps\b|lat.*lon/i;

/** A latitude and a longitude stand under one title, and their comma is taken for a delimiter. */
function holdsLocations(rows: readonly HeadRecord[], column: number): boolean {
  return rows.every(({ cells }) => isLocation(cells[column] ?? '', cells[column + 1] ?? ''));
}
