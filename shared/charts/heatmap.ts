import * as Plot from '@observablehq/plot';
import type { CellKey, ComparisonResult } from '../domain/comparison';
import { AppError } from '../errors';
import type { Locale } from '../text/catalogue';
import { formatChange, formatNumber, formatPercent, isShareStyle } from '../text/format';
import {
  altText,
  figureSentence,
  figureText,
  markedValue,
  protectedText,
  sharedNotes,
  wavesSubtitle,
} from './describe';
import { fontSizes, labelColumnWidth } from './layout';
import { protectedDot } from './marks';
import { wrap } from './measure';
import { inkOn, type Palette, palette } from './palette';
import { reliabilityLegend, reliabilityNotes } from './reliability';
import {
  type ChartIndicator,
  type ChartRow,
  chooseRows,
  compareKeys,
  type Figure,
  groupId,
  keyLabel,
  type RowSet,
} from './rows';
import type { ChartContext, ChartSpec, LegendItem, TextTable } from './types';
import { chartWords } from './words';

type Cell = {
  left: number;
  top: number;
  right: number;
  bottom: number;
  figure: Figure;
  fill: string;
  ink: string;
  value: string;
  change: string;
  title: string;
};
type Group = { label: string; isTotal: boolean };
/** One column; `cells` follow the groups and are empty where the indicator has no such group. */
type Line = { indicator: ChartIndicator; rows: RowSet; cells: readonly ChartRow[] };

const cellHeight = 46;
const totalGap = 8;
const smallestColumn = 84;

/** Groups by indicators: the last wave's value as colour and text, the change from the baseline below it. */
export function heatmap(result: ComparisonResult, context: ChartContext): ChartSpec {
  const { locale, theme } = context;
  const colours = palette(theme);
  const { groups, lines } = arrange(result, locale);
  const first = lines[0];
  if (!first) throw new AppError('chart-not-applicable', { reason: 'no-indicator' });
  const waves = first.rows.waves;
  const labelWidth = labelColumnWidth(
    groups.map((group) => group.label),
    context.width,
    0.28,
  );
  const marginLeft = labelWidth + 10;
  const columnWidth = Math.max(smallestColumn, Math.min(170, (context.width - marginLeft) / lines.length));
  const width = Math.max(context.width, Math.ceil(marginLeft + columnWidth * lines.length));
  const headers = lines.map(({ indicator }) => columnHeader(indicator, columnWidth, context));
  const top = 10 + 14 * Math.max(...headers.map((header) => header.length));
  const cells = lines.flatMap((line, column) =>
    columnCells(line, groups, context, colours, {
      left: marginLeft + column * columnWidth,
      width: columnWidth,
      top,
    }),
  );
  const isProtected = cells.some((cell) => cell.figure.state === 'protected');
  const words = chartWords(locale);
  const hasShares = result.indicators.some(isShareStyle);
  const hasOthers = !result.indicators.every(isShareStyle);
  const legend: LegendItem[] = [
    {
      kind: 'ramp',
      colours: colours.sequential,
      from: hasShares ? formatPercent(0, 0, locale) : words.lowToHigh.from,
      to: hasShares ? formatPercent(1, 0, locale) : words.lowToHigh.to,
    },
  ];
  const labels = cells.flatMap(({ figure }) => (figure.state === 'shown' ? figure.reliability : []));
  legend.push(...reliabilityLegend(labels, locale));
  if (isProtected) legend.push({ kind: 'protected', label: protectedText(result.privacy.threshold, locale) });
  const breakdown = result.breakdown.map((each) => each.label);
  const subtitle = wavesSubtitle(
    breakdown.length === 0 ? '' : words.by(breakdown.join(words.and)),
    waves,
    locale,
  );
  const title = lines.length === 1 ? first.indicator.name : words.comparedIndicators(String(lines.length));
  return {
    kind: 'heatmap',
    context,
    title,
    subtitle,
    alt: altText('heatmap', title, subtitle, heatmapSentences(groups, lines, locale), locale),
    legend,
    notes: [
      words.heatmapNote(waves.at(-1)?.name ?? ''),
      ...(hasOthers ? [words.heatmapOwnScaleNote] : []),
      ...reliabilityNotes(labels, first.rows.reliability, 'estimates', locale),
      ...sharedNotes(isProtected, result.privacy.threshold, waves, locale),
    ],
    table: heatmapTable(groups, lines, context),
    plot: {
      width,
      height: rowTop(groups, groups.length, top) + 4,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ...headerMarks(headers, context, { left: marginLeft, width: columnWidth, bottom: top - 8 }),
        ...groupMarks(groups, lines, context, labelWidth, top),
        ...cellMarks(cells, colours),
      ],
    },
  };
}

function arrange(result: ComparisonResult, locale: Locale): { groups: Group[]; lines: Line[] } {
  const order = compareKeys(locale);
  const sets = result.indicators.map((indicator) => ({
    indicator,
    rows: chooseRows(result, indicator.id, locale),
  }));
  const drawn = new Set(sets.flatMap(({ rows }) => rows.rows.map((row) => row.id)));
  const keys = new Map(result.rows.map((row) => [groupId(row.key), row.key]));
  const sorted = [...keys.entries()].filter(([id]) => drawn.has(id)).sort(([, a], [, b]) => order(a, b));
  const lines = sets.map(({ indicator, rows }) => ({
    indicator,
    rows,
    cells: sorted.map(
      ([id, key]) => rows.rows.find((row) => row.id === id) ?? emptyRow(id, key, indicator, locale),
    ),
  }));
  return {
    groups: sorted.map(([, key]) => ({ label: keyLabel(key, locale), isTotal: key.length === 0 })),
    lines,
  };
}

function emptyRow(id: string, key: CellKey, indicator: ChartIndicator, locale: Locale): ChartRow {
  return { id, label: keyLabel(key, locale), isTotal: key.length === 0, indicator, figures: [], changes: [] };
}

function columnHeader(indicator: ChartIndicator, width: number, { locale }: ChartContext): string[] {
  const lines = wrap(indicator.name, width - 8, fontSizes.small, 600, 5);
  if (indicator.direction !== 'lower') return lines;
  return [...lines, ...wrap(`(${chartWords(locale).lowerIsBetter})`, width - 8, fontSizes.small, 600)];
}

/** Top of a row of cells; everybody stands a little apart. */
function rowTop(groups: readonly Group[], index: number, top: number): number {
  const isBelowTotal = index > 0 && groups[0]?.isTotal === true;
  return top + index * cellHeight + (isBelowTotal ? totalGap : 0);
}

function lastFigure(row: ChartRow): Figure {
  return row.figures.at(-1) ?? { state: 'empty' };
}

function columnCells(
  { indicator, rows, cells }: Line,
  groups: readonly Group[],
  { locale }: ChartContext,
  colours: Palette,
  at: { left: number; width: number; top: number },
): Cell[] {
  const toColour = colourScale(indicator, rows, colours);
  return cells.map((row, index) => {
    const figure = lastFigure(row);
    const change = shownChange(row);
    const fill = figure.state === 'shown' ? toColour(figure.value) : colours.protectedFill;
    const box = {
      left: at.left + 1,
      right: at.left + at.width - 1,
      top: rowTop(groups, index, at.top) + 1,
      bottom: rowTop(groups, index, at.top) + cellHeight - 1,
    };
    return {
      ...box,
      figure,
      fill,
      ink: figure.state === 'shown' ? inkOn(fill) : colours.muted,
      value:
        figure.state === 'shown'
          ? markedValue(figure, row, locale)
          : wrap(figureText(figure, row, rows, locale), at.width - 6, fontSizes.small - 1, 400, 2).join('\n'),
      change: change === null ? '' : formatChange(change, indicator, locale),
      title: `${row.label}, ${indicator.name}: ${figureSentence(figure, row, rows, locale)}`,
    };
  });
}

/** Shares on one scale from 0 to 100 %; other indicators between the lowest and highest value shown. */
function colourScale(indicator: ChartIndicator, rows: RowSet, colours: Palette): (value: number) => string {
  const shown = rows.rows.map(lastFigure).flatMap((figure) => (figure.state === 'shown' ? figure.value : []));
  const low = isShareStyle(indicator) ? 0 : Math.min(...shown);
  const high = isShareStyle(indicator) ? 1 : Math.max(...shown);
  const steps = colours.sequential;
  return (value) => {
    const place = high > low ? (value - low) / (high - low) : 0.5;
    return steps[Math.min(steps.length - 1, Math.floor(place * steps.length))] ?? colours.surface;
  };
}

function headerMarks(
  headers: string[][],
  { theme }: ChartContext,
  at: { left: number; width: number; bottom: number },
): Plot.Markish[] {
  const columns = headers.map((lines, index) => ({
    x: at.left + (index + 0.5) * at.width,
    y: at.bottom,
    text: lines.join('\n'),
  }));
  return [
    Plot.text(columns, {
      x: 'x',
      y: 'y',
      text: 'text',
      lineAnchor: 'bottom',
      lineHeight: 1.25,
      fontSize: fontSizes.small,
      fontWeight: 600,
      fill: palette(theme).text,
    }),
  ];
}

function groupMarks(
  groups: readonly Group[],
  lines: readonly Line[],
  { locale, theme }: ChartContext,
  labelWidth: number,
  top: number,
): Plot.Markish[] {
  const colours = palette(theme);
  const blocks = groups.map((group, index) => {
    const label = wrap(group.label, labelWidth, fontSizes.value, group.isTotal ? 600 : 400, 2);
    const middle = rowTop(groups, index, top) + cellHeight / 2;
    return {
      isTotal: group.isTotal,
      text: label.join('\n'),
      y: middle - 7.5,
      numbers: numbersText(lines, index, locale),
      numbersY: middle + label.length * 7.5,
    };
  });
  const common = {
    x: 0,
    y: 'y',
    text: 'text',
    textAnchor: 'start',
    lineHeight: 1.2,
    fontSize: fontSizes.value,
    fill: colours.text,
  } as const;
  return [
    Plot.text(
      blocks.filter((block) => !block.isTotal),
      common,
    ),
    Plot.text(
      blocks.filter((block) => block.isTotal),
      { ...common, fontWeight: 600 },
    ),
    Plot.text(blocks, {
      ...common,
      y: 'numbersY',
      text: 'numbers',
      fontSize: fontSizes.small,
      fill: colours.muted,
    }),
  ];
}

/** The answers behind a row of cells, from the fewest to the most among those shown. */
function numbersText(lines: readonly Line[], index: number, locale: Locale): string {
  const shown = lines.flatMap(({ cells }) => {
    const figure = cells[index] ? lastFigure(cells[index]) : { state: 'empty' as const };
    return figure.state === 'shown' && figure.n !== null ? [figure.n] : [];
  });
  if (shown.length === 0) return '';
  const words = chartWords(locale);
  const low = formatNumber(Math.min(...shown), 0, locale);
  const high = formatNumber(Math.max(...shown), 0, locale);
  return low === high ? words.n(low) : words.nRange(low, high);
}

function cellMarks(cells: Cell[], colours: Palette): Plot.Markish[] {
  const fills = [...new Set(cells.map((cell) => cell.fill))].sort();
  const inks = [...new Set(cells.map((cell) => cell.ink))].sort();
  const x = (cell: Cell) => (cell.left + cell.right) / 2;
  const middle = (cell: Cell) => (cell.top + cell.bottom) / 2;
  const shown = (ink: string) => cells.filter((cell) => cell.ink === ink && cell.figure.state === 'shown');
  const hidden = cells.filter((cell) => cell.figure.state !== 'shown');
  const signed = hidden.filter((cell) => cell.figure.state === 'protected');
  return [
    ...fills.map((fill) =>
      Plot.rect(
        cells.filter((cell) => cell.fill === fill),
        { x1: 'left', x2: 'right', y1: 'top', y2: 'bottom', fill, title: 'title' },
      ),
    ),
    ...inks.flatMap((ink) => [
      Plot.text(shown(ink), {
        x,
        y: (cell: Cell) => middle(cell) - (cell.change === '' ? 0 : 8),
        text: 'value',
        fontSize: fontSizes.value,
        fontWeight: 600,
        fill: ink,
      }),
      Plot.text(shown(ink), {
        x,
        y: (cell: Cell) => middle(cell) + 9,
        text: 'change',
        fontSize: fontSizes.small,
        fill: ink,
      }),
    ]),
    Plot.dot(signed, {
      x,
      y: (cell: Cell) => cell.top + 11,
      ...protectedDot(colours),
    }),
    Plot.text(hidden, {
      x,
      y: (cell: Cell) => (cell.figure.state === 'protected' ? cell.top + 31 : middle(cell)),
      text: 'value',
      lineHeight: 1.1,
      fontSize: fontSizes.small - 1,
      fill: colours.muted,
    }),
  ];
}

function heatmapSentences(groups: readonly Group[], lines: readonly Line[], locale: Locale): string[] {
  return groups.map((group, index) => {
    const figures = lines.flatMap(({ indicator, rows, cells }) => {
      const row = cells[index];
      if (!row) return [];
      const sentence = `${indicator.name} ${figureSentence(lastFigure(row), row, rows, locale)}`;
      const change = shownChange(row);
      if (change === null) return sentence;
      return `${sentence}, ${chartWords(locale).change.toLowerCase()} ${formatChange(change, indicator, locale)}`;
    });
    return `${group.label}: ${figures.join('; ')}.`;
  });
}

function shownChange(row: ChartRow): number | null {
  return lastFigure(row).state === 'shown' ? (row.changes.at(-1)?.value ?? null) : null;
}

function heatmapTable(groups: readonly Group[], lines: readonly Line[], { locale }: ChartContext): TextTable {
  const words = chartWords(locale);
  const columns = [
    { label: words.group, isNumeric: false },
    ...lines.flatMap(({ indicator }) => [
      { label: indicator.name, isNumeric: true },
      { label: `${words.change}, ${indicator.name}`, isNumeric: true },
    ]),
  ];
  const rows = groups.map((group, index) => [
    group.label,
    ...lines.flatMap(({ indicator, rows: set, cells }) => {
      const row = cells[index];
      if (!row) return ['', ''];
      return [
        figureSentence(lastFigure(row), row, set, locale),
        formatChange(shownChange(row), indicator, locale),
      ];
    }),
  ]);
  return { columns, rows };
}
