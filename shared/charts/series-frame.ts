import type { SeriesPoint, SeriesResult } from '../domain/series';
import type { Locale } from '../text/catalogue';
import { type FigureStyle, formatPercent, isShareStyle } from '../text/format';
import { type ValueAxis, valueAxis } from './axis';
import { fontSizes } from './layout';
import { textWidth } from './measure';
import { periodText, seriesStyle } from './series-words';
import type { ChartContext } from './types';

type Tick = { x: number; text: string; anchor: 'start' | 'middle' | 'end' };

/** Where a series is drawn; all in pixels from the top left of the plot. */
export type SeriesFrame = {
  left: number;
  right: number;
  top: number;
  bottom: number;
  height: number;
  axis: ValueAxis;
  ticks: readonly Tick[];
  /** Null without a cut, or where it lies outside the periods. */
  cutX: number | null;
  toX: (index: number) => number;
  /** Values beyond the axis are set to its end. */
  toY: (value: number) => number;
};

const innerHeight = { light: 260, dark: 260, print: 210 } as const;
const top = 26;
const axisHeight = 26;

/** Places the axes of a series in the width there is. */
export function frameSeries(result: SeriesResult, { locale, width, theme }: ChartContext): SeriesFrame {
  const { points, spec } = result;
  const axis = seriesAxis(points, seriesStyle(result), locale);
  const left =
    Math.ceil(Math.max(...axis.ticks.map((tick) => textWidth(axis.format(tick), fontSizes.axis)))) + 12;
  const right = width - 10;
  const bottom = top + innerHeight[theme];
  const step = (right - left) / Math.max(1, points.length);
  const toX = (index: number) => left + (index + 0.5) * step;
  const [low, high] = axis.domain;
  const firstAfter = points.findIndex((point) => point.phase === 'after');
  return {
    left,
    right,
    top,
    bottom,
    height: bottom + axisHeight,
    axis,
    ticks: periodTicks(result, locale, { left, right, step, toX }),
    cutX: spec.cutDate === null || firstAfter <= 0 ? null : left + firstAfter * step,
    toX,
    toY: (value) => bottom - ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (bottom - top),
  };
}

/**
 * Round ends around what is shown and the lines; bands may widen it by half at most. Counts, totals, shares and rates
 * begin at zero and never go below it, shares never above 100 %.
 */
function seriesAxis(points: readonly SeriesPoint[], style: FigureStyle, locale: Locale): ValueAxis {
  const values = points.flatMap((point) => [
    ...(point.status === 'shown' && point.value !== null ? [point.value] : []),
    ...(point.fitted === null ? [] : [point.fitted]),
    ...(point.counterfactual ? [point.counterfactual.value] : []),
  ]);
  const isFromZero = isShareStyle(style) || ['count', 'total', 'rate'].includes(style.kind);
  const floor = isFromZero ? 0 : Number.NEGATIVE_INFINITY;
  const ceiling = isShareStyle(style) ? 1 : Number.POSITIVE_INFINITY;
  const low = Math.min(...values, ...(isFromZero ? [0] : []));
  const high = Math.max(...values, ...(isFromZero ? [0] : []));
  const room = (high - low) / 2;
  const bands = points.flatMap(({ counterfactual }) =>
    counterfactual?.interval ? [counterfactual.interval.lower, counterfactual.interval.upper] : [],
  );
  const kept = [...values, ...bands.map((end) => Math.min(high + room, Math.max(low - room, end)))].map(
    (end) => Math.min(ceiling, Math.max(floor, end)),
  );
  if (!isShareStyle(style)) return valueAxis(kept, style, locale, { includesZero: isFromZero, ticks: 5 });
  const hundreds = valueAxis(
    kept.map((value) => value * 100),
    { kind: 'ratio', unit: '', decimals: 0 },
    locale,
    { includesZero: true, ticks: 5 },
  );
  const step = (hundreds.ticks[1] ?? 1) - (hundreds.ticks[0] ?? 0);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return {
    domain: [hundreds.domain[0] / 100, hundreds.domain[1] / 100],
    ticks: hundreds.ticks.map((tick) => tick / 100),
    format: (value) => formatPercent(value, decimals, locale),
  };
}

type Placing = { left: number; right: number; step: number; toX: (index: number) => number };

/** As many names of periods as fit, at January or the first week or quarter of a year where the steps allow. */
function periodTicks(result: SeriesResult, locale: Locale, placing: Placing): SeriesFrame['ticks'] {
  const { points, spec } = result;
  const texts = points.map((point) => periodText(point, spec.period, locale));
  const widest = Math.max(0, ...texts.map((text) => textWidth(text, fontSizes.axis)));
  const perYear = spec.period === 'month' ? 12 : spec.period === 'quarter' ? 4 : 52;
  const steps = [1, 2, 3, 4, 6, 12, 13, 24, 26, 36, 48, 52, 60, 104, 120, 156, 208, 260, 520];
  const each =
    steps.find(
      (step) => step * placing.step >= widest + 16 && (step % perYear === 0 || perYear % step === 0),
    ) ?? points.length;
  const firstOfYear = points.findIndex((point) => /(?:-01|-Q1|-W01)$/.test(point.label));
  const start = firstOfYear < 0 ? 0 : firstOfYear % each;
  return texts.flatMap((text, index): Tick[] => {
    if (index % each !== start) return [];
    const x = placing.toX(index);
    const half = textWidth(text, fontSizes.axis) / 2;
    if (x - half < 0) return [{ x: 0, text, anchor: 'start' }];
    if (x + half > placing.right + 8) return [{ x: placing.right + 8, text, anchor: 'end' }];
    return [{ x, text, anchor: 'middle' }];
  });
}
