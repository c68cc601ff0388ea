import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readSource } from '../../support/read-source';

const folder = path.join(import.meta.dirname, '../../fixtures/import/spreadsheets');
const fixture = (name: string): string => path.join(folder, name);
/** What Python put into the workbooks; `make.py` wrote it. */
const expected = z
  .array(z.array(z.string()))
  .parse(JSON.parse(readFileSync(fixture('expected.json'), 'utf8')));
const codes = ({ notices }: { notices: { code: string }[] }): string[] => notices.map(({ code }) => code);
const noticeOf = (source: { notices: { code: string }[] }, code: string) =>
  source.notices.find((notice) => notice.code === code);

/** LibreOffice keeps 15 digits of a number. */
function sameToFifteenDigits(cell: string, wanted: string): boolean {
  return cell === wanted || Math.abs(Number(cell) - Number(wanted)) < 1e-14;
}

function isNumberColumn(column: number): boolean {
  return column === 7;
}

describe('a survey workbook written by several programs', () => {
  it.each([
    ['survey-libreoffice.xlsx', 'xlsx'],
    ['survey-libreoffice.ods', 'ods'],
    ['survey-libreoffice.fods', 'ods'],
    ['survey-libreoffice.xls', 'xls'],
  ] as const)('%s gives every cell that Python put in', async (name, format) => {
    const source = await readSource(fixture(name));
    expect(source.format).toBe(format);
    expect(source.tableId).toBe('Respuestas');
    expect(source.rows).toHaveLength(expected.length);
    source.rows.forEach((row, index) => {
      const wanted = expected[index] ?? [];
      row.forEach((cell, column) => {
        if (isNumberColumn(column) && index > 0) {
          expect(sameToFifteenDigits(cell, wanted[column] ?? ''), `${cell} against ${wanted[column]}`).toBe(
            true,
          );
        } else expect(cell).toBe(wanted[column]);
      });
    });
    expect(source.left).toEqual([]);
  });

  it('gives the cells of openpyxl digit by digit, and says that its formulas have no result', async () => {
    const source = await readSource(fixture('survey-openpyxl.xlsx'));
    const withoutTotals = (rows: string[][]) => rows.map((row) => row.filter((_, column) => column !== 13));
    expect(withoutTotals(source.rows)).toEqual(withoutTotals(expected));
    expect(source.rows.slice(1).every((row) => row[13] === '')).toBe(true);
    expect(noticeOf(source, 'formulas-without-result')).toMatchObject({ details: { count: 30 } });
  });

  it('announces hidden sheets, rows and columns, comments, units, percentages and numbers kept as text', async () => {
    const source = await readSource(fixture('survey-openpyxl.xlsx'));
    expect(noticeOf(source, 'hidden-sheets')).toMatchObject({ columns: ['Listas'], severity: 'attention' });
    expect(noticeOf(source, 'very-hidden-sheets')).toMatchObject({ columns: ['Claves'] });
    expect(noticeOf(source, 'hidden-rows')).toMatchObject({ lines: [4, 7], details: { count: 2 } });
    expect(noticeOf(source, 'hidden-columns')).toMatchObject({ columns: ['B'] });
    expect(noticeOf(source, 'numbers-as-text')).toMatchObject({ columns: ['L'] });
    expect(noticeOf(source, 'percent-cells')).toMatchObject({ columns: ['F'] });
    expect(noticeOf(source, 'units-in-format')).toMatchObject({ columns: ['G'] });
    expect(noticeOf(source, 'colours-ignored')).toMatchObject({ lines: [10] });
    expect(codes(source)).toContain('comments-ignored');
  });

  it('lists every sheet, reads the visible one with most data, and any other when asked', async () => {
    const source = await readSource(fixture('survey-openpyxl.xlsx'));
    expect(source.tables.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Léeme', false],
      ['Respuestas', false],
      ['Listas', true],
      ['Claves', true],
      ['Vacía', false],
    ]);
    const hidden = await readSource(fixture('survey-openpyxl.xlsx'), 'Listas');
    expect(hidden.rows).toHaveLength(199);
    expect(codes(hidden)).toContain('hidden-sheet-read');
    await expect(readSource(fixture('survey-openpyxl.xlsx'), 'Vacía')).rejects.toMatchObject({
      code: 'workbook-empty',
      details: { table: 'Vacía' },
    });
    await expect(readSource(fixture('survey-openpyxl.xlsx'), 'Otra')).rejects.toMatchObject({
      code: 'table-missing',
    });
  });

  it('neither keeps nor shows who wrote the workbook', async () => {
    const source = await readSource(fixture('survey-openpyxl.xlsx'));
    expect(JSON.stringify(source)).not.toMatch(/Autora|Editor/);
  });

  it('counts what each column was stored as', async () => {
    const { columns } = await readSource(fixture('survey-openpyxl.xlsx'));
    expect(columns[3]).toMatchObject({ dates: 30, texts: 1 });
    expect(columns[4]).toMatchObject({ datetimes: 30 });
    expect(columns[5]).toMatchObject({ numbers: 30, unit: '%' });
    expect(columns[6]).toMatchObject({ numbers: 30, unit: '$' });
    expect(columns[10]).toMatchObject({ booleans: 30 });
    expect(columns[14]).toMatchObject({ hasLineBreaks: true });
  });
});

describe('merged cells', () => {
  it.each(['merged-openpyxl.xlsx', 'merged-libreoffice.ods', 'merged-libreoffice.xls'])(
    '%s: headers reach over their columns, a title does not, answers stay in the first cell',
    async (name) => {
      const { rows, notices } = await readSource(fixture(name));
      expect(rows[0]).toEqual(['Encuesta de convivencia (datos sintéticos)', '', '', '', '', '']);
      expect(rows[2]).toEqual(['Folio', 'Curso', 'Antes', 'Antes', 'Después', 'Después']);
      expect(rows[3]).toEqual(['Folio', 'Curso', 'Lectura', 'Escritura', 'Lectura', 'Escritura']);
      expect(rows[4]?.[1]).toBe('5° A');
      expect(rows[5]?.[1]).toBe('');
      expect(notices.find(({ code }) => code === 'merged-headers')).toMatchObject({ details: { count: 4 } });
      expect(notices.find(({ code }) => code === 'merged-cells')).toMatchObject({
        details: { count: 1 },
        lines: [5],
      });
    },
  );
});

describe('days', () => {
  it('reads the 1900 system with its 29 February that never was, and keeps what is no day', async () => {
    const { rows, notices } = await readSource(fixture('serials.xlsx'));
    expect(Object.fromEntries(rows.slice(1).map(([number, day]) => [number, day]))).toEqual({
      0: '1900-01-00',
      1: '1900-01-01',
      59: '1900-02-28',
      60: '1900-02-29',
      61: '1900-03-01',
      45292: '2024-01-01',
      45292.5: '2024-01-01 12:00:00',
      '-3': '-3',
      2958465: '9999-12-31',
      2958466: '2958466',
    });
    expect(notices.find(({ code }) => code === 'impossible-dates')).toMatchObject({ lines: [2, 5, 9, 11] });
  });

  it.each(['dates-1904.xlsx', 'dates-1904-libreoffice.xls'])(
    '%s gives the days that Python stored',
    async (name) => {
      const { rows } = await readSource(fixture(name));
      expect(rows.slice(1).map((row) => row[1])).toEqual(
        Array.from({ length: 10 }, (_, index) =>
          new Date(Date.UTC(2023, 11, 25 + index)).toISOString().slice(0, 10),
        ),
      );
    },
  );

  it('reads days and moments that R wrote, and its missing values as empty', async () => {
    const { rows } = await readSource(fixture('r-openxlsx.xlsx'));
    expect(rows[1]).toEqual(['F01', '2024-05-01', '2024-05-01 10:00:00', '0.25', 'Ñuñoa']);
    expect(rows[2]?.[4]).toBe('a\nb');
    expect(rows[3]).toEqual(['F03', '2024-05-03', '2024-05-01 12:00:00', '', '']);
  });
});

describe('errors in cells', () => {
  it('keeps their text and says where they are', async () => {
    const { rows, notices } = await readSource(fixture('errors-openpyxl.xlsx'));
    const texts = ['#N/A', '#DIV/0!', '#REF!', '#VALUE!', '#NAME?', '#NUM!', '#NULL!'];
    expect(rows.slice(1).map((row) => row[1])).toEqual(texts);
    expect(notices.find(({ code }) => code === 'error-cells')).toMatchObject({ details: { count: 7 } });
  });
});

describe('workbooks of other people, against readxl', () => {
  const csv = (name: string): string[][] =>
    Papa.parse<string[]>(readFileSync(fixture(name), 'utf8').trimEnd()).data;
  const same = (cell: string, wanted: string): boolean =>
    cell === wanted || (wanted === 'NA' && cell === '') || (cell !== '' && Number(cell) === Number(wanted));

  it.each(
    ['datasets.xlsx', 'datasets.xls'].flatMap((name) =>
      ['iris', 'mtcars', 'chickwts', 'quakes'].map((sheet) => [name, sheet] as const),
    ),
  )('%s, %s: every cell is the same', async (name, sheet) => {
    const { rows } = await readSource(fixture(name), sheet);
    const wanted = csv(`datasets-${sheet}-readxl.csv`);
    expect(rows).toHaveLength(wanted.length);
    rows.forEach((row, line) => {
      row.forEach((cell, column) => {
        expect(same(cell, wanted[line]?.[column] ?? ''), `${line} ${column} ${cell}`).toBe(true);
      });
    });
  });

  it('deaths.xls: names and days are the same, below the notes that stand above', async () => {
    const { rows } = await readSource(fixture('deaths.xls'), 'arts');
    const wanted = csv('deaths-arts-readxl.csv');
    const table = rows.slice(4, 15);
    expect(table.map((row) => [row[0], row[1], row[2], row[4], row[5]])).toEqual(
      wanted.map((row) => [row[0], row[1], row[2], row[4], row[5]]),
    );
  });
});

describe('a web page called a workbook', () => {
  it('gives the cells LibreOffice shows in the page it made, which leaves hidden columns out', async () => {
    const source = await readSource(fixture('survey-libreoffice.html'), null);
    expect(source.format).toBe('html');
    const row = source.rows.find((cells) => cells[0] === 'F001') ?? [];
    expect(row.slice(0, 2)).toEqual(['F001', '05301']);
    expect(row[13]).toBe('Primera línea\nsegunda línea');
  });
});
