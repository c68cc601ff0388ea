import type { AbsenceReason, ChangeResult, WaveCell } from '../../../shared/domain/comparison';
import type { Linkage } from '../../../shared/domain/design';
import type { WaveId } from '../../../shared/domain/ids';
import { isShare, type Measure } from '../../../shared/domain/indicator';
import { isBelow } from '../privacy/suppression';
import { type Declared, estimateFigure, type Material } from './estimators';
import { cellPrecision } from './precision';

/**
 * The figure of a wave and group, or why there is none. `n` and `missing` count people, whatever their weight; where rows
 * weigh differently a share has no numerator, since it is not that count over `n`.
 */
export function showCell(waveId: WaveId, material: Material, measure: Measure, declared: Declared): WaveCell {
  const { statistics } = material;
  const { n, missing, asked } = statistics;
  const outside = notApplicableOf(statistics, declared.fewPeople ?? 0);
  // Nobody to count is still a count.
  if (n === 0 && measure.kind !== 'count') {
    return { ...emptyCell(waveId, asked > 0 ? 'no-answers' : 'no-cases'), n, missing, ...outside };
  }
  const estimate = estimateFigure(material, measure, declared);
  const isCounted = isShare(measure) && statistics.shape === 'share' && !weighsRows(declared);
  return {
    waveId,
    status: estimate.value === null ? 'empty' : 'shown',
    n,
    missing,
    ...outside,
    numerator: isCounted ? statistics.x : null,
    estimate: estimate.value,
    interval: estimate.interval,
    precision: cellPrecision(estimate, statistics, measure, declared.reliabilityStandard ?? 'none'),
    reason: estimate.reason,
  };
}

/**
 * How many people a question was not put to: nothing where there are none, and null for fewer than the privacy threshold, who
 * are a group that nobody asked to see.
 */
export function notApplicableOf(
  { notApplicable }: { notApplicable?: number },
  threshold: number,
): { notApplicable?: number | null } {
  if (!notApplicable) return {};
  return { notApplicable: isBelow(threshold, notApplicable) ? null : notApplicable };
}

// Sizes without weights weigh each row by population over sample of its stratum.
function weighsRows({ coverage, facts }: Declared): boolean {
  if (coverage === 'census' || !facts) return false;
  return facts.hasWeights || (facts.hasStrata && facts.hasPopulation);
}

/** A cell without figure for the reason given. */
export function emptyCell(waveId: WaveId, reason: AbsenceReason): WaveCell {
  return {
    waveId,
    status: 'empty',
    n: reason === 'group-not-in-wave' ? 0 : null,
    missing: reason === 'group-not-in-wave' ? 0 : null,
    numerator: null,
    estimate: null,
    interval: null,
    reason,
  };
}

/** A cell hidden by the privacy gate; whether for its own size or for another's is not told. */
export function protectedCell(waveId: WaveId): WaveCell {
  return {
    waveId,
    status: 'suppressed',
    n: null,
    missing: null,
    numerator: null,
    estimate: null,
    interval: null,
    reason: 'protected' satisfies AbsenceReason,
  };
}

/** A change without figures: suppressed when either side is, otherwise empty for the side's reason. */
export function absentChange(
  { method, linkage }: { method: string; linkage: Linkage },
  baseline: WaveCell,
  followUp: WaveCell,
  reason: string | null = null,
): ChangeResult {
  const isSuppressed = baseline.status === 'suppressed' || followUp.status === 'suppressed';
  const side = [baseline, followUp].find((cell) => cell.status === 'empty');
  return {
    followUpWaveId: followUp.waveId,
    baseline,
    followUp,
    status: isSuppressed ? 'suppressed' : 'empty',
    change: null,
    interval: null,
    test: null,
    effectSize: null,
    direction: 'not-judged',
    target: null,
    method,
    linkage,
    reason: isSuppressed ? ('protected' satisfies AbsenceReason) : (reason ?? side?.reason ?? 'no-cases'),
  };
}
