import { DEFAULT_LEVEL, type Estimate } from '../types';
import type { DesignSample } from './types';

/** Share of a designed sample, y = (0 or 1). */
export function estimateDesignProportion(_sample: DesignSample, _level: number = DEFAULT_LEVEL): Estimate {
  throw new Error('not ready');
}
