import * as Plot from '@observablehq/plot';
import type { Locale } from '../text/catalogue';
import type { ValueAxis } from './axis';
import { figureText } from './describe';
import { fontSizes, type RowsLayout } from './layout';
import { type Palette, palette, type WaveStyle } from './palette';
import type { RowSet } from './rows';
import type { ChartTheme } from './types';

/** A hatched box, centred: the sign of a protected figure, always of one size. */
export const protectedSign = { width: 16, height: 10 } as const;
const hatchLines = [
  [-8, 1, -4, -5],
  [-7, 5, 0, -5],
  [-3, 5, 4, -5],
  [1, 5, 8, -5],
  [5, 5, 8, 0.5],
] as const;

type SymbolPen = {
  rect(x: number, y: number, width: number, height: number): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
};

const protectedSymbol = {
  draw(context: SymbolPen) {
    const { width, height } = protectedSign;
    context.rect(-width / 2, -height / 2, width, height);
    for (const [x1, y1, x2, y2] of hatchLines) {
      context.moveTo(x1, y1);
      context.lineTo(x2, y2);
    }
  },
};

/** Fill and outline of a wave's mark; hollow ones show the surface inside. */
function wavePaint(
  style: WaveStyle,
  colours: Palette,
): { fill: string; stroke: string; strokeWidth: number } {
  return {
    fill: style.isHollow ? colours.surface : style.colour,
    stroke: style.colour,
    strokeWidth: style.isHollow ? 2.25 : 1,
  };
}

/** Labels and n of each row, set left of the frame, and a hairline between rows. */
export function rowLabelMarks(
  layout: RowsLayout,
  theme: ChartTheme,
  margins: { left: number; right: number },
): Plot.Markish[] {
  const colours = palette(theme);
  const lines = layout.rows.flatMap((row) =>
    row.lines.map((line) => ({ ...line, isTotal: row.row.isTotal })),
  );
  const common = {
    frameAnchor: 'left',
    textAnchor: 'start',
    dx: -margins.left,
    y: 'y',
    text: 'text',
  } as const;
  const names = lines.filter((line) => !line.isNumbers);
  return [
    Plot.ruleY(layout.rows.slice(1), {
      y: 'top',
      insetLeft: -margins.left,
      insetRight: -margins.right,
      stroke: colours.grid,
      strokeWidth: 1,
    }),
    Plot.text(
      names.filter((line) => !line.isTotal),
      { ...common, fontSize: fontSizes.label, fill: colours.text },
    ),
    Plot.text(
      names.filter((line) => line.isTotal),
      {
        ...common,
        fontSize: fontSizes.label,
        fontWeight: 600,
        fill: colours.text,
      },
    ),
    Plot.text(
      lines.filter((line) => line.isNumbers),
      { ...common, fontSize: fontSizes.small, fill: colours.muted },
    ),
  ];
}

/** Grid lines and tick labels of the values, above the frame. */
export function valueAxisMarks(axis: ValueAxis, theme: ChartTheme): Plot.Markish[] {
  const colours = palette(theme);
  return [
    Plot.gridX(axis.ticks, { stroke: colours.grid, strokeOpacity: 1 }),
    Plot.axisX(axis.ticks, {
      anchor: 'top',
      label: null,
      tickSize: 0,
      tickPadding: 8,
      tickFormat: (value: number) => axis.format(value),
      fontSize: fontSizes.axis,
      fill: colours.muted,
      fontVariant: '',
    }),
  ];
}

/** A dashed line at the target with its label above the frame. */
export function targetMarks(
  target: number,
  label: string,
  theme: ChartTheme,
  bottom: number,
): Plot.Markish[] {
  const colours = palette(theme);
  return [
    Plot.ruleX([target], { stroke: colours.target, strokeDasharray: '2 3', strokeWidth: 1 }),
    Plot.text([label], {
      x: [target],
      y: [bottom],
      dy: 10,
      fontSize: fontSizes.small,
      fontWeight: 600,
      fill: colours.target,
    }),
  ];
}

export type StateMark = { y: number; state: 'protected' | 'empty'; text: string };

/** Every figure of the rows that is not shown, in its lane, named by its wave. */
export function rowStates(layout: RowsLayout, rows: RowSet, locale: Locale): StateMark[] {
  return layout.rows.flatMap(({ row, lanes, middle }) =>
    row.figures.flatMap((figure, wave) => {
      if (figure.state === 'shown') return [];
      const text = `${figureText(figure, row, rows, locale)} · ${rows.waves[wave]?.name ?? ''}`;
      return { y: lanes[wave] ?? middle, state: figure.state, text };
    }),
  );
}

/** The places of figures that are not shown, all at the same spot left in the frame, whatever they hide. */
export function stateMarks(items: readonly StateMark[], theme: ChartTheme, dx: number): Plot.Markish[] {
  const colours = palette(theme);
  const hidden = items.filter((item) => item.state === 'protected');
  const empty = items.filter((item) => item.state === 'empty');
  const common = {
    frameAnchor: 'left',
    textAnchor: 'start',
    y: 'y',
    text: 'text',
    fontSize: fontSizes.small,
    fill: colours.muted,
  } as const;
  return [
    Plot.dot(hidden, {
      frameAnchor: 'left',
      dx: dx + protectedSign.width / 2,
      y: 'y',
      ...protectedDot(colours),
    }),
    Plot.text(hidden, { ...common, dx: dx + protectedSign.width + 6 }),
    Plot.text(empty, { ...common, dx }),
  ];
}

/** The sign of a protected figure as Plot options; `fill` hides what lies under it. */
export function protectedDot(colours: Palette, fill = 'none') {
  return { symbol: protectedSymbol, r: 5, stroke: colours.protectedStroke, strokeWidth: 1, fill };
}

/** A wave's symbol as Plot options; `r` is half its width. */
export function waveDot(style: WaveStyle, colours: Palette, r: number) {
  const scale = style.symbol === 'circle' ? 1 : 1.1;
  return { ...wavePaint(style, colours), symbol: style.symbol, r: r * scale };
}

/** An outline in the colour of the surface, so that a value stays readable over lines. */
export function halo(colours: Palette) {
  return { stroke: colours.surface, strokeWidth: 4, strokeLinejoin: 'round' } as const;
}
