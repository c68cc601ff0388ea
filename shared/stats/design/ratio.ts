import { DEFAULT_LEVEL, type Estimate } from '../types';
import { estimateFigure } from './estimate';
import { tInterval } from './t-interval';
import type { DesignSample } from './types';

/**
 * Weighted sum of numerators over weighted sum of denominators, times `scale`; y = (numerator, denominator); t interval.
 * R: `svyratio` and `confint(df = degf(subset))`. Value null with 'zero-denominator'.
 */
export function estimateDesignRatio(
  sample: DesignSample,
  level: number = DEFAULT_LEVEL,
  scale = 1,
): Estimate {
  return estimateFigure(
    'ratio',
    sample,
    level,
    (value, standardError, degrees) => tInterval(value, standardError, degrees, level),
    scale,
  );
}
