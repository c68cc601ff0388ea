import { looksLikeDate, looksLikeNumber } from '../cell-shapes';

/** A block of merged cells; rows count from 1, columns from 0, both ends included. */
export type Merge = { top: number; left: number; bottom: number; right: number };

/** Merged headers whose text was given to all their cells, and merged cells left as they are; titles are neither. */
export type FinishedMerges = { extended: Merge[]; left: Merge[] };

const mostHeaderRows = 10;

/**
 * Gives the cells of merged headers the text of their first one. The header begins at the first row that spans the
 * table (titles above it are a single cell, however wide) and goes on below rows that have merged cells; merged cells
 * among the answers stay as they are.
 */
export function extendHeaderMerges(
  head: readonly string[][],
  width: number,
  merges: readonly Merge[],
): { cells: string[][] } & FinishedMerges {
  const cells = head.map((row) => [...row]);
  const inHead = merges.filter(({ bottom }) => bottom <= head.length);
  if (inHead.length === 0) return { cells, extended: [], left: [] };
  const zone = headerZone(head, width, inHead);
  if (!zone) return { cells, extended: [], left: inHead };
  const extended = inHead.filter(({ top, bottom, left }) => {
    const text = head[top - 1]?.[left] ?? '';
    return top >= zone.first && bottom <= zone.last && text.trim() !== '';
  });
  for (const { top, left, bottom, right } of extended) {
    const text = head[top - 1]?.[left] ?? '';
    for (let row = top; row <= bottom; row += 1) {
      const target = cells[row - 1];
      if (!target) continue;
      for (let column = left; column <= Math.min(right, width - 1); column += 1) {
        while (target.length < column) target.push('');
        target[column] = text;
      }
    }
  }
  const left = inHead.filter((merge) => !extended.includes(merge) && merge.bottom >= zone.first);
  return { cells, extended, left };
}

function headerZone(
  head: readonly string[][],
  width: number,
  merges: readonly Merge[],
): { first: number; last: number } | null {
  const index = head.findIndex((row, position) => spansTable(row, position + 1, width, merges));
  if (index < 0) return null;
  const first = index + 1;
  let last = first;
  for (let row = first; row <= last && last < first + mostHeaderRows; row += 1) {
    for (const { top, bottom, left, right } of merges) {
      if (top !== row) continue;
      last = Math.max(last, bottom);
      // A header over several columns has the headers of those columns below it.
      const below = (head[bottom] ?? []).slice(left, right + 1);
      const isOverHeaders = right > left && below.length > 0 && below.every(isHeaderText);
      if (isOverHeaders) last = Math.max(last, bottom + 1);
    }
  }
  return { first, last: Math.min(last, first + mostHeaderRows) };
}

function isHeaderText(cell: string): boolean {
  const text = cell.trim();
  return text !== '' && !looksLikeNumber(text) && !looksLikeDate(text);
}

function spansTable(row: readonly string[], line: number, width: number, merges: readonly Merge[]): boolean {
  const filled = row.flatMap((cell, column) => (cell.trim() === '' ? [] : [column]));
  if (filled.length < 2) return false;
  const covered = filled.reduce((sum, column) => {
    const merge = merges.find(({ top, bottom, left }) => top <= line && bottom >= line && left === column);
    return sum + (merge ? merge.right - merge.left + 1 : 1);
  }, 0);
  return covered >= Math.max(2, width * 0.5);
}
