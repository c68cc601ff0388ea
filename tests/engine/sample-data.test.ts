import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { PracticeSeed } from '../../shared/domain/practice';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'sample-data/los-andes');
const exAnteName = 'diagnostico-nna-2023-ex-ante.csv';
const exPostName = 'diagnostico-nna-2024-ex-post.csv';
const Tally = z.object({ x: z.number(), n: z.number() });
const Proportion = z.object({
  exAnte: Tally,
  exPost: Tally,
  matched: z.object({ yesYes: z.number(), yesNo: z.number(), noYes: z.number(), noNo: z.number() }),
});
const Rows = z.object({ rowsRead: z.number(), rowsKept: z.number() });
const expected = z
  .object({
    files: z.object({ exAnte: Rows, exPost: Rows }),
    linkage: z.object({ pairsByIdentifier: z.number() }),
    proportions: z.object({
      conoce_oficina: Proportion,
      matricula_provisoria: Proportion,
      actividades: Proportion,
    }),
  })
  .parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
const missing = new Set(['', '99', 'NS/NR', 's/i', '-']);

interface Table {
  headers: string[];
  rows: string[][];
}

/** The file as PapaParse reads it, from the header row down, without the rows that no reader can place. */
function readTable(name: string, encoding: string): Table & { all: string[][] } {
  const text = iconv.decode(readFileSync(join(folder, name)), encoding);
  const { data } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ';' });
  const header = data.findIndex((cells) => cells[0] === 'Folio');
  const headers = data[header] ?? [];
  const all = data.slice(header + 1);
  const seen = new Set<string>();
  const rows = all.filter((cells) => {
    const isRepeated = seen.has(cells.join('\n'));
    seen.add(cells.join('\n'));
    return cells.length === headers.length && /^E[AP]-/.test(cells[0] ?? '') && !isRepeated;
  });
  return { headers, rows, all };
}

function answers(table: Table, header: string): string[] {
  const column = table.headers.indexOf(header);
  if (column < 0) throw new Error(`no column ${header}`);
  return table.rows.map((cells) => cells[column] ?? '');
}

function identifiers(table: Table): string[] {
  return answers(table, 'RUN o IPE').map((written) => written.replaceAll(/[.-]/g, '').toUpperCase());
}

/** Modulus 11 written from the rule and not from the generator: a number and its digit weigh 0 in all. */
function hasValidCheckDigit(identifier: string): boolean {
  const digits = [...identifier].map((sign) => (sign === 'K' ? 10 : Number(sign))).reverse();
  const sum = digits.reduce(
    (total, digit, place) => total + digit * (place === 0 ? 1 : 2 + ((place - 1) % 6)),
    0,
  );
  return sum % 11 === 0;
}

const exAnte = readTable(exAnteName, 'windows-1252');
const exPost = readTable(exPostName, 'utf-8');

describe('the synthetic diagnosis of Los Andes', () => {
  let again = '';
  beforeAll(() => {
    again = mkdtempSync(join(tmpdir(), 'los-andes-'));
    execFileSync(process.execPath, ['--import', 'tsx', join(folder, 'generate.ts'), again], {
      stdio: 'pipe',
    });
  });
  afterAll(() => rmSync(again, { recursive: true, force: true }));

  it.each([exAnteName, exPostName, 'expected.json', 'codebook.json'])(
    'is written again byte by byte: %s',
    (name) => {
      expect(readFileSync(join(again, name)).equals(readFileSync(join(folder, name)))).toBe(true);
    },
  );

  it('says that it is synthetic in the first line and in every row', () => {
    for (const [name, encoding, table] of [
      [exAnteName, 'windows-1252', exAnte],
      [exPostName, 'utf-8', exPost],
    ] as const) {
      expect(iconv.decode(readFileSync(join(folder, name)), encoding)).toMatch(/^DATOS SINTÉTICOS – /);
      expect(new Set(answers(table, 'origen_dato'))).toEqual(new Set(['sintético']));
    }
  });

  it('is written as its README says: Windows-1252 first, UTF-8 with byte order mark second, CRLF in both', () => {
    const first = readFileSync(join(folder, exAnteName));
    const second = readFileSync(join(folder, exPostName));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(first)).toThrow(TypeError);
    expect([...second.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(second)).not.toThrow();
    expect(first.toString('latin1').match(/[^\r]\n/g)).toHaveLength(1);
    expect(second.toString('latin1').match(/[^\r]\n/g)).toBeNull();
  });
});

describe('the figures of expected.json, counted with another parser', () => {
  it('gives the same rows read and kept', () => {
    expect(exAnte.rows).toHaveLength(expected.files.exAnte.rowsKept);
    expect(exPost.rows).toHaveLength(expected.files.exPost.rowsKept);
    expect(exAnte.all).toHaveLength(expected.files.exAnte.rowsRead);
    expect(exPost.all).toHaveLength(expected.files.exPost.rowsRead);
  });

  it('gives the same pairs, and no identifier twice', () => {
    const before = identifiers(exAnte);
    const after = new Set(identifiers(exPost));
    expect(new Set(before).size).toBe(before.length);
    expect(after.size).toBe(exPost.rows.length);
    expect(before.filter((identifier) => after.has(identifier))).toHaveLength(
      expected.linkage.pairsByIdentifier,
    );
  });

  it('holds one wrong check digit, planted in the second wave', () => {
    expect(['123456785', '155096616', '126785798', '123456784'].map(hasValidCheckDigit)).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(identifiers(exAnte).filter((identifier) => !hasValidCheckDigit(identifier))).toHaveLength(0);
    expect(identifiers(exPost).filter((identifier) => !hasValidCheckDigit(identifier))).toHaveLength(1);
  });

  it.each([
    [
      'conoce_oficina',
      '¿Conoce la Oficina de Migración?',
      '¿Conoce la Oficina Municipal de Migración?',
      'Sí',
    ],
    ['matricula_provisoria', 'Tipo de matrícula', 'Tipo de matrícula', 'Provisoria'],
    [
      'actividades',
      '¿Participa en actividades extraescolares?',
      '¿Participa en actividades extraescolares?',
      'Sí',
    ],
  ] as const)('gives the same counts in each wave and in the pairs: %s', (key, before, after, yes) => {
    const stated = expected.proportions[key];
    const first = answers(exAnte, before);
    const second = answers(exPost, after);
    for (const [found, figures] of [
      [first, stated.exAnte],
      [second, stated.exPost],
    ] as const) {
      expect(found.filter((answer) => answer === yes)).toHaveLength(figures.x);
      expect(found.filter((answer) => !missing.has(answer))).toHaveLength(figures.n);
    }
    const later = new Map(identifiers(exPost).map((identifier, row) => [identifier, second[row] ?? '']));
    const cells = { yesYes: 0, yesNo: 0, noYes: 0, noNo: 0 };
    for (const [row, identifier] of identifiers(exAnte).entries()) {
      const one = first[row] ?? '';
      const two = later.get(identifier) ?? '';
      if (missing.has(one) || missing.has(two)) continue;
      if (one === yes) cells[two === yes ? 'yesYes' : 'yesNo'] += 1;
      else cells[two === yes ? 'noYes' : 'noNo'] += 1;
    }
    expect(cells).toEqual(stated.matched);
  });

  it('has 13 schools in each wave, one of them below the threshold of privacy', () => {
    for (const table of [exAnte, exPost]) {
      const rbds = answers(table, 'RBD');
      const sizes = [...new Set(rbds)].map((rbd) => rbds.filter((other) => other === rbd).length);
      expect(sizes).toHaveLength(13);
      expect(sizes.filter((size) => size < 10)).toHaveLength(1);
    }
  });
});

describe('the practice record of Los Andes', () => {
  it('fits the schema and keeps what the ficha states', () => {
    const record = PracticeSeed.parse(
      JSON.parse(readFileSync(join(root, 'seeds/practices/los-andes.json'), 'utf8')),
    );
    expect(record.selloLines).toEqual([
      'institucionalidad-local',
      'politicas-locales-y-trabajo-colaborativo',
    ]);
    expect(record.dates.ranges[0]).toMatchObject({ from: '2023-06', to: '2023-10' });
    expect(record.gcmObjectives.stated).toEqual([]);
    expect(record.sdgs.stated).toEqual([]);
    expect(record.claims.length).toBeGreaterThan(0);
  });
});
