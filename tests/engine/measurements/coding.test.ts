import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeCodingsOf } from '../../../electron/engine/coding/coding-store';
import { codingHandlers } from '../../../electron/engine/coding/handlers';
import { ident, sql } from '../../../electron/engine/db/sql';
import { replaceDefinition } from '../../../electron/engine/definitions/definition-store';
import { historyHandlers } from '../../../electron/engine/definitions/handlers';
import { computeMeasurement } from '../../../electron/engine/measurements/compute';
import { measurementHandlers } from '../../../electron/engine/measurements/handlers';
import { getInstrument, waveTable } from '../../../electron/engine/projects/open-project';
import { neverCancelled } from '../../../shared/cancel';
import { InstrumentId, type MeasurementId } from '../../../shared/domain/ids';
import type { SpecOf } from '../../../shared/domain/measurement';
import type { MeasurementResult } from '../../../shared/domain/measurement-result';
import {
  type ComparisonProject,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';
import { expectDigits } from '../../unit/stats/support';

const call = { signal: neverCancelled, report: () => undefined };
const [first, second] = ['Codificador/a 1', 'Codificador/a 2'];
let project: ComparisonProject;
let measurementId: MeasurementId;

const answers = Array.from({ length: 80 }, (_, index) => ({
  relato: `Respuesta número ${index}`,
  etapa: index < 40 ? 'marzo' : 'agosto',
}));

const spec: SpecOf<'coding'> = {
  kind: 'coding',
  instrumentId: InstrumentId.parse('ins_first0'),
  waveIds: [],
  filter: null,
  confidenceLevel: 0.95,
  textId: variableId('relato'),
  stageId: variableId('etapa'),
  codes: [
    { id: 'vivienda', label: 'Vivienda', description: '' },
    { id: 'escuela', label: 'Escuela', description: 'Matrícula y curso' },
    { id: 'arriendo', label: 'Arriendo', description: '' },
  ],
};

/** Codes of each answer, from the first on; null leaves it out. */
async function assign(coder: string | null, given: readonly (readonly string[] | null)[]): Promise<void> {
  const entries = given.flatMap((codes, index) =>
    codes === null
      ? []
      : [{ waveId: waveId(0), line: index + 2, codes: [...codes], isQuote: index === 3 && coder === first }],
  );
  await codingHandlers['coding.assign'](project.context, { measurementId, coder, entries }, call);
}

/** 40 answers nobody gives the code, 9 the second alone, 6 the first alone, 25 both: the second table of kappa.R. */
function housing(coder: string): string[][] {
  return answers.map((_, index) => {
    const isGiven = coder === first ? index >= 49 : index >= 55 || (index >= 40 && index < 49);
    return [...(isGiven ? ['vivienda'] : []), 'escuela'];
  });
}

function compute(more: Partial<SpecOf<'coding'>> = {}): Promise<MeasurementResult> {
  return computeMeasurement(project.context, { spec: { ...spec, ...more }, audience: 'publication' }, call);
}

function list(more: object = {}) {
  const asked = { stage: null, state: 'all' as const, search: '', offset: 0, limit: 100 };
  return codingHandlers['coding.list'](
    project.context,
    { measurementId, coder: first, ...asked, ...more },
    call,
  );
}

function compare() {
  const asked = { measurementId, includeSettled: false, offset: 0, limit: 100 };
  return codingHandlers['coding.disagreements'](project.context, asked, call);
}

function figure(result: MeasurementResult, key: string) {
  const found = result.figures.find((one) => one.key === key);
  if (!found) throw new Error(`no figure ${key} in ${result.figures.map((one) => one.key).join(' ')}`);
  return found;
}

function codes(result: MeasurementResult): string[] {
  return result.notices.map(({ code }) => code);
}

async function rewrite(change: (table: ReturnType<typeof ident>) => ReturnType<typeof sql>): Promise<void> {
  await project.context
    .project()
    .write(neverCancelled, (session) => session.run(change(ident(waveTable(waveId(0))))));
}

async function undo(): Promise<void> {
  await historyHandlers['history.undo'](project.context, { steps: 1 }, call);
}

async function declareRows(rowUnit: 'statement' | 'person'): Promise<void> {
  await project.context.project().write(neverCancelled, async (session) => {
    const instrument = await getInstrument(session, spec.instrumentId);
    await replaceDefinition(session, 'instrument', instrument.id, { ...instrument, rowUnit });
  });
}

beforeAll(async () => {
  project = await startComparisonProject({
    variables: {
      relato: { type: 'text' },
      etapa: { type: 'single', options: ['marzo', 'agosto'], label: 'Etapa' },
    },
    waves: [{ name: 'Grupos focales', rows: answers }],
    indicators: [],
  });
  await declareRows('statement');
  const draft = { measurementId: null, measurement: { name: 'Necesidades', spec } };
  measurementId = (await measurementHandlers['measurement.save'](project.context, draft, call)).id;
});
afterAll(() => project.close());

describe('coding of open answers', () => {
  it('tells that nothing is coded before anybody has begun', async () => {
    const result = await compute();
    expect(figure(result, 'statements').value).toBe(80);
    expect(figure(result, 'coded-statements').value).toBe(0);
    expect(figure(result, 'code-share/code:vivienda')).toMatchObject({ status: 'empty', value: null });
    expect(codes(result)).toEqual(['uncoded']);
  });

  it('counts each code out of what is coded, by stage, and says that one coder measures no agreement', async () => {
    await assign(first, housing(first).slice(0, 60));
    const result = await compute();
    expect(figure(result, 'coded-statements').value).toBe(60);
    expect(figure(result, 'code-count/code:vivienda').value).toBe(11);
    expect(figure(result, 'code-share/code:vivienda/split:etapa=agosto')).toMatchObject({
      value: 11 / 20,
      n: 20,
      of: ['Vivienda', 'AGOSTO'],
    });
    expect(codes(result)).toEqual(['uncoded', 'one-coder']);
    expect(result.figures.some(({ measure }) => measure === 'kappa')).toBe(false);
    await undo();
    expect((await list()).progress).toMatchObject({ answers: 80, coded: 0, quotes: 0 });
  });

  it('shows a second coder nothing of the first, and gives the kappa of R for a code both used', async () => {
    await assign(first, housing(first));
    const blind = await list({ coder: second });
    expect(blind.answers.every((answer) => answer.codes === null && !answer.isQuote)).toBe(true);
    expect(blind.counts).toEqual({});
    await assign(second, housing(second));
    const result = await compute();
    const kappa = figure(result, 'kappa/code:vivienda');
    expectDigits(kappa.value, 0.6119016817593791);
    expectDigits(kappa.interval?.lower, 0.43593617402363316, 7);
    expect(figure(result, 'agreement/code:vivienda').value).toBe(65 / 80);
    // Everybody gave «Escuela» to everything: no kappa, and the reason.
    expect(figure(result, 'kappa/code:escuela')).toMatchObject({ value: null, reason: 'one-category' });
    expectDigits(figure(result, 'kappa').value, 0.6119016817593791);
    expect(figure(result, 'kappa')).toMatchObject({ interval: null, method: 'kappa-mean' });
    expect(figure(result, 'agreement')).toMatchObject({ value: 65 / 80, numerator: 65 });
    expect(codes(result)).toEqual(['coders-disagree', 'rare-code']);
    const keys = new Set(result.figures.map(({ key }) => key));
    const used = result.tables.flatMap((table) => table.rows.flatMap(({ cells }) => cells));
    expect(used.filter((key) => key !== null && !keys.has(key))).toEqual([]);
  });

  it('settles a disagreement, which then counts in the place of what the first coder gave', async () => {
    const before = await compare();
    expect(before).toMatchObject({ coders: [first, second], doubleCoded: 80, unsettled: 15 });
    const [open] = before.answers;
    expect(open?.given).toEqual([['escuela'], ['vivienda', 'escuela']]);
    expect(figure(await compute(), 'code-count/code:vivienda').value).toBe(31);
    const entry = { waveId: waveId(0), line: open?.line ?? 0, codes: ['vivienda'], isQuote: false };
    await codingHandlers['coding.assign'](
      project.context,
      { measurementId, coder: null, entries: [entry] },
      call,
    );
    expect((await compare()).unsettled).toBe(14);
    expect(figure(await compute(), 'code-count/code:vivienda').value).toBe(32);
    await undo();
  });

  it('counts a merged code as the one it went into, and one that was removed as none', async () => {
    await assign(first, [['arriendo'], ['arriendo', 'vivienda']]);
    const [housingCode, school, rent] = spec.codes;
    if (!housingCode || !school || !rent) throw new Error('three codes');
    const merged = await compute({ codes: [housingCode, school, { ...rent, mergedInto: 'vivienda' }] });
    expect(figure(merged, 'code-count/code:vivienda').value).toBe(33);
    expect(merged.figures.some(({ key }) => key.includes('arriendo'))).toBe(false);
    const removed = await compute({ codes: [housingCode, school] });
    expect(figure(removed, 'code-count/code:vivienda').value).toBe(32);
    await undo();
  });

  it('protects a code that few people gave, its agreement included, where each row is a person', async () => {
    await assign(first, [['arriendo'], ['arriendo'], ['arriendo']]);
    await declareRows('person');
    const result = await compute();
    await declareRows('statement');
    for (const key of ['code-count', 'code-share', 'kappa', 'agreement']) {
      expect(figure(result, `${key}/code:arriendo`)).toMatchObject({ status: 'suppressed', value: null });
    }
    expect(figure(result, 'code-count/code:vivienda').value).toBe(31);
    await undo();
  });

  it('follows an answer to another line, and drops what was coded of one that changed', async () => {
    await rewrite((table) => sql`update ${table} set line = line + 100`);
    expect((await list()).progress).toMatchObject({ coded: 80, lost: 0, quotes: 1 });
    await rewrite((table) => sql`update ${table} set line = line - 100`);
    await rewrite((table) => sql`update ${table} set ${ident(spec.textId)} = 'Otra cosa' where line = 5`);
    const changed = await list({ state: 'changed' });
    expect(changed.progress).toMatchObject({ coded: 79, lost: 1, quotes: 0 });
    expect(changed.answers.map(({ line, codes: given }) => [line, given])).toEqual([[5, null]]);
    const result = await compute();
    expect(result.notices).toContainEqual({ code: 'answers-changed', details: { count: 1 } });
    await codingHandlers['coding.forget'](
      project.context,
      { measurementId, coder: first, what: 'lost' },
      call,
    );
    expect((await list()).progress.lost).toBe(0);
    await undo();
    await rewrite(
      (table) => sql`update ${table} set ${ident(spec.textId)} = 'Respuesta número 3' where line = 5`,
    );
    expect((await list()).progress).toMatchObject({ coded: 80, lost: 0, quotes: 1 });
  });

  it('finds answers without accents and by stage', async () => {
    expect((await list({ search: 'NUMERO 7' })).total).toBe(11);
    const stage = await list({ stage: 'agosto', state: 'coded' });
    expect(stage.total).toBe(40);
    expect(stage.stages).toEqual([
      { value: 'marzo', label: 'MARZO', answers: 40, coded: 40 },
      { value: 'agosto', label: 'AGOSTO', answers: 40, coded: 40 },
    ]);
  });

  it.each(['csv', 'xlsx'] as const)(
    'takes a sheet of its own back as another coder’s (%s)',
    async (format) => {
      const third = `Codificador/a ${format}`;
      const asked = { measurementId, coder: first, format, locale: 'es' as const };
      const file = await codingHandlers['coding.exportSheet'](project.context, asked, call);
      const told = await codingHandlers['coding.importSheet'](
        project.context,
        { measurementId, fileId: file.fileId, coder: third },
        call,
      );
      expect(told).toEqual({ rows: 80, coded: 80, blank: 0, unmatched: 0, unclear: [], unknownCodes: [] });
      const own = await list({ coder: third });
      const theirs = await list();
      expect(own.answers).toEqual(theirs.answers);
      await undo();
      expect((await list({ coder: third })).progress.coded).toBe(0);
    },
  );

  it('says which rows and headings of a sheet it could not use', async () => {
    const rows = [
      'Fila;Respuesta;Vivienda;Otro tema [otro];Ningún tema',
      '2;Respuesta numero 0;x;;',
      '3;Respuesta número 1;;;X',
      '4;Esta respuesta no es;x;;',
      '5;Respuesta número 3;quizás;;',
    ];
    const file = await project.context.files.writeOutput('planilla.csv', 'text/csv', rows.join('\r\n'));
    const told = await codingHandlers['coding.importSheet'](
      project.context,
      { measurementId, fileId: file.fileId, coder: 'Codificador/a 4' },
      call,
    );
    expect(told).toMatchObject({ rows: 4, coded: 2, blank: 1, unmatched: 1, unclear: [5] });
    expect(told.unknownCodes).toEqual(['Otro tema [otro]']);
    const stranger = await project.context.files.writeOutput('otra.csv', 'text/csv', 'a;b\r\n1;2\r\n');
    await expect(
      codingHandlers['coding.importSheet'](
        project.context,
        { measurementId, fileId: stranger.fileId, coder: first },
        call,
      ),
    ).rejects.toMatchObject({ code: 'coding-sheet-unrecognised' });
  });

  it('forgets everything coded of a wave that goes, history included', async () => {
    await project.context.project().write(neverCancelled, (session) => removeCodingsOf(session, waveId(0)));
    expect((await list()).coders).toEqual([]);
    const left = await project.context
      .project()
      .read(neverCancelled, (session) =>
        session.first(sql`select count(*) as steps from history where entity = 'coding'`),
      );
    expect(Number(left?.steps)).toBe(0);
  });

  it('refuses a code the list does not have', async () => {
    await expect(assign(first, [['ajeno']])).rejects.toMatchObject({ code: 'measurement-invalid' });
  });
});
