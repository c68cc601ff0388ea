import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodInput, MethodOutput } from '../../../shared/contract';
import type { Variable } from '../../../shared/domain/instrument';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, importFile, storedRows } from '../../support/import';

const table = `folio;fecha;edad;nota;opinión;necesidades;asiste\n${Array.from({ length: 1200 }, (_, index) =>
  [
    index + 1,
    `${String(1 + (index % 28)).padStart(2, '0')}-03-2024`,
    index % 50 === 7 ? '' : 6 + (index % 12),
    `${1 + (index % 6)},${index % 10}`,
    ['Nunca', 'A veces', 'Siempre'][index % 3],
    ['"Salud; Vivienda"', 'Salud', '"Vivienda; Trabajo"', 'Trabajo'][index % 4],
    index % 2 ? 'Sí' : 'No',
  ].join(';'),
).join('\n')}\n`;

describe('stored waves', () => {
  let test: TestEngine;
  let imported: MethodOutput<'wave.import'>;

  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Mediciones', fileId: null });
    imported = await importFile(test, await test.stage('m.csv', table));
  });
  afterAll(() => test.close());

  function variable(label: string): Variable {
    const found = imported.instrument.variables.find((candidate) => candidate.label === label);
    if (!found) throw new Error(`no variable ${label}`);
    return found;
  }
  function update(label: string, changes: Partial<MethodInput<'variable.update'>>) {
    const { id, label: own, unit, type, role, options } = variable(label);
    const base = {
      instrumentId: imported.instrument.id,
      variableId: id,
      label: own,
      unit,
      type,
      role,
      options,
    };
    return test.client.call('variable.update', { ...base, ...changes });
  }

  it('are read in windows that join into the whole, in the order of the file', async () => {
    const windows = [];
    for (const offset of [0, 500, 1000]) {
      const { total, table: bytes } = await test.client.call('wave.rows', {
        waveId: imported.wave.id,
        offset,
        limit: 500,
      });
      expect(total).toBe(1200);
      windows.push(tableFromIPC(bytes));
    }
    expect(windows.map(({ numRows }) => numRows)).toEqual([500, 500, 200]);
    const lines = windows.flatMap((window) => [...(window.getChild('line')?.toArray() ?? [])]);
    expect(lines).toEqual(Array.from({ length: 1200 }, (_, index) => index + 2));
    const types = windows[0]?.schema.fields.map(({ name, type }) => [name, String(type)]);
    expect(Object.fromEntries(types ?? [])).toEqual({
      line: 'Int32',
      [variable('folio').id]: 'Utf8',
      [variable('fecha').id]: 'Date64<MILLISECOND>',
      [variable('edad').id]: 'Int32',
      [variable('nota').id]: 'Float64',
      [variable('opinión').id]: 'Utf8',
      [variable('necesidades').id]: 'Utf8',
      [variable('asiste').id]: 'Bool',
    });
  });

  it('carry values as stored, several answers joined by a middle dot', async () => {
    const [first, second] = await storedRows(test, imported);
    expect(first).toMatchObject({
      line: 2,
      fecha: '2024-03-01',
      edad: 6,
      nota: 1,
      opinión: 'Nunca',
      necesidades: 'Salud · Vivienda',
      asiste: false,
    });
    expect(second).toMatchObject({ nota: 2.1, asiste: true });
  });

  it('keep their receipt', async () => {
    expect(await test.client.call('wave.receipt', { waveId: imported.wave.id })).toEqual(imported.receipt);
  });

  it('change name, moment and dates, and nothing else', async () => {
    const changes = {
      name: 'Línea base',
      moment: 'ex-ante' as const,
      startDate: '2024-03-01',
      endDate: '2024-03-28',
    };
    const wave = await test.client.call('wave.update', { waveId: imported.wave.id, wave: changes });
    expect(wave).toEqual({ ...imported.wave, ...changes });
    expect((await test.client.call('wave.list', {})).waves).toEqual([wave]);
  });

  it('say which wave is missing', async () => {
    const waveId = 'wav_aaaaaaaaaaaaaaaa';
    for (const method of ['wave.receipt', 'wave.exportSetAside', 'wave.remove'] as const) {
      expect((await failureOf(test.client.call(method, { waveId }))).code).toBe('wave-missing');
    }
  });

  it('let a variable have another label, unit, order of answers and scale', async () => {
    const { options } = variable('opinión');
    const instrument = await update('opinión', {
      label: 'Opinión final',
      type: 'single',
      options: options.toReversed(),
    });
    expect(instrument.version).toBe(imported.instrument.version + 1);
    expect(instrument.variables.find(({ label }) => label === 'Opinión final')).toMatchObject({
      type: 'single',
      options: options.toReversed(),
    });
    await test.client.call('history.undo', {});
    const { instruments } = await test.client.call('instrument.list', {});
    expect(instruments).toEqual([imported.instrument]);
  });

  it('refuse to lose an answer somebody gave, or to store it as something else', async () => {
    const { options } = variable('opinión');
    expect((await failureOf(update('opinión', { options: options.slice(1) }))).code).toBe('variable-in-use');
    expect((await failureOf(update('necesidades', { options: [] }))).code).toBe('variable-in-use');
    expect((await failureOf(update('edad', { type: 'text' }))).code).toBe('variable-type');
    expect((await failureOf(update('folio', { type: 'text' }))).code).toBe('variable-type');
    const more = [...options, { value: 'Otra', label: 'Otra' }];
    expect(
      (await update('opinión', { options: more })).variables.some((one) => one.options.length === 4),
    ).toBe(true);
  });

  it('vanish with their rows when removed', async () => {
    const again = await importFile(test, await test.stage('m.csv', table));
    await test.client.call('wave.remove', { waveId: again.wave.id });
    expect(
      (await failureOf(test.client.call('wave.rows', { waveId: again.wave.id, offset: 0, limit: 1 }))).code,
    ).toBe('wave-missing');
    expect((await test.client.call('wave.list', {})).waves).toHaveLength(1);
  });
});
