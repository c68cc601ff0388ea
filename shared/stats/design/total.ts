import { DEFAULT_LEVEL, type Estimate } from '../types';
import { estimateFigure } from './estimate';
import { tInterval } from './t-interval';
import type { DesignSample } from './types';

/**
 * Weighted total, y = (value) (ones, for a count of people), with t interval. R: `svytotal` and
 * `confint(df = degf(subset))`. The one figure that follows the scale of the weights.
 */
export function estimateDesignTotal(sample: DesignSample, level: number = DEFAULT_LEVEL): Estimate {
  return estimateFigure('total', sample, level, (value, standardError, degrees) =>
    tInterval(value, standardError, degrees, level),
  );
}
