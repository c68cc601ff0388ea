import { createHiddenGraph } from './hidden-graph';

/** Stands for all values of a variable: the margins and the total of a table. */
export const allValues = '*';

/**
 * One cell of a table of groups. `row` and `column` are values of the breakdown variables or `allValues`. `size` is
 * the people its figure rests on, `asked` those who could have answered; `isSmall` says that one of the numbers
 * shown for it lies between 1 and the threshold.
 */
export type CountedCell = { row: string; column: string; size: number; asked: number; isSmall: boolean };

/** True for a group that exists and is below the threshold. */
export function isBelow(threshold: number, ...sizes: readonly number[]): boolean {
  return sizes.some((size) => size > 0 && size < threshold);
}

/** Names a cell of one table by its row and column. */
export function cellAddress(cell: { row: string; column: string }): string {
  return JSON.stringify([cell.row, cell.column]);
}

/**
 * Addresses of the cells of one table that must not be shown: the small ones, those in `forced`, and as many others
 * as it takes that no subtraction of what is shown gives one of these back, or gives people fewer than the
 * threshold together. Margins are decided on their own, as if their crossing were not shown, so that a table by one
 * variable and one by two hide the same margins. The next smallest group is hidden first, ties by value.
 * The rule and its limits: docs/decisions/0006-suppression.md.
 */
export function protectTable(
  cells: readonly CountedCell[],
  threshold: number,
  forced: ReadonlySet<string> = new Set(),
): Set<string> {
  const mustHide = new Set(
    cells.filter((cell) => cell.isSmall || forced.has(cellAddress(cell))).map(cellAddress),
  );
  const total = cells.find((cell) => cell.row === allValues && cell.column === allValues);
  if (total && mustHide.has(cellAddress(total))) return new Set(cells.map(cellAddress));

  const hidden = new Set(mustHide);
  const rowMargin = cells.filter((cell) => cell.row !== allValues && cell.column === allValues);
  const columnMargin = cells.filter((cell) => cell.row === allValues && cell.column !== allValues);
  for (const margin of [rowMargin, columnMargin]) protectLine(margin, threshold, hidden);
  const crossing = cells.filter((cell) => cell.row !== allValues && cell.column !== allValues);
  if (crossing.length > 0) {
    protectCrossing({ crossing, rowMargin, columnMargin }, threshold, hidden, mustHide);
  }
  return hidden;
}

/** Hides further parts of one sum, smallest first, until at least two are hidden and together reach the threshold. */
function protectLine(parts: readonly CountedCell[], threshold: number, hidden: Set<string>): void {
  const present = parts.filter((cell) => cell.asked > 0).sort(bySize);
  const candidates = present.filter((cell) => !hidden.has(cellAddress(cell)));
  while (candidates.length > 0 && isExposed(present, threshold, hidden)) {
    const next = candidates.shift();
    if (next) hidden.add(cellAddress(next));
  }
}

function isExposed(parts: readonly CountedCell[], threshold: number, hidden: ReadonlySet<string>): boolean {
  const gone = parts.filter((cell) => cell.asked > 0 && hidden.has(cellAddress(cell)));
  if (gone.length === 0) return false;
  return gone.length < 2 || gone.reduce((sum, cell) => sum + cell.size, 0) < threshold;
}

function bySize(left: CountedCell, right: CountedCell): number {
  return (
    left.size - right.size ||
    left.asked - right.asked ||
    compareText(left.row, right.row) ||
    compareText(left.column, right.column)
  );
}

function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

type Crossing = {
  crossing: readonly CountedCell[];
  rowMargin: readonly CountedCell[];
  columnMargin: readonly CountedCell[];
};

/**
 * Hides cells of the crossing only, until no sum that can be worked out around a cell that must stay hidden is below
 * the threshold or is that cell alone. Where hiding single cells does not do, the whole crossing goes.
 */
function protectCrossing(
  { crossing, rowMargin, columnMargin }: Crossing,
  threshold: number,
  hidden: Set<string>,
  mustHide: ReadonlySet<string>,
): void {
  const graph = createHiddenGraph();
  const edges = [
    ...crossing.map((cell) => ({ ...cell, isMargin: false })),
    ...[...rowMargin, ...columnMargin].map((cell) => ({ ...cell, isMargin: true })),
  ].filter((cell) => cell.asked > 0 && hidden.has(cellAddress(cell)));
  for (const edge of edges) graph.add(edge);
  const candidates = crossing.filter((cell) => cell.asked > 0 && !hidden.has(cellAddress(cell))).sort(bySize);
  for (const edge of edges.filter((cell) => mustHide.has(cellAddress(cell)))) {
    const enough = Math.max(threshold, edge.size + 1);
    for (;;) {
      const { smallestSum, rows, columns } = graph.expose(edge, enough);
      if (smallestSum >= enough) break;
      const next = candidates.findIndex((cell) => rows.has(cell.row) !== columns.has(cell.column));
      const [chosen] = next < 0 ? [] : candidates.splice(next, 1);
      if (!chosen) {
        for (const cell of crossing) hidden.add(cellAddress(cell));
        return;
      }
      hidden.add(cellAddress(chosen));
      graph.add({ ...chosen, isMargin: false });
    }
  }
}
