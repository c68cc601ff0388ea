import { nText } from './describe';
import { textWidth, wrap } from './measure';
import type { ChartRow, RowSet } from './rows';
import type { ChartContext, ChartTheme } from './types';

export const fontSizes = { label: 13, small: 11, value: 12, axis: 11.5 } as const;

const fewRows = 8;

/** Sizes in pixels that are tighter on paper, where a figure has to fit a page. */
export type Density = {
  line: number;
  rowPadding: number;
  labelLines: number;
  lane: number;
  bar: number;
  panel: number;
};

/** How closely a theme sets its rows. */
export function density(theme: ChartTheme): Density {
  return theme === 'print'
    ? { line: 14.5, rowPadding: 9, labelLines: 2, lane: 16, bar: 18, panel: 96 }
    : { line: 16, rowPadding: 16, labelLines: 3, lane: 18, bar: 22, panel: 132 };
}

/** Where one row stands; all in pixels from the top of the plot. */
export type RowLayout = {
  row: ChartRow;
  top: number;
  middle: number;
  bottom: number;
  lines: readonly { text: string; y: number; isNumbers: boolean }[];
  lanes: readonly number[];
};

export type RowsLayout = { rows: readonly RowLayout[]; top: number; bottom: number; labelWidth: number };

/** Width of the column of labels: as wide as the longest, within a share of the drawing. */
export function labelColumnWidth(texts: readonly string[], width: number, largestShare = 0.3): number {
  const widest = Math.max(0, ...texts.map((text) => textWidth(text, fontSizes.label, 600)));
  return Math.ceil(Math.min(widest + 4, Math.max(96, width * largestShare)));
}

/** Stacks rows below each other, each as high as its wrapped label and its lanes (one a wave) need. */
export function layoutRows(
  rows: RowSet,
  { width, locale, theme }: ChartContext,
  options: { top: number; laneHeight: number; laneCount: number },
): RowsLayout {
  const { line, rowPadding, labelLines } = density(theme);
  const numbers = rows.rows.map((row) => nText(row.figures, locale));
  const wanted = [...rows.rows.map((row) => row.label), ...numbers];
  const labelWidth = labelColumnWidth(wanted, width);
  const placed: RowLayout[] = [];
  let top = options.top;
  for (const [index, row] of rows.rows.entries()) {
    const weight = row.isTotal ? 600 : 400;
    const label = wrap(
      row.label,
      labelWidth,
      fontSizes.label,
      weight,
      rows.rows.length <= fewRows ? 3 : labelLines,
    );
    const lines = [...label, ...wrap(numbers[index] ?? '', labelWidth, fontSizes.small, 400, 2)];
    const lanesHeight = options.laneCount * options.laneHeight;
    const height = Math.max(lines.length * line, lanesHeight) + rowPadding;
    const middle = top + height / 2;
    const firstLine = middle - ((lines.length - 1) * line) / 2;
    placed.push({
      row,
      top,
      middle,
      bottom: top + height,
      lines: lines.map((text, place) => ({
        text,
        y: firstLine + place * line,
        isNumbers: place >= label.length,
      })),
      lanes: Array.from(
        { length: options.laneCount },
        (_, lane) => middle + (lane - (options.laneCount - 1) / 2) * options.laneHeight,
      ),
    });
    top += height;
  }
  return { rows: placed, top: options.top, bottom: top, labelWidth };
}
