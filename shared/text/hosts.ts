import type { Catalogue, Locale } from './catalogue';
import { hostText as english } from './en/hosts';
import { hostText as spanish } from './es/hosts';

export type HostTexts = Catalogue<typeof spanish>;

/** What the terminal, the menus and the native dialogs say, in one language. */
export function hostTexts(locale: Locale): HostTexts {
  return locale === 'es' ? spanish : english;
}
