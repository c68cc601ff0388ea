import type { AbsenceReason, ChangeResult, WaveCell } from '../../../shared/domain/comparison';
import type { WaveId } from '../../../shared/domain/ids';
import { isShare, type Measure } from '../../../shared/domain/indicator';
import type { Statistics } from '../indicators/statistics';
import { type Declared, estimateFigure } from './estimators';

/** The figure of a wave and group, or why there is none. Statistics are null where the indicator was not asked. */
export function showCell(
  waveId: WaveId,
  statistics: Statistics,
  measure: Measure,
  declared: Declared,
): WaveCell {
  const { n, missing, asked } = statistics;
  // Nobody to count is still a count.
  if (n === 0 && measure.kind !== 'count') {
    return { ...emptyCell(waveId, asked > 0 ? 'no-answers' : 'no-cases'), n, missing };
  }
  const estimate = estimateFigure(statistics, measure, declared);
  return {
    waveId,
    status: estimate.value === null ? 'empty' : 'shown',
    n,
    missing,
    numerator: isShare(measure) && statistics.shape === 'share' ? statistics.x : null,
    estimate: estimate.value,
    interval: estimate.interval,
    reason: estimate.reason,
  };
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
  method: string,
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
    reason: isSuppressed ? ('protected' satisfies AbsenceReason) : (reason ?? side?.reason ?? 'no-cases'),
  };
}
