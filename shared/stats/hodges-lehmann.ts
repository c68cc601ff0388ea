import { absentEstimate } from './change';
import { assertLevel } from './check';
import { normalCritical } from './distributions';
import {
  exactLimitRank,
  type RankDistribution,
  rankSumDistribution,
  signedRankDistribution,
} from './exact-ranks';
import { sortFrequencies, tieGroups, totalCount } from './frequencies';
import { isExactIndependent } from './mann-whitney';
import { type OrderedPairs, pairDifferences, walshSums } from './pair-selection';
import { isExactMatched } from './signed-rank';
import { DEFAULT_LEVEL, type Estimate, type Frequencies, type ReasonId } from './types';

/**
 * Shift between independent waves: the median of follow-up minus baseline over all pairs of a person of each, with Moses'
 * interval between two of those differences, exact where the Mann-Whitney test is, else by its normal approximation with
 * the variance corrected for ties and the rank rounded down. Hollander, Wolfe and Chicken 2014, sections 4.2 and 4.3;
 * R: `wilcox.test(conf.int = TRUE)` where exact. Null without answers; no interval if nothing varies or waves are too small.
 */
export function shiftIndependent(
  baseline: Frequencies,
  followUp: Frequencies,
  level: number = DEFAULT_LEVEL,
): Estimate {
  assertLevel(level);
  const [first, second] = [sortFrequencies(baseline), sortFrequencies(followUp)];
  const [n1, n2] = [totalCount(first), totalCount(second)];
  if (n1 === 0 || n2 === 0) return absentEstimate('no-cases');
  const pairs = pairDifferences(first, second);
  if (first.length === 1 && second.length === 1)
    return { value: middle(pairs), interval: null, reason: 'no-variation' };
  const total = n1 + n2;
  const ties = tieGroups(first, second).map((group) => group.baseline + group.followUp);
  const spread = n1 * n2 * ((total + 1 - tieCorrection(ties) / (total * (total - 1))) / 12);
  const distribution = isExactIndependent(first, second) ? rankSumDistribution(n1, n2) : null;
  return withInterval(pairs, 1, distribution, spread, level);
}

/**
 * Shift of the same people: the median of the averages of two people's differences (Walsh averages, each person with
 * themself included, differences of 0 too), with Tukey's interval between two of those averages, exact where the signed
 * rank test is, else by its normal approximation with the variance corrected for ties and the rank rounded down.
 * Hollander, Wolfe and Chicken 2014, sections 3.2 and 3.3. Nulls as in `shiftIndependent`.
 */
export function shiftMatched(differences: Frequencies, level: number = DEFAULT_LEVEL): Estimate {
  assertLevel(level);
  const sorted = sortFrequencies(differences);
  const n = totalCount(sorted);
  if (n === 0) return absentEstimate('no-cases');
  const pairs = walshSums(sorted);
  if (sorted.length === 1)
    return { value: middle(pairs) / 2, interval: null, reason: n === 1 ? 'single-case' : 'no-variation' };
  const sizes = tieGroups(
    sorted.filter(({ value }) => value < 0).map(({ value, count }) => ({ value: -value, count })),
    sorted.filter(({ value }) => value >= 0),
  );
  const ties = sizes.map((group) => group.baseline + group.followUp);
  const spread = (n * (n + 1) * (2 * n + 1)) / 24 - tieCorrection(ties) / 48;
  return withInterval(pairs, 2, isExactMatched(sorted) ? signedRankDistribution(n) : null, spread, level);
}

/** Sum of t³ - t over groups of t equal values. */
function tieCorrection(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size * (size - 1) * (size + 1), 0);
}

function withInterval(
  pairs: OrderedPairs,
  divisor: number,
  distribution: RankDistribution | null,
  spread: number,
  level: number,
): Estimate {
  const value = middle(pairs) / divisor;
  const rank =
    distribution === null ? normalLimitRank(pairs.total, spread, level) : exactLimitRank(distribution, level);
  if (rank === null) return { value, interval: null, reason: 'too-few-for-level' satisfies ReasonId };
  const place = BigInt(rank);
  return {
    value,
    interval: {
      lower: pairs.select(place) / divisor,
      upper: pairs.select(pairs.total + 1n - place) / divisor,
      level,
    },
    reason: null,
  };
}

function normalLimitRank(total: bigint, spread: number, level: number): number | null {
  const rank = Math.floor(Number(total) / 2 - normalCritical(level) * Math.sqrt(spread));
  return rank < 1 ? null : rank;
}

function middle({ total, select }: OrderedPairs): number {
  const half = total / 2n;
  if (total % 2n === 1n) return select(half + 1n);
  return select(half) / 2 + select(half + 1n) / 2;
}
