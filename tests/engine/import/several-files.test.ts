import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../shared/contract';
import type { FileId } from '../../../shared/domain/ids';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { acceptProposals, failureOf, storedRows } from '../../support/import';

const north =
  'Edad;Nota;Fecha;Opinión\n10;5,5;01-03-2024;Sí\n11;6,25;02-03-2024;No\nmala;fila\n12;4;03-03-2024;Sí\n';
/** The same questions by another program: comma, decimal point, ISO days, other order, one column less and one more. */
const south = '"Opinión","Edad","Nota","Comentario"\n"Sí",9,6.5,"Muy bien, gracias"\n"No",8,1234.5,""\n';
/** Windows-1252, with a blank line before the header. */
const east = Buffer.from('Edad\tNota\tFecha\tOpini\xf3n\n13\t7\t05-03-2024\tS\xed\n', 'latin1');

describe('files of several schools', () => {
  let test: TestEngine;
  let ids: FileId[];
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Escuelas', fileId: null });
  });
  afterAll(() => test.close());

  async function stageAll(): Promise<FileId[]> {
    return [
      await test.stage('encuesta_norte_2024.csv', north),
      await test.stage('encuesta_sur_2024.csv', south),
      await test.stage('encuesta_oriente_2024.csv', east),
    ];
  }

  async function importAll(): Promise<MethodOutput<'wave.import'>> {
    ids = await stageAll();
    const [first, second, third] = ids;
    if (!first || !second || !third) throw new Error('three files');
    const additionalFiles = [
      { fileId: second, label: 'Liceo Sur' },
      { fileId: third, label: 'Colegio Oriente' },
    ];
    const inspection = await test.client.call('import.inspect', {
      fileId: first,
      corrections: {},
      additionalFiles,
      label: 'Escuela Norte',
    });
    const plan = { ...acceptProposals(inspection), additionalFiles, label: 'Escuela Norte' };
    return test.client.call('wave.import', plan);
  }

  it('become one wave: each by its own encoding, marks and order, with the school beside each row', async () => {
    const imported = await importAll();
    const rows = await storedRows(test, imported);
    expect(
      rows.map(({ line, Edad, Nota, Fecha, Opinión, Comentario, Establecimiento }) => [
        line,
        Edad,
        Nota,
        Fecha,
        Opinión,
        Comentario,
        Establecimiento,
      ]),
    ).toEqual([
      [2, 10, 5.5, '2024-03-01', true, null, 'Escuela Norte'],
      [3, 11, 6.25, '2024-03-02', false, null, 'Escuela Norte'],
      [5, 12, 4, '2024-03-03', true, null, 'Escuela Norte'],
      // The first file ends with line 5; the second one's rows stand on its lines 2 and 3.
      [7, 9, 6.5, null, true, 'Muy bien, gracias', 'Liceo Sur'],
      [8, 8, 1234.5, null, false, null, 'Liceo Sur'],
      [10, 13, 7, '2024-03-05', true, null, 'Colegio Oriente'],
    ]);
    expect(imported.receipt).toMatchObject({
      rowsRead: 7,
      rowsKept: 6,
      rowsSetAside: 1,
      rowsSecondCount: 7,
      setAside: [{ line: 4, reason: 'short-row' }],
    });
    expect(
      imported.receipt.files.map(({ fileName, label, firstLine, rowsRead, rowsKept }) => [
        fileName,
        label,
        firstLine,
        rowsRead,
        rowsKept,
      ]),
    ).toEqual([
      ['encuesta_norte_2024.csv', 'Escuela Norte', 1, 4, 3],
      ['encuesta_sur_2024.csv', 'Liceo Sur', 6, 2, 2],
      ['encuesta_oriente_2024.csv', 'Colegio Oriente', 9, 1, 1],
    ]);
    const exported = await test.client.call('wave.exportSetAside', { waveId: imported.wave.id });
    const aside = await readFile(test.engine.files.output(exported.fileId).path, 'utf8');
    expect(aside).toContain('mala;fila;;;;Escuela Norte;4;fila corta');
    expect(aside).toMatch(/;linea;motivo;comprobante;archivo;linea del archivo\r\n/);
    expect(aside).toMatch(/;4;fila corta;fila-4-[0-9a-f]{12};encuesta_norte_2024\.csv;4\r\n/);
    const notices = imported.receipt.notices.map(({ code, details, columns }) => [
      code,
      details.fileName ?? null,
      columns,
    ]);
    expect(notices).toContainEqual(['files-column-missing', 'encuesta_sur_2024.csv', ['Fecha']]);
    expect(notices).toContainEqual(['files-column-extra', 'encuesta_sur_2024.csv', ['Comentario']]);
    expect(notices).toContainEqual(['files-column-order', 'encuesta_sur_2024.csv', []]);
  });

  it('are refused when one is given twice', async () => {
    const first = await test.stage('a.csv', north);
    const again = await test.stage('copia de a.csv', north);
    const failure = await failureOf(
      test.client.call('import.inspect', {
        fileId: first,
        corrections: {},
        additionalFiles: [{ fileId: again, label: 'Otra' }],
        label: null,
      }),
    );
    expect(failure).toMatchObject({
      code: 'file-repeated',
      details: { fileName: 'copia de a.csv', otherFile: 'a.csv' },
    });
  });

  it('are refused when one answers another questionnaire', async () => {
    const first = await test.stage('a.csv', north);
    const other = await test.stage('ventas.csv', 'Producto;Precio;Cliente\nPan;1200;Ana\n');
    const failure = await failureOf(
      test.client.call('import.inspect', {
        fileId: first,
        corrections: {},
        additionalFiles: [{ fileId: other, label: 'Otra' }],
        label: null,
      }),
    );
    expect(failure).toMatchObject({ code: 'files-unlike', details: { fileName: 'ventas.csv', shared: 0 } });
  });

  it('get no second column of schools where they have their own', async () => {
    const first = await test.stage('a.csv', 'Colegio;Edad\nNorte;10\nNorte;11\n');
    const second = await test.stage('b.csv', 'Edad;Colegio\n12;Sur\n');
    const additionalFiles = [{ fileId: second, label: 'B' }];
    const inspection = await test.client.call('import.inspect', {
      fileId: first,
      corrections: {},
      additionalFiles,
      label: 'A',
    });
    expect(inspection.headers).toEqual(['Colegio', 'Edad']);
    expect(inspection.rows).toBe(3);
    expect(inspection.files.map(({ fileName, label }) => [fileName, label])).toEqual([
      ['a.csv', 'A'],
      ['b.csv', 'B'],
    ]);
  });

  it('stop the import when one of them has changed since', async () => {
    const [first, second] = await stageAll();
    if (!first || !second) throw new Error('files');
    const additionalFiles = [{ fileId: second, label: 'Sur' }];
    const inspection = await test.client.call('import.inspect', {
      fileId: first,
      corrections: {},
      additionalFiles,
      label: null,
    });
    const other = await test.stage('encuesta_sur_2024.csv', south.replace('gracias', 'adiós'));
    const plan = { ...acceptProposals(inspection), additionalFiles: [{ fileId: other, label: 'Sur' }] };
    expect((await failureOf(test.client.call('wave.import', plan))).code).toBe('file-changed');
    expect((await test.client.call('wave.list', {})).waves).toHaveLength(1);
  });
});
