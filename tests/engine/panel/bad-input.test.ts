import { afterEach, describe, expect, it } from 'vitest';
import type { PanelResult } from '../../../shared/domain/panel';
import {
  type CellValue,
  type ComparisonProject,
  draft,
  variableId,
  waveId,
} from '../../support/comparison-project';
import { expectFiniteThroughout } from '../../unit/stats/support';
import { panelSpec, startPanelProject } from './support';

type Rows = Record<string, CellValue>[];
type Fixture = Parameters<typeof startPanelProject>[0];

const variables = {
  person: { type: 'identifier' },
  sex: { type: 'single', options: ['f', 'm'] },
  school: { type: 'single', role: 'group' },
  score: { type: 'decimal' },
  knows: { type: 'boolean' },
  notes: { type: 'date' },
} as const;
const score = draft({ kind: 'mean', variableId: variableId('score') });
const knows = draft({
  kind: 'proportion',
  condition: { op: 'is', variableId: variableId('knows'), values: ['true'] },
});

const open: ComparisonProject[] = [];
afterEach(async () => {
  for (const project of open.splice(0)) await project.close();
});

async function start(before: Rows, after: Rows, more: Partial<Fixture> = {}): Promise<ComparisonProject> {
  const project = await startPanelProject({
    variables,
    waves: [
      { name: 'Antes', rows: before },
      { name: 'Después', rows: after },
    ],
    indicators: [score, knows],
    ...more,
  });
  open.push(project);
  return project;
}

async function describePanel(
  before: Rows,
  after: Rows,
  composition: readonly string[] = ['sex'],
  more: Parameters<typeof panelSpec>[2] = {},
): Promise<PanelResult> {
  const project = await start(before, after);
  const result = await project.client.call('panel.describe', panelSpec(2, composition, more));
  expectFiniteThroughout(result);
  expect(JSON.stringify(result)).not.toMatch(/NaN|Infinity/);
  return result;
}

/** `count` people named by a prefix, half of each sex, scores 1, 2, … */
function people(
  count: number,
  prefix = 'p',
  more: (index: number) => Record<string, CellValue> = () => ({}),
): Rows {
  return Array.from({ length: count }, (_, index) => ({
    person: `${prefix}${index}`,
    sex: index % 2 === 0 ? 'f' : 'm',
    school: 'a',
    score: index + 1,
    knows: index % 3 === 0,
    ...more(index),
  }));
}

describe('groups too small to be told of', () => {
  it('hides the whole flow when fewer than the threshold were lost, as the rows of the waves give the rest', async () => {
    const result = await describePanel(people(40), people(37));
    expect(result.flow).toEqual({
      status: 'suppressed',
      both: null,
      onlyBaseline: null,
      onlyFollowUp: null,
      baselineWithoutIdentifier: null,
      followUpWithoutIdentifier: null,
      retention: expect.objectContaining({ status: 'suppressed', estimate: null, interval: null }),
    });
    expect(result.weighting).toMatchObject({ status: 'suppressed', reason: 'protected', changes: [] });
    for (const { stayed, left, difference } of result.attrition?.indicators ?? []) {
      expect([stayed.status, left.status, difference.status]).toEqual([
        'suppressed',
        'suppressed',
        'suppressed',
      ]);
    }
    // Three people are lost: no other figure of the result may part them from the forty either.
    expect(JSON.stringify(result.attrition)).not.toMatch(/"(estimate|numerator|change|n)":[0-9]/);
  });

  it('hides the flow when few are new, though many were lost', async () => {
    const result = await describePanel(people(40), [...people(20), ...people(3, 'n')]);
    expect(result.flow?.status).toBe('suppressed');
    // The whole follow-up beside the matched people would give the answers of the three.
    expect(result.standardised[0]).toMatchObject({ status: 'suppressed', observed: null });
  });

  it('shows that nobody was lost, which tells of nobody', async () => {
    const result = await describePanel(people(40), people(40));
    expect(result.flow).toMatchObject({ status: 'shown', both: 40, onlyBaseline: 0, onlyFollowUp: 0 });
    expect(result.weighting).toMatchObject({ status: 'empty', reason: 'nobody-left' });
    expect(result.attrition?.indicators[0]?.left).toMatchObject({ status: 'empty', n: 0 });
    expect(result.attrition?.indicators[0]?.difference).toMatchObject({ status: 'empty', change: null });
  });

  it('does not tell how many lack an identifier when they are few', async () => {
    const nameless = (rows: Rows, count: number): Rows =>
      rows.map((row, index) => (index < count ? { ...row, person: null } : row));
    const few = await describePanel(nameless(people(60), 3), people(40).slice(3));
    expect(few.flow).toMatchObject({ status: 'shown', both: 37, baselineWithoutIdentifier: null });
    const many = await describePanel(nameless(people(60), 8), people(40).slice(8));
    expect(many.flow).toMatchObject({ both: 32, onlyBaseline: 28, baselineWithoutIdentifier: 8 });
  });

  it('hides a category with few lost, and others as subtraction takes', async () => {
    const school = (index: number) => ({ school: ['a', 'b', 'c', 'd'][index % 4] ?? 'a' });
    // 20 of each school; of school d only 2 are lost, of the others 8.
    const before = people(80, 'p', school);
    const after = before.filter((row, index) => index >= 32 || (row.school === 'd' && index >= 8));
    const result = await describePanel(before, after, ['school']);
    const cells = result.attrition?.composition[0]?.categories ?? [];
    const lost = cells.map(({ left }) => left.status);
    expect(lost[3]).toBe('suppressed');
    expect(lost.filter((status) => status === 'suppressed').length).toBeGreaterThanOrEqual(2);
    for (const { stayed, left } of cells) {
      // Baseline counts of schools are known, so one side gives the other.
      expect(stayed.status).toBe(left.status);
    }
    expect(result.weighting?.joined).toEqual([
      { variableId: variableId('school'), labels: expect.arrayContaining(['d']) },
    ]);
    const terms = result.weighting?.model?.terms ?? [];
    expect(terms.some(({ label, referenceLabel }) => label === 'd' || referenceLabel === 'd')).toBe(false);
  });

  it('hides the figure of those found again where few of them lack a later answer', async () => {
    const later = people(40).map((row, index) => (index < 3 ? { ...row, score: null } : row));
    const result = await describePanel(people(60), later);
    const [first, second] = result.attrition?.indicators ?? [];
    expect(first).toMatchObject({ stayed: { status: 'suppressed' }, left: { status: 'suppressed' } });
    expect(second).toMatchObject({ stayed: { status: 'shown', n: 40 }, left: { status: 'shown', n: 20 } });
  });

  it('joins groups of few people before standardising, and says how many', async () => {
    const school = (index: number) => ({
      school: index < 30 ? 'a' : index < 60 ? 'b' : index < 63 ? 'c' : 'd',
    });
    const before = people(66, 'p', school);
    const after = people(66, 'q', school);
    const result = await describePanel(before, after, ['school']);
    expect(result.linkProblem).toBe('no-matched-people');
    expect(result.standardised[0]).toMatchObject({
      status: 'shown',
      strata: { all: 3, common: 3, joined: 2 },
    });
    expect(result.compositionChange[0]?.categories.map(({ baseline }) => baseline.status)).toEqual([
      'shown',
      'shown',
      'suppressed',
      'suppressed',
    ]);
  });

  it('has no standardised change where joining leaves one group', async () => {
    const school = (index: number) => ({ school: `s${index % 8}` });
    const result = await describePanel(people(32, 'p', school), people(32, 'q', school), ['school']);
    expect(result.standardised[0]).toMatchObject({
      status: 'suppressed',
      reason: 'protected',
      observed: null,
    });
  });

  it('hides more from the public than from the office', async () => {
    const internal = await describePanel(people(60), people(53));
    expect(internal.flow?.status).toBe('shown');
    const outside = await describePanel(people(60), people(53), ['sex'], { audience: 'publication' });
    expect(outside.flow?.status).toBe('suppressed');
    expect(outside.privacy.threshold).toBe(10);
  });
});

describe('panels that cannot be what was asked', () => {
  it('has the parts about composition alone where people cannot be followed', async () => {
    const unnamed = (rows: Rows): Rows => rows.map(({ person: _person, ...row }) => row);
    const result = await describePanel(unnamed(people(40)), unnamed(people(50)));
    expect(result).toMatchObject({
      linkProblem: 'waves-without-identifier',
      flow: null,
      attrition: null,
      weighting: null,
    });
    expect(result.compositionChange[0]?.categories[0]).toMatchObject({
      baseline: { estimate: 0.5, n: 40 },
      difference: { change: 0, method: 'newcombe-independent' },
    });
    expect(result.standardised[0]).toMatchObject({ status: 'shown', observed: 5 });
  });

  it('names separation where all of a category were lost or none', async () => {
    const before = people(60);
    const onlyGirls = before.filter(({ sex }) => sex === 'f');
    const result = await describePanel(before, onlyGirls);
    expect(result.weighting).toMatchObject({ status: 'empty', reason: 'separation', changes: [] });
  });

  it('names what is missing to weigh or standardise by', async () => {
    const none = await describePanel(people(60), people(40), []);
    expect(none.weighting).toMatchObject({ status: 'empty', reason: 'no-composition-variables' });
    expect(none.standardised[0]).toMatchObject({ status: 'empty', reason: 'no-composition-variables' });
    expect(none.compositionChange).toEqual([]);
    const one = await describePanel(people(60), people(40), ['school']);
    expect(one.weighting).toMatchObject({ status: 'empty', reason: 'no-variation' });
    expect(one.standardised[0]).toMatchObject({ status: 'empty', reason: 'single-stratum' });
  });

  it('names a question that a wave did not ask', async () => {
    const without = (rows: Rows): Rows => rows.map(({ sex: _sex, score: _score, ...row }) => row);
    const result = await describePanel(people(60), without(people(40)));
    expect(result.compositionChange[0]).toMatchObject({ reason: 'variable-not-in-wave', categories: [] });
    expect(result.standardised[0]).toMatchObject({ status: 'empty', reason: 'variable-not-in-wave' });
    expect(result.weighting?.status).toBe('shown');
    expect(result.weighting?.changes[0]).toMatchObject({
      unweighted: { status: 'empty', reason: 'variable-not-in-wave' },
    });
    const early = await describePanel(without(people(60)), people(40));
    expect(early.attrition?.composition[0]).toMatchObject({ reason: 'variable-not-in-wave' });
    expect(early.weighting).toMatchObject({ status: 'empty', reason: 'no-composition-variables' });
  });

  it('names the groups that one wave alone has', async () => {
    const before = [...people(40), ...people(20, 'x', () => ({ school: 'b' }))];
    const after = [...people(40, 'q'), ...people(20, 'y', () => ({ school: 'c' }))];
    const result = await describePanel(before, after, ['school']);
    expect(result.standardised[0]).toMatchObject({
      onlyBaseline: ['b'],
      onlyFollowUp: ['c'],
      kitagawa: null,
      coveredBaseline: 2 / 3,
      strata: { all: 3, common: 1 },
    });
  });

  it('has differences but neither intervals nor tests in a census', async () => {
    const before = people(60);
    const after = before.filter((_, index) => index % 5 !== 0 && index % 7 !== 0);
    const result = await describePanel(before, after, ['sex'], { coverage: 'census' });
    const text = JSON.stringify(result);
    expect(text).not.toMatch(/"interval":\{/);
    expect(text).not.toMatch(/"test":\{/);
    expect(result.weighting?.changes[0]?.weighted).toMatchObject({ status: 'shown', reason: 'not-sampled' });
    expect(result.standardised[0]?.standardised).toMatchObject({ status: 'shown', reason: 'not-sampled' });
  });

  it('counts nobody in empty waves, and everything alike without dividing', async () => {
    const empty = await describePanel(people(40), []);
    expect(empty.linkProblem).toBe('waves-without-identifier');
    const alike = people(40).map((row) => ({ ...row, score: 3, knows: true }));
    const result = await describePanel(
      [...alike, ...people(20, 'x', () => ({ score: 3, knows: true }))],
      alike,
    );
    expect(result.attrition?.indicators[0]?.difference).toMatchObject({ change: 0, reason: 'no-variation' });
    expect(result.weighting?.changes[0]?.weighted).toMatchObject({ change: 0, interval: null });
  });

  it('refuses a wave compared with itself, repeated variables and variables that form no groups', async () => {
    const project = await start(people(40), people(40));
    const refuse = (spec: ReturnType<typeof panelSpec>) =>
      expect(project.client.call('panel.describe', spec)).rejects;
    await refuse(panelSpec(2, ['sex'], { followUpWaveId: waveId(0) })).toMatchObject({
      code: 'comparison-invalid',
      details: { reason: 'wave-repeated' },
    });
    await refuse(panelSpec(2, ['sex', 'sex'])).toMatchObject({ code: 'comparison-invalid' });
    await refuse(panelSpec(2, ['score'])).toMatchObject({ code: 'variable-type' });
    await refuse(panelSpec(2, ['missing'])).toMatchObject({ code: 'variable-missing' });
    await refuse(panelSpec(3, ['sex'])).toMatchObject({ code: 'indicator-missing' });
  });

  it('refuses identifiers that repeat', async () => {
    const project = await start([...people(20), ...people(20)], people(40));
    await expect(project.client.call('panel.describe', panelSpec(2, ['sex']))).rejects.toMatchObject({
      code: 'identifier-repeated',
    });
  });

  it('leaves no view behind, so that the next call sees the waves it names', async () => {
    const project = await start(people(60), people(40));
    const first = await project.client.call('panel.describe', panelSpec(2, ['sex']));
    const back = panelSpec(2, ['sex'], { baselineWaveId: waveId(1), followUpWaveId: waveId(0) });
    expect((await project.client.call('panel.describe', back)).flow).toMatchObject({
      onlyBaseline: 0,
      both: 40,
    });
    expect(await project.client.call('panel.describe', panelSpec(2, ['sex']))).toEqual(first);
  });
});
