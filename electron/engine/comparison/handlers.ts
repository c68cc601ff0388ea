import type { HandlerMap } from '../context';
import { computeComparison } from './compute';

export const comparisonHandlers = {
  'comparison.compute': computeComparison,
} satisfies HandlerMap;
