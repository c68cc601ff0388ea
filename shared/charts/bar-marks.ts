import * as Plot from '@observablehq/plot';
import { fontSizes } from './layout';
import { halo } from './marks';
import { palette, waveStyle } from './palette';
import type { ChartContext } from './types';

export type BarItem = {
  wave: number;
  /** Where the bar begins; 0 on an axis of values. */
  start: number;
  value: number;
  lower: number | null;
  upper: number | null;
  /** Middle of the bar in pixels. */
  y: number;
  label: string;
  title: string;
};

/** Horizontal bars with their intervals and values; ex-ante outlined, later waves filled. */
export function barMarks(
  items: readonly BarItem[],
  thickness: number,
  { theme }: ChartContext,
): Plot.Markish[] {
  const colours = palette(theme);
  const waves = [...new Set(items.map((item) => item.wave))].sort((a, b) => a - b);
  const whiskers = items.filter((item) => item.lower !== null && item.upper !== null);
  const whisker = { x1: 'lower', x2: 'upper', y1: 'y', y2: 'y', strokeLinecap: 'butt' } as const;
  return [
    ...waves.map((wave) =>
      bars(
        items.filter((item) => item.wave === wave),
        thickness,
        wave,
        theme,
      ),
    ),
    Plot.link(
      whiskers.filter((item) => !waveStyle(theme, item.wave).isHollow),
      { ...whisker, stroke: colours.surface, strokeWidth: 4.5 },
    ),
    Plot.link(whiskers, { ...whisker, stroke: colours.text, strokeWidth: 1.75 }),
    Plot.text(items, {
      x: (item: BarItem) => Math.max(item.start, item.value, item.upper ?? item.value),
      y: 'y',
      text: 'label',
      dx: 7,
      textAnchor: 'start',
      fontSize: fontSizes.value,
      fill: colours.text,
      ...halo(colours),
    }),
  ];
}

function bars(items: BarItem[], thickness: number, wave: number, theme: ChartContext['theme']): Plot.Markish {
  const colours = palette(theme);
  const style = waveStyle(theme, wave);
  const inset = style.isHollow ? 1 : 0;
  return Plot.rect(items, {
    x1: 'start',
    x2: 'value',
    y1: (item: BarItem) => item.y - thickness / 2 + inset,
    y2: (item: BarItem) => item.y + thickness / 2 - inset,
    title: 'title',
    fill: style.isHollow ? colours.surface : style.colour,
    stroke: style.colour,
    strokeWidth: style.isHollow ? 2 : 0,
  });
}
