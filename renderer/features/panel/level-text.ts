import type { Locale } from '../../../shared/text';
import { formatPercent } from '../../../shared/text/format';

/** A confidence level as a percentage, with a decimal only where it has one. */
export function levelText(level: number, locale: Locale): string {
  const percent = level * 100;
  return formatPercent(level, Math.abs(percent - Math.round(percent)) < 1e-9 ? 0 : 1, locale);
}
