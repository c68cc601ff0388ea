import { absentEstimate, bareChange, simpleError, symmetricInterval } from './change';
import { assertCount, assertLevel, isNegligible } from './check';
import { tCritical } from './distributions';
import { hedgesG, hedgesGAverage } from './standardised-difference';
import { differenceVariance, studentTest, welchDegrees } from './student';
import { type ChangeResult, DEFAULT_LEVEL, type Estimate, type Moments, type PairedMoments } from './types';

/** A mean in the unit of the value, with Student's t interval. R: `t.test(x)$conf.int`. Interval null if n < 2 or nothing varies. */
export function estimateMean({ n, mean, variance }: Moments, level: number = DEFAULT_LEVEL): Estimate {
  assertCount('n', n);
  assertLevel(level);
  if (n === 0 || mean === null) return absentEstimate('no-cases');
  if (n === 1 || variance === null) return { value: mean, interval: null, reason: 'single-case' };
  const standardError = Math.sqrt(variance / n);
  if (isNegligible(standardError, mean)) return { value: mean, interval: null, reason: 'no-variation' };
  const margin = tCritical(level, n - 1) * standardError;
  const error = simpleError(standardError, n - 1);
  return { value: mean, interval: symmetricInterval(mean, margin, level), reason: null, error };
}

/**
 * Change of a mean between independent waves: Welch's interval and t test with Satterthwaite degrees of freedom,
 * and Hedges' g. R: `t.test(followUp, baseline)`.
 */
export function compareIndependentMeans(
  baseline: Moments,
  followUp: Moments,
  level: number = DEFAULT_LEVEL,
): ChangeResult {
  const method = 'welch';
  assertCount('baseline n', baseline.n);
  assertCount('follow-up n', followUp.n);
  assertLevel(level);
  if (baseline.n === 0 || followUp.n === 0 || baseline.mean === null || followUp.mean === null) {
    return bareChange(method, 'no-cases');
  }
  const change = followUp.mean - baseline.mean;
  if (baseline.n === 1 || followUp.n === 1 || baseline.variance === null || followUp.variance === null) {
    return bareChange(method, 'single-case', change);
  }
  const first = baseline.variance / baseline.n;
  const second = followUp.variance / followUp.n;
  const standardError = Math.sqrt(first + second);
  if (isNegligible(standardError, baseline.mean, followUp.mean))
    return bareChange(method, 'no-variation', change);
  const df = welchDegrees(first, baseline.n, second, followUp.n);
  return {
    change,
    interval: symmetricInterval(change, tCritical(level, df) * standardError, level),
    test: studentTest('welch-t', change, standardError, df),
    secondaryTest: null,
    effectSize: hedgesG(baseline, followUp, level),
    method,
    reason: null,
    error: simpleError(standardError, df),
  };
}

/** Change of a mean on the same people: paired t interval and test, and g_av. R: `t.test(followUp, baseline, paired = TRUE)`. */
export function compareMatchedMeans(pairs: PairedMoments, level: number = DEFAULT_LEVEL): ChangeResult {
  const method = 'paired-t';
  const { n, meanBaseline, meanFollowUp, varianceBaseline, varianceFollowUp, covariance } = pairs;
  assertCount('n', n);
  assertLevel(level);
  if (n === 0 || meanBaseline === null || meanFollowUp === null) return bareChange(method, 'no-cases');
  const change = meanFollowUp - meanBaseline;
  if (n === 1 || varianceBaseline === null || varianceFollowUp === null || covariance === null) {
    return bareChange(method, 'single-case', change);
  }
  const variance = differenceVariance(varianceBaseline, varianceFollowUp, covariance);
  const effectSize = hedgesGAverage(pairs, level);
  const standardError = Math.sqrt(variance / n);
  if (isNegligible(standardError, meanBaseline, meanFollowUp)) {
    return { ...bareChange(method, 'no-variation', change), effectSize };
  }
  const df = n - 1;
  return {
    change,
    interval: symmetricInterval(change, tCritical(level, df) * standardError, level),
    test: studentTest('paired-t', change, standardError, df),
    secondaryTest: null,
    effectSize,
    method,
    reason: null,
    error: simpleError(standardError, df),
  };
}
