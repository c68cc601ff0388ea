import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { acceptProposals, importFile } from '../../support/import';

const rows = Array.from({ length: 30 }, (_, index) => index);

function csv(header: readonly string[], row: (index: number) => readonly string[]): string {
  return `${[header, ...rows.map(row)].map((cells) => cells.join(';')).join('\n')}\n`;
}

describe('lists whose answers bear names', () => {
  let test: TestEngine;
  beforeEach(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Listas', fileId: null });
  });
  afterEach(() => test.close());

  it('keep schools, places and kinds of people as they are written', async () => {
    const lists: Readonly<Record<string, readonly string[]>> = {
      Establecimiento: ['Gabriela Mistral', 'Pedro Aguirre Cerda', 'Carlos Rivera', 'Manuel Montt'],
      Escuela: ['Escuela Carlos Rivera', 'Liceo Roberto Humeres', 'Escuela José de San Martín'],
      '¿En qué sede?': ['Juan Fernández', 'Carlos Ibáñez', 'Manuel Rodríguez'],
      Rol: ['Profesor Jefe', 'Madre Soltera', 'Apoderado Suplente', 'Familia Monoparental'],
      '¿Con quién vives?': ['MADRE Y PADRE', 'SOLO MADRE', 'ABUELA MATERNA'],
    };
    const columns = Object.values(lists);
    const text = csv(Object.keys(lists), (index) =>
      columns.map((answers, place) => answers[(index * 7 + place) % answers.length] ?? ''),
    );
    const { instrument } = await importFile(test, await test.stage('listas.csv', text));
    const stored = instrument.variables.map(({ label, options }) => [
      label,
      options.map(({ value }) => value).sort(),
    ]);
    expect(stored).toEqual(Object.entries(lists).map(([label, answers]) => [label, [...answers].sort()]));
  });

  it('tell files apart without the people their names speak of', async () => {
    const answers = (index: number) => [String(8 + (index % 4)), index % 2 ? 'Bien' : 'Mal'];
    const first = await test.stage('Profesora Camila Rojas.csv', csv(['Edad', 'Opinión'], answers));
    const other = csv(['Edad', 'Opinión'], (index) => answers(index + 1));
    const second = await test.stage('Profesora_Yuleisy_Urdaneta.csv', other);
    const given = {
      additionalFiles: [{ fileId: second, label: 'Profesora_Yuleisy_Urdaneta' }],
      label: 'Profesora Camila Rojas',
    };
    const inspection = await test.client.call('import.inspect', {
      fileId: first,
      corrections: {},
      ...given,
    });
    const imported = await test.client.call('wave.import', { ...acceptProposals(inspection), ...given });
    const school = imported.instrument.variables.find(({ label }) => label === 'Establecimiento');
    expect(school?.options.map(({ value }) => value).sort()).toEqual([
      'Profesora [nombre] (1)',
      'Profesora [nombre] (2)',
    ]);
    const said = JSON.stringify([imported.wave, imported.instrument, imported.receipt]);
    expect(said).not.toMatch(/Camila|Rojas|Yuleisy|Urdaneta/i);
  });
});
