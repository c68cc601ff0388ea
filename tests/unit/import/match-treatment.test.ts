import { describe, expect, it } from 'vitest';
import { matchColumns } from '../../../electron/engine/import/match';
import { asNewVariable, asVariable } from '../../../renderer/features/import/draft';
import { ColumnPlan } from '../../../shared/domain/import';
import { Instrument } from '../../../shared/domain/instrument';

const blank = { options: [], missingCodes: [], unit: '', identity: null };
const instrument = Instrument.parse({
  id: 'ins_abcdefghijklmnop',
  name: 'Diagnóstico',
  version: 1,
  createdAt: '2024-03-01T12:00:00.000Z',
  variables: [
    {
      ...blank,
      id: 'var_abcdefghijklmnop',
      name: 'rut',
      label: 'RUT',
      type: 'identifier',
      role: 'identifier',
      identity: 'rut',
    },
    {
      ...blank,
      id: 'var_bbcdefghijklmnop',
      name: 'comentario',
      label: 'Comentario',
      type: 'text',
      role: 'measure',
    },
  ],
});
const [rut, comment] = instrument.variables;
if (!rut || !comment) throw new Error('the instrument has two variables');

const column = (changes: Partial<ColumnPlan>): ColumnPlan =>
  ColumnPlan.parse({
    source: 0,
    header: 'Comentario',
    action: 'keep',
    variableId: null,
    name: 'comentario',
    label: 'Comentario',
    type: 'text',
    role: 'measure',
    options: [],
    missingCodes: [],
    decimalMark: ',',
    dateOrder: 'dmy',
    optionSeparator: null,
    identity: null,
    ...changes,
  });

describe('what becomes of a column when it is matched to the instrument', () => {
  it('is not stored when it was left out, though the instrument has its question', () => {
    const { columns } = matchColumns(instrument, [column({ action: 'drop' })]);
    expect(columns[0]).toMatchObject({ variableId: comment.id, action: 'drop' });
  });

  it('is stored when it was kept', () => {
    expect(matchColumns(instrument, [column({})]).columns[0]?.action).toBe('keep');
  });

  it('recognises the same people whatever the title of the identifier', () => {
    const own = column({ header: 'R.U.N. estudiante', label: 'R.U.N. estudiante', name: 'run_estudiante' });
    const person = { ...own, action: 'pseudonymise', type: 'identifier', role: 'identifier' } as const;
    const { matches } = matchColumns(instrument, [{ ...person, identity: 'rut' }]);
    expect(matches[0]).toMatchObject({ variableId: rut.id, statuses: ['renamed'] });
    expect(matchColumns(instrument, [{ ...person, identity: 'passport' }]).matches[0]?.variableId).toBeNull();
  });

  it('is replaced by a pseudonym when the analyst says that it is the identifier', () => {
    expect(asVariable(rut).action).toBe('pseudonymise');
    expect(asVariable(comment).action).toBe('keep');
  });

  it('is replaced by a pseudonym when it carries identity and is said to be new', () => {
    const own = column({ header: 'Teléfono', identity: 'phone', action: 'drop' });
    expect(asNewVariable(own, instrument).action).toBe('pseudonymise');
  });
});
