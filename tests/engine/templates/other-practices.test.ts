import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
