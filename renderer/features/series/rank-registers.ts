import { periodsBetween } from '../../../shared/domain/period';
import type { Wave } from '../../../shared/domain/wave';

type Files = { waves: readonly Pick<Wave, 'startDate' | 'endDate' | 'rows'>[] };

/**
 * Registers with the one that most likely holds a series first: most months between the dates declared for each of its
 * files, then a single file (two are usually a before and an after), then most rows.
 */
export function rankRegisters<T extends Files>(registers: readonly T[]): T[] {
  return registers
    .map((register) => ({ register, months: monthsOf(register), rows: rowsOf(register) }))
    .sort(
      (left, right) =>
        right.months - left.months ||
        Number(right.register.waves.length === 1) - Number(left.register.waves.length === 1) ||
        right.rows - left.rows,
    )
    .map(({ register }) => register);
}

/** Distinct months covered by the files that say from when to when they go; 0 where none does. */
function monthsOf({ waves }: Files): number {
  const months = waves.flatMap(({ startDate, endDate }) =>
    startDate !== null && endDate !== null ? periodsBetween(startDate, endDate, 'month') : [],
  );
  return new Set(months).size;
}

function rowsOf({ waves }: Files): number {
  return waves.reduce((sum, { rows }) => sum + rows, 0);
}
