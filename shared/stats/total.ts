import { absentEstimate, bareChange } from './change';
import type { ChangeResult, EffectSize, Estimate } from './types';

/**
 * A total or count as observed, null if there were no cases. Without a declared design it stands for the rows seen,
 * not for a population, so it has no interval ('no-design-for-interval').
 */
export function estimateTotal(total: number | null): Estimate {
  if (total === null) return absentEstimate('no-cases');
  return { value: total, interval: null, reason: 'no-design-for-interval' };
}

/** Change as a share of the baseline (0.25 is a quarter more); null if the baseline is 0. */
export function relativeChange(baseline: number, followUp: number): EffectSize | null {
  if (baseline === 0) return null;
  const value = (followUp - baseline) / Math.abs(baseline);
  return Number.isFinite(value) ? { name: 'relative-change', value, interval: null } : null;
}

/** Change of a total or count as observed, with the relative change; no interval without a design. */
export function compareTotals(baseline: number | null, followUp: number | null): ChangeResult {
  const method = 'plain-difference';
  if (baseline === null || followUp === null) return bareChange(method, 'no-cases');
  return {
    ...bareChange(method, 'no-design-for-interval', followUp - baseline),
    effectSize: relativeChange(baseline, followUp),
  };
}
