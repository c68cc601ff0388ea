import { totalCount } from './frequencies';
import type { Frequencies, ProportionCounts } from './types';

/** How many of those counted gave one of `values`. */
export function boxCounts(frequencies: Frequencies, values: readonly number[]): ProportionCounts {
  const chosen = new Set(values);
  const x = frequencies.reduce((sum, { value, count }) => (chosen.has(value) ? sum + count : sum), 0);
  return { n: totalCount(frequencies), x };
}

/** The two most favourable values of a declared scale, whether or not anybody gave them. */
export function topTwoValues(scale: readonly number[], favourable: 'highest' | 'lowest'): readonly number[] {
  const ascending = [...new Set(scale)].sort((a, b) => a - b);
  return favourable === 'highest' ? ascending.slice(-2) : ascending.slice(0, 2);
}
