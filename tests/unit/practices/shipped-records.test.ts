import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { PracticeSeed, practiceSlugs, type SelloLine } from '../../../shared/domain/practice';
import { comunas } from '../../../shared/reference/comunas';
import { foldKey } from '../../../shared/reference/fold';
import { givenNames, surnames } from '../../../shared/reference/person-names';

const folder = path.resolve(import.meta.dirname, '../../../seeds/practices');
const sello: Readonly<Record<string, SelloLine>> = {
  I: 'institucionalidad-local',
  P: 'politicas-locales-y-trabajo-colaborativo',
  A: 'acceso-a-la-informacion-y-orientacion-integral',
  V: 'vinculacion-comunitaria',
  E: 'estrategias-formativas',
};

/** Typed from the documents by hand: comuna, lines ticked, months, and the figures each document states. */
const municipal: readonly [slug: string, comuna: string, lines: string, months: string, figures: string[]][] =
  [
    ['la-reina', '13113', 'PA', '7 8', ['2', '100']],
    ['los-andes', '05301', 'IP', '6 7 8 9 10', ['13']],
    ['temuco', '09101', 'IPV', '3 4 5 6 7 8 9 10 11', ['2025']],
    ['hualqui', '08105', 'IPAV', '3 4 5 6 8 9 10', ['2', '2024']],
    ['vina-del-mar', '05109', 'PE', '', ['Dos', '4']],
    ['maipu', '13119', 'PAVE', '3 4 5 6 7 8 9 10 11', ['10', '984', '84', '11', '302', 'Dos', '279', '300']],
    ['concepcion', '08101', 'VE', '10 11', ['Cuatro', 'Dos']],
    ['macul', '13118', 'V', '1 2 3 4 5 6 7 8 9 10 11 12', ['Miles', '2018']],
    ['coquimbo', '04102', 'IP', '', ['3.737', '2022']],
    ['lo-espejo', '13116', 'IPAVE', '4 5 6 7 8 9 10', ['1270', 'trimestralmente', 'mensuales']],
  ];
const others: readonly [slug: string, figures: string[]][] = [
  ['lideres-digitales', ['40', '20', '300.000', '10', '3']],
  ['somos-encuentro', []],
  ['webinarios-trata', ['Cinco']],
  ['voces-organizadas', ['34', '90', '21', 'Ocho', '920', '120']],
  ['comision-2024', ['Diez']],
];

function read(slug: string): PracticeSeed {
  return PracticeSeed.parse(JSON.parse(readFileSync(path.join(folder, `${slug}.json`), 'utf8')));
}

function statedFigures(record: PracticeSeed): string {
  return record.claims.map(({ stated }) => stated?.text ?? '').join(' · ');
}

function expectFigures(record: PracticeSeed, figures: readonly string[]): void {
  const words = statedFigures(record).split(/[^\p{L}\d.]+/u);
  for (const figure of figures) expect(words, `${record.slug}: ${figure}`).toContain(figure);
}

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('the records that ship', () => {
  it('are the fifteen, each in the file of its name', () => {
    expect(readdirSync(folder).sort()).toEqual([...practiceSlugs].map((slug) => `${slug}.json`).sort());
    for (const slug of practiceSlugs) {
      const record = read(slug);
      expect(record.slug).toBe(slug);
      expect(record.titleEnglish, slug).not.toBe('');
      expect(record.summary, slug).not.toBe('');
      expect(record.summaryEnglish, slug).not.toBe('');
      expect(record.source.document, slug).not.toBe('');
      expect(new Set(record.claims.map(({ key }) => key)).size, slug).toBe(record.claims.length);
    }
  });

  it.each(municipal)('%s has the comuna, lines, months and figures of its ficha', (...row) => {
    const [slug, comuna, lines, months, figures] = row;
    const record = read(slug);
    expect(record.kind).toBe('municipal');
    expect(record.comunaCode).toBe(comuna);
    expect(comunas.find(({ code }) => code === comuna)?.name).toBe(record.municipality);
    expect([...record.selloLines].sort()).toEqual([...lines].map((line) => sello[line]).sort());
    expect(record.dates.months.join(' ')).toBe(months);
    expectFigures(record, figures);
    for (const field of ['funding', 'sustainability', 'innovation', 'lessons'] as const) {
      expect(record[field], field).not.toBe('');
    }
    expect(record.units.length).toBeGreaterThan(0);
    expect(record.targetPopulation + record.priorityGroup).not.toBe('');
  });

  it.each(others)('%s has the figures of its document and no line of the Sello', (slug, figures) => {
    const record = read(slug);
    expect(record.selloLines).toEqual([]);
    expectFigures(record, figures);
    if (figures.length === 0) expect(record.claims.every(({ stated }) => stated === null)).toBe(true);
  });

  it('state objectives only where the document names them: Voces Organizadas, secondary 17 and 19', () => {
    for (const slug of practiceSlugs) {
      const { gcmObjectives, sdgs, un } = read(slug);
      expect([...gcmObjectives.stated, ...sdgs.stated], slug).toEqual([]);
      expect(un.secondaryGcm.stated, slug).toEqual(slug === 'voces-organizadas' ? [17, 19] : []);
    }
  });

  it('leave empty what the documents leave unsaid', () => {
    expect(read('somos-encuentro').dates).toEqual({ text: '', ranges: [], months: [] });
    expect(read('webinarios-trata').dates).toEqual({ text: '', ranges: [], months: [] });
    expect(read('lideres-digitales').un.mainImplementer).toEqual([]);
    expect(read('voces-organizadas').un.dateSubmitted).toBe('2023-09-19');
    expect(read('comision-2024').funding).toBe('');
  });

  it('name no person: no given name is followed by a surname', () => {
    const given = new Set(givenNames);
    const family = new Set(surnames);
    const named = practiceSlugs.flatMap((slug) =>
      texts(read(slug)).flatMap((text) =>
        [...text.matchAll(/(?=\b(\p{Lu}\p{Ll}+)\s+(\p{Lu}\p{Ll}+))/gu)].flatMap(
          ([, first = '', last = '']) =>
            given.has(foldKey(first)) && family.has(foldKey(last)) ? [`${first} ${last}`] : [],
        ),
      ),
    );
    expect(named).toEqual([]);
  });
});
