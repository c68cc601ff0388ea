import { tTwoSidedP } from './distributions';
import type { TestName, TestResult } from './types';

/** Two-sided t test of `change` against 0; `standardError` must be positive. */
export function studentTest(name: TestName, change: number, standardError: number, df: number): TestResult {
  const statistic = change / standardError;
  return { name, statistic, df, p: tTwoSidedP(statistic, df) };
}

/** Satterthwaite's degrees of freedom for a difference whose two squared standard errors are given with their n (both n > 1). */
export function welchDegrees(first: number, firstN: number, second: number, secondN: number): number {
  // Relative to the sum, so that squares of tiny variances do not underflow.
  const share = first / (first + second);
  return 1 / (share ** 2 / (firstN - 1) + (1 - share) ** 2 / (secondN - 1));
}

/** Variance of follow-up minus baseline on the same people; 0 where rounding leaves nothing. */
export function differenceVariance(baseline: number, followUp: number, covariance: number): number {
  const sum = baseline + followUp;
  const variance = sum - 2 * covariance;
  return variance > 4 * Number.EPSILON * sum ? variance : 0;
}
