import type { ComparisonRow, WaveCell } from '../../../shared/domain/comparison';
import { protectedCell } from './cells';

/**
 * Hides the figures of whole waves from which, with the figure of the matched people beside it, the answers of a few
 * leavers or newcomers would follow by subtraction. Matched figures and changes stay: they are what a matched
 * comparison is about. All groups of one kind (each school, each school by sex) are decided together, so that a
 * total minus the others gives nothing back. Rows of one indicator; the order is kept.
 */
export function hideLeavers(rows: readonly ComparisonRow[], threshold: number): ComparisonRow[] {
  const exposed = new Set<string>();
  for (const row of rows) {
    for (const cell of row.cells) {
      if (isTellingApart(row, cell, threshold)) exposed.add(place(row, cell));
    }
  }
  if (exposed.size === 0) return [...rows];
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) =>
      cell.status === 'shown' && exposed.has(place(row, cell)) ? protectedCell(cell.waveId) : cell,
    ),
  }));
}

function place(row: ComparisonRow, cell: WaveCell): string {
  return JSON.stringify([row.key.map(({ variableId }) => variableId), cell.waveId]);
}

function isTellingApart(row: ComparisonRow, cell: WaveCell, threshold: number): boolean {
  return row.changes.some((change) => {
    const matched = [change.baseline, change.followUp].find(({ waveId }) => waveId === cell.waveId);
    if (cell.status !== 'shown' || matched?.status !== 'shown') return false;
    const apart = [
      Math.abs((cell.n ?? 0) - (matched.n ?? 0)),
      Math.abs((cell.n ?? 0) + (cell.missing ?? 0) - (matched.n ?? 0) - (matched.missing ?? 0)),
    ];
    return apart.some((people) => people > 0 && people < threshold);
  });
}
