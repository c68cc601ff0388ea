import type { Catalogue, Locale } from './catalogue';
import { reportsText as english } from './en/reports';
import { reportsText as spanish } from './es/reports';

export type ReportWords = Catalogue<typeof spanish>;

/** The words printed in reports and fichas, in one language. */
export function reportWords(locale: Locale): ReportWords {
  return locale === 'es' ? spanish : english;
}
