import type { Wave } from '../../../shared/domain/wave';
import type { Locale, Texts } from '../../../shared/text';
import { formatDate } from '../../../shared/text/format';

/** When a wave was taken, worded; null where nobody said. */
export function waveDates(
  wave: Pick<Wave, 'startDate' | 'endDate'>,
  text: Texts['waves'],
  locale: Locale,
): string | null {
  const start = wave.startDate === null ? null : formatDate(wave.startDate, locale, 'short');
  const end = wave.endDate === null ? null : formatDate(wave.endDate, locale, 'short');
  if (start !== null && end !== null) return start === end ? start : text.range(start, end);
  if (start !== null) return text.from(start);
  return end === null ? null : text.until(end);
}
