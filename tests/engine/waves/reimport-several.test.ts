import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../shared/contract';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { acceptProposals, failureOf, storedRows } from '../../support/import';

const north = 'Edad;Nota;Opinión\n10;5,5;Sí\n11;6,25;No\nmala;fila\n12;4;Sí\n';
const south = '"Opinión","Edad","Nota"\n"Sí",9,6.5\n"No",8,1.5\n';
const east = Buffer.from('Edad\tNota\tOpini\xf3n\n13\t7\tS\xed\n', 'latin1');
const labels = ['Escuela Norte', 'Liceo Sur', 'Colegio Oriente'];

let test: TestEngine;
let imported: MethodOutput<'wave.import'>;

async function stageAll(files: readonly (readonly [string, string | Uint8Array])[]) {
  const ids = [];
  for (const [name, content] of files) ids.push(await test.stage(name, content));
  const [first, ...others] = ids;
  if (!first) throw new Error('no file');
  return { first, others };
}

beforeEach(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Escuelas', fileId: null });
  const { first, others } = await stageAll([
    ['norte.csv', north],
    ['sur.csv', south],
    ['oriente.txt', east],
  ]);
  const additionalFiles = others.map((fileId, index) => ({ fileId, label: labels[index + 1] ?? '' }));
  const [label = ''] = labels;
  const reading = { fileId: first, additionalFiles, label };
  const inspection = await test.client.call('import.inspect', { ...reading, corrections: {} });
  imported = await test.client.call('wave.import', {
    ...acceptProposals(inspection),
    additionalFiles,
    label,
  });
});
afterEach(() => test.close());

async function again(files: readonly (readonly [string, string | Uint8Array])[], apply: boolean) {
  const { first, others } = await stageAll(files);
  const additionalFiles = others.map((fileId) => ({ fileId }));
  return test.client.call('wave.reimport', {
    waveId: imported.wave.id,
    fileId: first,
    additionalFiles,
    apply,
  });
}

/** One row more in the first file, one cell changed in the third one. */
const longer = north.replace('12;4;Sí\n', '12;4;Sí\n14;3;No\n');
const changed = Buffer.from('Edad\tNota\tOpini\xf3n\n13\t6\tS\xed\n', 'latin1');

describe('a wave of several files that were corrected outside', () => {
  it('is compared file by file, in whatever order they are given', async () => {
    const { difference, applied } = await again(
      [
        ['oriente.txt', changed],
        ['norte.csv', longer],
        ['el sur con otro nombre.csv', south],
      ],
      false,
    );
    expect(applied).toBe(false);
    // The rows of the second and third file stand one line further down than before, and are still theirs.
    expect(difference).toMatchObject({
      pairedBy: 'line',
      rowsBefore: 6,
      rowsNow: 7,
      added: 1,
      removed: 0,
      changed: 1,
      cellsChanged: 1,
    });
    expect(difference.rows.map(({ change, line }) => [change, line])).toEqual([
      ['added', 6],
      ['changed', 11],
    ]);
  });

  it('takes the rows of all files, under the school each had', async () => {
    const { receipt, wave } = await again(
      [
        ['oriente.txt', changed],
        ['sur corregido.csv', south.replace('8,1.5', '8,2.5')],
        ['norte.csv', longer],
      ],
      true,
    );
    expect(wave).toMatchObject({ id: imported.wave.id, rows: 7 });
    const rows = await storedRows(test, imported);
    expect(rows.map(({ Edad, Nota, Establecimiento }) => [Edad, Nota, Establecimiento])).toEqual([
      [10, 5.5, 'Escuela Norte'],
      [11, 6.25, 'Escuela Norte'],
      [12, 4, 'Escuela Norte'],
      [14, 3, 'Escuela Norte'],
      [9, 6.5, 'Liceo Sur'],
      [8, 2.5, 'Liceo Sur'],
      [13, 6, 'Colegio Oriente'],
    ]);
    expect(receipt).toMatchObject({ rowsRead: 8, rowsKept: 7, rowsSetAside: 1, rowsSecondCount: 8 });
    expect(receipt.files.map(({ fileName, label, rowsKept }) => [fileName, label, rowsKept])).toEqual([
      ['norte.csv', 'Escuela Norte', 4],
      ['sur corregido.csv', 'Liceo Sur', 2],
      ['oriente.txt', 'Colegio Oriente', 1],
    ]);
    const once = await again(
      [
        ['norte.csv', longer],
        ['sur.csv', south],
        ['oriente.txt', east],
      ],
      true,
    );
    expect(once.receipt.reimports).toHaveLength(2);
  });

  it('is refused while one of its files is missing, and names it', async () => {
    expect(
      await failureOf(
        again(
          [
            ['norte.csv', longer],
            ['sur.csv', south],
          ],
          true,
        ),
      ),
    ).toMatchObject({ code: 'wave-files-incomplete', details: { missing: 'oriente.txt' } });
    const { waves } = await test.client.call('wave.list', {});
    expect(waves).toEqual([imported.wave]);
  });

  it('is refused with a file that is none of its own', async () => {
    const failure = await failureOf(
      again(
        [
          ['norte.csv', longer],
          ['sur.csv', south],
          ['oriente.txt', east],
          ['otra.csv', 'Edad;Nota;Opinión\n1;1;Sí\n'],
        ],
        false,
      ),
    );
    expect(failure).toMatchObject({ code: 'wave-files-incomplete', details: { fileName: 'otra.csv' } });
  });
});
