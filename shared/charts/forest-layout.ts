import type { Locale } from '../text/catalogue';
import { caveatText } from '../text/caveats';
import { formatChange, formatChangeRange } from '../text/format';
import { changeAxis, type ValueAxis } from './axis';
import { levelText } from './describe';
import { changeN, panelTitle } from './forest-describe';
import {
  type ForestChange,
  type ForestPanel,
  type ForestRow,
  type ForestSet,
  forestRows,
  shownChanges,
} from './forest-rows';
import { density, fontSizes, labelColumnWidth } from './layout';
import { textWidth, wrap } from './measure';
import { reliabilitySign } from './reliability';
import type { ChartContext } from './types';
import { chartWords, directionText } from './words';

/** One change in its lane; all in pixels from the top left of the plot. */
export type ForestLine = { row: ForestRow; change: ForestChange; y: number };
export type PlacedRow = {
  row: ForestRow;
  top: number;
  labels: readonly { text: string; y: number }[];
  lines: readonly ForestLine[];
};
export type PlacedPanel = {
  /** Empty where there is a single panel. */
  title: string;
  titleY: number;
  axisY: number;
  top: number;
  bottom: number;
  /** Null where every change of the panel is hidden. */
  axis: ValueAxis | null;
  /** Ends beyond which an interval is cut off with an arrowhead. */
  limit: number;
  rows: readonly PlacedRow[];
  toX: (value: number) => number;
};
/** The words of a change: side by side in columns, or on two lines where the drawing is narrow. */
export type ForestTexts =
  | { look: 'columns'; columns: readonly TextColumn[] }
  | { look: 'lines'; left: number; rangeLeft: number };
export type TextColumn = {
  header: string;
  x: number;
  anchor: 'start' | 'end';
  part: keyof ChangeWords;
};
/** `brief` stands for the direction where there is little room: what takes the change back, if anything does. */
export type ChangeWords = { change: string; range: string; n: string; direction: string; brief: string };
export type ForestLayout = {
  panels: readonly PlacedPanel[];
  texts: ForestTexts;
  frameLeft: number;
  frameRight: number;
  bottom: number;
};

const smallestFrame = 230;
const columnGap = 16;
const frameInset = 8;
const fewRows = 8;
const laneHeights = { columns: 24, lines: 34 } as const;
const parts = ['change', 'range', 'n', 'direction'] as const satisfies readonly (keyof ChangeWords)[];

/** The words beside a change that is shown; empty ones where it is not. */
export function changeWordsOf(
  { row, change }: Pick<ForestLine, 'row' | 'change'>,
  set: ForestSet,
  locale: Locale,
): ChangeWords {
  if (change.state !== 'shown') return { change: '', range: '', n: '', direction: '', brief: '' };
  const words = chartWords(locale);
  const none = set.isCensus ? words.forest.census : words.forest.noInterval;
  return {
    change: formatChange(change.value, row.indicator, locale) + reliabilitySign(change.reliability),
    range: change.interval ? formatChangeRange(change.interval, row.indicator, locale) : none,
    n: changeN(change, set, locale),
    direction: directionText(change, locale),
    brief: caveatText(change.caveat, 'short', locale) || words.directions[change.direction],
  };
}

/** Places labels, panels and texts of a forest in the width there is. */
export function layoutForest(set: ForestSet, context: ChartContext): ForestLayout {
  const rows = forestRows(set);
  const labelWidth = labelColumnWidth(
    rows.map((row) => row.label),
    context.width,
  );
  const frameLeft = labelWidth + 14;
  const { texts, frameRight } = placeTexts(set, rows, frameLeft, context);
  const panels: PlacedPanel[] = [];
  let top = 0;
  for (const panel of set.panels) {
    const placed = placePanel(panel, set, context, {
      top,
      labelWidth,
      frameLeft,
      frameRight,
      look: texts.look,
    });
    panels.push(placed);
    top = placed.bottom + 14;
  }
  return { panels, texts, frameLeft, frameRight, bottom: top - 6 };
}

function placeTexts(
  set: ForestSet,
  rows: readonly ForestRow[],
  frameLeft: number,
  { locale, width }: ChartContext,
): { texts: ForestTexts; frameRight: number } {
  const words = chartWords(locale);
  const all = rows.flatMap((row) => row.changes.map((change) => changeWordsOf({ row, change }, set, locale)));
  const headers: ChangeWords = {
    change: words.change,
    range: words.interval(levelText(set.level, locale)),
    n: '',
    direction: words.direction,
    brief: '',
  };
  const widest = (part: keyof ChangeWords) =>
    Math.max(0, ...all.map((each) => textWidth(each[part], fontSizes.value, part === 'change' ? 600 : 400)));
  const widths = parts.map((part) =>
    Math.ceil(Math.max(widest(part), textWidth(headers[part], fontSizes.axis))),
  );
  const total = widths.reduce((sum, each) => sum + each + columnGap, 0);
  if (width - frameLeft - total >= smallestFrame) {
    let x = width - total;
    const columns = parts.map((part, index): TextColumn => {
      const left = x + columnGap;
      x = left + (widths[index] ?? 0);
      const anchor = part === 'direction' ? 'start' : 'end';
      return { header: headers[part], part, anchor, x: anchor === 'start' ? left : x };
    });
    return { texts: { look: 'columns', columns }, frameRight: width - total };
  }
  const rangeShift = Math.ceil(widest('change')) + 8;
  const second = all.map((each) => textWidth(secondLine(each), fontSizes.small));
  const room = Math.ceil(Math.max(rangeShift + widest('range'), ...second));
  const left = width - room;
  return { texts: { look: 'lines', left, rangeLeft: left + rangeShift }, frameRight: left - 12 };
}

/** Direction, or what takes it back, and n on one line. */
export function secondLine({ brief, n }: ChangeWords): string {
  return [brief, n].filter((part) => part !== '').join(' · ');
}

function placePanel(
  panel: ForestPanel,
  set: ForestSet,
  { locale, theme }: ChartContext,
  at: { top: number; labelWidth: number; frameLeft: number; frameRight: number; look: 'columns' | 'lines' },
): PlacedPanel {
  const { line, rowPadding, labelLines } = density(theme);
  const hasTitle = set.panels.length > 1;
  const axisY = at.top + (hasTitle ? 22 : 0) + 10;
  const shown = shownChanges(panel.rows);
  const limit = clipLimit(shown);
  const frameWidth = at.frameRight - at.frameLeft - 2 * frameInset;
  const axis = changeAxis(
    shown.flatMap(({ value, interval }) => [
      value,
      Math.max(-limit, interval?.lower ?? value),
      Math.min(limit, interval?.upper ?? value),
    ]),
    panel.indicator,
    locale,
    Math.max(3, Math.min(9, Math.floor(frameWidth / 48))),
  );
  const [low, high] = axis.domain;
  const lane = laneHeights[at.look];
  let top = axisY + 12;
  const first = top;
  const rows = panel.rows.map((row): PlacedRow => {
    const labels = wrap(
      row.label,
      at.labelWidth,
      fontSizes.label,
      row.isTotal ? 600 : 400,
      panel.rows.length <= fewRows ? 6 : 2 * labelLines,
    );
    const height = Math.max(labels.length * line, row.changes.length * lane) + rowPadding / 2;
    const middle = top + height / 2;
    const placed = {
      row,
      top,
      labels: labels.map((text, index) => ({ text, y: middle + (index - (labels.length - 1) / 2) * line })),
      lines: row.changes.map((change, index) => ({
        row,
        change,
        y: middle + (index - (row.changes.length - 1) / 2) * lane,
      })),
    };
    top += height;
    return placed;
  });
  return {
    title: hasTitle ? panelTitle(panel, locale) : '',
    titleY: at.top + 9,
    axisY,
    top: first,
    bottom: top,
    axis: shown.length === 0 ? null : axis,
    limit,
    rows,
    toX: (value) => at.frameLeft + frameInset + ((value - low) / (high - low)) * frameWidth,
  };
}

/** One very wide interval must not squeeze all others: what lies beyond four usual half-widths is cut off. */
function clipLimit(changes: ReturnType<typeof shownChanges>): number {
  const halves = changes
    .flatMap(({ interval }) => (interval ? [(interval.upper - interval.lower) / 2] : []))
    .sort((a, b) => a - b);
  const usual = halves[Math.floor((halves.length - 1) / 2)];
  if (usual === undefined) return Number.POSITIVE_INFINITY;
  return 1.25 * Math.max(...changes.map(({ value }) => Math.abs(value))) + 4 * usual;
}
