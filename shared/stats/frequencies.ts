import { assertCount } from './check';
import type { Frequencies } from './types';

/** How many people are counted in all. Throws RangeError on a count that is not whole or negative. */
export function totalCount(frequencies: Frequencies): number {
  for (const { count } of frequencies) assertCount('count', count);
  return frequencies.reduce((sum, { count }) => sum + count, 0);
}

/** The values somebody gave, ascending, each once. Throws RangeError on a value that is not finite or a bad count. */
export function sortFrequencies(frequencies: Frequencies): { value: number; count: number }[] {
  const given: { value: number; count: number }[] = [];
  let isSorted = true;
  let last = Number.NEGATIVE_INFINITY;
  for (const { value, count } of frequencies) {
    assertCount('count', count);
    if (!Number.isFinite(value)) throw new RangeError(`a value must be finite, got ${value}`);
    if (count === 0) continue;
    if (value <= last) isSorted = false;
    last = value;
    // Adding 0 makes one value of 0 and -0.
    given.push({ value: value + 0, count });
  }
  return isSorted ? given : mergeEqual(given.sort((a, b) => a.value - b.value));
}

function mergeEqual(ascending: readonly { value: number; count: number }[]) {
  const merged: { value: number; count: number }[] = [];
  for (const entry of ascending) {
    const last = merged.at(-1);
    if (last && last.value === entry.value) last.count += entry.count;
    else merged.push(entry);
  }
  return merged;
}

/** How many answers of each wave have one value; ascending. */
export type TieGroup = { value: number; baseline: number; followUp: number };

/** Both waves side by side, value by value, ascending. */
export function tieGroups(baseline: Frequencies, followUp: Frequencies): TieGroup[] {
  const [first, second] = [sortFrequencies(baseline), sortFrequencies(followUp)];
  const groups: TieGroup[] = [];
  let position = 0;
  for (const { value, count } of first) {
    for (let next = second[position]; next && next.value < value; next = second[position]) {
      groups.push({ value: next.value, baseline: 0, followUp: next.count });
      position += 1;
    }
    const same = second[position];
    const isShared = same?.value === value;
    groups.push({ value, baseline: count, followUp: isShared ? (same?.count ?? 0) : 0 });
    if (isShared) position += 1;
  }
  for (const { value, count } of second.slice(position)) groups.push({ value, baseline: 0, followUp: count });
  return groups;
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
