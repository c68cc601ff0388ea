import * as Plot from '@observablehq/plot';
import type { MeasurementChart, MeasurementFigure, MeasurementResult } from '../domain/measurement-result';
import { AppError } from '../errors';
import { formatDate } from '../text/format';
import {
  measurementFigureText,
  measurementPeriod,
  measurementWords,
  measureName,
} from '../text/measurements';
import type { ValueAxis } from './axis';
import { fontSizes } from './layout';
import { halo, protectedDot } from './marks';
import { textWidth } from './measure';
import { figureAxis, lowerFirst, measurementChart, measureNames } from './measurement-words';
import { palette, waveStyle } from './palette';
import type { ChartContext, ChartSpec } from './types';

type PeriodsChart = Extract<MeasurementChart, { kind: 'periods' }>;
/** Where a series is drawn; the periods run from `left` in equal steps. */
type Lane = { label: string; top: number; bottom: number; figures: ReadonlyMap<string, MeasurementFigure> };
type Frame = {
  left: number;
  right: number;
  step: number;
  periods: readonly string[];
  axis: ValueAxis;
  bottom: number;
};

const laneLabel = 22;
const laneGap = 16;
const axisHeight = 26;

/** The name that all lanes of a chart share, which then stands in its title; empty for none. */
function sharedName({ series }: PeriodsChart): string {
  const [name = ''] = new Set(series.map(({ label }) => label));
  return series.length > 1 && series.every(({ label }) => label === name) ? name : '';
}

/** What the lanes of a chart are the values of: the subject of the one table that names them all; null for none. */
function subjectOf({ series }: PeriodsChart, { tables }: MeasurementResult): string | null {
  if (series.length < 2) return null;
  const table = tables.find(
    ({ subject, rows }) =>
      subject !== null && series.every(({ label }) => rows.some(({ labels }) => labels[0] === label)),
  );
  return table?.subject ?? null;
}

/** The name of a lane: its own, or what is said of it where its own would not tell it from the others. */
function laneName(
  label: string,
  measure: MeasurementFigure['measure'],
  { series }: PeriodsChart,
  locale: ChartContext['locale'],
): string {
  if (series.length === 1) return label;
  const name = measureName(measure, locale);
  const isAlone = series.filter((each) => each.label === label).length === 1;
  const isShared = series.every((each) => each.label === label);
  if (label === '' || isShared) return name;
  return isAlone ? label : `${label}: ${name}`;
}

/** Columns over time in one lane a series, all on one scale; protected periods show their sign at the foot. */
export function measurementPeriods(
  result: MeasurementResult,
  chart: PeriodsChart,
  context: ChartContext,
): ChartSpec {
  const { locale, width, theme } = context;
  const words = measurementWords(locale).charts;
  const byKey = new Map(result.figures.map((figure) => [figure.key, figure]));
  const series = chart.series.map(({ label, measure, keys }) => ({
    label: laneName(label, measure, chart, locale),
    measure,
    figures: keys.flatMap((key) => byKey.get(key) ?? []).filter(({ period }) => period !== null),
  }));
  const figures = series.flatMap((one) => one.figures);
  const shown = figures.filter(({ status }) => status === 'shown');
  const [first] = shown;
  if (!first) throw new AppError('chart-not-applicable', { chart: 'periods', reason: 'nothing-shown' });
  const periods = [...new Set(figures.flatMap(({ period }) => period ?? []))].sort();
  const axis = figureAxis(
    shown.map(({ value }) => value ?? 0),
    first,
    locale,
    series.length > 1 ? 3 : 5,
  );
  const laneHeight = series.length > 1 ? 84 : theme === 'print' ? 190 : 230;
  const start = chart.cutDate === null ? 6 : 26;
  const lanes = series.map(({ label, figures: own }, index): Lane => {
    const room = series.length > 1 ? laneLabel : 0;
    const laneTop = start + index * (laneHeight + room + laneGap) + room;
    return {
      label,
      top: laneTop,
      bottom: laneTop + laneHeight,
      figures: new Map(own.map((figure) => [figure.period ?? '', figure])),
    };
  });
  const left =
    Math.ceil(Math.max(...axis.ticks.map((tick) => textWidth(axis.format(tick), fontSizes.axis)))) + 12;
  const right = width - 10;
  const frame: Frame = {
    left,
    right,
    step: (right - left) / periods.length,
    periods,
    axis,
    bottom: lanes.at(-1)?.bottom ?? start,
  };
  const drawn = lanes.map((lane) => laneMarks(lane, frame, context));
  const measures = chart.series.length > 0 ? chart.series.map(({ measure }) => measure) : [chart.measure];
  const over = words.over(measureNames(measures, locale));
  const subject = subjectOf(chart, result);
  const common = sharedName(chart);
  const text = (figure: MeasurementFigure | undefined): string =>
    figure
      ? measurementFigureText(figure, locale)
      : measurementFigureText({ ...first, value: null, status: 'empty' }, locale);
  return measurementChart(result, context, {
    title:
      subject !== null
        ? words.by(over, lowerFirst(subject))
        : common === ''
          ? over
          : `${common}: ${lowerFirst(over)}`,
    subtitle: '',
    figures,
    legend: figures.some(({ status }) => status === 'suppressed')
      ? [{ kind: 'protected', label: measurementWords(locale).protectedFigure }]
      : [],
    sentences: lanes.flatMap((lane) =>
      periods.flatMap((period) => {
        const figure = lane.figures.get(period);
        const label = [lane.label, measurementPeriod(period, locale)]
          .filter((part) => part !== '')
          .join(', ');
        return figure ? [words.figure(label, text(figure))] : [];
      }),
    ),
    table: {
      columns: [
        { label: words.period, isNumeric: false },
        ...lanes.map(({ label }) => ({
          label: label === '' ? measureName(chart.measure, locale) : label,
          isNumeric: true,
        })),
      ],
      rows: periods.map((period) => [
        measurementPeriod(period, locale),
        ...lanes.map((lane) => text(lane.figures.get(period))),
      ]),
    },
    plot: {
      width,
      height: frame.bottom + axisHeight,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ...drawn.flatMap(({ marks }) => marks),
        ...tickMarks(frame, context),
        ...cutMarks(chart.cutDate, frame, context),
        ...drawn.flatMap(({ labels }) => labels),
      ],
    },
  });
}

type LaneMarks = { marks: Plot.Markish[]; labels: Plot.Markish[] };

/** A lane, and the values of its columns, which stand above the line of the cut. */
function laneMarks(lane: Lane, frame: Frame, { locale, theme }: ChartContext): LaneMarks {
  const colours = palette(theme);
  const { axis, left, right, step, periods } = frame;
  const [low, high] = axis.domain;
  const toY = (value: number): number =>
    lane.bottom - ((value - low) / (high - low || 1)) * (lane.bottom - lane.top);
  const values = axis.ticks.map((tick) => ({ y: toY(tick), text: axis.format(tick) }));
  const thickness = Math.max(2, Math.min(26, step * 0.7));
  const columns = periods.flatMap((period, index) => {
    const figure = lane.figures.get(period);
    if (figure?.status !== 'shown' || figure.value === null) return [];
    const middle = left + (index + 0.5) * step;
    const label = measurementFigureText(figure, locale);
    return [
      {
        x1: middle - thickness / 2,
        x2: middle + thickness / 2,
        y1: toY(0),
        y2: toY(figure.value),
        x: middle,
        label,
        title: [lane.label, `${measurementPeriod(period, locale)}: ${label}`]
          .filter((part) => part !== '')
          .join(', '),
      },
    ];
  });
  const fits = columns.every(({ label }) => textWidth(label, fontSizes.small) + 6 <= step);
  const hidden = periods.flatMap((period, index) =>
    lane.figures.get(period)?.status === 'suppressed'
      ? [{ x: left + (index + 0.5) * step, y: lane.bottom - 10, title: measurementPeriod(period, locale) }]
      : [],
  );
  const marks = [
    ...(lane.label === ''
      ? []
      : [
          Plot.text([lane.label], {
            x: left,
            y: lane.top - 12,
            textAnchor: 'start',
            fontSize: fontSizes.label,
            fontWeight: 600,
            fill: colours.text,
          }),
        ]),
    Plot.link(values, { x1: left, x2: right, y1: 'y', y2: 'y', stroke: colours.grid }),
    Plot.text(values, {
      x: left - 8,
      y: 'y',
      text: 'text',
      textAnchor: 'end',
      fontSize: fontSizes.axis,
      fill: colours.muted,
    }),
    Plot.rect(columns, {
      x1: 'x1',
      x2: 'x2',
      y1: (one: { y1: number; y2: number }) => Math.min(one.y1, one.y2),
      y2: (one: { y1: number; y2: number }) => Math.max(one.y1, one.y2),
      fill: waveStyle(theme, 1).colour,
      title: 'title',
    }),
    Plot.link([toY(0)], { x1: left, x2: right, y1: toY(0), y2: toY(0), stroke: colours.axis }),
    Plot.dot(hidden, { x: 'x', y: 'y', title: 'title', ...protectedDot(colours, colours.surface) }),
  ];
  const labels = fits
    ? [
        Plot.text(columns, {
          x: 'x',
          y: (one: { y1: number; y2: number }) => Math.min(one.y1, one.y2),
          dy: -8,
          text: 'label',
          fontSize: fontSizes.small,
          fill: colours.text,
          ...halo(colours),
        }),
      ]
    : [];
  return { marks, labels };
}

/** As many names of periods as fit side by side. */
function tickMarks(
  { left, right, step, periods, bottom }: Frame,
  { locale, theme }: ChartContext,
): Plot.Markish[] {
  const texts = periods.map((period) => measurementPeriod(period, locale));
  const widest = Math.max(...texts.map((text) => textWidth(text, fontSizes.axis)));
  const each =
    [1, 2, 3, 4, 6, 12, 24, 36, 48, 60].find((count) => count * step >= widest + 14) ?? periods.length;
  const ticks = texts.flatMap((text, index) => {
    if (index % each !== 0) return [];
    const half = textWidth(text, fontSizes.axis) / 2;
    return [{ text, x: Math.min(right - half + 8, Math.max(half, left + (index + 0.5) * step)) }];
  });
  return [
    Plot.text(ticks, {
      x: 'x',
      y: bottom + 15,
      text: 'text',
      fontSize: fontSizes.axis,
      fill: palette(theme).muted,
    }),
  ];
}

function cutMarks(cutDate: string | null, frame: Frame, { locale, theme }: ChartContext): Plot.Markish[] {
  const { left, right, step, periods, bottom } = frame;
  const starts = periods.map(firstDay);
  if (cutDate === null) return [];
  const inside = starts.filter((start) => start <= cutDate).length - 1;
  if (inside < 0) return [];
  const x = left + (inside + shareOfPeriod(cutDate, starts[inside] ?? cutDate, starts[inside + 1])) * step;
  const text = measurementWords(locale).charts.cut(formatDate(cutDate, locale));
  const half = textWidth(text, fontSizes.small, 600) / 2;
  const colours = palette(theme);
  return [
    Plot.link([x], { x1: x, x2: x, y1: 18, y2: bottom, stroke: colours.text, strokeWidth: 1.25 }),
    Plot.text([text], {
      x: Math.min(right - half, Math.max(left + half, x)),
      y: 9,
      fontSize: fontSizes.small,
      fontWeight: 600,
      fill: colours.text,
    }),
  ];
}

/** How much of a period has passed on a day, so that the line stands where the day is; the middle of the last one. */
function shareOfPeriod(day: string, start: string, next: string | undefined): number {
  if (day === start) return 0;
  if (next === undefined) return 0.5;
  const passed = Date.parse(day) - Date.parse(start);
  return Math.min(1, passed / (Date.parse(next) - Date.parse(start)));
}

/** The first day of a period by its label; of weeks, a day of their year that keeps their order. */
function firstDay(period: string): string {
  const [year = '', rest = ''] = period.split('-');
  const number = Number(rest.slice(1));
  const month = (value: number): string => `${year}-${String(value).padStart(2, '0')}-01`;
  if (rest === '') return month(1);
  if (rest.startsWith('Q')) return month(number * 3 - 2);
  if (rest.startsWith('H')) return month(number * 6 - 5);
  if (rest.startsWith('W'))
    return new Date(Date.UTC(Number(year), 0, 1 + (number - 1) * 7)).toISOString().slice(0, 10);
  return month(Number(rest));
}
