import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { criteria } from '../../../sample-data/comision-2024/criteria';
import { type CommissionDraft, emptyCommission } from '../../../shared/domain/commission';
import { resourcesFolder, startTestEngine, type TestEngine } from '../../support/engine';
import { zipParts } from '../../support/zip-parts';

type Expected = {
  /** Typed by hand from the text of the document. */
  document: Readonly<Record<string, number>>;
  /** Counted in the written files by a Python script (openpyxl, csv, ElementTree) that shares nothing with the program. */
  file: Readonly<Record<string, number>>;
  /** What the document words as more than a number or about it: the number and how far above or away we may be. */
  worded?: Readonly<Record<string, { above: number } | { about: number; within: number }>>;
};

/** Shares and changes of shares go from 0 to 1. */
const practices: Readonly<Record<string, Expected>> = {
  concepcion: {
    document: { 'modulos-planificados': 4, 'modulos-realizados': 2 },
    file: { 'contexto-antes-despues': 1.708_333, 'ley-antes-despues': 1.318_182 },
  },
  macul: {
    document: { 'doce-meses': 12 },
    file: {
      'kilos-recibidos': 7928 + 5273,
      'kilos-entregados': 7923 + 5253.5,
      'primer-mes': 47.5 + 45,
      'meses-seguidos': 76 / 76,
    },
    worded: { 'kilos-recibidos': { above: 2000 }, 'kilos-entregados': { above: 2000 } },
  },
  'lideres-digitales': {
    document: { formadas: 20, meses: 3 },
    file: { identificadas: 43, certificadas: 20, alcance: 318_450, expertos: 12 },
    worded: { identificadas: { above: 40 }, alcance: { above: 300_000 }, expertos: { above: 10 } },
  },
  'somos-encuentro': {
    document: {},
    file: {
      empatia: 10.770_878,
      discriminacion: -0.099_764,
      'afirmaciones-falsas': -0.276_725,
      diversidad: 0.189_048,
    },
  },
  'webinarios-trata': {
    document: { sesiones: 5 },
    file: { media: (104 + 97 + 92 + 86 + 83) / 5, cierre: 77 / 104, gobierno: 35 / 86 },
  },
  'voces-organizadas': {
    document: {
      organizaciones: 34,
      formalizacion: 34,
      lideres: 90,
      asesoradas: 21,
      financiadas: 8,
      capacitados: 120,
    },
    file: { personas: 918 },
    worded: { personas: { about: 920, within: 10 } },
  },
  'comision-2024': { document: { 'diez-practicas': 10 }, file: { evaluadas: 18 } },
};

describe('seven further practices, each used as a template on its own data', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
  });
  afterAll(() => test.close());

  it.each(Object.entries(practices))('gives back the figures of %s', async (slug, expected) => {
    const { client } = test;
    const fileId = await test.grant(path.join(test.folder, `${slug}.lineabase`), 'write');
    await client.call('project.create', { name: slug, fileId });
    const { practiceId } = await client.call('template.use', { slug, practiceId: null });
    await client.call('template.importSample', { practiceId, sampleKey: null });
    const { omitted } = await client.call('template.prepare', { practiceId });
    expect(omitted).toEqual([]);
    const { figures } = await client.call('template.figures', { practiceId });
    const computed = new Map(figures.map(({ key, value }) => [key, value]));
    const { document, file, worded = {} } = expected;
    expect([...computed.keys()].sort()).toEqual(Object.keys({ ...document, ...file }).sort());
    for (const [key, value] of Object.entries({ ...document, ...file })) {
      expect(computed.get(key), `${slug} ${key}`).toBeCloseTo(value, 5);
    }
    for (const [key, wording] of Object.entries(worded)) {
      const value = computed.get(key) ?? Number.NaN;
      if ('above' in wording) expect(value, key).toBeGreaterThan(wording.above);
      else expect(Math.abs(value - wording.about), key).toBeLessThanOrEqual(wording.within);
    }
    expect(figures.filter(({ agrees }) => agrees === false)).toEqual([]);
    const stated = figures.filter((figure) => figure.stated !== '').map(({ key }) => key);
    expect(stated).toEqual(expect.arrayContaining([...Object.keys(document), ...Object.keys(worded)]));
    expect(figures.every(({ isSynthetic }) => isSynthetic)).toBe(true);
  });
});

/** Counted by the Python script in the five sheets: weighted mean of the scored criteria, then over evaluators. */
const ranked = ['P02', 'P08', 'P03', 'P06', 'P16', 'P01', 'P12', 'P05', 'P14', 'P13'];
const totals = [4.38, 4.36, 4.3, 4.12, 4.09, 4.07, 3.88, 3.76, 3.51, 3.3075];

describe('the commission on the score sheets of its evaluators', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
  });
  afterAll(() => test.close());

  it('takes all scores but the two left blank, and recognises the ten that another program puts first', async () => {
    const { client } = test;
    const named = (names: readonly string[]) =>
      names.map((name) => ({ id: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'), name }));
    const nominations = Array.from({ length: 18 }, (_, at) => `P${String(at + 1).padStart(2, '0')}`);
    const draft: CommissionDraft = {
      ...emptyCommission('Comisión'),
      criteria: criteria.map(({ key, header, weight }) => ({
        id: key,
        name: header,
        description: '',
        weight,
      })),
      candidates: named(nominations).map((each) => ({ ...each, municipality: '', practiceId: null })),
      evaluators: named([1, 2, 3, 4, 5].map((number) => `Evaluador/a ${number}`)),
      recognised: 10,
    };
    await client.call('project.create', { name: 'comisión', fileId: null });
    const { id: commissionId } = await client.call('commission.save', {
      commissionId: null,
      commission: draft,
    });
    const file = path.join(resourcesFolder, 'sample-data', 'comision-2024', 'puntajes-de-la-comision.xlsx');
    const read = await client.call('commission.readScores', { commissionId, fileId: await test.grant(file) });
    expect(read.problems).toEqual([]);
    expect(read.scores).toHaveLength(18 * 6 * 5 - 2);
    await client.call('commission.save', { commissionId, commission: { ...draft, scores: read.scores } });
    const { candidates } = await client.call('commission.result', { commissionId });
    const first = candidates
      .filter(({ outcome }) => outcome === 'recognised')
      .sort((one, other) => (one.place ?? 99) - (other.place ?? 99));
    expect(first.map(({ candidateId }) => candidateId.toUpperCase())).toEqual(ranked);
    for (const [at, { score }] of first.entries()) expect(score).toBeCloseTo(totals[at] ?? Number.NaN, 9);
  });
});

const generated: readonly (readonly [slug: string, files: readonly string[]])[] = [
  ['concepcion', ['formar-lideres-2024.ods']],
  ['macul', ['libro-de-donaciones.xlsx']],
  ['lideres-digitales', ['red-de-lideres.xml']],
  ['somos-encuentro', ['results-survey-antes.csv', 'results-survey-despues.csv']],
  ['webinarios-trata', [1, 2, 3, 4, 5].map((session) => `asistencia-sesion-${session}.csv`)],
  ['voces-organizadas', ['voces-organizadas.xlsx']],
  ['comision-2024', ['puntajes-de-la-comision.xlsx', 'acta-de-la-comision.xlsx', 'expected.json']],
];

describe('their synthetic files', () => {
  let again = '';
  const argument = process.argv[2];
  beforeAll(() => {
    again = mkdtempSync(path.join(tmpdir(), 'linea-base-sample-'));
  });
  afterAll(() => {
    if (argument === undefined) process.argv.splice(2, 1);
    else process.argv[2] = argument;
    rmSync(again, { recursive: true, force: true });
  });

  it.each(generated)('are written again alike, and say that they are synthetic: %s', async (slug, files) => {
    process.argv[2] = path.join(again, slug);
    await import(path.join(resourcesFolder, 'sample-data', slug, 'generate.ts'));
    for (const file of files) {
      const committed = readFileSync(path.join(resourcesFolder, 'sample-data', slug, file));
      const written = readFileSync(path.join(again, slug, file));
      expect(committed.length).toBeLessThan(120_000);
      const isZip = /\.(xlsx|ods)$/.test(file);
      const texts = isZip ? [...zipParts(committed).values()] : [committed.toString('utf8')];
      expect(isZip ? [...zipParts(written).values()] : [written.toString('utf8')]).toEqual(texts);
      expect(texts.join('')).toMatch(/sint[eé]tico/i);
    }
  });
});
