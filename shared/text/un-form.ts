import type { Catalogue, Locale } from './catalogue';
import { unFormText as english } from './en/un-form';
import { unFormText as spanish } from './es/un-form';

/** The words of the United Nations' submission form, in one language. */
export function unFormWords(locale: Locale): Catalogue<typeof spanish> {
  return locale === 'es' ? spanish : english;
}
