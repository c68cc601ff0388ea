import * as Plot from '@observablehq/plot';
import { altText, protectedText, sharedNotes, wavesSubtitle } from './describe';
import {
  type FlowCounts,
  type FlowSet,
  type Followed,
  flowSentences,
  flowTable,
  people,
  shareOf,
} from './flow-set';
import { fontSizes } from './layout';
import { halo, protectedDot, protectedSign } from './marks';
import { elide } from './measure';
import { palette, waveStyle } from './palette';
import type { ChartContext, ChartSpec } from './types';
import { chartWords } from './words';

/** One follow-up's diagram; heights and places in pixels. */
type Block = {
  followed: Followed;
  top: number;
  bothTop: number;
  bothHeight: number;
  bothMiddle: number;
  onlyTop: number;
  onlyBaseline: number;
  onlyFollowUp: number;
  bottom: number;
};

const barWidth = 12;
const headerHeight = 44;
const textRoom = 36;
const partGap = 8;
const blockGap = 26;

/** How many people of the baseline are in each follow-up, how many are not, and how many are new there. */
export function panelFlow(set: FlowSet, context: ChartContext): ChartSpec {
  const { locale, width } = context;
  const words = chartWords(locale);
  const blocks = layoutBlocks(set, context);
  const isProtected = set.followed.some(({ flow }) => flow === null);
  const title = words.flow.title;
  const subtitle = wavesSubtitle('', set.waves, locale);
  return {
    kind: 'panel-flow',
    context,
    title,
    subtitle,
    alt: altText('panel-flow', title, subtitle, flowSentences(set, locale), locale),
    legend: isProtected ? [{ kind: 'protected', label: protectedText(set.threshold, locale) }] : [],
    notes: [words.flow.note, ...sharedNotes(isProtected, set.threshold, set.waves, locale)],
    table: flowTable(set, locale),
    plot: {
      width,
      height: blocks.at(-1)?.bottom ?? 0,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ...blocks.flatMap((block) => headerMarks(block, context)),
        ...blocks.flatMap((block) =>
          block.followed.flow
            ? [...bandMarks(block, context), ...textMarks(block, block.followed.flow, context)]
            : hiddenMarks(block, set, context),
        ),
      ],
    },
  };
}

/** All diagrams share one scale: the same height is the same number of people. */
function layoutBlocks(set: FlowSet, { theme }: ChartContext): Block[] {
  const tallest = theme === 'print' ? 110 : 140;
  const largest = Math.max(
    1,
    ...set.followed.flatMap(({ flow }) =>
      flow ? [flow.both + Math.max(flow.onlyBaseline, flow.onlyFollowUp)] : [],
    ),
  );
  const toHeight = (people: number) => (people === 0 ? 0 : Math.max(1, (people / largest) * tallest));
  const blocks: Block[] = [];
  let top = 2;
  for (const followed of set.followed) {
    const { flow } = followed;
    const both = toHeight(flow?.both ?? 0);
    const onlyBaseline = toHeight(flow?.onlyBaseline ?? 0);
    const onlyFollowUp = toHeight(flow?.onlyFollowUp ?? 0);
    const bothRoom = Math.max(both, textRoom);
    const bothTop = top + headerHeight + (bothRoom - both) / 2;
    const onlyTop = top + headerHeight + bothRoom + partGap;
    const onlyRoom = Math.max(onlyBaseline, onlyFollowUp, textRoom);
    const bottom = flow ? onlyTop + onlyRoom : top + headerHeight + textRoom;
    blocks.push({
      followed,
      top,
      bothTop,
      bothHeight: both,
      bothMiddle: top + headerHeight + bothRoom / 2,
      onlyTop,
      onlyBaseline,
      onlyFollowUp,
      bottom,
    });
    top = bottom + blockGap;
  }
  return blocks;
}

/** The names of both waves above their bars, each with its people. */
function headerMarks({ followed, top }: Block, { locale, theme, width }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const { baseline, followUp, flow } = followed;
  const room = width / 2 - 8;
  const sides = [
    { x: 0, anchor: 'start', wave: baseline, count: flow && flow.both + flow.onlyBaseline },
    { x: width, anchor: 'end', wave: followUp, count: flow && flow.both + flow.onlyFollowUp },
  ] as const;
  return sides.flatMap(({ x, anchor, wave, count }) => [
    Plot.text([elide(wave.name, room, fontSizes.label, 600)], {
      x,
      y: top + 9,
      textAnchor: anchor,
      fontSize: fontSizes.label,
      fontWeight: 600,
      fill: colours.text,
    }),
    ...(count === null
      ? []
      : [
          Plot.text([people(count, locale)], {
            x,
            y: top + 27,
            textAnchor: anchor,
            fontSize: fontSizes.value,
            fill: colours.muted,
          }),
        ]),
  ]);
}

/** The band of those in both waves, the stubs of those in one, and the two bars they start and end in. */
function bandMarks(block: Block, { theme, width }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const { bothTop, bothHeight, onlyTop, onlyBaseline, onlyFollowUp, followed } = block;
  const stub = Math.min(64, width * 0.1);
  const before = waveStyle(theme, 0);
  const after = waveStyle(theme, followed.wave);
  const right = width - barWidth;
  const segments = [
    { top: bothTop, height: bothHeight },
    { top: onlyTop, height: onlyBaseline },
  ].filter((segment) => segment.height > 0);
  const arrivals = [
    { top: bothTop, height: bothHeight },
    { top: onlyTop, height: onlyFollowUp },
  ].filter((segment) => segment.height > 0);
  const bar = { y1: 'top', y2: (each: { top: number; height: number }) => each.top + each.height } as const;
  const leaving = [
    { x: barWidth, top: onlyTop, bottom: onlyTop + onlyBaseline },
    { x: barWidth + stub * 0.7, top: onlyTop, bottom: onlyTop + onlyBaseline },
    { x: barWidth + stub, top: onlyTop + onlyBaseline / 2, bottom: onlyTop + onlyBaseline / 2 },
  ];
  return [
    ...(bothHeight > 0
      ? [
          Plot.rect([{ top: bothTop, height: bothHeight }], {
            ...bar,
            x1: barWidth,
            x2: right,
            fill: colours.sequential[1] ?? colours.grid,
          }),
        ]
      : []),
    ...(onlyBaseline > 0
      ? [
          Plot.areaY(leaving, {
            x: 'x',
            y1: 'top',
            y2: 'bottom',
            fill: colours.protectedStroke,
            fillOpacity: 0.4,
          }),
        ]
      : []),
    ...(onlyFollowUp > 0
      ? [
          Plot.rect([{ top: onlyTop, height: onlyFollowUp }], {
            ...bar,
            x1: right - stub * 0.7,
            x2: right,
            fill: after.colour,
            fillOpacity: 0.35,
          }),
        ]
      : []),
    Plot.rect(segments, {
      ...bar,
      x1: 1,
      x2: barWidth,
      fill: before.isHollow ? colours.surface : before.colour,
      stroke: before.colour,
      strokeWidth: 2,
    }),
    Plot.rect(arrivals, { ...bar, x1: right, x2: width, fill: after.colour }),
  ];
}

function textMarks(block: Block, flow: FlowCounts, { locale, theme, width }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const words = chartWords(locale).flow;
  const { both, onlyBaseline, onlyFollowUp } = flow;
  const stub = Math.min(64, width * 0.1) + barWidth + 8;
  const onlyY = (height: number) => block.onlyTop + Math.max(height, textRoom) / 2;
  const texts = [
    {
      x: width / 2,
      y: block.bothMiddle,
      anchor: 'middle',
      main: words.both(people(both, locale)),
      detail: words.ofBaseline(shareOf(both, both + onlyBaseline, locale)),
    },
    {
      x: stub,
      y: onlyBaseline === 0 ? onlyY(0) : onlyY(block.onlyBaseline),
      anchor: 'start',
      main: words.left(people(onlyBaseline, locale)),
      detail: words.ofBaseline(shareOf(onlyBaseline, both + onlyBaseline, locale)),
    },
    {
      x: width - stub,
      y: onlyY(block.onlyFollowUp),
      anchor: 'end',
      main: words.arrived(people(onlyFollowUp, locale)),
      detail: words.ofFollowUp(shareOf(onlyFollowUp, both + onlyFollowUp, locale)),
    },
  ] as const;
  return texts.flatMap(({ x, y, anchor, main, detail }) => [
    Plot.text([main], {
      x,
      y: y - 8,
      textAnchor: anchor,
      fontSize: fontSizes.value,
      fontWeight: 600,
      fill: colours.text,
      ...(anchor === 'middle' && block.bothHeight >= 30 ? {} : halo(colours)),
    }),
    Plot.text([detail], {
      x,
      y: y + 8,
      textAnchor: anchor,
      fontSize: fontSizes.small,
      fill: anchor === 'middle' ? colours.text : colours.muted,
      ...(anchor === 'middle' && block.bothHeight >= 30 ? {} : halo(colours)),
    }),
  ]);
}

function hiddenMarks({ top }: Block, set: FlowSet, { locale, theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const y = top + headerHeight;
  return [
    Plot.dot([0], {
      x: protectedSign.width / 2 + 1,
      y,
      ...protectedDot(colours),
    }),
    Plot.text([protectedText(set.threshold, locale)], {
      x: protectedSign.width + 8,
      y,
      textAnchor: 'start',
      fontSize: fontSizes.small,
      fill: colours.muted,
    }),
  ];
}
