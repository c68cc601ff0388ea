import type { AnswerGroup, AnswerSet } from './answers';
import { density } from './layout';
import type { ChartContext } from './types';

export type Heading = { title: readonly string[]; numbers: readonly string[] };
export type AnswerPanel = {
  group: AnswerGroup;
  heading: Heading;
  left: number;
  top: number;
  frameTop: number;
  frameBottom: number;
  /** Middles of the options, from the top of the drawing. */
  options: readonly number[];
};
export type AnswerPanels = {
  panels: readonly AnswerPanel[];
  /** One entry a line of panels, for what stands left of them. */
  rows: readonly { options: readonly number[] }[];
  /** Width of a share of 100 %. */
  shareWidth: number;
  panelWidth: number;
  laneHeight: number;
  line: number;
  bottom: number;
};

const gap = { column: 18, row: 22 } as const;
const smallestPanel = 146;
const valueRoom = 52;
const optionGap = 9;
const tickHeight = 20;

/** Places one panel for each group on a grid; all share the options' rows and one scale. */
export function placePanels(
  set: AnswerSet,
  { theme, width }: ChartContext,
  given: {
    left: number;
    labelLines: readonly number[];
    headings: (panelWidth: number) => readonly Heading[];
  },
): AnswerPanels {
  const room = width - given.left;
  const columns =
    set.groups.length === 1
      ? 1
      : Math.max(
          1,
          Math.min(set.groups.length, Math.floor((room + gap.column) / (smallestPanel + gap.column))),
        );
  const panelWidth = (room - gap.column * (columns - 1)) / columns;
  const { line, lane } = density(theme);
  const heights = given.labelLines.map(
    (lines) => Math.max(lines * line, set.waves.length * lane) + optionGap,
  );
  const headings = given.headings(panelWidth);
  const panels: AnswerPanel[] = [];
  const rows: { options: number[] }[] = [];
  let top = 4;
  for (let start = 0; start < set.groups.length; start += columns) {
    const ends = headings
      .slice(start, start + columns)
      .map(({ title, numbers }) => (title.length + numbers.length) * line);
    const headingHeight = Math.max(...ends);
    const frameTop = top + headingHeight + tickHeight;
    let bottom = frameTop + 2;
    const options = heights.map((height) => {
      bottom += height;
      return bottom - height / 2;
    });
    for (const [column, group] of set.groups.slice(start, start + columns).entries()) {
      panels.push({
        group,
        heading: headings[start + column] ?? { title: [], numbers: [] },
        left: given.left + column * (panelWidth + gap.column),
        top: top + headingHeight - (ends[column] ?? 0),
        frameTop,
        frameBottom: bottom + 2,
        options,
      });
    }
    rows.push({ options });
    top = bottom + 2 + gap.row;
  }
  return {
    panels,
    rows,
    shareWidth: panelWidth - valueRoom,
    panelWidth,
    laneHeight: lane,
    line,
    bottom: top - gap.row,
  };
}
