import * as Plot from '@observablehq/plot';
import { valueAxis } from './axis';
import {
  figureSentence,
  figureText,
  markedValue,
  nText,
  rowsAlt,
  rowsLegend,
  rowsNotes,
  rowsSubtitle,
  rowsTable,
  rowsTitle,
} from './describe';
import { fontSizes } from './layout';
import { protectedDot, protectedSign, waveDot } from './marks';
import { elide, textWidth, wrap } from './measure';
import { palette, waveStyle } from './palette';
import type { ChartRow, RowSet } from './rows';
import { spreadApart } from './spread-apart';
import type { ChartContext, ChartSpec } from './types';

type Point = {
  row: ChartRow;
  wave: number;
  x: number;
  value: number;
  lower: number | null;
  upper: number | null;
  title: string;
};
type Series = { row: ChartRow; points: Point[]; last: Point | null };
type Label = { series: Series; name: string; values: string; numbers: string; y: number };

const labelHeight = { two: 34, three: 48 } as const;
const labelGap = 30;
const radius = 4.5;

/** One line for each group over the waves, with intervals; name, values and n written at the line's end. */
export function slope(rows: RowSet, context: ChartContext): ChartSpec {
  const { locale, theme, width } = context;
  const colours = palette(theme);
  const columnWidth = Math.round(Math.max(150, Math.min(320, width * 0.4)));
  const marginLeft = 46;
  const marginRight = columnWidth + labelGap;
  const headers = waveHeaders(rows, marginLeft, width - marginRight);
  const series = makeSeries(
    rows,
    context,
    headers.map((header) => header.x),
  );
  const values = series.flatMap((each) =>
    each.points.flatMap((point) => [point.value, point.lower ?? point.value, point.upper ?? point.value]),
  );
  const target = rows.by === 'group' ? rows.indicator.target : null;
  const axis = valueAxis(target === null ? values : [...values, target], rows.indicator, locale, {
    includesZero: false,
    ticks: 5,
  });
  const drawn = series.filter((each) => each.last !== null);
  const hidden = series.filter((each) => each.last === null);
  const shortLabels = drawn.map((each) => makeLabel(each, rows, context, columnWidth));
  const isThree = shortLabels.some((label) => label.numbers !== '');
  const blockHeight = isThree ? labelHeight.three : labelHeight.two;
  const marginTop = 16 + 15 * Math.max(...headers.map((header) => header.lines.length));
  const innerHeight = Math.max(300, drawn.length * blockHeight);
  const bottom = marginTop + innerHeight;
  const height = bottom + 16 + hidden.length * 20;
  const toY = (value: number) =>
    bottom - ((value - axis.domain[0]) / (axis.domain[1] - axis.domain[0])) * innerHeight;
  const places = spreadApart(
    drawn.map((each) => toY(each.last?.value ?? 0)),
    blockHeight,
    marginTop + blockHeight / 2 - 10,
    bottom - blockHeight / 2 + 10,
  );
  const labels = shortLabels.map((label, index) => ({ ...label, y: places[index] ?? 0 }));
  return {
    kind: 'slope',
    context,
    title: rowsTitle(rows, locale),
    subtitle: rowsSubtitle(rows, locale),
    alt: rowsAlt('slope', rows, locale),
    legend: rowsLegend(rows, colours.muted, locale),
    notes: rowsNotes(rows, locale),
    table: rowsTable(rows, locale),
    plot: {
      width,
      height,
      marginTop,
      marginBottom: height - bottom,
      marginLeft,
      marginRight,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ...frameMarks(axis, headers, context, {
          top: marginTop,
          bottom,
          left: marginLeft,
          right: width - marginRight,
          toY,
        }),
        ...(target === null
          ? []
          : [
              Plot.link([toY(target)], {
                x1: marginLeft,
                x2: width - marginRight,
                y1: (y: number) => y,
                y2: (y: number) => y,
                stroke: colours.target,
                strokeDasharray: '2 3',
              }),
            ]),
        ...seriesMarks(drawn, context, toY),
        ...labelMarks(labels, context, { left: width - columnWidth, from: width - marginRight, toY }),
        ...hiddenMarks(hidden, rows, context, bottom + 24),
      ],
    },
  };
}

type Header = { x: number; lines: string[] };

function waveHeaders(rows: RowSet, left: number, right: number): Header[] {
  const count = rows.waves.length;
  const inset = Math.min(70, (right - left) / (count * 2));
  const step = count > 1 ? (right - left - 2 * inset) / (count - 1) : 0;
  const room = count > 1 ? Math.min(step, 2 * inset + 20) : right - left;
  return rows.waves.map((wave, index) => ({
    x: left + inset + index * step,
    lines: wrap(wave.name, Math.max(60, room - 8), fontSizes.value, 600, 2),
  }));
}

function makeSeries(rows: RowSet, { locale }: ChartContext, xs: readonly number[]): Series[] {
  const gap = Math.min(6, 54 / Math.max(1, rows.rows.length));
  return rows.rows.map((row, index) => {
    const offset = (index - (rows.rows.length - 1) / 2) * gap;
    const points = row.figures.flatMap((figure, wave): Point[] =>
      figure.state !== 'shown'
        ? []
        : [
            {
              row,
              wave,
              x: (xs[wave] ?? 0) + offset,
              value: figure.value,
              lower: figure.interval?.lower ?? null,
              upper: figure.interval?.upper ?? null,
              title: `${row.label}, ${rows.waves[wave]?.name ?? ''}: ${figureSentence(figure, row, rows, locale)}`,
            },
          ],
    );
    return { row, points, last: points.at(-1) ?? null };
  });
}

function makeLabel(series: Series, rows: RowSet, { locale }: ChartContext, width: number): Omit<Label, 'y'> {
  const { row } = series;
  const values = row.figures
    .map((figure) =>
      figure.state === 'shown' ? markedValue(figure, row, locale) : figureText(figure, row, rows, locale),
    )
    .join(' → ');
  const numbers = nText(row.figures, locale);
  const together = `${values} · ${numbers}`;
  const fits = textWidth(together, fontSizes.small) <= width;
  return {
    series,
    name: elide(row.label, width, fontSizes.value, 600),
    values: elide(fits ? together : values, width, fontSizes.small),
    numbers: fits ? '' : elide(numbers, width, fontSizes.small),
  };
}

type Box = { top: number; bottom: number; left: number; right: number; toY: (value: number) => number };

function frameMarks(
  axis: ReturnType<typeof valueAxis>,
  headers: Header[],
  { theme }: ChartContext,
  box: Box,
): Plot.Markish[] {
  const colours = palette(theme);
  const ticks = axis.ticks.map((value) => ({ y: box.toY(value), text: axis.format(value) }));
  return [
    Plot.link(ticks, { x1: box.left, x2: box.right, y1: 'y', y2: 'y', stroke: colours.grid }),
    Plot.text(ticks, {
      x: box.left - 8,
      y: 'y',
      text: 'text',
      textAnchor: 'end',
      fontSize: fontSizes.axis,
      fill: colours.muted,
    }),
    Plot.link(headers, { x1: 'x', x2: 'x', y1: box.top, y2: box.bottom, stroke: colours.grid }),
    Plot.text(headers, {
      x: 'x',
      y: box.top - 10,
      text: (header: Header) => header.lines.join('\n'),
      lineAnchor: 'bottom',
      lineHeight: 1.2,
      fontSize: fontSizes.value,
      fontWeight: 600,
      fill: colours.text,
    }),
  ];
}

function seriesMarks(
  series: Series[],
  { theme }: ChartContext,
  toY: (value: number) => number,
): Plot.Markish[] {
  const colours = palette(theme);
  const points = series.flatMap((each) => each.points);
  const waves = [...new Set(points.map((point) => point.wave))].sort((a, b) => a - b);
  const segments = series.flatMap((each) =>
    each.points.flatMap((point, index) => {
      const next = each.points[index + 1];
      return next && next.wave === point.wave + 1
        ? [{ x1: point.x, x2: next.x, y1: toY(point.value), y2: toY(next.value), isTotal: point.row.isTotal }]
        : [];
    }),
  );
  const link = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2' } as const;
  return [
    Plot.link(
      segments.filter((segment) => !segment.isTotal),
      { ...link, stroke: colours.axis, strokeWidth: 1.25 },
    ),
    Plot.link(
      segments.filter((segment) => segment.isTotal),
      { ...link, stroke: colours.text, strokeWidth: 3 },
    ),
    ...waves.flatMap((wave) => {
      const own = points.filter((point) => point.wave === wave);
      const style = waveStyle(theme, wave);
      return [
        Plot.link(
          own.filter((point) => point.lower !== null && point.upper !== null),
          {
            x1: 'x',
            x2: 'x',
            y1: (point: Point) => toY(point.lower ?? point.value),
            y2: (point: Point) => toY(point.upper ?? point.value),
            stroke: style.colour,
            strokeWidth: 2,
            strokeOpacity: 0.6,
            strokeLinecap: 'butt',
          },
        ),
        Plot.dot(own, {
          x: 'x',
          y: (point: Point) => toY(point.value),
          title: 'title',
          ...waveDot(style, colours, radius),
        }),
      ];
    }),
  ];
}

function labelMarks(
  labels: Label[],
  { theme }: ChartContext,
  at: { left: number; from: number; toY: (value: number) => number },
): Plot.Markish[] {
  const colours = palette(theme);
  const leaders = labels.map((label) => ({
    x: (label.series.last?.x ?? 0) + radius + 3,
    from: at.toY(label.series.last?.value ?? 0),
    to: label.y,
  }));
  const text = { x: at.left, textAnchor: 'start', fill: colours.text } as const;
  const top = (label: Label) => label.y - (label.numbers === '' ? 7 : 14);
  const name = { ...text, y: top, text: 'name', fontSize: fontSizes.value };
  return [
    Plot.link(leaders, {
      x1: 'x',
      x2: at.from,
      y1: 'from',
      y2: 'from',
      stroke: colours.axis,
      strokeDasharray: '1 3',
    }),
    Plot.link(leaders, {
      x1: at.from,
      x2: at.left - 6,
      y1: 'from',
      y2: 'to',
      stroke: colours.axis,
      strokeWidth: 0.75,
    }),
    Plot.text(
      labels.filter((label) => !label.series.row.isTotal),
      name,
    ),
    Plot.text(
      labels.filter((label) => label.series.row.isTotal),
      { ...name, fontWeight: 600 },
    ),
    Plot.text(labels, {
      ...text,
      y: (label: Label) => top(label) + 14,
      text: 'values',
      fontSize: fontSizes.small,
      fill: colours.muted,
    }),
    Plot.text(labels, {
      ...text,
      y: (label: Label) => top(label) + 28,
      text: 'numbers',
      fontSize: fontSizes.small,
      fill: colours.muted,
    }),
  ];
}

/** Series without any figure to draw are named below, in the order of the rows. */
function hiddenMarks(
  series: Series[],
  rows: RowSet,
  { locale, theme, width }: ChartContext,
  top: number,
): Plot.Markish[] {
  const colours = palette(theme);
  const lines = series.map((each, index) => {
    const isProtected = each.row.figures.some((figure) => figure.state === 'protected');
    const state = figureText(
      isProtected ? { state: 'protected' } : { state: 'empty' },
      each.row,
      rows,
      locale,
    );
    return {
      y: top + index * 20,
      isProtected,
      text: elide(`${each.row.label}: ${state}`, width - 30, fontSizes.small),
    };
  });
  return [
    Plot.dot(
      lines.filter((line) => line.isProtected),
      {
        x: protectedSign.width / 2,
        y: 'y',
        ...protectedDot(colours),
      },
    ),
    Plot.text(lines, {
      x: protectedSign.width + 6,
      y: 'y',
      text: 'text',
      textAnchor: 'start',
      fontSize: fontSizes.small,
      fill: colours.muted,
    }),
  ];
}
