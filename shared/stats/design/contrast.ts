import { type ChangeResult, DEFAULT_LEVEL } from '../types';
import type { DesignKind, DesignSample } from './types';

/** Change between independent waves that may share clusters. */
export function compareDesignIndependent(
  _kind: DesignKind,
  _baseline: DesignSample,
  _followUp: DesignSample,
  _level: number = DEFAULT_LEVEL,
  _scale = 1,
): ChangeResult {
  throw new Error('not ready');
}

/** Change on matched people; y = (baseline, followUp), for a ratio (num1, den1, num2, den2). */
export function compareDesignMatched(
  _kind: DesignKind,
  _paired: DesignSample,
  _level: number = DEFAULT_LEVEL,
  _scale = 1,
): ChangeResult {
  throw new Error('not ready');
}
