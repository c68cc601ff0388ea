import type { ColumnPlan } from '../../../../shared/domain/import';
import { foldText } from '../cell-shapes';

/** As `foldText` leaves them. */
const wordings = new Set([
  'nc',
  'n c',
  'no corresponde',
  'no corresponde salto',
  'no le corresponde',
  'no aplica',
  'no aplicable',
  'salto de pregunta',
  'not applicable',
  'does not apply',
  'inap',
  'inapplicable',
]);

/** True for an answer, or the label of a code, that says the question was not for this person. */
export function notApplicableLabel(label: string): boolean {
  const words = foldText(label);
  // A code may stand before its words, as in "77. No aplica".
  return wordings.has(words) || wordings.has(words.replace(/^\d+ /, ''));
}

/** The plan with those of its missing codes that say "no corresponde" told apart from missing answers. */
export function withNotApplicable(plan: ColumnPlan): ColumnPlan {
  const outside = plan.missingCodes.filter((code) => notApplicableLabel(code));
  if (outside.length === 0) return plan;
  return {
    ...plan,
    missingCodes: plan.missingCodes.filter((code) => !outside.includes(code)),
    notApplicableCodes: [...new Set([...plan.notApplicableCodes, ...outside])],
  };
}
