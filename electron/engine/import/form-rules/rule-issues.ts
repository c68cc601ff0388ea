import type { CellIssue } from '../../../../shared/domain/wave';
import { asCount, asText, type Session } from '../../db/session';
import { ident, join, literal, type Sql, sql } from '../../db/sql';
import { redacted } from '../../privacy/redact-sql';
import { conversionOf, isBlank } from '../conversion';
import { sourceColumn } from '../prepared-file';
import type { ColumnRules } from './form-rules';

const issuesShown = 500;

type Test = { rules: ColumnRules; reason: CellIssue['reason']; test: Sql };

/** Answers against the form: outside a constraint, missing though required, given though not asked. Nothing is changed. */
export async function ruleIssues(
  session: Session,
  rules: readonly ColumnRules[],
  numbered: Sql,
): Promise<{ issues: CellIssue[]; total: number }> {
  const tests = rules.flatMap(testsOf);
  if (tests.length === 0) return { issues: [], total: 0 };
  const counts = await session.first(
    sql`select ${join(
      tests.map(({ test }, index) => sql`count_if(${test}) as ${ident(`t${index}`)}`),
    )} from ${numbered}`,
  );
  const broken = tests.filter((_, index) => asCount(counts?.[`t${index}`] ?? 0) > 0);
  const total = tests.reduce((sum, _, index) => sum + asCount(counts?.[`t${index}`] ?? 0), 0);
  if (broken.length === 0) return { issues: [], total };
  const flags = broken.map(({ test }, index) => sql`${test} as ${ident(`t${index}`)}`);
  const sources = [...new Map(broken.map(({ rules: { plan } }) => [plan.source, plan])).values()].map(
    (plan) => {
      const cell = ident(sourceColumn(plan.source));
      return plan.redacts ? sql`${redacted(cell)} as ${cell}` : cell;
    },
  );
  const rows = await session.all(
    sql`select * from (select ${join([sql`line`, ...sources, ...flags])} from ${numbered})
        where ${join(
          broken.map((_, index) => ident(`t${index}`)),
          ' or ',
        )} order by line limit ${literal(String(issuesShown))}::bigint`,
  );
  const issues = rows.flatMap((row) =>
    broken.flatMap(({ rules: { plan }, reason }, index): CellIssue[] => {
      if (row[`t${index}`] !== true) return [];
      const value = row[sourceColumn(plan.source)];
      // A text may hold a name that no pattern finds.
      const isFree = plan.redacts && plan.type === 'text';
      const hidesValue = plan.identity !== null || plan.type === 'identifier' || isFree;
      const shown = value === null || value === undefined ? '' : asText(value);
      return [{ line: asCount(row.line), header: plan.header, value: hidesValue ? null : shown, reason }];
    }),
  );
  return { issues: issues.slice(0, issuesShown), total };
}

function testsOf(rules: ColumnRules): Test[] {
  const { plan, relevant, constraint, isRequired } = rules;
  const text = ident(sourceColumn(plan.source));
  const blank = isBlank(text);
  const asked = relevant ?? sql`true`;
  const code = conversionOf(plan, (own) => own).missingCode(text);
  const tests: Test[] = [];
  if (constraint) {
    const test = sql`(not ${blank} and ${asked} and ${code} is null and not ${constraint})`;
    tests.push({ rules, reason: 'constraint', test });
  }
  if (isRequired) tests.push({ rules, reason: 'required', test: sql`(${blank} and ${asked})` });
  if (relevant) {
    const test = sql`(not ${blank} and not ${relevant} and ${code} is null)`;
    tests.push({ rules, reason: 'not-relevant', test });
  }
  return tests;
}
