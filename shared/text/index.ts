import type { Catalogue, Locale } from './catalogue';
import { commonText as commonEn } from './en/common';
import { commonText as commonEs } from './es/common';

const es = { common: commonEs };
export type Texts = Catalogue<typeof es>;
const en: Texts = { common: commonEn };

/** Every text of the interface in one language. */
export function texts(locale: Locale): Texts {
  return locale === 'es' ? es : en;
}

export type { Locale } from './catalogue';
