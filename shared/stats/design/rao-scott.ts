import type { ReasonId, TestResult } from '../types';
import type { DesignSample } from './types';

/** Statistic of Pearson's X² for proportions of the sample, F with two degrees of freedom, and the mean-corrected chi-square. */
export type RaoScottResult = {
  f: { statistic: number; numeratorDf: number; denominatorDf: number; p: number } | null;
  /** The chi-square corrected by its mean design effect (df = (groups - 1)(answers - 1)). */
  test: TestResult | null;
  reason: ReasonId | null;
};

/**
 * Homogeneity of answers over groups; each group's y holds one 0/1 indicator for every answer, all answers listed.
 * `relation`: groups are parts of one sample, or waves.
 */
export function raoScottTest(
  _groups: readonly DesignSample[],
  _relation: 'same-sample' | 'waves',
): RaoScottResult {
  throw new Error('not ready');
}
