import { indicatorVariables } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { asCount, type Row, type Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import { waveTable } from '../projects/open-project';
import { aggregateIndicator, createAggregateList, type StatisticsReader } from './aggregates';
import { requireVariable, type VariableLookup } from './condition-sql';
import { compileIndicator, type Measured } from './indicator-sql';
import { type GroupStatistics, mergeStatistics, type Statistics } from './statistics';

export type MeasuredWave = Pick<Wave, 'id' | 'variableIds'>;

/** Groups by one list of variables; an empty list is everybody. */
export type GroupingSet = { variableIds: readonly string[]; groups: GroupStatistics[] };

/** The variables a wave answered, by id. */
export function answeredVariables(variables: readonly Variable[], wave: MeasuredWave): VariableLookup {
  const answered = new Set<string>(wave.variableIds);
  return new Map(
    variables.filter((variable) => answered.has(variable.id)).map((variable) => [variable.id, variable]),
  );
}

/** True where the wave answered every variable the indicator needs. */
export function canMeasure(indicator: Measured, variables: VariableLookup): boolean {
  return indicatorVariables(indicator).every((variableId) => variables.has(variableId));
}

/**
 * Sufficient statistics of all indicators for all groups of all grouping sets, in one pass over a wave. The pass
 * groups by every variable at once; coarser sets are put together from those groups. An indicator whose variables
 * the wave did not answer has null statistics. Throws `variable-missing` for an unknown grouping variable.
 */
export async function computeStatistics(
  session: Session,
  wave: MeasuredWave,
  variables: VariableLookup,
  indicators: readonly Measured[],
  groupingSets: readonly (readonly string[])[],
): Promise<GroupingSet[]> {
  const keys = [...new Set(groupingSets.flat())];
  const finest = await readGroups(session, wave, variables, indicators, keys);
  return groupingSets.map((variableIds) => ({ variableIds, groups: rollUp(finest, keys, variableIds) }));
}

/** How the values of a grouping variable are told apart: as the text stored for its options. */
export function groupExpression(variable: Variable): Sql {
  return sql`${ident(variable.id)}::varchar`;
}

async function readGroups(
  session: Session,
  wave: MeasuredWave,
  variables: VariableLookup,
  indicators: readonly Measured[],
  keys: readonly string[],
): Promise<GroupStatistics[]> {
  const aggregates = createAggregateList();
  const peopleName = aggregates.add(sql`count(*)`);
  const readers = indicators.map((indicator): StatisticsReader | null => {
    if (!canMeasure(indicator, variables)) return null;
    const needsSpread = indicator.measure.kind !== 'rate' && indicator.measure.kind !== 'total';
    return aggregateIndicator(compileIndicator(indicator, variables), aggregates, { needsSpread });
  });
  const rows = await session.all(
    selectGroups(
      sql`${ident(waveTable(wave.id))}`,
      keys.map((key) => groupExpression(requireVariable(variables, key))),
      aggregates.selected(),
    ),
  );
  return rows.map((row) => ({
    values: keys.map((_, index) => groupValue(row, index)),
    people: asCount(row[peopleName]),
    statistics: readers.map((read) => (read ? read(row) : null)),
  }));
}

/** `select` of aggregates by group; the group's values are in the columns `g0`, `g1` … */
export function selectGroups(source: Sql, groups: readonly Sql[], aggregates: readonly Sql[]): Sql {
  const named = groups.map((group, index) => sql`${group} as ${ident(`g${index}`)}`);
  if (named.length === 0) return sql`select ${join(aggregates)} from ${source}`;
  const positions = join(groups.map((_, index) => ident(`g${index}`)));
  return sql`select ${join([...named, ...aggregates])} from ${source} group by ${positions}`;
}

/** The value of a grouping variable in a row of `selectGroups`; null for people who did not answer it. */
export function groupValue(row: Row, index: number): string | null {
  const value = row[`g${index}`];
  return value === null || value === undefined ? null : String(value);
}

/** Puts the groups by `keys` together into those by some of them. */
export function rollUp(
  finest: readonly GroupStatistics[],
  keys: readonly string[],
  variableIds: readonly string[],
): GroupStatistics[] {
  const positions = variableIds.map((variableId) => keys.indexOf(variableId));
  const groups = new Map<string, GroupStatistics>();
  for (const part of finest) {
    const values = positions.map((position) => part.values[position] ?? null);
    const name = JSON.stringify(values);
    const known = groups.get(name);
    groups.set(name, known ? mergeGroups(known, part) : { ...part, values });
  }
  return [...groups.values()];
}

function mergeGroups(left: GroupStatistics, right: GroupStatistics): GroupStatistics {
  return {
    values: left.values,
    people: left.people + right.people,
    statistics: left.statistics.map((statistics, index): Statistics | null => {
      const other = right.statistics[index] ?? null;
      return statistics && other ? mergeStatistics(statistics, other) : null;
    }),
  };
}
