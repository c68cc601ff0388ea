import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../shared/contract';
import type { ColumnPlan } from '../../../shared/domain/import';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf, importFile, storedRows } from '../../support/import';
import { workbookParts, zipFile } from '../../support/zip-file';

type Imported = MethodOutput<'wave.import'>;

/** Six rows: line 3 is short, line 5 is long, line 6 repeats the identifier of line 2. RUTs are worked out, nobody's. */
const file = [
  'RUT;curso;edad;comentario',
  '12345678-5;1A;8;bien',
  '15509661-6;1A',
  '12678579-8;2A;9;"mal; y ""peor"""',
  '11111111-1;2A;10;x;sobra',
  '12.345.678-5;3A;11;otra vez',
  '22222222-2;3A;12;=1+1',
  '',
].join('\r\n');

function settled(column: ColumnPlan): ColumnPlan {
  if (column.header === 'RUT')
    return { ...column, type: 'identifier', role: 'identifier', action: 'pseudonymise', identity: 'rut' };
  const plain = { ...column, action: 'keep' as const, identity: null, missingCodes: [], standard: null };
  if (column.header === 'curso')
    return {
      ...plain,
      type: 'single',
      options: ['1A', '2A', '3A'].map((value) => ({ value, label: value })),
    };
  return { ...plain, type: column.header === 'edad' ? 'integer' : 'text', options: [] };
}

let test: TestEngine;
let imported: Imported;

beforeEach(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Corregidas', fileId: null });
  imported = await importFile(test, await test.stage('curso.csv', file), { columns: settled });
});
afterEach(() => test.close());

async function exported(): Promise<string[][]> {
  const output = await test.client.call('wave.exportSetAside', { waveId: imported.wave.id });
  const text = await readFile(test.engine.files.output(output.fileId).path, 'utf8');
  return text
    .slice(1)
    .trim()
    .split('\r\n')
    .map((line) => line.split(';'));
}
function written(rows: readonly (readonly string[])[], delimiter = ';'): string {
  return `${rows.map((row) => row.join(delimiter)).join('\r\n')}\r\n`;
}
/** The same rows as a spreadsheet keeps them: what looks like a number is one. */
function workbook(rows: readonly (readonly string[])[]): Buffer {
  const cells = (row: readonly string[]): string =>
    row
      .map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
      .map((text) => {
        const number = text.replace(',', '.');
        if (/^\d+(\.\d+)?$/.test(number)) return `<c><v>${Number(number)}</v></c>`;
        return text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
      })
      .join('');
  const sheet = rows.map((row) => `<row>${cells(row)}</row>`).join('');
  return zipFile(workbookParts(`<sheetData>${sheet}</sheetData>`));
}

async function giveBack(content: string | Uint8Array) {
  const fileId = await test.stage('corregidas.csv', content);
  return test.client.call('wave.addCorrected', { waveId: imported.wave.id, fileId });
}
const at = (rows: string[][], line: number): string[] => {
  const found = rows.find((row) => row.at(-3) === String(line));
  if (!found) throw new Error(`no line ${line}`);
  return found;
};

describe('rows set aside that come back', () => {
  it('are exported with their line, their reason and what they are recognised by', async () => {
    expect(imported.receipt).toMatchObject({ rowsRead: 6, rowsKept: 3, rowsSetAside: 3, rowsSecondCount: 6 });
    const [head, ...rows] = await exported();
    expect(head).toEqual(['RUT', 'curso', 'edad', 'comentario', '', 'linea', 'motivo', 'comprobante']);
    expect(rows.map((row) => row.slice(-3, -1))).toEqual([
      ['3', 'fila corta'],
      ['5', 'fila larga'],
      ['6', 'identificador repetido'],
    ]);
    expect(new Set(rows.map((row) => row.at(-1))).size).toBe(3);
  });

  it('join the wave on their own line; what was not corrected stays set aside', async () => {
    const rows = await exported();
    at(rows, 3).splice(2, 2, '7', 'completa');
    const { rowsAdded, stillSetAside, wave, receipt } = await giveBack(written(rows));
    expect(rowsAdded).toBe(1);
    expect(stillSetAside.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'long-row'],
      [6, 'repeated-identifier'],
    ]);
    expect(wave).toMatchObject({ rows: 4 });
    expect(wave.dataSha256).not.toBe(imported.wave.dataSha256);
    expect(receipt).toMatchObject({
      rowsRead: 6,
      rowsKept: 4,
      rowsSetAside: 2,
      corrections: [{ fileName: 'corregidas.csv', rowsAdded: 1, rowsStillSetAside: 2 }],
    });
    expect(receipt.columns.map(({ read, kept }) => [read, kept])).toEqual([
      [4, 4],
      [4, 4],
      [4, 4],
      [4, 4],
    ]);
    const stored = await storedRows(test, imported);
    expect(stored.map(({ line, edad, comentario }) => [line, edad, comentario])).toEqual([
      [2, 8, 'bien'],
      [3, 7, 'completa'],
      [4, 9, 'mal; y "peor"'],
      [7, 12, '=1+1'],
    ]);
    expect((await exported()).slice(1).map((row) => row.at(-3))).toEqual(['5', '6']);
  });

  it('give the data that a correct file would have given', async () => {
    const rows = await exported();
    at(rows, 3).splice(2, 2, '7', 'completa');
    at(rows, 5).splice(4, 1, '');
    at(rows, 6)[0] = '13131313-3';
    const { wave, rowsAdded } = await giveBack(written(rows));
    expect(rowsAdded).toBe(3);
    const whole = file
      .replace('15509661-6;1A', '15509661-6;1A;7;completa')
      .replace(';x;sobra', ';x')
      .replace('12.345.678-5', '13131313-3');
    const other = await importFile(test, await test.stage('bien.csv', whole), { columns: settled });
    expect(wave.dataSha256).toBe(other.wave.dataSha256);
  });

  it('are read however a spreadsheet saved them: separator, encoding, order, rows left out', async () => {
    const rows = await exported();
    at(rows, 5).splice(1, 4, '2A', '10', 'niña', '');
    const [head, ...body] = rows;
    const kept = [head ?? [], ...body.filter((row) => row.at(-3) !== '3').toReversed()];
    const bytes = Buffer.from(written(kept, '\t'), 'latin1');
    const { rowsAdded, stillSetAside } = await giveBack(bytes);
    expect(rowsAdded).toBe(1);
    expect(stillSetAside.map(({ line }) => line)).toEqual([6]);
    expect((await storedRows(test, imported))[2]).toMatchObject({ line: 5, comentario: 'niña' });
  });

  it('are accepted as they stand where the reason is deleted, if they fit', async () => {
    const rows = await exported();
    for (const line of [3, 5, 6]) at(rows, line)[at(rows, line).length - 2] = '';
    const { rowsAdded, stillSetAside } = await giveBack(written(rows));
    expect(rowsAdded).toBe(1);
    expect(stillSetAside.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'long-row'],
      [6, 'repeated-identifier'],
    ]);
    expect((await storedRows(test, imported))[1]).toMatchObject({ line: 3, edad: null, comentario: null });
  });

  it('are refused when they were added before, come twice, or are of another file', async () => {
    const rows = await exported();
    at(rows, 3).splice(2, 2, '7', 'completa');
    const twice = await failureOf(giveBack(written([...rows, at(rows, 3)])));
    expect(twice).toMatchObject({ code: 'correction-rows', details: { lines: [3], count: 1 } });
    await giveBack(written(rows));
    expect(await failureOf(giveBack(written(rows)))).toMatchObject({ code: 'correction-rows' });
    const moved = await exported();
    at(moved, 5)[moved[0]?.length === undefined ? 0 : moved[0].length - 1] = 'fila-2-000000000000';
    for (const content of [written(moved), file, 'PK\u0003\u0004', '']) {
      const { code } = await failureOf(giveBack(content));
      expect(['correction-foreign', 'file-unsupported', 'workbook-damaged']).toContain(code);
    }
    expect((await test.client.call('wave.receipt', { waveId: imported.wave.id })).rowsKept).toBe(4);
  });

  it('come back in a workbook, whatever sheet they are on', async () => {
    const rows = await exported();
    at(rows, 3).splice(2, 2, '7', 'completa');
    at(rows, 5).splice(1, 4, '2A', '10', '', '');
    const { rowsAdded, stillSetAside, receipt } = await giveBack(workbook(rows));
    expect(rowsAdded).toBe(2);
    expect(stillSetAside.map(({ line }) => line)).toEqual([6]);
    expect(receipt).toMatchObject({ rowsRead: 6, rowsKept: 5, rowsSetAside: 1 });
    expect(
      (await storedRows(test, imported)).slice(1, 4).map(({ edad, comentario }) => [edad, comentario]),
    ).toEqual([
      [7, 'completa'],
      [9, 'mal; y "peor"'],
      [10, null],
    ]);
    const other = zipFile(workbookParts('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'));
    expect((await failureOf(giveBack(other))).code).toBe('correction-foreign');
  });

  it('have the cleaning log replayed on them', async () => {
    const course = imported.instrument.variables.find(({ label }) => label === 'curso');
    if (!course) throw new Error('no course');
    const { entry } = await test.client.call('cleaning.add', {
      waveId: imported.wave.id,
      variableId: course.id,
      scope: 'instrument',
      change: { kind: 'merge', from: ['1A', '2A'], to: { value: 'primer ciclo', label: 'Primer ciclo' } },
      who: 'UTP',
      reason: 'así se informa',
    });
    const rows = await exported();
    at(rows, 3).splice(2, 2, '7', 'completa');
    await giveBack(written(rows));
    expect((await storedRows(test, imported)).map(({ curso }) => curso)).toEqual([
      'primer ciclo',
      'primer ciclo',
      'primer ciclo',
      '3A',
    ]);
    await test.client.call('cleaning.remove', { cleaningId: entry.id });
    expect((await storedRows(test, imported)).map(({ curso }) => curso)).toEqual(['1A', '1A', '2A', '3A']);
  });

  it('stay in the list of corrections when the source file is read again', async () => {
    const rows = await exported();
    at(rows, 3).splice(2, 2, '7', 'completa');
    await giveBack(written(rows));
    const fileId = await test.stage('curso.csv', file.replace('15509661-6;1A', '15509661-6;1A;7;completa'));
    const { receipt } = await test.client.call('wave.reimport', {
      waveId: imported.wave.id,
      fileId,
      apply: true,
    });
    expect(receipt.corrections).toMatchObject([{ fileName: 'corregidas.csv', rowsAdded: 1 }]);
    expect(receipt).toMatchObject({ rowsRead: 6, rowsKept: 4, rowsSetAside: 2 });
  });

  it('leave no identity outside the vault', async () => {
    const rows = await exported();
    at(rows, 3).splice(2, 2, '7', 'completa');
    await giveBack(written(rows));
    const info = await test.client.call('project.current', {});
    await test.client.call('project.close', {});
    const bytes = await readFile(`${info.project?.folder}/${info.project?.fileName}`);
    for (const rut of ['15509661', '15.509.661', '12345678']) expect(bytes.includes(rut)).toBe(false);
  });

  it('leave wave and vault as they were when cancelled at any moment', async () => {
    const rows = await exported();
    at(rows, 3).splice(2, 2, '7', 'completa');
    const before = await storedRows(test, imported);
    for (const delay of [0, 5, 15, 30, 60]) {
      const fileId = await test.stage('corregidas.csv', written(rows));
      const controller = new AbortController();
      const running = test.client.call(
        'wave.addCorrected',
        { waveId: imported.wave.id, fileId },
        { signal: controller.signal },
      );
      setTimeout(() => controller.abort(), delay);
      const ended = await running.then(
        () => 'added',
        () => 'cancelled',
      );
      if (ended === 'added') break;
      expect(await storedRows(test, imported)).toEqual(before);
      expect((await exported()).slice(1)).toHaveLength(3);
    }
  });
});

describe('cells that a spreadsheet wrote in its own way', () => {
  const source = [
    'folio;nota;fecha;monto;sala',
    'a1;5,5;01-03-2024;1.500;007',
    'a2;4,25;02-03-2024;2.500;008;sobra',
    'a3;6,75;13-03-2024;3.500;009;sobra',
    '',
  ].join('\n');
  const days: Record<string, string> = { '02-03-2024': '2024-03-02', '13-03-2024': '2024-03-13' };

  async function corrected(change: (row: string[]) => string[]) {
    imported = await importFile(test, await test.stage('notas.csv', source));
    // Excel reads 2.500 as a number with thousands, a day as a day, and 008 as 8.
    const rows = (await exported()).map((row, index) =>
      index === 0
        ? row
        : change(
            row.map((cell) => days[cell] ?? cell.replace(/^(\d)\.500$/, '$1500').replace(/^00(\d)$/, '$1')),
          ),
    );
    return giveBack(workbook(rows));
  }

  it('count as the cells they were: a row that only Excel touched is no correction', async () => {
    const { rowsAdded, stillSetAside } = await corrected((row) => row);
    expect(rowsAdded).toBe(0);
    expect(stillSetAside.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'long-row'],
      [4, 'long-row'],
    ]);
  });

  it('are read as the source was: decimal comma, thousands, order of the day, leading zeros', async () => {
    const { rowsAdded, wave } = await corrected((row) =>
      row.map((cell) => (cell === 'sobra' ? '' : cell === '6,75' ? '3,5' : cell)),
    );
    expect(rowsAdded).toBe(2);
    const rows = await storedRows(test, { ...imported, wave });
    expect(rows.map(({ nota, fecha, monto, sala }) => [nota, fecha, monto, sala])).toEqual([
      [5.5, '2024-03-01', 1500, '007'],
      [4.25, '2024-03-02', 2500, '008'],
      [3.5, '2024-03-13', 3500, '009'],
    ]);
  });
});
