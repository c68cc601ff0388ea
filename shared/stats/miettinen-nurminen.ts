import { bareChange } from './change';
import { assertLevel } from './check';
import { normalCritical, normalTwoSidedP } from './distributions';
import { assertProportionCounts } from './proportion';
import { cohensH } from './proportion-independent';
import {
  type ChangeResult,
  DEFAULT_LEVEL,
  type Interval,
  type ProportionCounts,
  type TestResult,
} from './types';

const LARGEST_STEPS = 200;

/**
 * Share of the baseline that makes both waves likeliest if the follow-up is `difference` higher. The likelihood is
 * concave, so its slope is bracketed and halved until no number lies between; no cubic, whose roots lose half the digits.
 */
function likeliestBaseline(baseline: ProportionCounts, followUp: ProportionCounts, difference: number) {
  const slope = (p1: number): number => {
    const p2 = p1 + difference;
    return (
      perChance(baseline.x, p1) -
      perChance(baseline.n - baseline.x, 1 - p1) +
      perChance(followUp.x, p2) -
      perChance(followUp.n - followUp.x, 1 - p2)
    );
  };
  return findCrossing(slope, Math.max(0, -difference), Math.min(1, 1 - difference));
}

function perChance(count: number, chance: number): number {
  if (count === 0) return 0;
  return chance > 0 ? count / chance : Number.POSITIVE_INFINITY;
}

/** Where a function that is positive first and negative after changes sign between `low` and `high`. */
function findCrossing(value: (at: number) => number, low: number, high: number): number {
  let [from, to] = [low, high];
  for (let step = 0; step < LARGEST_STEPS; step += 1) {
    const middle = from + (to - from) / 2;
    if (middle <= from || middle >= to) break;
    if (value(middle) > 0) from = middle;
    else to = middle;
  }
  return from + (to - from) / 2;
}

/** Standard error of the difference of shares if it were `difference`, with the factor n/(n - 1) of the 1985 article. */
function restrictedError(baseline: ProportionCounts, followUp: ProportionCounts, difference: number): number {
  const p1 = likeliestBaseline(baseline, followUp, difference);
  const p2 = p1 + difference;
  const total = baseline.n + followUp.n;
  const variance = (p1 * (1 - p1)) / baseline.n + (p2 * (1 - p2)) / followUp.n;
  return Math.sqrt(Math.max(0, variance) * (total / (total - 1)));
}

/**
 * Score interval of the difference follow-up minus baseline of two independent shares, null if a wave is empty.
 * Miettinen and Nurminen 1985 (Statistics in Medicine 4:213); method 6 of Newcombe 1998 (ibid. 17:873).
 */
export function miettinenNurminenInterval(
  baseline: ProportionCounts,
  followUp: ProportionCounts,
  level: number = DEFAULT_LEVEL,
): Interval | null {
  assertProportionCounts(baseline);
  assertProportionCounts(followUp);
  assertLevel(level);
  if (baseline.n === 0 || followUp.n === 0) return null;
  // Shares near 1 are computed as shares of those who did not, where subtracting from 1 costs no digits.
  if (baseline.x + followUp.x > (baseline.n + followUp.n) / 2) {
    const mirrored = smallShareInterval(complement(baseline), complement(followUp), level);
    return { lower: -mirrored.upper, upper: -mirrored.lower, level };
  }
  return smallShareInterval(baseline, followUp, level);
}

function complement({ n, x }: ProportionCounts): ProportionCounts {
  return { n, x: n - x };
}

function smallShareInterval(baseline: ProportionCounts, followUp: ProportionCounts, level: number): Interval {
  const z = normalCritical(level);
  const change = followUp.x / followUp.n - baseline.x / baseline.n;
  const excess = (difference: number): number =>
    Math.abs(change - difference) - z * restrictedError(baseline, followUp, difference);
  return {
    lower: change <= -1 ? -1 : findCrossing(excess, -1, change),
    upper: change >= 1 ? 1 : findCrossing((difference) => -excess(difference), change, 1),
    level,
  };
}

/**
 * Score test that two shares are equal, the one the interval inverts: z of the pooled test times √((n - 1)/n). Null if a
 * wave is empty or nothing varies.
 */
function miettinenNurminenTest(baseline: ProportionCounts, followUp: ProportionCounts): TestResult | null {
  assertProportionCounts(baseline);
  assertProportionCounts(followUp);
  if (baseline.n === 0 || followUp.n === 0) return null;
  const total = baseline.n + followUp.n;
  const pooled = (baseline.x + followUp.x) / total;
  const rest = (baseline.n - baseline.x + followUp.n - followUp.x) / total;
  if (pooled === 0 || rest === 0) return null;
  const spread = pooled * rest * (1 / baseline.n + 1 / followUp.n) * (total / (total - 1));
  const statistic = (followUp.x / followUp.n - baseline.x / baseline.n) / Math.sqrt(spread);
  return { name: 'miettinen-nurminen-score', statistic, df: null, p: normalTwoSidedP(statistic) };
}

/**
 * Change of a share between two independent waves by the score method: risk difference with Miettinen and Nurminen's
 * interval, the test it inverts, and Cohen's h with its interval.
 */
export function compareProportionsMiettinenNurminen(
  baseline: ProportionCounts,
  followUp: ProportionCounts,
  level: number = DEFAULT_LEVEL,
): ChangeResult {
  const method = 'miettinen-nurminen';
  const interval = miettinenNurminenInterval(baseline, followUp, level);
  if (interval === null) return bareChange(method, 'no-cases');
  const test = miettinenNurminenTest(baseline, followUp);
  return {
    change: followUp.x / followUp.n - baseline.x / baseline.n,
    interval,
    test,
    secondaryTest: null,
    effectSize: cohensH(baseline, followUp, level),
    method,
    reason: test === null ? 'no-variation' : null,
  };
}
