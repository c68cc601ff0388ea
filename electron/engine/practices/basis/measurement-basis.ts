import { conditionVariables } from '../../../../shared/domain/condition';
import { samplingVariables } from '../../../../shared/domain/design';
import type { IndicatorId, VariableId, WaveId } from '../../../../shared/domain/ids';
import { type Indicator, indicatorVariables, isAgainstBaseline } from '../../../../shared/domain/indicator';
import type { MeasurementSpec, SpecOf } from '../../../../shared/domain/measurement';
import type { Wave } from '../../../../shared/domain/wave';
import { AppError } from '../../../../shared/errors';
import type { Session } from '../../db/session';
import { type Sql, sql } from '../../db/sql';
import { findDesign } from '../../design/declared-design';
import { answeredVariables } from '../../indicators/compute-statistics';
import { compileCondition, requireVariable, type VariableLookup } from '../../indicators/condition-sql';
import { groupExpression, keyExpression } from '../../indicators/grouping';
import { undeclaredBaseline } from '../../indicators/placement';
import { contrastWaves } from '../../measurements/contrast-groups';
import { type MeasurementPlan, planMeasurement } from '../../measurements/plan';
import type { ProjectDefinitions } from '../../reports/content-hash';
import { codingsBehind } from './coding-basis';
import { comparisonRows, filterOf, indicatorRows, sampleRows } from './comparison-basis';
import { type KeyParts, parseFigureKey } from './figure-parts';
import { figureScope } from './figure-scope';
import { rowMultiset, rowText } from './row-multiset';

/** What one figure of a measurement rests on: its rows by wave, and what of the definitions it uses. */
export type MeasurementRows = {
  data: Record<string, unknown>;
  spec: unknown;
  /** Of the declared design, what decides on intervals. */
  design: unknown;
  indicatorIds: IndicatorId[];
  waveIds: WaveId[];
  variableIds: VariableId[];
};

/**
 * The rows that count for one figure, restricted to the questions it uses. Where the name of the figure does not say how
 * to cut them down further, all rows of the measurement count: a change is then told once too often, never too seldom.
 */
export async function measurementRows(
  session: Session,
  spec: MeasurementSpec,
  key: string,
  definitions: ProjectDefinitions,
): Promise<MeasurementRows> {
  const plan = await planMeasurement(session, spec, 'publication');
  const parts = parseFigureKey(key);
  const indicator = definitions.indicators.find(({ id }) => id === parts.of.get('indicator')) ?? null;
  // Safe: `spec` is the plan's own.
  if (spec.kind === 'contrast') return contrastRows(session, plan as ContrastPlan, parts, indicator);
  const scope = figureScope(spec, parts);
  const splits = splitVariables(plan, parts);
  const waves = plan.waves.filter(({ id }) => (parts.of.get('wave') ?? id) === id);
  const designIds = spec.kind === 'figures' ? await sampledBy(session, plan) : [];
  const variableIds = [
    ...scope.variableIds,
    ...(spec.filter ? conditionVariables(spec.filter) : []),
    ...(indicator ? indicatorVariables(indicator) : []),
    ...splits.map(({ id }) => id),
    ...designIds,
  ];
  const data: Record<string, unknown> = {};
  for (const wave of waves) {
    const known = answeredVariables(plan.instrument.variables, wave);
    const conditions = [
      ...(spec.filter ? [compileCondition(spec.filter, known)] : []),
      ...(indicator ? filterOf(indicator, known) : []),
      ...(scope.keepsSplits ? splits.map(({ id, value }) => isAnswer(known, id, value)) : []),
      ...scope.values.map(({ id, value }) => isAnswer(known, id, value)),
      ...scope.conditions,
    ];
    const text = rowText(known, variableIds);
    data[wave.id] = await rowMultiset(session, { waveId: wave.id, text, conditions });
    if (designIds.length > 0) data[`${wave.id} sample`] = await sampleRows(session, designIds, wave, known);
  }
  if (indicator) Object.assign(data, await boundsRows(session, indicator, plan, definitions));
  if (spec.kind === 'coding') data.codings = await codingsBehind(session, spec, parts, waves);
  return {
    data,
    spec: scope.spec,
    design: plan.coverage,
    indicatorIds: indicator ? [indicator.id] : [],
    waveIds: waves.map(({ id }) => id),
    variableIds,
  };
}

type ContrastPlan = MeasurementPlan<SpecOf<'contrast'>>;

/** The rows of a contrast are those of a comparison, of the exposed, of those they are compared with, or of both. */
async function contrastRows(
  session: Session,
  plan: ContrastPlan,
  { measure }: KeyParts,
  indicator: Indicator | null,
): Promise<MeasurementRows> {
  const { spec } = plan;
  const waves = contrastWaves(plan);
  if (!waves || !indicator) throw new AppError('measurement-invalid', { reason: 'waves-absent' });
  const { exposedValues, comparisonValues, filter } = spec;
  const values = [
    ...(measure === 'change-comparison' ? [] : exposedValues),
    ...(measure === 'change-exposed' ? [] : comparisonValues),
  ];
  const designIds = await sampledBy(session, plan);
  const both = filter && indicator.filter ? { op: 'all' as const, of: [filter, indicator.filter] } : null;
  const filtered: Indicator = { ...indicator, filter: both ?? filter ?? indicator.filter };
  const group = (known: VariableLookup): Sql =>
    sql`list_contains(${values}, ${groupExpression(requireVariable(known, spec.groupId))})`;
  const { linkage } = spec;
  const rows = await comparisonRows(session, {
    linkage,
    designIds,
    groupIds: [spec.groupId],
    indicator: filtered,
    groups: (known) => [group(known)],
    ...waves,
    variables: plan.instrument.variables,
  });
  return {
    data: rows,
    spec: { ...spec, indicatorIds: [] },
    design: [plan.coverage, (await findDesign(session, spec.instrumentId))?.sampling ?? null],
    indicatorIds: [indicator.id],
    waveIds: [waves.baseline.id, waves.followUp.id],
    variableIds: [...indicatorVariables(filtered), spec.groupId, ...designIds],
  };
}

/** Strata, clusters and weights declared for the instrument, where its data are a sample. */
async function sampledBy(session: Session, { instrument, coverage }: MeasurementPlan): Promise<VariableId[]> {
  if (coverage === 'census') return [];
  return samplingVariables((await findDesign(session, instrument.id))?.sampling);
}

function splitVariables(
  { instrument }: MeasurementPlan,
  { splits }: KeyParts,
): { id: VariableId; value: string | null }[] {
  return splits.flatMap(({ name, value }) => {
    const found = instrument.variables.find((variable) => variable.name === name);
    return found ? [{ id: found.id, value }] : [];
  });
}

function isAnswer(known: VariableLookup, id: VariableId, value: string | null): Sql {
  const expression = keyExpression(requireVariable(known, id));
  return value === null ? sql`${expression} is null` : sql`${expression} = ${value}`;
}

async function boundsRows(
  session: Session,
  indicator: Indicator,
  { spec, instrument, waves }: MeasurementPlan,
  definitions: ProjectDefinitions,
): Promise<Record<string, unknown>> {
  const { measure } = indicator;
  if (measure.kind !== 'index' || !isAgainstBaseline(measure.scale) || waves.length === 0) return {};
  const baseline: Wave = undeclaredBaseline(definitions.waves, waves);
  const filter = spec.filter ?? indicator.filter;
  return { bounds: await indicatorRows(session, { ...indicator, filter }, baseline, instrument.variables) };
}
