import { DEFAULT_LEVEL, type Estimate, type Interval } from '../types';
import { estimateFigure } from './estimate';
import { tInterval } from './t-interval';
import type { DesignSample } from './types';

/**
 * Weighted share of a designed sample, y = (0 or 1), with the interval made on the logit scale, so that it stays between
 * 0 and 1. R: `svyciprop(method = "logit", df = degf(subset))`. A share of 0 or 1 has no logit and its linearised error is
 * 0: value with 'no-variation'. R answers with an interval of no width, as if the share were certain; Wilson's on an effective
 * sample size would need a design effect that such a sample does not show.
 */
export function estimateDesignProportion(sample: DesignSample, level: number = DEFAULT_LEVEL): Estimate {
  const estimate = estimateFigure('proportion', sample, level, (value, standardError, degrees) =>
    logitInterval(value, standardError, degrees, level),
  );
  return estimate.interval === null && estimate.reason === null
    ? { ...estimate, reason: 'no-variation' }
    : estimate;
}

function logitInterval(
  share: number,
  standardError: number,
  degrees: number,
  level: number,
): Interval | null {
  if (!(share > 0 && share < 1)) return null;
  const logit = Math.log(share) - Math.log1p(-share);
  const bounds = tInterval(logit, standardError / share / (1 - share), degrees, level);
  return { lower: fromLogit(bounds.lower), upper: fromLogit(bounds.upper), level };
}

function fromLogit(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
