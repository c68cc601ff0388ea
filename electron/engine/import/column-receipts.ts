import type { ColumnPlan } from '../../../shared/domain/import';
import type { CellIssue, ColumnReceipt } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { asCount, asText, type Row, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { checkDigitSteps, normalised } from '../privacy/pseudonyms';
import { type Conversion, conversionOf, isBlank, type PseudonymSql } from './conversion';
import type { StoredColumn } from './plan-variables';
import { sourceColumn } from './prepared-file';
import { countValues, type KnownCounts, type ValueCounts } from './value-counts';

const coercionsShown = 50;
const examplesShown = 3;
const issuesShown = 500;
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

type Converted = { column: StoredColumn; conversion: Conversion };

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
    const failing = converted.filter(
      ({ column }) => (receipts.get(column.plan.source)?.failedTotal ?? 0) > 0,
    );
    const wrongDigits = await countWrongDigits(session, input);
    const unread = await findIssues(session, input, failing);
    const wrong = await findWrongDigits(session, input, wrongDigits);
    const issues = [...unread, ...wrong, ...input.broken.issues]
      .sort((left, right) => left.line - right.line)
      .slice(0, issuesShown);
    const failedTotal = [...receipts.values()].reduce((sum, receipt) => sum + receipt.failedTotal, 0);
    return {
      columns: input.columns.map((plan) => receipts.get(plan.source) ?? droppedReceipt(plan, input.rowsKept)),
      issues,
      issuesTotal:
        failedTotal + input.broken.total + [...wrongDigits.values()].reduce((sum, count) => sum + count, 0),
    };
  } finally {
    await counts.drop();
  }
}

function droppedReceipt(plan: ColumnPlan, rows: number): ColumnReceipt {
  return {
    header: plan.header,
    variableId: null,
    action: 'drop',
    read: rows,
    kept: 0,
    blank: 0,
    missingByCode: [],
    coerced: [],
    coercedTotal: 0,
    failedTotal: 0,
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
  if (counts.unlisted.has(plan.source)) return { ...base, blank: input.rowsKept - kept };
  const value = sql`value`;
  const own = sql`select value, count, ${conversion.missingCode(value)} as code, ${conversion.shown(value)} as shown
    from ${counts.table} where source = ${plan.source} and not ${isBlank(value)}`;
  const codes = await session.all(
    sql`select code, sum(count)::bigint as count from (${own}) where code is not null group by code order by count desc, code`,
  );
  const totals = await session.first(
    sql`select coalesce(sum(count), 0)::bigint as filled,
        coalesce(sum(count) filter (where code is null and shown is null), 0)::bigint as failed,
        coalesce(sum(count) filter (where code is null and shown <> value), 0)::bigint as coerced from (${own})`,
  );
  const coercedTotal = asCount(totals?.coerced);
  const coerced =
    coercedTotal === 0
      ? []
      : await session.all(
          sql`select value, shown, count from (${own}) where code is null and shown <> value
              order by count desc, value limit ${coercionsShown}`,
        );
  const missingByCode = codes.map((row) => ({ code: asText(row.code), count: asCount(row.count) }));
  const receipt: ColumnReceipt = {
    ...base,
    blank: input.rowsKept - asCount(totals?.filled),
    missingByCode,
    coerced: coerced.map(asCoercion(plan)),
    coercedTotal,
    failedTotal: asCount(totals?.failed),
  };
  return receipt;
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
      const values = receipt.coerced.filter((item) => item.from !== '' && item.exampleLines.length === 0);
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
      const coercion = receipts.get(asCount(row.source))?.coerced.find((item) => item.from === row.value);
      if (coercion && Array.isArray(row.lines))
        coercion.exampleLines = row.lines.map((line) => asCount(line));
    }
  }
}

function rutColumns(input: ReceiptInput): StoredColumn[] {
  return input.stored.filter(({ plan }) => plan.identity === 'rut' || plan.identity === 'ipe');
}

/** Rows of `source` whose check digit is wrong, with `keep` columns besides. */
function wrongDigitRows({ plan }: StoredColumn, source: Sql, keep: Sql): Sql {
  const steps = checkDigitSteps(sql`person`);
  return sql`(with people as (
      select ${keep}, ${normalised(ident(sourceColumn(plan.source)), plan.identity)} as person from ${source}
    ), bodies as (select *, ${steps.body} as body from people where ${steps.isRut})
    select ${keep} from bodies where ${steps.isWrong(sql`body`)})`;
}

async function countWrongDigits(session: Session, input: ReceiptInput): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for (const column of rutColumns(input)) {
    const row = await session.first(
      sql`select count(*) as wrong from ${wrongDigitRows(column, input.rows, sql`1 as one`)}`,
    );
    if (asCount(row?.wrong) > 0) found.set(column.plan.source, asCount(row?.wrong));
  }
  return found;
}

async function findWrongDigits(
  session: Session,
  input: ReceiptInput,
  wrongDigits: ReadonlyMap<number, number>,
): Promise<CellIssue[]> {
  const issues: CellIssue[] = [];
  for (const column of rutColumns(input).filter(({ plan }) => wrongDigits.has(plan.source))) {
    const rows = await session.all(
      sql`select line from ${wrongDigitRows(column, input.numbered, sql`line`)} order by line limit ${issuesShown}`,
    );
    for (const row of rows) {
      issues.push({
        line: asCount(row.line),
        header: column.plan.header,
        value: null,
        reason: 'check-digit',
      });
    }
  }
  return issues;
}

async function findIssues(
  session: Session,
  input: ReceiptInput,
  failing: readonly Converted[],
): Promise<CellIssue[]> {
  const tests = failing.map(({ column, conversion }) => {
    const text = ident(sourceColumn(column.plan.source));
    return {
      column,
      reason: reasonOf(column.plan),
      test: sql`(not ${isBlank(text)} and ${conversion.missingCode(text)} is null and ${conversion.stored(text)} is null)`,
    };
  });
  if (tests.length === 0) return [];
  const columns = tests.map(({ column }) => ident(sourceColumn(column.plan.source)));
  const unique = [...new Map(columns.map((column) => [column.parts[0], column])).values()];
  const cells = tests.map(
    ({ column, test }, index) => sql`select line, ${literal(String(index))}::integer as test,
      ${ident(sourceColumn(column.plan.source))} as value from hits where ${test}`,
  );
  const rows = await session.all(
    sql`with hits as materialized (
          select ${join([sql`line`, ...unique])} from ${input.numbered} where ${join(
            tests.map(({ test }) => test),
            ' or ',
          )} limit ${issuesShown}
        )
        select * from (${join(cells, ' union all ')}) order by line, test limit ${issuesShown}`,
  );
  return rows.flatMap((row) => {
    const found = tests[asCount(row.test)];
    if (!found) return [];
    const { plan } = found.column;
    const hidesValue = plan.identity !== null || plan.type === 'identifier';
    return [
      {
        line: asCount(row.line),
        header: plan.header,
        value: hidesValue ? null : asText(row.value),
        reason: found.reason,
      },
    ];
  });
}

function reasonOf(plan: ColumnPlan): CellIssue['reason'] {
  switch (plan.type) {
    case 'integer':
    case 'decimal':
      return 'not-a-number';
    case 'date':
    case 'datetime':
      return 'not-a-date';
    case 'boolean':
      return 'not-yes-no';
    default:
      return 'not-an-option';
  }
}
