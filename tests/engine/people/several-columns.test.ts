import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InstrumentId } from '../../../shared/domain/ids';
import type { ColumnPlan } from '../../../shared/domain/import';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { storedRows } from '../../support/import';

/** Invented pupils without RUN. */
const before = `Nombre;Fecha de nacimiento;Escuela;Nota
Wislande Pierre;09-04-2012;Norte;5,5
José Ñancupil;1-12-2011;Sur;6,0
Ana Rojas;;Sur;4,0
`;
const after = `Nombre;Fecha de nacimiento;Escuela;Nota
PIERRE WISLANDE;2012-04-09;Norte;5,5
Jose  Nancupil;2011-12-01;Sur;6,1
Wislande Pierre;2012-04-09;Norte;6,5
`;

describe('an identifier of several columns', () => {
  let test: TestEngine;
  beforeEach(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Personas', fileId: null });
  });
  afterEach(() => test.close());

  async function importByPieces(content: string, instrumentId: InstrumentId | null) {
    const fileId = await test.stage('registro.csv', content);
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
    const own = inspection.columns.map(({ proposal }) => proposal);
    const first = own[0];
    if (!first) throw new Error('the file has columns');
    const composed: ColumnPlan = {
      ...first,
      source: own.length,
      header: 'Nombre + Fecha de nacimiento',
      name: 'persona',
      label: 'Persona',
      action: 'pseudonymise',
      type: 'identifier',
      role: 'identifier',
      identity: null,
      parts: [
        { source: 0, value: null },
        { source: 1, value: null },
      ],
    };
    let columns = [...own, composed];
    if (instrumentId) {
      columns = (await test.client.call('import.match', { instrumentId, columns })).columns;
    }
    return test.client.call('wave.import', {
      fileId: inspection.fileId,
      sha256: inspection.sha256,
      dialect: inspection.dialect,
      columns,
      wave: { name: 'M', moment: 'ex-ante', startDate: null, endDate: null, isSynthetic: true },
      instrumentId,
      instrumentName: 'Registro',
      repeatedIdentifiers: 'stop',
    });
  }

  it('recognises people however names and days are written, and nobody of whom a piece is blank', async () => {
    const first = await importByPieces(before, null);
    const second = await importByPieces(after, first.instrument.id);
    const people = async (wave: typeof first) => (await storedRows(test, wave)).map((row) => row.Persona);
    const [wislande, jose, ana] = await people(first);
    expect(wislande).toMatch(/^P-/);
    expect(ana).toBeNull();
    const [, later, same] = await people(second);
    expect(later).toBe(jose);
    expect(same).toBe(wislande);
    expect(second.receipt.rowsKept).toBe(3);
  });

  it('leaves neither names nor days in what is stored', async () => {
    const wave = await importByPieces(before, null);
    const stored = JSON.stringify([await storedRows(test, wave), wave.receipt, wave.instrument]);
    expect(stored).not.toMatch(/Wislande|Ñancupil|NANCUPIL|2012/i);
  });
});
