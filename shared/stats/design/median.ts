import { absentEstimate } from '../change';
import { DEFAULT_LEVEL, type Estimate } from '../types';
import { designFigure } from './estimate';
import { tInterval } from './t-interval';
import type { DesignSample } from './types';

/** Sums of weights by value, a value once, in ascending order. */
export type WeightedFrequencies = readonly { value: number; weight: number }[];

/** The least value with at least a share `share` of the weight at or below it. R: `qrule = "math"` of `svyquantile`. */
export function weightedQuantile(values: WeightedFrequencies, share: number): number | null {
  const whole = values.reduce((sum, { weight }) => sum + weight, 0);
  if (!(whole > 0)) return null;
  let below = 0;
  for (const { value, weight } of values) {
    below += weight;
    // Sums of weights that should meet the share exactly may miss it by rounding.
    if (weight > 0 && below >= share * whole * (1 - 4 * Number.EPSILON)) return value;
  }
  return values.at(-1)?.value ?? null;
}

/**
 * Weighted median with Woodruff's interval (Journal of the American Statistical Association 1952, 47:635): the t interval
 * of the share at or below the median, read back on the values. R: `svyquantile(quantiles = 0.5, interval.type = "mean")`.
 * `shareAtOrBelow` gives the sample whose y is 1 where the value is at or below the threshold. `error` is that of the
 * median, (upper - lower) / (2 t). No interval where the shares leave 0 to 1 ('too-few-for-level'), where the median is the
 * highest answer, of whose share at or below it nothing varies ('median-at-end'; R gives an interval without width), and
 * where all answers are the same ('no-variation').
 */
export function designMedian(
  values: WeightedFrequencies,
  shareAtOrBelow: (threshold: number) => DesignSample,
  level: number = DEFAULT_LEVEL,
): Estimate {
  const median = weightedQuantile(values, 0.5);
  if (median === null) return absentEstimate(values.length === 0 ? 'no-cases' : 'no-positive-weight');
  const figure = designFigure('proportion', shareAtOrBelow(median));
  if (figure.value === null) return figure.absent;
  const { error, value: share } = figure;
  const unmeasured = { ...error.facts, standardError: null, designEffect: null };
  if (error.reason !== null) {
    const exact = error.reason === 'whole-population';
    const isAtEnd = error.reason === 'no-variation' && values.filter(({ weight }) => weight > 0).length > 1;
    const reason = isAtEnd ? 'median-at-end' : error.reason;
    return { value: median, interval: null, reason, error: exact ? error.facts : unmeasured };
  }
  const shares = tInterval(share, error.standardError, error.degrees, level);
  const lower = shares.lower < 0 ? null : weightedQuantile(values, shares.lower);
  const upper = shares.upper > 1 ? null : weightedQuantile(values, shares.upper);
  if (lower === null || upper === null) {
    return { value: median, interval: null, reason: 'too-few-for-level', error: unmeasured };
  }
  const critical = (shares.upper - shares.lower) / 2 / error.standardError;
  const standardError = (upper - lower) / 2 / critical;
  return {
    value: median,
    interval: { lower, upper, level },
    reason: null,
    error: { ...unmeasured, standardError },
  };
}
