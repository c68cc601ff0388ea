import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ColumnPlan } from '../../../shared/domain/import';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile } from '../../support/import';

let test: TestEngine;
beforeEach(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Comprobantes', fileId: null });
});
afterEach(() => test.close());

function take(content: string | Uint8Array, columns: (column: ColumnPlan) => ColumnPlan) {
  return test.stage('tabla.csv', content).then((fileId) => importFile(test, fileId, { columns }));
}

const blank = { identity: null, standard: null, missingCodes: [], recodes: [], options: [], redacts: false };

describe('the receipt of a column', () => {
  it('tells answers recoded by the plan apart from changes of writing and from missing codes', async () => {
    const answers = [
      'Venezuela',
      'venezolana',
      'venezolana',
      ' venezuela',
      'Perú',
      '99',
      's/i',
      'otra cosa',
      '',
    ];
    const { receipt } = await take(
      `n;país\n${answers.map((answer, index) => `${index};${answer}`).join('\n')}\n`,
      (column) =>
        column.header === 'n'
          ? { ...column, ...blank, type: 'integer' }
          : {
              ...column,
              ...blank,
              type: 'single',
              options: ['Venezuela', 'Perú'].map((value) => ({ value, label: value })),
              missingCodes: ['99'],
              recodes: [
                { from: 'venezolana', to: 'Venezuela' },
                { from: 's/i', to: null },
              ],
            },
    );
    const column = receipt.columns.find(({ header }) => header === 'país');
    expect(column).toMatchObject({
      read: 9,
      blank: 1,
      recodedTotal: 2,
      recoded: [{ from: 'venezolana', to: 'Venezuela', count: 2, exampleLines: [3, 4] }],
      coercedTotal: 1,
      coerced: [{ from: ' venezuela', to: 'Venezuela', count: 1, exampleLines: [5] }],
    });
    expect(column?.missingByCode).toEqual([
      { code: '99', count: 1 },
      { code: 's/i', count: 1 },
    ]);
    const rest = (column?.kept ?? 0) + (column?.failedTotal ?? 0);
    expect(rest).toBe(6);
  });

  it('does not call blank what did not convert in a column whose values all differ', async () => {
    const rows = Array.from({ length: 400 }, (_, index) => {
      const day = `${String(1 + (index % 28)).padStart(2, '0')}-03-2024`;
      const time = `${String(Math.floor(index / 28)).padStart(2, '0')}:${String(index % 60).padStart(2, '0')}`;
      return `${index};${index === 50 ? 'ayer en la tarde' : index === 60 ? '' : `${day} ${time}`}`;
    });
    const { receipt } = await take(`n;cuándo\n${rows.join('\n')}\n`, (column) =>
      column.header === 'n'
        ? { ...column, ...blank, type: 'integer' }
        : { ...column, ...blank, type: 'datetime', dateOrder: 'dmy' },
    );
    expect(receipt.columns.find(({ header }) => header === 'cuándo')).toMatchObject({
      read: 400,
      kept: 398,
      blank: 1,
      failedTotal: 1,
    });
    expect(receipt.issues).toEqual([
      { line: 52, header: 'cuándo', value: 'ayer en la tarde', reason: 'not-a-date' },
    ]);
  });

  it('counts the rows a second time in the bytes of another encoding', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => `${index};"ñandú ${index % 7}\r\nde la peña"`);
    const { receipt } = await take(Buffer.from(`n;texto\r\n${rows.join('\r\n')}\r\n`, 'latin1'), (column) =>
      column.header === 'n'
        ? { ...column, ...blank, type: 'integer' }
        : { ...column, ...blank, type: 'text' },
    );
    expect(receipt).toMatchObject({ rowsRead: 90, rowsKept: 90, rowsSecondCount: 90 });
  });
});
