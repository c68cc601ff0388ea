import { figureKey } from '../../../shared/domain/figure-key';
import type {
  FigureMeasure,
  MeasurementChart,
  MeasurementFigure,
  MeasurementTable,
} from '../../../shared/domain/measurement-result';
import { changeFigures, type HiddenMeasures, placeFigures } from './case-figures';
import { type CasePlace, casePlaces, hiddenBySize, hiddenCases } from './case-places';
import { type CaseFlaws, type CaseGroup, type CasesPlan, readCases, readDurations } from './case-rows';
import type { Counted, CountWork } from './compute';
import { keyIn, placeTable } from './place-table';
import { wholeId } from './protect-counts';
import { toldCount } from './told-count';

const mostBars = 40;
const mostLanes = 6;
const fewCases = 30;

/**
 * Cases of a service by period and split, open and closed, days to close, and what a protocol asks of each. With a cut date
 * also before and after it. Cases without a date are told and not counted, so that the total less its periods tells nothing
 * of them.
 */
export async function countCases(plan: CasesPlan, { session }: CountWork): Promise<Counted> {
  const { spec } = plan;
  const { groups, flaws, span } = await readCases(session, plan);
  if (span === null || groups.length === 0) {
    const none = { figures: [], headline: [], tables: [], charts: [] };
    return { ...none, notices: [{ code: 'no-rows', details: {} }, ...flawNotices(plan, flaws, new Set())] };
  }
  const places = casePlaces(plan, groups, span);
  const [whole] = places;
  if (!whole) return { figures: [], headline: [], tables: [], charts: [], notices: [] };
  const durations = await readDurations(session, plan, span);
  const hidden = hiddenMeasures(plan, { places, groups });
  const told = places.filter(
    ({ kind }) => !['year', 'quarter', 'month'].includes(kind) || kind === spec.period,
  );
  const figures = [
    ...told.flatMap((place) => placeFigures(plan, place, whole, durations, span, hidden)),
    ...changes(plan, places, hidden),
  ];
  const known = new Set(figures.map(({ key }) => key));
  return {
    figures,
    headline: headline(plan, known),
    tables: tables(plan, told, known),
    charts: charts(plan, told, known),
    notices: [...flawNotices(plan, flaws, hidden.resolution), ...fewNotices(plan, places, hidden)],
  };
}

function hiddenMeasures(
  plan: CasesPlan,
  counted: { places: readonly CasePlace[]; groups: readonly CaseGroup[] },
): HiddenMeasures {
  const cases = hiddenCases(plan, counted.places);
  return {
    cases,
    resolution: hiddenBySize(plan, counted, ({ open, closed }) => [open, closed], cases),
    standards: plan.spec.standards.map((_, index) =>
      hiddenBySize(plan, counted, ({ standards }) => [standards[index]?.n ?? 0], cases),
    ),
    complete: hiddenBySize(plan, counted, ({ complete }) => [complete.n], cases),
  };
}

function changes(plan: CasesPlan, places: readonly CasePlace[], hidden: HiddenMeasures): MeasurementFigure[] {
  if (!plan.spec.cutDate) return [];
  return places
    .filter(({ kind }) => kind === 'whole' || kind === 'split')
    .flatMap((place) => {
      const side = (phase: 'before' | 'after') =>
        places.find(
          (one) =>
            one.phase === phase &&
            one.start === null &&
            one.split === place.split &&
            one.value === place.value,
        );
      const [before, after] = [side('before'), side('after')];
      return before && after ? changeFigures(plan, place, { before, after }, hidden) : [];
    });
}

function headline({ spec }: CasesPlan, known: ReadonlySet<string>): string[] {
  const first = spec.cutDate
    ? ['cases', 'all-standards/phase:before', 'all-standards/phase:after', 'change-all-standards']
    : ['cases', 'cases-per-month', 'all-standards'];
  return [...first, 'median-days', 'open-cases'].filter((key) => known.has(key)).slice(0, 6);
}

function tables(
  plan: CasesPlan,
  places: readonly CasePlace[],
  known: ReadonlySet<string>,
): MeasurementTable[] {
  const { spec } = plan;
  const resolution: FigureMeasure[] = spec.resolvedId ? ['open-cases', 'closed-cases', 'median-days'] : [];
  const standards: FigureMeasure[] = spec.standards.length > 0 ? ['all-standards', 'standards-mean'] : [];
  const changed: FigureMeasure[] =
    spec.cutDate && standards.length > 0 ? ['change-all-standards', 'change-standards-mean'] : [];
  const shared: FigureMeasure[] = ['cases', 'cases-per-month', ...resolution, ...standards];
  const of = (kind: CasePlace['kind']) => places.filter((place) => place.kind === kind);
  return [
    placeTable(
      { id: 'summary', subject: null },
      [...shared, ...changed],
      [...of('whole'), ...of('phase')].map(({ place }) => place),
      known,
    ),
    placeTable(
      { id: 'by-period', subject: null },
      ['cases'],
      of(spec.period).map(({ place }) => place),
      known,
    ),
    ...spec.splitIds.map((id, split) =>
      placeTable(
        { id: 'by-split', subject: plan.variable(id).label },
        ['cases', 'case-share', ...shared.slice(1), ...changed],
        [...of('split'), ...of('split-phase')]
          .filter((place) => place.split === split)
          .sort((left, right) => valueOrder(places, left) - valueOrder(places, right))
          .map(({ place }) => place),
        known,
      ),
    ),
    ...(spec.standards.length === 0 ? [] : [standardTable(plan, known)]),
  ];
}

function valueOrder(places: readonly CasePlace[], place: CasePlace): number {
  return places.findIndex(
    ({ kind, split, value }) => kind === 'split' && split === place.split && value === place.value,
  );
}

function standardTable({ spec }: CasesPlan, known: ReadonlySet<string>): MeasurementTable {
  const columns = [
    { measure: 'standard-met', label: null, phase: null },
    ...(spec.cutDate
      ? ([
          { measure: 'standard-met', label: null, phase: 'before' },
          { measure: 'standard-met', label: null, phase: 'after' },
          { measure: 'change', label: null, phase: null },
        ] as const)
      : []),
  ] as const;
  return {
    id: 'by-standard',
    subject: null,
    columns: [...columns],
    rows: spec.standards.map(({ id, label }) => ({
      labels: [label],
      period: null,
      cells: columns.map(({ measure, phase }) => keyIn(known, figureKey(measure, { standard: id, phase }))),
    })),
  };
}

function charts(
  plan: CasesPlan,
  places: readonly CasePlace[],
  known: ReadonlySet<string>,
): MeasurementChart[] {
  const { spec } = plan;
  const periods = places.filter(({ kind }) => kind === spec.period);
  const keysOf = (some: readonly CasePlace[]) => some.map(({ place }) => figureKey('cases', place));
  const over = (series: { label: string; measure: FigureMeasure; keys: string[] }[]): MeasurementChart[] =>
    periods.length < 2 || series.length === 0
      ? []
      : [{ kind: 'periods', measure: 'cases', cutDate: spec.cutDate, series }];
  const phases = spec.cutDate ? (['before', 'after'] as const) : [null];
  const standards = spec.standards
    .flatMap(({ id }) => phases.map((phase) => figureKey('standard-met', { standard: id, phase })))
    .filter((key) => known.has(key));
  return [
    ...over([{ label: '', measure: 'cases', keys: keysOf(periods) }]),
    ...spec.splitIds.flatMap((id, split) => {
      const values = places.filter((place) => place.kind === 'split' && place.split === split);
      const subject = plan.variable(id).label;
      const lanes = values.flatMap((value) => {
        const keys = keysOf(
          places.filter(
            (one) => one.kind === 'split-period' && one.split === split && one.value === value.value,
          ),
        );
        return keys.length === 0
          ? []
          : [{ label: value.place.of?.[0] ?? '', measure: 'cases' as const, keys }];
      });
      const keys = keysOf(values);
      const bars: MeasurementChart[] =
        keys.length < 2 || keys.length > mostBars
          ? []
          : [{ kind: 'bars', measure: 'cases', subject, keys, target: null }];
      return [...bars, ...(lanes.length > 1 && lanes.length <= mostLanes ? over(lanes) : [])];
    }),
    ...(standards.length < 1
      ? []
      : [
          {
            kind: 'dots' as const,
            measure: 'standard-met' as const,
            subject: null,
            keys: standards,
            target: null,
          },
        ]),
  ];
}

function flawNotices(plan: CasesPlan, flaws: CaseFlaws, hidden: ReadonlySet<string>): Counted['notices'] {
  const threshold = hidden.has(wholeId) ? Number.POSITIVE_INFINITY : plan.threshold;
  const counted = [
    ['undated-left-out', flaws.undated],
    ['resolved-before-opened', flaws.resolvedBefore],
  ] as const;
  return counted.flatMap(([code, count]) =>
    count === 0 ? [] : [{ code, details: toldCount(count, threshold) }],
  );
}

function fewNotices(
  plan: CasesPlan,
  places: readonly CasePlace[],
  { cases }: HiddenMeasures,
): Counted['notices'] {
  return (['before', 'after'] as const).flatMap((phase) => {
    const place = places.find((one) => one.kind === 'phase' && one.phase === phase);
    if (!place || place.cases >= fewCases) return [];
    const details = cases.has(place.id) ? {} : toldCount(place.cases, plan.threshold);
    return [{ code: phase === 'before' ? ('few-before' as const) : ('few-after' as const), details }];
  });
}
