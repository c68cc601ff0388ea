import type { ChartKind } from '../domain/chart';
import { dumbbell } from './dumbbell';
import { chooseRows } from './rows';
import type { ChartContext, ChartInput, ChartSpec } from './types';

export { drawChart } from './draw';
export { serializeSvg } from './serialize';
export type * from './types';

/** One chart of a comparison. Throws AppError `chart-not-applicable` when the input cannot be drawn that way. */
export function buildChart(kind: ChartKind, input: ChartInput, context: ChartContext): ChartSpec {
  return dumbbell(chooseRows(input.result, input.indicatorId, context.locale), { ...context });
}
