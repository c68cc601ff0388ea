import type { ChangeDirection } from '../domain/comparison';
import type { Locale } from '../text/catalogue';
import { type Caveat, caveatText } from '../text/caveats';
import { chartsText as english } from '../text/en/charts';
import { chartsText as spanish } from '../text/es/charts';

export type ChartWords = typeof spanish;

/** The charts' own texts in one language. */
export function chartWords(locale: Locale): ChartWords {
  return locale === 'es' ? spanish : english;
}

/** The direction of a change in words, with what takes it back. */
export function directionText(
  change: { direction: ChangeDirection; caveat: Caveat | null },
  locale: Locale,
): string {
  const direction = chartWords(locale).directions[change.direction];
  return change.caveat === null ? direction : `${direction}, ${caveatText(change.caveat, 'short', locale)}`;
}
