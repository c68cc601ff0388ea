import type { MeasurementChart, MeasurementResult } from '../domain/measurement-result';

/** True for a chart of several series over time that has more protected periods than figures: it would tell nothing. */
export function isMostlyProtected(
  chart: MeasurementChart,
  { figures }: Pick<MeasurementResult, 'figures'>,
): boolean {
  if (chart.kind !== 'periods' || chart.series.length < 2) return false;
  const keys = new Set(chart.series.flatMap((series) => series.keys));
  const drawn = figures.filter(({ key }) => keys.has(key));
  const hidden = drawn.filter(({ status }) => status === 'suppressed').length;
  return hidden * 2 > drawn.length;
}
