import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { acceptProposals, importFile, storedRows } from '../../support/import';

const folder = path.resolve(import.meta.dirname, '../../fixtures/import/statistics');

describe('an SPSS file imported as it is proposed', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'SPSS', fileId: null });
  });
  afterAll(() => test.close());

  const stage = async (name: string) => test.stage(name, await readFile(path.join(folder, name)));

  it('stores codes, shows labels, and keeps user-missing codes out of the answers', async () => {
    const imported = await importFile(test, await stage('encuesta-haven.sav'));
    expect(imported.inspection).toMatchObject({
      format: 'sav',
      platform: { platform: 'spss', hasCodebook: true },
    });
    expect(imported.receipt).toMatchObject({ rowsRead: 40, rowsKept: 40, path: 'fast' });
    const scale = imported.instrument.variables.find(({ label }) => label.startsWith('Estoy satisfecho'));
    expect(scale).toMatchObject({ type: 'ordinal', missingCodes: ['88'], notApplicableCodes: ['97'] });
    // Written five times over: 1, 2, 3, 4, 88, nothing, 97, 2.
    expect(imported.receipt.columns.find(({ variableId }) => variableId === scale?.id)).toMatchObject({
      read: 40,
      kept: 25,
      blank: 5,
      notApplicable: 5,
      missingByCode: [{ code: '88', count: 5 }],
    });
    const rows = await storedRows(test, imported);
    expect(rows.slice(0, 8).map((row) => row[scale?.label ?? ''])).toEqual([
      '1',
      '2',
      '3',
      '4',
      null,
      null,
      null,
      '2',
    ]);
    expect(rows[0]?.fecha).toBe('2023-06-02');
  });

  it('joins a set of yes and no variables into one multiple choice', async () => {
    const inspection = await test.client.call('import.inspect', {
      fileId: await stage('encuesta-pspp.sav'),
      corrections: {},
    });
    const imported = await test.client.call('wave.import', acceptProposals(inspection));
    const set = imported.instrument.variables.find(({ label }) => label === '¿Por qué medio se enteró?');
    expect(set).toMatchObject({ type: 'multiple' });
    expect(imported.instrument.variables.map(({ label }) => label)).not.toContain('Radio');
    const rows = await storedRows(test, { ...imported });
    const chosen = rows.map((row) => row[set?.label ?? '']);
    expect(chosen.slice(0, 2)).toEqual(['medio_radio', 'medio_radio · medio_web']);
    // Row 5 holds nothing but the code of no response.
    expect(chosen[4]).toBeNull();
  });
});
