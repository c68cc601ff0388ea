import type { Coverage, Linkage } from './types';

/** What the answers to a variable allow; `multiple` is several options at once. */
export const VARIABLE_SCALES = ['ordinal', 'nominal', 'numeric', 'date', 'multiple'] as const;
export type VariableScaleName = (typeof VARIABLE_SCALES)[number];

/** How all answers of a variable are compared between two waves. */
export type VariableMethodId =
  | 'mann-whitney'
  | 'wilcoxon-signed-rank'
  | 'chi-square'
  | 'stuart-maxwell'
  | 'rao-scott'
  | 'design-medians'
  | 'design-distribution'
  | 'options-apart'
  | 'exact-distribution';

/** `isDesigned` is true where strata, clusters, weights or population sizes are declared. */
export type VariableFacts = {
  scale: VariableScaleName;
  linkage: Linkage;
  coverage: Coverage;
  isDesigned: boolean;
};

/**
 * The mapping from scale and declared design to the method for a whole variable. A census is exact. Options that a person may
 * choose together are shares apart from each other. Order takes rank tests, categories take chi-square or, on the same
 * people, Stuart and Maxwell. A declared design takes Rao and Scott's test of independent waves; there is no settled
 * test of all answers of the same people under a design, so medians or shares stand alone there.
 */
export function chooseVariableMethod(facts: VariableFacts): VariableMethodId {
  const { scale, linkage, coverage, isDesigned } = facts;
  if (coverage === 'census') return 'exact-distribution';
  if (scale === 'multiple') return 'options-apart';
  const isMatched = linkage === 'matched';
  if (isDesigned) {
    if (scale === 'numeric' || scale === 'date') return 'design-medians';
    if (!isMatched) return 'rao-scott';
    return scale === 'ordinal' ? 'design-medians' : 'design-distribution';
  }
  if (scale === 'nominal') return isMatched ? 'stuart-maxwell' : 'chi-square';
  return isMatched ? 'wilcoxon-signed-rank' : 'mann-whitney';
}
