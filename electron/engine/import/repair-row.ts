import { type CellRules, readRecord } from './cell-rules';
import { isValue } from './header-votes';

const delimiters = [';', ',', '\t', '|', ', ', '; ', ' '] as const;
const quotes = ['"', "'"] as const;
const fewestColumns = 3;
/** Share of the rows above which a column is one of numbers or dates. */
const nearlyAll = 0.9;

/**
 * For each column whether it holds numbers or dates; all false where the rows are too few to tell. `rows` are those of
 * the table's width.
 */
export function findValueColumns(rows: readonly (readonly string[])[], width: number): boolean[] {
  return Array.from({ length: width }, (_, column) => {
    const filled = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    return filled.length >= 5 && filled.filter(isValue).length >= filled.length * nearlyAll;
  });
}

/**
 * The cells of a line that has not the width of its table because it was written with another delimiter or quote, as
 * when rows of two files were put together. It must come out in exactly one way: with the table's width, and a number or
 * a date wherever the table has them. Null where it does not; `valueColumns` has one entry a column.
 */
export function readOtherwise(
  line: string,
  rules: CellRules,
  valueColumns: readonly boolean[],
  /** False where only another delimiter explains the line, as where a quote stays open. */
  allowsOtherQuotes = true,
): string[] | null {
  const width = valueColumns.length;
  if (width < fewestColumns || !valueColumns.includes(true)) return null;
  for (const quote of quotes) {
    const readings = new Map<string, string[]>();
    for (const delimiter of delimiters) {
      const isOwn = delimiter === rules.delimiter;
      if (!line.includes(delimiter) || (isOwn && (quote === rules.quote || !allowsOtherQuotes))) continue;
      const found = readRecord(line, 0, { ...rules, delimiter, quote, escape: 'doubled' }, true);
      if (typeof found === 'string' || found.isLoose || found.cells.length !== width) continue;
      // Cells in the table's own quotes are not words with quotes around them.
      if (isOwn && rules.quote !== null && opensWith(found.cells, rules.quote)) continue;
      if (fits(found.cells, valueColumns)) readings.set(found.cells.join('\u0000'), found.cells);
    }
    const [only] = readings.values();
    if (only) return readings.size === 1 ? only : null;
  }
  return null;
}

function opensWith(cells: readonly string[], sign: string): boolean {
  return cells.some((cell) => cell.trimStart().startsWith(sign));
}

/** Stands for a quote that is read as a letter. */
const letter = '\u{F0000}';
const mostOpenings = 200;

/**
 * The cells of a line in which one quote opens a cell by mistake: read as a letter of its text, the line has the table's
 * width and all other quotes follow the rules. Null where that holds of no quote or of several.
 */
export function readWithStrayQuote(line: string, rules: CellRules, width: number): string[] | null {
  const { quote, delimiter } = rules;
  if (quote === null || line.includes(letter)) return null;
  let only: string[] | null = null;
  let openings = 0;
  for (let at = line.indexOf(quote); at >= 0; at = line.indexOf(quote, at + 1)) {
    if (at > 0 && !line.startsWith(delimiter, at - delimiter.length)) continue;
    openings += 1;
    if (openings > mostOpenings) return null;
    const found = readRecord(`${line.slice(0, at)}${letter}${line.slice(at + 1)}`, 0, rules, true);
    if (typeof found === 'string' || found.isLoose || found.cells.length !== width) continue;
    if (found.cells.some((cell, column) => cell.includes(quote) && !found.quoted?.has(column))) continue;
    if (only) return null;
    only = found.cells.map((cell) => cell.replace(letter, quote));
  }
  return only;
}

function fits(cells: readonly string[], valueColumns: readonly boolean[]): boolean {
  const expected = cells.filter((_, column) => valueColumns[column]).map((cell) => cell.trim());
  return expected.some((cell) => cell !== '') && expected.every((cell) => cell === '' || isValue(cell));
}
