import { absentEstimate, bareChange, simpleError, symmetricInterval } from './change';
import { assertCount, assertLevel, isNegligible } from './check';
import { tCritical } from './distributions';
import { differenceVariance, studentTest, welchDegrees } from './student';
import {
  type ChangeResult,
  DEFAULT_LEVEL,
  type Estimate,
  type PairedRatioMoments,
  type RatioMoments,
  type ReasonId,
} from './types';

type LinearisedRatio = { ratio: number | null; variance: number | null; reason: ReasonId | null };

/**
 * Ratio of sums and its squared standard error by Taylor linearisation under simple random sampling,
 * (s_y² + R² s_x² - 2 R s_xy) / (n x̄²). Cochran 1977, chapter 6; R: `survey::svyratio` without fpc.
 */
function lineariseRatio(moments: RatioMoments): LinearisedRatio {
  const { n, meanNumerator, meanDenominator, varianceNumerator, varianceDenominator, covariance } = moments;
  assertCount('n', n);
  if (n === 0 || meanNumerator === null || meanDenominator === null) {
    return { ratio: null, variance: null, reason: 'no-cases' };
  }
  if (meanDenominator === 0) return { ratio: null, variance: null, reason: 'zero-denominator' };
  const ratio = meanNumerator / meanDenominator;
  if (n === 1 || varianceNumerator === null || varianceDenominator === null || covariance === null) {
    return { ratio, variance: null, reason: 'single-case' };
  }
  const residual = differenceVariance(
    varianceNumerator,
    ratio ** 2 * varianceDenominator,
    ratio * covariance,
  );
  const variance = residual / n / meanDenominator / meanDenominator;
  if (isNegligible(Math.sqrt(variance), ratio)) return { ratio, variance: null, reason: 'no-variation' };
  return { ratio, variance, reason: null };
}

/** Sum of numerators over sum of denominators, with the linearised interval on t with n - 1 degrees of freedom. */
export function estimateRatio(moments: RatioMoments, level: number = DEFAULT_LEVEL): Estimate {
  assertLevel(level);
  const { ratio, variance, reason } = lineariseRatio(moments);
  if (ratio === null) return absentEstimate(reason ?? 'no-cases');
  if (variance === null) return { value: ratio, interval: null, reason };
  const standardError = Math.sqrt(variance);
  const margin = tCritical(level, moments.n - 1) * standardError;
  const error = simpleError(standardError, moments.n - 1);
  return { value: ratio, interval: symmetricInterval(ratio, margin, level), reason: null, error };
}

/**
 * Change of a ratio between independent waves: linearised variances added, t interval and test with Satterthwaite
 * degrees of freedom. With a denominator of 1 on every row it is Welch's.
 */
export function compareIndependentRatios(
  baseline: RatioMoments,
  followUp: RatioMoments,
  level: number = DEFAULT_LEVEL,
): ChangeResult {
  const method = 'ratio-linearised-independent';
  assertLevel(level);
  const first = lineariseRatio(baseline);
  const second = lineariseRatio(followUp);
  if (first.ratio === null || second.ratio === null) {
    return bareChange(
      method,
      first.ratio === null ? (first.reason ?? 'no-cases') : (second.reason ?? 'no-cases'),
    );
  }
  const change = second.ratio - first.ratio;
  const single = [first, second].some((side) => side.reason === 'single-case');
  if (single) return bareChange(method, 'single-case', change);
  const variance = (first.variance ?? 0) + (second.variance ?? 0);
  if (variance === 0) return bareChange(method, 'no-variation', change);
  const standardError = Math.sqrt(variance);
  const df = welchDegrees(first.variance ?? 0, baseline.n, second.variance ?? 0, followUp.n);
  return {
    change,
    interval: symmetricInterval(change, tCritical(level, df) * standardError, level),
    test: studentTest('ratio-t', change, standardError, df),
    secondaryTest: null,
    effectSize: null,
    method,
    reason: null,
    error: simpleError(standardError, df),
  };
}

// Covariance of the two linearised residuals, over n and the two mean denominators.
function ratioCovariance(
  pairs: PairedRatioMoments,
  baselineRatio: number,
  followUpRatio: number,
): number | null {
  const {
    covarianceNumerators,
    covarianceDenominators,
    covarianceBaselineNumeratorFollowUpDenominator,
    covarianceBaselineDenominatorFollowUpNumerator,
  } = pairs;
  const { meanDenominator: first } = pairs.baseline;
  const { n, meanDenominator: second } = pairs.followUp;
  if (
    first === null ||
    second === null ||
    covarianceNumerators === null ||
    covarianceDenominators === null ||
    covarianceBaselineNumeratorFollowUpDenominator === null ||
    covarianceBaselineDenominatorFollowUpNumerator === null
  ) {
    return null;
  }
  const residual =
    covarianceNumerators -
    followUpRatio * covarianceBaselineNumeratorFollowUpDenominator -
    baselineRatio * covarianceBaselineDenominatorFollowUpNumerator +
    baselineRatio * followUpRatio * covarianceDenominators;
  return residual / n / first / second;
}

/**
 * Change of a ratio on the same people: linearised residuals of both waves and their covariance, t with n - 1
 * degrees of freedom. Throws RangeError if the waves' n differ.
 */
export function compareMatchedRatios(pairs: PairedRatioMoments, level: number = DEFAULT_LEVEL): ChangeResult {
  const method = 'ratio-linearised-matched';
  assertLevel(level);
  if (pairs.baseline.n !== pairs.followUp.n) throw new RangeError('matched waves must have the same n');
  const first = lineariseRatio(pairs.baseline);
  const second = lineariseRatio(pairs.followUp);
  if (first.ratio === null || second.ratio === null) {
    return bareChange(
      method,
      first.ratio === null ? (first.reason ?? 'no-cases') : (second.reason ?? 'no-cases'),
    );
  }
  const change = second.ratio - first.ratio;
  const covariance = ratioCovariance(pairs, first.ratio, second.ratio);
  const single = [first, second].some((side) => side.reason === 'single-case');
  if (single || covariance === null) return bareChange(method, 'single-case', change);
  const variance = differenceVariance(first.variance ?? 0, second.variance ?? 0, covariance);
  const standardError = Math.sqrt(variance);
  if (isNegligible(standardError, first.ratio, second.ratio))
    return bareChange(method, 'no-variation', change);
  const df = pairs.baseline.n - 1;
  return {
    change,
    interval: symmetricInterval(change, tCritical(level, df) * standardError, level),
    test: studentTest('ratio-t', change, standardError, df),
    secondaryTest: null,
    effectSize: null,
    method,
    reason: null,
    error: simpleError(standardError, df),
  };
}
