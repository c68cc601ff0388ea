import { isNegligible } from '../check';
import type { Moments, ReasonId } from '../types';

/** What the baseline's people answered to one item (or had as a value): its ends and moments; nulls if nobody answered. */
export type BaselineSpread = Moments & { minimum: number | null; maximum: number | null };

/** A value is placed on the new scale as (value - origin) × slope. */
export type BoundsTransform = { origin: number; slope: number };

/** The transform, or why the baseline cannot give one. */
export type BoundsResult = { transform: BoundsTransform | null; reason: ReasonId | null };

/**
 * Min-max against the baseline: its lowest observed value is 0 and its highest 100, the other way round for a reversed
 * item. A follow-up may lie below 0 or above 100, and is not clipped: clipping would hide part of the change. The
 * reasons: 'no-cases', and 'no-variation' where the two ends are one.
 */
export function baselineRange({ n, minimum, maximum }: BaselineSpread, isReversed: boolean): BoundsResult {
  if (n === 0 || minimum === null || maximum === null) return { transform: null, reason: 'no-cases' };
  if (!(maximum > minimum)) return { transform: null, reason: 'no-variation' };
  const slope = 100 / (maximum - minimum);
  const transform = isReversed ? { origin: maximum, slope: -slope } : { origin: minimum, slope };
  return { transform, reason: null };
}

/**
 * z against the baseline: 0 is its mean and 1 its standard deviation (divisor n - 1), with the sign turned for a reversed
 * item. The reasons: 'no-cases', 'single-case', 'no-variation'.
 */
export function baselineZ({ n, mean, variance }: BaselineSpread, isReversed: boolean): BoundsResult {
  if (n === 0 || mean === null) return { transform: null, reason: 'no-cases' };
  if (n === 1 || variance === null) return { transform: null, reason: 'single-case' };
  const spread = Math.sqrt(variance);
  if (isNegligible(spread, mean)) return { transform: null, reason: 'no-variation' };
  return { transform: { origin: mean, slope: (isReversed ? -1 : 1) / spread }, reason: null };
}
