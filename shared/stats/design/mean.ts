import { DEFAULT_LEVEL, type Estimate } from '../types';
import type { DesignSample } from './types';

/** Mean of a designed sample, y = (value). */
export function estimateDesignMean(_sample: DesignSample, _level: number = DEFAULT_LEVEL): Estimate {
  throw new Error('not ready');
}
