import type { ColumnPlan } from '../../../shared/domain/import';
import { join, literal, type Sql, sql } from '../db/sql';
import { collapsed, isOneOf } from './conversion-values';

export type RecodingSql = {
  /** The text that stands for the cell: another one where a recoding names it, null where it becomes missing. */
  read(text: Sql): Sql;
  /** The wording by which a recoding makes the cell missing; null otherwise. */
  missing(text: Sql): Sql;
  /** What is stored, without cleaning, where a cell is written exactly as a recoding to an option says; else `otherwise`. */
  direct(plan: ColumnPlan, text: Sql, otherwise: Sql): Sql;
};

/** The recodings of a plan over a text: its exact wording, with single spaces. Answers as plain as an option pass at once. */
export function recoding(plan: Pick<ColumnPlan, 'recodes' | 'options'>): RecodingSql {
  const froms = new Map(
    plan.recodes.map(({ from, to }) => [from.replace(/\s+/gu, ' ').trim(), to?.trim() ? to : null] as const),
  );
  const arms = [...froms].map(
    ([from, to]) => sql`when ${literal(from)} then ${to === null ? sql`null` : literal(to)}`,
  );
  const gone = [...froms].flatMap(([from, to]) => (to === null ? [literal(from)] : []));
  const plain = plan.options.map(({ value }) => value).filter((value) => !froms.has(value));
  return {
    read(text) {
      const looked = sql`case ${collapsed(text)} ${join(arms, ' ')} else ${text} end`;
      if (arms.length === 0) return text;
      return plain.length === 0
        ? sql`(${looked})`
        : sql`(case when ${isOneOf(text, plain.map(literal))} then ${text} else ${looked} end)`;
    },
    missing: (text) =>
      gone.length === 0
        ? sql`null::varchar`
        : sql`(case when ${isOneOf(collapsed(text), gone)} then ${collapsed(text)} end)`,
    direct(plan, text, otherwise) {
      const isList = plan.type === 'single' || plan.type === 'ordinal';
      const values = new Set(plan.options.map(({ value }) => value));
      const codes = new Set([...plan.missingCodes, ...plan.notApplicableCodes]);
      const sure = [...froms].filter(([, to]) => to !== null && values.has(to) && !codes.has(to));
      if (!isList || plan.redacts || sure.length === 0) return otherwise;
      const plainArms = sure.map(([from, to]) => sql`when ${literal(from)} then ${literal(to ?? '')}`);
      const isSure = isOneOf(
        text,
        sure.map(([from]) => literal(from)),
      );
      return sql`(case when ${isSure} then (case ${text} ${join(plainArms, ' ')} end) else ${otherwise} end)`;
    },
  };
}
