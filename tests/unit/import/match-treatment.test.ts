import { describe, expect, it } from 'vitest';
import { matchColumns } from '../../../electron/engine/import/match';
import { type MatchAnswer, withChoices } from '../../../renderer/features/import/match-choices';
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

  function decided(own: ColumnPlan, answer: MatchAnswer) {
    const { matches, columns } = matchColumns(instrument, [own]);
    const choices = { [own.source]: { answer, variableId: null, recodes: [], note: '' } };
    return withChoices(columns, { own: [own], matches, choices, instrument })[0];
  }

  it('is replaced by a pseudonym when the analyst says that it is the identifier', () => {
    const own = column({ header: 'RUT', label: 'RUT', name: 'rut', variableId: rut.id });
    expect(decided(own, 'as-is')).toMatchObject({ action: 'pseudonymise', type: 'identifier' });
    expect(decided(column({}), 'as-is')?.action).toBe('keep');
  });

  it('stays left out when it carries identity and is said to be new', () => {
    const own = column({ header: 'Teléfono', identity: 'phone', action: 'drop' });
    expect(decided(own, 'new')).toMatchObject({ action: 'drop', variableId: null });
  });

  it('takes a name of its own when it is said to be new', () => {
    expect(decided(column({}), 'new')).toMatchObject({ variableId: null, name: 'comentario_2' });
  });

  it('is not stored when the analyst leaves it out', () => {
    expect(decided(column({}), 'drop')?.action).toBe('drop');
  });
});
