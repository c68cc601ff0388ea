import type { ColumnPlan } from '../../../../shared/domain/import';
import type { SourceNotice } from '../../../../shared/domain/source';
import type { Session } from '../../db/session';
import { ident, literal, type Sql, sql } from '../../db/sql';
import { conversionOf } from '../conversion';
import { sourceColumn } from '../prepared-file';
import { ruleSql } from './expression-sql';
import { type Expression, NotUnderstood, namesIn, parseExpression } from './parse-expression';

/** The rules of one column as boolean expressions over a raw row, never null; null where there is no rule. */
export type ColumnRules = {
  plan: ColumnPlan;
  relevant: Sql | null;
  constraint: Sql | null;
  isRequired: boolean;
};

export type FormRules = { columns: ColumnRules[]; notices: SourceNotice[] };

/**
 * The rules of the form behind the columns of a plan, as far as they are understood; the others are named in notices and
 * not applied. `today` is the day the file is read. Costs nothing for a plan without a form.
 */
export async function formRules(
  session: Session,
  columns: readonly ColumnPlan[],
  today: string,
): Promise<FormRules> {
  const asked = columns.filter(
    ({ form, action }) => form && action !== 'drop' && (form.relevant || form.constraint || form.isRequired),
  );
  if (asked.length === 0) return { columns: [], notices: [] };
  const byName = columnsByName(columns);
  const unknown = new Map<string, Set<string>>();
  const compile = async (plan: ColumnPlan, rule: string | null): Promise<Sql | null> => {
    if (!rule) return null;
    try {
      const expression = parseExpression(rule);
      const missing = namesIn(expression).find((name) => !byName.has(name));
      if (missing !== undefined) throw new NotUnderstood(missing);
      const compiled = ruleSql(expression, {
        answer: (name) => answerText(byName.get(name)),
        own: answerText(plan) ?? sql`''`,
        today,
      });
      await tryPatterns(session, expression);
      return compiled;
    } catch (error) {
      if (!(error instanceof NotUnderstood)) throw error;
      const rules = unknown.get(plan.header) ?? new Set();
      unknown.set(plan.header, rules.add(rule));
      return null;
    }
  };
  const compiled: ColumnRules[] = [];
  for (const plan of asked) {
    const { relevant = null, constraint = null, isRequired = false } = plan.form ?? {};
    const relevantSql = await compile(plan, relevant);
    const isUnderstood = relevant === null || relevantSql !== null;
    compiled.push({
      plan,
      relevant: relevantSql,
      constraint: await compile(plan, constraint),
      // Whether an answer was required cannot be told of a question that perhaps was not put.
      isRequired: isRequired && isUnderstood,
    });
  }
  return { columns: compiled, notices: [...unknown].slice(0, 50).map(asNotice) };
}

function asNotice([header, rules]: [string, Set<string>]): SourceNotice {
  return {
    code: 'expression-not-understood',
    severity: 'attention',
    details: { question: header, expression: [...rules].join(' | ').slice(0, 200) },
    lines: [],
    columns: [header],
  };
}

/** A question may have several columns; the one that is stored, or put together, speaks for it. */
function columnsByName(columns: readonly ColumnPlan[]): Map<string, ColumnPlan> {
  const rank = ({ action, parts }: ColumnPlan): number => (parts.length > 0 ? 0 : action === 'drop' ? 2 : 1);
  const found = new Map<string, ColumnPlan>();
  for (const plan of columns) {
    // What is put together only for storing is not there when it is left out.
    if (plan.parts.length > 0 && plan.action === 'drop') continue;
    const name = plan.form?.name;
    const before = name === undefined ? undefined : found.get(name);
    if (name !== undefined && (!before || rank(plan) < rank(before))) found.set(name, plan);
  }
  return found;
}

/** The text a form would hold for the answer: names of options, numbers with a point, ISO days; '' for blank. */
function answerText(plan: ColumnPlan | undefined): Sql | null {
  if (!plan) return null;
  const text = ident(sourceColumn(plan.source));
  const raw = sql`coalesce(trim(${text}), '')`;
  const stored = (): Sql => conversionOf(plan, (own) => own).stored(text);
  switch (plan.type) {
    case 'integer':
    case 'decimal':
    case 'date':
    case 'datetime':
    case 'single':
    case 'ordinal':
      return sql`coalesce(cast(${stored()} as varchar), ${raw})`;
    case 'multiple':
      return sql`coalesce(array_to_string(${stored()}, ' '), ${raw})`;
    default:
      return raw;
  }
}

/** Patterns are tried first: one that the engine does not know must not stop the import. */
async function tryPatterns(session: Session, expression: Expression): Promise<void> {
  for (const pattern of patternsIn(expression)) {
    const isKnown = await session.first(sql`select regexp_full_match('', ${literal(pattern)})`).then(
      () => true,
      () => false,
    );
    if (!isKnown) throw new NotUnderstood(pattern);
  }
}

function patternsIn(expression: Expression): string[] {
  switch (expression.is) {
    case 'call': {
      const [, pattern] = expression.of;
      if (expression.name === 'regex' && pattern?.is !== 'text') throw new NotUnderstood('regex');
      const own = expression.name === 'regex' && pattern?.is === 'text' ? [pattern.value] : [];
      return [...own, ...expression.of.flatMap(patternsIn)];
    }
    case 'minus':
      return patternsIn(expression.of);
    case 'operator':
      return [...patternsIn(expression.left), ...patternsIn(expression.right)];
    default:
      return [];
  }
}
