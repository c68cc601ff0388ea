import { notAskedGroup } from '../../../shared/domain/comparison';
import type { Variable } from '../../../shared/domain/instrument';
import { asCount, type Row, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { type MergedGroups, type WaveVariable, wasSkipped } from './condition-sql';
import { type GroupStatistics, mergeStatistics, type Statistics } from './statistics';

/** Groups by one list of variables; an empty list is everybody. */
export type GroupingSet = { variableIds: readonly string[]; groups: GroupStatistics[] };

/** A grouping variable and the expression, over the rows of the source, that tells its groups apart. */
export type GroupingKey = { variable: Variable; expression: Sql };

// Beyond some thousands of groups, putting them together here costs more than DuckDB's own grouping sets.
const fewGroups = 3000;

/** How the values of a grouping variable are told apart: as the text stored for its options. */
export function groupExpression(variable: Variable): Sql {
  return sql`${ident(variable.id)}::varchar`;
}

/** The same for a breakdown in one wave: people to whom the question was not put are a group of their own. */
export function keyExpression(variable: WaveVariable): Sql {
  if (variable.merged) return mergedExpression(variable.merged);
  const skipped = wasSkipped(variable);
  const answer = groupExpression(variable);
  return skipped ? sql`(case when ${skipped} then ${literal(notAskedGroup)} else ${answer} end)` : answer;
}

// Whoever gave none of the answers named is in no group.
function mergedExpression({ of, groups }: MergedGroups): Sql {
  const cases = groups.map(({ name, values }) => {
    const given = join(values.map((value) => sql`${value}`));
    return sql`when ${groupExpression(of)} in (${given}) then ${name}`;
  });
  return sql`(case ${join(cases, ' ')} end)`;
}

/**
 * One pass over a source that gives every group of every grouping set. Where all variables at once make few groups,
 * it groups by all of them and coarser sets are put together from those; otherwise DuckDB computes the sets.
 */
export async function readGroupingSets(
  session: Session,
  source: Sql,
  keys: readonly GroupingKey[],
  groupingSets: readonly (readonly string[])[],
  aggregates: readonly Sql[],
  read: (row: Row) => Pick<GroupStatistics, 'people' | 'statistics'>,
): Promise<GroupingSet[]> {
  const ids = keys.map(({ variable }) => variable.id as string);
  const named = keys.map(({ expression }, index) => sql`${expression} as ${groupName(index)}`);
  const names = keys.map((_, index) => groupName(index));
  const group = (row: Row): GroupStatistics => ({
    values: keys.map((_, index) => groupValue(row, index)),
    ...read(row),
  });
  if (keys.length === 0 || makesFewGroups(keys, groupingSets)) {
    const grouping = keys.length === 0 ? sql`` : sql` group by ${join(names)}`;
    const rows = await session.all(sql`select ${join([...named, ...aggregates])} from ${source}${grouping}`);
    const finest = rows.map(group);
    return groupingSets.map((variableIds) => ({ variableIds, groups: rollUp(finest, ids, variableIds) }));
  }
  const sets = groupingSets.map((set) => {
    const members = set.map((variableId) => groupName(ids.indexOf(variableId)));
    return sql`(${join(members)})`;
  });
  const rows = await session.all(
    sql`select grouping(${join(names)}) as level, ${join([...names, ...aggregates])}
        from (select *, ${join(named)} from ${source}) as grouped group by grouping sets (${join(sets)})`,
  );
  return groupingSets.map((variableIds) => {
    const level = groupingLevel(ids, variableIds);
    const groups = rows.filter((row) => asCount(row.level) === level).map(group);
    return {
      variableIds,
      groups: groups.map((one) => ({ ...one, values: pick(one.values, ids, variableIds) })),
    };
  });
}

function groupName(index: number): Sql {
  return ident(`g${index}`);
}

/** The value of a grouping variable; null for people who did not answer it. */
function groupValue(row: Row, index: number): string | null {
  const value = row[`g${index}`];
  return value === null || value === undefined ? null : String(value);
}

// As many as the finest set that was asked for anyway, or few by the options of the variables.
function makesFewGroups(keys: readonly GroupingKey[], groupingSets: readonly (readonly string[])[]): boolean {
  if (groupingSets.some((set) => set.length === keys.length)) return true;
  const sizes = keys.map(({ variable: { type, options } }) => {
    if (type === 'boolean') return 4;
    return options.length === 0 ? fewGroups : options.length + 2;
  });
  return sizes.reduce((product, size) => product * size, 1) <= fewGroups;
}

/** DuckDB's `grouping()`: a bit for each key, the first highest, set where the key is not grouped by. */
function groupingLevel(ids: readonly string[], variableIds: readonly string[]): number {
  return ids.reduce((level, id) => level * 2 + (variableIds.includes(id) ? 0 : 1), 0);
}

function pick(
  values: readonly (string | null)[],
  ids: readonly string[],
  variableIds: readonly string[],
): (string | null)[] {
  return variableIds.map((variableId) => values[ids.indexOf(variableId)] ?? null);
}

/** Puts the groups by `keys` together into those by some of them. */
export function rollUp(
  finest: readonly GroupStatistics[],
  keys: readonly string[],
  variableIds: readonly string[],
): GroupStatistics[] {
  const groups = new Map<string, GroupStatistics>();
  for (const part of finest) {
    const values = pick(part.values, keys, variableIds);
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
