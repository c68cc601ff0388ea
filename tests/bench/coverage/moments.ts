import type { Moments, PairedCounts, PairedMoments, RatioMoments } from '../../../shared/stats/types';

/** Sufficient statistics of drawn values, by their textbook formulas. */

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function covariance(left: readonly number[], right: readonly number[]): number {
  const [first, second] = [mean(left), mean(right)];
  const products = left.reduce(
    (sum, value, index) => sum + (value - first) * ((right[index] ?? 0) - second),
    0,
  );
  return products / (left.length - 1);
}

export function moments(values: readonly number[]): Moments {
  return { n: values.length, mean: mean(values), variance: covariance(values, values) };
}

export function pairedMoments(baseline: readonly number[], followUp: readonly number[]): PairedMoments {
  return {
    n: baseline.length,
    meanBaseline: mean(baseline),
    meanFollowUp: mean(followUp),
    varianceBaseline: covariance(baseline, baseline),
    varianceFollowUp: covariance(followUp, followUp),
    covariance: covariance(baseline, followUp),
  };
}

export function ratioMoments(numerator: readonly number[], denominator: readonly number[]): RatioMoments {
  return {
    n: numerator.length,
    meanNumerator: mean(numerator),
    meanDenominator: mean(denominator),
    varianceNumerator: covariance(numerator, numerator),
    varianceDenominator: covariance(denominator, denominator),
    covariance: covariance(numerator, denominator),
  };
}

export function pairedCounts(pairs: readonly (readonly [boolean, boolean])[]): PairedCounts {
  const count = (before: boolean, after: boolean): number =>
    pairs.filter((pair) => pair[0] === before && pair[1] === after).length;
  return {
    both: count(true, true),
    onlyBaseline: count(true, false),
    onlyFollowUp: count(false, true),
    neither: count(false, false),
  };
}
