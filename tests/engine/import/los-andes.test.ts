import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { MethodOutput } from '../../../shared/contract';
import { resourcesFolder, startTestEngine, type TestEngine } from '../../support/engine';
import { importFile, storedRows } from '../../support/import';

const folder = path.join(resourcesFolder, 'sample-data/los-andes');
const Place = z.object({ line: z.number(), reason: z.string() });
const FileFigures = z.object({
  headerLine: z.number(),
  headers: z.array(z.string()),
  rowsRead: z.number(),
  rowsKept: z.number(),
  rowsSetAside: z.number(),
  setAside: z.array(Place),
  cellsThatDoNotConvert: z.array(Place.extend({ header: z.string(), value: z.string() })),
  wrongCheckDigitLines: z.array(z.number()),
  keptBySchool: z.record(z.string(), z.number()),
  unansweredByColumn: z.array(z.object({ header: z.string(), counts: z.record(z.string(), z.number()) })),
});
const expected = z
  .object({
    sources: z.object({
      exAnte: z.object({ name: z.string(), sha256: z.string() }),
      exPost: z.object({ name: z.string(), sha256: z.string() }),
    }),
    files: z.object({ exAnte: FileFigures, exPost: FileFigures }),
    linkage: z.object({ pairsByIdentifier: z.number() }),
    differences: z.object({
      reworded: z.array(z.object({ exAnte: z.string(), exPost: z.string() })),
      optionAdded: z.string(),
    }),
  })
  .parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')));
const codebook = z
  .object({
    questions: z.array(
      z.object({
        header: z.object({ exAnte: z.string().nullable(), exPost: z.string().nullable() }),
        type: z.string(),
        options: z.array(z.string()),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(path.join(folder, 'codebook.json'), 'utf8')));

type Imported = Awaited<ReturnType<typeof importFile>>;

describe('the Los Andes files, every proposal accepted', () => {
  let test: TestEngine;
  let waves: { exAnte: Imported; exPost: Imported };

  beforeAll(async () => {
    test = await startTestEngine();
    await test.client.call('project.create', { name: 'Los Andes', fileId: null });
    const exAnte = await importFile(test, await test.grant(path.join(folder, expected.sources.exAnte.name)), {
      repeatedIdentifiers: 'stop',
    });
    const exPost = await importFile(test, await test.grant(path.join(folder, expected.sources.exPost.name)), {
      repeatedIdentifiers: 'stop',
      instrumentId: exAnte.instrument.id,
      wave: { moment: 'ex-post' },
    });
    waves = { exAnte, exPost };
  });
  afterAll(() => test.close());

  it("finds encoding, header and the data's own word that it is synthetic", () => {
    expect(waves.exAnte.inspection.dialect).toMatchObject({
      encoding: 'windows-1252',
      headerLine: 4,
      delimiter: ';',
    });
    expect(waves.exPost.inspection.dialect).toMatchObject({
      encoding: 'utf-8',
      hasByteOrderMark: true,
      headerLine: 2,
    });
    expect(waves.exAnte.wave.isSynthetic && waves.exPost.wave.isSynthetic).toBe(true);
  });

  it.each(['exAnte', 'exPost'] as const)(
    'reads, keeps and sets aside the rows counted elsewhere (%s)',
    (key) => {
      const { receipt } = waves[key];
      const figures = expected.files[key];
      expect(receipt).toMatchObject({
        sha256: expected.sources[key].sha256,
        rowsRead: figures.rowsRead,
        rowsKept: figures.rowsKept,
        rowsSetAside: figures.rowsSetAside,
        rowsSecondCount: figures.rowsRead,
      });
      expect(receipt.setAside.map(({ line, reason }) => ({ line, reason }))).toEqual(
        figures.setAside.map(({ line, reason }) => ({ line, reason })),
      );
    },
  );

  it.each(['exAnte', 'exPost'] as const)(
    'lists the cells that do not convert, identities without their value (%s)',
    (key) => {
      const figures = expected.files[key];
      const kept = new Set(waves[key].wave.variableIds);
      const stored = figures.cellsThatDoNotConvert.filter(({ header }) =>
        waves[key].receipt.columns.some(
          (column) => column.header === header && column.variableId && kept.has(column.variableId),
        ),
      );
      const wrong = figures.wrongCheckDigitLines.map((line) => ({
        line,
        header: 'RUN o IPE',
        value: null,
        reason: 'check-digit',
      }));
      const wanted = [...stored, ...wrong].sort((left, right) => left.line - right.line);
      expect(waves[key].receipt.issues).toEqual(
        wanted.map(({ line, header, value, reason }) => ({ line, header, value, reason })),
      );
    },
  );

  it.each(['exAnte', 'exPost'] as const)(
    'counts blank and coded missing answers column by column (%s)',
    (key) => {
      const wanted = expected.files[key].unansweredByColumn;
      waves[key].receipt.columns.forEach((column, index) => {
        if (column.action !== 'keep') return;
        const { blank, ...codes } = wanted[index]?.counts ?? {};
        expect([column.header, column.blank]).toEqual([wanted[index]?.header, blank]);
        const found = Object.fromEntries(column.missingByCode.map(({ code, count }) => [code, count]));
        expect([column.header, { '99': 0, 'NS/NR': 0, 's/i': 0, '-': 0, ...found }]).toEqual([
          column.header,
          codes,
        ]);
        const missing = column.missingByCode.reduce((sum, { count }) => sum + count, 0);
        expect(column.read).toBe(column.kept + column.blank + missing + column.failedTotal);
      });
    },
  );

  it('proposes the types and the order of options of the codebook', () => {
    const proposals = waves.exAnte.inspection.columns.map(({ proposal }) => proposal);
    for (const question of codebook.questions) {
      const proposal = proposals.find(({ header }) => header === question.header.exAnte);
      if (!proposal || ['text', 'identifier'].includes(question.type)) continue;
      expect([proposal.header, proposal.type]).toEqual([question.header.exAnte, question.type]);
      const labels = proposal.options.map(({ label }) => label);
      if (question.type === 'ordinal')
        expect(labels).toEqual(question.options.filter((option) => labels.includes(option)));
      if (question.type === 'multiple')
        expect([...labels].sort()).toEqual(
          question.options.filter((option) => labels.includes(option)).sort(),
        );
    }
  });

  it('reads the option that holds a comma as one answer', async () => {
    const rows = await storedRows(test, waves.exAnte);
    const answers = rows.flatMap((row) =>
      String(row['Necesidades del hogar (marque todas)'] ?? '').split(' · '),
    );
    expect(answers).toContain('Ropa, útiles y uniforme');
    expect(answers).not.toContain('Ropa');
  });

  it.each(['exAnte', 'exPost'] as const)(
    'puts each row in its school despite doubled and trailing spaces (%s)',
    async (key) => {
      const counts: Record<string, number> = {};
      const schools: Record<string, Set<unknown>> = {};
      for (const row of await storedRows(test, waves[key])) {
        const rbd = String(row.RBD);
        counts[rbd] = (counts[rbd] ?? 0) + 1;
        schools[rbd] = (schools[rbd] ?? new Set()).add(row.Establecimiento);
      }
      // A school's number is stored without its check digit, as Mineduc's own files have it.
      const byNumber = Object.entries(expected.files[key].keptBySchool).map(([rbd, count]) => [
        rbd.replace(/-[\dK]$/, ''),
        count,
      ]);
      expect(counts).toEqual(Object.fromEntries(byNumber));
      expect(Object.values(schools).map((names) => names.size)).toEqual(Array(13).fill(1));
    },
  );

  it('links the same pupils, however their number is written', async () => {
    const people = async (imported: Imported) =>
      new Set((await storedRows(test, imported)).map((row) => row['RUN o IPE']));
    const before = await people(waves.exAnte);
    const after = await people(waves.exPost);
    expect([...after].filter((person) => before.has(person))).toHaveLength(
      expected.linkage.pairsByIdentifier,
    );
  });

  it('shows every difference between the questionnaires and merges none silently', () => {
    const { matches } = waves.exPost.receipt;
    const byLabel = (label: string) => matches.find(({ variableLabel }) => variableLabel === label);
    for (const { exAnte, exPost } of expected.differences.reworded) {
      expect(byLabel(exAnte)).toMatchObject({ header: exPost });
      expect(byLabel(exAnte)?.statuses).toEqual([exAnte === 'Personas en el hogar' ? 'renamed' : 'reworded']);
    }
    expect(byLabel('Necesidades del hogar (marque todas)')).toMatchObject({
      statuses: ['options-added'],
      optionsAdded: [expected.differences.optionAdded],
    });
    expect(byLabel('Distancia a la escuela (km)')?.statuses).toEqual(['absent']);
    expect(matches.find(({ header }) => header === '¿Tiene internet en el hogar?')?.statuses).toEqual([
      'new',
    ]);
    const other = matches.filter(({ statuses }) => !statuses.includes('same'));
    expect(other).toHaveLength(expected.differences.reworded.length + 3);
  });

  it('extends the instrument by the new question and the new option, as its next version', () => {
    const { instrument } = waves.exPost;
    expect(instrument.id).toBe(waves.exAnte.instrument.id);
    expect(instrument.version).toBe(2);
    const needs = instrument.variables.find(({ label }) => label.startsWith('Necesidades'));
    expect(needs?.options.at(-1)?.label).toBe(expected.differences.optionAdded);
    expect(instrument.variables).toHaveLength(waves.exAnte.instrument.variables.length + 1);
  });

  it('exports the rows set aside with line and reason, to be corrected and imported again', async () => {
    const output: MethodOutput<'wave.exportSetAside'> = await test.client.call('wave.exportSetAside', {
      waveId: waves.exAnte.wave.id,
    });
    const text = readFileSync(test.engine.files.output(output.fileId).path, 'utf8');
    const lines = text.slice(1).split('\r\n');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(lines[0]).toMatch(/^Folio;RUN o IPE;.*;linea;motivo;comprobante$/);
    expect(lines.slice(1, -1).map((line) => line.split(';').slice(-3, -1))).toEqual([
      ['124', 'fila corta'],
      ['237', 'fila repetida'],
      ['409', 'fila larga'],
      ['614', 'fila en blanco'],
      ['615', 'fila en blanco'],
      ['616', 'fila en blanco'],
    ]);
  });
});
