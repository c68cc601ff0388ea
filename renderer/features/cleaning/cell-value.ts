import type { CellValue } from '../../../shared/domain/cleaning';
import type { Variable } from '../../../shared/domain/instrument';
import type { Locale } from '../../../shared/text';
import { formatDate, formatInstant, formatNumber } from '../../../shared/text/format';

/** What joins several answers of one question in a stored row. */
export const answerJoiner = ' · ';
const mostDecimals = 6;

type Answered = Pick<Variable, 'type' | 'options'>;
export type ValueWords = { yes: string; no: string; none: string; missing: string };

/** A stored value as the cleaning log writes it; null for a missing one. */
export function cellValueOf(stored: unknown, variable: Answered): CellValue {
  if (stored === null || stored === undefined) return null;
  if (variable.type === 'multiple') return answersOf(String(stored), variable.options);
  if (variable.type === 'date' || variable.type === 'datetime') {
    const iso = new Date(stored instanceof Date ? stored : Number(stored)).toISOString();
    return variable.type === 'date' ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
  }
  return String(stored) === '' ? null : String(stored);
}

/** The answers joined in a stored row; one that holds the joiner itself is found among the options. */
export function answersOf(joined: string, options: Variable['options']): string[] {
  if (joined === '') return [];
  const known = new Set(options.map((option) => option.value));
  const pieces = joined.split(answerJoiner);
  const answers: string[] = [];
  for (let start = 0; start < pieces.length; ) {
    let end = pieces.length;
    while (end > start + 1 && !known.has(pieces.slice(start, end).join(answerJoiner))) end -= 1;
    answers.push(pieces.slice(start, end).join(answerJoiner));
    start = end;
  }
  return answers;
}

/** A value of the cleaning log as a person reads it: answers by their label, days and numbers as the language writes them. */
export function cellWords(
  value: CellValue,
  variable: Answered | undefined,
  locale: Locale,
  words: ValueWords,
): string {
  if (value === null) return words.missing;
  const labelOf = (answer: string) =>
    variable?.options.find((option) => option.value === answer)?.label ?? answer;
  if (Array.isArray(value)) {
    return value.length === 0 ? words.none : value.map(labelOf).join(answerJoiner);
  }
  switch (variable?.type) {
    case 'boolean':
      return value === 'true' ? words.yes : value === 'false' ? words.no : value;
    case 'date':
      return /^\d{4}-\d\d-\d\d$/.test(value) ? formatDate(value, locale, 'short') : value;
    case 'datetime':
      return /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(value)
        ? formatInstant(`${value.replace(' ', 'T').slice(0, 19)}Z`, locale, 'UTC')
        : value;
    case 'integer':
    case 'decimal':
      return /^-?\d+(\.\d+)?$/.test(value) ? writtenNumber(Number(value), locale) : value;
    default:
      return labelOf(value);
  }
}

/** A whole number of up to four digits takes no thousands mark: it is often a year. */
export function writtenNumber(value: number, locale: Locale): string {
  if (Number.isInteger(value) && value >= 0 && value < 10_000) return String(value);
  const fraction = /\.(\d+)$/.exec(String(value))?.[1] ?? '';
  return formatNumber(value, Math.min(fraction.length, mostDecimals), locale);
}

/** A typed number with a point or a comma as the log writes it; null where it is none, or not whole where it must be. */
export function readNumber(typed: string, isWhole: boolean): string | null {
  const text = typed.trim().replaceAll(/\s/g, '').replace(',', '.');
  if (isWhole) return /^-?\d{1,18}$/.test(text) ? text : null;
  return /^-?\d{1,300}(\.\d{1,300})?$/.test(text) ? text : null;
}

/** A typed day and time as the log writes it; null where it is none. */
export function readMoment(typed: string, readDay: (text: string) => string | null): string | null {
  const [day = '', time = '', ...rest] = typed.trim().split(/[\s,]+/);
  const written = readDay(day);
  const clock = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/.exec(time);
  if (written === null || clock === null || rest.length > 0) return null;
  const [hour = '', minute = '', second = '00'] = clock.slice(1);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null;
  return `${written} ${hour.padStart(2, '0')}:${minute}:${second ?? '00'}`;
}
