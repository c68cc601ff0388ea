import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodOutput } from '../../../shared/contract';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { acceptProposals } from '../../support/import';

const folder = path.resolve(import.meta.dirname, '../../fixtures/import/xlsform');

describe('a survey read with its XLSForm', () => {
  let test: TestEngine;
  let imported: MethodOutput<'wave.import'>;

  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Formularios', fileId: null });
    const stage = async (name: string) => test.stage(name, await readFile(path.join(folder, name)));
    const codebookFileId = await stage('acogida.xlsx');
    const inspection = await test.client.call('import.inspect', {
      fileId: await stage('acogida.csv'),
      corrections: {},
      codebookFileId,
    });
    imported = await test.client.call('wave.import', { ...acceptProposals(inspection), codebookFileId });
  });
  afterAll(() => test.close());

  function receiptOf(header: string) {
    return imported.receipt.columns.find((column) => column.header === header);
  }

  it('counts who was not asked apart from who did not answer', () => {
    // Counted by hand in acogida.csv: rows 2, 4 and 7 say "no", of which row 4 names a country all the same.
    expect(receiptOf('llegada/pais')).toMatchObject({ read: 7, kept: 4, notApplicable: 2, blank: 1 });
    expect(receiptOf('llegada/anios')).toMatchObject({ read: 7, kept: 5, notApplicable: 2, blank: 0 });
    // Put to rows 1 (Venezuela), 5 (nine years) and 6 (sixty years); row 6 is blank.
    expect(receiptOf('llegada/tramites')).toMatchObject({ read: 7, kept: 2, notApplicable: 4, blank: 1 });
    expect(receiptOf('conforme')).toMatchObject({
      read: 7,
      kept: 5,
      notApplicable: 1,
      missingByCode: [{ code: '88', count: 1 }],
      blank: 0,
    });
  });

  it('names answers against the form and leaves them as they are', () => {
    const found = imported.receipt.issues.map(({ line, header, value, reason }) => [
      line,
      header,
      value,
      reason,
    ]);
    expect(found).toEqual([
      [4, 'persona/edad', '130', 'constraint'],
      // What a free text holds may name somebody, so it is not shown.
      [4, 'codigo', null, 'constraint'],
      [5, 'llegada/pais', 'VEN', 'not-relevant'],
      [5, 'llegada/anios', '3', 'not-relevant'],
      [5, 'fecha', '2999-01-01', 'constraint'],
      [6, 'persona/edad', '', 'required'],
      [6, 'llegada/anios', '9', 'constraint'],
      [6, 'llegada/tramites', 'ninguno visa', 'constraint'],
      [7, 'llegada/pais', '', 'required'],
      [7, 'llegada/anios', '60', 'constraint'],
    ]);
    expect(imported.receipt.issuesTotal).toBe(10);
  });

  it('says which rule it does not understand, and does not apply it', () => {
    const notices = imported.receipt.notices.filter(({ code }) => code === 'expression-not-understood');
    expect(notices.map(({ columns }) => columns)).toEqual([['aviso_extra']]);
    expect(receiptOf('aviso_extra')?.notApplicable ?? 0).toBe(0);
  });

  it('remembers in the wave which questions were not for everybody', () => {
    const names = imported.wave.skippedIds.map(
      (id) => imported.instrument.variables.find((variable) => variable.id === id)?.label,
    );
    expect(names.sort()).toEqual([
      'Años en Chile',
      'Estoy conforme con la atención',
      'País de origen',
      'País de origen (otro)',
      'Trámites que ha hecho',
    ]);
  });
});
