import type { VariableId } from './ids';
import { type Indicator, indicatorVariables } from './indicator';
import type { Variable } from './instrument';

/**
 * The ordered scale an indicator rests on, or null. One that leaves people out by a filter, or counts those who did not
 * answer, speaks of other people than all answers to the scale do: beside it these would tell the difference of the two.
 */
export function scaleBehind(
  indicator: Pick<Indicator, 'measure' | 'filter' | 'missingRule'>,
  variables: readonly Pick<Variable, 'id' | 'type' | 'identity'>[],
): VariableId | null {
  if (indicator.filter !== null || indicator.missingRule !== 'exclude') return null;
  const [only, ...others] = indicatorVariables(indicator);
  if (only === undefined || others.length > 0) return null;
  const variable = variables.find(({ id }) => id === only);
  return variable?.type === 'ordinal' && variable.identity === null ? only : null;
}
