import { createHash } from 'node:crypto';
import type { ImportPlan } from '../../../shared/domain/import';
import { AppError } from '../../../shared/errors';
import { asCount, asText, type Session } from '../db/session';
import { emptySql, ident, join, literal, type Sql, sql } from '../db/sql';
import { withoutNames } from '../privacy/redact-sql';
import { withComposed } from './column-parts';
import { conversionOf, type PseudonymSql } from './conversion';
import { skippedColumn } from './form-rules/not-asked';
import type { StoredColumn } from './plan-variables';
import { csvRows, numberedRows, type PreparedFile, sourceColumn } from './prepared-file';
import type { RawRow } from './tolerant-reader';

const fewOptions = 200;

/** Converts every row into a new table, `line` first, with the ids of variables that were not put to a person (`skipped`) last. Throws `row-count-disagreement` and `no-rows-kept`. */
export async function storeRows(
  session: Session,
  prepared: PreparedFile,
  table: Sql,
  stored: readonly StoredColumn[],
  pseudonym: PseudonymSql,
  skipped: Sql | null,
  /** Names of people in the same row, replaced wherever a free text repeats them. */
  names: readonly Sql[] = [],
  /** Commits the rows before they are numbered; without it everything stays in one transaction, which takes longer. */
  commitSoFar: (() => Promise<void>) | null = null,
): Promise<number> {
  const isFast = prepared.path === 'fast';
  const composed = stored.map(({ plan }) => plan);
  const definitions = [sql`line integer`];
  const columns = stored.map(({ plan, variable }) => {
    const conversion = conversionOf(plan, pseudonym);
    const cell = ident(sourceColumn(plan.source));
    const isFreeText = plan.type === 'text' && plan.redacts;
    const value = conversion.stored(isFreeText ? withoutNames(cell, names) : cell);
    const sqlType = { parts: [conversion.sqlType], values: [] };
    // Lists of few answers are stored as numbers into a dictionary anyway; saying so saves DuckDB trying everything else.
    const isList = (plan.type === 'single' || plan.type === 'ordinal') && plan.options.length <= fewOptions;
    definitions.push(
      sql`${ident(variable.id)} ${sqlType}${isList ? sql` using compression dictionary` : emptySql}`,
    );
    return sql`cast(${value} as ${sqlType}) as ${ident(variable.id)}`;
  });
  if (skipped) {
    definitions.push(sql`${ident(skippedColumn)} varchar[]`);
    columns.push(sql`${skipped} as ${ident(skippedColumn)}`);
  }
  const select = (line: Sql, rows: Sql): Sql =>
    sql`select ${join([line, ...columns])} from ${withComposed(rows, composed)}`;
  const unnumbered = select(sql`null::integer as line`, csvRows(prepared));
  // Numbering while reading keeps DuckDB on one thread; without a join rows are stored in the order of the file, so their
  // positions, consecutive within the transaction, give the line afterwards.
  const isOrdered = isFast && (await keepsOrder(session, unnumbered));
  await session.run(sql`create table ${table} (${join(definitions)})`);
  await session.run(
    sql`insert into ${table} ${isOrdered ? unnumbered : select(sql`line`, numberedRows(prepared))}`,
  );
  if (isOrdered) {
    // Rows changed in the transaction that brought them are written twice, once into the log.
    await commitSoFar?.();
    await session.run(
      sql`update ${table} set line = rowid - (select min(rowid) from ${table}) + ${literal(String(prepared.detected.dialect.firstDataLine))}::bigint`,
    );
  }
  const counted = await session.first(
    sql`select count(*) as rows, count(distinct line) as lines from ${table}`,
  );
  const rows = asCount(counted?.rows);
  const expected = prepared.tolerant?.rowsKept ?? prepared.detected.scan.records;
  if (rows !== expected || asCount(counted?.lines) !== rows) {
    throw new AppError('row-count-disagreement', {
      fileName: prepared.file.name,
      first: rows,
      second: expected,
    });
  }
  return rows;
}

/** True where rows come out of a statement as they were read: a join, which DuckDB may make of a long `in`, mixes them. */
async function keepsOrder(session: Session, statement: Sql): Promise<boolean> {
  const plan = await session.all(sql`explain ${statement}`);
  return (
    plan.length > 0 && !plan.some((row) => /JOIN|GROUP_BY|DISTINCT|UNION/.test(String(row.explain_value)))
  );
}

/**
 * Takes rows out whose identifier stands in another row, the first of them kept, or the last with `keep-last`: `repeated-row` where the whole row is the same letter by
 * letter, else `repeated-identifier`. Without an identifier equal rows may be different people and stay. Throws
 * `identifier-repeated` when the plan says to stop.
 */
export async function takeOutRepeated(
  session: Session,
  prepared: PreparedFile,
  table: Sql,
  identifiers: readonly StoredColumn[],
  policy: ImportPlan['repeatedIdentifiers'],
): Promise<RawRow[]> {
  const takenOut: RawRow[] = [];
  for (const { plan, variable } of identifiers) {
    const rows = await repeatedRows(session, prepared, table, variable.id, policy === 'keep-last');
    const other = rows.filter((row) => row.reason === 'repeated-identifier');
    if (other.length > 0 && policy === 'stop') {
      throw new AppError('identifier-repeated', {
        fileName: prepared.file.name,
        column: plan.header,
        lines: [...new Set(other.slice(0, 10).flatMap((row) => [row.kept, row.line]))].sort(
          (left, right) => left - right,
        ),
        count: other.length,
      });
    }
    for (let start = 0; start < rows.length; start += 5000) {
      const lines = rows.slice(start, start + 5000).map((row) => literal(String(row.line)));
      await session.run(
        sql`delete from ${table} where line in (${join(lines.map((item) => sql`${item}::integer`))})`,
      );
    }
    takenOut.push(...rows.map(({ line, reason, cells }) => ({ line, reason, cells })));
  }
  return takenOut.sort((left, right) => left.line - right.line);
}

/** A row whose identifier stands in the row at line `kept` too. */
type RepeatedRow = RawRow & { kept: number };

async function repeatedRows(
  session: Session,
  prepared: PreparedFile,
  table: Sql,
  variableId: string,
  keepsLast: boolean,
): Promise<RepeatedRow[]> {
  const column = ident(variableId);
  const kept = keepsLast ? sql`max(line)` : sql`min(line)`;
  const repeated = sql`select line, ${kept} over (partition by ${column}) as kept
    from ${table} where ${column} in (
      select ${column} from ${table} where ${column} is not null group by ${column} having count(*) > 1)`;
  const any = await session.first(sql`select count(*) as size from (${repeated})`);
  if (asCount(any?.size) === 0) return [];
  const cells = Array.from({ length: prepared.detected.width }, (_, source) => ident(sourceColumn(source)));
  const whole = (alias: string): Sql => sql`[${join(cells.map((cell) => sql`${ident(alias)}.${cell}`))}]`;
  const rows = await session.all(
    sql`with repeated as materialized (${repeated}),
        raw as materialized (select * from ${numberedRows(prepared)} where line in (select line from repeated)),
        others as (
          select other.line, repeated.kept, to_json(${whole('other')}) as cells,
            ${whole('other')} is not distinct from ${whole('kept_row')} as same
          from repeated join raw as other on other.line = repeated.line join raw as kept_row on kept_row.line = repeated.kept
          where repeated.line <> repeated.kept)
        select * from others order by line`,
  );
  return rows.map((row) => ({
    line: asCount(row.line),
    kept: asCount(row.kept),
    reason: row.same === true ? 'repeated-row' : 'repeated-identifier',
    cells: parseCells(asText(row.cells)),
  }));
}

function parseCells(json: string): string[] {
  const cells: unknown = JSON.parse(json);
  return Array.isArray(cells) ? cells.map((cell) => (typeof cell === 'string' ? cell : '')) : [];
}

/** Hash of everything stored: the sum of a hash of each row, so that neither order nor threads matter. */
export async function hashRows(
  session: Session,
  table: Sql,
  stored: readonly Pick<StoredColumn, 'variable'>[],
  hasSkipped: boolean,
): Promise<string> {
  const columns = [
    sql`line`,
    ...stored.map(({ variable }) => ident(variable.id)),
    ...(hasSkipped ? [ident(skippedColumn)] : []),
  ];
  const row = await session.first(
    sql`select count(*) as rows, cast(coalesce(sum(hash(${join(columns)})::hugeint), 0) as varchar) as total,
        cast(coalesce(bit_xor(hash(${join(columns)})), 0) as varchar) as mixed from ${table}`,
  );
  const shape = stored.map(({ variable }) => [variable.name, variable.type]);
  return createHash('sha256')
    .update(JSON.stringify([asCount(row?.rows), asText(row?.total), asText(row?.mixed), shape]))
    .digest('hex');
}
