import type { AttritionFlow } from '../../../shared/domain/panel';
import { isBelow } from '../privacy/suppression';
import { protectedFigure, shareFigure } from './figures';
import type { MeasuredPanel } from './measure';
import type { PanelPlan } from './plan';

/** People of both waves, and of one only. */
export type FlowCounts = { both: number; onlyBaseline: number; onlyFollowUp: number };

/** Counts the flow; null where people cannot be followed. Rows without identifier are in their own wave only. */
export function countFlow({ link, baseline, followUp }: PanelPlan): FlowCounts | null {
  if (typeof link === 'string') return null;
  const { both } = link;
  return { both, onlyBaseline: baseline.rows - both, onlyFollowUp: followUp.rows - both };
}

/**
 * True where one of the three is a group too small to be told of. As the rows of each wave are known, any of the three
 * gives the other two, so all are hidden together.
 */
export function isFlowHidden({ both, onlyBaseline, onlyFollowUp }: FlowCounts, threshold: number): boolean {
  return isBelow(threshold, both, onlyBaseline, onlyFollowUp);
}

/** The flow as it is shown, with the share of the baseline that was found again. */
export function describeFlow(
  { declared, baseline, threshold }: PanelPlan,
  counts: FlowCounts,
  withoutIdentifier: MeasuredPanel['withoutIdentifier'],
): AttritionFlow {
  if (isFlowHidden(counts, threshold)) {
    return {
      status: 'suppressed',
      both: null,
      onlyBaseline: null,
      onlyFollowUp: null,
      baselineWithoutIdentifier: null,
      followUpWithoutIdentifier: null,
      retention: protectedFigure,
    };
  }
  const nameless = (count: number, onlyOne: number): number | null =>
    isBelow(threshold, count, onlyOne - count) ? null : count;
  return {
    status: 'shown',
    ...counts,
    baselineWithoutIdentifier: nameless(withoutIdentifier?.baseline ?? 0, counts.onlyBaseline),
    followUpWithoutIdentifier: nameless(withoutIdentifier?.followUp ?? 0, counts.onlyFollowUp),
    retention: shareFigure({ n: baseline.rows, x: counts.both }, declared),
  };
}
