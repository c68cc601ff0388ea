import * as Plot from '@observablehq/plot';
import {
  absentText,
  changeSentence,
  forestAlt,
  forestLegend,
  forestNotes,
  forestSubtitle,
  forestTable,
  forestTitle,
} from './forest-describe';
import {
  type ChangeWords,
  changeWordsOf,
  type ForestLayout,
  layoutForest,
  type PlacedPanel,
  secondLine,
} from './forest-layout';
import type { ForestSet } from './forest-rows';
import { fontSizes } from './layout';
import { protectedDot, protectedSign, waveDot } from './marks';
import { palette, waveStyle } from './palette';
import type { ChartContext, ChartSpec } from './types';

type Point = {
  wave: number;
  x: number;
  y: number;
  lower: number | null;
  upper: number | null;
  arrows: readonly { x: number; y: number; towards: -1 | 1 }[];
  title: string;
};

const radius = 5;

/** Every change of a comparison around a zero line, with its interval, and in words at the right. */
export function forest(set: ForestSet, context: ChartContext): ChartSpec {
  const { locale, theme, width } = context;
  const colours = palette(theme);
  const layout = layoutForest(set, context);
  const points = layout.panels.flatMap((panel) => panelPoints(panel, set, context));
  const isClipped = points.some((point) => point.arrows.length > 0);
  return {
    kind: 'forest',
    context,
    title: forestTitle(set, locale),
    subtitle: forestSubtitle(set, locale),
    alt: forestAlt(set, locale),
    legend: forestLegend(set, colours.muted, locale),
    notes: forestNotes(set, isClipped, locale),
    table: forestTable(set, locale),
    plot: {
      width,
      height: layout.bottom,
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        ...layout.panels.flatMap((panel) => frameMarks(panel, layout, context)),
        ...labelMarks(layout, context),
        ...set.waves.slice(1).flatMap((_, index) =>
          pointMarks(
            points.filter((point) => point.wave === index + 1),
            index + 1,
            context,
          ),
        ),
        ...absentMarks(layout, set, context),
        ...textMarks(layout, set, context),
      ],
    },
  };
}

function panelPoints(panel: PlacedPanel, set: ForestSet, { locale }: ChartContext): Point[] {
  const { limit, toX } = panel;
  return panel.rows.flatMap((placed) =>
    placed.lines.flatMap(({ row, change, y }): Point[] => {
      if (change.state !== 'shown') return [];
      const { interval } = change;
      const lower = interval ? toX(Math.max(-limit, interval.lower)) : null;
      const upper = interval ? toX(Math.min(limit, interval.upper)) : null;
      return [
        {
          wave: change.wave,
          x: toX(change.value),
          y,
          lower,
          upper,
          arrows: [
            ...(interval && lower !== null && interval.lower < -limit
              ? [{ x: lower, y, towards: -1 as const }]
              : []),
            ...(interval && upper !== null && interval.upper > limit
              ? [{ x: upper, y, towards: 1 as const }]
              : []),
          ],
          title: `${row.label}, ${set.waves[change.wave]?.name ?? ''}: ${changeSentence(change, row, set, locale)}`,
        },
      ];
    }),
  );
}

/** Title, tick labels, grid and the zero line of one panel. */
function frameMarks(
  panel: PlacedPanel,
  { frameLeft, frameRight }: ForestLayout,
  { theme, width }: ChartContext,
): Plot.Markish[] {
  const colours = palette(theme);
  const { axis } = panel;
  const ticks = (axis?.ticks ?? []).map((tick) => ({
    x: panel.toX(tick),
    top: panel.top,
    bottom: panel.bottom,
    text: axis?.format(tick) ?? '',
  }));
  const rules = panel.rows.slice(1).map((row) => ({ y: row.top }));
  const vertical = { x1: 'x', x2: 'x', y1: 'top', y2: 'bottom' } as const;
  const heading = { x: 0, y: panel.titleY, text: panel.title };
  return [
    ...(panel.title === ''
      ? []
      : [
          Plot.text([heading], {
            x: 'x',
            y: 'y',
            text: 'text',
            textAnchor: 'start',
            fontSize: fontSizes.value,
            fontWeight: 600,
            fill: colours.text,
          }),
        ]),
    Plot.link(ticks, { ...vertical, stroke: colours.grid }),
    Plot.link(rules, { x1: 0, x2: width, y1: 'y', y2: 'y', stroke: colours.grid }),
    Plot.link(axis ? [{ x: panel.toX(0), top: panel.top, bottom: panel.bottom }] : [], {
      ...vertical,
      stroke: colours.text,
      strokeWidth: 1.25,
    }),
    Plot.text(
      ticks.filter(({ x }) => x >= frameLeft && x <= frameRight),
      { x: 'x', y: panel.axisY, text: 'text', fontSize: fontSizes.axis, fill: colours.muted },
    ),
  ];
}

function labelMarks({ panels }: ForestLayout, { theme }: ChartContext): Plot.Markish[] {
  const lines = panels.flatMap((panel) =>
    panel.rows.flatMap(({ row, labels }) => labels.map((label) => ({ ...label, isTotal: row.isTotal }))),
  );
  const common = {
    x: 0,
    y: 'y',
    text: 'text',
    textAnchor: 'start',
    fontSize: fontSizes.label,
    fill: palette(theme).text,
  } as const;
  return [
    Plot.text(
      lines.filter((line) => !line.isTotal),
      common,
    ),
    Plot.text(
      lines.filter((line) => line.isTotal),
      { ...common, fontWeight: 600 },
    ),
  ];
}

function pointMarks(points: Point[], wave: number, { theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const style = waveStyle(theme, wave);
  const stroke = { stroke: style.colour, strokeLinecap: 'butt' } as const;
  const arrows = points.flatMap((point) =>
    point.arrows.flatMap(({ x, y, towards }) =>
      [-4, 4].map((rise) => ({ x1: x - towards * 6, y1: y + rise, x2: x, y2: y })),
    ),
  );
  return [
    Plot.link(
      points.filter((point) => point.lower !== null && point.upper !== null),
      { x1: 'lower', x2: 'upper', y1: 'y', y2: 'y', ...stroke, strokeWidth: 3, strokeOpacity: 0.65 },
    ),
    Plot.link(arrows, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', ...stroke, strokeWidth: 2 }),
    Plot.dot(points, { x: 'x', y: 'y', title: 'title', ...waveDot(style, colours, radius) }),
  ];
}

/** Changes that are not shown stand at one fixed place at the left of the frame, whatever they hide. */
function absentMarks(layout: ForestLayout, set: ForestSet, { locale, theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const items = layout.panels.flatMap((panel) =>
    panel.rows.flatMap(({ lines }) =>
      lines.flatMap(({ change, y }) =>
        change.state === 'shown'
          ? []
          : [{ y, isProtected: change.state === 'protected', text: absentText(change, set, locale) }],
      ),
    ),
  );
  const left = layout.frameLeft + 8;
  const shift = protectedSign.width + 6;
  return [
    Plot.dot(
      items.filter((item) => item.isProtected),
      {
        x: left + protectedSign.width / 2,
        y: 'y',
        ...protectedDot(colours, colours.surface),
      },
    ),
    Plot.text(items, {
      x: (item: (typeof items)[number]) => left + (item.isProtected ? shift : 0),
      y: 'y',
      text: 'text',
      textAnchor: 'start',
      fontSize: fontSizes.small,
      fill: colours.muted,
      stroke: colours.surface,
      strokeWidth: 4,
      strokeLinejoin: 'round',
    }),
  ];
}

type Written = ChangeWords & { y: number };

function textMarks(layout: ForestLayout, set: ForestSet, { locale, theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const { texts } = layout;
  const written: Written[] = layout.panels.flatMap((panel) =>
    panel.rows.flatMap(({ lines }) =>
      lines
        .filter(({ change }) => change.state === 'shown')
        .map((line) => ({ ...changeWordsOf(line, set, locale), y: line.y })),
    ),
  );
  const look = (part: keyof ChangeWords) =>
    part === 'change'
      ? { fontSize: fontSizes.value, fontWeight: 600, fill: colours.text }
      : { fontSize: fontSizes.value, fill: part === 'direction' ? colours.text : colours.muted };
  if (written.length === 0) return [];
  if (texts.look === 'columns') {
    const headerY = layout.panels[0]?.axisY ?? 0;
    return texts.columns.flatMap(({ header, part, x, anchor }) => [
      Plot.text([header], {
        x,
        y: headerY,
        textAnchor: anchor,
        fontSize: fontSizes.axis,
        fill: colours.muted,
      }),
      Plot.text(written, { x, y: 'y', text: part, textAnchor: anchor, ...look(part) }),
    ]);
  }
  const above = (item: Written) => item.y - 7.5;
  return [
    Plot.text(written, { x: texts.left, y: above, text: 'change', textAnchor: 'start', ...look('change') }),
    Plot.text(written, {
      x: texts.rangeLeft,
      y: above,
      text: 'range',
      textAnchor: 'start',
      ...look('range'),
    }),
    Plot.text(written, {
      x: texts.left,
      y: (item: Written) => item.y + 8,
      text: secondLine,
      textAnchor: 'start',
      fontSize: fontSizes.small,
      fill: colours.text,
    }),
  ];
}
