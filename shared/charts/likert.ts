import * as Plot from '@observablehq/plot';
import { AppError } from '../errors';
import { formatPercent } from '../text/format';
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
import { protectedText } from './describe';
import { type Lane, laneLabelMarks, laneLabelWidth, layoutLanes } from './lanes';
import { fontSizes } from './layout';
import { stateMarks } from './marks';
import { textWidth } from './measure';
import { inkOn, type Palette, palette } from './palette';
import type { ChartContext, ChartSpec, LegendItem } from './types';
import { chartWords } from './words';

type Segment = { x1: number; x2: number; y: number; option: number; label: string; title: string };
type End = { x: number; y: number; label: string };

const thickness = 20;
const endRoom = 46;

/** Shares of an ordered scale stacked from the middle: the lower half to the left, the upper half to the right. */
export function likert(set: AnswerSet, context: ChartContext): ChartSpec {
  if (set.options.length < 2) throw new AppError('chart-not-applicable', { reason: 'one-option' });
  const { locale, theme, width } = context;
  const colours = palette(theme);
  const scale = scaleColours(set.options.length, colours);
  const lanes = layoutLanes(
    set.groups.map((group) => ({ label: group.label, isTotal: group.isTotal, count: set.waves.length })),
    { top: 4, laneHeight: theme === 'print' ? 23 : 27, hasHeaders: set.groups.length > 1 },
  );
  const styles = styleIndexes(set.waves);
  const labelWidth = laneLabelWidth(
    set.waves.map((wave) => wave.name),
    width,
  );
  const bars = lanes.lanes.map((lane) => ({ lane, answers: answersOf(set, lane) }));
  const extents = bars.map(({ answers }) => extent(answers, set.options.length));
  const left = Math.max(0.1, ...extents.map((each) => each.left));
  const right = Math.max(0.1, ...extents.map((each) => each.right));
  const frame = { left: labelWidth + 12 + endRoom, right: width - endRoom };
  const toX = (value: number) => frame.left + ((value + left) / (left + right)) * (frame.right - frame.left);
  const segments = bars.flatMap(({ lane, answers }) => laneSegments(answers, lane, set, context, toX));
  const ends = bars.flatMap(({ lane, answers }) => laneEnds(answers, lane, set, context, toX));
  const words = chartWords(locale);
  const legend: LegendItem[] = set.options.map((label, option) => ({
    kind: 'swatch',
    colour: scale[option] ?? colours.muted,
    label,
  }));
  if (hasProtectedAnswers(set))
    legend.push({ kind: 'protected', label: protectedText(set.threshold, locale) });
  const middle = set.options.length % 2 === 1 ? words.middleNote : words.middleSplitNote;
  const states = bars.flatMap(({ lane, answers }) =>
    answers.state === 'shown'
      ? []
      : { y: lane.y, state: answers.state, text: answersText(answers, set, locale) },
  );
  return {
    kind: 'likert',
    context,
    title: set.title,
    subtitle: answersSubtitle(set, locale),
    alt: answersAlt('likert', set, locale),
    legend,
    notes: [middle, ...answersNotes(set, locale)],
    table: answersTable(set, locale),
    plot: {
      width,
      height: lanes.bottom + 6,
      marginTop: 0,
      marginBottom: 6,
      marginLeft: labelWidth + 12,
      marginRight: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ...laneLabelMarks(lanes, context, {
          labelWidth,
          name: (lane) => set.waves[lane.lane]?.name ?? '',
          numbers: (lane) => numbersText(answersOf(set, lane), set, context),
          style: (lane) => styles[lane.lane] ?? 0,
        }),
        Plot.link([toX(0)], {
          x1: (x: number) => x,
          x2: (x: number) => x,
          y1: 0,
          y2: lanes.bottom + 4,
          stroke: colours.axis,
          strokeDasharray: '2 3',
        }),
        ...scale.flatMap((colour, option) =>
          segmentMarks(
            segments.filter((each) => each.option === option),
            colour,
            colours,
          ),
        ),
        Plot.text(
          ends.filter((end) => end.x < toX(0)),
          {
            x: 'x',
            y: 'y',
            text: 'label',
            dx: -7,
            textAnchor: 'end',
            fontSize: fontSizes.value,
            fontWeight: 600,
            fill: colours.text,
          },
        ),
        Plot.text(
          ends.filter((end) => end.x >= toX(0)),
          {
            x: 'x',
            y: 'y',
            text: 'label',
            dx: 7,
            textAnchor: 'start',
            fontSize: fontSizes.value,
            fontWeight: 600,
            fill: colours.text,
          },
        ),
        ...stateMarks(states, theme, endRoom),
      ],
    },
  };
}

function answersOf(set: AnswerSet, lane: Lane): Answers {
  return set.groups[lane.group]?.waves[lane.lane] ?? { state: 'empty' };
}

function numbersText(answers: Answers, set: AnswerSet, { locale }: ChartContext): string {
  return answers.state === 'shown' ? answersText(answers, set, locale) : '';
}

/** One colour for each option: far ends strong, the middle grey. */
export function scaleColours(count: number, colours: Palette): string[] {
  const half = Math.floor(count / 2);
  const pick = (from: readonly string[], index: number) =>
    from[
      half === 1
        ? 0
        : Math.round((index * (from.length - 1)) / Math.max(1, half - (half < from.length ? 0 : 1)))
    ] ?? colours.muted;
  const low = Array.from({ length: half }, (_, index) => pick(colours.diverging.low, index));
  const high = Array.from({ length: half }, (_, index) =>
    pick([...colours.diverging.high].reverse(), index),
  ).reverse();
  return [...low, ...(count % 2 === 1 ? [colours.diverging.middle] : []), ...high];
}

function extent(answers: Answers, count: number): { left: number; right: number } {
  if (answers.state !== 'shown') return { left: 0, right: 0 };
  const half = Math.floor(count / 2);
  const shares = answers.counts.map((_, option) => share(answers, option));
  const middle = count % 2 === 1 ? (shares[half] ?? 0) / 2 : 0;
  return {
    left: sum(shares.slice(0, half)) + middle,
    right: sum(shares.slice(count - half)) + middle,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function laneSegments(
  answers: Answers,
  lane: Lane,
  set: AnswerSet,
  { locale }: ChartContext,
  toX: (value: number) => number,
): Segment[] {
  if (answers.state !== 'shown') return [];
  let start = -extent(answers, set.options.length).left;
  return set.options.map((name, option) => {
    const value = share(answers, option);
    const segment = { x1: toX(start), x2: toX(start + value), y: lane.y, option };
    start += value;
    const label = formatPercent(value, 0, locale);
    const fits = textWidth(label, fontSizes.small) + 8 <= segment.x2 - segment.x1;
    const title = `${set.groups[lane.group]?.label ?? ''}, ${set.waves[lane.lane]?.name ?? ''}, ${name}: ${formatPercent(value, 1, locale)}`;
    return { ...segment, label: fits ? label : '', title };
  });
}

function laneEnds(
  answers: Answers,
  lane: Lane,
  set: AnswerSet,
  { locale }: ChartContext,
  toX: (value: number) => number,
): End[] {
  if (answers.state !== 'shown') return [];
  const half = Math.floor(set.options.length / 2);
  const shares = answers.counts.map((_, option) => share(answers, option));
  const { left, right } = extent(answers, set.options.length);
  return [
    { x: toX(-left) - 0.01, y: lane.y, label: formatPercent(sum(shares.slice(0, half)), 0, locale) },
    {
      x: toX(right) + 0.01,
      y: lane.y,
      label: formatPercent(sum(shares.slice(set.options.length - half)), 0, locale),
    },
  ];
}

function segmentMarks(segments: Segment[], colour: string, colours: Palette): Plot.Markish[] {
  return [
    Plot.rect(segments, {
      x1: 'x1',
      x2: 'x2',
      y1: (segment: Segment) => segment.y - thickness / 2,
      y2: (segment: Segment) => segment.y + thickness / 2,
      fill: colour,
      stroke: colours.surface,
      strokeWidth: 1,
      title: 'title',
    }),
    Plot.text(
      segments.filter((segment) => segment.label !== ''),
      {
        x: (segment: Segment) => (segment.x1 + segment.x2) / 2,
        y: 'y',
        text: 'label',
        fontSize: fontSizes.small,
        fill: inkOn(colour),
      },
    ),
  ];
}
