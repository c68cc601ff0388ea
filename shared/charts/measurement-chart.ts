import type { MeasurementChart, MeasurementResult } from '../domain/measurement-result';
import { assertNever } from '../errors';
import { measurementPeriods } from './measurement-periods';
import { measurementFunnel, measurementRows } from './measurement-rows';
import { measurementSchedule } from './measurement-schedule';
import type { ChartContext, ChartSpec } from './types';

/** One chart of a count. Throws AppError `chart-not-applicable` where none of its figures is shown. */
export function buildMeasurementChart(
  result: MeasurementResult,
  chart: MeasurementChart,
  context: ChartContext,
): ChartSpec {
  switch (chart.kind) {
    case 'bars':
    case 'dots':
      return measurementRows(result, chart, context);
    case 'periods':
      return measurementPeriods(result, chart, context);
    case 'funnel':
      return measurementFunnel(result, chart, context);
    case 'schedule':
      return measurementSchedule(result, chart, context);
    default:
      return assertNever(chart);
  }
}
