import { findBridges } from './bridges';

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
    protectCrossing({ crossing, rowMargin, columnMargin }, threshold, hidden);
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
 * Hides cells of the crossing only. Each row and column is a sum; with its margin it is a node of a graph whose
 * edges are the hidden cells, and a hidden cell can be worked out exactly when its edge is a bridge. Where hiding
 * single cells does not do, the whole crossing goes.
 */
function protectCrossing(table: Crossing, threshold: number, hidden: Set<string>): void {
  const { crossing, rowMargin, columnMargin } = table;
  const hasHidden = [...crossing, ...rowMargin, ...columnMargin].some((cell) =>
    hidden.has(cellAddress(cell)),
  );
  if (!hasHidden) return;
  const candidates = crossing.filter((cell) => cell.asked > 0 && !hidden.has(cellAddress(cell))).sort(bySize);
  for (;;) {
    const line = exposedLine(table, threshold, hidden);
    if (!line) return;
    const index = candidates.findIndex((cell) => line.rows.has(cell.row) || line.columns.has(cell.column));
    const [next] = index < 0 ? [] : candidates.splice(index, 1);
    if (!next) {
      for (const cell of crossing) hidden.add(cellAddress(cell));
      return;
    }
    hidden.add(cellAddress(next));
  }
}

type Lines = { rows: ReadonlySet<string>; columns: ReadonlySet<string> };

/** The rows and columns in which one more cell has to be hidden, or null when nothing can be worked out. */
function exposedLine(
  { crossing, rowMargin, columnMargin }: Crossing,
  threshold: number,
  hidden: ReadonlySet<string>,
): Lines | null {
  const isGone = (cell: CountedCell): boolean => cell.asked > 0 && hidden.has(cellAddress(cell));
  const gone = crossing.filter(isGone);
  for (const [side, margin] of [['row', rowMargin] as const, ['column', columnMargin] as const]) {
    for (const total of margin) {
      // A hidden margin keeps the sum of its hidden parts unknown.
      if (hidden.has(cellAddress(total))) continue;
      const parts = gone.filter((cell) => cell[side] === total[side]);
      const size = parts.reduce((sum, cell) => sum + cell.size, 0);
      if (parts.length > 0 && size < threshold) return oneLine(side, total[side]);
    }
  }
  const edges = [...gone, ...rowMargin.filter(isGone), ...columnMargin.filter(isGone)];
  const [bridge] = findBridges(edges.map((cell) => [`row ${cell.row}`, `column ${cell.column}`] as const));
  const cell = bridge === undefined ? undefined : edges[bridge];
  return cell ? { rows: new Set([cell.row]), columns: new Set([cell.column]) } : null;
}

function oneLine(side: 'row' | 'column', value: string): Lines {
  const empty = new Set<string>();
  return side === 'row'
    ? { rows: new Set([value]), columns: empty }
    : { rows: empty, columns: new Set([value]) };
}
