import type { z } from 'zod';
import type { ColumnPlan, ValueExample as ValueExampleSchema } from '../../../shared/domain/import';
import { asCount, asText, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { conversionOf } from './conversion';
import { numberedRows, type PreparedFile, sourceColumn } from './prepared-file';

type ValueExample = z.infer<typeof ValueExampleSchema>;
export type MisfitQuestion = { plan: ColumnPlan };

/** Distinct values that do not convert, each with its first lines. */
const valuesSearched = 20;
const linesOfValue = 5;

/** Lines and values that do not convert, for each column and type asked, by `<source> <type>`. */
export async function findMisfits(
  session: Session,
  prepared: PreparedFile,
  counts: Sql,
  questions: readonly MisfitQuestion[],
): Promise<Map<string, ValueExample[]>> {
  const found = new Map<string, ValueExample[]>();
  if (questions.length === 0) return found;
  const wanted = new Map<number, Set<string>>();
  const misfits = new Map<string, Set<string>>();
  for (const { plan } of questions) {
    const conversion = conversionOf(plan, (text) => text);
    const rows = await session.all(
      sql`select value from ${counts} where source = ${plan.source} and trim(value) <> ''
          and ${conversion.stored(sql`value`)} is null and ${conversion.missingCode(sql`value`)} is null
          order by count desc, value limit ${valuesSearched}`,
    );
    const values = rows.map((row) => asText(row.value));
    misfits.set(`${plan.source} ${plan.type}`, new Set(values));
    wanted.set(plan.source, new Set([...(wanted.get(plan.source) ?? []), ...values]));
  }
  const searched = [...wanted].filter(([, values]) => values.size > 0);
  if (searched.length === 0) return found;
  const cells = join(
    searched.map(
      ([
        source,
        values,
      ]) => sql`select ${literal(String(source))}::integer as source, line, ${ident(sourceColumn(source))} as value
        from rows where ${ident(sourceColumn(source))} in (${join([...values].map(literal))})`,
    ),
    ' union all ',
  );
  const isWanted = join(
    searched.map(
      ([source, values]) => sql`${ident(sourceColumn(source))} in (${join([...values].map(literal))})`,
    ),
    ' or ',
  );
  const columns = join([sql`line`, ...searched.map(([source]) => ident(sourceColumn(source)))]);
  const rows = await session.all(
    sql`with rows as materialized (select ${columns} from ${numberedRows(prepared)} where ${isWanted}), cells as (${cells})
        select source, line, value from cells
        qualify row_number() over (partition by source, value order by line) <= ${linesOfValue} order by source, line`,
  );
  for (const [key, values] of misfits) {
    const source = Number(key.split(' ')[0]);
    const examples = rows
      .filter((row) => asCount(row.source) === source && values.has(asText(row.value)))
      .map((row) => ({ line: asCount(row.line), value: asText(row.value) }));
    found.set(key, examples);
  }
  return found;
}
