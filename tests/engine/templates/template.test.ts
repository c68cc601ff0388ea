import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeId } from '../../../shared/domain/ids';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { tinyResources } from './tiny-template';

let resources: string;
let running: TestEngine;

beforeAll(async () => {
  resources = await tinyResources();
  running = await startTestEngine({ resourcesFolder: resources });
});
afterAll(async () => {
  await running.close();
  await rm(resources, { recursive: true, force: true });
});

const call: TestEngine['client']['call'] = (...input) => running.client.call(...input);
const fresh = (name: string) => call('project.create', { name, fileId: null });
const outcomes = (items: readonly { kind: string; outcome: string }[]) =>
  items.map(({ kind, outcome }) => `${kind} ${outcome}`);

describe('a practice used as a template', () => {
  it('says what a template brings before anything is made', async () => {
    await fresh('Descripción');
    const described = await call('template.describe', { slug: 'prueba' });
    expect(described.instruments[0]?.questions.map(({ label }) => label)).toEqual([
      'Grupo',
      '¿Está satisfecho?',
      '¿Volvió a la oficina?',
      'Número de visitas',
    ]);
    expect(described.indicators).toMatchObject([
      { name: 'Personas satisfechas', target: 0.8, isShare: true },
    ]);
    expect(described.outline.map(({ kind, text }) => [kind, text])).toContainEqual([
      'measurement',
      'De la inscripción a la vuelta',
    ]);
    expect((await call('template.list', {})).templates).toMatchObject([
      { slug: 'prueba', questions: 4, practiceIds: [] },
    ]);
  });

  it('makes record, instrument, design, indicators and counts, and takes them back as one', async () => {
    await fresh('De una vez');
    const { practiceId, items, steps } = await call('template.use', { slug: 'prueba', practiceId: null });
    expect(outcomes(items)).toEqual([
      'practice made',
      'instrument made',
      'design made',
      'indicator made',
      'measurement made',
    ]);
    expect((await call('template.status', { practiceId })).steps[0]).toMatchObject({
      state: 'done',
      done: 3,
    });
    await call('history.undo', { steps });
    expect((await call('practice.list', {})).practices).toEqual([]);
    expect((await call('instrument.list', {})).instruments).toEqual([]);
    for (let step = 0; step < steps; step += 1) await call('history.redo', {});
    expect((await call('template.status', { practiceId })).steps[0]).toMatchObject({ state: 'done' });
  });

  it('keeps what is there when used again, makes what was undone, and copies only when asked', async () => {
    await fresh('Dos veces');
    const first = await call('template.use', { slug: 'prueba', practiceId: null });
    const again = await call('template.use', { slug: 'prueba', practiceId: null });
    expect(again.practiceId).toBe(first.practiceId);
    expect(again.steps).toBe(0);
    expect(new Set(again.items.map(({ outcome }) => outcome))).toEqual(new Set(['kept']));
    await call('history.undo', {});
    const third = await call('template.use', { slug: 'prueba', practiceId: first.practiceId });
    expect(third.items.filter(({ outcome }) => outcome === 'made').map(({ kind }) => kind)).toEqual([
      'measurement',
    ]);
    const copy = await call('template.use', { slug: 'prueba', practiceId: null, copy: true });
    expect(copy.practiceId).not.toBe(first.practiceId);
    expect((await call('instrument.list', {})).instruments.map(({ name }) => name)).toEqual([
      'Encuesta de prueba',
      'Encuesta de prueba (2)',
    ]);
  });

  it('refuses a template that does not exist and a practice that never used one', async () => {
    await expect(call('template.use', { slug: 'nadie', practiceId: null })).rejects.toMatchObject({
      code: 'template-missing',
    });
    const practice = await call('practice.addSeed', { slug: 'prueba' });
    await expect(call('template.figures', { practiceId: practice.id })).rejects.toMatchObject({
      code: 'template-missing',
    });
  });
});

describe('the way from the files to the report', () => {
  let practiceId: PracticeId;
  const figures = async () =>
    (await call('template.figures', { practiceId })).figures.map(({ formatted, agrees, reason }) => [
      formatted,
      agrees,
      reason,
    ]);

  beforeAll(async () => {
    await fresh('Camino');
    ({ practiceId } = await call('template.use', { slug: 'prueba', practiceId: null }));
  });

  it('names the waves that a comparison waits for', async () => {
    const { comparisons, steps } = await call('template.status', { practiceId });
    expect(comparisons[0]?.waitsFor).toEqual(['Antes', 'Después']);
    expect(steps.map(({ state }) => state)).toEqual(['done', 'open', 'open', 'open']);
    expect(await figures()).toEqual([
      [null, null, 'waves-absent'],
      [null, null, 'waves-absent'],
      [null, null, 'waves-absent'],
    ]);
  });

  it('imports one file with its receipt, and prepares what can be prepared', async () => {
    const { imported } = await call('template.importSample', { practiceId, sampleKey: 'antes' });
    expect(imported).toMatchObject([{ outcome: 'made', rowsRead: 12, rowsKept: 12, columnsNew: 0 }]);
    const [wave] = (await call('wave.list', {})).waves;
    expect(wave).toMatchObject({ name: 'Antes', moment: 'ex-ante', isSynthetic: true });
    expect(await call('wave.receipt', { waveId: wave?.id ?? '' })).toMatchObject({ rowsRead: 12 });
    const { items, omitted, reportId } = await call('template.prepare', { practiceId });
    expect(omitted).toContainEqual(
      expect.objectContaining({ kind: 'comparison', reason: 'waves-absent', details: ['Después'] }),
    );
    expect(items.map(({ kind }) => kind)).toEqual(['report', 'claim']);
    const { reports } = await call('report.list', {});
    const report = reports.find((each) => each.report.id === reportId)?.report;
    // The part about the change has nothing to show yet, so its heading and text stay away too.
    expect(report?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'measurement']);
    expect(report?.rendering).toBeNull();
  });

  it('grows the untouched report with the second file and links the claims', async () => {
    const { imported } = await call('template.importSample', { practiceId, sampleKey: null });
    expect(imported.map(({ outcome }) => outcome)).toEqual(['kept', 'made']);
    const { omitted, items } = await call('template.prepare', { practiceId });
    expect(omitted).toEqual([]);
    expect(outcomes(items)).toEqual(['comparison made', 'report changed', 'claim kept', 'claim made']);
    const [entry] = (await call('report.list', {})).reports;
    expect(entry?.report.blocks).toHaveLength(5);
    expect(await figures()).toEqual([
      ['24', true, null],
      // 18 came back, and the document says more than 30.
      ['18', false, null],
      ['+50,0\u00a0pp', true, null],
    ]);
    const [practice] = (await call('practice.list', {})).practices;
    expect(practice?.claims.map(({ evidence }) => evidence?.kind)).toEqual(['measurement', 'comparison']);
  });

  it('changes nothing when prepared again', async () => {
    const before = await call('history.state', {});
    const { items } = await call('template.prepare', { practiceId });
    expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(['kept']));
    expect(await call('history.state', {})).toEqual(before);
  });

  it("leaves a report that was changed by hand as it is, and a claim's other link too", async () => {
    const [entry] = (await call('report.list', {})).reports;
    if (!entry) throw new Error('no report');
    const { id, createdAt, updatedAt, rendering, ...draft } = entry.report;
    const report = { ...draft, title: 'Mi informe', blocks: draft.blocks.slice(0, 2) };
    await call('report.save', { reportId: id, report });
    await call('template.prepare', { practiceId });
    const after = (await call('report.list', {})).reports[0]?.report;
    expect(after?.title).toBe('Mi informe');
    expect(after?.blocks.map(({ kind }) => kind)).toEqual(['heading', 'measurement', 'comparison']);
  });
});

describe("the analyst's own file", () => {
  it('is proposed for the instrument of the template, and says what half a file cannot tell', async () => {
    await fresh('Propio');
    const { practiceId } = await call('template.use', { slug: 'prueba', practiceId: null });
    const lines = Array.from({ length: 15 }, (_, at) => `${at % 2 === 0 ? 'Mañana' : 'Tarde'};${at}`);
    const fileId = await running.stage('2025.csv', `Grupo;Número de visitas\n${lines.join('\n')}\n`);
    const { plan } = await call('import.propose', { fileId, corrections: {} });
    const [instrument] = (await call('instrument.list', {})).instruments;
    if (!instrument) throw new Error('no instrument');
    expect(plan.instrumentId).toBe(instrument.id);
    const variableIds = plan.columns.flatMap(({ variableId }) => variableId ?? []);
    const gap = await call('instrument.gap', { instrumentId: instrument.id, variableIds });
    const lost = {
      questions: ['¿Está satisfecho?', '¿Volvió a la oficina?'],
      of: 4,
      indicators: ['Personas satisfechas'],
      measurements: ['De la inscripción a la vuelta'],
    };
    expect(gap).toEqual(lost);
    await call('wave.import', plan);
    const { gaps, instruments } = await call('template.status', { practiceId });
    expect(gaps).toMatchObject([lost]);
    expect(instruments[0]?.waves).toMatchObject([{ rows: 15, isSynthetic: false }]);
    expect(instruments[0]?.mixesSynthetic).toBe(false);
    await call('template.importSample', { practiceId, sampleKey: 'antes' });
    expect((await call('template.status', { practiceId })).instruments[0]?.mixesSynthetic).toBe(true);
  });
});
