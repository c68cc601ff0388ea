import type { ColumnPlan } from '../../../shared/domain/import';
import type { Locale } from '../../../shared/text';
import { formatDate, formatNumber } from '../../../shared/text/format';

/**
 * What a cell is read as, in the words of a person: a date with its month by name, so that its order shows; a number
 * as the language writes it; an answer by its label.
 */
export function readableValue(
  to: string,
  plan: Pick<ColumnPlan, 'type' | 'options'>,
  locale: Locale,
  words: { yes: string; no: string },
): string {
  switch (plan.type) {
    case 'date':
    case 'datetime': {
      const [day, hour] = to.split(/[ T]/);
      return /^\d{4}-\d{2}-\d{2}$/.test(day ?? '')
        ? `${formatDate(day ?? null, locale)}${hour ? ` ${hour}` : ''}`
        : to;
    }
    case 'integer':
    case 'decimal': {
      const number = Number(to);
      return to.trim() !== '' && Number.isFinite(number)
        ? formatNumber(number, String(number).split('.')[1]?.length ?? 0, locale)
        : to;
    }
    case 'boolean':
      return to === 'true' ? words.yes : to === 'false' ? words.no : to;
    default:
      return plan.options.find(({ value }) => value === to)?.label ?? to;
  }
}
