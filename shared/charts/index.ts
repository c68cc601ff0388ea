import type { ChartKind } from '../domain/chart';
import { bars } from './bars';
import { dumbbell } from './dumbbell';
import { chooseRows } from './rows';
import { slope } from './slope';
import { smallMultiples } from './small-multiples';
import type { ChartContext, ChartInput, ChartSpec } from './types';

export { drawChart } from './draw';
export { serializeSvg } from './serialize';
export type * from './types';

/** One chart of a comparison. Throws AppError `chart-not-applicable` when the input cannot be drawn that way. */
export function buildChart(kind: ChartKind, input: ChartInput, context: ChartContext): ChartSpec {
  const rows = chooseRows(input.result, input.indicatorId, context.locale);
  switch (kind) {
    case 'bars':
      return bars(rows, context);
    case 'slope':
      return slope(rows, context);
    case 'small-multiples':
      return smallMultiples(rows, context);
    default:
      return dumbbell(rows, context);
  }
}
