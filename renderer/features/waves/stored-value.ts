import type { Variable } from '../../../shared/domain/instrument';
import type { Locale } from '../../../shared/text';
import { formatDate, formatInstant, formatNumber } from '../../../shared/text/format';

const mostDecimals = 6;
/** What joins several answers of one question in a stored row. */
const answerJoiner = ' · ';

/** A stored value as a person reads it: options by their label, dates and numbers as the language writes them. */
export function storedValueWords(
  value: unknown,
  variable: Pick<Variable, 'type' | 'options'> | undefined,
  locale: Locale,
  answers: { yes: string; no: string },
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? answers.yes : answers.no;
  if (value instanceof Date || (variable?.type === 'datetime' && typeof value === 'number')) {
    const iso = new Date(value).toISOString();
    // The clock's time as the file has it, in whatever zone it was written.
    return variable?.type === 'datetime'
      ? formatInstant(iso, locale, 'UTC')
      : formatDate(iso, locale, 'short');
  }
  if (typeof value === 'number' || typeof value === 'bigint') {
    if (variable?.type === 'date') return formatDate(new Date(Number(value)).toISOString(), locale, 'short');
    return writtenNumber(Number(value), locale);
  }
  const labelOf = (text: string) => variable?.options.find((option) => option.value === text)?.label ?? text;
  if (variable?.type !== 'multiple') return labelOf(String(value));
  return String(value).split(answerJoiner).map(labelOf).join(answerJoiner);
}

/** A whole number of up to four digits takes no thousands mark: it is often a year. */
function writtenNumber(value: number, locale: Locale): string {
  if (Number.isInteger(value) && value >= 0 && value < 10_000) return String(value);
  return formatNumber(value, decimalsOf(value), locale);
}

function decimalsOf(value: number): number {
  const fraction = /\.(\d+)$/.exec(String(value))?.[1] ?? '';
  return Math.min(fraction.length, mostDecimals);
}
