import type { Precision, ReliabilityStandard } from '../../../shared/domain/comparison';
import { isShare, type Measure } from '../../../shared/domain/indicator';
import { labelReliability } from '../../../shared/stats/reliability';
import type { ErrorFacts, Estimate } from '../../../shared/stats/types';
import type { Statistics } from '../indicators/statistics';

const unknown: ErrorFacts = {
  standardError: null,
  degreesOfFreedom: null,
  designEffect: null,
  clusters: null,
  strata: null,
};

/**
 * How precise a wave's figure of a sample is, and its label by a standard. Null where there is no figure, in a census, and
 * for a total as observed, which stands for no population. A sample that took in everybody has an error of 0 and no label.
 */
export function cellPrecision(
  { value, reason, error }: Estimate,
  statistics: Statistics,
  measure: Measure,
  standard: ReliabilityStandard,
): Precision | null {
  if (value === null || reason === 'no-design-for-interval' || reason === 'not-sampled') return null;
  const facts = error ?? unknown;
  const share = isShare(measure);
  if (reason === 'whole-population')
    return { ...withVariation(facts, share ? null : value), reliability: null };
  return {
    ...withVariation(facts, share ? null : value),
    reliability: labelReliability({
      kind: share ? 'share' : 'other',
      estimate: value,
      standardError: facts.standardError,
      n: statistics.n,
      degreesOfFreedom: facts.degreesOfFreedom,
      designEffect: facts.designEffect,
      cases: statistics.shape === 'share' ? statistics.x : null,
      standard,
    }),
  };
}

/** How precise a change is; null where its method gives no standard error. Changes have no label. */
export function changePrecision(error: ErrorFacts | undefined): Precision | null {
  return error ? { ...withVariation(error, null), reliability: null } : null;
}

function withVariation(facts: ErrorFacts, value: number | null): Omit<Precision, 'reliability'> {
  const { standardError } = facts;
  const coefficient = value === null || standardError === null ? null : standardError / Math.abs(value);
  return {
    ...facts,
    coefficientOfVariation: coefficient !== null && Number.isFinite(coefficient) ? coefficient : null,
  };
}
