import * as Plot from '@observablehq/plot';
import type { SeriesPoint, SeriesResult } from '../domain/series';
import { AppError } from '../errors';
import { fontSizes } from './layout';
import { protectedDot, waveDot } from './marks';
import { textWidth } from './measure';
import { palette, waveStyle } from './palette';
import { frameSeries, type SeriesFrame } from './series-frame';
import {
  cutText,
  isOutside,
  periodText,
  pointText,
  seriesAlt,
  seriesLegend,
  seriesNotes,
  seriesSubtitle,
  seriesTable,
  seriesTitle,
} from './series-words';
import type { ChartContext, ChartSpec } from './types';

type Spot = { x: number; y: number; title: string };

/**
 * The figures of a register by period: a dot each, the cut, the fitted lines of before and after, and dashed with its
 * band the trend of before prolonged. Protected periods are gaps with their sign. Throws `chart-not-applicable`
 * without a period.
 */
export function buildSeriesChart(result: SeriesResult, context: ChartContext): ChartSpec {
  if (result.points.length === 0)
    throw new AppError('chart-not-applicable', { chart: 'series', reason: 'no-periods' });
  const { locale, theme, width } = context;
  const colours = palette(theme);
  const frame = frameSeries(result, context);
  return {
    kind: 'series',
    context,
    title: seriesTitle(result, locale),
    subtitle: seriesSubtitle(result, locale),
    alt: seriesAlt(result, locale),
    legend: seriesLegend(result, { fitted: colours.text, counterfactual: colours.muted }, locale),
    notes: seriesNotes(result, locale),
    table: seriesTable(result, locale),
    plot: {
      width,
      height: frame.height,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ...frameMarks(frame, context),
        ...cutMarks(frame, cutText(result, locale), context),
        ...counterfactualMarks(result.points, frame, context),
        ...lineMarks(result, frame, context),
        ...pointMarks(result, frame, context),
        ...hiddenMarks(result, frame, context),
      ],
    },
  };
}

function frameMarks(frame: SeriesFrame, { theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const values = frame.axis.ticks.map((tick) => ({ y: frame.toY(tick), text: frame.axis.format(tick) }));
  const anchors = ['start', 'middle', 'end'] as const;
  return [
    Plot.link(values, { x1: frame.left, x2: frame.right, y1: 'y', y2: 'y', stroke: colours.grid }),
    Plot.text(values, {
      x: frame.left - 8,
      y: 'y',
      text: 'text',
      textAnchor: 'end',
      fontSize: fontSizes.axis,
      fill: colours.muted,
    }),
    ...anchors.map((anchor) =>
      Plot.text(
        frame.ticks.filter((tick) => tick.anchor === anchor),
        {
          x: 'x',
          y: frame.bottom + 15,
          text: 'text',
          textAnchor: anchor,
          fontSize: fontSizes.axis,
          fill: colours.muted,
        },
      ),
    ),
  ];
}

function cutMarks(frame: SeriesFrame, text: string, { theme }: ChartContext): Plot.Markish[] {
  const { cutX } = frame;
  if (cutX === null) return [];
  const colours = palette(theme);
  const half = textWidth(text, fontSizes.small, 600) / 2;
  const x = Math.min(frame.right - half, Math.max(frame.left + half, cutX));
  return [
    Plot.link([cutX], {
      x1: cutX,
      x2: cutX,
      y1: frame.top - 8,
      y2: frame.bottom,
      stroke: colours.text,
      strokeWidth: 1.25,
    }),
    Plot.text([text], {
      x,
      y: frame.top - 16,
      fontSize: fontSizes.small,
      fontWeight: 600,
      fill: colours.text,
    }),
  ];
}

function counterfactualMarks(
  points: readonly SeriesPoint[],
  frame: SeriesFrame,
  { theme }: ChartContext,
): Plot.Markish[] {
  const colours = palette(theme);
  const places = points.flatMap(({ counterfactual }, index) =>
    counterfactual
      ? [
          {
            x: frame.toX(index),
            y: frame.toY(counterfactual.value),
            lower: counterfactual.interval ? frame.toY(counterfactual.interval.lower) : null,
            upper: counterfactual.interval ? frame.toY(counterfactual.interval.upper) : null,
          },
        ]
      : [],
  );
  const bands = places.filter((place) => place.lower !== null && place.upper !== null);
  return [
    ...(bands.length > 1
      ? [Plot.areaY(bands, { x: 'x', y1: 'lower', y2: 'upper', fill: colours.axis, fillOpacity: 0.2 })]
      : []),
    ...(places.length > 1
      ? [
          Plot.line(places, {
            x: 'x',
            y: 'y',
            stroke: colours.muted,
            strokeWidth: 2,
            strokeDasharray: '5 3',
          }),
        ]
      : []),
  ];
}

/** The fitted line of each phase, and a hairline between figures that follow each other. */
function lineMarks(result: SeriesResult, frame: SeriesFrame, { theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const { points } = result;
  const steps = points.flatMap((point, index) => {
    const next = points[index + 1];
    if (!next || point.status !== 'shown' || next.status !== 'shown') return [];
    if (point.value === null || next.value === null || point.phase !== next.phase) return [];
    if (isOutside(point, result) || isOutside(next, result)) return [];
    return {
      x1: frame.toX(index),
      x2: frame.toX(index + 1),
      y1: frame.toY(point.value),
      y2: frame.toY(next.value),
    };
  });
  const fitted = (['before', 'after'] as const).map((phase) =>
    points.flatMap((point, index) =>
      point.phase === phase && point.fitted !== null
        ? [{ x: frame.toX(index), y: frame.toY(point.fitted) }]
        : [],
    ),
  );
  return [
    Plot.link(steps, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', stroke: colours.axis, strokeWidth: 1 }),
    ...fitted
      .filter((places) => places.length > 1)
      .map((places) => Plot.line(places, { x: 'x', y: 'y', stroke: colours.text, strokeWidth: 2.25 })),
  ];
}

function pointMarks(
  result: SeriesResult,
  frame: SeriesFrame,
  { locale, theme }: ChartContext,
): Plot.Markish[] {
  const colours = palette(theme);
  const radius = Math.max(2.5, Math.min(4.5, (frame.right - frame.left) / result.points.length / 3));
  const hasCut = result.spec.cutDate !== null;
  const spots = (isWanted: (point: SeriesPoint) => boolean): Spot[] =>
    result.points.flatMap((point, index) =>
      point.status === 'shown' && point.value !== null && isWanted(point)
        ? [
            {
              x: frame.toX(index),
              y: frame.toY(point.value),
              title: `${periodText(point, result.spec.period, locale)}: ${pointText(point, result, locale)}`,
            },
          ]
        : [],
    );
  const dot = { x: 'x', y: 'y', title: 'title' } as const;
  return [
    ...(['before', 'after'] as const).map((phase) =>
      Plot.dot(
        spots((point) => point.phase === phase && !isOutside(point, result)),
        {
          ...dot,
          ...waveDot(waveStyle(theme, hasCut && phase === 'before' ? 0 : 1), colours, radius),
        },
      ),
    ),
    Plot.dot(
      spots((point) => isOutside(point, result)),
      { ...dot, symbol: 'times', r: 4, stroke: colours.muted, strokeWidth: 1.75 },
    ),
  ];
}

/** Protected periods stand at one fixed height at the foot of the frame. */
function hiddenMarks(
  result: SeriesResult,
  frame: SeriesFrame,
  { locale, theme }: ChartContext,
): Plot.Markish[] {
  const colours = palette(theme);
  const spots = result.points.flatMap((point, index) =>
    point.status === 'suppressed'
      ? [
          {
            x: frame.toX(index),
            y: frame.bottom - 10,
            title: `${periodText(point, result.spec.period, locale)}: ${pointText(point, result, locale)}`,
          },
        ]
      : [],
  );
  return [
    Plot.dot(spots, {
      x: 'x',
      y: 'y',
      title: 'title',
      ...protectedDot(colours, colours.surface),
    }),
  ];
}
