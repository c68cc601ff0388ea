import type { Condition } from '../../../shared/domain/condition';
import type { Variable } from '../../../shared/domain/instrument';
import { AppError, assertNever } from '../../../shared/errors';
import { ident, join, type Sql, sql } from '../db/sql';

/** Groups made of several answers of another variable: whoever gave one of `values` is in the group `name`. */
export type MergedGroups = {
  of: Variable;
  groups: readonly { name: string; values: readonly string[] }[];
};

/**
 * A variable as a wave answered it; `skipsSome` where it was not put to everybody, as the table's column `skipped` tells.
 * `merged` only where people are grouped: such a variable has no column of its own.
 */
export type WaveVariable = Variable & { skipsSome?: boolean; merged?: MergedGroups };

/** The variables a statement may refer to, by id. */
export type VariableLookup = ReadonlyMap<string, WaveVariable>;

/** The variable of this id. Throws `variable-missing`. */
export function requireVariable(variables: VariableLookup, variableId: string): WaveVariable {
  const variable = variables.get(variableId);
  if (!variable) throw new AppError('variable-missing', { variableId });
  return variable;
}

/**
 * A condition as a three-valued expression over one row of a wave's table: true, false, or null where an answer it
 * needs is missing. Throws `variable-missing`.
 */
export function compileCondition(condition: Condition, variables: VariableLookup): Sql {
  switch (condition.op) {
    case 'is':
      return isOneOf(requireVariable(variables, condition.variableId), condition.values);
    case 'is-not':
      return sql`(not ${isOneOf(requireVariable(variables, condition.variableId), condition.values)})`;
    case 'range':
      return within(requireVariable(variables, condition.variableId), [
        condition.min === null ? null : sql`${condition.min}::double`,
        condition.max === null ? null : sql`${condition.max}::double`,
      ]);
    case 'date-range':
      return within(requireVariable(variables, condition.variableId), [
        condition.from === null ? null : sql`${condition.from}::date`,
        condition.to === null ? null : sql`${condition.to}::date`,
      ]);
    case 'answered': {
      const variable = requireVariable(variables, condition.variableId);
      const answered = sql`(${ident(variable.id)} is not null)`;
      // Who was not asked neither answered nor kept silent.
      const skipped = wasSkipped(variable);
      return skipped ? sql`(case when not ${skipped} then ${answered} end)` : answered;
    }
    case 'all':
      return sql`(${join(
        condition.of.map((part) => compileCondition(part, variables)),
        ' and ',
      )})`;
    case 'any':
      return sql`(${join(
        condition.of.map((part) => compileCondition(part, variables)),
        ' or ',
      )})`;
    default:
      return assertNever(condition);
  }
}

/**
 * True for rows to which the variable was not put: "no corresponde", and no answer all the same. Null for a variable that was
 * put to everybody.
 */
export function wasSkipped(variable: WaveVariable): Sql | null {
  if (!variable.skipsSome) return null;
  const isListed = sql`coalesce(list_contains(${ident('skipped')}, ${variable.id}), false)`;
  return sql`(${ident(variable.id)} is null and ${isListed})`;
}

function isOneOf(variable: Variable, values: readonly string[]): Sql {
  const column = ident(variable.id);
  if (variable.type === 'multiple') return sql`list_has_any(${column}, ${values})`;
  const wanted = comparable(variable, values);
  // Nothing to compare with: false for whoever answered, unknown for the others.
  if (wanted.length === 0) return sql`(case when ${column} is not null then false end)`;
  return sql`(${column} in (${join(wanted)}))`;
}

/** The values as the column stores them; those that cannot occur in such a column are left out. */
function comparable(variable: Variable, values: readonly string[]): Sql[] {
  switch (variable.type) {
    case 'integer':
    case 'decimal':
      return values.flatMap((value) => {
        const number = value.trim() === '' ? Number.NaN : Number(value);
        return Number.isFinite(number) ? [sql`${number}::double`] : [];
      });
    case 'boolean':
      return values.flatMap((value) => {
        if (value === 'true') return [sql`true`];
        return value === 'false' ? [sql`false`] : [];
      });
    case 'date':
      return values.flatMap((value) =>
        /^\d{4}-\d{2}-\d{2}$/.test(value) ? [sql`try_cast(${value} as date)`] : [],
      );
    case 'datetime':
      return values.flatMap((value) =>
        /^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2}(:\d{2})?)?$/.test(value)
          ? [sql`try_cast(${value} as timestamp)`]
          : [],
      );
    case 'single':
    case 'ordinal':
    case 'text':
    case 'identifier':
    case 'multiple':
      return values.map((value) => sql`${value}`);
    default:
      return assertNever(variable.type);
  }
}

function within(variable: Variable, [lower, upper]: readonly [Sql | null, Sql | null]): Sql {
  // The last day of a range counts whole, whatever the hour.
  const column = variable.type === 'datetime' ? sql`${ident(variable.id)}::date` : ident(variable.id);
  if (lower && upper) return sql`(${column} between ${lower} and ${upper})`;
  if (lower) return sql`(${column} >= ${lower})`;
  if (upper) return sql`(${column} <= ${upper})`;
  return sql`(case when ${column} is not null then true end)`;
}
