import type { Measure } from '../../../shared/domain/indicator';
import { periodEnd, periodLabel, periodsBetween } from '../../../shared/domain/period';
import type { PointExclusion, SeriesPoint, SeriesSpec } from '../../../shared/domain/series';
import { addsUp, figureOf } from './figure';
import { mergeAll, nodesByPeriod, type PeriodNode } from './period-tree';
import { smoothHidden } from './protect';
import { coverageGap, type DayRange } from './register-dates';

/** A point before the model, with the figure that the model counts it with (null where it does not). */
export type CountedPoint = { point: SeriesPoint; modelValue: number | null };

type Facts = {
  spec: SeriesSpec;
  measure: Measure;
  root: PeriodNode;
  hidden: ReadonlySet<string>;
  ranges: readonly DayRange[];
};

/** Every period the register covers, those without a row included, as far as the specification looks. */
export function listPoints({ spec, measure, root, hidden, ranges }: Facts): CountedPoint[] {
  const first = ranges[0];
  const last = ranges.at(-1);
  if (!first || !last) return [];
  const nodes = nodesByPeriod(root, spec.period);
  const level = spec.period === 'week' ? 'stretch' : spec.period;
  const smoothed = addsUp(measure)
    ? smoothHidden(root, level, hidden, ({ statistics }) => figureOf(statistics, measure) ?? 0)
    : new Map<string, number>();
  return periodsBetween(first.from, last.to, spec.period)
    .filter((start) => isWanted(start, spec))
    .map((start) => {
      const parts = nodes.get(start) ?? [];
      const gap = coverageGap(start, spec.period, ranges);
      const isHidden = parts.some(({ id }) => hidden.has(id));
      const statistics = isHidden ? null : mergeAll(parts.map((part) => part.statistics));
      const value = isHidden || gap === 'not-covered' ? null : figureOf(statistics, measure);
      const modelValue = isHidden ? smoothedValue(parts, hidden, smoothed, measure) : value;
      const isCut =
        spec.cutDate !== null && start < spec.cutDate && spec.cutDate <= periodEnd(start, spec.period);
      const excluded = exclusion({ gap, isCut, isHidden, modelValue, includePartial: spec.includePartial });
      const point: SeriesPoint = {
        start,
        label: periodLabel(start, spec.period),
        phase: spec.cutDate !== null && start >= spec.cutDate ? 'after' : 'before',
        status: pointStatus(isHidden, value),
        value,
        n: value === null ? null : (statistics?.n ?? 0),
        isPartial: isCut || (gap !== null && gap !== 'not-covered'),
        isSmoothed: isHidden && excluded === null,
        excluded,
        fitted: null,
        counterfactual: null,
      };
      return { point, modelValue: excluded === null ? modelValue : null };
    });
}

function smoothedValue(
  parts: readonly PeriodNode[],
  hidden: ReadonlySet<string>,
  smoothed: ReadonlyMap<string, number>,
  measure: Measure,
): number | null {
  const values = parts.map((part) =>
    hidden.has(part.id) ? (smoothed.get(part.id) ?? null) : figureOf(part.statistics, measure),
  );
  return values.reduce<number | null>(
    (sum, value) => (sum === null || value === null ? null : sum + value),
    0,
  );
}

function isWanted(start: string, { from, to, period }: SeriesSpec): boolean {
  return (from === null || periodEnd(start, period) >= from) && (to === null || start <= to);
}

function exclusion(facts: {
  gap: PointExclusion | null;
  isCut: boolean;
  isHidden: boolean;
  modelValue: number | null;
  includePartial: boolean;
}): PointExclusion | null {
  if (facts.gap === 'not-covered') return facts.gap;
  if (!facts.includePartial && facts.gap !== null) return facts.gap;
  if (!facts.includePartial && facts.isCut) return 'cut-inside';
  if (facts.modelValue !== null) return null;
  return facts.isHidden ? 'protected' : 'no-answers';
}

function pointStatus(isHidden: boolean, value: number | null): SeriesPoint['status'] {
  if (isHidden) return 'suppressed';
  return value === null ? 'empty' : 'shown';
}
