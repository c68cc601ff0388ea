import type { HandlerMap } from '../context';
import { computeVariableComparison } from './compute';

export const variableComparisonHandlers = {
  'variable.compare': computeVariableComparison,
} satisfies HandlerMap;
