import type { Practice } from '../../../shared/domain/practice';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { reportWords } from '../../../shared/text/reports';
import type { DocumentPart } from '../reports/document';

/** When a practice ran, as the municipal form asks it: in words, on a strip of twelve months, and as periods. */
export function dateParts(dates: Practice['dates'], locale: Locale): DocumentPart[] {
  const { ficha } = reportWords(locale);
  const long = new Intl.DateTimeFormat(locale === 'es' ? 'es-CL' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  const short = texts(locale).practices.monthsShort;
  const months = (Object.keys(short) as (keyof typeof short)[]) // safe: the keys of a const object
    .map((key) => ({
      label: short[key],
      name: long.format(new Date(Date.UTC(2024, Number(key) - 1, 15))),
      isActive: dates.months.includes(Number(key)),
    }));
  const active = months.filter((month) => month.isActive).map((month) => month.name);
  const alt = active.length === 0 ? ficha.noMonths : ficha.monthsAlt(active.join(', '));
  const ranges = rangeTexts(dates.ranges, locale);
  const text = dates.text.trim();
  return [
    { kind: 'heading', level: 1, text: ficha.dates },
    ...(text === '' ? [] : [{ kind: 'paragraph', look: 'body', text } satisfies DocumentPart]),
    { kind: 'months', alt, items: months },
    ...(ranges.length === 0 ? [] : [{ kind: 'list', items: ranges } satisfies DocumentPart]),
  ];
}

/** Periods in words, each as exact as it is known; one without an end runs on. */
export function rangeTexts(ranges: Practice['dates']['ranges'], locale: Locale): string[] {
  const { ficha } = reportWords(locale);
  return ranges.map(({ from, to, note }) => {
    const [first, last] = [roughDateText(from, locale), roughDateText(to, locale)];
    if (from === to || from === null || to === null) {
      const period = from === to ? first : to === null ? ficha.since(first) : ficha.until(last);
      return [period, note].filter(Boolean).join(': ');
    }
    return ficha.range(first, last, note);
  });
}

/** A year, a month or a day in words, as exact as it is written: 2024, junio de 2023, 3 de abril de 2024; empty for null. */
function roughDateText(date: string | null, locale: Locale): string {
  if (date === null) return '';
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const format = new Intl.DateTimeFormat(dateTag(locale), {
    ...(day === undefined ? {} : { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 15))));
}

function dateTag(locale: Locale): string {
  return locale === 'es' ? 'es-CL' : 'en-GB';
}
