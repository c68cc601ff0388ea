import type { TemplateFigure } from '../domain/template';
import { assertNever } from '../errors';

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
