import type { VariableId } from '../../../../shared/domain/ids';
import { asCount, asText, type Session } from '../../db/session';
import { emptySql, ident, join, type Sql, sql } from '../../db/sql';
import { type VariableLookup, type WaveVariable, wasSkipped } from '../../indicators/condition-sql';
import { waveTable } from '../../projects/open-project';

/** How many rows there are and what they hold, whatever their order; two sums of 64 bits of MD5, which no version of the database changes. */
export type RowMultiset = { rows: number; lower: string; upper: string };

/** Rows of a wave as one text each, of some columns. */
export type RowSource = { waveId: string; text: Sql; conditions: readonly Sql[] };

/** The multiset of some rows of a wave, restricted to what `text` says of each. */
export function rowMultiset(session: Session, { waveId, text, conditions }: RowSource): Promise<RowMultiset> {
  return textMultiset(session, sql`${text} as text from ${ident(waveTable(waveId))}${where(conditions)}`);
}

/** The multiset of `text` of a statement written after its `select`. */
export async function textMultiset(session: Session, selected: Sql): Promise<RowMultiset> {
  const row = await session.first(
    sql`select count(*) as rows,
          coalesce(sum(md5_number_lower(text)::hugeint), 0)::varchar as lower,
          coalesce(sum(md5_number_upper(text)::hugeint), 0)::varchar as upper
        from (select ${selected})`,
  );
  return { rows: asCount(row?.rows), lower: asText(row?.lower), upper: asText(row?.upper) };
}

/** The conditions that must all hold, as a clause; nothing where there are none. */
export function where(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return emptySql;
  return sql` where ${join(
    conditions.map((condition) => sql`(${condition})`),
    ' and ',
  )}`;
}

/**
 * What a row answered to some questions, as one text: each answer with its length before it, so that no two rows of
 * different answers give the same. Questions the wave did not ask are left out.
 */
export function rowText(variables: VariableLookup, ids: Iterable<VariableId | string>): Sql {
  const known = [...new Set<string>(ids)].sort().flatMap((id) => variables.get(id) ?? []);
  if (known.length === 0) return sql`''`;
  return sql`(${join(
    known.map((variable) => cellText(variable)),
    ' || ',
  )})`;
}

function cellText(variable: WaveVariable): Sql {
  const column = ident(variable.id);
  // Answers of a multiple choice have no order.
  const value =
    variable.type === 'multiple'
      ? sql`array_to_string(list_transform(list_sort(${column}), lambda one: length(one)::varchar || '.' || one), ',')`
      : sql`${column}::varchar`;
  const skipped = wasSkipped(variable);
  const absent = skipped ? sql`(case when ${skipped} then 's;' else 'n;' end)` : sql`'n;'`;
  return sql`coalesce(length(${value})::varchar || ':' || ${value} || ';', ${absent})`;
}
