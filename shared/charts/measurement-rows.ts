import * as Plot from '@observablehq/plot';
import type { MeasurementChart, MeasurementResult } from '../domain/measurement-result';
import { figureNumber, measurementFigureText, measurementWords, measureName } from '../text/measurements';
import { type BarItem, barMarks } from './bar-marks';
import { density, fontSizes, labelColumnWidth } from './layout';
import { halo, stateMarks, targetMarks, valueAxisMarks, waveDot } from './marks';
import { textWidth, wrap } from './measure';
import {
  type DrawnFigure,
  drawnFigures,
  drawnText,
  figureAxis,
  measurementChart,
  measurementTitle,
} from './measurement-words';
import { palette, waveStyle } from './palette';
import type { ChartContext, ChartSpec } from './types';

type RowsChart = Extract<MeasurementChart, { kind: 'bars' | 'dots' }>;
type FunnelChart = Extract<MeasurementChart, { kind: 'funnel' }>;
type PlacedRow = { lines: readonly { text: string; y: number }[]; middle: number; top: number };

const top = 26;
const barThickness = 18;
const filled = 1;

/** Horizontal bars from zero, or dots with their interval, one row a figure. */
export function measurementRows(
  result: MeasurementResult,
  chart: RowsChart,
  context: ChartContext,
): ChartSpec {
  const { locale } = context;
  const { title, hiddenLabels } = measurementTitle(
    drawnFigures(result, chart.keys, locale),
    chart.subject,
    locale,
  );
  const rows = drawnFigures(result, chart.keys, locale, hiddenLabels);
  return drawRows(result, context, {
    title,
    rows,
    isBars: chart.kind === 'bars',
    target: chart.target,
    between: [],
    head: chart.subject ?? measurementWords(locale).charts.group,
  });
}

/** Stages as bars below each other, with the share that passes on between them. */
export function measurementFunnel(
  result: MeasurementResult,
  chart: FunnelChart,
  context: ChartContext,
): ChartSpec {
  const { locale } = context;
  const words = measurementWords(locale).charts;
  const rows = drawnFigures(result, chart.reached, locale);
  const passed = chart.passed.map((key) => result.figures.find((figure) => figure.key === key));
  const between = rows.slice(1).map(({ figure }) => {
    const share = passed.find((one) => one && one.of.join() === figure.of.join());
    return share?.status === 'shown' ? words.passedOn(measurementFigureText(share, locale)) : '';
  });
  return drawRows(result, context, {
    title: words.funnel,
    rows,
    isBars: true,
    target: null,
    between,
    head: words.stage,
  });
}

type RowSetting = {
  title: string;
  rows: readonly DrawnFigure[];
  isBars: boolean;
  target: number | null;
  /** What is written above each row but the first. */
  between: readonly string[];
  head: string;
};

function drawRows(result: MeasurementResult, context: ChartContext, setting: RowSetting): ChartSpec {
  const { locale, theme, width } = context;
  const { rows, target, isBars, between } = setting;
  const colours = palette(theme);
  const words = measurementWords(locale).charts;
  const figures = rows.map(({ figure }) => figure);
  const shown = figures.filter(({ status }) => status === 'shown');
  const style = shown[0] ?? { scale: 'count' as const, unit: '', decimals: 0 };
  const labelWidth = labelColumnWidth(
    rows.map(({ label }) => label),
    width,
    0.36,
  );
  const placed = placeRows(rows, labelWidth, context, between);
  const axis = figureAxis(
    shown.flatMap(({ value, interval }) => [
      value ?? 0,
      interval?.lower ?? 0,
      interval?.upper ?? 0,
      target ?? 0,
    ]),
    style,
    locale,
    width < 560 ? 3 : 5,
  );
  const items = rows.flatMap(({ figure, label }, index): BarItem[] => {
    const row = placed[index];
    if (!row || figure.status !== 'shown' || figure.value === null) return [];
    return [
      {
        wave: filled,
        start: 0,
        value: figure.value,
        lower: figure.interval?.lower ?? null,
        upper: figure.interval?.upper ?? null,
        y: row.middle,
        label: measurementFigureText(figure, locale),
        title: `${label}: ${drawnText({ figure, label }, locale)}`,
      },
    ];
  });
  const valueRoom =
    Math.ceil(Math.max(0, ...items.map(({ label }) => textWidth(label, fontSizes.value)))) + 16;
  const marginLeft = labelWidth + 18;
  const bottom = (placed.at(-1)?.top ?? top) + rowHeight(placed.at(-1), context);
  const targetLabel = target === null ? '' : words.target(figureNumber(target, style, locale));
  const marginBottom = target === null ? 8 : 22;
  return measurementChart(result, context, {
    title: setting.title,
    subtitle: '',
    figures,
    sentences: rows.map((row) => words.figure(row.label, drawnText(row, locale))),
    legend: figures.some(({ status }) => status === 'suppressed')
      ? [{ kind: 'protected', label: measurementWords(locale).protectedFigure }]
      : [],
    table: rowsTable(setting, context),
    plot: {
      width,
      height: bottom + marginBottom,
      marginTop: top,
      marginBottom,
      marginLeft,
      marginRight: 8,
      x: { domain: axis.domain, insetRight: valueRoom },
      y: { type: 'identity', axis: null },
      marks: [
        ...valueAxisMarks(axis, theme),
        Plot.text(
          placed.flatMap(({ lines }) => lines),
          {
            frameAnchor: 'left',
            textAnchor: 'start',
            dx: -marginLeft,
            y: 'y',
            text: 'text',
            fontSize: fontSizes.label,
            fill: colours.text,
          },
        ),
        ...(target === null ? [] : targetMarks(target, targetLabel, theme, bottom)),
        ...(isBars ? barMarks(items, barThickness, context) : dotMarks(items, context)),
        Plot.ruleX([0], { stroke: colours.axis }),
        ...stateMarks(
          rows.flatMap(({ figure }, index) => {
            const y = placed[index]?.middle ?? 0;
            if (figure.status === 'shown') return [];
            const state = figure.status === 'suppressed' ? ('protected' as const) : ('empty' as const);
            return [{ y, state, text: measurementFigureText(figure, locale) }];
          }),
          theme,
          8,
        ),
        ...betweenMarks(between, placed, context),
      ],
    },
  });
}

function placeRows(
  rows: readonly DrawnFigure[],
  labelWidth: number,
  context: ChartContext,
  between: readonly string[],
): PlacedRow[] {
  const { line, rowPadding } = density(context.theme);
  const placed: PlacedRow[] = [];
  let start = top;
  for (const [index, { label }] of rows.entries()) {
    const texts = wrap(label, labelWidth, fontSizes.label, 400, 3);
    const gap = index > 0 && between.length > 0 ? betweenHeight : 0;
    const height = Math.max(texts.length * line, barThickness) + rowPadding * 0.75;
    const middle = start + gap + height / 2;
    const first = middle - ((texts.length - 1) * line) / 2;
    placed.push({
      top: start + gap,
      middle,
      lines: texts.map((text, place) => ({ text, y: first + place * line })),
    });
    start += gap + height;
  }
  return placed;
}

const betweenHeight = 18;

function rowHeight(row: PlacedRow | undefined, { theme }: ChartContext): number {
  const { line, rowPadding } = density(theme);
  return Math.max((row?.lines.length ?? 1) * line, barThickness) + rowPadding * 0.75;
}

/** Dots with their interval as a line; the value stands beyond its end. */
function dotMarks(items: readonly BarItem[], { theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const style = waveStyle(theme, filled);
  const bounded = items.filter(({ lower, upper }) => lower !== null && upper !== null);
  return [
    Plot.link(bounded, { x1: 'lower', x2: 'upper', y1: 'y', y2: 'y', stroke: style.colour, strokeWidth: 2 }),
    Plot.dot(items, { x: 'value', y: 'y', title: 'title', ...waveDot(style, colours, 5) }),
    Plot.text(items, {
      x: (item: BarItem) => Math.max(item.value, item.upper ?? item.value),
      y: 'y',
      text: 'label',
      dx: 9,
      textAnchor: 'start',
      fontSize: fontSizes.value,
      fill: colours.text,
      ...halo(colours),
    }),
  ];
}

function betweenMarks(
  between: readonly string[],
  placed: readonly PlacedRow[],
  { theme }: ChartContext,
): Plot.Markish[] {
  const items = between.flatMap((text, index) => {
    const row = placed[index + 1];
    return text === '' || !row ? [] : [{ text, y: row.top - betweenHeight / 2 }];
  });
  const colours = palette(theme);
  return [
    Plot.text(items, {
      frameAnchor: 'left',
      textAnchor: 'start',
      dx: 8,
      y: 'y',
      text: 'text',
      fontSize: fontSizes.small,
      fill: colours.muted,
      ...halo(colours),
    }),
  ];
}

function rowsTable({ rows, head, between }: RowSetting, { locale }: ChartContext): ChartSpec['table'] {
  const [first] = rows;
  const measure = first ? measureName(first.figure.measure, locale) : '';
  const hasBetween = between.some((text) => text !== '');
  return {
    columns: [
      { label: head, isNumeric: false },
      { label: measure, isNumeric: true },
      ...(hasBetween ? [{ label: measureName('from-previous', locale), isNumeric: true }] : []),
    ],
    rows: rows.map((row, index) => [
      row.label,
      drawnText(row, locale),
      ...(hasBetween ? [index === 0 ? '' : (between[index - 1] ?? '')] : []),
    ]),
  };
}
