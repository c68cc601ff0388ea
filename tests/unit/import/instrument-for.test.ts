import { describe, expect, it } from 'vitest';
import { InstrumentId, VariableId } from '../../../shared/domain/ids';
import type { Variable } from '../../../shared/domain/instrument';
import { instrumentFor } from '../../../shared/domain/instrument-for';

function variable(index: number, label: string): Variable {
  return {
    id: VariableId.parse(`var_${String(index).padStart(6, '0')}`),
    name: `v${index}`,
    label,
    type: 'text',
    role: 'measure',
    unit: null,
    options: [],
    missingCodes: [],
    identity: null,
    standard: null,
    notApplicableCodes: [],
  };
}

const survey = {
  id: InstrumentId.parse('ins_survey'),
  variables: ['RUT', 'Establecimiento', '¿Asistió a la reunión?', 'Edad', 'Nacionalidad', 'Fecha'].map(
    (label, index) => variable(index, label),
  ),
};
const register = {
  id: InstrumentId.parse('ins_register'),
  variables: ['Fecha', 'Canal', 'Trámite'].map((label, index) => variable(index + 10, label)),
};

function columns(...headers: string[]) {
  return headers.map((header, index) => ({ header, label: header, name: `columna_${index}` }));
}

describe('the instrument proposed for a file', () => {
  it('is the one it shares most columns with, whatever accents and capitals', () => {
    const file = columns('Rut', 'ESTABLECIMIENTO', '¿Asistio a la reunion?', 'Comentario');
    expect(instrumentFor(file, [register, survey])).toBe(survey.id);
    expect(instrumentFor(columns('fecha', 'canal', 'Funcionario'), [survey, register])).toBe(register.id);
  });

  it('is a new one where only a date or little else is shared, so that a register spoils no survey', () => {
    expect(instrumentFor(columns('Fecha', 'Motivo', 'Resultado', 'Duración'), [survey])).toBeNull();
    expect(instrumentFor(columns('Kilos', 'Mes'), [survey, register])).toBeNull();
  });

  it('is a new one in a project without instruments or a file without columns', () => {
    expect(instrumentFor(columns('Fecha'), [])).toBeNull();
    expect(instrumentFor([], [survey])).toBeNull();
  });
});
