import type { Variable } from '../../../shared/domain/instrument';
import type { Locale } from '../../../shared/text';
import { cellValueOf, cellWords, writtenNumber } from '../cleaning/cell-value';

/** A stored value as a person reads it: options by their label, dates and numbers as the language writes them. */
export function storedValueWords(
  value: unknown,
  variable: Pick<Variable, 'type' | 'options'> | undefined,
  locale: Locale,
  words: { yes: string; no: string; none: string },
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (!variable) return typeof value === 'number' ? writtenNumber(value, locale) : String(value);
  return cellWords(cellValueOf(value, variable), variable, locale, { ...words, missing: '' });
}
