import type {
  FigureMeasure,
  MeasurementFigure,
  MeasurementNotice,
  MeasurementResult,
  MeasurementTable,
} from '../domain/measurement-result';
import type { Catalogue, Locale } from './catalogue';
import { measurementsText as english } from './en/measurements';
import { statisticsText as statisticsEnglish } from './en/statistics';
import { measurementsText as spanish } from './es/measurements';
import { statisticsText as statisticsSpanish } from './es/statistics';
import { formatNumber, formatPercent, formatSigned, noFigure } from './format';
import { reasonText } from './statistics';

type Figure = Pick<MeasurementFigure, 'value' | 'scale' | 'unit' | 'decimals' | 'status'>;

/** The catalogue of counts in a language. */
export function measurementWords(locale: Locale): Catalogue<typeof spanish> {
  return locale === 'es' ? spanish : english;
}

/** What a figure says, as the head of a column. */
export function measureName(measure: FigureMeasure, locale: Locale): string {
  return measurementWords(locale).measures[measure];
}

/** The title of a table: what its rows are. */
export function measurementTableTitle(
  table: Pick<MeasurementTable, 'id' | 'subject'>,
  locale: Locale,
): string {
  const words = measurementWords(locale);
  return table.subject === null ? words.tables[table.id] : words.bySubject(insideSentence(table.subject));
}

/** What stands over the first column of a table: what its rows are, in one word or the words of the instrument. */
export function measurementRowsHead(table: Pick<MeasurementTable, 'id' | 'subject'>, locale: Locale): string {
  return table.subject ?? measurementWords(locale).heads[table.id];
}

/** A name as it goes on inside a title; acronyms keep their capitals. */
function insideSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLocaleLowerCase('es') + name.slice(1) : name;
}

/** A period as a reader calls it: `mar 2024`, `trim. 2 2024`, `2024`. */
export function measurementPeriod(label: string, locale: Locale): string {
  const { period } = measurementWords(locale);
  const [year = '', rest = ''] = label.split('-');
  if (rest === '') return year;
  if (rest.startsWith('Q')) return period.quarter(rest.slice(1), year);
  if (rest.startsWith('H')) return period.half(rest.slice(1), year);
  if (rest.startsWith('W')) return period.week(String(Number(rest.slice(1))), year);
  return period.month(period.months[Number(rest) - 1] ?? rest, year);
}

/** Why a figure or its interval is absent, worded to stand after a colon or in brackets. */
export function measurementReason(reason: string, locale: Locale): string {
  const { reasons } = measurementWords(locale);
  return isKeyOf(reasons, reason) ? reasons[reason] : reasonText(reason, locale);
}

/** The name of the method of a figure (`figure.method`). */
export function measurementMethod(method: string, locale: Locale): string {
  const { methods } = measurementWords(locale);
  if (isKeyOf(methods, method)) return methods[method];
  const statistics = locale === 'es' ? statisticsSpanish : statisticsEnglish;
  if (isKeyOf(statistics.estimates, method)) return statistics.estimates[method];
  return isKeyOf(statistics.methods, method) ? statistics.methods[method].name : statistics.unknown;
}

/** Something a reader must know, as a sentence. A number too small to be told is worded without it. */
export function measurementNoticeText({ code, details }: MeasurementNotice, locale: Locale): string {
  const words = measurementWords(locale);
  const text = words.notices[code].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const detail = details[name];
    if (detail === undefined) return name === 'count' ? words.few : noFigure;
    if (name === 'period') return measurementPeriod(String(detail), locale);
    return typeof detail === 'number' ? formatNumber(detail, 0, locale) : detail;
  });
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** A figure as it is written: 1.270, 81,2 %, +11,9 pp, 12 kg; `protegido` where it is hidden, a dash where there is none. */
export function measurementFigureText(figure: Figure, locale: Locale): string {
  if (figure.status === 'suppressed') return measurementWords(locale).protectedFigure;
  return figureNumber(figure.value, figure, locale);
}

/** Both ends of the interval of a figure, 41,0 % a 57,2 %; empty without one. */
export function measurementIntervalText(
  figure: Figure & Pick<MeasurementFigure, 'interval'>,
  locale: Locale,
): string {
  return joinEnds(figure, locale, locale === 'es' ? ' a ' : ' to ');
}

/** The same to stand after «entre»: 41,0 % y 57,2 %. */
export function betweenText(figure: Figure & Pick<MeasurementFigure, 'interval'>, locale: Locale): string {
  return joinEnds(figure, locale, locale === 'es' ? ' y ' : ' and ');
}

function joinEnds(
  figure: Figure & Pick<MeasurementFigure, 'interval'>,
  locale: Locale,
  joint: string,
): string {
  if (figure.interval === null) return '';
  const { lower, upper } = figure.interval;
  // A unit is said once, after the second end.
  const first = figure.scale.startsWith('share') ? figure : { ...figure, unit: '' };
  return figureNumber(lower, first, locale) + joint + figureNumber(upper, figure, locale);
}

/** A number in the scale, unit and decimals of a figure; null gives a dash. */
export function figureNumber(
  value: number | null,
  { scale, unit, decimals }: Pick<MeasurementFigure, 'scale' | 'unit' | 'decimals'>,
  locale: Locale,
): string {
  if (value === null || !Number.isFinite(value)) return noFigure;
  if (scale === 'share') return formatPercent(value, decimals, locale);
  if (scale === 'share-change') return `${formatSigned(value * 100, decimals, locale)}\u00a0pp`;
  const suffix = unit === '' ? '' : `\u00a0${unit}`;
  const write = scale === 'number-change' ? formatSigned : formatNumber;
  return write(value, decimals, locale) + suffix;
}

/** How the figures were computed, one line a method, for the evaluator. */
export function measurementMethodLines(result: MeasurementResult, locale: Locale): string[] {
  const words = measurementWords(locale);
  const { methodLines } = words;
  const lines = new Set<string>();
  const shown = result.figures.filter(({ status }) => status === 'shown');
  for (const { measure, method, interval, reason } of shown) {
    if (method !== null && interval !== null) {
      lines.add(methodLines.method(words.measures[measure], measurementMethod(method, locale)));
    } else if (method !== null && reason !== null) {
      lines.add(methodLines.without(words.measures[measure], measurementReason(reason, locale)));
    }
  }
  if (lines.size === 0) return shown.length === 0 ? [] : [methodLines.count];
  if (shown.some(({ interval }) => interval !== null)) {
    lines.add(methodLines.interval(formatPercent(result.spec.confidenceLevel, 0, locale)));
  }
  if (shown.some(({ measure }) => measure === 'cases-per-month')) lines.add(methodLines.month);
  if (shown.some(({ phase }) => phase !== null)) lines.add(methodLines.outside);
  return [...lines];
}

function isKeyOf<T extends object>(texts: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(texts, key);
}
