import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  blankPractice,
  emptyUnRecord,
  type Practice,
  type PracticeDraft,
} from '../../../shared/domain/practice';
import { AppError } from '../../../shared/errors';
import type { TakenRecord } from '../../../shared/methods/practice';
import { errorText } from '../../../shared/text/errors';
import { startTestEngine, type TestEngine } from '../../support/engine';

let test: TestEngine;

beforeAll(async () => {
  test = await startTestEngine();
  await test.client.call('project.create', { name: 'Fichas', fileId: null });
});
afterAll(() => test.close());

function save(more: Partial<PracticeDraft>): Promise<Practice> {
  const practice = { ...blankPractice('Práctica'), ...more };
  return test.client.call('practice.save', { practiceId: null, practice });
}

async function write(practices: readonly Practice[], format: 'json' | 'csv'): Promise<string> {
  const practiceIds = practices.map(({ id }) => id);
  const { fileId } = await test.client.call('practice.export', { practiceIds, format, locale: 'es' });
  return readFile(test.engine.files.output(fileId).path, 'utf8');
}

async function take(name: string, content: string | Uint8Array) {
  return test.client.call('practice.import', { fileId: await test.stage(name, content) });
}

async function takeOne(name: string, content: string | Uint8Array): Promise<TakenRecord> {
  const { records } = await take(name, content);
  const [record] = records;
  if (!record) throw new Error('no record');
  return record;
}

/** What a record says, without what each record has of its own. */
function content({ id, createdAt, updatedAt, claims, title: _title, ...rest }: Practice) {
  return { ...rest, claims: claims.map(({ id: _claimId, ...claim }) => claim) };
}

function oneRecord(more: Record<string, unknown>): string {
  return JSON.stringify({ schemaVersion: 2, practices: [{ title: 'Única', ...more }] });
}

async function practiceCount(): Promise<number> {
  return (await test.client.call('practice.list', {})).practices.length;
}

describe('the records that ship', () => {
  it('are listed without touching the project, and each can be added', async () => {
    const { seeds } = await test.client.call('practice.seeds', {});
    expect(seeds).toHaveLength(15);
    expect(await practiceCount()).toBe(0);
    const practice = await test.client.call('practice.addSeed', { slug: 'voces-organizadas' });
    expect(practice).toMatchObject({ kind: 'agency', templateSlug: 'voces-organizadas', country: 'Perú' });
  });

  it('come back from the file of each format, in one step each', async () => {
    const added = await test.client.call('practice.addSeed', { slug: 'maipu' });
    for (const format of ['json', 'csv'] as const) {
      const { practice, ...told } = await takeOne(`fichas.${format}`, await write([added], format));
      expect(content(practice)).toEqual(content(added));
      expect(told).toMatchObject({ renamedFrom: added.title, ignoredFields: [], lostLinks: [] });
    }
  });
});

describe('a file of records', () => {
  it('is CSV as Excel in Chile reads it, with formulas that no spreadsheet runs', async () => {
    const practice = await save({ title: '=cmd()', units: ['DIDECO', 'DAEM'] });
    const text = await write([practice], 'csv');
    expect(text.startsWith('\uFEFFVersión del formato;Tipo de ficha;Nombre de la práctica;')).toBe(true);
    expect(text).toContain(";'=cmd();");
    expect(text).toContain('"DIDECO\nDAEM"');
  });

  it('may be CSV in Windows-1252 that lost the zero of a comuna, with few columns', async () => {
    const text =
      'Nombre de la práctica;Código de comuna (CUT);Líneas del Sello Migrante;Responsable\r\nÑuñoa suma;5301;Estrategias formativas;X\r\n';
    const { records, ignoredFields } = await take('fichas.csv', Buffer.from(text, 'latin1'));
    expect(ignoredFields).toEqual(['Responsable']);
    expect(records[0]?.practice).toMatchObject({
      title: 'Ñuñoa suma',
      comunaCode: '05301',
      selloLines: ['estrategias-formativas'],
      lessons: '',
    });
  });

  it('may hold a part of a record only: the rest stays empty', async () => {
    const { practice } = await takeOne('ficha.json', oneRecord({ un: { secondaryGcm: { stated: [17] } } }));
    expect(practice.un).toEqual({ ...emptyUnRecord, secondaryGcm: { stated: [17], proposed: [] } });
  });

  it('may be of version 1, as the first records were', async () => {
    const first = {
      schemaVersion: 1,
      slug: 'los-andes',
      title: 'De la primera versión',
      municipality: 'Los Andes',
      claims: [{ text: 'Se hizo.' }],
    };
    const { practice, ignoredFields } = await takeOne('ficha.json', JSON.stringify(first));
    expect(ignoredFields).toEqual([]);
    expect(practice).toMatchObject({ kind: 'municipal', templateSlug: 'los-andes', archivedAt: null });
    expect(practice.claims).toMatchObject([{ text: 'Se hizo.', stated: null, evidence: null }]);
  });
});

describe('a file of records with something wrong in it', () => {
  it('is taken without the fields nobody knows, which are named', async () => {
    const { practice, ignoredFields } = await takeOne(
      'ficha.json',
      oneRecord({ mayor: 'x', dates: { text: '2024', era: 1 }, claims: [{ text: 'A', weight: 2 }] }),
    );
    expect(ignoredFields.sort()).toEqual(['claims.0.weight', 'dates.era', 'mayor']);
    expect(practice.dates).toEqual({ text: '2024', ranges: [], months: [] });
  });

  it('keeps two records of one name, the second numbered', async () => {
    const twice = JSON.stringify([{ title: 'Mesa abierta' }, { title: 'MESA ABIERTA' }]);
    const { records } = await take('fichas.json', twice);
    expect(records.map(({ practice }) => practice.title)).toEqual(['Mesa abierta', 'MESA ABIERTA (2)']);
    expect(records.map(({ renamedFrom }) => renamedFrom)).toEqual([null, 'MESA ABIERTA']);
  });

  it('keeps a claim whose result this project does not have, without evidence, and says so', async () => {
    const evidence = {
      kind: 'measurement',
      reportId: 'rep_aaaaaa',
      measurementId: 'mea_aaaaaa',
      figureKey: 'n',
    };
    const claims = [{ text: 'Subió.', evidence }, { text: 'Bajó.', evidence: 'roto' }, { text: 'Sigue.' }];
    const { practice, lostLinks } = await takeOne('ficha.json', oneRecord({ claims }));
    expect(lostLinks.sort()).toEqual(['Bajó.', 'Subió.']);
    expect(practice.claims.map((claim) => claim.evidence)).toEqual([null, null, null]);
  });

  it('says in Spanish which record and which field is wrong, and adds none of them', async () => {
    const before = await practiceCount();
    const file = JSON.stringify([{ title: 'Buena' }, { title: 'Mala', dates: { months: [6, 13] } }]);
    const problem = await take('fichas.json', file).catch((error: unknown) => error);
    if (!(problem instanceof AppError)) throw problem;
    expect(problem).toMatchObject({ code: 'record-unrecognised', details: { field: 'dates.months.1' } });
    const { detail } = errorText({ code: problem.code, details: problem.details }, 'es');
    expect(detail).toBe(
      'Archivo «fichas.json». Ficha 2 («Mala»), campo «Meses (1 a 12)». Es más largo o mayor de lo permitido.',
    );
    expect(await practiceCount()).toBe(before);
  });

  it.each([
    ['a newer version', 'f.json', JSON.stringify({ schemaVersion: 3, practices: [] }), 'record-newer', {}],
    [
      'a newer record',
      'f.json',
      JSON.stringify([{ schemaVersion: 9, title: 'X' }]),
      'record-newer',
      { record: 1 },
    ],
    [
      'a newer row',
      'f.csv',
      'Versión del formato;Nombre de la práctica\n7;X\n',
      'record-newer',
      { record: 1 },
    ],
    ['JSON cut short', 'f.json', '{"practices": [', 'record-unrecognised', { reason: 'not-json' }],
    ['no record', 'f.json', '{"practices": []}', 'record-unrecognised', { reason: 'no-records' }],
    ['something else', 'f.json', '{"a": 1}', 'record-unrecognised', { reason: 'no-records' }],
    ['a number for a record', 'f.json', '[5]', 'record-unrecognised', { reason: 'not-a-record', record: 1 }],
    ['a record without a title', 'f.json', '[{"lessons": "x"}]', 'record-unrecognised', { field: 'title' }],
    [
      'a table of something else',
      'f.csv',
      'Escuela;Niñas\nA;3\n',
      'record-unrecognised',
      { reason: 'no-title-column' },
    ],
    [
      'quotation marks left open',
      'f.csv',
      'Nombre de la práctica\n"X\n',
      'record-unrecognised',
      { reason: 'quotes-open' },
    ],
    [
      'a row with too many cells',
      'f.csv',
      'Nombre de la práctica;País\nX;Chile;y\n',
      'record-unrecognised',
      { reason: 'cells-beyond', record: 1 },
    ],
    [
      'more figures than claims',
      'f.csv',
      'Nombre de la práctica;Afirmaciones;Cifra declarada de cada afirmación\nX;A;"1\n2"\n',
      'record-unrecognised',
      { reason: 'claims-uneven' },
    ],
    ['a spreadsheet', 'f.xlsx', 'PK\u0003\u0004\u0000', 'record-unrecognised', { reason: 'not-text' }],
    ['nothing', 'f.csv', '', 'file-empty', {}],
  ])('refuses %s', async (_what, name, text, code, details) => {
    const before = await practiceCount();
    const problem = await take(name, text).catch((error: unknown) => error);
    expect(problem).toMatchObject({ code, details });
    expect(await practiceCount()).toBe(before);
  });

  it('leaves HTML in a text as text: the printed page shows it and runs nothing', async () => {
    const script = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const { practice } = await takeOne(
      'ficha.json',
      oneRecord({ lessons: script, claims: [{ text: script }] }),
    );
    expect(practice.lessons).toBe(script);
    const input = { practiceId: practice.id, format: 'html' } as const;
    const { fileId } = await test.client.call('practice.print', input);
    const page = await readFile(test.engine.files.output(fileId).path, 'utf8');
    expect(page).toContain('&lt;script&gt;alert(1)');
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
  });
});

describe('a copy for one’s own municipality', () => {
  it('keeps what the practice does and nothing of whose it was or what it showed', async () => {
    const original = await test.client.call('practice.addSeed', { slug: 'lo-espejo' });
    const copy = await test.client.call('practice.duplicate', { practiceId: original.id });
    expect(copy).toMatchObject({
      description: original.description,
      selloLines: original.selloLines,
      municipality: '',
      region: '',
      comunaCode: null,
      units: [],
      source: { document: '', place: '' },
      basedOn: `${original.title} (Lo Espejo)`,
      templateSlug: 'lo-espejo',
    });
    expect(copy.title).not.toBe(original.title);
    expect(copy.claims).toHaveLength(original.claims.length);
    expect(copy.claims.every(({ stated, evidence }) => stated === null && evidence === null)).toBe(true);
    expect(copy.claims.map(({ id }) => id)).not.toContain(original.claims[0]?.id);
  });
});

describe('the archive and the history of a record', () => {
  it('archive it, take it out, and leave it alone when it is there already', async () => {
    const { id: practiceId } = await save({ title: 'Por archivar' });
    const archived = await test.client.call('practice.archive', { practiceId, archived: true });
    expect(archived.archivedAt).not.toBeNull();
    expect(await test.client.call('practice.archive', { practiceId, archived: true })).toEqual(archived);
    const out = await test.client.call('practice.archive', { practiceId, archived: false });
    expect(out.archivedAt).toBeNull();
  });

  it('list each state, and restore an earlier one as a step that can be undone', async () => {
    const first = await save({ title: 'Uno', lessons: 'Primera' });
    const { id: practiceId, createdAt, updatedAt, ...draft } = first;
    const practice = { ...draft, title: 'Dos', lessons: 'Segunda' };
    await test.client.call('practice.save', { practiceId, practice });
    const { steps } = await test.client.call('practice.history', { practiceId });
    expect(steps).toMatchObject([
      { action: 'changed', title: 'Dos', isCurrent: true },
      { action: 'created', title: 'Uno', isCurrent: false },
    ]);
    const step = steps[1]?.step ?? 0;
    const restored = await test.client.call('practice.restore', { practiceId, step });
    expect(restored).toMatchObject({ id: practiceId, title: 'Uno', lessons: 'Primera' });
    await test.client.call('history.undo', {});
    const { practices } = await test.client.call('practice.list', {});
    expect(practices.find(({ id }) => id === practiceId)?.lessons).toBe('Segunda');
    await expect(test.client.call('practice.restore', { practiceId, step: 999_999 })).rejects.toMatchObject({
      code: 'practice-missing',
    });
  });
});
