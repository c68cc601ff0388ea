import type { VariableId } from '../../../../shared/domain/ids';
import { asCount, type Session } from '../../db/session';
import { ident, join, literal, type Sql, sql } from '../../db/sql';
import { conversionOf, isBlank } from '../conversion';
import { isOneOf } from '../conversion-values';
import type { StoredColumn } from '../plan-variables';
import { sourceColumn } from '../prepared-file';
import type { ColumnRules } from './form-rules';

/** The column of a wave's table with the ids of the variables that were not for this person. */
export const skippedColumn = 'skipped';

/**
 * The ids of the variables that "no corresponde" to a raw row: a blank cell of a question whose rule left it out, or one of
 * the codes that say so. Null where no column can have any.
 */
export function skippedSql(stored: readonly StoredColumn[], rules: readonly ColumnRules[]): Sql | null {
  const relevants = new Map(rules.map(({ plan, relevant }) => [plan.source, relevant]));
  const cases = stored.flatMap(({ plan, variable }) => {
    const text = ident(sourceColumn(plan.source));
    const relevant = relevants.get(plan.source);
    const codes = plan.notApplicableCodes.filter((code) => code.trim() !== '');
    const tests = [
      ...(relevant ? [sql`(not ${relevant} and ${isBlank(text)})`] : []),
      ...(codes.length > 0
        ? [isOneOf(conversionOf(plan, (own) => own).missingCode(text), codes.map(literal))]
        : []),
    ];
    return tests.length === 0 ? [] : [sql`case when ${join(tests, ' or ')} then ${literal(variable.id)} end`];
  });
  if (cases.length === 0) return null;
  const ids = sql`list_filter([${join(cases)}], lambda id: id is not null)`;
  return sql`case when len(${ids}) > 0 then ${ids} end`;
}

/**
 * How many rows each variable was not for, of a table that has the column; the column goes where there are none.
 */
export async function settleSkipped(
  session: Session,
  table: Sql,
  stored: readonly StoredColumn[],
): Promise<Map<VariableId, number>> {
  const rows = await session.all(
    sql`select id, count(*) as size from (select unnest(${ident(skippedColumn)}) as id from ${table}) group by id`,
  );
  if (rows.length === 0) {
    await session.run(sql`alter table ${table} drop column ${ident(skippedColumn)}`);
    return new Map();
  }
  const sizes = new Map(rows.map((row) => [String(row.id), asCount(row.size)]));
  return new Map(
    stored.flatMap(({ variable }): [VariableId, number][] => {
      const size = sizes.get(variable.id) ?? 0;
      return size > 0 ? [[variable.id, size]] : [];
    }),
  );
}
