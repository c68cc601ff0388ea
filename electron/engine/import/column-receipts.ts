import type { ColumnPlan } from '../../../shared/domain/import';
import type { CellIssue, ColumnReceipt } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { asCount, asText, type Row, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { holdsDetails, redacted } from '../privacy/redact-sql';
import { countReviews, countWrongDigits, findIssues, findWrongDigits, issuesShown } from './cell-issues';
import { type Conversion, conversionOf, isBlank, type PseudonymSql } from './conversion';
import { collapsed } from './conversion-values';
import { droppedReasons } from './dropped-columns';
import type { StoredColumn } from './plan-variables';
import { sourceColumn } from './prepared-file';
import { countValues, type KnownCounts, type ValueCounts } from './value-counts';

const coercionsShown = 50;
const examplesShown = 3;
const quickSearchRows = 50_000;

export type ReceiptInput = {
  columns: readonly ColumnPlan[];
  stored: readonly StoredColumn[];
  /** The rows kept, as text; `numbered` has `line` besides. */
  rows: Sql;
  numbered: Sql;
  table: Sql;
  rowsKept: number;
  pseudonym: PseudonymSql;
  name: string;
  /** Values counted when the file was inspected, where the rows kept are the same. */
  known: KnownCounts;
  /** How many rows each variable was not for. */
  notAsked: ReadonlyMap<string, number>;
  /** Answers against the rules of the form, counted apart. */
  broken: { issues: CellIssue[]; total: number };
};

export type Converted = { column: StoredColumn; conversion: Conversion };

/** What became of every cell, column by column. Always `read = kept + blank + missing codes + failed + not applicable` for a column kept. */
export async function receiptOfColumns(
  session: Session,
  input: ReceiptInput,
): Promise<{ columns: ColumnReceipt[]; issues: CellIssue[]; issuesTotal: number }> {
  const converted = input.stored.map((column) => ({
    column,
    conversion: conversionOf(column.plan, input.pseudonym),
  }));
  const counted = converted.filter(({ column }) => column.plan.type !== 'identifier');
  const counts = await countValues(
    session,
    input.rows,
    counted.map(({ column }) => column.plan.source),
    input.name,
    input.known,
  );
  try {
    const keptOf = await countKept(session, input);
    const receipts = new Map<number, ColumnReceipt>();
    for (const item of converted) {
      const kept = keptOf(item.column.variable.id);
      const receipt =
        item.column.plan.type === 'identifier'
          ? await identifierReceipt(session, input, item, kept)
          : await countedReceipt(session, input, counts, item, kept);
      const notAsked = input.notAsked.get(item.column.variable.id) ?? 0;
      receipts.set(item.column.plan.source, withNotAsked(receipt, item.column.plan, notAsked));
    }
    await addExampleLines(session, input, receipts);
    const reviews = await countReviews(session, counts, input.rows, converted);
    const failing = converted.filter(
      ({ column: { plan } }) => (receipts.get(plan.source)?.failedTotal ?? 0) > 0 || reviews.has(plan.source),
    );
    const wrongDigits = await countWrongDigits(session, input);
    for (const [source, wrongDigitsTotal] of wrongDigits) {
      const receipt = receipts.get(source);
      if (receipt) receipts.set(source, { ...receipt, wrongDigitsTotal });
    }
    const unread = await findIssues(session, input, failing);
    const wrong = await findWrongDigits(session, input, wrongDigits);
    const issues = [...unread, ...wrong, ...input.broken.issues]
      .sort((left, right) => left.line - right.line)
      .slice(0, issuesShown);
    const reasons = await droppedReasons(session, input.columns, input.rows, input.known);
    const failedTotal = [...receipts.values()].reduce((sum, receipt) => sum + receipt.failedTotal, 0);
    return {
      columns: input.columns.map(
        (plan) =>
          receipts.get(plan.source) ?? {
            ...droppedReceipt(plan, input.rowsKept),
            droppedBecause: reasons.get(plan.source) ?? null,
          },
      ),
      issues,
      issuesTotal:
        failedTotal +
        input.broken.total +
        [...reviews.values(), ...wrongDigits.values()].reduce((sum, count) => sum + count, 0),
    };
  } finally {
    await counts.drop();
    await session.run(sql`drop table if exists ${ident(`judged_values_${input.name}`)}`);
  }
}

function droppedReceipt(plan: ColumnPlan, rows: number): ColumnReceipt {
  return {
    header: plan.header,
    variableId: null,
    action: 'drop',
    droppedBecause: null,
    read: rows,
    kept: 0,
    blank: 0,
    missingByCode: [],
    coerced: [],
    coercedTotal: 0,
    failedTotal: 0,
    wrongDigitsTotal: 0,
    notApplicable: 0,
    recodedTotal: 0,
    redactedTotal: 0,
    recoded: [],
    cleanedTotal: 0,
  };
}

async function countKept(session: Session, input: ReceiptInput): Promise<(variableId: string) => number> {
  const row = await session.first(
    sql`select ${join(
      input.stored.map(({ variable }) => sql`count(${ident(variable.id)}) as ${ident(variable.id)}`),
    )} from ${input.table}`,
  );
  return (variableId) => asCount(row?.[variableId]);
}

async function identifierReceipt(
  session: Session,
  input: ReceiptInput,
  { column, conversion }: Converted,
  kept: number,
): Promise<ColumnReceipt> {
  const text = ident(sourceColumn(column.plan.source));
  const codes = await session.all(
    sql`select code, count(*) as count from (select ${conversion.missingCode(text)} as code from ${input.rows})
        where code is not null group by code order by count desc, code`,
  );
  const missingByCode = codes.map((row) => ({ code: asText(row.code), count: asCount(row.count) }));
  const missing = missingByCode.reduce((sum, { count }) => sum + count, 0);
  return {
    ...droppedReceipt(column.plan, input.rowsKept),
    variableId: column.variable.id,
    action: 'pseudonymise',
    kept,
    blank: input.rowsKept - kept - missing,
    missingByCode,
  };
}

async function countedReceipt(
  session: Session,
  input: ReceiptInput,
  counts: ValueCounts,
  { column, conversion }: Converted,
  kept: number,
): Promise<ColumnReceipt> {
  const { plan, variable } = column;
  const base = {
    ...droppedReceipt(plan, input.rowsKept),
    variableId: variable.id,
    action: plan.action,
    kept,
  };
  const isUnlisted = counts.unlisted.has(plan.source);
  const isSearched = plan.redacts && ['text', 'single', 'ordinal', 'multiple'].includes(plan.type);
  // A text is kept as it stands: without codes and the like, what is not kept is blank.
  const isPlain = plan.type === 'text' && [...plan.missingCodes, ...plan.notApplicableCodes].length === 0;
  if (isUnlisted && isPlain && plan.recodes.length === 0 && !isSearched) {
    return { ...base, blank: input.rowsKept - kept };
  }
  const text = isUnlisted ? ident(sourceColumn(plan.source)) : sql`value`;
  const count = isUnlisted ? sql`1::bigint` : sql`count`;
  const from = isUnlisted
    ? sql`${input.rows} where not ${isBlank(text)}`
    : sql`${counts.table} where source = ${plan.source} and not ${isBlank(text)}`;
  const isRecoded = recodedCell(plan, text, input.pseudonym);
  const isRedacted = isSearched ? holdsDetails(text) : sql`false`;
  const judged = sql`select ${isSearched ? redacted(text) : text} as value, ${count} as count,
    ${conversion.missingCode(text)} as code, ${conversion.shown(text)} as shown, ${text} as written,
    ${isRecoded} as is_recoded, ${isRedacted} as is_redacted from ${from}`;
  // Distinct values are converted once; cells of a long column are not written a second time.
  const own = isUnlisted ? sql`(${judged})` : ident(`judged_values_${input.name}`);
  if (!isUnlisted) await session.run(sql`create or replace temp table ${own} as ${judged}`);
  const totals = await session.first(
    sql`select coalesce(sum(count), 0)::bigint as filled,
        coalesce(sum(count) filter (where code is null and shown is null), 0)::bigint as failed,
        coalesce(sum(count) filter (where ${isCoerced}), 0)::bigint as coerced,
        coalesce(sum(count) filter (where code is null and is_recoded), 0)::bigint as recoded,
        coalesce(sum(count) filter (where is_redacted), 0)::bigint as redacted,
        coalesce(sum(count) filter (where code is not null), 0)::bigint as coded from ${own}`,
  );
  const codes =
    asCount(totals?.coded) === 0
      ? []
      : await session.all(
          sql`select code, sum(count)::bigint as count from ${own} where code is not null group by code order by count desc, code`,
        );
  const changes = async (kind: Sql, total: number): Promise<ColumnReceipt['coerced']> => {
    if (total === 0) return [];
    const rows = await session.all(
      sql`select value, shown, sum(count)::bigint as count from ${own} where ${kind} group by value, shown
          order by count desc, value limit ${coercionsShown}`,
    );
    return rows.map(asCoercion(plan));
  };
  const coercedTotal = asCount(totals?.coerced);
  const recodedTotal = asCount(totals?.recoded);
  return {
    ...base,
    blank: input.rowsKept - asCount(totals?.filled),
    missingByCode: codes.map((row) => ({ code: asText(row.code), count: asCount(row.count) })),
    coerced: await changes(isCoerced, coercedTotal),
    coercedTotal,
    recoded: await changes(sql`code is null and is_recoded and shown is not null`, recodedTotal),
    recodedTotal,
    redactedTotal: asCount(totals?.redacted),
    failedTotal: asCount(totals?.failed),
  };
}

/** A cell whose value is not what was written, for any reason but a recoding or a detail replaced. */
const isCoerced = sql`code is null and shown <> written and not is_recoded and not is_redacted`;

/** Whether a recoding of the plan names what a cell holds. */
function recodedCell(plan: ColumnPlan, text: Sql, pseudonym: PseudonymSql): Sql {
  if (plan.recodes.length === 0) return sql`false`;
  const wordings = plan.recodes.map(({ from }) => from.replace(/\s+/gu, ' ').trim());
  const named = sql`coalesce(${collapsed(text)} in (${join(wordings.map(literal))}), false)`;
  if (plan.type !== 'multiple') return named;
  const { shown } = conversionOf(plan, pseudonym);
  const bare = conversionOf({ ...plan, recodes: [] }, pseudonym);
  return sql`(${named} or ${shown(text)} is distinct from ${bare.shown(text)})`;
}

/** Takes those the question was not for out of blank cells and of codes. Throws where the counts do not agree. */
function withNotAsked(receipt: ColumnReceipt, plan: ColumnPlan, notApplicable: number): ColumnReceipt {
  const codes = new Set(plan.notApplicableCodes);
  const byCode = receipt.missingByCode.filter(({ code }) => codes.has(code));
  const coded = byCode.reduce((sum, { count }) => sum + count, 0);
  const settled = {
    ...receipt,
    notApplicable,
    blank: receipt.blank - (notApplicable - coded),
    missingByCode: receipt.missingByCode.filter((item) => !byCode.includes(item)),
  };
  assertBalanced(settled);
  return settled;
}

/** Two counts made apart, of stored values and of texts read, must agree. */
function assertBalanced(receipt: ColumnReceipt): void {
  const missing = receipt.missingByCode.reduce((sum, { count }) => sum + count, 0);
  const found = receipt.kept + receipt.blank + missing + receipt.failedTotal + receipt.notApplicable;
  if (receipt.read === found && receipt.blank >= 0) return;
  throw new AppError('row-count-disagreement', {
    column: receipt.header,
    first: receipt.read,
    second: found,
  });
}

function asCoercion(plan: ColumnPlan): (row: Row) => ColumnReceipt['coerced'][number] {
  return (row) => ({
    from: plan.identity === null ? asText(row.value) : '',
    to: plan.identity === null ? asText(row.shown) : null,
    count: asCount(row.count),
    exampleLines: [],
  });
}

/** Fills in where coerced values stand: first among the first rows, then anywhere for what was not found there. */
async function addExampleLines(
  session: Session,
  input: ReceiptInput,
  receipts: Map<number, ColumnReceipt>,
): Promise<void> {
  for (const limit of [quickSearchRows, null]) {
    const wanted = [...receipts].flatMap(([source, receipt]) => {
      const values = [...receipt.coerced, ...receipt.recoded].filter(
        (item) => item.from !== '' && item.exampleLines.length === 0,
      );
      return values.length === 0 ? [] : [{ source, values: values.map((item) => item.from) }];
    });
    if (wanted.length === 0) return;
    const columns = wanted.map(({ source }) => ident(sourceColumn(source)));
    const isOne = wanted.map(
      ({ source, values }) => sql`${ident(sourceColumn(source))} in (${join(values.map(literal))})`,
    );
    const first = limit === null ? sql`` : sql`limit ${limit}`;
    const cells = wanted.map(
      ({ source, values }) =>
        sql`select ${literal(String(source))}::integer as source, ${ident(sourceColumn(source))} as value, line from hits
            where ${ident(sourceColumn(source))} in (${join(values.map(literal))})`,
    );
    const rows = await session.all(
      sql`with hits as materialized (
            select ${join([sql`line`, ...columns])} from (select * from ${input.numbered} ${first}) where ${join(isOne, ' or ')}
          )
          select source, value, min(line, ${literal(String(examplesShown))}::bigint) as lines
          from (${join(cells, ' union all ')}) group by source, value`,
    );
    for (const row of rows) {
      const receipt = receipts.get(asCount(row.source));
      const changes = [...(receipt?.coerced ?? []), ...(receipt?.recoded ?? [])];
      const coercion = changes.find((item) => item.from === row.value);
      if (coercion && Array.isArray(row.lines))
        coercion.exampleLines = row.lines.map((line) => asCount(line));
    }
  }
}
