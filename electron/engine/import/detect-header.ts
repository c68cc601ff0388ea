import type { DialectEvidence } from '../../../shared/domain/import';
import { looksLikeDate, looksLikeNumber } from './cell-shapes';
import { type HeadRecord, isBlankRecord } from './head-sample';

export type HeaderDecision = {
  /** Physical line of the header; null when the file has none. */
  headerLine: number | null;
  firstDataLine: number;
  headers: string[];
  evidence: DialectEvidence;
};

const judgedRows = 60;

/** Finds the header row among the first records: the first one that is filled across the table's width. */
export function decideHeader(
  records: readonly HeadRecord[],
  width: number,
  corrections: { headerLine?: number | null | undefined; firstDataLine?: number | undefined },
): HeaderDecision {
  const detected = detect(records, width);
  const isCorrected = corrections.headerLine !== undefined && corrections.headerLine !== detected.headerLine;
  const headerLine = corrections.headerLine === undefined ? detected.headerLine : corrections.headerLine;
  const header = headerLine === null ? null : records.find((record) => record.line >= headerLine);
  const firstRecord = records.find(
    (record) => record.line >= detected.tableLine && !isBlankRecord(record.cells),
  );
  const following = header ? header.line + header.lines : (firstRecord?.line ?? 1);
  return {
    headerLine,
    firstDataLine: corrections.firstDataLine ?? following,
    headers: header ? header.cells : [],
    evidence: {
      aspect: 'headerLine',
      chosen: headerLine === null ? 'none' : String(headerLine),
      why: isCorrected ? 'corrected' : detected.why,
      details: { ...detected.details, preambleLines: (header?.line ?? following) - 1 },
      rivals: detected.rivals.filter(
        (rival) => rival.value !== (headerLine === null ? 'none' : String(headerLine)),
      ),
    },
  };
}

type Detected = {
  headerLine: number | null;
  tableLine: number;
  why: string;
  details: Record<string, number>;
  rivals: DialectEvidence['rivals'];
};

function detect(records: readonly HeadRecord[], width: number): Detected {
  const position = records.findIndex((record) => isAcross(record, width));
  const candidate = records[position];
  if (!candidate) {
    return { headerLine: 1, tableLine: 1, why: 'assumed', details: { filledCells: 0 }, rivals: [] };
  }
  const rows = records
    .slice(position + 1)
    .filter((record) => !isBlankRecord(record.cells))
    .slice(0, judgedRows);
  const votes = voteForHeader(candidate.cells, rows);
  const filledCells = candidate.cells.filter((cell) => cell.trim() !== '').length;
  const details = { filledCells, votesFor: votes.header, votesAgainst: votes.data };
  const line = String(candidate.line);
  const total = Math.max(votes.header + votes.data, 1);
  if (votes.data > votes.header) {
    return {
      headerLine: null,
      tableLine: candidate.line,
      why: 'first-row-like-data',
      details,
      rivals: [{ value: line, score: votes.header / total, why: 'first-full-row' }],
    };
  }
  const why = candidate.line > 1 ? 'first-full-row' : votes.header > 0 ? 'unlike-the-data' : 'assumed';
  return {
    headerLine: candidate.line,
    tableLine: candidate.line,
    why,
    details,
    rivals: [{ value: 'none', score: votes.data / total, why: 'first-row-like-data' }],
  };
}

function isAcross(record: HeadRecord, width: number): boolean {
  const filled = record.cells.filter((cell) => cell.trim() !== '').length;
  return width <= 1 ? filled >= 1 : filled >= Math.max(2, width * 0.5);
}

/** Columns in which the candidate differs from, or resembles, the rows below it. */
function voteForHeader(
  cells: readonly string[],
  rows: readonly HeadRecord[],
): { header: number; data: number } {
  let header = 0;
  let data = 0;
  cells.forEach((cell, column) => {
    const text = cell.trim();
    const below = rows.map((row) => (row.cells[column] ?? '').trim()).filter((value) => value !== '');
    if (text === '' || below.length < 2) return;
    const isValue = looksLikeNumber(text) || looksLikeDate(text);
    const valuesBelow = below.filter((value) => looksLikeNumber(value) || looksLikeDate(value)).length;
    if (valuesBelow > below.length * 0.7) {
      if (isValue) data += 1;
      else header += 1;
    } else if (
      isValue ||
      below.filter((value) => value === text).length >= Math.max(2, below.length * 0.05)
    ) {
      data += 1;
    }
  });
  return { header, data };
}
