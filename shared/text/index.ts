import type { Catalogue, Locale } from './catalogue';
import { commonText as commonEn } from './en/common';
import { homeText as homeEn } from './en/home';
import { commonText as commonEs } from './es/common';
import { homeText as homeEs } from './es/home';

const es = { common: commonEs, home: homeEs };
export type Texts = Catalogue<typeof es>;
const en: Texts = { common: commonEn, home: homeEn };

/** Every text of the interface in one language. */
export function texts(locale: Locale): Texts {
  return locale === 'es' ? es : en;
}

export type { Locale } from './catalogue';
