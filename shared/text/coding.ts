import type { Catalogue, Locale } from './catalogue';
import { codingText as english } from './en/coding';
import { codingText as spanish } from './es/coding';

/** The catalogue of coding in a language. */
export function codingWords(locale: Locale): Catalogue<typeof spanish> {
  return locale === 'es' ? spanish : english;
}
