import type { Condition } from '../../../shared/domain/condition';
import {
  type IndicatorDraft,
  indicatorVariables,
  isAgainstBaseline,
  type Measure,
} from '../../../shared/domain/indicator';
import { type Instrument, isDated, isNumeric, type Variable } from '../../../shared/domain/instrument';
import { AppError, assertNever } from '../../../shared/errors';
import { requireVariable, type VariableLookup } from './condition-sql';

/**
 * The instrument all of an indicator's variables belong to; null for an indicator without variables (a count of
 * rows). Throws `variable-missing` where no instrument has them all.
 */
function instrumentOf(
  indicator: Pick<IndicatorDraft, 'measure' | 'filter'>,
  instruments: readonly Instrument[],
): Instrument | null {
  const needed = indicatorVariables(indicator);
  if (needed.length === 0) return null;
  const [first] = needed;
  const home = instruments.find(({ variables }) => variables.some(({ id }) => id === first));
  const absent = needed.find((id) => !home?.variables.some((variable) => variable.id === id));
  if (!home || absent) throw new AppError('variable-missing', { variableId: absent ?? first ?? '' });
  return home;
}

/**
 * Checks that an indicator can be computed: its variables exist and fit the measure and the conditions. Throws
 * `variable-missing`, `variable-type` (which variable and its type) and `indicator-invalid` (with a `reason`).
 */
export function validateIndicator(indicator: IndicatorDraft, instruments: readonly Instrument[]): void {
  const home = instrumentOf(indicator, instruments);
  const variables = new Map((home?.variables ?? []).map((variable) => [variable.id as string, variable]));
  validateMeasure(indicator.measure, variables);
  if (indicator.filter) validateCondition(indicator.filter, variables);
  const { target } = indicator;
  const isShare = indicator.measure.kind === 'proportion' || indicator.measure.kind === 'top-box';
  if (target && isShare && (target.value < 0 || target.value > 1)) throw invalid('target-outside-share');
}

function validateMeasure(measure: Measure, variables: VariableLookup): void {
  const numeric = (variableId: string): void => {
    const variable = requireVariable(variables, variableId);
    if (!isNumeric(variable)) throw wrongType(variable);
  };
  switch (measure.kind) {
    case 'proportion':
      validateCondition(measure.condition, variables);
      break;
    case 'count':
      if (measure.condition) validateCondition(measure.condition, variables);
      break;
    case 'mean':
    case 'total':
      numeric(measure.variableId);
      break;
    case 'ratio':
      numeric(measure.numeratorId);
      numeric(measure.denominatorId);
      break;
    case 'rate':
      validateCondition(measure.condition, variables);
      if (measure.exposureId) numeric(measure.exposureId);
      break;
    case 'top-box': {
      const variable = requireVariable(variables, measure.variableId);
      if (variable.type !== 'ordinal') throw wrongType(variable);
      if (measure.boxes >= variable.options.length) throw invalid('boxes-cover-scale');
      break;
    }
    case 'index':
      validateIndex(measure, variables);
      break;
    default:
      assertNever(measure);
  }
}

function validateIndex(measure: Extract<Measure, { kind: 'index' }>, variables: VariableLookup): void {
  if (measure.minimumAnswered > measure.items.length) throw invalid('minimum-above-items');
  if (new Set(measure.items.map(({ variableId }) => variableId)).size < measure.items.length) {
    throw invalid('item-repeated');
  }
  for (const { variableId, isReversed } of measure.items) {
    const variable = requireVariable(variables, variableId);
    if (isNumeric(variable)) {
      // A number has no declared ends, so only the baseline's answers can turn or rescale it.
      if (!isAgainstBaseline(measure.scale) && (isReversed || measure.scale === '0-100'))
        throw wrongType(variable);
    } else if (variable.type !== 'ordinal' && variable.type !== 'boolean') {
      throw wrongType(variable);
    }
  }
}

function validateCondition(condition: Condition, variables: VariableLookup): void {
  switch (condition.op) {
    case 'all':
    case 'any':
      for (const part of condition.of) validateCondition(part, variables);
      return;
    case 'answered':
      requireVariable(variables, condition.variableId);
      return;
    case 'range': {
      const variable = requireVariable(variables, condition.variableId);
      if (!isNumeric(variable)) throw wrongType(variable);
      if (condition.min !== null && condition.max !== null && condition.min > condition.max) {
        throw invalid('range-upside-down');
      }
      return;
    }
    case 'date-range': {
      const variable = requireVariable(variables, condition.variableId);
      if (!isDated(variable)) throw wrongType(variable);
      if (condition.from !== null && condition.to !== null && condition.from > condition.to) {
        throw invalid('range-upside-down');
      }
      return;
    }
    case 'is':
    case 'is-not': {
      const variable = requireVariable(variables, condition.variableId);
      if (variable.type === 'identifier') throw wrongType(variable);
      return;
    }
    default:
      assertNever(condition);
  }
}

function wrongType(variable: Variable): AppError {
  return new AppError('variable-type', {
    variableId: variable.id,
    variable: variable.label,
    type: variable.type,
  });
}

function invalid(reason: string): AppError {
  return new AppError('indicator-invalid', { reason });
}
