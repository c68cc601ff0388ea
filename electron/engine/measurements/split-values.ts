import { notAskedGroup } from '../../../shared/domain/comparison';
import type { VariableId } from '../../../shared/domain/ids';
import type { Variable } from '../../../shared/domain/instrument';
import { AppError } from '../../../shared/errors';
import { assertGroups, optionsOf } from '../comparison/groups';
import type { MeasurementPlan } from './plan';

/** A variable by which figures are split. Throws `variable-type` for one that makes no groups or holds personal details. */
export function splitVariable(plan: MeasurementPlan, id: VariableId): Variable {
  const variable = plan.variable(id);
  assertGroups(variable);
  return variable;
}

/**
 * A variable whose answers name what is counted. Throws `variable-type` for personal details: what is hidden is still named.
 */
export function namingVariable(plan: MeasurementPlan, id: VariableId): Variable {
  const variable = plan.variable(id);
  if (variable.identity !== null) {
    throw new AppError('variable-type', { variableId: id, variable: variable.label, type: variable.type });
  }
  return variable;
}

/** The label of a stored answer; those without one read like the groups of a comparison. */
export function valueLabel(variable: Variable, value: string | null): string {
  if (value === null) return 'Sin respuesta';
  if (value === notAskedGroup) return 'No corresponde';
  return optionsOf(variable).find((option) => option.value === value)?.label ?? value;
}

/** Present answers in the order of the options, then others by their text, then not asked, then without an answer. */
export function orderedValues(variable: Variable, present: Iterable<string | null>): (string | null)[] {
  const order = new Map(optionsOf(variable).map(({ value }, index) => [value, index]));
  const rank = (value: string | null): number => {
    if (value === null) return order.size + 2;
    return value === notAskedGroup ? order.size + 1 : (order.get(value) ?? order.size);
  };
  return [...new Set(present)].sort(
    (left, right) =>
      rank(left) - rank(right) || (left ?? '').localeCompare(right ?? '', 'es', { numeric: true }),
  );
}
