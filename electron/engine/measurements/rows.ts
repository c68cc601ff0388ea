import type { Condition } from '../../../shared/domain/condition';
import type { VariableId } from '../../../shared/domain/ids';
import { isDated } from '../../../shared/domain/instrument';
import { AppError } from '../../../shared/errors';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { answeredVariables } from '../indicators/compute-statistics';
import { compileCondition, requireVariable, type VariableLookup } from '../indicators/condition-sql';
import { groupExpression, keyExpression } from '../indicators/grouping';
import { waveTable } from '../projects/open-project';
import type { MeasurementPlan } from './plan';

/** An expression over a row of one wave, written with the variables that wave answered. */
export type RowColumn = (variables: VariableLookup) => Sql;

/**
 * The rows of all waves that pass the filter, as a subquery with the columns `wave` (its id) and `line` and those asked
 * for. A row whose filter is unknown does not pass. Throws `variable-missing`.
 */
export function rowsOf(plan: MeasurementPlan, columns: Record<string, RowColumn>): Sql {
  const parts = plan.waves.map((wave) => {
    const variables = answeredVariables(plan.instrument.variables, wave);
    const named = Object.entries(columns).map(
      ([name, column]) => sql`${column(variables)} as ${ident(name)}`,
    );
    const { filter } = plan.spec;
    const where = filter ? sql` where ${compileCondition(filter, variables)}` : sql``;
    return sql`select ${literal(wave.id)} as wave, ${join([sql`line`, ...named])} from ${ident(waveTable(wave.id))}${where}`;
  });
  return sql`(${join(parts, ' union all ')})`;
}

/** The stored answer as text, null without one. */
export function answerOf(id: VariableId): RowColumn {
  return (variables) => groupExpression(requireVariable(variables, id));
}

/** The answer by which rows are split, with a group of its own for those who were not asked. */
export function splitOf(id: VariableId): RowColumn {
  return (variables) => keyExpression(requireVariable(variables, id));
}

/** Whether a row fulfils a condition; unknown counts as no. Without a condition every row does. */
export function holds(condition: Condition | null): RowColumn {
  return (variables) =>
    condition ? sql`coalesce(${compileCondition(condition, variables)}, false)` : sql`true`;
}

/** True, false, or null where an answer is missing. */
export function truthOf(condition: Condition): RowColumn {
  return (variables) => compileCondition(condition, variables);
}

/** The day of a dated variable. Throws `variable-type` for any other. */
export function dayOf(id: VariableId): RowColumn {
  return (variables) => {
    const variable = requireVariable(variables, id);
    if (!isDated(variable)) {
      throw new AppError('variable-type', {
        variableId: variable.id,
        variable: variable.label,
        type: variable.type,
      });
    }
    return sql`${ident(variable.id)}::date`;
  };
}

/** The number of a numeric variable. Throws `variable-type` for any other. */
export function numberOf(id: VariableId): RowColumn {
  return (variables) => {
    const variable = requireVariable(variables, id);
    if (variable.type !== 'integer' && variable.type !== 'decimal') {
      throw new AppError('variable-type', {
        variableId: variable.id,
        variable: variable.label,
        type: variable.type,
      });
    }
    return sql`${ident(variable.id)}::double`;
  };
}
