import type { Catalogue, Locale } from './catalogue';
import { commissionText as english } from './en/commission';
import { commissionText as spanish } from './es/commission';

export type CommissionWords = Catalogue<typeof spanish>;

/** What minutes and score sheets say, in one language. */
export function commissionWords(locale: Locale): CommissionWords {
  return locale === 'es' ? spanish : english;
}
