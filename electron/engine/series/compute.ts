import type { Call } from '../../../shared/contract';
import { conditionVariables } from '../../../shared/domain/condition';
import { indicatorVariables } from '../../../shared/domain/indicator';
import { periodsBetween, periodsPerYear, seasonOf, seasonsPerYear } from '../../../shared/domain/period';
import type {
  SeriesCaution,
  SeriesModel,
  SeriesPoint,
  SeriesRefusal,
  SeriesResult,
  SeriesSpec,
} from '../../../shared/domain/series';
import { AppError } from '../../../shared/errors';
import { fitSegmented } from '../../../shared/stats/segmented';
import { differencesOfUsers } from '../comparison/instrument-differences';
import { hashJson } from '../comparison/result-hash';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { isBelow } from '../privacy/suppression';
import { type Counted, countStretches, dateSpan, seriesMeasure } from './counted';
import { buildPeriodTree } from './period-tree';
import { planSeries, type SeriesPlan } from './plan';
import { type CountedPoint, listPoints } from './points';
import { protectPeriods } from './protect';
import { type DayRange, declaredRanges, observedRange } from './register-dates';

/** Beyond this the dates are surely wrong: a hundred years by month. */
const mostPeriods = 1200;
/** Protected periods the model may count with an average, and periods shown that it must have besides. */
const mostProtectedShare = 0.25;
const fewestShown = 12;

/**
 * A register by period with the segmented regression at the cut date. The model is computed from what is shown and
 * from the averages that follow from it, never from a protected figure itself. Throws what `planSeries` throws,
 * `variable-missing` where a file lacks a variable, and `series-too-long`.
 */
export async function computeSeries(
  context: Pick<EngineContext, 'project'>,
  spec: SeriesSpec,
  call: Call,
): Promise<SeriesResult> {
  return context.project().read(call.signal, async (session) => {
    const plan = await planSeries(session, spec);
    const ranges = await registerRanges(session, plan);
    const counted = await countStretches(session, plan, ranges);
    return { ...assemble(plan, ranges, counted), ...(await wordingsOf(session, plan)) };
  });
}

/** What the figures rest on that the files of the register did not ask alike, against the first of them. */
async function wordingsOf(
  session: Session,
  { waves, indicator, spec }: SeriesPlan,
): Promise<Pick<SeriesResult, 'differences'>> {
  const indicatorId = indicator?.id ?? null;
  const used = [
    ...(indicator ? indicatorVariables(indicator) : []),
    ...(spec.filter ? conditionVariables(spec.filter) : []),
  ];
  const users = [...new Set(used)].map((variableId) => ({ indicatorId, variableId }));
  const differences = await differencesOfUsers(session, waves, users);
  return differences.length > 0 ? { differences } : {};
}

async function registerRanges(session: Session, plan: SeriesPlan): Promise<DayRange[]> {
  const span = await dateSpan(session, plan);
  const declared = declaredRanges(plan.waves);
  const ranges = declared ?? (span ? [observedRange(span, plan.spec.period)] : []);
  const [from, to] = [ranges[0]?.from, ranges.at(-1)?.to];
  if (from === undefined || to === undefined) return [];
  const periods = periodsBetween(from, to, plan.spec.period).length;
  if (periods > mostPeriods) throw new AppError('series-too-long', { from, to, periods, most: mostPeriods });
  return ranges;
}

function assemble(plan: SeriesPlan, ranges: readonly DayRange[], counted: Counted): SeriesResult {
  const { spec, threshold, indicator } = plan;
  const measure = seriesMeasure(plan);
  const root = buildPeriodTree(counted.stretches);
  const hidden = protectPeriods(root, measure, threshold);
  const listed = listPoints({ spec, measure, root, hidden, ranges });
  const modelled = addModel(spec, listed);
  const told = (rows: number): number | null => (isBelow(threshold, rows) ? null : rows);
  return {
    spec,
    waves: plan.waves.map(({ id, name, isSynthetic, dataSha256 }) => ({ id, name, isSynthetic, dataSha256 })),
    indicator: indicator && {
      id: indicator.id,
      name: indicator.name,
      kind: indicator.measure.kind,
      direction: indicator.direction,
      unit: indicator.unit,
      decimals: indicator.decimals,
    },
    dateLabel: plan.dateVariable.label,
    ...modelled,
    undated: told(counted.undated),
    outsideDates: told(counted.outside),
    privacy: {
      threshold,
      suppressedPoints: modelled.points.filter(({ status }) => status === 'suppressed').length,
    },
    resultSha256: hashSeries(plan),
  };
}

type Modelled = {
  points: SeriesPoint[];
  model: SeriesModel | null;
  refusals: SeriesRefusal[];
  cautions: SeriesCaution[];
};

function addModel(spec: SeriesSpec, listed: readonly CountedPoint[]): Modelled {
  const bare = listed.map(({ point }) => point);
  const without = (points: readonly SeriesPoint[]): SeriesPoint[] =>
    points.map((point) => ({ ...point, isSmoothed: false }));
  if (spec.cutDate === null)
    return { points: without(bare), model: null, refusals: ['no-cut'], cautions: [] };
  if (hasTooManyProtected(bare)) {
    return { points: without(bare), model: null, refusals: ['too-many-protected'], cautions: [] };
  }
  const cutDate = spec.cutDate;
  const observations = listed.flatMap(({ point, modelValue }, index) =>
    modelValue === null ? [] : [{ index, season: seasonOf(point.start, spec.period), value: modelValue }],
  );
  const firstAfter = bare.findIndex(({ start }) => start >= cutDate);
  const { model, refusals, cautions } = fitSegmented({
    observations,
    cutIndex: firstAfter < 0 ? bare.length : firstAfter,
    seasonsPerYear: spec.seasonality === 'none' ? 1 : seasonsPerYear(spec.period),
    periodsPerYear: periodsPerYear(spec.period),
    lags: spec.lags,
    level: spec.confidenceLevel,
    places: observations,
  });
  if (!model) return { points: without(bare), model: null, refusals: [...refusals], cautions: [] };
  const { lines, endIndex, ...figures } = model;
  const points = [...bare];
  observations.forEach(({ index }, place) => {
    const [point, line] = [points[index], lines[place]];
    if (point && line) points[index] = { ...point, ...line };
  });
  const smoothed: SeriesCaution[] = points.some(({ isSmoothed }) => isSmoothed) ? ['smoothed-periods'] : [];
  return {
    points,
    model: { ...figures, endStart: points[endIndex]?.start ?? '' },
    refusals: [],
    cautions: [...cautions, ...smoothed],
  };
}

/** Counts only periods that would take part were they not protected. */
function hasTooManyProtected(points: readonly SeriesPoint[]): boolean {
  const counts = points.filter(({ excluded }) => excluded === null || excluded === 'protected');
  const gone = counts.filter(({ status }) => status === 'suppressed').length;
  return gone > 0 && (gone > mostProtectedShare * counts.length || counts.length - gone < fewestShown);
}

function hashSeries({ spec, waves, variables, dateVariable, indicator, threshold }: SeriesPlan): string {
  const used = new Set<string>([dateVariable.id, ...(indicator ? indicatorVariables(indicator) : [])]);
  return hashJson({
    spec,
    threshold,
    waves: waves.map(({ id, dataSha256, startDate, endDate }) => ({ id, dataSha256, startDate, endDate })),
    variables: variables
      .filter(({ id }) => used.has(id))
      .map(({ id, label, type, options }) => ({ id, label, type, options })),
    indicator: indicator && {
      ...indicator,
      createdAt: null,
      updatedAt: null,
      placement: indicator.placement?.wave,
    },
  });
}
