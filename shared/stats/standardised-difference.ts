import { symmetricInterval } from './change';
import { isNegligible } from './check';
import { gammaRatio, normalCritical } from './distributions';
import { DEFAULT_LEVEL, type EffectSize, type Moments, type PairedMoments } from './types';

/**
 * Hedges' exact small-sample factor J(df) = Γ(df/2) / (√(df/2) Γ((df - 1)/2)), between 0 and 1 for df > 1, and 0
 * for df = 1, where the expectation it corrects does not exist. Hedges 1981.
 */
export function hedgesCorrection(df: number): number {
  if (df <= 1) return 0;
  return 1 / (gammaRatio((df - 1) / 2, 0.5) * Math.sqrt(df / 2));
}

/**
 * Hedges' g of two independent waves: difference over the pooled standard deviation, times J(n1 + n2 - 2), with the
 * large-sample interval g ± z √(1/n1 + 1/n2 + g²/(2(n1 + n2))). R: `metafor::escalc("SMD", vtype = "LS")`.
 * Null if a wave has fewer than two cases or neither wave varies.
 */
export function hedgesG(
  baseline: Moments,
  followUp: Moments,
  level: number = DEFAULT_LEVEL,
): EffectSize | null {
  if (baseline.mean === null || followUp.mean === null) return null;
  if (baseline.variance === null || followUp.variance === null) return null;
  const total = baseline.n + followUp.n;
  const df = total - 2;
  const pooled = ((baseline.n - 1) / df) * baseline.variance + ((followUp.n - 1) / df) * followUp.variance;
  if (!(pooled > 0)) return null;
  const value = (hedgesCorrection(df) * (followUp.mean - baseline.mean)) / Math.sqrt(pooled);
  const variance = 1 / baseline.n + 1 / followUp.n + value ** 2 / (2 * total);
  return {
    name: 'hedges-g',
    value,
    interval: symmetricInterval(value, normalCritical(level) * Math.sqrt(variance), level),
  };
}

/**
 * g_av of a value measured twice on the same people: difference over √((s1² + s2²)/2), times J(n - 1), with Bonett's
 * interval for that ratio (Psychological Methods 2008, 13:99) times the same J. Null below three pairs (J is 0 for
 * two) or if neither wave varies.
 */
export function hedgesGAverage(pairs: PairedMoments, level: number = DEFAULT_LEVEL): EffectSize | null {
  const { n, meanBaseline, meanFollowUp, varianceBaseline, varianceFollowUp, covariance } = pairs;
  if (n < 3 || meanBaseline === null || meanFollowUp === null) return null;
  if (varianceBaseline === null || varianceFollowUp === null || covariance === null) return null;
  const average = (varianceBaseline + varianceFollowUp) / 2;
  if (isNegligible(Math.sqrt(average), meanBaseline, meanFollowUp)) return null;
  const df = n - 1;
  const correction = hedgesCorrection(df);
  const distance = (meanFollowUp - meanBaseline) / Math.sqrt(average);
  const [first, second, joint] = [
    varianceBaseline / average,
    varianceFollowUp / average,
    covariance / average,
  ];
  const variance =
    (distance ** 2 * (first ** 2 + second ** 2 + 2 * joint ** 2)) / (8 * df) +
    Math.max(0, first + second - 2 * joint) / df;
  const margin = correction * normalCritical(level) * Math.sqrt(variance);
  return {
    name: 'hedges-g-av',
    value: correction * distance,
    interval: symmetricInterval(correction * distance, margin, level),
  };
}
