import { DEFAULT_LEVEL, type Estimate } from '../types';
import { estimateFigure } from './estimate';
import { tInterval } from './t-interval';
import type { DesignSample } from './types';

/**
 * Weighted mean of a designed sample, y = (value), with t interval. R: `svymean` on the subset with an answer and
 * `confint(df = degf(subset))`. Multiplying all weights by a number changes nothing.
 */
export function estimateDesignMean(sample: DesignSample, level: number = DEFAULT_LEVEL): Estimate {
  return estimateFigure('mean', sample, level, (value, standardError, degrees) =>
    tInterval(value, standardError, degrees, level),
  );
}
