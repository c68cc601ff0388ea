import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, storedRows } from '../../support/import';
import { add, firstFile, type Imported, importFirst } from '../cleaning/support';

let test: TestEngine;
let imported: Imported;

beforeEach(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Otra vez', fileId: null });
  imported = await importFirst(test);
});
afterEach(() => test.close());

/** The file corrected outside: columns in another order, `,` and Latin-1; a2 is 10, a4 is gone, b1 is new. */
const corrected = [
  'edad,folio,lugar,opinión,nota,necesidades,comentario,fecha,asiste',
  '8,a1,Valpo,Nunca,"4,5","Salud, Vivienda",bien,01-03-2024,Sí',
  '10,a2,Valparaíso,A veces,"5,5",Salud,mal,02-03-2024,No',
  '99,a3,Valpo,Siempre,"6,0","Vivienda, Trabajo",regular,03-03-2024,Sí',
  '11,a5,Quilpué,Siempre,"7,0",,bien,05-03-2024,Sí',
  '12,b1,Quilpué,Nunca,"3,0",Salud,nuevo,06-03-2024,No',
  '',
].join('\n');

async function again(content: string | Uint8Array, apply: boolean) {
  const fileId = await test.stage('corregido.csv', content);
  return test.client.call('wave.reimport', { waveId: imported.wave.id, fileId, apply });
}

describe('a source file corrected outside', () => {
  it('is compared person by person, and nothing changes until it is applied', async () => {
    const before = await storedRows(test, imported);
    const { difference, applied, wave } = await again(Buffer.from(corrected, 'latin1'), false);
    expect(difference).toMatchObject({
      pairedBy: 'identifier',
      rowsBefore: 5,
      rowsNow: 5,
      added: 1,
      removed: 1,
      changed: 1,
      cellsChanged: 1,
    });
    const age = imported.instrument.variables.find(({ label }) => label === 'edad')?.id;
    expect(difference.rows).toEqual([
      { change: 'changed', line: 3, variables: [age] },
      { change: 'removed', line: 5, variables: [] },
      { change: 'added', line: 6, variables: [] },
    ]);
    expect(applied).toBe(false);
    expect(wave.dataSha256).toBe(imported.wave.dataSha256);
    expect(await storedRows(test, imported)).toEqual(before);
  });

  it('takes the place of the data, with the cleaning log replayed on the people it was made for', async () => {
    await add(test, imported, 'lugar', { kind: 'recode', from: 'Valpo', to: 'Valparaíso' });
    await add(test, imported, 'edad', { kind: 'cell', line: 4, to: '9' }, 'wave');
    await add(test, imported, 'edad', { kind: 'cell', line: 3, to: '10' }, 'wave');
    await add(test, imported, 'nota', { kind: 'cell', line: 5, to: '5.0' }, 'wave');
    const { wave, receipt, applied } = await again(corrected, true);
    expect(applied).toBe(true);
    expect(wave).toMatchObject({ id: imported.wave.id, rows: 5, fileName: 'corregido.csv' });
    expect(
      (await storedRows(test, imported)).map(({ line, lugar, edad, nota }) => [line, lugar, edad, nota]),
    ).toEqual([
      [2, 'Valparaíso', 8, 4.5],
      [3, 'Valparaíso', 10, 5.5],
      [4, 'Valparaíso', 9, 6],
      [5, 'Quilpué', 11, 7],
      [6, 'Quilpué', 12, 3],
    ]);
    expect(
      receipt.replayed.map(({ kind, outcome, cells, isReplayed }) => [kind, outcome, cells, isReplayed]),
    ).toEqual([
      ['recode', 'applied', 2, true],
      ['cell', 'applied', 1, true],
      ['cell', 'value-differs', 0, true],
      ['cell', 'row-not-found', 0, true],
    ]);
    expect(receipt.reimports).toMatchObject([{ rowsAdded: 1, rowsRemoved: 1, rowsChanged: 1 }]);
    expect(receipt).toMatchObject({ rowsRead: 5, rowsKept: 5, rowsSetAside: 0 });
  });

  it('gives the same data when it is the same file', async () => {
    const { difference, wave } = await again(firstFile, true);
    expect(difference).toMatchObject({ added: 0, removed: 0, changed: 0, cellsChanged: 0, rows: [] });
    expect(wave.dataSha256).toBe(imported.wave.dataSha256);
  });

  it('is refused without one of the columns of the wave, and leaves the data whole', async () => {
    const failure = await failureOf(again(corrected.replace('opinión', 'otra'), true));
    expect(failure).toMatchObject({ code: 'column-unknown', details: { column: 'opinión' } });
    const { waves } = await test.client.call('wave.list', {});
    expect(waves[0]?.dataSha256).toBe(imported.wave.dataSha256);
  });

  it('leaves the data whole when it is cancelled', async () => {
    const fileId = await test.stage('corregido.csv', corrected);
    const controller = new AbortController();
    const running = test.client.call(
      'wave.reimport',
      { waveId: imported.wave.id, fileId, apply: true },
      { signal: controller.signal, onProgress: () => controller.abort() },
    );
    expect((await failureOf(running)).code).toBe('cancelled');
    const { waves } = await test.client.call('wave.list', {});
    expect(waves[0]).toEqual(imported.wave);
  });
});
