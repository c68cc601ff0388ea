import { BIGINT, DuckDBDataChunk, INTEGER, VARCHAR } from '@duckdb/node-api';
import { asCount, asNumber, asText, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { sourceColumn } from './prepared-file';

export type UnlistedCount = { filled: number; distinct: number };

/** A temporary table of the distinct texts of each column and how often each occurs. */
export type ValueCounts = {
  /** Columns `source`, `value`, `count`; blank cells are not in it. */
  table: Sql;
  rows: number;
  /** Columns whose values are not listed, being long texts or nearly all different; about how many differ. */
  unlisted: Map<number, UnlistedCount>;
  /** The columns counted side by side, whose values are few enough to be carried over to the import. */
  few: readonly number[];
  drop(): Promise<void>;
};

const sampleRows = 20_000;
/** Above so many columns they are turned into rows, since thousands of expressions in one statement take minutes. */
const wideColumns = 300;
/** Distinct values in the sample up to which one pass counts the values of many columns side by side. */
const fewValues = 12_000;
/** Distinct values in the sample from which groups are much quicker to count than histograms. */
const spreadValues = 300;
/** Columns of more distinct values are counted again by the import and not kept in memory until then. */
const carriedValues = 50_000;
/** Rows of one chunk of DuckDB. */
const chunkRows = 2048;
const longTextLength = 60;
/** Share of different values in the sample from which a column of texts is not worth listing. */
const nearlyAllDifferent = 0.9;

/** Values counted before, by column, with blank cells left out. */
export type KnownCounts = ReadonlyMap<number, readonly CountedValue[]>;

/**
 * Counts the distinct values of the given columns: one pass over the file for columns of few values, and one more for
 * each column of many. Columns in `known` are not read again.
 */
export async function countValues(
  session: Session,
  rows: Sql,
  sources: readonly number[],
  name: string,
  known: KnownCounts = new Map(),
): Promise<ValueCounts> {
  const table = ident(`value_counts_${name}`);
  const unread = sources.filter((source) => !known.has(source));
  const sample = await sampleColumns(session, rows, unread);
  const few = unread.filter((source) => (sample.get(source)?.distinct ?? 0) <= fewValues);
  const unlisted = unread.filter((source) => !few.includes(source) && isUnlisted(sample.get(source)));
  const many = unread.filter((source) => !few.includes(source) && !unlisted.includes(source));
  await session.run(sql`create or replace temp table ${table} (source integer, value varchar, count bigint)`);
  await insertKnown(session, `value_counts_${name}`, sources, known);
  const isWide = few.length > wideColumns;
  if (isWide) await countWide(session, rows, table, few);
  const spread = few.filter((source) => (sample.get(source)?.distinct ?? 0) > spreadValues);
  // Where one column is worth grouping, all are grouped in the same pass, unless another pass is needed anyway.
  const grouped = isWide || spread.length === 0 ? [] : unlisted.length === 0 ? few : spread;
  const histograms = ident(`histograms_${name}`);
  const groupedRows = await countGroups(session, { rows, table, groups: histograms, grouped });
  const totals = await countFew(session, {
    rows,
    table,
    histograms,
    few: isWide ? [] : few.filter((source) => !grouped.includes(source)),
    unlisted,
    countsRows: isWide,
  });
  for (const source of many) {
    const column = ident(sourceColumn(source));
    await session.run(
      sql`insert into ${table} select ${literal(String(source))}::integer, ${column}, count(*) from ${rows} where ${column} is not null group by ${column}`,
    );
  }
  return {
    table,
    rows: groupedRows ?? totals.rows,
    unlisted: totals.unlisted,
    few,
    drop: () => session.run(sql`drop table if exists ${table}`),
  };
}

/** One statement for columns by the thousand, which one statement each would take minutes for. */
async function countWide(session: Session, rows: Sql, table: Sql, sources: readonly number[]): Promise<void> {
  await session.run(
    sql`insert into ${table} select substr(name, 2)::integer, value, count(*)
        from ${rows} unpivot (value for name in (${join(sources.map((source) => ident(sourceColumn(source))))}))
        group by name, value`,
  );
}

type Sample = { distinct: number; filled: number; length: number; numeric: number };

function isUnlisted(sample: Sample | undefined): boolean {
  if (!sample) return false;
  const isNumeric = sample.numeric > sample.filled / 2;
  return (
    sample.length > longTextLength || (!isNumeric && sample.distinct > sample.filled * nearlyAllDifferent)
  );
}

async function insertKnown(
  session: Session,
  tableName: string,
  sources: readonly number[],
  known: KnownCounts,
): Promise<void> {
  const rows = sources.flatMap((source) =>
    (known.get(source) ?? []).map(({ value, count }) => ({ source, value, count })),
  );
  if (rows.length === 0) return;
  const appender = await session.connection.createAppender(tableName, null, 'temp');
  try {
    for (let start = 0; start < rows.length; start += chunkRows) {
      const part = rows.slice(start, start + chunkRows);
      const chunk = DuckDBDataChunk.create([INTEGER, VARCHAR, BIGINT], part.length);
      chunk.setColumns([
        part.map(({ source }) => source),
        part.map(({ value }) => value),
        part.map(({ count }) => BigInt(count)),
      ]);
      appender.appendDataChunk(chunk);
    }
  } finally {
    appender.closeSync();
  }
}

type GroupsInput = { rows: Sql; table: Sql; groups: Sql; grouped: readonly number[] };

/** Counts the values of several columns as one grouping set each, in one pass; the number of rows, null without columns. */
async function countGroups(
  session: Session,
  { rows, table, groups, grouped }: GroupsInput,
): Promise<number | null> {
  const [first] = grouped;
  if (first === undefined) return null;
  const columns = grouped.map((source) => ident(sourceColumn(source)));
  const which = grouped.map(
    (source) =>
      sql`when grouping(${ident(sourceColumn(source))}) = 0 then ${literal(String(source))}::integer`,
  );
  await session.run(
    sql`create or replace temp table ${groups} as
        select case ${join(which, ' ')} end as source, coalesce(${join(columns)}) as value, count(*) as count
        from ${rows} group by grouping sets (${join(columns.map((column) => sql`(${column})`))})`,
  );
  await session.run(
    sql`insert into ${table} select source, value, count from ${groups} where value is not null`,
  );
  const total = await session.first(
    sql`select coalesce(sum(count), 0)::bigint as rows from ${groups} where source = ${literal(String(first))}::integer`,
  );
  await session.run(sql`drop table ${groups}`);
  return asCount(total?.rows);
}

type FewInput = {
  rows: Sql;
  table: Sql;
  histograms: Sql;
  few: readonly number[];
  unlisted: readonly number[];
  /** Rows are counted even where no column is. */
  countsRows: boolean;
};

async function countFew(
  session: Session,
  { rows, table, histograms, few, unlisted, countsRows }: FewInput,
): Promise<{ rows: number; unlisted: Map<number, UnlistedCount> }> {
  const readsNothing = few.length + unlisted.length === 0 && !countsRows;
  const total = readsNothing ? sql`0::bigint as total` : sql`count(*) as total`;
  const filledCounts = unlisted.map((source) => {
    const column = ident(sourceColumn(source));
    return sql`count(*) filter (where trim(${column}) <> '') as ${column},
      approx_count_distinct(${column}) as ${ident(`distinct${source}`)}`;
  });
  const histogramsOf = few.map((source) => {
    const column = ident(sourceColumn(source));
    return sql`histogram(${column}) as ${column}`;
  });
  await session.run(
    sql`create or replace temp table ${histograms} as select ${join([total, ...filledCounts, ...histogramsOf])} from ${
      readsNothing ? sql`(select 1)` : rows
    }`,
  );
  for (const source of few) {
    const column = ident(sourceColumn(source));
    await session.run(
      sql`insert into ${table} select ${literal(String(source))}::integer, unnest(map_keys(${column})), unnest(map_values(${column})) from ${histograms}`,
    );
  }
  const totals = await session.first(
    sql`select ${join([
      sql`total`,
      ...unlisted.flatMap((source) => [ident(sourceColumn(source)), ident(`distinct${source}`)]),
    ])} from ${histograms}`,
  );
  await session.run(sql`drop table ${histograms}`);
  return {
    rows: asCount(totals?.total),
    unlisted: new Map(
      unlisted.map((source) => {
        const filled = asCount(totals?.[sourceColumn(source)]);
        return [source, { filled, distinct: Math.min(filled, asCount(totals?.[`distinct${source}`])) }];
      }),
    ),
  };
}

async function sampleWide(
  session: Session,
  rows: Sql,
  sources: readonly number[],
): Promise<Map<number, Sample>> {
  const found = await session.all(
    sql`select substr(name, 2)::integer as source, approx_count_distinct(value) as distinct, avg(length(value)) as length,
          count(*) as filled, count(*) filter (where regexp_full_match(value, '[-+$ ]*[0-9][0-9.,]*[ %]*')) as numeric
        from (select * from ${rows} limit ${literal(String(sampleRows))}::bigint)
          unpivot (value for name in (${join(sources.map((source) => ident(sourceColumn(source))))}))
        group by name`,
  );
  const empty: Sample = { distinct: 0, filled: 0, length: 0, numeric: 0 };
  return new Map([
    ...sources.map((source): [number, Sample] => [source, empty]),
    ...found.map((row): [number, Sample] => [
      asCount(row.source),
      {
        distinct: asCount(row.distinct),
        filled: asCount(row.filled),
        length: asNumber(row.length) ?? 0,
        numeric: asCount(row.numeric),
      },
    ]),
  ]);
}

async function sampleColumns(
  session: Session,
  rows: Sql,
  sources: readonly number[],
): Promise<Map<number, Sample>> {
  if (sources.length === 0) return new Map();
  if (sources.length > wideColumns) return sampleWide(session, rows, sources);
  const row = await session.first(
    sql`select ${join(
      sources.map((source) => {
        const column = ident(sourceColumn(source));
        return sql`approx_count_distinct(${column}) as ${ident(`d${source}`)}, avg(length(${column})) as ${ident(`l${source}`)},
          count(${column}) as ${ident(`f${source}`)},
          count(*) filter (where regexp_full_match(${column}, '[-+$ ]*[0-9][0-9.,]*[ %]*|[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{2,4}.{0,24}')) as ${ident(`n${source}`)}`;
      }),
    )} from (select * from ${rows} limit ${literal(String(sampleRows))}::bigint)`,
  );
  return new Map(
    sources.map((source) => [
      source,
      {
        distinct: asCount(row?.[`d${source}`]),
        filled: asCount(row?.[`f${source}`]),
        length: asNumber(row?.[`l${source}`]) ?? 0,
        numeric: asCount(row?.[`n${source}`]),
      },
    ]),
  );
}

/**
 * The values of columns counted side by side, to be carried over; columns of more than some thousand are left out. `frequent` are
 * those fetched before, which are not fetched again where they are all.
 */
export async function listFew(
  session: Session,
  counts: ValueCounts,
  frequent: FrequentValues,
): Promise<Map<number, CountedValue[]>> {
  const listed = new Map<number, CountedValue[]>(counts.few.map((source) => [source, []]));
  if (listed.size === 0) return listed;
  const totals = await session.columns(sql`select source, count(*) from ${counts.table} group by source`);
  const total = new Map((totals[0] ?? []).map((source, row) => [asCount(source), asCount(totals[1]?.[row])]));
  const unfetched: number[] = [];
  for (const source of counts.few) {
    const values = frequent.get(source)?.values ?? [];
    const all = total.get(source) ?? 0;
    if (all > carriedValues) listed.delete(source);
    else if (values.length === all) listed.set(source, values);
    else unfetched.push(source);
  }
  if (unfetched.length === 0) return listed;
  const wanted = join(unfetched.map((source) => sql`${literal(String(source))}::integer`));
  const found = await session.columns(
    sql`select source, value, count from ${counts.table} where source in (${wanted})`,
  );
  for (const [source, counted] of readCounted(found)) listed.get(source)?.push(counted);
  return listed;
}

type Columns = Awaited<ReturnType<Session['columns']>>;

/** Rows of `source`, `value`, `count` that came by columns. */
function* readCounted([sources = [], values = [], counts = []]: Columns): Generator<[number, CountedValue]> {
  for (let row = 0; row < sources.length; row += 1) {
    yield [asCount(sources[row]), { value: asText(values[row]), count: asCount(counts[row]) }];
  }
}

export type CountedValue = { value: string; count: number };

type FrequentValues = Map<number, { distinct: number; filled: number; values: CountedValue[] }>;

/** The most frequent values of each column, and how many distinct ones it has. */
export async function mostFrequent(session: Session, table: Sql, limit: number): Promise<FrequentValues> {
  const columns = await session.all(
    sql`select source, count(*) as distinct, sum(count)::bigint as filled from ${table} where trim(value) <> '' group by source`,
  );
  const found = new Map(
    columns.map((row) => [
      asCount(row.source),
      { distinct: asCount(row.distinct), filled: asCount(row.filled), values: [] as CountedValue[] },
    ]),
  );
  const values = await session.columns(
    sql`select source, value, count from ${table} where trim(value) <> ''
        qualify row_number() over (partition by source order by count desc, value) <= ${limit}
        order by source, count desc, value`,
  );
  for (const [source, counted] of readCounted(values)) found.get(source)?.values.push(counted);
  return found;
}
