import { absentEstimate, bareChange } from './change';
import type { ChangeResult, Estimate, ReasonId } from './types';

/** The figure of a whole population: exact, so without interval ('not-sampled'); `whenNull` says why it is absent. */
export function exactEstimate(value: number | null, whenNull: ReasonId = 'no-cases'): Estimate {
  if (value === null) return absentEstimate(whenNull);
  return { value, interval: null, reason: 'not-sampled' };
}

/** Follow-up minus baseline of two whole populations: exact, so without interval or test ('not-sampled'). */
export function exactDifference(
  baseline: number | null,
  followUp: number | null,
  whenNull: ReasonId = 'no-cases',
): ChangeResult {
  const method = 'exact-difference';
  if (baseline === null || followUp === null) return bareChange(method, whenNull);
  return bareChange(method, 'not-sampled', followUp - baseline);
}
