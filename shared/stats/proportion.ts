import { absentEstimate, simpleError } from './change';
import { assertCount, assertLevel } from './check';
import { normalCritical } from './distributions';
import { DEFAULT_LEVEL, type Estimate, type Interval, type ProportionCounts } from './types';

// Limit = (c - s) / (n + z²) cancels for few successes; rationalised it is x² (1 + z²/n) / ((n + z²)(c + s)).
function wilsonLower(x: number, n: number, z: number): number {
  if (x === 0) return 0;
  const centre = x + (z * z) / 2;
  const spread = z * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  return (x * (x / n)) / (centre + spread);
}

/** Throws RangeError unless 0 <= x <= n, both whole numbers. */
export function assertProportionCounts({ n, x }: ProportionCounts): void {
  assertCount('n', n);
  assertCount('x', x);
  if (x > n) throw new RangeError(`x must not exceed n, got ${x} of ${n}`);
}

/** Wilson's score interval for x of n, null if n is 0. Wilson 1927; R: `prop.test(x, n, correct = FALSE)`. */
export function wilsonInterval(counts: ProportionCounts, level: number = DEFAULT_LEVEL): Interval | null {
  assertProportionCounts(counts);
  assertLevel(level);
  const { n, x } = counts;
  if (n === 0) return null;
  const z = normalCritical(level);
  return { lower: wilsonLower(x, n, z), upper: 1 - wilsonLower(n - x, n, z), level };
}

/**
 * A share between 0 and 1 with Wilson's interval; null with 'no-cases' if nobody answered. The standard error is
 * √(p (1 - p) / (n - 1)), left out where all answers agree and it would seem to be none.
 */
export function estimateProportion(counts: ProportionCounts, level: number = DEFAULT_LEVEL): Estimate {
  const interval = wilsonInterval(counts, level);
  if (interval === null) return absentEstimate('no-cases');
  const { n, x } = counts;
  const estimate: Estimate = { value: x / n, interval, reason: null };
  if (x === 0 || x === n) return estimate;
  return { ...estimate, error: simpleError(Math.sqrt(((x / n) * ((n - x) / n)) / (n - 1)), n - 1) };
}
