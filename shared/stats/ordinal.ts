import { assertCount } from './check';
import { normalTwoSidedP } from './distributions';
import type { EffectSize, Frequencies, ProportionCounts, ReasonId, TestResult } from './types';

/** A rank test and its effect size, or why there is none. */
export type RankComparison = {
  test: TestResult | null;
  effectSize: EffectSize | null;
  reason: ReasonId | null;
};

function absentRank(reason: ReasonId): RankComparison {
  return { test: null, effectSize: null, reason };
}

/** How many people are counted in all. Throws RangeError on a count that is not whole or negative. */
export function totalCount(frequencies: Frequencies): number {
  for (const { count } of frequencies) assertCount('count', count);
  return frequencies.reduce((sum, { count }) => sum + count, 0);
}

/** How many of those counted gave one of `values`. */
export function boxCounts(frequencies: Frequencies, values: readonly number[]): ProportionCounts {
  const chosen = new Set(values);
  const x = frequencies.reduce((sum, { value, count }) => (chosen.has(value) ? sum + count : sum), 0);
  return { n: totalCount(frequencies), x };
}

/** The two most favourable values of a declared scale, whether or not anybody gave them. */
export function topTwoValues(scale: readonly number[], favourable: 'highest' | 'lowest'): readonly number[] {
  const ascending = [...new Set(scale)].sort((a, b) => a - b);
  return favourable === 'highest' ? ascending.slice(-2) : ascending.slice(0, 2);
}

/** Top-two box as counts, for the methods of proportion.ts. */
export function topTwoBox(
  frequencies: Frequencies,
  scale: readonly number[],
  favourable: 'highest' | 'lowest' = 'highest',
): ProportionCounts {
  return boxCounts(frequencies, topTwoValues(scale, favourable));
}

type TieGroup = { value: number; baseline: number; followUp: number };

function tieGroups(baseline: Frequencies, followUp: Frequencies): TieGroup[] {
  const groups = new Map<number, TieGroup>();
  const groupOf = (value: number): TieGroup => {
    const group = groups.get(value) ?? { value, baseline: 0, followUp: 0 };
    groups.set(value, group);
    return group;
  };
  for (const { value, count } of baseline) groupOf(value).baseline += count;
  for (const { value, count } of followUp) groupOf(value).followUp += count;
  return [...groups.values()].sort((a, b) => a.value - b.value);
}

/**
 * Mann-Whitney test of two independent waves: normal approximation, tie-corrected, without continuity correction.
 * The statistic is W of R's `wilcox.test(followUp, baseline, exact = FALSE, correct = FALSE)`. The effect size is the
 * rank-biserial correlation, P(follow-up higher) - P(baseline higher) for a random pair.
 */
export function compareIndependentRanks(baseline: Frequencies, followUp: Frequencies): RankComparison {
  const n1 = totalCount(baseline);
  const n2 = totalCount(followUp);
  if (n1 === 0 || n2 === 0) return absentRank('no-cases');
  const total = n1 + n2;
  let below = 0;
  let wins = 0;
  let tieShare = 0;
  for (const group of tieGroups(baseline, followUp)) {
    const size = group.baseline + group.followUp;
    wins += (group.followUp / n2) * ((below + group.baseline / 2) / n1);
    below += group.baseline;
    tieShare += (size / total) * ((size * size - 1) / (total - 1));
  }
  const spread = (total + 1 - tieShare) / 12;
  if (!(spread > 1e-12 * total)) return absentRank('no-variation');
  const z = ((wins - 0.5) * Math.sqrt(n1) * Math.sqrt(n2)) / Math.sqrt(spread);
  return {
    test: { name: 'mann-whitney', statistic: wins * n1 * n2, df: null, p: normalTwoSidedP(z) },
    effectSize: { name: 'rank-biserial', value: 2 * wins - 1, interval: null },
    reason: null,
  };
}

/**
 * Wilcoxon's signed rank test from the frequencies of follow-up minus baseline on the same people: zero differences
 * dropped (Wilcoxon's rule), ties by average rank, normal approximation without continuity correction. The statistic
 * is V of R's `wilcox.test(followUp, baseline, paired = TRUE, exact = FALSE, correct = FALSE)`.
 */
export function compareMatchedRanks(differences: Frequencies): RankComparison {
  if (totalCount(differences) === 0) return absentRank('no-cases');
  const moved = differences.filter(({ value, count }) => value !== 0 && count > 0);
  const n = totalCount(moved);
  if (n === 0) return absentRank('no-variation');
  const falls = moved.filter(({ value }) => value < 0).map(({ value, count }) => ({ value: -value, count }));
  const rises = moved.filter(({ value }) => value > 0);
  let ranked = 0;
  let positive = 0;
  let ties = 0;
  for (const group of tieGroups(falls, rises)) {
    const size = group.baseline + group.followUp;
    positive += group.followUp * (ranked + (size + 1) / 2);
    ranked += size;
    ties += size ** 3 - size;
  }
  const sum = (n * (n + 1)) / 2;
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  const z = (positive - sum / 2) / Math.sqrt(variance);
  return {
    test: { name: 'wilcoxon-signed-rank', statistic: positive, df: null, p: normalTwoSidedP(z) },
    effectSize: { name: 'matched-rank-biserial', value: (2 * positive) / sum - 1, interval: null },
    reason: null,
  };
}
