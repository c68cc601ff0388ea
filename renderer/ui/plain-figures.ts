import type { Locale } from '../../shared/text';
import {
  type FigureStyle,
  formatChange,
  formatInterval,
  formatNumber,
  formatSigned,
  formatValue,
  isShareStyle,
} from '../../shared/text/format';

const unitless = (style: FigureStyle): FigureStyle => (isShareStyle(style) ? style : { ...style, unit: '' });

/** A value for a table whose row names the unit: percentages keep their sign, other figures stand alone. */
export function plainValue(value: number | null, style: FigureStyle, locale: Locale): string {
  return isShareStyle(style)
    ? formatValue(value, style, locale)
    : formatNumber(value, style.decimals, locale);
}

/** Both ends of an interval for a table whose row names the unit. */
export function plainInterval(
  interval: { lower: number; upper: number } | null,
  style: FigureStyle,
  locale: Locale,
): string {
  return formatInterval(interval, unitless(style), locale);
}

/** A change for a table whose row names the unit; between percentages in percentage points. */
export function plainChange(change: number | null, style: FigureStyle, locale: Locale): string {
  return isShareStyle(style)
    ? formatChange(change, style, locale)
    : formatSigned(change, style.decimals, locale);
}
