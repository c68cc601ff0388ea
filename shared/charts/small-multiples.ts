import * as Plot from '@observablehq/plot';
import { type ValueAxis, valueAxis } from './axis';
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
import { density, fontSizes } from './layout';
import { halo, protectedDot, waveDot } from './marks';
import { elide, textWidth, wrap } from './measure';
import { palette, waveStyle } from './palette';
import type { ChartRow, RowSet } from './rows';
import type { ChartContext, ChartSpec, LegendItem } from './types';

type Panel = {
  row: ChartRow;
  left: number;
  top: number;
  title: string[];
  numbers: string;
  frameTop: number;
  frameBottom: number;
};
type Point = {
  x: number;
  y: number;
  lower: number | null;
  upper: number | null;
  wave: number;
  label: string;
  labelY: number;
  title: string;
};
type Grid = { panels: Panel[]; panelWidth: number; bottom: number; axisWidth: number };

const gap = { column: 22, row: 24 } as const;
const radius = 5;

/** One small panel for each group on the same scale, with the total drawn lightly behind each. */
export function smallMultiples(rows: RowSet, context: ChartContext): ChartSpec {
  const { locale, theme, width } = context;
  const colours = palette(theme);
  const values = rows.rows.flatMap((row) =>
    row.figures.flatMap((figure) =>
      figure.state === 'shown'
        ? [figure.value, figure.interval?.lower ?? figure.value, figure.interval?.upper ?? figure.value]
        : [],
    ),
  );
  const target = rows.by === 'group' ? rows.indicator.target : null;
  const axis = valueAxis(target === null ? values : [...values, target], rows.indicator, locale, {
    includesZero: false,
    ticks: 3,
  });
  const grid = layoutPanels(rows, context, axis);
  const toY = (panel: Panel, value: number) =>
    panel.frameBottom -
    ((value - axis.domain[0]) / (axis.domain[1] - axis.domain[0])) * (panel.frameBottom - panel.frameTop);
  const toX = (panel: Panel, wave: number) =>
    panel.left + ((wave + 0.5) * grid.panelWidth) / rows.waves.length;
  const points = grid.panels.flatMap((panel) => panelPoints(panel, rows, context, toX, toY));
  const total = rows.rows.find((row) => row.isTotal);
  const hasReference = total !== undefined && rows.rows.length > 1;
  const legend: LegendItem[] = rowsLegend(rows, colours.muted, locale);
  if (hasReference) legend.push({ kind: 'line', colour: colours.axis, label: total.label });
  return {
    kind: 'small-multiples',
    context,
    title: rowsTitle(rows, locale),
    subtitle: rowsSubtitle(rows, locale),
    alt: rowsAlt('small-multiples', rows, locale),
    legend,
    notes: rowsNotes(rows, locale),
    table: rowsTable(rows, locale),
    plot: {
      width,
      height: grid.bottom,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ...panelMarks(grid, axis, context, toY),
        ...(target === null ? [] : [targetMark(grid, target, context, toY)]),
        ...(hasReference ? referenceMarks(total, grid.panels, context, toX, toY) : []),
        ...grid.panels.flatMap((panel) => joinMarks(panel, context, toX, toY)),
        ...rows.waves.flatMap((_, wave) =>
          pointMarks(
            points.filter((point) => point.wave === wave),
            wave,
            context,
          ),
        ),
        ...stateMarks(grid, rows, context, toX),
      ],
    },
  };
}

function layoutPanels(rows: RowSet, { locale, theme, width }: ChartContext, axis: ValueAxis): Grid {
  const axisWidth =
    Math.ceil(Math.max(...axis.ticks.map((tick) => textWidth(axis.format(tick), fontSizes.small)))) + 10;
  const frameHeight = density(theme).panel;
  const wanted = Math.max(136, 56 * rows.waves.length);
  const columns = Math.max(
    1,
    Math.min(rows.rows.length, Math.floor((width - axisWidth + gap.column) / (wanted + gap.column))),
  );
  const panelWidth = (width - axisWidth - gap.column * (columns - 1)) / columns;
  const panels: Panel[] = [];
  let top = 6;
  for (let start = 0; start < rows.rows.length; start += columns) {
    const line = rows.rows
      .slice(start, start + columns)
      .map((row) => ({ row, title: wrap(row.label, panelWidth, fontSizes.value, 600, 3) }));
    const titleLines = Math.max(...line.map((each) => each.title.length));
    const titleHeight = 16 * titleLines;
    for (const [column, each] of line.entries()) {
      const frameTop = top + titleHeight + 38;
      panels.push({
        ...each,
        left: axisWidth + column * (panelWidth + gap.column),
        top: top + 16 * (titleLines - each.title.length),
        numbers: elide(nText(each.row.figures, locale), panelWidth, fontSizes.small),
        frameTop,
        frameBottom: frameTop + frameHeight,
      });
    }
    top += titleHeight + 38 + frameHeight + gap.row;
  }
  return { panels, panelWidth, bottom: top - gap.row + 8, axisWidth };
}

type ToX = (panel: Panel, wave: number) => number;
type ToY = (panel: Panel, value: number) => number;

function panelPoints(panel: Panel, rows: RowSet, { locale }: ChartContext, toX: ToX, toY: ToY): Point[] {
  return panel.row.figures.flatMap((figure, wave) => {
    if (figure.state !== 'shown') return [];
    const y = toY(panel, figure.value);
    const upper = figure.interval ? toY(panel, figure.interval.upper) : null;
    return {
      x: toX(panel, wave),
      y,
      lower: figure.interval ? toY(panel, figure.interval.lower) : null,
      upper,
      wave,
      label: markedValue(figure, panel.row, locale),
      labelY: Math.min(y - radius, upper ?? y) - 9,
      title: `${panel.row.label}, ${rows.waves[wave]?.name ?? ''}: ${figureSentence(figure, panel.row, rows, locale)}`,
    };
  });
}

function panelMarks(grid: Grid, axis: ValueAxis, { theme }: ChartContext, toY: ToY): Plot.Markish[] {
  const colours = palette(theme);
  const ticks = grid.panels.flatMap((panel) =>
    axis.ticks.map((tick) => ({
      left: panel.left,
      right: panel.left + grid.panelWidth,
      y: toY(panel, tick),
      text: axis.format(tick),
      isFirst: panel.left === grid.axisWidth,
    })),
  );
  const titles = grid.panels.flatMap((panel) =>
    panel.title.map((text, line) => ({ x: panel.left, y: panel.top + 8 + line * 16, text })),
  );
  const numbers = grid.panels.map((panel) => ({
    x: panel.left,
    y: panel.top + 8 + panel.title.length * 16,
    text: panel.numbers,
  }));
  const text = { x: 'x', y: 'y', text: 'text', textAnchor: 'start' } as const;
  return [
    Plot.link(ticks, { x1: 'left', x2: 'right', y1: 'y', y2: 'y', stroke: colours.grid }),
    Plot.text(
      ticks.filter((tick) => tick.isFirst),
      {
        x: grid.axisWidth - 8,
        y: 'y',
        text: 'text',
        textAnchor: 'end',
        fontSize: fontSizes.small,
        fill: colours.muted,
      },
    ),
    Plot.text(titles, { ...text, fontSize: fontSizes.value, fontWeight: 600, fill: colours.text }),
    Plot.text(numbers, { ...text, fontSize: fontSizes.small, fill: colours.muted }),
  ];
}

function targetMark(grid: Grid, target: number, { theme }: ChartContext, toY: ToY): Plot.Markish {
  const lines = grid.panels.map((panel) => ({
    x1: panel.left,
    x2: panel.left + grid.panelWidth,
    y: toY(panel, target),
  }));
  return Plot.link(lines, {
    x1: 'x1',
    x2: 'x2',
    y1: 'y',
    y2: 'y',
    stroke: palette(theme).target,
    strokeDasharray: '2 3',
  });
}

function segments(row: ChartRow, panel: Panel, toX: ToX, toY: ToY) {
  return row.figures.flatMap((figure, wave) => {
    const next = row.figures[wave + 1];
    if (figure.state !== 'shown' || next?.state !== 'shown') return [];
    return {
      x1: toX(panel, wave),
      x2: toX(panel, wave + 1),
      y1: toY(panel, figure.value),
      y2: toY(panel, next.value),
    };
  });
}

function referenceMarks(
  total: ChartRow,
  panels: Panel[],
  { theme }: ChartContext,
  toX: ToX,
  toY: ToY,
): Plot.Markish[] {
  const lines = panels
    .filter((panel) => panel.row !== total)
    .flatMap((panel) => segments(total, panel, toX, toY));
  return [
    Plot.link(lines, {
      x1: 'x1',
      x2: 'x2',
      y1: 'y1',
      y2: 'y2',
      stroke: palette(theme).axis,
      strokeWidth: 3,
      strokeOpacity: 0.5,
    }),
  ];
}

function joinMarks(panel: Panel, { theme }: ChartContext, toX: ToX, toY: ToY): Plot.Markish[] {
  const lines = segments(panel.row, panel, toX, toY);
  return lines.length === 0
    ? []
    : [
        Plot.link(lines, {
          x1: 'x1',
          x2: 'x2',
          y1: 'y1',
          y2: 'y2',
          stroke: palette(theme).text,
          strokeWidth: 1.5,
        }),
      ];
}

function pointMarks(points: Point[], wave: number, { theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const style = waveStyle(theme, wave);
  return [
    Plot.link(
      points.filter((point) => point.lower !== null),
      {
        x1: 'x',
        x2: 'x',
        y1: 'lower',
        y2: 'upper',
        stroke: style.colour,
        strokeWidth: 3,
        strokeOpacity: 0.6,
        strokeLinecap: 'butt',
      },
    ),
    Plot.dot(points, { x: 'x', y: 'y', title: 'title', ...waveDot(style, colours, radius) }),
    Plot.text(points, {
      x: 'x',
      y: 'labelY',
      text: 'label',
      fontSize: fontSizes.small,
      fontWeight: wave === 0 ? 400 : 600,
      fill: colours.text,
      ...halo(colours),
    }),
  ];
}

/** Figures not shown stand at one fixed height at the foot of their panel. */
function stateMarks(grid: Grid, rows: RowSet, { locale, theme }: ChartContext, toX: ToX): Plot.Markish[] {
  const colours = palette(theme);
  const room = grid.panelWidth / rows.waves.length - 4;
  const items = grid.panels.flatMap((panel) =>
    panel.row.figures.flatMap((figure, wave) =>
      figure.state === 'shown'
        ? []
        : {
            x: toX(panel, wave),
            y: panel.frameBottom - (figure.state === 'protected' ? 34 : 14),
            isProtected: figure.state === 'protected',
            text: wrap(figureText(figure, panel.row, rows, locale), room, fontSizes.small - 1, 400, 2).join(
              '\n',
            ),
          },
    ),
  );
  return [
    Plot.dot(
      items.filter((item) => item.isProtected),
      {
        x: 'x',
        y: 'y',
        ...protectedDot(colours, colours.surface),
      },
    ),
    Plot.text(items, {
      x: 'x',
      y: (item) => item.y + (item.isProtected ? 11 : 0),
      text: 'text',
      lineAnchor: 'top',
      lineHeight: 1.15,
      fontSize: fontSizes.small - 1,
      fill: colours.muted,
      ...halo(colours),
    }),
  ];
}
