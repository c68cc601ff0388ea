import type { CellRules } from './cell-rules';
import { isLocation, looksLikeDate } from './cell-shapes';
import { isBlankRecord, splitRecords } from './head-sample';
import { isHeaderWord } from './header-votes';

const sampleRecords = 400;
const sampleCells = 60_000;
type Reading = CellRules & { width: number };

const decimals = /^"?[-+$]?\s?\d[\d.]*,\d+\s?%?"?$/;
const hoursOrAddresses = /\d{1,2}:\d{2}|[a-z]:\/\//i;

/**
 * True where a title that the delimiter does not divide stands right above lines whose signs are part of what is written:
 * decimal commas, hours, addresses, words and sentences. Divided, they would lose their title too.
 */
export function isOneColumn(sample: string, best: Reading): boolean {
  if (!(best.delimiter in oneColumnLines) || best.width > 4) return false;
  const [first, second, ...others] = splitRecords(sample, best, sampleRecords, { cellLimit: sampleCells });
  if (!first || !second || isBlankRecord(first.cells) || isBlankRecord(second.cells)) return false;
  const isTitled = first.cells.length !== best.width || isMoment(second, best);
  if (!isTitled || second.cells.length !== best.width) return false;
  const rows = [second, ...others].filter(({ cells }) => !isBlankRecord(cells));
  // A title above a row of titles: "Lista de personas", and below it "Nombre, Comuna".
  if (first.cells.length === 1 && second.cells.every(isHeaderWord)) return false;
  const isPart = oneColumnLines[best.delimiter];
  const fitting = rows.filter(({ cells }) => isPart?.(cells, cells.join(best.delimiter)));
  return fitting.length >= rows.length * 0.9;
}

/** A day and its hour with a space between them, which makes no table by itself. */
function isMoment({ cells }: { cells: readonly string[] }, { delimiter }: Reading): boolean {
  const [day = '', hour = ''] = cells;
  return delimiter === ' ' && cells.length === 2 && looksLikeDate(day) && /^\d{1,2}:\d{2}/.test(hour);
}

type LineTest = (cells: readonly string[], line: string) => boolean;

const hasWords: LineTest = (cells) => cells.every((cell) => /\p{L}{2}/u.test(cell));
const hasLetters: LineTest = (cells) => cells.every((cell) => /\p{L}/u.test(cell));
const isPlace: LineTest = (cells) => cells.length === 2 && isLocation(cells[0] ?? '', cells[1] ?? '');
/** What lines of one column look like that hold a sign which divides other tables. */
const oneColumnLines: Partial<Record<CellRules['delimiter'], LineTest>> = {
  ',': (cells, line) => decimals.test(line.trim()) || isPlace(cells, line),
  ':': (_cells, line) => hoursOrAddresses.test(line),
  ', ': (cells, line) => hasWords(cells, line) || isPlace(cells, line),
  '; ': hasWords,
  ' | ': hasLetters,
  '#': (cells, line) => hasLetters(cells, line) || /\p{L}.*#\s?\d/u.test(line),
  ' ': (cells, line) =>
    cells.every((cell) => /^[\p{L}'.-]+$/u.test(cell)) || /^\S+\d \d{1,2}:\d{2}(:\d{2})?$/.test(line),
};
