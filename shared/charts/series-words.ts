import type { SeriesEffect, SeriesPeriod, SeriesPoint, SeriesResult } from '../domain/series';
import type { Locale } from '../text/catalogue';
import {
  type FigureStyle,
  formatChange,
  formatChangeInterval,
  formatDate,
  formatInterval,
  formatNumber,
  formatValue,
  noFigure,
} from '../text/format';
import { altText, levelText, protectedText, sharedNotes } from './describe';
import type { LegendItem, TextTable } from './types';
import { chartWords } from './words';

/** How the figures of a series are written; cases are whole numbers without a unit. */
export function seriesStyle({ indicator }: SeriesResult): FigureStyle {
  return indicator ?? { kind: 'count', unit: '', decimals: 0 };
}

/** A period as a reader calls it: `dic 2022`, `sem. 49, 2022`, `trim. 4, 2022`. */
export function periodText(point: Pick<SeriesPoint, 'label'>, period: SeriesPeriod, locale: Locale): string {
  const { series } = chartWords(locale);
  const months: Record<string, string> = series.months;
  const [year = '', part = ''] = point.label.split('-');
  switch (period) {
    case 'month':
      return `${months[part] ?? part} ${year}`;
    case 'week':
      return series.week(String(Number(part.slice(1))), year);
    case 'quarter':
      return series.quarter(part.slice(1), year);
  }
}

/** The indicator, or that cases are counted, by period. */
export function seriesTitle({ indicator, spec }: SeriesResult, locale: Locale): string {
  const { series } = chartWords(locale);
  return indicator ? `${indicator.name}, ${series.periods[spec.period]}` : series.cases[spec.period];
}

/** The date variable, the span of the periods and the label of synthetic data. */
export function seriesSubtitle(result: SeriesResult, locale: Locale): string {
  const words = chartWords(locale);
  const name = (point: SeriesPoint | undefined) =>
    point ? periodText(point, result.spec.period, locale) : '';
  const span = [name(result.points[0]), name(result.points.at(-1))].filter((part) => part !== '').join(' → ');
  const synthetic = isSynthetic(result) ? words.synthetic : '';
  return [result.dateLabel, span, synthetic].filter((part) => part !== '').join(' · ');
}

function isSynthetic({ waves }: SeriesResult): boolean {
  return waves.some((wave) => wave.isSynthetic);
}

/** `Corte: 01-12-2022`; empty without a cut. */
export function cutText({ spec }: SeriesResult, locale: Locale): string {
  return spec.cutDate === null
    ? ''
    : chartWords(locale).series.cut(formatDate(spec.cutDate, locale, 'short'));
}

/** A period's figure in words: its value, `protegido (<10)` or `sin datos`. */
export function pointText(point: SeriesPoint, result: SeriesResult, locale: Locale): string {
  if (point.status === 'suppressed') return protectedText(result.privacy.threshold, locale);
  if (point.status === 'empty' || point.value === null) return chartWords(locale).noData;
  return formatValue(point.value, seriesStyle(result), locale);
}

/** True where a shown figure takes no part in the model. */
export function isOutside(point: SeriesPoint, result: SeriesResult): boolean {
  return point.status === 'shown' && result.model !== null && point.excluded !== null;
}

/** The full alternative text: how many periods, what the model says, and every figure that may be shown. */
export function seriesAlt(result: SeriesResult, locale: Locale): string {
  const { series } = chartWords(locale);
  const { model, points } = result;
  const count = (phase: SeriesPoint['phase']) =>
    formatNumber(points.filter((point) => point.phase === phase).length, 0, locale);
  const sentences = [
    ...(result.spec.cutDate === null
      ? []
      : [
          `${cutText(result, locale)}.`,
          series.summary(formatNumber(points.length, 0, locale), count('before'), count('after')),
        ]),
    ...(model
      ? [
          series.level(effectText(model.levelChange, result, locale)),
          series.slope(effectText(model.slopeChange, result, locale)),
        ]
      : []),
    ...points.map(
      (point) =>
        `${periodText(point, result.spec.period, locale)}: ${pointText(point, result, locale)}${pointN(point, result, locale)}.`,
    ),
  ];
  return altText('series', seriesTitle(result, locale), seriesSubtitle(result, locale), sentences, locale);
}

function pointN(point: SeriesPoint, { indicator }: SeriesResult, locale: Locale): string {
  if (!indicator || point.status !== 'shown' || point.n === null) return '';
  return ` (${chartWords(locale).n(formatNumber(point.n, 0, locale))})`;
}

/** Lines and effects are no whole cases, so they keep a decimal at least. */
function effectText({ estimate, interval }: SeriesEffect, result: SeriesResult, locale: Locale): string {
  const style = seriesStyle(result);
  const finer = { ...style, decimals: Math.max(1, style.decimals) };
  const value = formatChange(estimate, finer, locale);
  return interval === null
    ? value
    : `${value} (${chartWords(locale).intervalWithin(formatChangeInterval(interval, finer, locale))})`;
}

type Colours = { fitted: string; counterfactual: string };

/** Observed figures before and after, the lines, what is outside the model, and the protected sign. */
export function seriesLegend(result: SeriesResult, colours: Colours, locale: Locale): LegendItem[] {
  const { series } = chartWords(locale);
  const { points } = result;
  const counted = points.filter((point) => point.status === 'shown' && !isOutside(point, result));
  const items: LegendItem[] = [];
  if (result.spec.cutDate === null) items.push({ kind: 'wave', index: 1, label: series.value });
  else {
    if (counted.some((point) => point.phase === 'before'))
      items.push({ kind: 'wave', index: 0, label: series.before });
    if (counted.some((point) => point.phase === 'after'))
      items.push({ kind: 'wave', index: 1, label: series.after });
  }
  if (points.some((point) => point.fitted !== null))
    items.push({ kind: 'line', colour: colours.fitted, label: series.fitted });
  if (points.some((point) => point.counterfactual !== null))
    items.push({ kind: 'dashes', colour: colours.counterfactual, label: series.counterfactual });
  if (points.some((point) => isOutside(point, result)))
    items.push({ kind: 'sign', sign: '×', label: series.outside });
  if (hasProtected(result))
    items.push({ kind: 'protected', label: protectedText(result.privacy.threshold, locale) });
  return items;
}

function hasProtected({ points }: SeriesResult): boolean {
  return points.some((point) => point.status === 'suppressed');
}

/** What a reader must know: the supposition behind the dashes, what is left out, protection, synthetic data. */
export function seriesNotes(result: SeriesResult, locale: Locale): string[] {
  const { series } = chartWords(locale);
  const { points, model, spec } = result;
  const notes: string[] = [];
  if (points.some((point) => point.counterfactual !== null))
    notes.push(series.counterfactualNote(levelText(spec.confidenceLevel, locale)));
  if (spec.cutDate !== null && model === null) notes.push(series.noModelNote);
  if (points.some((point) => isOutside(point, result))) notes.push(series.outsideNote);
  if (points.some((point) => point.isSmoothed)) notes.push(series.smoothedNote);
  const waves = result.waves.map((wave) => ({ ...wave, moment: 'ex-post' as const }));
  return [...notes, ...sharedNotes(hasProtected(result), result.privacy.threshold, waves, locale)];
}

/** The series as text, one line for each period. */
export function seriesTable(result: SeriesResult, locale: Locale): TextTable {
  const { series } = chartWords(locale);
  const { model, spec, indicator } = result;
  const style = seriesStyle(result);
  const line = { ...style, decimals: Math.max(1, style.decimals) };
  const level = chartWords(locale).interval(levelText(spec.confidenceLevel, locale));
  const has = { cut: spec.cutDate !== null, n: indicator !== null, model: model !== null };
  const columns = [
    { label: series.period[spec.period], isNumeric: false },
    ...(has.cut ? [{ label: series.phase, isNumeric: false }] : []),
    { label: series.value, isNumeric: true },
    ...(has.n ? [{ label: 'n', isNumeric: true }] : []),
    ...(has.model
      ? [
          { label: series.inModel, isNumeric: false },
          { label: series.fitted, isNumeric: true },
          { label: series.counterfactual, isNumeric: true },
          { label: level, isNumeric: true },
        ]
      : []),
  ];
  const rows = result.points.map((point) => [
    periodText(point, spec.period, locale),
    ...(has.cut ? [series[point.phase]] : []),
    pointText(point, result, locale),
    ...(has.n ? [formatNumber(point.status === 'shown' ? point.n : null, 0, locale)] : []),
    ...(has.model
      ? [
          inModelText(point, locale),
          point.fitted === null ? noFigure : formatValue(point.fitted, line, locale),
          formatValue(point.counterfactual?.value ?? null, line, locale),
          formatInterval(point.counterfactual?.interval ?? null, line, locale),
        ]
      : []),
  ]);
  return { columns, rows };
}

function inModelText(point: SeriesPoint, locale: Locale): string {
  const { series } = chartWords(locale);
  if (point.excluded !== null) return series.exclusions[point.excluded];
  return point.isSmoothed ? series.smoothed : series.yes;
}
