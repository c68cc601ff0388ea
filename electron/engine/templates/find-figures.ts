import type { Call } from '../../../shared/contract';
import type {
  Audience,
  ComparisonResult,
  ComparisonRow,
  ComparisonSpec,
} from '../../../shared/domain/comparison';
import type { ReportId } from '../../../shared/domain/ids';
import { IndicatorId } from '../../../shared/domain/ids';
import type { Measurement } from '../../../shared/domain/measurement';
import type { MeasurementFigure, MeasurementResult } from '../../../shared/domain/measurement-result';
import type { EvidenceLink } from '../../../shared/domain/practice';
import type { PracticeTemplate, TemplateFigure } from '../../../shared/domain/template';
import { AppError } from '../../../shared/errors';
import { replaceInside, resolveComparison } from '../../../shared/templates/resolve';
import { computeComparison } from '../comparison/compute';
import type { EngineContext } from '../context';
import { computeMeasurement } from '../measurements/compute';
import type { Holdings } from './made';

/** Where a figure of a template was found, or a reason why it was not: a word of the catalogue or an error's code. */
export type FoundFigure = {
  figure: TemplateFigure;
  value: number | null;
  reason: string | null;
  isSynthetic: boolean;
  place:
    | { kind: 'measurement'; name: string; measurement: Measurement | null; found: MeasurementFigure | null }
    | {
        kind: 'comparison';
        name: string;
        /** Null while the comparison is not saved. */
        comparisonId: string | null;
        found: { result: ComparisonResult; row: ComparisonRow } | null;
      };
};

export type FigureSource = {
  context: EngineContext;
  template: PracticeTemplate;
  /** With the waves that stand for the samples. */
  ids: Readonly<Record<string, string>>;
  held: Holdings;
  audience: Audience;
  call: Call;
};

type Computed<T> = { result: T; reason: null } | { result: null; reason: string };

/** Finds every figure of a template in what its measurements and comparisons give now; each is computed once. */
export async function findFigures(source: FigureSource): Promise<FoundFigure[]> {
  const measured = new Map<string, Computed<MeasurementResult>>();
  const compared = new Map<string, Computed<ComparisonResult>>();
  const found: FoundFigure[] = [];
  for (const figure of source.template.figures) {
    const { place } = figure;
    if (place.kind === 'measurement') {
      const key = place.measurement;
      if (!measured.has(key)) measured.set(key, await measure(source, key));
      found.push(inMeasurement(source, figure, place, measured.get(key) ?? absent));
    } else {
      const key = place.comparison;
      if (!compared.has(key)) compared.set(key, await compare(source, key));
      found.push(inComparison(source, figure, place, compared.get(key) ?? absent));
    }
  }
  return found;
}

const absent = { result: null, reason: 'figure-absent' } as const;

async function settled<T>(computing: Promise<T>): Promise<Computed<T>> {
  try {
    return { result: await computing, reason: null };
  } catch (error) {
    if (error instanceof AppError && error.code !== 'cancelled' && error.code !== 'internal') {
      return { result: null, reason: error.code };
    }
    throw error;
  }
}

async function measure(source: FigureSource, key: string): Promise<Computed<MeasurementResult>> {
  const { context, ids, held, audience, call } = source;
  const measurement = held.measurements.get(ids[`measurement:${key}`] ?? '');
  if (!measurement) return { result: null, reason: 'definition-absent' };
  const { instrumentId } = measurement.spec;
  if (!held.waves.some((wave) => wave.instrumentId === instrumentId)) {
    return { result: null, reason: 'waves-absent' };
  }
  return settled(computeMeasurement(context, { spec: measurement.spec, audience }, call));
}

/** The saved specification of a comparison, or the one it would be saved with; a reason where waves are missing. */
export function specOf(
  { template, ids, held }: Pick<FigureSource, 'template' | 'ids' | 'held'>,
  key: string,
): { spec: ComparisonSpec; reason: null } | { spec: null; reason: 'waves-absent' | 'definition-absent' } {
  const saved = held.comparisons.get(ids[`comparison:${key}`] ?? '');
  const waves = new Set<string>(held.waves.map(({ id }) => id));
  if (saved && [saved.spec.baselineWaveId, ...saved.spec.followUpWaveIds].every((id) => waves.has(id))) {
    return { spec: saved.spec, reason: null };
  }
  const comparison = template.comparisons.find((each) => each.key === key);
  if (!comparison) return { spec: null, reason: 'definition-absent' };
  const resolved = resolveComparison(template, comparison, ids);
  if (resolved.ok) return { spec: resolved.value, reason: null };
  const isWave = resolved.missing.some((reference) => reference.startsWith('wave:'));
  return { spec: null, reason: isWave ? 'waves-absent' : 'definition-absent' };
}

async function compare(source: FigureSource, key: string): Promise<Computed<ComparisonResult>> {
  const { spec, reason } = specOf(source, key);
  if (!spec) return { result: null, reason };
  const { context, audience, call } = source;
  return settled(computeComparison(context, { ...spec, audience }, call));
}

function inMeasurement(
  { template, ids, held }: FigureSource,
  figure: TemplateFigure,
  place: Extract<TemplateFigure['place'], { kind: 'measurement' }>,
  { result, reason }: Computed<MeasurementResult>,
): FoundFigure {
  const measurement = held.measurements.get(ids[`measurement:${place.measurement}`] ?? '') ?? null;
  const name =
    measurement?.name ?? template.measurements.find(({ key }) => key === place.measurement)?.name ?? '';
  const key = replaceInside(place.figureKey, ids);
  const found = result?.figures.find((each) => each.key === key) ?? null;
  const lacking = key === null ? 'waves-absent' : 'figure-absent';
  return {
    figure,
    value: found?.value ?? null,
    reason: found ? (found.value === null ? (found.reason ?? 'figure-absent') : null) : (reason ?? lacking),
    isSynthetic: result?.waves.some(({ isSynthetic }) => isSynthetic) ?? false,
    place: { kind: 'measurement', name, measurement, found },
  };
}

function inComparison(
  { template, ids }: FigureSource,
  figure: TemplateFigure,
  place: Extract<TemplateFigure['place'], { kind: 'comparison' }>,
  { result, reason }: Computed<ComparisonResult>,
): FoundFigure {
  const name = template.comparisons.find(({ key }) => key === place.comparison)?.name ?? '';
  const indicatorId = ids[`indicator:${place.indicator}`];
  const row = result?.rows.find(
    (each) =>
      each.indicatorId === indicatorId &&
      each.key.length === place.group.length &&
      each.key.every(({ value }, index) => value === place.group[index]),
  );
  const [change] = row?.changes ?? [];
  const value = figureOf(change, place.what);
  const comparisonId = ids[`comparison:${place.comparison}`] ?? null;
  return {
    figure,
    value,
    reason: value === null ? (reason ?? change?.reason ?? 'figure-absent') : null,
    isSynthetic: result?.waves.some(({ isSynthetic }) => isSynthetic) ?? false,
    place: { kind: 'comparison', name, comparisonId, found: result && row ? { result, row } : null },
  };
}

function figureOf(
  change: ComparisonRow['changes'][number] | undefined,
  what: 'baseline' | 'follow-up' | 'change',
): number | null {
  if (!change) return null;
  if (what === 'change') return change.change;
  return what === 'baseline' ? change.baseline.estimate : change.followUp.estimate;
}

/** The link by which a claim rests on a figure that was found; null for one without a value or not saved yet. */
export function linkTo({ place, value, figure }: FoundFigure, reportId: ReportId): EvidenceLink | null {
  if (value === null) return null;
  if (place.kind === 'measurement') {
    if (!place.measurement || !place.found) return null;
    const figureKey = place.found.key;
    return { kind: 'measurement', reportId, measurementId: place.measurement.id, figureKey };
  }
  const [change] = place.found?.row.changes ?? [];
  if (!place.found || !change || !place.comparisonId || figure.place.kind !== 'comparison') return null;
  return {
    kind: 'comparison',
    reportId,
    // Safe: the id of a saved comparison.
    comparisonId: place.comparisonId as Extract<EvidenceLink, { kind: 'comparison' }>['comparisonId'],
    indicatorId: IndicatorId.parse(place.found.row.indicatorId),
    followUpWaveId: change.followUpWaveId,
    key: place.found.row.key,
  };
}
