import { foldText } from '../cell-shapes';

const wordings = new Set([
  'nc',
  'n/c',
  'n.c.',
  'n/c.',
  'no corresponde',
  'no aplica',
  'no aplicable',
  'no le corresponde',
  'no corresponde (salto)',
  'salto de pregunta',
  'not applicable',
  'does not apply',
  'inap',
  'inapplicable',
]);

/** True for an answer, or the label of a code, that says the question was not for this person. */
export function notApplicableLabel(label: string): boolean {
  return wordings.has(foldText(label).replace(/\s+/g, ' ').trim());
}
