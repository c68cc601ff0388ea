import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile, storedRows } from '../../support/import';
import { workbookParts, zipFile } from '../../support/zip-file';

const platforms = path.join(import.meta.dirname, '../../fixtures/import/platforms');

let test: TestEngine;
beforeAll(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Columnas', fileId: null });
});
afterAll(() => test.close());

describe('a column that is left out', () => {
  it('says why in the receipt: it names people, is empty, is read with others, or was left out', async () => {
    const file = [
      'telefono,curso,vacia,nota,usa,usa/agua,usa/luz,_uuid,_submission_time,_index',
      ...Array.from(
        { length: 12 },
        (_, row) =>
          `+56 9 8765 43${row + 10},1A, ,${row},${row % 2 ? 'agua' : 'agua luz'},1,${(row + 1) % 2},u${row},2024-05-03T14:23:10,${row + 1}`,
      ),
      '',
    ].join('\n');
    const { receipt } = await importFile(test, await test.stage('columnas.csv', file), {
      columns: (column) =>
        ['curso', 'vacia'].includes(column.header) ? { ...column, action: 'drop', identity: null } : column,
    });
    const told = receipt.columns.map(({ header, action, droppedBecause }) => [
      header,
      action,
      droppedBecause,
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['telefono', 'drop', 'identity'],
        ['curso', 'drop', 'chosen'],
        ['vacia', 'drop', 'empty'],
        ['nota', 'keep', null],
        ['usa/agua', 'drop', 'joined'],
        ['usa/luz', 'drop', 'joined'],
        ['usa', 'drop', 'joined'],
        ['usa', 'keep', null],
      ]),
    );
  });

  it('is told from an empty one however deep its first answer stands', async () => {
    const rows = Array.from({ length: 3000 }, (_, row) => `${row},${row === 2900 ? 'x' : ''},`);
    const file = `n,tarde,nunca\n${rows.join('\n')}\n`;
    const { receipt } = await importFile(test, await test.stage('hondo.csv', file), {
      columns: (column) => (column.header === 'n' ? column : { ...column, action: 'drop' }),
    });
    expect(receipt.columns.map(({ droppedBecause }) => droppedBecause)).toEqual([null, 'chosen', 'empty']);
  });
});

describe('a question of several columns', () => {
  it('that LimeSurvey did not show is "no corresponde", not missing', async () => {
    const bytes = readFileSync(path.join(platforms, 'limesurvey-texts.csv'));
    const imported = await importFile(test, await test.stage('limesurvey-texts.csv', bytes));
    const question = imported.receipt.columns.find(
      ({ kept, header }) => kept > 0 && /servicios/.test(header),
    );
    expect(question).toMatchObject({ notApplicable: 1, missingByCode: [] });
    const variable = imported.instrument.variables.find(({ id }) => id === question?.variableId);
    expect(imported.wave.skippedIds).toContain(variable?.id);
    const rows = await storedRows(test, imported);
    expect(rows.map((row) => row[variable?.label ?? '']).at(-1)).toBeNull();
  });

  it('is told of where the joined answers say something else than the options', async () => {
    const header = 'usa,usa/agua,usa/luz,usa/gas natural,_uuid,_submission_time,_index';
    const meta = (row: number) => `00000000-0000-4000-8000-00000000000${row},2024-05-03T14:23:1${row},${row}`;
    const rows = ['agua luz,1,1,0', 'gas natural agua,1,0,1', 'luz,1,1,0', ',0,0,0', 'agua,,,', ',,,'];
    const file = [header, ...rows.map((row, index) => `${row},${meta(index + 1)}`), ''].join('\n');
    const { notices } = await test.client.call('import.inspect', {
      fileId: await test.stage('contradice.csv', file),
      corrections: {},
    });
    expect(notices.filter(({ code }) => code === 'options-contradict')).toEqual([
      {
        code: 'options-contradict',
        severity: 'attention',
        details: { count: 2 },
        lines: [4, 6],
        columns: ['usa'],
      },
    ]);
    for (const name of ['kobo-names.csv', 'kobo-labels.csv']) {
      const fileId = await test.stage(name, readFileSync(path.join(platforms, name)));
      const whole = await test.client.call('import.inspect', { fileId, corrections: {} });
      expect(whole.notices.map(({ code }) => code)).not.toContain('options-contradict');
    }
  });
});

describe('a repeat inside a repeat', () => {
  it('names the sheet it belongs to as its parent', async () => {
    const row = (cells: readonly (string | number)[]): string =>
      `<row>${cells.map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : `<c t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`;
    const sheet = (rows: readonly (readonly (string | number)[])[]): string =>
      `<worksheet><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`;
    const own = ['_index', '_parent_table_name', '_parent_index', '_submission__id', '_submission__uuid'];
    const names = ['hogares', 'integrantes', 'cursos'];
    const workbook = zipFile(
      workbookParts('', {
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="x/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
        'xl/worksheets/sheet1.xml': sheet([
          ['sector', '_id', '_uuid', '_submission_time', '_index'],
          ['La Plaza', 1, 'u1', '2024-05-03T14:23:10', 1],
          ['El Estero', 2, 'u2', '2024-05-03T15:23:10', 2],
        ]),
        'xl/worksheets/sheet2.xml': sheet([
          ['edad', ...own],
          [30, 1, 'hogares', 1, 1, 'u1'],
          [41, 2, 'hogares', 2, 2, 'u2'],
        ]),
        'xl/worksheets/sheet3.xml': sheet([
          ['curso', ...own],
          ['1A', 1, 'integrantes', 1, 1, 'u1'],
          ['2B', 2, 'integrantes', 1, 1, 'u1'],
        ]),
      }),
    );
    const { tables } = await test.client.call('import.inspect', {
      fileId: await test.stage('hogares.xlsx', workbook),
      corrections: { tableId: 'cursos' },
    });
    expect(tables.map(({ id, parent }) => [id, parent?.tableId ?? null])).toEqual([
      ['hogares', null],
      ['integrantes', 'hogares'],
      ['cursos', 'integrantes'],
    ]);
  });
});
