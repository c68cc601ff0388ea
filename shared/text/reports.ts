import type { Catalogue, Locale } from './catalogue';
import { reportBlocksText as englishBlocks } from './en/report-blocks';
import { reportMethodText as englishMethod } from './en/report-method';
import { reportsText as english } from './en/reports';
import { reportBlocksText as spanishBlocks } from './es/report-blocks';
import { reportMethodText as spanishMethod } from './es/report-method';
import { reportsText as spanish } from './es/reports';

export type ReportWords = Catalogue<typeof spanish>;
export type ReportMethodWords = Catalogue<typeof spanishMethod>;
export type ReportBlockWords = Catalogue<typeof spanishBlocks>;

/** The words printed in reports and fichas, in one language. */
export function reportWords(locale: Locale): ReportWords {
  return locale === 'es' ? spanish : english;
}

/** What a report says of its designs, methods, tests and their detail. */
export function reportMethodWords(locale: Locale): ReportMethodWords {
  return locale === 'es' ? spanishMethod : englishMethod;
}

/** What a report prints around a register by period, the people lost, and the answers behind an indicator. */
export function reportBlockWords(locale: Locale): ReportBlockWords {
  return locale === 'es' ? spanishBlocks : englishBlocks;
}
