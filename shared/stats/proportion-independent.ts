import { bareChange, symmetricInterval } from './change';
import { normalCritical, normalTwoSidedP } from './distributions';
import { fisherExactTest } from './fisher';
import { wilsonInterval } from './proportion';
import {
  type ChangeResult,
  DEFAULT_LEVEL,
  type EffectSize,
  type Interval,
  type ProportionCounts,
  type TestResult,
} from './types';

const SMALLEST_EXPECTED_COUNT = 5;

/**
 * Interval of the difference follow-up minus baseline of two independent shares, null if a wave is empty.
 * Newcombe 1998 (Statistics in Medicine 17:873), hybrid score, method 10.
 */
export function newcombeIndependentInterval(
  baseline: ProportionCounts,
  followUp: ProportionCounts,
  level: number = DEFAULT_LEVEL,
): Interval | null {
  const first = wilsonInterval(baseline, level);
  const second = wilsonInterval(followUp, level);
  if (first === null || second === null) return null;
  const p1 = baseline.x / baseline.n;
  const p2 = followUp.x / followUp.n;
  const change = p2 - p1;
  return {
    lower: Math.max(-1, change - Math.hypot(p2 - second.lower, first.upper - p1)),
    upper: Math.min(1, change + Math.hypot(second.upper - p2, p1 - first.lower)),
    level,
  };
}

/**
 * Pooled two-proportion test without continuity correction; the statistic is z, positive if the follow-up is
 * higher, and z² is the chi-square of R's `prop.test(correct = FALSE)`. Null if a wave is empty or nothing varies.
 */
export function twoProportionTest(baseline: ProportionCounts, followUp: ProportionCounts): TestResult | null {
  if (baseline.n === 0 || followUp.n === 0) return null;
  const total = baseline.n + followUp.n;
  const pooled = (baseline.x + followUp.x) / total;
  const complement = (baseline.n - baseline.x + followUp.n - followUp.x) / total;
  if (pooled === 0 || complement === 0) return null;
  const standardError = Math.sqrt(pooled * complement * (1 / baseline.n + 1 / followUp.n));
  const statistic = (followUp.x / followUp.n - baseline.x / baseline.n) / standardError;
  return { name: 'two-proportion-z', statistic, df: null, p: normalTwoSidedP(statistic) };
}

/** The smallest of the four counts expected if both waves shared one proportion; 0 if both waves are empty. */
export function smallestExpectedCount(baseline: ProportionCounts, followUp: ProportionCounts): number {
  const total = baseline.n + followUp.n;
  if (total === 0) return 0;
  const successes = baseline.x + followUp.x;
  return Math.min(baseline.n, followUp.n) * (Math.min(successes, total - successes) / total);
}

/**
 * Cohen's h = 2 asin √p(follow-up) - 2 asin √p(baseline), in radians (0.2 small, 0.5 medium, 0.8 large), with the
 * arcsine interval h ± z √(1/n + 1/n). Cohen 1988, chapter 6. Null if a wave is empty.
 */
export function cohensH(
  baseline: ProportionCounts,
  followUp: ProportionCounts,
  level: number = DEFAULT_LEVEL,
): EffectSize | null {
  if (baseline.n === 0 || followUp.n === 0) return null;
  const value = arcsineDistance(baseline.x / baseline.n, followUp.x / followUp.n);
  const margin = normalCritical(level) * Math.sqrt(1 / baseline.n + 1 / followUp.n);
  return { name: 'cohens-h', value, interval: symmetricInterval(value, margin, level) };
}

/** 2 asin √`to` - 2 asin √`from`, shares between 0 and 1. */
export function arcsineDistance(from: number, to: number): number {
  return 2 * Math.asin(Math.sqrt(to)) - 2 * Math.asin(Math.sqrt(from));
}

/**
 * Change of a share between two independent waves: risk difference with Newcombe's interval, the two-proportion
 * test (Fisher's exact test if an expected count is below 5) and Cohen's h.
 */
export function compareIndependentProportions(
  baseline: ProportionCounts,
  followUp: ProportionCounts,
  level: number = DEFAULT_LEVEL,
): ChangeResult {
  const method = 'newcombe-independent';
  const interval = newcombeIndependentInterval(baseline, followUp, level);
  if (interval === null) return bareChange(method, 'no-cases');
  const asymptotic = twoProportionTest(baseline, followUp);
  const needsExact = smallestExpectedCount(baseline, followUp) < SMALLEST_EXPECTED_COUNT;
  const test = asymptotic === null || !needsExact ? asymptotic : fisherExactTest(baseline, followUp);
  return {
    change: followUp.x / followUp.n - baseline.x / baseline.n,
    interval,
    test,
    secondaryTest: null,
    effectSize: cohensH(baseline, followUp, level),
    method,
    reason: test === null ? 'no-variation' : test.p === null ? 'too-large-for-exact-test' : null,
  };
}
