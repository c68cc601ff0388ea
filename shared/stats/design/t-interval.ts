import { symmetricInterval } from '../change';
import { tCritical } from '../distributions';
import type { Interval } from '../types';

/** `value` plus and minus Student's t times the standard error. R: `confint(svystat, df = degf(design))`. */
export function tInterval(value: number, standardError: number, degrees: number, level: number): Interval {
  return symmetricInterval(value, tCritical(level, degrees) * standardError, level);
}
