import { afterEach, describe, expect, it } from 'vitest';
import { simpleSampling } from '../../../shared/domain/design';
import type { PanelResult } from '../../../shared/domain/panel';
import { type CellValue, type ComparisonProject, draft, variableId } from '../../support/comparison-project';
import { panelSpec, startPanelProject } from './support';

type Rows = Record<string, CellValue>[];
const open: ComparisonProject[] = [];
afterEach(async () => {
  for (const project of open.splice(0)) await project.close();
});

const yes = { op: 'is' as const, variableId: variableId('knows'), values: ['true'] };
const schools = ['A', 'B', 'C', 'D', 'E', 'F'];

async function start(baseline: Rows, followUp: Rows): Promise<ComparisonProject> {
  const project = await startPanelProject({
    variables: {
      person: { type: 'identifier' },
      school: { type: 'single', role: 'group', options: schools },
      sex: { type: 'single', role: 'group', options: ['m', 'f'] },
      knows: { type: 'boolean' },
    },
    waves: [
      { name: 'Antes', rows: baseline },
      { name: 'Después', rows: followUp },
    ],
    indicators: [draft({ kind: 'proportion', condition: yes })],
    settings: { thresholdInternal: 1 },
  });
  open.push(project);
  return project;
}

async function describePanel(
  project: ComparisonProject,
  composition: string[],
  audience: 'internal' | 'publication' = 'publication',
): Promise<PanelResult> {
  return project.client.call('panel.describe', panelSpec(1, composition, { audience }));
}

type Cell = readonly [school: string, sex: string, stayed: number, left: number];

/** A panel of people by school and sex; `silent` says who of those found again did not answer. Made up. */
function people(cells: readonly Cell[], silent: (school: string, index: number) => boolean = () => false) {
  const baseline: Rows = [];
  const followUp: Rows = [];
  for (const [school, sex, stayed, left] of cells) {
    for (let index = 0; index < stayed + left; index += 1) {
      const row = { person: `p${baseline.length}`, school, sex };
      const isSilent = index < stayed && silent(school, index);
      baseline.push({ ...row, knows: isSilent ? null : index % 3 === 0 });
      if (index < stayed) followUp.push({ ...row, knows: index % 2 === 0 });
    }
  }
  for (let index = 0; index < 20; index += 1) {
    followUp.push({ person: `n${index}`, school: 'A', sex: 'm', knows: index % 2 === 0 });
  }
  return { baseline, followUp };
}

describe('who was lost', () => {
  it('is not told through the shares of those found again where it is a few', async () => {
    const { baseline, followUp } = people([
      ['A', 'm', 40, 3],
      ['B', 'm', 50, 0],
      ['C', 'f', 30, 0],
    ]);
    const panel = await describePanel(await start(baseline, followUp), ['school']);
    const figures = panel.attrition?.composition.flatMap(({ categories }) =>
      categories.flatMap(({ stayed, left }) => [stayed, left]),
    );
    expect(figures).toHaveLength(6);
    for (const figure of figures ?? []) expect(figure).toMatchObject({ status: 'suppressed', n: null });
  });

  const crossed: readonly Cell[] = [
    ['A', 'm', 40, 13],
    ['A', 'f', 30, 20],
    ['B', 'm', 28, 12],
    ['B', 'f', 5, 1],
    ['C', 'm', 22, 10],
    ['C', 'f', 31, 20],
  ];

  it('is not told by sex and school through a model of the two', async () => {
    const { baseline, followUp } = people(crossed);
    const project = await start(baseline, followUp);
    const { weighting } = await describePanel(project, ['school', 'sex']);
    expect(weighting).toMatchObject({ status: 'shown', model: null, weights: null });
    // What stays has three digits: with all of them few whole numbers would give it.
    const [row] = weighting?.changes ?? [];
    for (const value of [row?.weighted.change, row?.weighted.interval?.lower]) {
      expect(value).not.toBeNull();
      expect(value).toBe(Number(value?.toPrecision(3)));
    }
  });

  it('would be: chances and margins give the six girls of a school back', async () => {
    const { baseline, followUp } = people(crossed);
    const project = await start(baseline, followUp);
    // Inside, where the threshold of this project is one person, the model is told.
    const { weighting } = await describePanel(project, ['school', 'sex'], 'internal');
    const ratio = (label: string): number =>
      weighting?.model?.terms.find((term) => term.label === label)?.oddsRatio ?? Number.NaN;
    const overall = (weighting?.model?.stayed ?? 0) / (weighting?.model?.people ?? 0);
    // The least weight is that of the boys of the school with the highest chance.
    const highest = overall / (weighting?.weights?.minimum ?? 0);
    const odds = (highest / (1 - highest) / Math.max(1, ratio('B'), ratio('C'))) * ratio('B');
    const chance = (value: number): number => value / (1 + value);
    const boys = chance(odds);
    const girls = chance(odds * ratio('F'));
    // 33 of the 46 people of school B were found again.
    expect((33 - boys * 46) / (girls - boys)).toBeCloseTo(6, 5);
  });

  it('is not told by few answers of a school through the weights of all', async () => {
    const cells: Cell[] = [
      ['A', 'm', 40, 13],
      ['B', 'm', 28, 12],
      ['C', 'f', 22, 10],
    ];
    const { baseline, followUp } = people(cells, (school, index) => school === 'C' && index >= 6);
    const { weighting } = await describePanel(await start(baseline, followUp), ['school']);
    expect(weighting?.model?.terms).toHaveLength(2);
    const change = weighting?.changes[0]?.weighted.change;
    expect(change).toBe(Number(change?.toPrecision(3)));
    const full = people(cells);
    const shown = await describePanel(await start(full.baseline, full.followUp), ['school']);
    const exact = shown.weighting?.changes[0]?.weighted.change;
    expect(exact).not.toBe(Number(exact?.toPrecision(3)));
  });
});

describe('the standardised change', () => {
  /** People and yes by school in each wave; nobody is in both. */
  function independent(counts: Record<string, readonly [n: number, yes: number]>, prefix: string): Rows {
    return Object.entries(counts).flatMap(([school, [n, agreed]]) =>
      Array.from({ length: n }, (_, index) => ({
        person: `${prefix}${school}${index}`,
        school,
        sex: 'm',
        knows: index < agreed,
      })),
    );
  }

  const others = { E: [60, 21], F: [45, 30] } as const;

  it('is the same whichever of the schools hidden in a wave its people and answers are of', async () => {
    const published = async (before: Parameters<typeof independent>[0], after: typeof before) => {
      const project = await start(independent(before, 'b'), independent(after, 'f'));
      const { standardised, compositionChange } = await describePanel(project, ['school']);
      return { standardised, compositionChange };
    };
    // Small are A before and C after; B and D are hidden with them.
    const first = await published(
      { A: [4, 1], B: [14, 9], C: [30, 12], D: [31, 8], ...others },
      { A: [20, 8], B: [22, 13], C: [5, 5], D: [12, 2], ...others },
    );
    expect(first.standardised[0]).toMatchObject({ status: 'shown', strata: { joined: 4, common: 3 } });
    const second = await published(
      { A: [8, 6], B: [10, 4], C: [30, 12], D: [31, 8], ...others },
      { A: [20, 8], B: [22, 13], C: [7, 0], D: [10, 7], ...others },
    );
    expect(second).toEqual(first);
  });
});

it('a panel gives no small stratum back through the sizes of strata', async () => {
  const { baseline, followUp } = people([
    ['A', 'm', 40, 13],
    ['B', 'm', 28, 12],
    ['C', 'f', 12, 14],
    ['D', 'f', 4, 2],
  ]);
  const project = await start(baseline, followUp);
  const sampling = {
    ...simpleSampling,
    stratumId: variableId('school'),
    populations: ['A', 'B', 'C', 'D'].map((stratum, index) => ({
      waveId: null,
      stratum,
      size: 137 + 61 * index,
    })),
  };
  const spec = panelSpec(1, ['sex'], { audience: 'publication', sampling });
  const { attrition, weighting, standardised } = await project.client.call('panel.describe', spec);
  expect(attrition?.indicators[0]).toMatchObject({
    stayed: { status: 'suppressed', estimate: null },
    left: { status: 'suppressed', estimate: null },
    difference: { status: 'suppressed', change: null },
  });
  expect(weighting?.changes[0]).toMatchObject({
    unweighted: { status: 'suppressed', change: null },
    weighted: { status: 'suppressed', change: null },
  });
  expect(standardised[0]).toMatchObject({ status: 'suppressed', baseline: null, followUp: null });
});
