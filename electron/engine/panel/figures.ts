import type { ResultInterval } from '../../../shared/domain/comparison';
import type { PanelDifference, PanelFigure } from '../../../shared/domain/panel';
import { bareChange } from '../../../shared/stats/change';
import { adjustBenjaminiHochberg } from '../../../shared/stats/multiple';
import type { PanelChange } from '../../../shared/stats/panel/types';
import { estimateProportion } from '../../../shared/stats/proportion';
import { compareIndependentProportions } from '../../../shared/stats/proportion-independent';
import type { ChangeResult, ProportionCounts } from '../../../shared/stats/types';
import type { Declared } from '../comparison/estimators';

/** A figure hidden by the privacy gate. */
export const protectedFigure: PanelFigure = {
  status: 'suppressed',
  n: null,
  missing: null,
  numerator: null,
  estimate: null,
  interval: null,
  reason: 'protected',
};

/** A figure that does not exist, for the reason given. */
export function emptyFigure(
  reason: string,
  n: number | null = null,
  missing: number | null = null,
): PanelFigure {
  return { status: 'empty', n, missing, numerator: null, estimate: null, interval: null, reason };
}

/** True where strata, clusters, weights or sizes are declared, with which plain counts of rows have no interval. */
export function isDesigned({ facts }: Pick<Declared, 'facts'>): boolean {
  return Object.values(facts ?? {}).some(Boolean);
}

/** The share `x` of `n` people. Where a design is declared it describes the rows, and has no interval (`rows-only`). */
export function shareFigure(counts: ProportionCounts, declared: Declared): PanelFigure {
  if (counts.n === 0) return emptyFigure('no-cases', 0, 0);
  const { value, interval, reason } = estimateProportion(counts, declared.confidenceLevel);
  const shown = { status: 'shown' as const, n: counts.n, missing: 0, numerator: counts.x, estimate: value };
  if (declared.coverage === 'census') return { ...shown, interval: null, reason: 'not-sampled' };
  return isDesigned(declared)
    ? { ...shown, interval: null, reason: 'rows-only' }
    : { ...shown, interval, reason };
}

/** The second share minus the first, of different people; without interval or test where a design is declared. */
export function shareDifference(
  first: ProportionCounts,
  second: ProportionCounts,
  declared: Declared,
): PanelDifference {
  const change = compareIndependentProportions(first, second, declared.confidenceLevel);
  if (declared.coverage === 'census')
    return showDifference(bareChange('exact-difference', 'not-sampled', change.change));
  if (!isDesigned(declared)) return showDifference(change);
  return { ...absentDifference('plain-difference', 'rows-only'), status: 'shown', change: change.change };
}

/** A computed change as it is shown. */
export function showDifference(change: ChangeResult | PanelChange): PanelDifference {
  return {
    status: change.change === null ? 'empty' : 'shown',
    change: change.change,
    interval: change.interval,
    test: change.test,
    effectSize: change.effectSize,
    adjustedP: null,
    method: change.method,
    reason: change.reason,
  };
}

/**
 * A difference to three digits (two of its test): a sum of products over groups of which some are small, that with all
 * its digits only some whole numbers of these would give.
 */
export function roundDifference(difference: PanelDifference): PanelDifference {
  const { change, interval, test, effectSize } = difference;
  const round = (value: number, digits = 3): number => Number(value.toPrecision(digits));
  const rounded = (limits: ResultInterval | null): ResultInterval | null =>
    limits && { ...limits, lower: round(limits.lower), upper: round(limits.upper) };
  return {
    ...difference,
    change: change === null ? null : round(change),
    interval: rounded(interval),
    test: test && {
      ...test,
      statistic: test.statistic === null ? null : round(test.statistic, 2),
      p: test.p === null ? null : round(test.p, 2),
    },
    effectSize: effectSize && {
      ...effectSize,
      value: round(effectSize.value, 2),
      interval: rounded(effectSize.interval),
    },
  };
}

/** A difference that does not exist or is hidden (`protected`). */
export function absentDifference(method: string, reason: string): PanelDifference {
  return {
    status: reason === 'protected' ? 'suppressed' : 'empty',
    change: null,
    interval: null,
    test: null,
    effectSize: null,
    adjustedP: null,
    method,
    reason,
  };
}

/** The difference of two figures where one is not shown: hidden if either is, else absent for that side's reason. */
export function differenceOfAbsent(method: string, first: PanelFigure, second: PanelFigure): PanelDifference {
  const isHidden = first.status === 'suppressed' || second.status === 'suppressed';
  const absent = [first, second].find(({ status }) => status === 'empty');
  return absentDifference(method, isHidden ? 'protected' : (absent?.reason ?? 'no-cases'));
}

/** Fills in the p-values corrected for all tests of one list. */
export function adjustTogether<T extends { difference: PanelDifference }>(rows: readonly T[]): T[] {
  const adjusted = adjustBenjaminiHochberg(rows.map(({ difference }) => difference.test?.p ?? null));
  return rows.map((row, index) => ({
    ...row,
    difference: { ...row.difference, adjustedP: adjusted[index] ?? null },
  }));
}
