import type { ComparisonResult, ComparisonSpec, WaveCell } from '../../../shared/domain/comparison';
import { figureKey } from '../../../shared/domain/figure-key';
import type { Indicator } from '../../../shared/domain/indicator';
import { indicatorVariables } from '../../../shared/domain/indicator';
import type { SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementChart, MeasurementFigure } from '../../../shared/domain/measurement-result';
import type { Wave } from '../../../shared/domain/wave';
import { assertNever } from '../../../shared/errors';
import { comparePlan } from '../comparison/compute';
import { planWithIndicators } from '../comparison/plan';
import { findDesign } from '../design/declared-design';
import { undeclaredBaseline } from '../indicators/placement';
import { getIndicator, listWaves } from '../projects/open-project';
import type { Counted, CountWork } from './compute';
import { type FigurePlace, type FigureStyle, makeFigure } from './made-figure';
import { keyIn } from './place-table';
import type { MeasurementPlan } from './plan';

type FiguresPlan = MeasurementPlan<SpecOf<'figures'>>;
type Shown = ComparisonResult['indicators'][number];
const mostRows = 40;

/**
 * Indicators of each wave by itself, by one breakdown or none, as a comparison computes and protects them. A wave that did not
 * ask what an indicator needs has no figure of it. Throws what a comparison of one wave throws.
 */
export async function countFigures(plan: FiguresPlan, { session, call }: CountWork): Promise<Counted> {
  const { spec, waves, variable } = plan;
  const indicators: Indicator[] = [];
  for (const id of new Set(spec.indicatorIds))
    indicators.push(filtered(await getIndicator(session, id), spec.filter));
  const known = await listWaves(session);
  const design = await findDesign(session, plan.instrument.id);
  const bounds = undeclaredBaseline(known, waves);
  const results: { wave: Wave; result: ComparisonResult }[] = [];
  for (const wave of waves) {
    const asked: ComparisonSpec = {
      baselineWaveId: wave.id,
      followUpWaveIds: [],
      indicatorIds: indicators.map(({ id }) => id),
      breakdown: spec.breakdownId === null ? [] : [spec.breakdownId],
      linkage: 'independent',
      coverage: plan.coverage,
      ...(design ? { sampling: design.sampling } : {}),
      confidenceLevel: spec.confidenceLevel,
      audience: plan.audience,
    };
    const one = await planWithIndicators(session, asked, indicators, bounds);
    results.push({ wave, result: await comparePlan(session, one, call) });
  }
  const breakdown = spec.breakdownId === null ? null : variable(spec.breakdownId);
  const rows = results.flatMap(({ wave, result }) =>
    result.rows.flatMap((row) => {
      const indicator = result.indicators.find(({ id }) => id === row.indicatorId);
      const [cell] = row.cells;
      if (!indicator || !cell) return [];
      const [group] = row.key;
      const place: FigurePlace = {
        indicator: indicator.id,
        wave: wave.id,
        splits: group && breakdown ? [{ name: breakdown.name, value: group.value }] : [],
        of: [indicator.name, ...(group ? [group.label] : [])],
      };
      return [{ indicator, place, wave, isWhole: !group, figure: cellFigure(cell, indicator, place) }];
    }),
  );
  const figures = rows.map(({ figure }) => figure);
  const told = new Set(figures.map(({ key }) => key));
  const whole = rows.filter(({ isWhole }) => isWhole);
  const groups = rows.filter(({ isWhole }) => !isWhole);
  return {
    figures,
    headline: whole.slice(0, 6).map(({ figure }) => figure.key),
    tables: [
      figureTable('by-indicator', null, whole, waves, told),
      ...(breakdown ? [figureTable('by-split', breakdown.label, groups, waves, told)] : []),
    ],
    charts: charts(indicators, rows, breakdown?.label ?? null),
    notices: [],
    basis: {
      results: results.map(({ result }) => result.resultSha256),
      variables: [...new Set(indicators.flatMap(indicatorVariables))],
    },
  };
}

function filtered(indicator: Indicator, filter: SpecOf<'figures'>['filter']): Indicator {
  if (!filter) return indicator;
  return { ...indicator, filter: indicator.filter ? { op: 'all', of: [indicator.filter, filter] } : filter };
}

function cellFigure(cell: WaveCell, indicator: Shown, place: FigurePlace): MeasurementFigure {
  const style: FigureStyle = {
    scale: scaleOf(indicator.kind),
    unit: indicator.unit,
    decimals: indicator.decimals,
  };
  if (cell.status === 'suppressed') return makeFigure('indicator', place, 'suppressed', style);
  const { estimate, n, numerator, interval, reason } = cell;
  return makeFigure(
    'indicator',
    place,
    {
      value: estimate,
      n,
      numerator,
      interval,
      reason,
      method: interval ? methodOf(cell, indicator.kind) : null,
    },
    style,
  );
}

function scaleOf(kind: Shown['kind']): MeasurementFigure['scale'] {
  switch (kind) {
    case 'proportion':
    case 'top-box':
      return 'share';
    case 'count':
      return 'count';
    case 'mean':
    case 'total':
    case 'ratio':
    case 'rate':
    case 'index':
      return 'number';
    default:
      return assertNever(kind);
  }
}

function methodOf({ precision }: WaveCell, kind: Shown['kind']): string {
  const isDesigned = typeof precision?.clusters === 'number' || typeof precision?.strata === 'number';
  switch (kind) {
    case 'proportion':
    case 'top-box':
      return isDesigned ? 'design-logit' : 'wilson';
    case 'mean':
    case 'index':
      return isDesigned ? 'design-mean' : 't-interval';
    case 'ratio':
      return isDesigned ? 'design-ratio' : 'ratio-linearised';
    case 'rate':
      return isDesigned ? 'design-ratio' : 'poisson-exact';
    case 'count':
    case 'total':
      return isDesigned ? 'design-total' : 'plain-figure';
    default:
      return assertNever(kind);
  }
}

type Row = { indicator: Shown; place: FigurePlace; wave: Wave; isWhole: boolean; figure: MeasurementFigure };

/** A row an indicator (and group), a column a wave. */
function figureTable(
  id: 'by-indicator' | 'by-split',
  subject: string | null,
  rows: readonly Row[],
  waves: readonly Wave[],
  told: ReadonlySet<string>,
): Counted['tables'][number] {
  const labels = new Map(rows.map(({ place }) => [JSON.stringify([place.indicator, place.splits]), place]));
  return {
    id,
    subject,
    columns: waves.map(({ name }) => ({
      measure: 'indicator',
      label: waves.length === 1 ? null : name,
      phase: null,
    })),
    rows: [...labels.values()].map((place) => ({
      labels: [...(place.of ?? [])],
      period: null,
      cells: waves.map(({ id: wave }) => keyIn(told, figureKey('indicator', { ...place, wave }))),
    })),
  };
}

/** By group one chart an indicator; without groups, indicators of one scale and unit together. */
function charts(
  indicators: readonly Indicator[],
  rows: readonly Row[],
  subject: string | null,
): MeasurementChart[] {
  const make = (some: readonly Row[], about: string | null): MeasurementChart[] => {
    const [first] = some;
    if (!first || some.length < 2 || some.length > mostRows) return [];
    const isShare = first.figure.scale === 'share';
    const keys = some.map(({ figure }) => figure.key);
    return [
      {
        kind: isShare ? 'dots' : 'bars',
        measure: 'indicator',
        subject: about,
        keys,
        target: about === null ? null : first.indicator.target,
      },
    ];
  };
  if (subject !== null) {
    return indicators.flatMap(({ id }) =>
      make(
        rows.filter(({ indicator, isWhole }) => indicator.id === id && !isWhole),
        subject,
      ),
    );
  }
  const styleOf = ({ figure }: Row): string => `${figure.scale} ${figure.unit}`;
  return [...new Set(rows.map(styleOf))].flatMap((style) =>
    make(
      rows.filter((row) => styleOf(row) === style),
      null,
    ),
  );
}
