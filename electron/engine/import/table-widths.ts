import type { HeadRecord } from './head-sample';
import type { RecordScan } from './record-scanner';

export type TableWidths = {
  /** Cells of a row, empty columns before the table included. */
  fullWidth: number;
  /** Field counts that are read as whole rows. */
  acceptedWidths: number[];
  /** Rows that lack trailing cells are completed with empty ones. */
  padsShortRows: boolean;
};

/** The table is as wide as its header; where nearly all rows differ from it by trailing cells, as wide as the wider. */
export function judgeWidths(headerWidth: number, rows: readonly HeadRecord[]): TableWidths {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [usual = headerWidth, count = 0] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? [];
  if (headerWidth === 0) return { fullWidth: usual, acceptedWidths: [usual], padsShortRows: false };
  if (usual === headerWidth || count < rows.length * 0.8) {
    return { fullWidth: headerWidth, acceptedWidths: [headerWidth], padsShortRows: false };
  }
  return {
    fullWidth: Math.max(usual, headerWidth),
    acceptedWidths: [usual, headerWidth],
    padsShortRows: false,
  };
}

const fewRows = 8;

/**
 * Some programs leave out the empty cells at the end of a row. That is clear when many rows are short by different
 * numbers of cells, none of them is longer than the header, and no row at all ends with an empty cell.
 */
export function padTrailing(
  widths: TableWidths,
  rows: readonly HeadRecord[],
  scan: RecordScan,
  headerWidth: number,
): TableWidths {
  const lengths = [...scan.fieldCounts.keys()];
  if (headerWidth < 3 || rows.length < fewRows || scan.unclosedLines.length > 0) return widths;
  const short = rows.filter(
    ({ cells }) => cells.length < headerWidth && !(cells.length === 1 && cells[0] === ''),
  );
  if (short.length < rows.length * 0.15 || lengths.some((length) => length > headerWidth)) return widths;
  if (new Set(short.map(({ cells }) => cells.length)).size < 2) return widths;
  if (rows.some(({ cells }) => cells.length > 1 && (cells.at(-1) ?? '').trim() === '')) return widths;
  // A row of one cell may as well be a note.
  const accepted = lengths.filter((length) => length >= 2);
  return {
    fullWidth: headerWidth,
    acceptedWidths: [...new Set([headerWidth, ...accepted])],
    padsShortRows: true,
  };
}

/** How many columns before the table are empty in its header and in every record of the head. */
export function emptyColumnsBefore(rows: readonly HeadRecord[], width: number): number {
  if (rows.length < 2) return 0;
  let first = 0;
  while (first < width - 1 && rows.every(({ cells }) => (cells[first] ?? '').trim() === '')) first += 1;
  return first;
}
