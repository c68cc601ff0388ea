import { assertNever } from '../errors';
import type { Locale } from './catalogue';

/** How an indicator's figures are written; shares are stored from 0 to 1 and written as percentages. */
export type FigureStyle = {
  kind: 'proportion' | 'mean' | 'total' | 'count' | 'ratio' | 'rate' | 'top-box' | 'index';
  unit: string;
  decimals: number;
};
type Interval = { lower: number; upper: number };
type NumberOptions = { decimals: number; isSigned: boolean };

const tags = { es: 'es-CL', en: 'en-GB' } as const satisfies Record<Locale, string>;
const noBreakSpace = '\u00a0';
const minus = '\u2212';
/** Stands where there is no figure. */
export const noFigure = '–';
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, { decimals, isSigned }: NumberOptions): Intl.NumberFormat {
  const name = `${locale} ${decimals} ${isSigned}`;
  const known = formats.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat(tags[locale], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: 'always',
    signDisplay: isSigned ? 'exceptZero' : 'negative',
  });
  formats.set(name, made);
  return made;
}

function write(value: number | null, locale: Locale, options: NumberOptions): string {
  if (value === null || !Number.isFinite(value)) return noFigure;
  return numberFormat(locale, options).format(value).replace('-', minus);
}

/** A number with fixed decimals: 1.234,5 in Spanish (Chile), 1,234.5 in English; null or not finite gives a dash. */
export function formatNumber(value: number | null, decimals: number, locale: Locale): string {
  return write(value, locale, { decimals, isSigned: false });
}

/** Like `formatNumber`, with a plus sign before positive numbers and none before what rounds to zero. */
export function formatSigned(value: number | null, decimals: number, locale: Locale): string {
  return write(value, locale, { decimals, isSigned: true });
}

/** A share from 0 to 1 as a percentage: 81,2 % in Spanish (with a space that does not break), 81.2% in English. */
export function formatPercent(share: number | null, decimals: number, locale: Locale): string {
  if (share === null || !Number.isFinite(share)) return noFigure;
  return formatNumber(share * 100, decimals, locale) + percentSign(locale);
}

function percentSign(locale: Locale): string {
  switch (locale) {
    case 'es':
      return `${noBreakSpace}%`;
    case 'en':
      return '%';
    default:
      return assertNever(locale);
  }
}

/** True where figures are shares from 0 to 1, written as percentages. */
export function isShareStyle(style: Pick<FigureStyle, 'kind'>): boolean {
  return style.kind === 'proportion' || style.kind === 'top-box';
}

function unitSuffix(style: FigureStyle): string {
  return style.unit === '' ? '' : noBreakSpace + style.unit;
}

/** An indicator's value in its own scale, with percent sign or unit; null gives a dash. */
export function formatValue(value: number | null, style: FigureStyle, locale: Locale): string {
  if (value === null || !Number.isFinite(value)) return noFigure;
  if (isShareStyle(style)) return formatPercent(value, style.decimals, locale);
  return formatNumber(value, style.decimals, locale) + unitSuffix(style);
}

/** A difference of two values, signed; between shares in percentage points: +11,9 pp. */
export function formatChange(change: number | null, style: FigureStyle, locale: Locale): string {
  if (change === null || !Number.isFinite(change)) return noFigure;
  if (isShareStyle(style)) return `${formatSigned(change * 100, style.decimals, locale)}${noBreakSpace}pp`;
  return formatSigned(change, style.decimals, locale) + unitSuffix(style);
}

/** Both ends of an interval of values: 41,0 % a 57,2 %; null gives a dash. */
export function formatInterval(interval: Interval | null, style: FigureStyle, locale: Locale): string {
  return joinEnds(interval, locale, (value) => formatValue(value, style, locale));
}

/** Both ends of an interval of a difference: +2,1 pp a +21,7 pp; null gives a dash. */
export function formatChangeInterval(interval: Interval | null, style: FigureStyle, locale: Locale): string {
  return joinEnds(interval, locale, (value) => formatChange(value, style, locale));
}

function joinEnds(interval: Interval | null, locale: Locale, one: (value: number) => string): string {
  if (interval === null) return noFigure;
  return `${one(interval.lower)} ${locale === 'es' ? 'a' : 'to'} ${one(interval.upper)}`;
}

/** A p value with three decimals, `p < 0,001` below that; null gives a dash. */
export function formatP(p: number | null, locale: Locale): string {
  if (p === null || !Number.isFinite(p)) return noFigure;
  if (p < 0.001) return `p < ${formatNumber(0.001, 3, locale)}`;
  if (p > 0.999) return `p > ${formatNumber(0.999, 3, locale)}`;
  return `p = ${formatNumber(p, 3, locale)}`;
}

/** A calendar day (`yyyy-mm-dd`, or the UTC day of an instant): `long` 5 de marzo de 2024, `short` 05-03-2024; null gives a dash. */
export function formatDate(iso: string | null, locale: Locale, length: 'long' | 'short' = 'long'): string {
  const date = iso === null ? new Date(Number.NaN) : new Date(iso);
  if (Number.isNaN(date.getTime())) return noFigure;
  const options: Intl.DateTimeFormatOptions =
    length === 'long'
      ? { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
      : { day: '2-digit', month: locale === 'es' ? '2-digit' : 'short', year: 'numeric', timeZone: 'UTC' };
  return new Intl.DateTimeFormat(tags[locale], options).format(date);
}

/** The day of an instant in a time zone, by default Chile's: 5 de marzo de 2024; null gives a dash. */
export function formatDayOf(iso: string | null, locale: Locale, timeZone = 'America/Santiago'): string {
  const date = iso === null ? new Date(Number.NaN) : new Date(iso);
  if (Number.isNaN(date.getTime())) return noFigure;
  const options = { day: 'numeric', month: 'long', year: 'numeric', timeZone } as const;
  return new Intl.DateTimeFormat(tags[locale], options).format(date);
}

/** An instant as day and hour in a time zone, by default Chile's: 05-03-2024, 14:30; null gives a dash. */
export function formatInstant(iso: string | null, locale: Locale, timeZone = 'America/Santiago'): string {
  const date = iso === null ? new Date(Number.NaN) : new Date(iso);
  if (Number.isNaN(date.getTime())) return noFigure;
  return new Intl.DateTimeFormat(tags[locale], {
    day: '2-digit',
    month: locale === 'es' ? '2-digit' : 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(date);
}

/** A count of things with its word: `one` for exactly 1, `many` otherwise. */
export function formatCount(count: number, one: string, many: string, locale: Locale): string {
  return `${formatNumber(count, 0, locale)}${noBreakSpace}${count === 1 ? one : many}`;
}

const byteUnits = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** A size in steps of 1000: 812 bytes, 34,5 kB, 1,2 MB; null gives a dash. */
export function formatBytes(bytes: number | null, locale: Locale): string {
  if (bytes === null || !Number.isFinite(bytes) || bytes < 0) return noFigure;
  let step = 0;
  while (step < byteUnits.length - 1 && bytes / 1000 ** step >= 999.95) step += 1;
  return `${formatNumber(bytes / 1000 ** step, step === 0 ? 0 : 1, locale)}${noBreakSpace}${byteUnits[step] ?? 'bytes'}`;
}

/** The interval of a change without repeating the unit: +2,1 a +21,7 (percentage points for shares); null gives a dash. */
export function formatChangeRange(interval: Interval | null, style: FigureStyle, locale: Locale): string {
  const scale = isShareStyle(style) ? 100 : 1;
  return joinEnds(interval, locale, (value) => formatSigned(value * scale, style.decimals, locale));
}
