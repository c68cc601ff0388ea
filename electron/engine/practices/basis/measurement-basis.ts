import { conditionVariables } from '../../../../shared/domain/condition';
import type { IndicatorId, VariableId, WaveId } from '../../../../shared/domain/ids';
import { type Indicator, indicatorVariables, isAgainstBaseline } from '../../../../shared/domain/indicator';
import type { MeasurementSpec } from '../../../../shared/domain/measurement';
import type { Wave } from '../../../../shared/domain/wave';
import { requireSharedPeople } from '../../comparison/identifiers';
import type { Session } from '../../db/session';
import { type Sql, sql } from '../../db/sql';
import { answeredVariables } from '../../indicators/compute-statistics';
import { compileCondition, requireVariable, type VariableLookup } from '../../indicators/condition-sql';
import { keyExpression } from '../../indicators/grouping';
import { undeclaredBaseline } from '../../indicators/placement';
import { type MeasurementPlan, planMeasurement } from '../../measurements/plan';
import type { ProjectDefinitions } from '../../reports/content-hash';
import { filterOf, indicatorRows } from './comparison-basis';
import { type KeyParts, parseFigureKey } from './figure-parts';
import { figureScope } from './figure-scope';
import { type RowMultiset, rowMultiset, rowText } from './row-multiset';

/** What one figure of a measurement rests on: its rows by wave, and what of the definitions it uses. */
export type MeasurementRows = {
  data: Record<string, RowMultiset>;
  spec: unknown;
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
  const scope = figureScope(spec, parts);
  const indicator = definitions.indicators.find(({ id }) => id === parts.of.get('indicator')) ?? null;
  const splits = splitVariables(plan, parts);
  const waves = wavesOf(plan, parts);
  const variableIds = [
    ...scope.variableIds,
    ...(spec.filter ? conditionVariables(spec.filter) : []),
    ...(indicator ? indicatorVariables(indicator) : []),
    ...splits.map(({ id }) => id),
    ...(spec.kind === 'contrast' ? await peopleOf(session, spec, plan, waves) : []),
  ];
  const data: Record<string, RowMultiset> = {};
  for (const wave of waves) {
    const known = answeredVariables(plan.instrument.variables, wave);
    const conditions = [
      ...(spec.filter ? [compileCondition(spec.filter, known)] : []),
      ...(indicator && indicator.measure.kind !== 'count' ? filterOf(indicator, known) : []),
      ...(scope.keepsSplits ? splits.map(({ id, value }) => isAnswer(known, id, value)) : []),
      ...scope.values.map(({ id, value }) => isAnswer(known, id, value)),
      ...scope.conditions,
    ];
    data[wave.id] = await rowMultiset(session, {
      waveId: wave.id,
      text: rowText(known, variableIds),
      conditions,
    });
  }
  if (indicator) Object.assign(data, await boundsRows(session, indicator, plan, definitions));
  if (spec.kind === 'coding') Object.assign(data, await codingsOf(session, parts));
  return {
    data,
    spec: scope.spec,
    indicatorIds: indicator ? [indicator.id] : [],
    waveIds: waves.map(({ id }) => id),
    variableIds,
  };
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

function wavesOf({ spec, waves }: MeasurementPlan, { of }: KeyParts): readonly Wave[] {
  const own = of.get('wave');
  if (own !== undefined) return waves.filter(({ id }) => id === own);
  if (spec.kind !== 'contrast') return waves;
  const { baselineWaveId, followUpWaveId } = spec;
  const before =
    waves.find(({ id }) => id === baselineWaveId) ??
    waves.find(({ moment }) => moment === 'ex-ante') ??
    waves[0];
  const after = waves.find(({ id }) => id === followUpWaveId) ?? waves.at(-1);
  return [before, after].filter((wave) => wave !== undefined);
}

/** The identifier by which a contrast follows the same people. */
async function peopleOf(
  session: Session,
  spec: Extract<MeasurementSpec, { kind: 'contrast' }>,
  { instrument }: MeasurementPlan,
  [before, after]: readonly Wave[],
): Promise<VariableId[]> {
  if (spec.linkage !== 'matched' || !before || !after) return [];
  const { identifierId } = await requireSharedPeople(session, instrument.variables, before, after);
  return instrument.variables.filter(({ id }) => id === identifierId).map(({ id }) => id);
}

async function boundsRows(
  session: Session,
  indicator: Indicator,
  { instrument, waves }: MeasurementPlan,
  definitions: ProjectDefinitions,
): Promise<Record<string, RowMultiset>> {
  const { measure } = indicator;
  if (measure.kind !== 'index' || !isAgainstBaseline(measure.scale) || waves.length === 0) return {};
  const baseline = undeclaredBaseline(definitions.waves, waves);
  return { bounds: await indicatorRows(session, indicator, baseline, instrument.variables) };
}

async function codingsOf(_session: Session, _parts: KeyParts): Promise<Record<string, RowMultiset>> {
  return {};
}
