/** Chances of each value 0, 1, 2, … of a rank statistic that is symmetric about the middle. */
export type RankDistribution = readonly number[];

/** Samples below this size get exact figures if nothing is tied, as in R's `wilcox.test`. */
export const smallSample = 50;

/**
 * Chances of the sum of the ranks 1 to `n` that carry a plus, if each sign is a toss: the subsets of 1 to n counted by
 * their sum. Exact for n below 53. R: `dsignrank(0:(n * (n + 1) / 2), n)`.
 */
export function signedRankDistribution(n: number): RankDistribution {
  const subsets = new Float64Array((n * (n + 1)) / 2 + 1);
  subsets[0] = 1;
  for (let rank = 1; rank <= n; rank += 1) {
    for (let sum = (rank * (rank + 1)) / 2; sum >= rank; sum -= 1) {
      subsets[sum] = (subsets[sum] ?? 0) + (subsets[sum - rank] ?? 0);
    }
  }
  return Array.from(subsets, (count) => count / 2 ** n);
}

/**
 * Chances of how many of the `first` × `second` pairs the second sample wins, if both come from one distribution:
 * partitions into at most `first` parts of at most `second`. R: `dwilcox(0:(first * second), first, second)`.
 */
export function rankSumDistribution(first: number, second: number): RankDistribution {
  const pairs = first * second;
  const byParts = Array.from({ length: first + 1 }, () => new Float64Array(pairs + 1));
  const none = byParts[0];
  if (none) none[0] = 1;
  for (let part = 1; part <= second; part += 1) {
    for (let parts = 1; parts <= first; parts += 1) {
      const [row, shorter] = [byParts[parts], byParts[parts - 1]];
      if (!row || !shorter) continue;
      for (let sum = part; sum <= parts * part; sum += 1) {
        row[sum] = (row[sum] ?? 0) + (shorter[sum - part] ?? 0);
      }
    }
  }
  const ways = Array.from({ length: pairs + 1 }, (_, sum) =>
    byParts.reduce((count, row) => count + (row[sum] ?? 0), 0),
  );
  const all = ways.reduce((sum, count) => sum + count, 0);
  return ways.map((count) => count / all);
}

/** Chance of at most `value`. */
export function lowerTail(distribution: RankDistribution, value: number): number {
  return distribution.slice(0, Math.max(0, value + 1)).reduce((sum, chance) => sum + chance, 0);
}

/** Two-sided p of a statistic: twice the smaller tail, at most 1. */
export function exactTwoSidedP(distribution: RankDistribution, statistic: number): number {
  const mirrored = distribution.length - 1 - statistic;
  return Math.min(1, 2 * lowerTail(distribution, Math.min(statistic, mirrored)));
}

// Rounding of the sums of chances; R's qsignrank and qwilcox allow as much.
const rounding = 1e-12;

/**
 * Which ordered pair from either end bounds an interval of the shift at `level`, counted from 1; null where even the
 * outermost ones hold it less often than that. R: `qsignrank`, `qwilcox` in `wilcox.test(conf.int = TRUE)`.
 */
export function exactLimitRank(distribution: RankDistribution, level: number): number | null {
  const tail = (1 - level) / 2;
  if ((distribution[0] ?? 1) > tail * (1 + rounding)) return null;
  let below = 0;
  const rank = distribution.findIndex((chance) => {
    below += chance;
    return below >= tail * (1 - rounding);
  });
  return Math.max(1, rank);
}
