import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ComparisonResult, WaveCell } from '../../../shared/domain/comparison';
import type { SamplingDesign } from '../../../shared/domain/design';
import type { IndexScale, IndicatorDraft } from '../../../shared/domain/indicator';
import {
  type CellValue,
  type ComparisonProject,
  draft,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';
import { panelSpec, startPanelProject } from '../panel/support';
import { startRegister } from '../series/register';

type Rows = Record<string, CellValue>[];
type Fixture = Parameters<typeof startComparisonProject>[0];

const figure = z.number();
const limits = { lower: figure, upper: figure };
const Cell = z.strictObject({ n: figure, estimate: figure, ...limits });
const Contrast = z.strictObject({ change: figure, ...limits, p: figure });
const Designed = z.strictObject({ estimate: figure, standardError: figure, ...limits });
const golden = z
  .strictObject({
    before: z.array(z.record(z.string(), z.union([z.string(), figure]).nullable())),
    after: z.array(z.record(z.string(), z.union([z.string(), figure]).nullable())),
    cases: z.array(
      z.strictObject({
        scale: z.enum(['baseline-range', 'baseline-z']),
        isFiltered: z.literal([0, 1]),
        baseline: Cell,
        followUp: Cell,
        lowest: figure,
        highest: figure,
        /** The follow-up as it would be measured against itself. */
        alone: Cell,
        independent: Contrast,
        matched: Contrast,
        designed: z.strictObject({ baseline: Designed, followUp: Designed, pairs: Designed }),
      }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(new URL('../../fixtures/golden/stats/baseline-index.json', import.meta.url), 'utf8'),
    ),
  );

const variables = {
  person: { type: 'identifier' },
  zone: { type: 'single', role: 'group', options: ['north', 'south'] },
  place: { type: 'single', role: 'group' },
  weight: { type: 'decimal' },
  asked: { type: 'single', options: ['no', 'yes'] },
  mood: { type: 'ordinal', options: ['1', '2', '3', '4', '5'] },
  hours: { type: 'integer' },
  cost: { type: 'decimal' },
} as const;

function rowsOf(rows: (typeof golden)['before']): Rows {
  return rows.map((row) => ({ ...row, mood: String(row.mood) }));
}

function index(
  scale: IndexScale,
  items: readonly (readonly [string, boolean])[],
  more: Partial<IndicatorDraft> = {},
  minimumAnswered = 1,
): IndicatorDraft {
  const named = items.map(([name, isReversed]) => ({ variableId: variableId(name), isReversed }));
  return draft({ kind: 'index', items: named, minimumAnswered, scale }, more);
}

const goldenItems = [
  ['mood', false],
  ['hours', false],
  ['cost', true],
] as const;
const goldenIndicators = golden.cases.map(({ scale, isFiltered }) =>
  index(
    scale,
    goldenItems,
    isFiltered ? { filter: { op: 'is', variableId: variableId('asked'), values: ['yes'] } } : {},
    2,
  ),
);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function start(fixture: Fixture): Promise<ComparisonProject> {
  const project = await startComparisonProject(fixture);
  open.push(project);
  return project;
}

function startGolden(): Promise<ComparisonProject> {
  const waves = [
    { name: 'Antes', rows: rowsOf(golden.before) },
    { name: 'Después', rows: rowsOf(golden.after) },
  ];
  return start({ variables, waves, indicators: goldenIndicators });
}

/** Nine significant digits of figures of some size, and as many places for those near zero. */
function expectFigure(actual: number | null | undefined, theirs: number, digits = 9): void {
  const room = 10 ** -digits * Math.max(1, Math.abs(theirs));
  expect(Math.abs((actual ?? Number.NaN) - theirs), `${actual} for ${theirs}`).toBeLessThan(room);
}

function expectCell(cell: WaveCell | undefined, theirs: z.infer<typeof Cell>): void {
  expect(cell).toMatchObject({ status: 'shown', n: theirs.n });
  expectFigure(cell?.estimate, theirs.estimate);
  expectFigure(cell?.interval?.lower, theirs.lower, 7);
  expectFigure(cell?.interval?.upper, theirs.upper, 7);
}

function rowOf(result: ComparisonResult, position: number): ComparisonResult['rows'][number] {
  const id = result.indicators[position]?.id;
  const row = result.rows.find(({ indicatorId, key }) => indicatorId === id && key.length === 0);
  if (!row) throw new Error(`no row of indicator ${position}`);
  return row;
}

describe('an index against the baseline gives what R gives', () => {
  it('for independent cuts, with and without a filter', async () => {
    const project = await startGolden();
    const result = await project.client.call('comparison.compute', project.spec());
    for (const [position, theirs] of golden.cases.entries()) {
      const { cells, changes } = rowOf(result, position);
      expectCell(cells[0], theirs.baseline);
      expectCell(cells[1], theirs.followUp);
      expectFigure(changes[0]?.change, theirs.independent.change);
      expectFigure(changes[0]?.interval?.lower, theirs.independent.lower, 7);
      expectFigure(changes[0]?.interval?.upper, theirs.independent.upper, 7);
      expectFigure(changes[0]?.test?.p, theirs.independent.p, 7);
      // Measured against itself the follow-up would be another figure.
      expect(Math.abs(theirs.alone.estimate - theirs.followUp.estimate)).toBeGreaterThan(0.1);
    }
  });

  it('for the same people, by the bounds of everybody at the baseline', async () => {
    const project = await startGolden();
    const result = await project.client.call('comparison.compute', project.spec({ linkage: 'matched' }));
    for (const [position, { matched }] of golden.cases.entries()) {
      const [change] = rowOf(result, position).changes;
      expect(change?.method).toBe('paired-t');
      expectFigure(change?.change, matched.change);
      expectFigure(change?.interval?.lower, matched.lower, 7);
      expectFigure(change?.interval?.upper, matched.upper, 7);
      expectFigure(change?.test?.p, matched.p, 7);
    }
  });

  it('for a designed sample, whose weights move the figures and not the bounds', async () => {
    const project = await startGolden();
    const sampling: SamplingDesign = {
      stratumId: variableId('zone'),
      clusterId: variableId('place'),
      weightId: variableId('weight'),
      populations: [],
      lonelyStratum: 'adjust',
    };
    const cuts = await project.client.call('comparison.compute', project.spec({ sampling }));
    const pairs = await project.client.call(
      'comparison.compute',
      project.spec({ sampling, linkage: 'matched' }),
    );
    for (const [position, { designed }] of golden.cases.entries()) {
      const { cells } = rowOf(cuts, position);
      for (const [cell, theirs] of [
        [cells[0], designed.baseline],
        [cells[1], designed.followUp],
      ] as const) {
        expectFigure(cell?.estimate, theirs.estimate);
        expectFigure(cell?.interval?.lower, theirs.lower, 7);
        expectFigure(cell?.interval?.upper, theirs.upper, 7);
      }
      const [change] = rowOf(pairs, position).changes;
      expect(change?.method).toBe('design-matched');
      expectFigure(change?.change, designed.pairs.estimate);
      expectFigure(change?.interval?.lower, designed.pairs.lower, 7);
      expectFigure(change?.interval?.upper, designed.pairs.upper, 7);
    }
  });

  it('also in a panel', async () => {
    const project = await startPanelProject({
      variables,
      waves: [
        { name: 'Antes', rows: rowsOf(golden.before) },
        { name: 'Después', rows: rowsOf(golden.after) },
      ],
      indicators: goldenIndicators,
    });
    open.push(project);
    const panel = await project.client.call('panel.describe', panelSpec(4, ['zone']));
    for (const [position, { matched, followUp, baseline }] of golden.cases.entries()) {
      expectFigure(panel.weighting?.changes[position]?.unweighted.change, matched.change);
      expectFigure(panel.standardised[position]?.baseline, baseline.estimate);
      expectFigure(panel.standardised[position]?.followUp, followUp.estimate);
    }
    expect(JSON.stringify(panel)).not.toMatch(/placement|slope|origin/);
  });
});

const twoItems = {
  school: { type: 'single', role: 'group', options: ['a', 'b'] },
  asked: { type: 'single', options: ['no', 'yes'] },
  first: { type: 'decimal' },
  second: { type: 'decimal' },
} as const;

function times(count: number, row: Record<string, CellValue>): Rows {
  return Array.from({ length: count }, () => row);
}

// first goes from 2 to 6 and second from 10 to 30; half of ten stand at either end.
const ends: Rows = [
  ...times(5, { school: 'a', asked: 'yes', first: 2, second: 10 }),
  ...times(5, { school: 'b', asked: 'yes', first: 6, second: 30 }),
];
const beyond: Rows = times(10, { school: 'a', asked: 'yes', first: 10, second: 40 });
const forward = [
  ['first', false],
  ['second', false],
] as const;
const turned = [
  ['first', false],
  ['second', true],
] as const;

async function computeTotals(
  waves: readonly Rows[],
  indicators: readonly IndicatorDraft[],
  more: Parameters<ComparisonProject['spec']>[0] = {},
): Promise<ComparisonResult> {
  const named = waves.map((rows, position) => ({ name: `Medición ${position + 1}`, rows }));
  const project = await start({ variables: twoItems, waves: named, indicators });
  return project.client.call('comparison.compute', project.spec(more));
}

describe('what lies beyond the baseline', () => {
  it('goes above 100 and below 0 instead of being cut off', async () => {
    const result = await computeTotals(
      [ends, beyond],
      [index('baseline-range', forward), index('baseline-range', turned)],
    );
    // first at 10 is (10 - 2) / 4 = 200; second at 40 is (40 - 10) / 20 = 150, turned (30 - 40) / 20 = -50.
    expect(rowOf(result, 0).cells.map(({ estimate }) => estimate)).toEqual([50, 175]);
    expect(rowOf(result, 1).cells.map(({ estimate }) => estimate)).toEqual([50, 75]);
  });

  it('is measured against the whole baseline in every group', async () => {
    const result = await computeTotals([ends, beyond], [index('baseline-range', forward)], {
      breakdown: [variableId('school')],
    });
    const schools = result.rows.filter(({ key }) => key.length === 1);
    expect(schools.map(({ cells }) => cells[0]?.estimate)).toEqual([0, 100]);
  });

  it('is measured against those at the baseline whom the filter keeps', async () => {
    const outside = times(6, { school: 'a', asked: 'no', first: 1000, second: -1000 });
    const filter = { op: 'is', variableId: variableId('asked'), values: ['yes'] } as const;
    const filtered = { filter: { ...filter, values: ['yes'] } };
    const result = await computeTotals(
      [[...ends, ...outside], beyond],
      [index('baseline-range', forward, filtered)],
    );
    expect(rowOf(result, 0).cells.map(({ estimate }) => estimate)).toEqual([50, 175]);
  });
});

describe('a baseline that gives no bounds', () => {
  const range = index('baseline-range', forward);
  const z = index('baseline-z', forward);

  it('for all answers alike is named, and no other indicator suffers', async () => {
    const constant = ends.map((row) => ({ ...row, second: 30 }));
    const mean = draft({ kind: 'mean', variableId: variableId('first') });
    const result = await computeTotals([constant, beyond], [range, z, mean]);
    for (const position of [0, 1]) {
      const { cells, changes } = rowOf(result, position);
      for (const part of [...cells, ...changes]) {
        expect(part).toMatchObject({ status: 'empty', reason: 'baseline-item-constant' });
      }
    }
    expect(rowOf(result, 2).changes[0]).toMatchObject({ status: 'shown', change: 6 });
  });

  it('for a question nobody answered or that was not asked is named', async () => {
    const silent = ends.map((row) => ({ ...row, second: null }));
    const result = await computeTotals([silent, beyond], [range, z]);
    expect(rowOf(result, 0).cells[1]).toMatchObject({ status: 'empty', reason: 'baseline-item-unanswered' });
    expect(rowOf(result, 1).changes[0]).toMatchObject({ reason: 'baseline-item-unanswered' });
    const unasked = ends.map(({ second: _second, ...row }) => row);
    const mean = draft({ kind: 'mean', variableId: variableId('first') });
    const other = await computeTotals([unasked, beyond], [range, mean]);
    expect(rowOf(other, 0).cells.map(({ reason }) => reason)).toEqual([
      'variable-not-in-wave',
      'baseline-item-unanswered',
    ]);
  });

  it('for fewer people than the threshold is protected in every wave and group', async () => {
    const few = ends.map(
      (row, position): Record<string, CellValue> => (position % 3 === 0 ? row : { ...row, second: null }),
    );
    expect(few.filter(({ second }) => second !== null)).toHaveLength(4);
    for (const linkage of ['independent', 'matched'] as const) {
      const waves = [few, beyond].map((rows, position) => ({
        name: `Medición ${position + 1}`,
        rows: rows.map((row, line): Record<string, CellValue> => ({ ...row, person: `p${line}` })),
      }));
      const project = await start({
        variables: { ...twoItems, person: { type: 'identifier' } },
        waves,
        indicators: [range, z],
      });
      const result = await project.client.call(
        'comparison.compute',
        project.spec({ linkage, breakdown: [variableId('school')] }),
      );
      for (const { cells, changes } of result.rows) {
        for (const part of [...cells, ...changes]) {
          if (part.reason === 'group-not-in-wave') continue;
          expect(part).toMatchObject({ status: 'suppressed', reason: 'protected' });
        }
      }
      expect(result.rows[0]?.cells[0]).toMatchObject({ status: 'suppressed', n: null, estimate: null });
    }
    const enough = await computeTotals(
      [few.map((row, at) => (at === 1 ? { ...row, second: 10 } : row)), beyond],
      [range],
    );
    expect(rowOf(enough, 0).cells[0]?.status).toBe('shown');
  });
});

describe('what the result tells', () => {
  it('never holds the bounds', async () => {
    const result = await computeTotals([ends, beyond], [index('baseline-range', forward)]);
    expect(JSON.stringify(result)).not.toMatch(/placement|transforms|slope|origin/);
  });
});

describe('a preview', () => {
  async function preview(moments: readonly ('ex-ante' | 'ex-post')[], asked: readonly number[]) {
    const [before = ends, after = beyond] = [
      ends,
      [...times(5, { ...beyond[0], first: 8 }), ...times(5, { ...beyond[0], first: 10, second: 50 })],
    ];
    const project = await start({
      variables: twoItems,
      waves: [
        { name: 'Antes', moment: moments[0] ?? 'ex-ante', rows: before },
        { name: 'Después', moment: moments[1] ?? 'ex-post', rows: after },
      ],
      indicators: [],
    });
    const { result } = await project.client.call('indicator.preview', {
      indicator: index('baseline-range', forward),
      waveIds: asked.map(waveId),
    });
    return { estimates: result.rows[0]?.cells.map(({ estimate }) => estimate), hash: result.resultSha256 };
  }

  it('of the follow-up alone is measured against the ex-ante wave', async () => {
    // (150 + 150) / 2 for half of them, (200 + 200) / 2 for the others.
    const both = await preview(['ex-ante', 'ex-post'], [0, 1]);
    const alone = await preview(['ex-ante', 'ex-post'], [1]);
    expect(both.estimates).toEqual([50, 175]);
    expect(alone.estimates).toEqual([175]);
  });

  it('is measured against the wave itself where there is no ex-ante, and is another result', async () => {
    const alone = await preview(['ex-post', 'ex-post'], [1]);
    expect(alone.estimates).toEqual([50]);
    expect(alone.hash).not.toBe((await preview(['ex-ante', 'ex-post'], [1])).hash);
  });
});

describe('numbers as items', () => {
  it('may be reversed against the baseline, and not where a scale has no ends', async () => {
    const project = await start({
      variables: twoItems,
      waves: [{ name: 'Antes', rows: ends }],
      indicators: [],
    });
    const save = (scale: IndexScale) =>
      project.client.call('indicator.save', { indicatorId: null, indicator: index(scale, turned) });
    expect((await save('baseline-range')).measure).toMatchObject({ scale: 'baseline-range' });
    expect((await save('baseline-z')).measure).toMatchObject({ scale: 'baseline-z' });
    await expect(save('items')).rejects.toMatchObject({ code: 'variable-type' });
    await expect(save('0-100')).rejects.toMatchObject({ code: 'variable-type' });
  });
});

describe('a register by period', () => {
  const indicator = index('baseline-range', [
    ['kilos', false],
    ['solved', false],
  ]);
  const month = (name: string, kilos: readonly number[]) =>
    kilos.map((each, line) => ({ day: `${name}-${10 + line}`, kilos: each, solved: line % 2 === 0 }));
  const low = [0, 1, 2, 3, 4, 5, 6, 7, 8, 10];

  it('is measured against its first ex-ante file', async () => {
    const register = await startRegister(
      [
        month('2022-01', low),
        month(
          '2022-02',
          low.map((kilos) => kilos + 5),
        ),
      ],
      {
        indicators: [indicator],
      },
    );
    open.push(register);
    const spec = register.project.spec();
    const [indicatorId] = spec.indicatorIds;
    if (!indicatorId) throw new Error('an indicator was stored');
    const { points } = await register.compute({ measure: { kind: 'indicator', indicatorId } });
    // kilos: mean 4.6 of 0 to 10 is 46, five more is 96; half of all are solved, 50.
    expect(points.map(({ value }) => Math.round((value ?? Number.NaN) * 1e9) / 1e9)).toEqual([48, 73]);
  });

  it('is refused where that file has one answer only', async () => {
    const register = await startRegister(
      [
        month(
          '2022-01',
          low.map(() => 3),
        ),
        month('2022-02', low),
      ],
      {
        indicators: [indicator],
      },
    );
    open.push(register);
    const [indicatorId] = register.project.spec().indicatorIds;
    if (!indicatorId) throw new Error('an indicator was stored');
    await expect(register.compute({ measure: { kind: 'indicator', indicatorId } })).rejects.toMatchObject({
      code: 'indicator-invalid',
      details: { reason: 'baseline-item-constant' },
    });
  });
});
