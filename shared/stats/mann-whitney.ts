import { assertLevel } from './check';
import { normalTwoSidedP } from './distributions';
import { exactTwoSidedP, rankSumDistribution, smallSample } from './exact-ranks';
import { tieGroups, totalCount } from './frequencies';
import { absentRank, type RankComparison, rankBiserial } from './rank-comparison';
import { DEFAULT_LEVEL, type Frequencies, type TestResult } from './types';

/** True where the exact distribution serves: both waves below 50 answers and no value given twice. R: `wilcox.test`. */
export function isExactIndependent(baseline: Frequencies, followUp: Frequencies): boolean {
  return (
    totalCount(baseline) < smallSample &&
    totalCount(followUp) < smallSample &&
    tieGroups(baseline, followUp).every((group) => group.baseline + group.followUp === 1)
  );
}

/**
 * Mann-Whitney test of two independent waves: exact for fewer than 50 untied answers in each, else the normal
 * approximation, tie-corrected, without continuity correction. The statistic is W of R's
 * `wilcox.test(followUp, baseline, correct = FALSE)`. The effect size is the rank-biserial correlation, P(follow-up higher) -
 * P(baseline higher) for a random pair, with the interval of `rankBiserial`.
 */
export function compareIndependentRanks(
  baseline: Frequencies,
  followUp: Frequencies,
  level: number = DEFAULT_LEVEL,
): RankComparison {
  assertLevel(level);
  const n1 = totalCount(baseline);
  const n2 = totalCount(followUp);
  const groups = tieGroups(baseline, followUp);
  const ties = groups.some((group) => group.baseline + group.followUp > 1);
  const rules = { ties, zeros: 0, zeroRule: null };
  if (n1 === 0 || n2 === 0) return absentRank('no-cases', rules);
  if (groups.length === 1) return absentRank('no-variation', rules);
  const total = n1 + n2;
  let below = 0;
  let won = 0;
  let tieShare = 0;
  for (const group of groups) {
    const size = group.baseline + group.followUp;
    const above = n1 - below - group.baseline;
    won += group.followUp * (below - above);
    below += group.baseline;
    tieShare += (size / total) * ((size * size - 1) / (total - 1));
  }
  const balance = won / n1 / n2;
  const statistic = n1 * (n2 / 2) + won / 2;
  const z = (balance / 2) * Math.sqrt(n1) * Math.sqrt(n2 / ((total + 1 - tieShare) / 12));
  const error = Math.sqrt((total + 1) / 3 / n1 / n2);
  return {
    test: isExactIndependent(baseline, followUp)
      ? exactTest(statistic, n1, n2)
      : { name: 'mann-whitney', statistic, df: null, p: normalTwoSidedP(z) },
    effectSize: rankBiserial('rank-biserial', balance, error, level),
    rules,
    reason: null,
  };
}

function exactTest(statistic: number, n1: number, n2: number): TestResult {
  const p = exactTwoSidedP(rankSumDistribution(n1, n2), statistic);
  return { name: 'mann-whitney-exact', statistic, df: null, p };
}
