import type { MeasurementFigure } from '../domain/measurement';
import type { TemplateFigure } from '../domain/template';
import { assertNever } from '../errors';
import type { Locale } from '../text/catalogue';
import { formatChange, formatNumber, formatPercent } from '../text/format';

/** Shares and sums of decimals come with an error in their last places. */
const tolerance = 1e-9;

/** Whether a computed figure is what the document says, by the rule that reads its wording. */
export function agreesWith(rule: TemplateFigure['agrees'], value: number): boolean {
  switch (rule.rule) {
    case 'equal':
      return Math.abs(value - rule.value) <= tolerance * Math.max(1, Math.abs(rule.value));
    case 'above':
      return value > rule.value;
    case 'at-least':
      return value >= rule.value - tolerance;
    case 'below':
      return value < rule.value;
    case 'about':
      return Math.abs(value - rule.value) <= rule.within + tolerance;
    case 'positive':
      return value > 0;
    case 'negative':
      return value < 0;
    default:
      return assertNever(rule);
  }
}

/** A measurement's figure as it is printed, with its unit; shares as percentages, their changes in points. */
export function formatFigure(
  { value, scale, unit, decimals }: Pick<MeasurementFigure, 'value' | 'scale' | 'unit' | 'decimals'>,
  locale: Locale,
): string | null {
  if (value === null) return null;
  switch (scale) {
    case 'share':
      return formatPercent(value, decimals, locale);
    case 'share-change':
      return formatChange(value, { kind: 'proportion', unit: '', decimals }, locale);
    case 'number-change':
      return formatChange(value, { kind: 'mean', unit, decimals }, locale);
    case 'count':
    case 'number':
    case 'coefficient': {
      const written = formatNumber(value, Number.isInteger(value) ? 0 : decimals, locale);
      return unit === '' ? written : `${written}\u00a0${unit}`;
    }
    default:
      return assertNever(scale);
  }
}
