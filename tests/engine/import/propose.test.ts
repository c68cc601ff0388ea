import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../shared/contract';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { storedRows } from '../../support/import';

const baseline = `Encuesta de convivencia
Fecha de aplicación;Fecha de nacimiento;Establecimiento;Sexo;¿Te gusta venir a la escuela?;Puntaje
04-03-2024;01-05-2012;Escuela Norte;Hombre;Sí;3
05-03-2024;02-06-2011;Escuela Norte;Mujer;No;4
06-03-2024;03-07-2013;Liceo Sur;Mujer;Sí;2
08-03-2024;04-08-2010;Liceo Sur;Hombre;Sí;5
`;
const followUp = `Marca temporal,Escuela,Género,¿Le gusta venir a la escuela?,Puntaje,Comentario
2024-11-20 10:15:00,Escuela Norte,Femenino,1,4,Bien
2024-11-21 11:20:00,Liceo Sur,Masculino,2,5,Todo bien
2024-11-22 09:00:00,Liceo Sur,Femenino,1,3,Nada que decir
`;

describe('a proposed import', () => {
  let test: TestEngine;
  let first: MethodOutput<'wave.import'>;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Propuestas', fileId: null });
  });
  afterAll(() => test.close());

  it('is complete: its plan is imported as it is, named and dated by what the file says', async () => {
    const fileId = await test.stage('linea_base-convivencia.csv', baseline);
    const { plan, matches, waveEvidence } = await test.client.call('import.propose', {
      fileId,
      corrections: {},
    });
    expect(matches).toEqual([]);
    expect(plan.wave).toMatchObject({
      name: 'Linea base convivencia',
      moment: 'ex-ante',
      startDate: '2024-03-04',
      endDate: '2024-03-08',
    });
    expect(waveEvidence).toContainEqual({
      aspect: 'dates',
      why: 'dates-in-data',
      details: { header: 'Fecha de aplicación', from: '2024-03-04', to: '2024-03-08', filled: 4, outside: 0 },
    });
    expect(waveEvidence).toContainEqual({
      aspect: 'moment',
      why: 'moment-from-words',
      details: { word: 'linea base' },
    });
    first = await test.client.call('wave.import', plan);
    expect(first.wave.rows).toBe(4);
  });

  it('finds the instrument, knows a school under another title and leaves sex and gender apart', async () => {
    const fileId = await test.stage('convivencia noviembre.csv', followUp);
    const { plan, matches, waveEvidence } = await test.client.call('import.propose', {
      fileId,
      corrections: {},
    });
    expect(plan.instrumentId).toBe(first.instrument.id);
    expect(waveEvidence[0]).toMatchObject({
      aspect: 'instrument',
      details: { instrument: expect.any(String) },
    });
    const byHeader = new Map(matches.map((match) => [match.header, match]));
    expect(byHeader.get('Escuela')).toMatchObject({
      variableLabel: 'Establecimiento',
      proposal: { decision: 'take' },
    });
    expect(byHeader.get('Escuela')?.proposal?.evidence[0]?.why).toBe('same-field');
    expect(byHeader.get('Género')).toMatchObject({ variableId: null, statuses: ['new'] });
    expect(byHeader.get('Género')?.proposal?.rivals).toMatchObject([{ label: 'Sexo', similarity: 0.5 }]);
    expect(byHeader.get('Marca temporal')).toMatchObject({
      variableLabel: 'Fecha de aplicación',
      typeBefore: 'date',
      typeNow: 'datetime',
      proposal: { conversion: 'whole' },
    });
    expect(
      matches.filter(({ statuses }) => statuses[0] === 'absent').map(({ variableLabel }) => variableLabel),
    ).toEqual(expect.arrayContaining(['Sexo']));
    expect(plan.wave).toMatchObject({ moment: 'ex-post', startDate: '2024-11-20', endDate: '2024-11-22' });
  });

  it('reads codes without words as yes and no, says so, and stores them so', async () => {
    const fileId = await test.stage('convivencia noviembre.csv', followUp);
    const { plan, matches } = await test.client.call('import.propose', { fileId, corrections: {} });
    const question = matches.find(({ header }) => header === '¿Le gusta venir a la escuela?');
    expect(question).toMatchObject({
      statuses: ['reworded', 'recoded', 'type-changed'],
      proposal: {
        recodes: [
          { from: '1', to: 'Sí' },
          { from: '2', to: 'No' },
        ],
        recodesApplied: true,
        conversion: 'whole',
      },
    });
    const imported = await test.client.call('wave.import', plan);
    const rows = await storedRows(test, imported);
    expect(rows.map((row) => row['¿Te gusta venir a la escuela?'])).toEqual([true, false, true]);
    const { entries } = await test.client.call('wave.crosswalk', { waveId: imported.wave.id });
    expect(entries.find(({ header }) => header === '¿Le gusta venir a la escuela?')).toMatchObject({
      statuses: ['reworded', 'recoded', 'type-changed'],
      decision: 'taken',
      decidedBy: 'proposal',
      isRealigned: true,
      typeInFile: 'integer',
      typeStored: 'boolean',
    });
  });

  it('drafts a new instrument when asked to', async () => {
    const fileId = await test.stage('otra.csv', followUp);
    const { plan, matches } = await test.client.call('import.propose', {
      fileId,
      corrections: {},
      isNew: true,
    });
    expect([plan.instrumentId, plan.instrumentName, matches]).toEqual([null, 'Otra', []]);
  });
});
