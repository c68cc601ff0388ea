import { DEFAULT_LEVEL, type Estimate } from '../types';
import type { DesignSample } from './types';

/** Weighted total, y = (value). */
export function estimateDesignTotal(_sample: DesignSample, _level: number = DEFAULT_LEVEL): Estimate {
  throw new Error('not ready');
}
