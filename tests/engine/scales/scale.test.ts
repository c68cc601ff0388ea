import { afterEach, describe, expect, it } from 'vitest';
import type { ScaleResult, ScaleSpec } from '../../../shared/domain/scale';
import { type CellValue, type ComparisonProject, variableId, waveId } from '../../support/comparison-project';
import { golden } from '../../unit/stats/scale/support';
import { expectDigits, expectFiniteThroughout } from '../../unit/stats/support';
import { startPanelProject } from '../panel/support';

type Rows = Record<string, CellValue>[];

const likert = ['1', '2', '3', '4', '5'];
const names = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6'];
const variables = {
  ...Object.fromEntries(names.map((name) => [name, { type: 'ordinal' as const, options: likert }])),
  age: { type: 'integer' as const },
  yes: { type: 'boolean' as const },
  place: { type: 'single' as const },
};

const open: ComparisonProject[] = [];
afterEach(async () => {
  for (const project of open.splice(0)) await project.close();
});

async function start(...waves: Rows[]): Promise<ComparisonProject> {
  const project = await startPanelProject({
    variables,
    waves: waves.map((rows, index) => ({ name: `Medición ${index}`, rows })),
    indicators: [],
  });
  open.push(project);
  return project;
}

function scaleSpec(items: readonly string[], more: Partial<ScaleSpec> = {}): ScaleSpec {
  return {
    items: items.map((name) => ({ variableId: variableId(name), isReversed: name === 'q6' })),
    minimumAnswered: 1,
    filter: null,
    waveIds: [waveId(0)],
    coverage: 'sample',
    confidenceLevel: 0.95,
    audience: 'internal',
    ...more,
  };
}

async function analyse(rows: Rows, spec: ScaleSpec): Promise<ScaleResult['waves'][number]> {
  const project = await start(rows);
  const { waves } = await project.client.call('scale.analyse', spec);
  expectFiniteThroughout(waves);
  const [wave] = waves;
  if (!wave) throw new Error('no wave');
  return wave;
}

const answers: Rows = golden.byRow.rows.map((row) =>
  Object.fromEntries(names.map((name, index) => [name, row[index] === null ? null : String(row[index])])),
);

/** 20 people whose answers to two questions are the same and to a third the opposite. */
const opposed: Rows = Array.from({ length: 20 }, (_, index) => ({
  q1: String((index % 5) + 1),
  q2: String((index % 4) + 1),
  q3: String(5 - (index % 5)),
  q4: '3',
  age: index,
  yes: index % 2 === 0,
  place: 'a',
}));

describe('a scale against psych, from its rows', () => {
  it('agrees item by item, with an item turned and answers missing', async () => {
    const wave = await analyse(answers, scaleSpec(names, { minimumAnswered: 5 }));
    const { byRow } = golden;
    expect(wave).toMatchObject({
      status: 'shown',
      people: byRow.rows.length,
      complete: byRow.n,
      scored: byRow.scored,
      itemsUsed: 6,
    });
    expectDigits(wave.alpha.value, byRow.alpha);
    expectDigits(wave.alpha.interval?.lower, byRow.lower, 7);
    expectDigits(wave.alpha.interval?.upper, byRow.upper, 7);
    expectDigits(wave.standardisedAlpha.value, byRow.standardised);
    expectDigits(wave.averageCorrelation.value, byRow.averageCorrelation);
    wave.items.forEach((item, index) => {
      expect(item.n).toBe(byRow.answered[index]);
      expect(item.missing).toBe(byRow.rows.length - (byRow.answered[index] ?? 0));
      expectDigits(item.mean.value, byRow.means[index] ?? null);
      expectDigits(item.standardDeviation.value, byRow.deviations[index] ?? null);
      expectDigits(item.restCorrelation.value, byRow.restCorrelations[index] ?? null);
      expectDigits(item.alphaWithout.value, byRow.alphaWithout[index] ?? null);
      expect(item.warning).toBeNull();
    });
  });

  it('does not depend on the order of rows or items', async () => {
    const straight = await analyse(answers, scaleSpec(names));
    const turned = await analyse([...answers].reverse(), scaleSpec([...names].reverse()));
    expectDigits(turned.alpha.value, straight.alpha.value);
    expectDigits(turned.items[5]?.restCorrelation.value, straight.items[0]?.restCorrelation.value ?? null);
  });

  it('asks whether an item that goes against the others should be turned', async () => {
    const items = names.map((name) => ({ variableId: variableId(name), isReversed: false }));
    const asIs = await analyse(answers, scaleSpec(names, { items }));
    expect(asIs.items.map(({ warning }) => warning)).toEqual([
      null,
      null,
      null,
      null,
      null,
      'maybe-reversed',
    ]);
    const wrong = items.map((item, index) => ({ ...item, isReversed: index === 0 || index === 5 }));
    const turned = await analyse(answers, scaleSpec(names, { items: wrong }));
    expect(turned.items[0]?.warning).toBe('maybe-not-reversed');
  });
});

describe('scales that cannot be what was asked', () => {
  it('leaves an item out that everybody answered alike, and says so', async () => {
    const wave = await analyse(opposed, scaleSpec(['q1', 'q2', 'q4']));
    expect(wave.itemsUsed).toBe(2);
    expect(wave.items[2]).toMatchObject({
      warning: 'constant',
      mean: { value: 3 },
      standardDeviation: { value: 0 },
      restCorrelation: { value: null, reason: 'item-without-variation' },
    });
  });

  it('names one item, items that cancel out, and nobody with all answers', async () => {
    const single = await analyse(opposed, scaleSpec(['q1']));
    expect(single).toMatchObject({ status: 'empty', reason: 'single-item', complete: 20 });
    expect(single.items[0]?.mean.value).toBe(3);
    const cancelling = await analyse(opposed, scaleSpec(['q1', 'q3']));
    expect(cancelling).toMatchObject({ status: 'empty', reason: 'no-variation' });
    expect(cancelling.items[0]?.restCorrelation.value).toBe(-1);
    const torn = opposed.map((row, index) => (index % 2 === 0 ? { ...row, q1: null } : { ...row, q2: null }));
    const nobody = await analyse(torn, scaleSpec(['q1', 'q2']));
    expect(nobody).toMatchObject({ status: 'empty', reason: 'no-complete-answers', complete: 0, scored: 20 });
    expect(nobody.items[0]).toMatchObject({ n: 10, missing: 10, restCorrelation: { value: null } });
  });

  it('takes numbers and yes/no answers as items, and a filter', async () => {
    const filter = { op: 'range', variableId: variableId('age'), min: 8, max: null } as const;
    const wave = await analyse(opposed, scaleSpec(['q1', 'age', 'yes'], { filter }));
    expect(wave).toMatchObject({ status: 'shown', people: 12, complete: 12 });
    expect(wave.items[1]?.mean.value).toBe((8 + 19) / 2);
  });

  it('hides everything where few answered, or all items by few', async () => {
    const few = await analyse(opposed.slice(0, 4), scaleSpec(['q1', 'q2']));
    expect(few).toMatchObject({ status: 'suppressed', reason: 'protected', people: null, complete: null });
    expect(JSON.stringify(few)).not.toMatch(/"value":-?[0-9]/);
    const sparse = opposed.map((row, index) => (index < 3 ? row : { ...row, q1: null }));
    const hidden = await analyse(sparse, scaleSpec(['q1', 'q2']));
    expect(hidden).toMatchObject({ status: 'suppressed', people: null });
    const outside = await analyse(opposed.slice(0, 9), scaleSpec(['q1', 'q2'], { audience: 'publication' }));
    expect(outside.status).toBe('suppressed');
    const inside = await analyse(opposed.slice(0, 9), scaleSpec(['q1', 'q2']));
    expect(inside.status).toBe('shown');
  });

  it('gives each wave its own, and says which did not ask an item', async () => {
    const without = opposed.map(({ q2: _q2, ...row }) => row);
    const project = await start(opposed, without);
    const spec = scaleSpec(['q1', 'q2'], { waveIds: [waveId(0), waveId(1)] });
    const { waves } = await project.client.call('scale.analyse', spec);
    expect(waves.map(({ status, reason }) => [status, reason])).toEqual([
      ['shown', null],
      ['empty', 'variable-not-in-wave'],
    ]);
  });

  it('has no interval in a census', async () => {
    const wave = await analyse(opposed, scaleSpec(['q1', 'q2'], { coverage: 'census' }));
    expect(wave.alpha).toMatchObject({ interval: null, reason: 'not-sampled' });
    expect(wave.status).toBe('shown');
  });

  it('turns a number as it turns a scale, but leaves its mean as it was answered', async () => {
    const asNumber = answers.map((row) => ({ ...row, age: row.q6 === null ? null : Number(row.q6) }));
    const scale = await analyse(answers, scaleSpec(['q1', 'q2', 'q6']));
    const items = [...scaleSpec(['q1', 'q2']).items, { variableId: variableId('age'), isReversed: true }];
    const number = await analyse(asNumber, scaleSpec([], { items }));
    expect(number.alpha.value).toBeCloseTo(scale.alpha.value ?? Number.NaN, 12);
    expect(number.items[2]?.restCorrelation.value).toBeCloseTo(
      scale.items[2]?.restCorrelation.value ?? Number.NaN,
      12,
    );
    const told = asNumber.flatMap(({ age }) => (age === null ? [] : [age]));
    const mean = told.reduce((sum, age) => sum + age, 0) / told.length;
    expect(number.items[2]?.mean.value).toBeCloseTo(mean, 12);
  });

  it('refuses items without a score, repeated items and too high a minimum', async () => {
    const project = await start(opposed);
    const refuse = (spec: ScaleSpec) => expect(project.client.call('scale.analyse', spec)).rejects;
    await refuse(scaleSpec(['q1', 'place'])).toMatchObject({ code: 'variable-type' });
    await refuse(scaleSpec(['q1', 'q1'])).toMatchObject({ details: { reason: 'item-repeated' } });
    await refuse(scaleSpec(['q1', 'q2'], { minimumAnswered: 3 })).toMatchObject({
      details: { reason: 'minimum-above-items' },
    });
    await refuse(scaleSpec(['q1', 'absent'])).toMatchObject({ code: 'variable-missing' });
  });
});
