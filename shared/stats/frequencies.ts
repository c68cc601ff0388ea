import { assertCount } from './check';
import type { Frequencies } from './types';

/** How many people are counted in all. Throws RangeError on a count that is not whole or negative. */
export function totalCount(frequencies: Frequencies): number {
  for (const { count } of frequencies) assertCount('count', count);
  return frequencies.reduce((sum, { count }) => sum + count, 0);
}

/** The values somebody gave, ascending, each once. Throws RangeError on a value that is not finite or a bad count. */
export function sortFrequencies(frequencies: Frequencies): { value: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { value, count } of frequencies) {
    assertCount('count', count);
    if (!Number.isFinite(value)) throw new RangeError(`a value must be finite, got ${value}`);
    // Adding 0 makes one value of 0 and -0.
    if (count > 0) counts.set(value + 0, (counts.get(value + 0) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/** True if all who are counted gave one value, or nobody is counted. */
export function isConstant(frequencies: Frequencies): boolean {
  return sortFrequencies(frequencies).length <= 1;
}

/** How many answers of each wave have one value; ascending. */
export type TieGroup = { value: number; baseline: number; followUp: number };

/** Both waves side by side, value by value, ascending. */
export function tieGroups(baseline: Frequencies, followUp: Frequencies): TieGroup[] {
  const groups = new Map<number, TieGroup>();
  const groupOf = (value: number): TieGroup => {
    const group = groups.get(value) ?? { value, baseline: 0, followUp: 0 };
    groups.set(value, group);
    return group;
  };
  for (const { value, count } of sortFrequencies(baseline)) groupOf(value).baseline += count;
  for (const { value, count } of sortFrequencies(followUp)) groupOf(value).followUp += count;
  return [...groups.values()].sort((a, b) => a.value - b.value);
}

/**
 * Differences without the last bits that subtraction leaves: sizes closer than rounding of numbers as large as
 * `largest` count as one, and those that close to 0 as 0. 91.7 - 80.7 and 90 - 79 are the same rise of 11.
 */
export function mergeRoundedDifferences(differences: Frequencies, largest: number): Frequencies {
  const tolerance = 8 * Number.EPSILON * Math.abs(largest);
  const sizes = [...new Set(differences.map(({ value }) => Math.abs(value)))].sort((a, b) => a - b);
  const known = new Map<number, number>();
  let [first, last] = [0, 0];
  for (const size of sizes) {
    if (size - last > tolerance) first = size;
    last = size;
    known.set(size, first);
  }
  return sortFrequencies(
    differences.map(({ value, count }) => ({
      value: Math.sign(value) * (known.get(Math.abs(value)) ?? 0),
      count,
    })),
  );
}
