import type { DialectEvidence } from '../../../shared/domain/dialect';
import { type HeadRecord, isBlankRecord } from './head-sample';
import { type HeaderVotes, isValue, isYear, voteForHeader } from './header-votes';
import { isRule } from './line-forms';

export type HeaderDecision = {
  /** Physical line of the header's first row; null when the file has none. */
  headerLine: number | null;
  headerLines: number;
  firstDataLine: number;
  headers: string[];
  /** The rows that form the header; empty where there is none. */
  rows: HeadRecord[];
  evidence: DialectEvidence[];
};

export type HeaderCorrections = {
  headerLine?: number | null | undefined;
  headerLines?: number | undefined;
  firstDataLine?: number | undefined;
};

/** A line that parts the titles from the rows: dashes in each cell. */
function isDrawn({ cells }: HeadRecord): boolean {
  return (
    cells.some((cell) => /[-=]/.test(cell)) &&
    cells.every((cell) => cell.trim() === '' || isRule(cell) || /^:?-{2,}:?$/.test(cell.trim()))
  );
}

const judgedRows = 60;
const searchedRows = 12;
const mostHeaderRows = 5;

/** Finds the header among the first records: the first row that is filled across the table's width, and its fellows. */
export function decideHeader(
  records: readonly HeadRecord[],
  width: number,
  corrections: HeaderCorrections,
): HeaderDecision {
  const detected = detect(records, width);
  const isCorrected = corrections.headerLine !== undefined && corrections.headerLine !== detected.headerLine;
  const headerLine = corrections.headerLine === undefined ? detected.headerLine : corrections.headerLine;
  const from = headerLine === null ? -1 : records.findIndex((record) => record.line >= headerLine);
  const detectedLines = isCorrected ? countHeaderRows(records, Math.max(from, 0)) : detected.headerLines;
  const headerLines = headerLine === null ? 1 : (corrections.headerLines ?? detectedLines);
  const rows = from < 0 ? [] : records.slice(from, from + headerLines);
  const last = rows.at(-1);
  const firstRecord = records.find(
    (record) => record.line >= detected.tableLine && !isBlankRecord(record.cells),
  );
  const below = last ? last.line + last.lines : (firstRecord?.line ?? 1);
  const drawn = records.find(({ line }) => line === below);
  const following = drawn && isDrawn(drawn) ? below + 1 : below;
  return {
    headerLine,
    headerLines,
    firstDataLine: corrections.firstDataLine ?? following,
    headers: joinHeader(rows.map(({ cells }) => cells)),
    rows,
    evidence: [
      {
        aspect: 'headerLine',
        chosen: headerLine === null ? 'none' : String(headerLine),
        why: isCorrected ? 'corrected' : detected.why,
        details: { ...detected.details, preambleLines: (rows[0]?.line ?? following) - 1 },
        rivals: detected.rivals.filter(
          (rival) => rival.value !== (headerLine === null ? 'none' : String(headerLine)),
        ),
      },
      {
        aspect: 'headerLines',
        chosen: String(headerLines),
        why:
          corrections.headerLines !== undefined && corrections.headerLines !== detectedLines
            ? 'corrected'
            : headerLines > 1
              ? 'rows-unlike-the-data'
              : 'one-header-row',
        details: { rows: headerLines },
        rivals:
          headerLines > 1
            ? [{ value: '1', score: 0.3, why: 'rows-unlike-the-data' }]
            : [{ value: '2', score: 0.1, why: 'one-header-row' }],
      },
    ],
  };
}

/**
 * One name a column: the texts of the header's rows from top to bottom, each once, joined by " - ". An empty cell of an
 * upper row continues the group to its left, as merged cells are written.
 */
export function joinHeader(rows: readonly (readonly string[])[]): string[] {
  const [only] = rows;
  if (rows.length === 1 && only) return [...only];
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const filled = rows.map((row, index) => (index < rows.length - 1 ? extendGroups(row, width) : [...row]));
  return Array.from({ length: width }, (_, column) => {
    const texts = filled.map((row) => (row[column] ?? '').trim()).filter((text) => text !== '');
    return [...new Set(texts)].join(' - ');
  });
}

function extendGroups(row: readonly string[], width: number): string[] {
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    const text = row[column] ?? '';
    if (text.trim() !== '') group = text;
    return group;
  });
}

type Detected = {
  headerLine: number | null;
  headerLines: number;
  tableLine: number;
  why: string;
  details: Record<string, number>;
  rivals: DialectEvidence['rivals'];
};

function detect(records: readonly HeadRecord[], width: number): Detected {
  const used = usedColumns(records, width);
  const position = findHeader(records, used);
  const candidate = records[position];
  if (!candidate) {
    return {
      headerLine: 1,
      headerLines: 1,
      tableLine: 1,
      why: 'assumed',
      details: { filledCells: 0 },
      rivals: [],
    };
  }
  const votes = votesOf(records, position);
  const filledCells = filledOf(candidate);
  const details = { filledCells, votesFor: votes.header, votesAgainst: votes.data };
  const line = String(candidate.line);
  const total = Math.max(votes.header + votes.data, 1);
  if (votes.data > votes.header) {
    return {
      headerLine: null,
      headerLines: 1,
      tableLine: candidate.line,
      why: 'first-row-like-data',
      details,
      rivals: [{ value: line, score: votes.header / total, why: 'first-full-row' }],
    };
  }
  const first = firstGroupRow(records, position, used);
  const start = records[first] ?? candidate;
  const why = start.line > 1 ? 'first-full-row' : votes.header > 0 ? 'unlike-the-data' : 'assumed';
  return {
    headerLine: start.line,
    headerLines: Math.min(mostHeaderRows, countHeaderRows(records, position) + position - first),
    tableLine: candidate.line,
    why,
    details,
    rivals: [{ value: 'none', score: votes.data / total, why: 'first-row-like-data' }],
  };
}

/** Columns that hold anything in the records as wide as the table. */
function usedColumns(records: readonly HeadRecord[], width: number): number {
  const used = new Set<number>();
  for (const { cells } of records) {
    if (cells.length !== width) continue;
    cells.forEach((cell, column) => {
      if (cell.trim() !== '') used.add(column);
    });
  }
  return Math.max(1, used.size);
}

function filledOf(record: HeadRecord): number {
  return record.cells.filter((cell) => cell.trim() !== '').length;
}

/** The first row that reaches across; a fuller one soon below it where that is clearly the row of titles. */
function findHeader(records: readonly HeadRecord[], used: number): number {
  const isAcross = (record: HeadRecord): boolean =>
    used <= 1 ? filledOf(record) >= 1 : filledOf(record) >= Math.max(2, used * 0.5);
  const first = records.findIndex(isAcross);
  const candidate = records[first];
  if (!candidate || filledOf(candidate) >= used * 0.8) return first;
  for (let next = first + 1; next < Math.min(records.length, first + searchedRows); next += 1) {
    const record = records[next];
    if (!record || isBlankRecord(record.cells)) continue;
    if (filledOf(record) < used * 0.8) continue;
    const votes = votesOf(records, next);
    const hasTitles = record.cells.every((cell) => !isValue(cell.trim()) || isYear(cell.trim()));
    const texts = record.cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const isDistinct = new Set(texts).size === texts.length;
    const isGroup = isGroupRow(candidate, used);
    const isTitles = votes.data === 0 && hasTitles && (votes.header > 0 || (isGroup && isDistinct));
    return isTitles ? next : first;
  }
  return first;
}

function votesOf(records: readonly HeadRecord[], position: number): HeaderVotes {
  const rows = records
    .slice(position + 1)
    .filter((record) => !isBlankRecord(record.cells))
    .slice(0, judgedRows);
  return voteForHeader(
    records[position]?.cells ?? [],
    rows.map(({ cells }) => cells),
  );
}

/** Rows of groups stand right above the titles and reach further than a note of one or two cells does. */
function firstGroupRow(records: readonly HeadRecord[], position: number, used: number): number {
  let first = position;
  while (first > 0 && position - first < mostHeaderRows - 1) {
    const above = records[first - 1];
    if (!above || above.cells.length !== records[position]?.cells.length || !isGroupRow(above, used)) break;
    first -= 1;
  }
  return first;
}

function isGroupRow(record: HeadRecord, used: number): boolean {
  const texts = record.cells.map((cell) => cell.trim());
  const filled = texts.flatMap((text, column) => (text === '' ? [] : [column]));
  const last = filled.at(-1) ?? 0;
  if (filled.length < 2 || texts.some((text) => isValue(text) && !isYear(text))) return false;
  const hasGaps = filled.some((column, index) => index > 0 && column > (filled[index - 1] ?? 0) + 1);
  const repeats = filled.some(
    (column, index) => index > 0 && texts[column] === texts[filled[index - 1] ?? 0],
  );
  return (hasGaps || repeats || (filled[0] ?? 0) > 0) && last >= used * 0.4;
}

const unsaid = /^(s\/?i|n\/?a|n\.?a\.?|ns\/?nr|nan|null|na|-|--|\.|\?)$/i;

/** How many rows, from this one on, are titles: the further ones differ from the data in at least two columns. */
function countHeaderRows(records: readonly HeadRecord[], position: number): number {
  let rows = 1;
  const first = records[position];
  if (!first) return 1;
  while (rows < mostHeaderRows) {
    const next = records[position + rows];
    const below = records.slice(position + rows + 1).filter((record) => !isBlankRecord(record.cells));
    if (!next || below.length < 3 || isBlankRecord(next.cells)) break;
    if (next.cells.length !== first.cells.length || isDrawn(next)) break;
    const texts = next.cells.map((cell) => withoutQuotes(cell.trim()));
    if (texts.some((text) => (isValue(text) && !isYear(text)) || unsaid.test(text))) break;
    const votes = votesOf(records, position + rows);
    const needed = isGroupLike(first) ? 1 : 2;
    if (votes.data > 0 || votes.header < needed) break;
    rows += 1;
  }
  return rows;
}

/** A row in quotes of another kind is one of data all the same. */
function withoutQuotes(text: string): string {
  return /^(['"])(.*)\1$/s.exec(text)?.[2]?.trim() ?? text;
}

/** True for a row with merged cells: empty ones after filled ones, or the same text again. */
function isGroupLike({ cells }: HeadRecord): boolean {
  return cells.some((cell, column) => column > 0 && (cell.trim() === '' || cell === cells[column - 1]));
}
