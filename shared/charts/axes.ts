import type { ComparisonResult } from '../domain/comparison';
import { AppError } from '../errors';
import type { Locale } from '../text/catalogue';
import { formatNumber } from '../text/format';
import { dumbbell } from './dumbbell';
import { type ChartIndicator, chooseRows, type RowSet } from './rows';
import type { ChartContext, ChartSpec } from './types';
import { chartWords } from './words';

/** The indices that stand on one scale, as axes of one thing: the largest set of them, empty below two. */
export function axesOf(result: Pick<ComparisonResult, 'indicators'>): ChartIndicator[] {
  const indices = result.indicators.filter(({ kind }) => kind === 'index');
  const scales = [...new Set(indices.map(axisScale))];
  const sets = scales.map((scale) => indices.filter((each) => axisScale(each) === scale));
  const largest = sets.reduce<ChartIndicator[]>((most, set) => (set.length > most.length ? set : most), []);
  return largest.length < 2 ? [] : largest;
}

function axisScale({ indexScale, unit }: ChartIndicator): string {
  return `${indexScale ?? ''} ${unit}`;
}

/**
 * Axes below each other on one common scale, everybody's baseline hollow and follow-ups filled, with intervals: what a radar
 * chart is used for, read along straight lines. Throws `chart-not-applicable` below two indices of one scale.
 */
export function axes(result: ComparisonResult, context: ChartContext): ChartSpec {
  const rows = axisRows(result, context.locale);
  const isHundred = rows.indicator.indexScale === '0-100' || rows.indicator.indexScale === 'baseline-range';
  return dumbbell(rows, context, {
    kind: 'axes',
    title: chartWords(context.locale).comparedAxes(formatNumber(rows.rows.length, 0, context.locale)),
    ...(isHundred ? { within: [0, 100] } : {}),
  });
}

function axisRows(result: ComparisonResult, locale: Locale): RowSet {
  const chosen = axesOf(result);
  if (chosen.length === 0) throw new AppError('chart-not-applicable', { chart: 'axes', reason: 'no-axes' });
  const rows = chooseRows({ ...result, indicators: chosen }, null, locale);
  const omitted = result.indicators.filter((each) => !chosen.includes(each)).map(({ name }) => name);
  return { ...rows, omitted };
}
