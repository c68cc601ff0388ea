import type { Locale } from '../text/catalogue';
import { chartsText as english } from '../text/en/charts';
import { chartsText as spanish } from '../text/es/charts';

export type ChartWords = typeof spanish;

/** The charts' own texts in one language. */
export function chartWords(locale: Locale): ChartWords {
  return locale === 'es' ? spanish : english;
}
