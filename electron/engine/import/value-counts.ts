import { asCount, asNumber, asText, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { sourceColumn } from './prepared-file';

/** A temporary table of the distinct texts of each column and how often each occurs. */
export type ValueCounts = {
  /** Columns `source`, `value`, `count`; blank cells are not in it. */
  table: Sql;
  rows: number;
  /** Columns of long free text, whose values are not listed; cells filled in each. */
  longTexts: Map<number, number>;
  drop(): Promise<void>;
};

const sampleRows = 20_000;
/** Distinct values in the sample up to which one pass counts the values of many columns side by side. */
const fewValues = 1500;
const longTextLength = 60;

/** Counts the distinct values of the given columns; two passes over the file at most, and one more for each column of many values. */
export async function countValues(
  session: Session,
  rows: Sql,
  sources: readonly number[],
  name: string,
): Promise<ValueCounts> {
  const table = ident(`value_counts_${name}`);
  const histograms = ident(`histograms_${name}`);
  const sample = await sampleColumns(session, rows, sources);
  const few = sources.filter((source) => (sample.get(source)?.distinct ?? 0) <= fewValues);
  const long = sources.filter(
    (source) => !few.includes(source) && (sample.get(source)?.length ?? 0) > longTextLength,
  );
  const many = sources.filter((source) => !few.includes(source) && !long.includes(source));
  const longCounts = long.map(
    (source) => sql`count(${ident(sourceColumn(source))}) as ${ident(sourceColumn(source))}`,
  );
  await session.run(sql`create or replace temp table ${table} (source integer, value varchar, count bigint)`);
  await session.run(
    sql`create or replace temp table ${histograms} as select ${join([
      sql`count(*) as total`,
      ...longCounts,
      ...few.map(
        (source) => sql`histogram(${ident(sourceColumn(source))}) as ${ident(sourceColumn(source))}`,
      ),
    ])} from ${rows}`,
  );
  for (const source of few) {
    const column = ident(sourceColumn(source));
    await session.run(
      sql`insert into ${table} select ${literal(String(source))}::integer, unnest(map_keys(${column})), unnest(map_values(${column})) from ${histograms}`,
    );
  }
  for (const source of many) {
    const column = ident(sourceColumn(source));
    await session.run(
      sql`insert into ${table} select ${literal(String(source))}::integer, ${column}, count(*) from ${rows} where ${column} is not null group by ${column}`,
    );
  }
  const totals = await session.first(
    sql`select ${join([sql`total`, ...long.map((source) => ident(sourceColumn(source)))])} from ${histograms}`,
  );
  await session.run(sql`drop table ${histograms}`);
  return {
    table,
    rows: asCount(totals?.total),
    longTexts: new Map(long.map((source) => [source, asCount(totals?.[sourceColumn(source)])])),
    drop: () => session.run(sql`drop table if exists ${table}`),
  };
}

async function sampleColumns(
  session: Session,
  rows: Sql,
  sources: readonly number[],
): Promise<Map<number, { distinct: number; length: number }>> {
  if (sources.length === 0) return new Map();
  const row = await session.first(
    sql`select ${join(
      sources.map((source) => {
        const column = ident(sourceColumn(source));
        return sql`approx_count_distinct(${column}) as ${ident(`d${source}`)}, avg(length(${column})) as ${ident(`l${source}`)}`;
      }),
    )} from (select * from ${rows} limit ${literal(String(sampleRows))}::bigint)`,
  );
  return new Map(
    sources.map((source) => [
      source,
      { distinct: asCount(row?.[`d${source}`]), length: asNumber(row?.[`l${source}`]) ?? 0 },
    ]),
  );
}

export type CountedValue = { value: string; count: number };

/** The most frequent values of each column, and how many distinct ones it has. */
export async function mostFrequent(
  session: Session,
  table: Sql,
  limit: number,
): Promise<Map<number, { distinct: number; filled: number; values: CountedValue[] }>> {
  const columns = await session.all(
    sql`select source, count(*) as distinct, sum(count)::bigint as filled from ${table} where trim(value) <> '' group by source`,
  );
  const found = new Map(
    columns.map((row) => [
      asCount(row.source),
      { distinct: asCount(row.distinct), filled: asCount(row.filled), values: [] as CountedValue[] },
    ]),
  );
  const values = await session.all(
    sql`select source, value, count from ${table} where trim(value) <> ''
        qualify row_number() over (partition by source order by count desc, value) <= ${limit}
        order by source, count desc, value`,
  );
  for (const row of values) {
    found.get(asCount(row.source))?.values.push({ value: asText(row.value), count: asCount(row.count) });
  }
  return found;
}
