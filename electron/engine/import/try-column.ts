import type { Call, MethodOutput, ParsedInput } from '../../../shared/contract';
import type { ColumnPlan } from '../../../shared/domain/import';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { asCount, asText, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { withComposed } from './column-parts';
import { type Conversion, conversionOf, isBlank } from './conversion';
import { collapsed } from './conversion-values';
import { csvRows, numberedRows, type PreparedFile, sourceColumn } from './prepared-file';
import { prepareReading } from './propose';

type Tried = MethodOutput<'import.column'>;

const failuresShown = 100;
const linesShown = 5;
const readingsShown = 200;

/**
 * What a plan would make of one column, by the conversion the import uses; nothing is stored. Cells of columns that
 * identify somebody are counted but not listed. Throws `column-unknown` and what reading the file throws.
 */
export async function tryColumn(
  context: EngineContext,
  { column, ...reading }: ParsedInput<'import.column'>,
  call: Call,
): Promise<Tried> {
  const prepared = await prepareReading(context, reading, call);
  const { width } = prepared.detected;
  const sources = column.parts.length === 0 ? [column.source] : column.parts.map(({ source }) => source);
  if (sources.some((source) => source >= width))
    throw new AppError('column-unknown', { column: column.header });
  return context
    .project()
    .read(call.signal, (session) => judge(session, prepared, column, context.newId('try')));
}

async function judge(
  session: Session,
  prepared: PreparedFile,
  column: ColumnPlan,
  name: string,
): Promise<Tried> {
  const cell = ident(sourceColumn(column.source));
  const plan = column;
  const conversion = conversionOf(plan, (text) => text);
  const table = ident(`tried_${name}`);
  const text = sql`value`;
  // Texts and identifiers are kept as they are: their cells, nearly all different, need not be told apart.
  const isWhole = plan.type === 'text' || plan.type === 'identifier';
  const froms = plan.recodes.map(({ from }) => literal(from.replace(/\s+/gu, ' ').trim()));
  const recoded = froms.length === 0 ? sql`false` : sql`${collapsed(text)} in (${join(froms)})`;
  const outside = conversion.review ? conversion.review(text) : sql`false`;
  const rows = withComposed(csvRows(prepared), [plan]);
  const judged = sql`select value, count, ${isBlank(text)} as blank, ${conversion.missingCode(text)} as code,
      (${conversion.stored(text)} is not null) as kept,
      ${isWhole ? sql`null::varchar` : readAs(plan, conversion, text)} as shown, ${recoded} as recoded, ${outside} as outside
    from (${
      isWhole
        ? sql`select ${cell} as value, 1::bigint as count from ${rows}`
        : sql`select ${cell} as value, count(*) as count from ${rows} group by ${cell}`
    })`;
  const source = isWhole ? sql`(${judged})` : table;
  if (!isWhole) await session.run(sql`create or replace temp table ${table} as ${judged}`);
  try {
    const sum = (condition: Sql): Sql => sql`coalesce(sum(count) filter (where ${condition}), 0)::bigint`;
    const isFailed = sql`not blank and not kept and code is null`;
    const totals = await session.first(
      sql`select ${sum(sql`true`)} as rows, ${sum(sql`blank`)} as blank, ${sum(sql`kept`)} as kept,
          ${sum(sql`kept and recoded`)} as recoded, ${sum(sql`kept and outside`)} as outside,
          ${sum(isFailed)} as failed, count(*) filter (where ${isFailed}) as distinct_failed from ${source}`,
    );
    const codes = await session.all(
      sql`select code, sum(count)::bigint as count from ${source} where not blank and not kept and code is not null
          group by code order by count desc, code limit ${readingsShown}`,
    );
    const counted = codes.map((row) => ({ code: asText(row.code), count: asCount(row.count) }));
    const isOutside = (code: string): boolean => plan.notApplicableCodes.includes(code);
    const isListed = !isWhole && plan.identity === null;
    return {
      rows: asCount(totals?.rows),
      blank: asCount(totals?.blank),
      kept: asCount(totals?.kept),
      recoded: asCount(totals?.recoded),
      missing: counted.filter(({ code }) => !isOutside(code)),
      notApplicable: counted.filter(({ code }) => isOutside(code)),
      failed: asCount(totals?.failed),
      failedDistinct: asCount(totals?.distinct_failed),
      outside: asCount(totals?.outside),
      failures: isListed ? await findFailures(session, prepared, plan, table) : [],
      readings: isListed ? await findReadings(session, table) : [],
    };
  } finally {
    if (!isWhole) await session.run(sql`drop table if exists ${table}`);
  }
}

/** What is stored, written out: figures with a decimal point, days as yyyy-mm-dd, several answers as they are shown. */
function readAs({ type }: ColumnPlan, conversion: Conversion, text: Sql): Sql {
  const isPlain = type === 'boolean' || type === 'multiple';
  return isPlain ? conversion.shown(text) : sql`cast(${conversion.stored(text)} as varchar)`;
}

async function findReadings(session: Session, table: Sql): Promise<Tried['readings']> {
  const rows = await session.all(
    sql`select value, shown, count from ${table} where kept and shown is not null
        order by count desc, value limit ${readingsShown}`,
  );
  return rows.map((row) => ({
    from: asText(row.value),
    to: asText(row.shown),
    count: asCount(row.count),
  }));
}

async function findFailures(
  session: Session,
  prepared: PreparedFile,
  plan: ColumnPlan,
  table: Sql,
): Promise<Tried['failures']> {
  const failing = sql`select value, count from ${table} where not blank and not kept and code is null
      order by count desc, value limit ${failuresShown}`;
  const values = await session.all(failing);
  if (values.length === 0) return [];
  const cell = ident(sourceColumn(plan.source));
  const list = join(values.map((row) => literal(asText(row.value))));
  const rows = await session.all(
    sql`select line, ${cell} as value from ${withComposed(numberedRows(prepared), [plan])} where ${cell} in (${list})
        qualify row_number() over (partition by ${cell} order by line) <= ${literal(String(linesShown))}::integer
        order by line`,
  );
  const lines = new Map<string, number[]>();
  for (const row of rows) {
    const value = asText(row.value);
    lines.set(value, [...(lines.get(value) ?? []), asCount(row.line)]);
  }
  return values.map((row) => ({
    value: asText(row.value),
    count: asCount(row.count),
    lines: lines.get(asText(row.value)) ?? [],
  }));
}
