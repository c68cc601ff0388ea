import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseTable } from '../../../electron/engine/import/spreadsheets/choose-table';
import { checkDigit } from '../../../electron/engine/privacy/rut';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile } from '../../support/import';

/** Files of an invented survey; nobody named here exists. */
const rows = Array.from({ length: 14 }, (_, index) => index);
const surveyMonkey = [
  ['Respondent ID', 'Collector ID', 'Start Date', 'End Date', 'IP Address', 'Email Address', 'First Name'],
  ['', '', '', '', '', '', ''],
  ...rows.map((index) => [
    `1180000${index}`,
    `4000${index}`,
    '2024-03-01 10:00',
    '2024-03-01 10:10',
    `190.3.4.${index}`,
    `p${index}@correosecreto.cl`,
    ['Florvil', 'Zelayandía'][index % 2] ?? '',
  ]),
].map((cells, index) => [
  ...cells,
  ...(index === 0 ? ['¿Quién te ayuda más?', '', 'Comentario'] : []),
  ...(index === 1 ? ['Profesora María Soto', 'Tía Yolanda Urrutia', 'Open-Ended Response'] : []),
  ...(index > 1
    ? [index % 2 ? 'Profesora María Soto' : '', index % 3 ? 'Tía Yolanda Urrutia' : '', 'bien']
    : []),
]);

function csv(table: readonly (readonly string[])[], delimiter: string): string {
  return `${table.map((cells) => cells.map((cell) => `"${cell}"`).join(delimiter)).join('\n')}\n`;
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The files below a folder that hold one of the words, in any case, with what they hold. */
function holding(folder: string, words: readonly string[]): [string, string[]][] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((name) => statSync(name).isFile())
    .map((name): [string, string[]] => {
      const text = plain(readFileSync(name, 'utf8'));
      return [path.basename(name), words.filter((word) => text.includes(plain(word)))];
    })
    .filter(([, found]) => found.length > 0);
}

describe('what is stored of the plan of an import', () => {
  let test: TestEngine;
  beforeEach(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Planes', fileId: null });
  });
  afterEach(() => test.close());

  it('has no answers of columns that are left out, nor the names of people as options put together', async () => {
    const { receipt } = await importFile(test, await test.stage('Encuesta.csv', csv(surveyMonkey, ',')));
    expect(receipt.rowsKept).toBe(14);
    await test.client.call('project.close', {});
    expect(holding(test.folder, ['florvil', 'zelayandia', 'maria soto', 'maria_soto', 'urrutia'])).toEqual(
      [],
    );
  });

  it('names variables without the person their headers speak of', async () => {
    const header = ['Edad', 'Nota de Pedro González', '¿Qué opinas de la profesora María Soto?'];
    const table = [header, ...rows.map((index) => [`${8 + (index % 4)}`, `${(index % 7) + 1}`, 'Bien'])];
    const { instrument } = await importFile(test, await test.stage('notas.csv', csv(table, ';')));
    expect(instrument.variables.map(({ name }) => name)).toEqual([
      'edad',
      'nota_de_nombre',
      'que_opinas_de_la_profesora_nombre',
    ]);
    await test.client.call('project.close', {});
    expect(holding(test.folder, ['gonzalez', 'maria_soto', 'maría soto'])).toEqual([]);
  });

  it('names a sheet so that it is found again without whose it is', () => {
    const sheets = ['Datos', 'Prof. Camila Rojas'].map((name) => ({ name, visibility: 'visible' as const }));
    const file = { fileId: 'fil_a', name: 'libro.xlsx', path: '', sourcePath: '', signature: '', bytes: 0 };
    const chosen = (table: string) => chooseTable(file, sheets, table, () => 1).name;
    expect([chosen('Prof. [nombre]'), chosen('Datos')]).toEqual(['Prof. Camila Rojas', 'Datos']);
  });

  it('goes with files that were only compared and with exported rows when the project closes', async () => {
    const table = (last: string) => [
      ['RUN', 'Edad'],
      ...rows.map((index) => [`${21_000_000 + index}-${checkDigit(21_000_000 + index)}`, `${8 + index}`]),
      ['Ketlyne Quilaqueo', last, 'de más'],
    ];
    const { wave } = await importFile(test, await test.stage('base.csv', csv(table('9'), ';')));
    await test.client.call('wave.exportSetAside', { waveId: wave.id });
    for (const last of ['10', '11']) {
      const fileId = await test.stage('base.csv', csv(table(last), ';'));
      await test.client.call('wave.reimport', { waveId: wave.id, fileId, apply: false });
    }
    expect(holding(test.folder, ['quilaqueo'])).not.toEqual([]);
    await test.client.call('project.close', {});
    expect(holding(test.folder, ['quilaqueo', '21000003'])).toEqual([]);
  });
});
