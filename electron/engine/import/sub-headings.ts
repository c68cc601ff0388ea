import { foldText } from './cell-shapes';
import { type HeadRecord, isBlankRecord } from './head-sample';
import { isValue } from './header-votes';

/**
 * How rows that only name the group of rows below them ("Escuela 1;;") are told from data: their one cell is a text where
 * all other rows have a code, or nothing, or it begins with a word that no other row begins with.
 */
export type SubHeadingRule = { word: string | null };

export type SubHeadings = {
  rule: SubHeadingRule | null;
  /** Rows with nothing but a first cell that could be sub-headings, where the evidence does not suffice. */
  doubtful: number[];
};

const fewest = 2;
const fewestAlike = 3;
const fewestColumns = 3;
const linesListed = 20;

/** Looks for sub-headings among the first rows: several, each with a row of data below it. */
export function findSubHeadings(
  rows: readonly HeadRecord[],
  firstColumn: number,
  width: number,
): SubHeadings {
  const none = { rule: null, doubtful: [] };
  if (width < fewestColumns) return none;
  const filled = rows.filter(({ cells }) => !isBlankRecord(cells));
  const found = filled.filter(
    ({ cells }, index) => onlyText(cells, firstColumn) !== null && isData(filled[index + 1], firstColumn),
  );
  if (found.length < fewest) return none;
  const titles = found.map(({ cells }) => onlyText(cells, firstColumn) ?? '');
  const others = filled
    .filter((record) => isData(record, firstColumn))
    .map(({ cells }) => (cells[firstColumn] ?? '').trim());
  const named = others.filter((text) => text !== '');
  const codes = named.filter((text) => !hasWord.test(text));
  if (named.length === 0 || codes.length >= named.length * 0.95)
    return { rule: { word: null }, doubtful: [] };
  const words = new Set(titles.map(firstWord));
  const [word] = words;
  const isShared = words.size === 1 && word !== undefined && word !== '' && titles.length >= fewestAlike;
  if (isShared && new Set(titles).size > 1 && !others.some((text) => firstWord(text) === word)) {
    return { rule: { word }, doubtful: [] };
  }
  return { rule: null, doubtful: found.map(({ line }) => line).slice(0, linesListed) };
}

/** True for a row that the rule takes for a sub-heading. */
export function isSubHeading(cells: readonly string[], firstColumn: number, rule: SubHeadingRule): boolean {
  const text = onlyText(cells, firstColumn);
  return text !== null && (rule.word === null || firstWord(text) === rule.word);
}

const hasWord = /\p{L}{2}/u;

/** The text of a row that has nothing else, in its first column; null for any other row. */
function onlyText(cells: readonly string[], firstColumn: number): string | null {
  const text = (cells[firstColumn] ?? '').trim();
  if (text === '' || cells.length <= firstColumn + 1 || !hasWord.test(text) || isValue(text)) return null;
  return cells.every((cell, column) => column === firstColumn || cell.trim() === '') ? text : null;
}

function isData(record: HeadRecord | undefined, firstColumn: number): boolean {
  return record?.cells.some((cell, column) => column > firstColumn && cell.trim() !== '') ?? false;
}

function firstWord(text: string): string {
  return foldText(text).split(' ')[0] ?? '';
}
