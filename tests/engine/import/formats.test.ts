import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { importFile, storedRows } from '../../support/import';

const folder = path.join(import.meta.dirname, '../../fixtures/csv');
const expected = z
  .object({ headers: z.array(z.string()), rows: z.array(z.record(z.string(), z.unknown())) })
  .parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')));

/** Each file holds the same table; `make.py` wrote them. */
const files = [
  [
    'utf-8-comma-point-iso.csv',
    { encoding: 'utf-8', delimiter: ',', decimalMark: '.', dateOrder: 'ymd', lineEnd: 'lf' },
  ],
  [
    'utf-8-mark-semicolon.csv',
    { encoding: 'utf-8', hasByteOrderMark: true, delimiter: ';', decimalMark: ',', lineEnd: 'crlf' },
  ],
  [
    'windows-1252-semicolon.csv',
    { encoding: 'windows-1252', hasByteOrderMark: false, delimiter: ';', dateOrder: 'dmy' },
  ],
  ['latin-1-pipe.csv', { delimiter: '|', decimalMark: ',', dateOrder: 'dmy' }],
  ['utf-16-little-endian-tab.csv', { encoding: 'utf-16le', hasByteOrderMark: true, delimiter: '\t' }],
  ['utf-16-big-endian-semicolon.csv', { encoding: 'utf-16be', hasByteOrderMark: true, delimiter: ';' }],
  ['utf-16-without-mark.csv', { encoding: 'utf-16le', hasByteOrderMark: false, delimiter: ';' }],
  ['carriage-returns.csv', { encoding: 'windows-1252', lineEnd: 'cr', delimiter: ';' }],
  ['single-quotes.csv', { quote: "'", delimiter: ',', decimalMark: '.' }],
  ['month-first-point.csv', { dateOrder: 'mdy', delimiter: ',', decimalMark: '.' }],
  ['ungrouped-tab.csv', { delimiter: '\t', decimalMark: ',' }],
  ['breaks-preamble-notes.csv', { headerLine: 4, firstDataLine: 5, delimiter: ';', lineEnd: 'crlf' }],
] as const;

describe('the same table written in many ways', () => {
  let test: TestEngine;

  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Formatos', fileId: null });
  });
  afterAll(() => test.close());

  it.each(files)('%s is recognised and gives the values Python wrote', async (name, dialect) => {
    const fileId = await test.grant(path.join(folder, name));
    const imported = await importFile(test, fileId);
    expect(imported.inspection.dialect).toMatchObject(dialect);
    expect(imported.inspection.headers).toEqual(expected.headers);
    const byNumber = imported.inspection.columns.map(({ proposal }) => [proposal.header, proposal.type]);
    expect(Object.fromEntries(byNumber)).toMatchObject({
      Comuna: 'single',
      Sección: 'single',
      Edad: 'integer',
      Ingreso: 'integer',
      Nota: 'decimal',
      Fecha: 'date',
      '¿Asistió?': 'boolean',
      Opinión: 'ordinal',
      Señas: 'text',
    });
    const rows = await storedRows(test, imported);
    expect(rows).toHaveLength(expected.rows.length);
    const hasBreaks = name.startsWith('breaks');
    rows.forEach((row, index) => {
      const { Número, Comentario, ...wanted } = expected.rows[index] ?? {};
      expect(row).toMatchObject(wanted);
      if (hasBreaks && index % 8 === 7) expect(row.Comentario).toBe(`primera línea\nsegunda ${index}`);
      else expect(row.Comentario).toBe(Comentario === '' ? null : Comentario);
      expect(row.Número).toMatch(/^P-[0-9A-F]{16}$/);
    });
  });

  it('gives the same people the same pseudonym whatever the file', async () => {
    const { waves } = await test.client.call('wave.list', {});
    const { instruments } = await test.client.call('instrument.list', {});
    const people = await Promise.all(
      waves.map(async (wave) => {
        const instrument = instruments.find(({ id }) => id === wave.instrumentId);
        if (!instrument) throw new Error('no instrument');
        return (await storedRows(test, { wave, instrument })).map((row) => row.Número);
      }),
    );
    expect(people).toHaveLength(files.length);
    expect(new Set(people.map((list) => list.join(' '))).size).toBe(1);
  });

  it('keeps notes below the table out, and counts no row of them', async () => {
    const inspection = await test.client.call('import.inspect', {
      fileId: await test.grant(path.join(folder, 'breaks-preamble-notes.csv')),
      corrections: {},
    });
    const evidence = inspection.evidence.find(({ aspect }) => aspect === 'lastDataLine');
    expect(evidence?.why).toBe('notes-below');
    // 48 rows and the blank one between them and the notes.
    expect(inspection.rows).toBe(49);
    expect(inspection.irregular).toEqual([{ line: 59, reason: 'blank-row', fields: 1 }]);
  });
});
