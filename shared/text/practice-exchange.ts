import type { Locale } from './catalogue';
import { practiceExchangeText as english } from './en/practice-exchange';
import { type DetailsReader, sentences } from './error-details';
import { practiceExchangeText as spanish } from './es/practice-exchange';

/** The wording of record files. */
export function practiceExchangeWords(locale: Locale): typeof spanish {
  return locale === 'es' ? spanish : english;
}

/** Which record, which field, and what is wrong with it, of an error met while records are read. */
export function recordProblem(details: DetailsReader, locale: Locale): string {
  const words = practiceExchangeWords(locale);
  const number = details.text('record');
  const title = details.text('title');
  const field = details.text('field');
  const places = [
    number === null ? null : words.place.record(number) + (title === null ? '' : ` («${title}»)`),
    field === null ? null : words.place.field(fieldName(field, words.headings)),
  ].filter((part) => part !== null);
  const reason = details.text('reason');
  const problems: Readonly<Record<string, string>> = words.problems;
  const version = details.text('version');
  return sentences(
    places.length === 0 ? null : `${places.join(', ')}.`,
    reason === null ? null : (problems[reason] ?? null),
    version === null ? null : words.newer(version, details.text('known') ?? ''),
  );
}

/** `dates.months.3` as the heading of `dates.months`; a field without a heading stays as it is written. */
function fieldName(path: string, headings: Readonly<Record<string, string>>): string {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const heading = headings[parts.slice(0, length).join('.')];
    if (heading !== undefined) return heading;
  }
  return path;
}
