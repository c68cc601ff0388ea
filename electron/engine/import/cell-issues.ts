import type { ColumnPlan } from '../../../shared/domain/import';
import type { CellIssue } from '../../../shared/domain/wave';
import { asCount, asText, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { checkDigitSteps, normalised } from '../privacy/pseudonyms';
import { redacted } from '../privacy/redact-sql';
import type { Converted, ReceiptInput } from './column-receipts';
import { isBlank } from './conversion';
import type { StoredColumn } from './plan-variables';
import { sourceColumn } from './prepared-file';
import type { ValueCounts } from './value-counts';

/** Cells listed in a receipt; all are counted. */
export const issuesShown = 500;

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

/** How many check digits of RUT, RUN and IPE are wrong, by column. */
export async function countWrongDigits(session: Session, input: ReceiptInput): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for (const column of rutColumns(input)) {
    const row = await session.first(
      sql`select count(*) as wrong from ${wrongDigitRows(column, input.rows, sql`1 as one`)}`,
    );
    if (asCount(row?.wrong) > 0) found.set(column.plan.source, asCount(row?.wrong));
  }
  return found;
}

/** The first cells whose check digit is wrong; the numbers themselves are not told. */
export async function findWrongDigits(
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

/** Cells that were kept with an answer that is none of the options, by column. */
export async function countReviews(
  session: Session,
  counts: ValueCounts,
  rows: Sql,
  converted: readonly Converted[],
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for (const { column, conversion } of converted) {
    const { source } = column.plan;
    if (!conversion.review) continue;
    const isUnlisted = counts.unlisted.has(source);
    const from = isUnlisted ? rows : sql`${counts.table} where source = ${source}`;
    const text = isUnlisted ? ident(sourceColumn(source)) : sql`value`;
    const row = await session.first(
      sql`select coalesce(sum(${isUnlisted ? sql`1` : sql`count`}) filter (where ${conversion.review(text)}), 0)::bigint as reviews from ${from}`,
    );
    if (asCount(row?.reviews) > 0) found.set(source, asCount(row?.reviews));
  }
  return found;
}

/** The first cells that did not convert, and those kept with an answer outside the options; values of columns with personal details are not told. */
export async function findIssues(
  session: Session,
  input: ReceiptInput,
  failing: readonly Converted[],
): Promise<CellIssue[]> {
  const tests = failing.map(({ column, conversion }) => {
    const text = ident(sourceColumn(column.plan.source));
    return {
      column,
      reason: reasonOf(column.plan),
      test: sql`((not ${isBlank(text)} and ${conversion.missingCode(text)} is null and ${conversion.stored(text)} is null)
        or ${conversion.review ? conversion.review(text) : sql`false`})`,
    };
  });
  if (tests.length === 0) return [];
  const columns = tests.map(({ column }) => ident(sourceColumn(column.plan.source)));
  const unique = [...new Map(columns.map((column) => [column.parts[0], column])).values()];
  const cells = tests.map(
    ({ column, test }, index) => sql`select line, ${literal(String(index))}::integer as test,
      ${shownCell(column.plan)} as value from hits where ${test}`,
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

/** The cell for the eyes of the analyst, without the personal details somebody wrote into it. */
function shownCell(plan: ColumnPlan): Sql {
  const text = ident(sourceColumn(plan.source));
  return plan.redacts ? redacted(text) : text;
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
