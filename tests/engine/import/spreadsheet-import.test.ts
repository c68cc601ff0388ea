import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors';
import { texts } from '../../../shared/text';
import { noticeWords } from '../../../shared/text/source-notice-words';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile, storedRows } from '../../support/import';
import { readSource } from '../../support/read-source';
import { workbookParts, zipFile } from '../../support/zip-file';

const folder = path.join(import.meta.dirname, '../../fixtures/import/spreadsheets');

describe('a sheet imported as a wave', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Hojas', fileId: null });
  });
  afterAll(() => test.close());

  it('stores days, shares, codes and texts as the file holds them', async () => {
    const fileId = await test.grant(path.join(folder, 'survey-openpyxl.xlsx'));
    const imported = await importFile(test, fileId);
    const { inspection } = imported;
    const types = inspection.columns.map(({ proposal }) => [proposal.header, proposal.type]);
    expect(Object.fromEntries(types)).toMatchObject({
      Comuna: 'single',
      Ingreso: 'date',
      'Marca temporal': 'datetime',
      Asistencia: 'decimal',
      Aporte: 'integer',
      Puntaje: 'decimal',
      Asiste: 'boolean',
      Comentario: 'text',
    });
    const unitOf = (header: string) =>
      inspection.columns.find(({ proposal }) => proposal.header === header)?.proposal.unit;
    expect(unitOf('Asistencia')).toBe('%');
    expect(unitOf('Aporte')).toBe('$');
    const rows = await storedRows(test, imported);
    expect(rows).toHaveLength(30);
    expect(rows[1]).toMatchObject({
      line: 3,
      Comuna: '05301',
      Ingreso: '2024-03-08',
      Asistencia: 7,
      Aporte: 15001,
      Puntaje: 1 / 3,
      Asiste: false,
      Comentario: 'Primera línea\nsegunda línea',
    });
    expect(imported.receipt).toMatchObject({ format: 'xlsx', rowsRead: 30, rowsKept: 30 });
  });

  it('gives no evidence for how our own table text is written', async () => {
    const fileId = await test.grant(path.join(folder, 'survey-openpyxl.xlsx'));
    const { evidence } = await test.client.call('import.inspect', { fileId, corrections: {} });
    const aspects = evidence.map(({ aspect }) => aspect);
    expect(aspects).toContain('headerLine');
    for (const own of ['encoding', 'delimiter', 'quote', 'lineEnd']) expect(aspects).not.toContain(own);
  });

  it('shows a cell of several lines as such in the preview', async () => {
    const fileId = await test.grant(path.join(folder, 'survey-openpyxl.xlsx'));
    const { preview } = await test.client.call('import.inspect', { fileId, corrections: {} });
    expect(preview[1]?.cells[14]).toBe('Primera línea\nsegunda línea');
  });

  it('joins merged headers of two rows and leaves the title above out', async () => {
    const fileId = await test.grant(path.join(folder, 'merged-openpyxl.xlsx'));
    const { headers, preamble, rows } = await test.client.call('import.inspect', { fileId, corrections: {} });
    expect(headers).toHaveLength(6);
    expect(headers[3]).toMatch(/^Antes.*Escritura$/);
    expect(preamble[0]).toBe('Encuesta de convivencia (datos sintéticos)');
    expect(rows).toBe(12);
  });

  it('reads another sheet, and a range of it, when asked', async () => {
    const fileId = await test.grant(path.join(folder, 'deaths.xls'));
    const { headers, rows } = await test.client.call('import.inspect', {
      fileId,
      corrections: {
        tableId: 'other',
        headerLine: 5,
        headerLines: 1,
        firstDataLine: 6,
        lastDataLine: 15,
        firstColumn: 0,
      },
    });
    expect(headers).toEqual(['Name', 'Profession', 'Age', 'Has kids', 'Date of birth', 'Date of death']);
    expect(rows).toBe(10);
  });

  it('proposes error cells as missing', async () => {
    const fileId = await test.grant(path.join(folder, 'errors-openpyxl.xlsx'));
    const { columns } = await test.client.call('import.inspect', { fileId, corrections: {} });
    const codes = columns[1]?.missingCandidates.map(({ code }) => code) ?? [];
    expect(codes).toEqual(expect.arrayContaining(['#N/A', '#DIV/0!', '#REF!', '#VALUE!']));
  });
});

describe('words for what was noticed in a sheet', () => {
  it.each(['es', 'en'] as const)('has a sentence for every notice of the survey, in %s', async (locale) => {
    const { notices } = await readSource(path.join(folder, 'survey-openpyxl.xlsx'));
    expect(notices.length).toBeGreaterThan(8);
    for (const notice of notices) {
      const words = noticeWords(notice, texts(locale).sourceNotices, locale);
      expect(words, notice.code).toMatch(/\S.*[.:]$/);
      expect(words).not.toMatch(/undefined|\{/);
    }
  });
});

describe('workbooks with bytes changed at random', () => {
  let state = 20_241_122;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >>> 8) % limit;
  };
  const mutated = (whole: Buffer): Buffer => {
    const bytes = Buffer.from(whole);
    for (let change = 0; change < 1 + below(8); change += 1) bytes[below(bytes.length)] = below(256);
    return bytes;
  };
  /** True for a table; anything but a named error fails. */
  const isRead = async (name: string, bytes: Buffer): Promise<boolean> => {
    try {
      const { left } = await readSource({ name, bytes });
      expect(left).toEqual([]);
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect(error).not.toMatchObject({ code: 'internal' });
      return false;
    }
  };

  it.each(['survey-openpyxl.xlsx', 'merged-libreoffice.ods', 'deaths.xls'])(
    '%s gives a table or a named error, and leaves no files behind',
    async (name) => {
      const whole = readFileSync(path.join(folder, name));
      const rounds = name.endsWith('.xls') ? 10 : 150;
      for (let round = 0; round < rounds; round += 1) {
        const bytes = mutated(whole);
        await isRead(name, round % 5 === 0 ? bytes.subarray(0, 8 + below(bytes.length - 8)) : bytes);
      }
    },
    60_000,
  );

  it('does so too where the zip is sound and its sheet is not', async () => {
    const row =
      '<row r="1"><c r="A1" s="1"><v>1.5</v></c><c r="B1" t="inlineStr"><is><t>ñ &amp; b</t></is></c></row>';
    const parts = workbookParts(
      `<dimension ref="A1:B1"/><sheetData>${row}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`,
    );
    const results: boolean[] = [];
    for (let round = 0; round < 400; round += 1) {
      const changed = parts.map((part) =>
        part.name.endsWith('sheet1.xml') ? { ...part, content: mutated(Buffer.from(part.content)) } : part,
      );
      results.push(await isRead('datos.xlsx', zipFile(changed)));
    }
    expect(new Set(results)).toEqual(new Set([true, false]));
  }, 60_000);
});
