import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, storedRows } from '../../support/import';
import { add, column, firstFile, type Imported, idOf, importFirst } from './support';

let test: TestEngine;
let imported: Imported;

beforeEach(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Limpieza', fileId: null });
  imported = await importFirst(test);
});
afterEach(() => test.close());

async function wave() {
  const { waves } = await test.client.call('wave.list', {});
  const found = waves.find(({ id }) => id === imported.wave.id);
  if (!found) throw new Error('no wave');
  return found;
}
async function options(label: string): Promise<string[]> {
  const { instruments } = await test.client.call('instrument.list', {});
  const variables = instruments.flatMap((instrument) => instrument.variables);
  return variables.find((variable) => variable.label === label)?.options.map(({ value }) => value) ?? [];
}

describe('the cleaning log', () => {
  it('reads one answer as another, in every cell that holds it', async () => {
    const { entry, waves } = await add(test, imported, 'lugar', {
      kind: 'recode',
      from: 'Valpo',
      to: 'Valparaíso',
    });
    expect(await column(test, imported, 'lugar')).toEqual([
      'Valparaíso',
      'Valparaíso',
      'Valparaíso',
      'Quilpué',
      'Quilpué',
    ]);
    expect(waves[0]?.dataSha256).not.toBe(imported.wave.dataSha256);
    const receipt = await test.client.call('wave.receipt', { waveId: imported.wave.id });
    expect(receipt.replayed).toEqual([
      {
        cleaningId: entry.id,
        kind: 'recode',
        variableId: idOf(imported, 'lugar'),
        outcome: 'applied',
        cells: 2,
        isReplayed: false,
      },
    ]);
    expect(receipt.columns.find(({ header }) => header === 'lugar')).toMatchObject({
      kept: 5,
      cleanedTotal: 2,
    });
  });

  it('gives the values, the hash and the list of answers back when an entry is removed', async () => {
    const before = await storedRows(test, imported);
    const { entry } = await add(test, imported, 'lugar', {
      kind: 'merge',
      from: ['Valpo', 'Valparaíso'],
      to: { value: 'Gran Valparaíso', label: 'Gran Valparaíso' },
    });
    expect(await options('lugar')).toEqual(['Gran Valparaíso', 'Quilpué']);
    expect(await column(test, imported, 'lugar')).toEqual([
      'Gran Valparaíso',
      'Gran Valparaíso',
      'Gran Valparaíso',
      'Quilpué',
      'Quilpué',
    ]);
    await test.client.call('cleaning.remove', { cleaningId: entry.id });
    expect(await storedRows(test, imported)).toEqual(before);
    expect((await wave()).dataSha256).toBe(imported.wave.dataSha256);
    expect(await options('lugar')).toEqual(['Valpo', 'Valparaíso', 'Quilpué']);
    expect((await test.client.call('wave.receipt', { waveId: imported.wave.id })).replayed).toEqual([]);
  });

  it('corrects single cells of every type, and sets them missing', async () => {
    await add(test, imported, 'edad', { kind: 'cell', line: 4, to: '9' }, 'wave');
    await add(test, imported, 'nota', { kind: 'cell', line: 5, to: '3.25' }, 'wave');
    await add(test, imported, 'necesidades', { kind: 'cell', line: 6, to: ['Trabajo', 'Salud'] }, 'wave');
    await add(test, imported, 'comentario', { kind: 'cell', line: 3, to: null }, 'wave');
    await add(test, imported, 'fecha', { kind: 'cell', line: 2, to: '2024-02-29' }, 'wave');
    await add(test, imported, 'asiste', { kind: 'cell', line: 3, to: 'true' }, 'wave');
    expect(await storedRows(test, imported)).toMatchObject([
      {
        line: 2,
        edad: 8,
        nota: 4.5,
        necesidades: 'Salud · Vivienda',
        comentario: 'bien',
        fecha: '2024-02-29',
      },
      { line: 3, edad: 9, nota: 5.5, necesidades: 'Salud', comentario: null, asiste: true },
      { line: 4, edad: 9, nota: 6, necesidades: 'Vivienda · Trabajo', comentario: 'regular' },
      { line: 5, edad: 10, nota: 3.25, necesidades: 'Trabajo', comentario: null },
      { line: 6, edad: 11, nota: 7, necesidades: 'Trabajo · Salud', comentario: 'bien' },
    ]);
  });

  it('recodes and merges the answers of a multiple choice without counting one twice', async () => {
    await add(test, imported, 'necesidades', { kind: 'recode', from: 'Vivienda', to: 'Salud' });
    expect(await column(test, imported, 'necesidades')).toEqual([
      'Salud',
      'Salud',
      'Salud · Trabajo',
      'Trabajo',
      null,
    ]);
    await add(test, imported, 'necesidades', { kind: 'recode', from: 'Salud', to: null });
    expect(await column(test, imported, 'necesidades')).toEqual([null, null, 'Trabajo', 'Trabajo', null]);
  });

  it('reads a later entry on what the earlier ones left', async () => {
    const first = await add(test, imported, 'edad', { kind: 'recode', from: '99', to: '12' });
    await add(test, imported, 'edad', { kind: 'recode', from: '12', to: '13' });
    expect(await column(test, imported, 'edad')).toEqual([8, 9, 13, 10, 11]);
    await test.client.call('cleaning.remove', { cleaningId: first.entry.id });
    expect(await column(test, imported, 'edad')).toEqual([8, 9, 99, 10, 11]);
    const { entries } = await test.client.call('cleaning.list', { instrumentId: imported.instrument.id });
    expect(entries.map(({ waves }) => waves[0]?.outcome.outcome)).toEqual(['nothing-to-change']);
  });

  it('is undone and redone with its data and its lists of answers', async () => {
    await add(test, imported, 'opinión', {
      kind: 'merge',
      from: ['Nunca', 'A veces'],
      to: { value: 'Poco', label: 'Poco' },
    });
    const { waves } = await add(test, imported, 'opinión', { kind: 'recode', from: 'Poco', to: 'Siempre' });
    const hashes = [waves[0]?.dataSha256];
    expect((await test.client.call('history.undo', {})).undone).toEqual({
      entity: 'cleaning',
      action: 'created',
      name: 'opinión',
    });
    expect(await column(test, imported, 'opinión')).toEqual(['Poco', 'Poco', 'Siempre', 'Poco', 'Siempre']);
    await test.client.call('history.undo', {});
    expect(await column(test, imported, 'opinión')).toEqual([
      'Nunca',
      'A veces',
      'Siempre',
      'Nunca',
      'Siempre',
    ]);
    expect(await options('opinión')).toEqual(['Nunca', 'A veces', 'Siempre']);
    expect((await wave()).dataSha256).toBe(imported.wave.dataSha256);
    await test.client.call('history.redo', {});
    await test.client.call('history.redo', {});
    expect(await options('opinión')).toEqual(['Poco', 'Siempre']);
    expect((await wave()).dataSha256).toBe(hashes[0]);
  });

  it('says before how many cells would change', async () => {
    const draft = {
      waveId: imported.wave.id,
      variableId: idOf(imported, 'lugar'),
      scope: 'instrument' as const,
      change: { kind: 'recode' as const, from: 'Quilpué', to: null },
      who: 'DAEM',
      reason: 'no era la comuna',
    };
    const preview = await test.client.call('cleaning.preview', draft);
    expect(preview).toMatchObject({ cells: 2, waves: [{ waveId: imported.wave.id }], indicators: [] });
    expect((await wave()).dataSha256).toBe(imported.wave.dataSha256);
  });

  it('exports who, when, wave, row, variable, old, new and reason, with formulas made harmless', async () => {
    await add(test, imported, 'nota', { kind: 'cell', line: 2, to: '4.75' }, 'wave');
    await test.client.call('cleaning.add', {
      waveId: imported.wave.id,
      variableId: idOf(imported, 'lugar'),
      scope: 'instrument',
      change: { kind: 'recode', from: 'Valpo', to: 'Valparaíso' },
      who: '=HYPERLINK("x")',
      reason: '@mal; escrito',
    });
    const file = await test.client.call('cleaning.export', { instrumentId: imported.instrument.id });
    const bytes = await readFile(test.engine.files.output(file.fileId).path);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.toString('utf8').slice(1).split('\r\n');
    expect(lines[0]).toBe(
      'cuándo;quién;qué;alcance;medición;fila;persona;variable;antes;antes (etiqueta);después;después (etiqueta);motivo;celdas',
    );
    expect(lines[1]?.split(';').slice(1, 6)).toEqual([
      'Oficina de Migraciones',
      'corrección de una celda',
      'esta medición',
      'Medición',
      '2',
    ]);
    expect(lines[1]).toMatch(/;P-[0-9A-F]{16};nota;4,5;;4,75;;revisado con la escuela;1$/);
    expect(lines[2]).toContain(`;"'=HYPERLINK(""x"")";`);
    expect(lines[2]).toContain(`;Valpo;Valpo;Valparaíso;Valparaíso;"'@mal; escrito";2`);
  });

  it('exports stored values with the labels of answers beside them', async () => {
    const instrumentId = imported.instrument.id;
    const place = imported.instrument.variables.find(({ label }) => label === 'lugar');
    if (!place) throw new Error('no place');
    const { id: variableId, label, unit, type, role } = place;
    const options = place.options.map((option) => ({ ...option, label: `Comuna de ${option.value}` }));
    const update = { instrumentId, variableId, label, unit, type, role, options };
    await test.client.call('variable.update', update);
    await add(test, imported, 'lugar', { kind: 'cell', line: 2, to: 'Quilpué' }, 'wave');
    await add(test, imported, 'asiste', { kind: 'cell', line: 2, to: 'false' }, 'wave');
    const change: Parameters<typeof add>[3] = {
      kind: 'merge',
      from: ['Valpo', 'Valparaíso'],
      to: { value: 'V', label: 'Puerto' },
    };
    await add(test, imported, 'lugar', change);
    const file = await test.client.call('cleaning.export', { instrumentId });
    const lines = (await readFile(test.engine.files.output(file.fileId).path, 'utf8')).split('\r\n');
    expect(lines[1]).toContain(';lugar;Valpo;Comuna de Valpo;Quilpué;Comuna de Quilpué;');
    expect(lines[2]).toContain(';asiste;true;Sí;false;No;');
    expect(lines[3]).toContain(';lugar;Valpo · Valparaíso;Comuna de Valpo · Comuna de Valparaíso;V;Puerto;');
  });

  it('refuses what would put an identity into the project', async () => {
    const typed: Parameters<typeof add>[3][] = [
      { kind: 'cell', line: 2, to: '12.345.678-5' },
      { kind: 'recode', from: 'bien', to: 'escribir a ana@correo.cl' },
      { kind: 'cell', line: 2, to: 'llamar al 9 8765 4321' },
    ];
    for (const change of typed) {
      expect((await failureOf(add(test, imported, 'comentario', change))).code).toBe('cleaning-identity');
    }
    const folio = await failureOf(add(test, imported, 'folio', { kind: 'cell', line: 2, to: 'b7' }));
    expect(folio.code).toBe('cleaning-identity');
  });

  it('refuses values that cannot stand in the column, rows that are not there and changes of nothing', async () => {
    const cases: [string, Parameters<typeof add>[3], string][] = [
      ['edad', { kind: 'cell', line: 2, to: 'ocho' }, 'wrong-type'],
      ['fecha', { kind: 'cell', line: 2, to: '2024-02-30' }, 'wrong-type'],
      ['lugar', { kind: 'cell', line: 2, to: 'Temuco' }, 'not-an-answer'],
      ['necesidades', { kind: 'cell', line: 2, to: 'Salud' }, 'wrong-type'],
      ['edad', { kind: 'cell', line: 77, to: '8' }, 'row-not-found'],
      ['edad', { kind: 'cell', line: 2, to: '8' }, 'same-value'],
      ['edad', { kind: 'recode', from: '500', to: '5' }, 'nothing-to-change'],
      ['edad', { kind: 'merge', from: ['8', '9'], to: { value: '10', label: '10' } }, 'not-answers'],
    ];
    for (const [label, change, reason] of cases) {
      expect(await failureOf(add(test, imported, label, change))).toMatchObject({
        code: 'cleaning-invalid',
        details: { variable: label, reason },
      });
    }
    expect((await wave()).dataSha256).toBe(imported.wave.dataSha256);
    const cleaningId = 'cln_aaaaaaaa';
    expect(
      (await failureOf(test.client.call('cleaning.remove', { cleaningId: cleaningId as never }))).code,
    ).toBe('cleaning-missing');
  });

  it('lets go of a wave and of what concerned it alone', async () => {
    await add(test, imported, 'edad', { kind: 'recode', from: '99', to: null }, 'wave');
    await add(test, imported, 'edad', { kind: 'recode', from: '8', to: '7' });
    await test.client.call('wave.remove', { waveId: imported.wave.id });
    const { entries } = await test.client.call('cleaning.list', { instrumentId: imported.instrument.id });
    expect(entries.map(({ entry }) => entry.change)).toEqual([{ kind: 'recode', from: '8', to: '7' }]);
    await test.client.call('history.undo', {});
    await expect(test.client.call('history.undo', {})).rejects.toMatchObject({ code: 'nothing-to-undo' });
  });

  it('leaves the data whole when it is cancelled in the midst', async () => {
    const controller = new AbortController();
    const running = test.client.call(
      'cleaning.add',
      {
        waveId: imported.wave.id,
        variableId: idOf(imported, 'lugar'),
        scope: 'instrument',
        change: { kind: 'recode', from: 'Valpo', to: 'Valparaíso' },
        who: 'DAEM',
        reason: 'se escribe así',
      },
      { signal: controller.signal },
    );
    setTimeout(() => controller.abort(), 3);
    await running.catch(() => undefined);
    const rows = await column(test, imported, 'lugar');
    const { entries } = await test.client.call('cleaning.list', { instrumentId: imported.instrument.id });
    expect(rows.filter((value) => value === 'Valpo')).toHaveLength(entries.length === 0 ? 2 : 0);
    if (entries.length === 0) expect((await wave()).dataSha256).toBe(imported.wave.dataSha256);
  });

  it('keeps what it needs when the project is closed and opened again', async () => {
    const { entry } = await add(test, imported, 'lugar', {
      kind: 'recode',
      from: 'Valpo',
      to: 'Valparaíso',
    });
    const { recent } = await test.client.call('project.recent', {});
    await test.client.call('project.close', {});
    await test.client.call('project.open', { reference: recent[0]?.reference ?? '' });
    await test.client.call('cleaning.remove', { cleaningId: entry.id });
    expect((await column(test, imported, 'lugar'))[0]).toBe('Valpo');
    expect(firstFile).toContain('Valpo;');
  });
});
