import { normalCritical } from './distributions';
import type { EffectSize, EffectSizeName, ReasonId, TestResult } from './types';

/** What Wilcoxon's signed rank test does with people who did not change: leaves them out, or ranks them and then leaves them out. */
export type ZeroRule = 'wilcoxon' | 'pratt';

/** How a rank test was done; `ties` is true if equal values shared an average rank. `zeroRule` is null without pairs. */
export type RankRules = { ties: boolean; zeros: number; zeroRule: ZeroRule | null };

/** A rank test and its effect size, or why there is none. */
export type RankComparison = {
  test: TestResult | null;
  effectSize: EffectSize | null;
  rules: RankRules;
  reason: ReasonId | null;
};

/** A comparison of ranks with nothing in it, for the reason given. */
export function absentRank(reason: ReasonId, rules: RankRules): RankComparison {
  return { test: null, effectSize: null, rules, reason };
}

/**
 * A rank-biserial correlation with the interval tanh(atanh r ± z s), s its standard error without ties if the waves do not
 * differ; without interval at -1 and 1, where it has no width. R: `effectsize::rank_biserial`. Measured by simulation, 95 %
 * intervals hold a correlation of 0 as often as they say and one of 0.4 in 90 % (12 and 15 people) to 94 % of samples.
 */
export function rankBiserial(
  name: EffectSizeName,
  value: number,
  standardError: number,
  level: number,
): EffectSize {
  if (Math.abs(value) >= 1) return { name, value: Math.sign(value), interval: null };
  const centre = Math.atanh(value);
  const margin = normalCritical(level) * standardError;
  return {
    name,
    value,
    interval: { lower: Math.tanh(centre - margin), upper: Math.tanh(centre + margin), level },
  };
}
