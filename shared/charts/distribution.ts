import * as Plot from '@observablehq/plot';
import { formatPercent } from '../text/format';
import {
  type AnswerGroup,
  type AnswerSet,
  answersAlt,
  answersNotes,
  answersSubtitle,
  answersTable,
  answersText,
  hasProtectedAnswers,
  share,
  styleIndexes,
} from './answers';
import { valueAxis } from './axis';
import { type BarItem, barMarks } from './bar-marks';
import { protectedText } from './describe';
import { fontSizes, labelColumnWidth } from './layout';
import { halo, type StateMark, stateMarks, valueAxisMarks } from './marks';
import { elide, wrap } from './measure';
import { palette } from './palette';
import type { ChartContext, ChartSpec, LegendItem } from './types';

type Line = { text: string; y: number };
type Section = {
  header: Line[];
  rule: number;
  options: Line[];
  bars: BarItem[];
  states: StateMark[];
  axis: { top: number; bottom: number };
};

const thickness = 13;
const lane = { height: 18, padding: 11 } as const;
const textLine = 16;

/** The share that chose each option, one bar for each wave, group below group. */
export function distribution(set: AnswerSet, context: ChartContext): ChartSpec {
  const { locale, theme, width } = context;
  const colours = palette(theme);
  const labelWidth = labelColumnWidth(set.options, width, 0.36);
  const top = 26;
  const { sections, bottom } = layoutSections(set, context, labelWidth, top);
  const axis = valueAxis([], { kind: 'proportion', unit: '%', decimals: 0 }, locale, {
    includesZero: true,
    ticks: width < 560 ? 4 : 5,
  });
  const legend: LegendItem[] = styleIndexes(set.waves).map((index, wave) => ({
    kind: 'wave',
    index,
    label: legendLabel(set, wave, context),
  }));
  if (hasProtectedAnswers(set))
    legend.push({ kind: 'protected', label: protectedText(set.threshold, locale) });
  const marginLeft = labelWidth + 16;
  const edge = {
    frameAnchor: 'left',
    dx: -marginLeft,
    y: 'y',
    text: 'text',
    textAnchor: 'start',
    fill: colours.text,
    ...halo(colours),
  } as const;
  return {
    kind: 'distribution',
    context,
    title: set.title,
    subtitle: answersSubtitle(set, locale),
    alt: answersAlt('distribution', set, locale),
    legend,
    notes: answersNotes(set, locale),
    table: answersTable(set, locale),
    plot: {
      width,
      height: bottom + 6,
      marginTop: top,
      marginBottom: 6,
      marginLeft,
      marginRight: 0,
      x: { domain: axis.domain, insetRight: 54 },
      y: { type: 'identity', axis: null },
      marks: [
        ...valueAxisMarks(axis, theme),
        Plot.ruleY(sections.slice(1), { y: 'rule', insetLeft: -marginLeft, stroke: colours.grid }),
        Plot.text(
          sections.flatMap((section) => section.header.slice(0, 1)),
          { ...edge, fontSize: fontSizes.label, fontWeight: 600 },
        ),
        Plot.text(
          sections.flatMap((section) => section.header.slice(1)),
          { ...edge, fontSize: fontSizes.small, fill: colours.muted },
        ),
        Plot.text(
          sections.flatMap((section) => section.options),
          { ...edge, fontSize: fontSizes.value },
        ),
        ...barMarks(
          sections.flatMap((section) => section.bars),
          thickness,
          context,
        ),
        Plot.link(sections, {
          x1: 0,
          x2: 0,
          y1: (section: Section) => section.axis.top,
          y2: (section: Section) => section.axis.bottom,
          stroke: colours.axis,
        }),
        ...stateMarks(
          sections.flatMap((section) => section.states),
          theme,
          8,
        ),
      ],
    },
  };
}

/** With one group alone its n stands in the legend, since there is no heading for it. */
function legendLabel(set: AnswerSet, wave: number, { locale }: ChartContext): string {
  const name = set.waves[wave]?.name ?? '';
  const [only, ...others] = set.groups;
  const answers = others.length === 0 ? only?.waves[wave] : undefined;
  return answers?.state === 'shown' ? `${name} (${answersText(answers, set, locale)})` : name;
}

function layoutSections(
  set: AnswerSet,
  context: ChartContext,
  labelWidth: number,
  start: number,
): { sections: Section[]; bottom: number } {
  const sections: Section[] = [];
  let top = start;
  for (const group of set.groups) {
    const section: Section = {
      header: [],
      rule: top,
      options: [],
      bars: [],
      states: [],
      axis: { top, bottom: top },
    };
    if (set.groups.length > 1) top = placeHeader(section, group, set, context, top);
    section.axis.top = top;
    top = placeStates(section, group, set, context, top);
    if (group.waves.some((answers) => answers.state === 'shown'))
      top = placeOptions(section, group, set, context, labelWidth, top);
    section.axis.bottom = top;
    sections.push(section);
    top += 8;
  }
  return { sections, bottom: top };
}

function placeHeader(
  section: Section,
  group: AnswerGroup,
  set: AnswerSet,
  { locale, width }: ChartContext,
  top: number,
): number {
  const numbers = set.waves.flatMap((wave, index) => {
    const answers = group.waves[index];
    return answers?.state === 'shown' ? `${wave.name}: ${answersText(answers, set, locale)}` : [];
  });
  const lines = numbers.length === 0 ? [] : wrap(numbers.join(' · '), width, fontSizes.small);
  section.header = [
    { text: elide(group.label, width, fontSizes.label, 600), y: top + 16 },
    ...lines.map((text, line) => ({ text, y: top + 33 + line * textLine })),
  ];
  return top + 28 + lines.length * textLine;
}

function placeStates(
  section: Section,
  group: AnswerGroup,
  set: AnswerSet,
  { locale }: ChartContext,
  top: number,
): number {
  let y = top;
  for (const [wave, answers] of group.waves.entries()) {
    if (answers.state === 'shown') continue;
    section.states.push({
      y: y + lane.height / 2,
      state: answers.state,
      text: `${answersText(answers, set, locale)} · ${set.waves[wave]?.name ?? ''}`,
    });
    y += lane.height;
  }
  return y;
}

function placeOptions(
  section: Section,
  group: AnswerGroup,
  set: AnswerSet,
  { locale }: ChartContext,
  labelWidth: number,
  start: number,
): number {
  const styles = styleIndexes(set.waves);
  const shown = group.waves.flatMap((answers, wave) =>
    answers.state === 'shown' ? [{ answers, wave }] : [],
  );
  let top = start;
  for (const [option, name] of set.options.entries()) {
    const lines = wrap(name, labelWidth, fontSizes.value, 400, 3);
    const height = Math.max(lines.length * textLine, shown.length * lane.height) + lane.padding;
    const middle = top + height / 2;
    section.options.push(
      ...lines.map((text, line) => ({ text, y: middle + (line - (lines.length - 1) / 2) * textLine })),
    );
    for (const [index, { answers, wave }] of shown.entries()) {
      const value = share(answers, option);
      const label = formatPercent(value, 1, locale);
      section.bars.push({
        wave: styles[wave] ?? 0,
        value,
        lower: null,
        upper: null,
        y: middle + (index - (shown.length - 1) / 2) * lane.height,
        label,
        title: `${group.label}, ${set.waves[wave]?.name ?? ''}, ${name}: ${label}`,
      });
    }
    top += height;
  }
  return top;
}
