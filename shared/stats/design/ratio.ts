import { DEFAULT_LEVEL, type Estimate } from '../types';
import type { DesignSample } from './types';

/** Ratio of weighted sums times `scale`, y = (numerator, denominator). */
export function estimateDesignRatio(
  _sample: DesignSample,
  _level: number = DEFAULT_LEVEL,
  _scale = 1,
): Estimate {
  throw new Error('not ready');
}
