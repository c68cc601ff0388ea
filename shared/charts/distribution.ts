import * as Plot from '@observablehq/plot';
import { formatNumber, formatPercent } from '../text/format';
import { type AnswerPanel, type AnswerPanels, placePanels } from './answer-panels';
import {
  type AnswerSet,
  type Answers,
  answersAlt,
  answersNotes,
  answersSubtitle,
  answersTable,
  answersText,
  hasProtectedAnswers,
  share,
  styleIndexes,
} from './answers';
import { type ValueAxis, valueAxis } from './axis';
import { type BarItem, barMarks } from './bar-marks';
import { protectedText } from './describe';
import { fontSizes, labelColumnWidth } from './layout';
import { protectedDot, protectedSign } from './marks';
import { wrap } from './measure';
import { palette } from './palette';
import type { ChartContext, ChartSpec, LegendItem } from './types';
import { chartWords } from './words';

type Label = { x: number; y: number; text: string };
type Sign = { x: number; y: number };

const roomForTicks = 210;

/** The share that chose each option, one bar for each wave; with groups, one panel each on the same scale. */
export function distribution(set: AnswerSet, context: ChartContext): ChartSpec {
  const { locale, theme, width } = context;
  const colours = palette(theme);
  const isSingle = set.groups.length === 1;
  const labelWidth = labelColumnWidth(set.options, width, isSingle ? 0.36 : 0.28);
  const labels = set.options.map((option) => wrap(option, labelWidth, fontSizes.value, 400, 3));
  const panels = placePanels(set, context, {
    left: labelWidth + 16,
    labelLines: labels.map((lines) => lines.length),
    headings: groupHeadings(set, context),
  });
  const axis = valueAxis([], { kind: 'proportion', unit: '%', decimals: 0 }, locale, {
    includesZero: true,
    ticks: isSingle && panels.shareWidth >= roomForTicks ? 5 : 2,
  });
  const items = panels.panels.flatMap((panel) => panelBars(panel, panels, set, context));
  const states = panels.panels.map((panel) => panelStates(panel, panels, set, context));
  return {
    kind: 'distribution',
    context,
    title: set.title,
    subtitle: answersSubtitle(set, locale),
    alt: answersAlt('distribution', set, locale),
    legend: waveLegend(set, context),
    notes: answersNotes(set, locale),
    table: answersTable(set, locale),
    plot: {
      width,
      height: panels.bottom + 6,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ...frameMarks(panels, axis, context),
        ...headingMarks(panels, context),
        Plot.text(
          panels.rows.flatMap((row) =>
            row.options.flatMap((middle, option) => labelLines(labels[option] ?? [], middle, panels.line)),
          ),
          {
            x: 'x',
            y: 'y',
            text: 'text',
            textAnchor: 'start',
            fontSize: fontSizes.value,
            fill: colours.text,
          },
        ),
        ...barMarks(items, panels.laneHeight - 5, context),
        Plot.link(panels.panels, {
          x1: 'left',
          x2: 'left',
          y1: 'frameTop',
          y2: 'frameBottom',
          stroke: colours.axis,
        }),
        Plot.dot(
          states.flatMap((state) => state.signs),
          {
            x: 'x',
            y: 'y',
            ...protectedDot(colours),
          },
        ),
        Plot.text(
          states.flatMap((state) => state.texts),
          {
            x: 'x',
            y: 'y',
            text: 'text',
            textAnchor: 'start',
            fontSize: fontSizes.small,
            fill: colours.muted,
          },
        ),
      ],
    },
  };
}

function groupHeadings(set: AnswerSet, { locale }: ChartContext) {
  const words = chartWords(locale);
  const number = (answers: Answers) =>
    answers.state === 'shown'
      ? formatNumber(answers.n, 0, locale)
      : answers.state === 'protected'
        ? words.nShortProtected
        : words.noDataShort;
  return (panelWidth: number) =>
    set.groups.map((group) =>
      set.groups.length === 1
        ? { title: [], numbers: [] }
        : {
            title: wrap(group.label, panelWidth, fontSizes.value, 600, 3),
            numbers: wrap(words.n(group.waves.map(number).join(' / ')), panelWidth, fontSizes.small, 400, 2),
          },
    );
}

/** With one group alone its n stands in the legend, since there is no heading for it. */
function waveLegend(set: AnswerSet, { locale }: ChartContext): LegendItem[] {
  const [only, ...others] = set.groups;
  const items: LegendItem[] = styleIndexes(set.waves).map((index, wave) => {
    const name = set.waves[wave]?.name ?? '';
    const answers = others.length === 0 ? only?.waves[wave] : undefined;
    const label = answers?.state === 'shown' ? `${name} (${answersText(answers, set, locale)})` : name;
    return { kind: 'wave', index, label };
  });
  if (hasProtectedAnswers(set))
    items.push({ kind: 'protected', label: protectedText(set.threshold, locale) });
  return items;
}

function labelLines(lines: readonly string[], middle: number, line: number): Label[] {
  return lines.map((text, index) => ({ x: 0, y: middle + (index - (lines.length - 1) / 2) * line, text }));
}

function laneY(middle: number, wave: number, panels: AnswerPanels, set: AnswerSet): number {
  return middle + (wave - (set.waves.length - 1) / 2) * panels.laneHeight;
}

function panelBars(
  panel: AnswerPanel,
  panels: AnswerPanels,
  set: AnswerSet,
  { locale }: ChartContext,
): BarItem[] {
  const styles = styleIndexes(set.waves);
  return panel.group.waves.flatMap((answers, wave) => {
    if (answers.state !== 'shown') return [];
    return set.options.map((name, option) => {
      const value = share(answers, option);
      const label = formatPercent(value, 1, locale);
      return {
        wave: styles[wave] ?? 0,
        start: panel.left,
        value: panel.left + value * panels.shareWidth,
        lower: null,
        upper: null,
        y: laneY(panel.options[option] ?? 0, wave, panels, set),
        label,
        title: `${panel.group.label}, ${set.waves[wave]?.name ?? ''}, ${name}: ${label}`,
      };
    });
  });
}

type States = { signs: Sign[]; texts: Label[] };

/** What is not shown has its sign in the wave's lane of every option, and its words in the first. */
function panelStates(
  panel: AnswerPanel,
  panels: AnswerPanels,
  set: AnswerSet,
  { locale }: ChartContext,
): States {
  const signs: Sign[] = [];
  const texts: Label[] = [];
  for (const [wave, answers] of panel.group.waves.entries()) {
    if (answers.state === 'shown') continue;
    const isProtected = answers.state === 'protected';
    const ys = panel.options.map((middle) => laneY(middle, wave, panels, set));
    if (isProtected) signs.push(...ys.map((y) => ({ x: panel.left + 8 + protectedSign.width / 2, y })));
    const x = panel.left + 8 + (isProtected ? protectedSign.width + 6 : 0);
    texts.push({ x, y: ys[0] ?? panel.frameTop, text: answersText(answers, set, locale) });
  }
  return { signs, texts };
}

function frameMarks(panels: AnswerPanels, axis: ValueAxis, { theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const ticks = panels.panels.flatMap((panel) =>
    axis.ticks.map((tick) => ({
      x: panel.left + tick * panels.shareWidth,
      top: panel.frameTop,
      bottom: panel.frameBottom,
      text: axis.format(tick),
    })),
  );
  return [
    Plot.link(ticks, { x1: 'x', x2: 'x', y1: 'top', y2: 'bottom', stroke: colours.grid }),
    Plot.text(ticks, {
      x: 'x',
      y: 'top',
      dy: -9,
      text: 'text',
      fontSize: fontSizes.small,
      fill: colours.muted,
    }),
  ];
}

function headingMarks(panels: AnswerPanels, { theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const at = (panel: AnswerPanel, line: number) => panel.top + (line + 0.5) * panels.line;
  const titles = panels.panels.flatMap((panel) =>
    panel.heading.title.map((text, line) => ({ x: panel.left, y: at(panel, line), text })),
  );
  const numbers = panels.panels.flatMap((panel) =>
    panel.heading.numbers.map((text, line) => ({
      x: panel.left,
      y: at(panel, line + panel.heading.title.length),
      text,
    })),
  );
  const common = { x: 'x', y: 'y', text: 'text', textAnchor: 'start' } as const;
  return [
    Plot.text(titles, { ...common, fontSize: fontSizes.value, fontWeight: 600, fill: colours.text }),
    Plot.text(numbers, { ...common, fontSize: fontSizes.small, fill: colours.muted }),
  ];
}
