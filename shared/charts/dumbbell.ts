import * as Plot from '@observablehq/plot';
import { formatValue } from '../text/format';
import { valueAxis } from './axis';
import { changeColumnWidth, changeMarks, changeTexts } from './change-column';
import {
  figureSentence,
  markedValue,
  rowsAlt,
  rowsLegend,
  rowsNotes,
  rowsSubtitle,
  rowsTable,
  rowsTitle,
} from './describe';
import { density, fontSizes, layoutRows, type RowLayout } from './layout';
import { halo, rowLabelMarks, rowStates, stateMarks, targetMarks, valueAxisMarks, waveDot } from './marks';
import { textWidth } from './measure';
import { palette, waveStyle } from './palette';
import type { Figure, RowSet } from './rows';
import type { ChartContext, ChartSpec } from './types';
import { chartWords } from './words';

type Point = {
  wave: number;
  x: number;
  y: number;
  lower: number | null;
  upper: number | null;
  label: string;
  side: 'left' | 'right';
  title: string;
};
type Link = { x1: number; x2: number; y1: number; y2: number };

const radius = 5.5;

/** What a chart made of these rows may set for itself; `within` are ends the axis reaches at least. */
export type DumbbellOptions = {
  kind: 'dumbbell' | 'axes';
  title: string | null;
  within?: readonly [number, number];
};

/** Each row from its baseline to its follow-ups, with intervals, values written beside and the change at the right. */
export function dumbbell(
  rows: RowSet,
  context: ChartContext,
  { kind, title, within }: DumbbellOptions = { kind: 'dumbbell', title: null },
): ChartSpec {
  const { locale, theme, width } = context;
  const colours = palette(theme);
  const hasChange = rows.waves.length === 2;
  const layout = layoutRows(rows, context, {
    top: 26,
    laneHeight: density(theme).lane,
    laneCount: rows.waves.length,
  });
  const changes = hasChange ? changeTexts(layout.rows, context) : [];
  const points = layout.rows.flatMap((row) => rowPoints(row, rows, context));
  const valueRoom =
    Math.ceil(Math.max(0, ...points.map((point) => textWidth(point.label, fontSizes.value, 600)))) + 14;
  const marginLeft = layout.labelWidth + 14;
  const marginRight = changeColumnWidth(changes, context);
  const axis = valueAxis(
    [
      ...points.flatMap((point) => [point.x, point.lower ?? point.x, point.upper ?? point.x]),
      ...targetOf(rows),
      ...(within ?? []),
    ],
    rows.indicator,
    locale,
    { includesZero: false, ticks: width < 560 ? 3 : 5 },
  );
  const target = targetOf(rows)[0];
  const marginBottom = target === undefined ? 8 : 22;
  const states = rowStates(layout, rows, locale);
  return {
    kind,
    context,
    title: title ?? rowsTitle(rows, locale),
    subtitle: rowsSubtitle(rows, locale),
    alt: rowsAlt(kind, rows, locale, title),
    legend: rowsLegend(rows, colours.muted, locale),
    notes: rowsNotes(rows, locale),
    table: rowsTable(rows, locale),
    plot: {
      width,
      height: layout.bottom + marginBottom,
      marginTop: layout.top,
      marginBottom,
      marginLeft,
      marginRight,
      x: { domain: axis.domain, insetLeft: valueRoom, insetRight: valueRoom },
      y: { type: 'identity', axis: null },
      marks: [
        ...valueAxisMarks(axis, theme),
        ...rowLabelMarks(layout, theme, { left: marginLeft, right: marginRight }),
        ...(target === undefined
          ? []
          : targetMarks(
              target,
              chartWords(locale).target(formatValue(target, rows.indicator, locale)),
              theme,
              layout.bottom,
            )),
        Plot.link(layout.rows.flatMap(rowLinks), {
          x1: 'x1',
          x2: 'x2',
          y1: 'y1',
          y2: 'y2',
          stroke: colours.axis,
          strokeWidth: 1.25,
        }),
        ...rows.waves.flatMap((_, wave) =>
          waveMarks(
            points.filter((point) => point.wave === wave),
            wave,
            context,
          ),
        ),
        ...stateMarks(states, theme, valueRoom),
        ...changeMarks(changes, context, marginRight),
      ],
    },
  };
}

function targetOf(rows: RowSet): number[] {
  return rows.by === 'group' && rows.indicator.target !== null ? [rows.indicator.target] : [];
}

function rowPoints(layout: RowLayout, rows: RowSet, { locale }: ChartContext): Point[] {
  const shown = layout.row.figures.map((figure) => (figure.state === 'shown' ? figure.value : null));
  return layout.row.figures.flatMap((figure, wave) => {
    if (figure.state !== 'shown') return [];
    return {
      wave,
      x: figure.value,
      y: layout.lanes[wave] ?? layout.middle,
      lower: figure.interval?.lower ?? null,
      upper: figure.interval?.upper ?? null,
      label: markedValue(figure, layout.row, locale),
      side: labelSide(shown, wave),
      title: `${layout.row.label}, ${rows.waves[wave]?.name ?? ''}: ${figureSentence(figure, layout.row, rows, locale)}`,
    };
  });
}

/** With two waves each value is written on the outer side; with more, always on the right. */
function labelSide(shown: readonly (number | null)[], wave: number): 'left' | 'right' {
  const [first, second] = shown;
  if (shown.length !== 2 || first == null || second == null) return 'right';
  const isFirstLower = first <= second;
  return (wave === 0) === isFirstLower ? 'left' : 'right';
}

function rowLinks(layout: RowLayout): Link[] {
  const links: Link[] = [];
  let previous: { figure: Figure & { state: 'shown' }; lane: number } | null = null;
  for (const [lane, figure] of layout.row.figures.entries()) {
    if (figure.state !== 'shown') {
      previous = null;
      continue;
    }
    if (previous) {
      links.push({
        x1: previous.figure.value,
        x2: figure.value,
        y1: layout.lanes[previous.lane] ?? layout.middle,
        y2: layout.lanes[lane] ?? layout.middle,
      });
    }
    previous = { figure, lane };
  }
  return links;
}

function waveMarks(points: Point[], wave: number, { theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const style = waveStyle(theme, wave);
  const text = {
    y: 'y',
    text: 'label',
    fontSize: fontSizes.value,
    fontWeight: wave === 0 ? 400 : 600,
    fill: colours.text,
    ...halo(colours),
  } as const;
  const left = points.filter((point) => point.side === 'left');
  const right = points.filter((point) => point.side === 'right');
  const outer = radius + 5;
  return [
    Plot.link(
      points.filter((point) => point.lower !== null && point.upper !== null),
      {
        x1: 'lower',
        x2: 'upper',
        y1: 'y',
        y2: 'y',
        stroke: style.colour,
        strokeWidth: 3,
        strokeOpacity: 0.65,
        strokeLinecap: 'butt',
      },
    ),
    Plot.dot(points, { x: 'x', y: 'y', title: 'title', ...waveDot(style, colours, radius) }),
    Plot.text(left, {
      ...text,
      x: (point: Point) => Math.min(point.x, point.lower ?? point.x),
      dx: -outer,
      textAnchor: 'end',
    }),
    Plot.text(right, {
      ...text,
      x: (point: Point) => Math.max(point.x, point.upper ?? point.x),
      dx: outer,
      textAnchor: 'start',
    }),
  ];
}
