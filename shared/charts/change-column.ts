import * as Plot from '@observablehq/plot';
import { formatChange, formatChangeRange } from '../text/format';
import { fontSizes, type RowLayout } from './layout';
import { textWidth } from './measure';
import { palette } from './palette';
import type { ChartContext } from './types';
import { chartWords } from './words';

const columnGap = 12;

export type ChangeText = { y: number; text: string; range: string; isClear: boolean };

/** The change of each row with one follow-up, and its interval below; rows without a change give none. */
export function changeTexts(rows: readonly RowLayout[], { locale }: ChartContext): ChangeText[] {
  return rows.flatMap(({ row, middle }) => {
    const change = row.changes[0];
    if (!change) return [];
    return {
      y: middle,
      text: formatChange(change.value, row.indicator, locale),
      range: change.interval ? formatChangeRange(change.interval, row.indicator, locale) : '',
      isClear: (change.direction === 'improved' || change.direction === 'worsened') && !change.caveat,
    };
  });
}

/** The column of changes at the right of the frame. */
export function changeMarks(
  changes: ChangeText[],
  { locale, theme }: ChartContext,
  columnWidth: number,
): Plot.Markish[] {
  if (changes.length === 0) return [];
  const colours = palette(theme);
  const common = { frameAnchor: 'right', textAnchor: 'end', dx: columnWidth, y: 'y' } as const;
  const value = { ...common, text: 'text', fontSize: fontSizes.value, fill: colours.text };
  return [
    Plot.text([chartWords(locale).change], {
      frameAnchor: 'top-right',
      textAnchor: 'end',
      dx: columnWidth,
      dy: -8,
      lineAnchor: 'bottom',
      fontSize: fontSizes.axis,
      fill: colours.muted,
    }),
    Plot.text(
      changes.filter((each) => each.range !== '' && each.isClear),
      { ...value, dy: -8, fontWeight: 600 },
    ),
    Plot.text(
      changes.filter((each) => each.range !== '' && !each.isClear),
      { ...value, dy: -8 },
    ),
    Plot.text(
      changes.filter((each) => each.range === ''),
      { ...value, fontWeight: 600 },
    ),
    Plot.text(changes, { ...common, text: 'range', dy: 8, fontSize: fontSizes.small, fill: colours.muted }),
  ];
}

/** Width of the column of changes with its gap; 0 when there is none to show. */
export function changeColumnWidth(changes: readonly ChangeText[], { locale }: ChartContext): number {
  if (changes.length === 0) return 0;
  const widths = changes.flatMap((change) => [
    textWidth(change.text, fontSizes.value, 600),
    textWidth(change.range, fontSizes.small),
  ]);
  return Math.ceil(Math.max(textWidth(chartWords(locale).change, fontSizes.axis), ...widths)) + columnGap;
}
