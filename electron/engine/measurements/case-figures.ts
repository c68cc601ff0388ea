import type { FigureMeasure, MeasurementFigure } from '../../../shared/domain/measurement-result';
import { exactDifference } from '../../../shared/stats/census';
import { survivalMedian } from '../../../shared/stats/kaplan-meier';
import { compareIndependentMeans, estimateMean } from '../../../shared/stats/mean';
import { estimateMedian } from '../../../shared/stats/median';
import { compareIndependentProportions } from '../../../shared/stats/proportion-independent';
import { estimateRate } from '../../../shared/stats/rate';
import type { ChangeResult, Moments } from '../../../shared/stats/types';
import type { CasePlace } from './case-places';
import type { CaseDurations, CasesPlan, Span } from './case-rows';
import {
  estimateContent,
  type FigureContent,
  type FigureStyle,
  makeFigure,
  shareContent,
} from './made-figure';

/** Ids of the places in which a measure must not be told. */
export type HiddenMeasures = {
  cases: ReadonlySet<string>;
  resolution: ReadonlySet<string>;
  standards: readonly ReadonlySet<string>[];
  complete: ReadonlySet<string>;
};

const daysInMonth = 30.4375;
const dayMilliseconds = 86_400_000;
const count: FigureStyle = { scale: 'count' };

/** The figures of one place; places by period tell their cases only. */
export function placeFigures(
  plan: CasesPlan,
  place: CasePlace,
  whole: CasePlace,
  durations: readonly CaseDurations[],
  span: Span,
  hidden: HiddenMeasures,
): MeasurementFigure[] {
  const { spec, coverage } = plan;
  const level = spec.confidenceLevel;
  const told = (isHidden: boolean, content: FigureContent): FigureContent =>
    isHidden ? 'suppressed' : content;
  const isHidden = hidden.cases.has(place.id);
  const cases = makeFigure('cases', place.place, told(isHidden, { value: place.cases }), count);
  if (place.start !== null) return [cases];
  const isUnresolved = hidden.resolution.has(place.id);
  const noStandards = spec.standards.length === 0;
  const noMean = hidden.complete.has(place.id);
  const moments = standardMoments(place);
  return [
    cases,
    makeFigure('cases-per-month', place.place, told(isHidden, monthly(plan, place, span)), {
      scale: 'number',
    }),
    ...(place.kind === 'split'
      ? [
          makeFigure(
            'case-share',
            place.place,
            told(
              isHidden || hidden.cases.has(whole.id),
              shareContent({ x: place.cases, n: whole.cases }, { coverage, level }),
            ),
            { scale: 'share' },
          ),
        ]
      : []),
    ...(spec.resolvedId
      ? [
          makeFigure(
            'open-cases',
            place.place,
            told(isUnresolved, { value: place.open, n: place.cases }),
            count,
          ),
          makeFigure(
            'closed-cases',
            place.place,
            told(isUnresolved, { value: place.closed, n: place.cases }),
            count,
          ),
          makeFigure('median-days', place.place, told(isUnresolved, medianOf(plan, place, durations)), {
            scale: 'number',
            unit: 'días',
          }),
        ]
      : []),
    ...spec.standards.map(({ id, label }, index) =>
      makeFigure(
        'standard-met',
        { ...place.place, standard: id, of: [label, ...(place.place.of ?? [])] },
        told(
          hidden.standards[index]?.has(place.id) ?? true,
          shareContent(place.standards[index] ?? { n: 0, x: 0 }, { coverage, level }),
        ),
        { scale: 'share' },
      ),
    ),
    ...(noStandards
      ? []
      : [
          makeFigure(
            'all-standards',
            place.place,
            told(noMean, shareContent(place.complete, { coverage, level })),
            {
              scale: 'share',
            },
          ),
          makeFigure(
            'standards-mean',
            place.place,
            told(
              noMean,
              coverage === 'census'
                ? {
                    value: moments.mean,
                    n: moments.n,
                    method: 'exact-figure',
                    reason: moments.mean === null ? 'no-cases' : 'not-sampled',
                  }
                : { ...estimateContent(estimateMean(moments, level), 't-interval'), n: moments.n },
            ),
            { scale: 'number', decimals: 2 },
          ),
        ]),
  ];
}

function monthly({ spec, coverage }: CasesPlan, place: CasePlace, span: Span): FigureContent {
  const from = place.phase === 'after' && spec.cutDate ? later(spec.cutDate, span.from) : span.from;
  const end =
    place.phase === 'before' && spec.cutDate
      ? Date.parse(spec.cutDate)
      : Date.parse(span.to) + dayMilliseconds;
  const days = Math.max(
    0,
    (Math.min(end, Date.parse(span.to) + dayMilliseconds) - Date.parse(from)) / dayMilliseconds,
  );
  const months = days / daysInMonth;
  const estimate = estimateRate({ events: place.cases, exposure: months }, 1, spec.confidenceLevel);
  if (coverage === 'census' && estimate.value !== null) {
    return { value: estimate.value, numerator: place.cases, method: 'exact-figure', reason: 'not-sampled' };
  }
  return { ...estimateContent(estimate, 'poisson-exact'), numerator: place.cases };
}

function later(left: string, right: string): string {
  return left > right ? left : right;
}

/** Open cases count for as long as they are known; without any the order statistics do. */
function medianOf({ spec }: CasesPlan, place: CasePlace, all: readonly CaseDurations[]): FigureContent {
  const durations =
    all.find(
      ({ phase, split, value }) => phase === place.phase && split === place.split && value === place.value,
    )?.durations ?? [];
  const n = durations.reduce((sum, { ended, censored }) => sum + ended + censored, 0);
  if (durations.every(({ censored }) => censored === 0)) {
    const frequencies = durations.map(({ time, ended }) => ({ value: time, count: ended }));
    return { ...estimateContent(estimateMedian(frequencies, spec.confidenceLevel), 'order-statistics'), n };
  }
  const { value, interval, reason } = survivalMedian(durations, spec.confidenceLevel);
  return { value, interval, reason, n, method: 'kaplan-meier' };
}

function standardMoments({ complete: { n, sum, squares } }: CasePlace): Moments {
  const mean = n === 0 ? null : sum / n;
  const variance = n < 2 || mean === null ? null : Math.max(0, (squares - sum * mean) / (n - 1));
  return { n, mean, variance };
}

/** After minus before of a place that has both: each standard, all of them together, and how many a case meets. */
export function changeFigures(
  plan: CasesPlan,
  place: CasePlace,
  { before, after }: { before: CasePlace; after: CasePlace },
  hidden: HiddenMeasures,
): MeasurementFigure[] {
  const { standards, confidenceLevel: level } = plan.spec;
  if (standards.length === 0) return [];
  const isCensus = plan.coverage === 'census';
  const shares = (left: { x: number; n: number }, right: { x: number; n: number }): ChangeResult =>
    isCensus
      ? exactDifference(left.n === 0 ? null : left.x / left.n, right.n === 0 ? null : right.x / right.n)
      : compareIndependentProportions(left, right, level);
  const make = (
    measure: FigureMeasure,
    standard: { id: string; label: string } | null,
    isHidden: (id: string) => boolean,
    change: ChangeResult,
    style: FigureStyle,
    n: number,
  ): MeasurementFigure =>
    makeFigure(
      measure,
      {
        ...place.place,
        standard: standard?.id ?? null,
        of: [...(standard ? [standard.label] : []), ...(place.place.of ?? [])],
      },
      [place, before, after].some(({ id }) => isHidden(id))
        ? 'suppressed'
        : {
            value: change.change,
            interval: change.interval,
            method: change.method,
            reason: change.reason,
            test: change.test,
            n,
          },
      style,
    );
  const none = { n: 0, x: 0 };
  const [first, second] = [standardMoments(before), standardMoments(after)];
  return [
    ...standards.map((standard, index) => {
      const [left, right] = [before.standards[index] ?? none, after.standards[index] ?? none];
      const isHidden = (id: string): boolean => hidden.standards[index]?.has(id) ?? true;
      return make(
        'change',
        standard,
        isHidden,
        shares(left, right),
        { scale: 'share-change' },
        left.n + right.n,
      );
    }),
    make(
      'change-all-standards',
      null,
      (id) => hidden.complete.has(id),
      shares(before.complete, after.complete),
      { scale: 'share-change' },
      before.complete.n + after.complete.n,
    ),
    make(
      'change-standards-mean',
      null,
      (id) => hidden.complete.has(id),
      isCensus ? exactDifference(first.mean, second.mean) : compareIndependentMeans(first, second, level),
      { scale: 'number-change', decimals: 2 },
      first.n + second.n,
    ),
  ];
}
