import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PracticeTemplate } from '../../../shared/domain/template';
import { resourcesFolder, startTestEngine, type TestEngine } from '../../support/engine';
import { zipParts } from '../../support/zip-parts';

/**
 * Typed by hand: `document` from the texts of the records, `file` counted in the written files by a Python script
 * (openpyxl and csv) that shares nothing with the program. Shares and changes of shares go from 0 to 1.
 */
const practices: Readonly<
  Record<string, { document: Readonly<Record<string, number>>; file: Readonly<Record<string, number>> }>
> = {
  'los-andes': {
    document: { escuelas: 13 },
    file: { registro: 605, situacion: 258 / 496, seguimiento: (133 - 16) / (102 + 16 + 133 + 161) },
  },
  'lo-espejo': {
    document: { casos: 1270, 'mesa-institucional': 1, 'mesa-organizaciones': 1, trimestres: 3, meses: 7 },
    // 949 cases in the 189 days from 3 April to 8 October, in months of 365,25 / 12 days.
    file: { 'casos-por-mes': (949 / 189) * (365.25 / 12) },
  },
  coquimbo: {
    document: {},
    file: {
      rige: 700,
      'mes-del-decreto': 43,
      estandares: 404 / 700 - 21 / 198,
      web: 218,
      totem: 124,
    },
  },
  maipu: {
    document: {
      'talleres-2023': 10,
      'estudiantes-2023': 984,
      'encuentro-2023': 84,
      'talleres-2024': 11,
      'asistentes-2024': 302,
      'seminarios-2024': 2,
      'asistentes-seminarios': 279,
      'intervenciones-2024': 1,
    },
    // The document says about 300.
    file: {
      'intervencion-2024': 304,
      discriminacion: 59 / 221 - 90 / 228,
      'buen-trato': 162 / 220 - 145 / 234,
    },
  },
  'la-reina': {
    document: { jornadas: 2, personas: 100 },
    file: {
      'asistentes-2023': 42,
      'asistentes-2024': 58,
      titulos: 22,
      satisfaccion: 23.595_506,
      confianza: 13.342_697,
    },
  },
  temuco: {
    document: { meses: 9, sesiones: 1 },
    file: { 'en-la-meta': 16, cobertura: 6 / 16, 'por-alcanzar': 10, organizaciones: 65, talleres: 24 },
  },
  hualqui: {
    document: { 'grupos-focales': 2 },
    file: {
      frases: 72,
      codificadas: 72,
      participacion: 15,
      redes: 8,
      documentos: 13,
      acuerdo: 0.816_733,
      'primera-etapa': 4,
      'segunda-etapa': 4,
    },
  },
  'vina-del-mar': {
    document: { escuelas: 2, 'ejes-de-trabajo': 4 },
    file: {
      'cambio-participacion': 10.512_821,
      'cambio-intergeneracionalidad': 9.780_534,
      'cambio-socioemocional': 5.534_351,
      'cambio-interculturalidad': 15.160_256,
    },
  },
};

describe('eight municipal practices, each used as a template on its own data', () => {
  let test: TestEngine;
  beforeAll(async () => {
    test = await startTestEngine();
  });
  afterAll(() => test.close());

  it.each(Object.entries(practices))('gives back the figures of %s', async (slug, { document, file }) => {
    const { client } = test;
    const fileId = await test.grant(path.join(test.folder, `${slug}.lineabase`), 'write');
    await client.call('project.create', { name: slug, fileId });
    const { practiceId } = await client.call('template.use', { slug, practiceId: null });
    await client.call('template.importSample', { practiceId, sampleKey: null });
    const { omitted } = await client.call('template.prepare', { practiceId });
    expect(omitted).toEqual([]);
    const { figures } = await client.call('template.figures', { practiceId });
    const computed = new Map(figures.map(({ key, value }) => [key, value]));
    for (const [key, value] of Object.entries({ ...document, ...file })) {
      expect(computed.get(key), `${slug} ${key}`).toBeCloseTo(value, 5);
    }
    expect(figures.filter(({ agrees, value }) => agrees === false || value === null)).toEqual([]);
    const stated = figures.filter((figure) => figure.stated !== '').map(({ key }) => key);
    expect(stated).toEqual(expect.arrayContaining(Object.keys(document)));
    expect(figures.every(({ isSynthetic }) => isSynthetic)).toBe(true);
  });
});

describe('the claims of the practices that ship', () => {
  const folder = path.join(resourcesFolder, 'seeds');
  const read = (kind: string, name: string) =>
    JSON.parse(readFileSync(path.join(folder, kind, name), 'utf8'));

  it('have a figure each in the municipal ones, which the report of the template prints', () => {
    const lacking = readdirSync(path.join(folder, 'templates')).flatMap((name) => {
      const template = PracticeTemplate.parse(read('templates', name));
      const practice: { claims: { key: string }[] } = read('practices', name);
      const printed = JSON.stringify(template.report.blocks);
      return practice.claims.flatMap(({ key }) => {
        const claim = template.claims.find((each) => each.claim === key);
        const place = template.figures.find((figure) => figure.key === claim?.figure)?.place;
        // The agencies' records may claim what their data cannot tell.
        if (!place) return template.slug in practices ? [`${name} ${key}: no figure`] : [];
        const { kind } = place;
        const target = kind === 'measurement' ? place.measurement : place.comparison;
        return printed.includes(`"@${kind}:${target}"`) ? [] : [`${name} ${key}: not printed`];
      });
    });
    expect(lacking).toEqual([]);
  });
});

const generated: readonly (readonly [slug: string, files: readonly string[]])[] = [
  ['lo-espejo', ['registro-mesas-2024.xlsx']],
  ['coquimbo', ['atenciones-2022-2023.csv']],
  [
    'maipu',
    ['actividades-2023-2024.xlsx', 'encuesta-convivencia-antes.csv', 'encuesta-convivencia-despues.csv'],
  ],
  ['la-reina', ['seguimiento-participantes.csv', 'encuesta-antes.xlsx', 'encuesta-despues.xlsx']],
  ['temuco', ['nomina-establecimientos.xlsx', 'sesiones-mesa-2024.csv']],
  [
    'hualqui',
    ['frases-grupos-focales.txt', 'actividades-2024.csv', 'codificacion-1.csv', 'codificacion-2.xlsx'],
  ],
  ['vina-del-mar', ['escuela-intercultural-antes.csv', 'escuela-intercultural-despues.csv', 'versiones.csv']],
];

describe('the synthetic files of the municipal practices', () => {
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
      if (!file.endsWith('.xlsx')) {
        expect(written.equals(committed), file).toBe(true);
        const encoding = file.endsWith('.txt') ? 'utf16le' : 'latin1';
        expect(committed.toString(encoding)).toMatch(/sint|SINT/);
        continue;
      }
      expect(zipParts(written)).toEqual(zipParts(committed));
      expect(zipParts(committed).get('xl/sharedStrings.xml')).toMatch(/sintético|SINTÉTICOS/);
    }
  });
});
