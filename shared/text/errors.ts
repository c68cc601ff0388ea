import type { WireError } from '../errors';
import type { Locale } from './catalogue';
import { errorCatalogue as english } from './en/errors';
import { readDetails } from './error-details';
import { errorCatalogue as spanish } from './es/errors';

/** Words an error for the reader: what happened, where (empty when it names no place), and what to do. */
export function errorText(
  error: WireError,
  locale: Locale,
): { title: string; detail: string; advice: string } {
  const catalogue = locale === 'es' ? spanish : english;
  const wording = catalogue[error.code](readDetails(error.details, locale));
  return { title: wording.title, detail: wording.where, advice: wording.advice };
}
