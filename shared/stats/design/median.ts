import { DEFAULT_LEVEL, type Estimate } from '../types';
import type { DesignSample } from './types';

/** Weighted frequencies of a value, ascending. */
export type WeightedFrequencies = readonly { value: number; weight: number }[];

/**
 * Weighted median with Woodruff's interval; `shareAtOrBelow` gives the sample with y = 1 where the value is at or
 * below the threshold.
 */
export function designMedian(
  _values: WeightedFrequencies,
  _shareAtOrBelow: (threshold: number) => DesignSample,
  _level: number = DEFAULT_LEVEL,
): Estimate {
  throw new Error('not ready');
}
