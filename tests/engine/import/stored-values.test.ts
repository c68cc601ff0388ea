import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile, storedRows } from '../../support/import';

describe('values as they are stored', () => {
  let test: TestEngine;

  beforeEach(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Proyecto', fileId: null });
  });
  afterEach(() => test.close());

  async function valuesOf(text: string, label: string) {
    const imported = await importFile(test, await test.stage('base.csv', text));
    return (await storedRows(test, imported)).map((row) => row[label]);
  }
  async function secondWave(first: string, second: string) {
    const { instrument } = await importFile(test, await test.stage('antes.csv', first));
    return importFile(test, await test.stage('despues.csv', second), {
      instrumentId: instrument.id,
      wave: { name: 'Después', moment: 'ex-post' },
    });
  }

  it('never takes the point of 0.435 for a thousands separator', async () => {
    expect(await valuesOf('a;b\n1,5;0.435\n2,5;0.512\n3,25;-0.777\n', 'b')).toEqual([0.435, 0.512, -0.777]);
  });

  it('keeps codes of more digits than a number holds exactly as text', async () => {
    const codes = ['12345678901234567891', '12345678901234567892', '32345678901234567893'];
    expect(await valuesOf(`a;b\n${codes.map((code) => `1;${code}`).join('\n')}\n`, 'b')).toEqual(codes);
  });

  it('stores a text cell of nothing but no-break spaces or tabs as missing', async () => {
    const text = 'a;comentario\n1;hola que tal\n2;\u00a0\n3;\t\n4;otra cosa\n';
    expect(await valuesOf(text, 'comentario')).toEqual(['hola que tal', null, null, 'otra cosa']);
  });

  it('does not take figures with signs for yes and no', async () => {
    expect(await valuesOf('a;b\n1;+1\n2;0\n3;1\n4;(0)\n5;1\n', 'b')).toEqual(['+1', '0', '1', '(0)', '1']);
  });

  it('gives one person one pseudonym, with leading zeros or with a dash for the hyphen', async () => {
    const first = 'RUN;edad\n09876543-3;9\n12345678\u20135;10\n15509661-6;11\n';
    const second = 'RUN;edad\n9.876.543-3;9\n12.345.678-5;10\n15509661-6;11\n';
    const before = await importFile(test, await test.stage('antes.csv', first));
    const after = await importFile(test, await test.stage('despues.csv', second), {
      instrumentId: before.instrument.id,
      wave: { name: 'Después', moment: 'ex-post' },
    });
    const people = (rows: Record<string, unknown>[]) => rows.map((row) => row.RUN);
    const expected = people(await storedRows(test, before));
    expect(new Set(expected).size).toBe(3);
    expect(people(await storedRows(test, after))).toEqual(expected);
  });

  it('does not store RUNs as they stand because the column was empty in the wave before', async () => {
    const imported = await secondWave(
      'RUN;edad;nota\n;9;1\n;10;2\n;11;3\n',
      'RUN;edad;nota\n12345678-5;9;1\n15509661-6;10;2\n12678579-8;11;3\n',
    );
    const told = JSON.stringify([
      await storedRows(test, imported),
      imported.receipt,
      imported.instrument,
      imported.wave,
    ]);
    expect(told).toMatch(/P-[0-9A-F]{16}/);
    expect(told).not.toMatch(/12345678|15509661|12678579/);
  });

  it('does not list full names of a column headed "Alumno" as options', async () => {
    const names = ['Pérez Soto Juana', 'Rojas Mena Luis', 'Díaz Paz Ana', 'Gil Ríos Eva'];
    const rows = [...names, ...names].map((name, index) => `${name};${index}`);
    const imported = await importFile(test, await test.stage('base.csv', `Alumno;n\n${rows.join('\n')}\n`));
    expect(JSON.stringify([imported.instrument, imported.receipt])).not.toMatch(/Rojas|Soto/);
    expect(imported.receipt.columns[0]).toMatchObject({ header: 'Alumno', action: 'drop' });
  });

  it.each(['; ', ', '])('takes answers joined by %j apart where few people gave several', async (joiner) => {
    const both = `"Pan${joiner}Leche"`;
    const imported = await secondWave(
      `a;b\n1;${both}\n2;${both}\n3;Pan\n4;Leche\n5;"Leche${joiner}Pan"\n`,
      `a;b\n1;${both}\n2;Pan\n3;Pan\n4;Leche\n5;Leche\n6;Leche\n`,
    );
    const [, question] = imported.instrument.variables;
    expect(question?.type).toBe('multiple');
    expect(question?.options.map(({ value }) => value).sort()).toEqual(['Leche', 'Pan']);
    const [first] = await storedRows(test, imported);
    expect(first?.b).toBe('Pan · Leche');
  });

  it('keeps an option that holds two commas whole', async () => {
    const list = 'Ropa, calzado, abrigo';
    const cells = [`${list}, Pan`, list, 'Pan', 'Pan, Leche', 'Leche', `Pan, ${list}`, 'Pan, Leche'];
    const text = `a;b\n${cells.map((cell, index) => `${index};"${cell}"`).join('\n')}\n`;
    expect(await valuesOf(text, 'b')).toEqual([
      `${list} · Pan`,
      list,
      'Pan',
      'Pan · Leche',
      'Leche',
      `Pan · ${list}`,
      'Pan · Leche',
    ]);
  });

  it('counts answers that differ only in case and accents as one option where several may be chosen', async () => {
    const cells = ['Pan; Maíz', 'pan; maiz', 'Pan', 'Maíz; Pan', 'PAN; Maíz', 'Maíz', 'Pan'];
    const text = `a;b\n${cells.map((cell, index) => `${index};"${cell}"`).join('\n')}\n`;
    const imported = await importFile(test, await test.stage('base.csv', text));
    expect(imported.instrument.variables[1]?.options.map(({ value }) => value)).toEqual(['Pan', 'Maíz']);
    expect((await storedRows(test, imported)).map((row) => row.b)).toEqual([
      'Pan · Maíz',
      'Pan · Maíz',
      'Pan',
      'Maíz · Pan',
      'Pan · Maíz',
      'Maíz',
      'Pan',
    ]);
  });

  it.each(['* Datos preliminares', '(*) Cifras a marzo', 'Elaboración propia', 'Observaciones: ninguna'])(
    'does not count the note %j under the table as a person',
    async (note) => {
      const text = `edad;b;c\n10;x;Sí\n11;y;No\n12;x;Sí\n${note};;\n`;
      expect(await valuesOf(text, 'edad')).toEqual([10, 11, 12]);
    },
  );

  it('does not split one answer with a comma because it is written in several ways', async () => {
    const cells = [
      'Sí, siempre',
      'sí, siempre',
      'SÍ, siempre',
      'Sí, siempre',
      'Nunca',
      'Nunca',
      'Sí, siempre',
    ];
    const text = `a;b\n${cells.map((cell, index) => `${index};"${cell}"`).join('\n')}\n`;
    const stored = await valuesOf(text, 'b');
    expect(stored).toEqual(cells.map((cell) => (cell === 'Nunca' ? cell : 'Sí, siempre')));
  });
});
