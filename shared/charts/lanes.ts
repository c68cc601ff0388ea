import * as Plot from '@observablehq/plot';
import { fontSizes } from './layout';
import { waveDot } from './marks';
import { elide, textWidth } from './measure';
import { palette, waveStyle } from './palette';
import type { ChartContext } from './types';

/** One line of bars within a group; `y` is its middle in pixels. */
export type Lane = { group: number; lane: number; y: number };
export type LanesLayout = {
  lanes: readonly Lane[];
  headers: readonly { text: string; y: number; top: number; isTotal: boolean }[];
  bottom: number;
};

const headerHeight = 24;
const groupGap = 12;

/** Stacks groups with their lanes; each group has its name on a line of its own when `hasHeaders`. */
export function layoutLanes(
  groups: readonly { label: string; isTotal: boolean; count: number }[],
  options: { top: number; laneHeight: number; hasHeaders: boolean },
): LanesLayout {
  const lanes: Lane[] = [];
  const headers: { text: string; y: number; top: number; isTotal: boolean }[] = [];
  let top = options.top;
  for (const [group, { label, isTotal, count }] of groups.entries()) {
    if (options.hasHeaders) {
      headers.push({ text: label, y: top + headerHeight / 2, top, isTotal });
      top += headerHeight;
    }
    for (let lane = 0; lane < count; lane += 1)
      lanes.push({ group, lane, y: top + (lane + 0.5) * options.laneHeight });
    top += count * options.laneHeight + groupGap;
  }
  return { lanes, headers, bottom: top - groupGap };
}

const numbersRoom = 62;
const signRoom = 20;

/** Width of the column of wave names with their sign and n. */
export function laneLabelWidth(names: readonly string[], width: number): number {
  const widest = Math.max(...names.map((name) => textWidth(name, fontSizes.value)));
  const most = Math.max(width * 0.36, Math.min(190, width / 2));
  return Math.ceil(Math.min(signRoom + widest + numbersRoom, most));
}

type LaneLabels = {
  labelWidth: number;
  name: (lane: Lane) => string;
  numbers: (lane: Lane) => string;
  style: (lane: Lane) => number;
};

/** Group names, and for each lane the wave's sign, its name and n. */
export function laneLabelMarks(
  layout: LanesLayout,
  { theme, width }: ChartContext,
  labels: LaneLabels,
): Plot.Markish[] {
  const colours = palette(theme);
  const lines = layout.lanes.map((lane) => ({
    y: lane.y,
    style: labels.style(lane),
    name: elide(labels.name(lane), labels.labelWidth - signRoom - numbersRoom + 4, fontSizes.value),
    numbers: labels.numbers(lane),
  }));
  const styles = [...new Set(lines.map((line) => line.style))].sort((a, b) => a - b);
  const headers = layout.headers.map((header) => ({
    ...header,
    text: elide(header.text, width, fontSizes.label, 600),
  }));
  return [
    Plot.link(headers.slice(1), { x1: 0, x2: width, y1: 'top', y2: 'top', dy: -5, stroke: colours.grid }),
    Plot.text(headers, {
      x: 0,
      y: 'y',
      text: 'text',
      textAnchor: 'start',
      fontSize: fontSizes.label,
      fontWeight: 600,
      fill: colours.text,
    }),
    ...styles.map((style) =>
      Plot.dot(
        lines.filter((line) => line.style === style),
        { x: 7, y: 'y', ...waveDot(waveStyle(theme, style), colours, 5) },
      ),
    ),
    Plot.text(lines, {
      x: signRoom,
      y: 'y',
      text: 'name',
      textAnchor: 'start',
      fontSize: fontSizes.value,
      fill: colours.text,
    }),
    Plot.text(lines, {
      x: labels.labelWidth,
      y: 'y',
      text: 'numbers',
      textAnchor: 'end',
      fontSize: fontSizes.small,
      fill: colours.muted,
    }),
  ];
}
