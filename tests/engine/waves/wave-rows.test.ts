import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { tableFromIPC } from 'apache-arrow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { acceptProposals } from '../../support/import';

const folder = path.resolve(import.meta.dirname, '../../fixtures/import/xlsform');

describe('the stored rows of a wave', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Filas', fileId: null });
  });
  afterAll(() => test.close());

  it('tell which questions were not put to a person', async () => {
    const stage = async (name: string) => test.stage(name, await readFile(path.join(folder, name)));
    const codebookFileId = await stage('acogida.xlsx');
    const fileId = await stage('acogida.csv');
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {}, codebookFileId });
    const plan = { ...acceptProposals(inspection), codebookFileId };
    const { wave, instrument, receipt } = await test.client.call('wave.import', plan);
    const { table } = await test.client.call('wave.rows', { waveId: wave.id, offset: 0, limit: 100 });
    const skipped = tableFromIPC(table).getChild('skipped');
    const id = receipt.columns.find(({ header }) => header === 'llegada/pais')?.variableId;
    expect(instrument.variables.some((variable) => variable.id === id)).toBe(true);
    const lists = Array.from({ length: wave.rows }, (_, index) => String(skipped?.get(index) ?? ''));
    const rows = lists.flatMap((list, index) => (list.split(' ').includes(String(id)) ? [index + 1] : []));
    // By hand in acogida.csv: rows 2, 4 and 7 say that they have not arrived; row 4 names a country all the same.
    expect(rows).toEqual([2, 7]);
  });
});
