import * as Plot from '@observablehq/plot';
import type { MeasurementChart, MeasurementResult } from '../domain/measurement-result';
import { formatNumber } from '../text/format';
import { measurementPeriod, measurementWords } from '../text/measurements';
import { fontSizes } from './layout';
import { waveDot } from './marks';
import { elide, textWidth } from './measure';
import { measurementChart } from './measurement-words';
import { palette, waveStyle } from './palette';
import type { ChartContext, ChartSpec } from './types';

type ScheduleChart = Extract<MeasurementChart, { kind: 'schedule' }>;
type State = ScheduleChart['rows'][number]['periods'][number]['state'];
type Mark = { x: number; y: number; state: State; meetings: number; text: string; title: string };

const radius = 9;
const lineHeight = 46;
const titleHeight = 26;
const bodyGap = 10;

/** A calendar a body: each planned period as a mark, filled where it met, hollow where it did not, a dash after the data. */
export function measurementSchedule(
  result: MeasurementResult,
  chart: ScheduleChart,
  context: ChartContext,
): ChartSpec {
  const { locale, width, theme } = context;
  const words = measurementWords(locale).charts;
  const stateText: Record<State, string> = { kept: words.kept, missed: words.missed, open: words.open };
  const periods = chart.rows.flatMap((row) => row.periods);
  const widest = Math.max(
    2 * radius,
    ...periods.map(({ period }) => textWidth(measurementPeriod(period, locale), fontSizes.small)),
  );
  const cell = widest + 14;
  const perLine = Math.max(1, Math.floor(width / cell));
  const marks: Mark[] = [];
  const titles: { text: string; y: number }[] = [];
  let top = 0;
  for (const row of chart.rows) {
    titles.push({ text: elide(row.label, width, fontSizes.label, 600), y: top + 10 });
    row.periods.forEach(({ period, state, meetings }, index) => {
      const name = measurementPeriod(period, locale);
      marks.push({
        x: (index % perLine) * cell + cell / 2,
        y: top + titleHeight + Math.floor(index / perLine) * lineHeight + radius + 1,
        state,
        meetings,
        text: name,
        title: `${row.label}, ${name}: ${stateText[state]}`,
      });
    });
    top += titleHeight + Math.ceil(row.periods.length / perLine) * lineHeight + bodyGap;
  }
  const count = (meetings: number): string =>
    meetings === 1 ? words.oneMeeting : words.meetings(formatNumber(meetings, 0, locale));
  const states = new Set(periods.map(({ state }) => state));
  return measurementChart(result, context, {
    title: words.schedule,
    subtitle: '',
    figures: [],
    legend: [
      ...(states.has('kept') ? [{ kind: 'wave' as const, index: 1, label: words.kept }] : []),
      ...(states.has('missed') ? [{ kind: 'wave' as const, index: 0, label: words.missed }] : []),
      ...(states.has('open')
        ? [{ kind: 'line' as const, colour: palette(theme).axis, label: words.open }]
        : []),
    ],
    sentences: chart.rows.map(({ label, periods: own }) =>
      words.figure(
        label,
        own
          .map(({ period, state, meetings }) =>
            [measurementPeriod(period, locale), state === 'kept' ? count(meetings) : stateText[state]].join(
              ' ',
            ),
          )
          .join('; '),
      ),
    ),
    table: {
      columns: [
        { label: words.body, isNumeric: false },
        { label: words.period, isNumeric: false },
        { label: words.state, isNumeric: false },
        { label: measurementWords(locale).measures['meetings-held'], isNumeric: true },
      ],
      rows: chart.rows.flatMap(({ label, periods: own }) =>
        own.map(({ period, state, meetings }) => [
          label,
          measurementPeriod(period, locale),
          stateText[state],
          formatNumber(meetings, 0, locale),
        ]),
      ),
    },
    plot: {
      width,
      height: Math.max(1, top - bodyGap),
      margin: 0,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [...titleMarks(titles, context), ...periodMarks(marks, context)],
    },
  });
}

function titleMarks(titles: { text: string; y: number }[], { theme }: ChartContext): Plot.Markish[] {
  return [
    Plot.text(titles, {
      x: 0,
      y: 'y',
      text: 'text',
      textAnchor: 'start',
      fontSize: fontSizes.label,
      fontWeight: 600,
      fill: palette(theme).text,
    }),
  ];
}

function periodMarks(marks: readonly Mark[], { locale, theme }: ChartContext): Plot.Markish[] {
  const colours = palette(theme);
  const of = (state: State): Mark[] => marks.filter((mark) => mark.state === state);
  const dot = { x: 'x', y: 'y', title: 'title' } as const;
  return [
    Plot.dot(of('kept'), { ...dot, ...waveDot(waveStyle(theme, 1), colours, radius) }),
    Plot.dot(of('missed'), { ...dot, ...waveDot(waveStyle(theme, 0), colours, radius - 1) }),
    Plot.link(of('open'), {
      x1: (mark: Mark) => mark.x - radius,
      x2: (mark: Mark) => mark.x + radius,
      y1: 'y',
      y2: 'y',
      stroke: colours.axis,
      strokeWidth: 2,
    }),
    // How many meetings a period had, where it had more than one.
    Plot.text(
      of('kept').filter(({ meetings }) => meetings > 1),
      {
        x: 'x',
        y: 'y',
        text: (mark: Mark) => formatNumber(mark.meetings, 0, locale),
        fontSize: fontSizes.small,
        fontWeight: 600,
        fill: colours.surface,
      },
    ),
    Plot.text(marks, {
      x: 'x',
      y: (mark: Mark) => mark.y + radius + 11,
      text: 'text',
      fontSize: fontSizes.small,
      fill: colours.muted,
    }),
  ];
}
