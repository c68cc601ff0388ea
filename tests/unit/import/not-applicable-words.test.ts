import { describe, expect, it } from 'vitest';
import { notApplicableLabel } from '../../../electron/engine/import/platforms/not-applicable-words';

describe('answers that say the question was not for this person', () => {
  it.each([
    'No corresponde',
    'N/C',
    'NC',
    'n.c.',
    'No aplica',
    '77. No aplica',
    '97 = No corresponde',
    'Not applicable',
  ])('knows %s', (label) => expect(notApplicableLabel(label)).toBe(true));
  it.each(['No', 'No sabe', 'NS/NC', 'No responde', 'N/A', '97', 'Ninguna', 'No corresponde a su edad'])(
    'does not take %s for one',
    (label) => expect(notApplicableLabel(label)).toBe(false),
  );
});
