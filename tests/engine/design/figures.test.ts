import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ChangeResult, ComparisonResult, WaveCell } from '../../../shared/domain/comparison';
import type { Condition } from '../../../shared/domain/condition';
import { type SamplingDesign, simpleSampling } from '../../../shared/domain/design';
import type { Measure } from '../../../shared/domain/indicator';
import { chooseMethod } from '../../../shared/stats/choose-method';
import {
  type CellValue,
  type ComparisonProject,
  draft,
  indicatorId,
  startComparisonProject,
  variableId,
} from '../../support/comparison-project';

const folder = path.join(import.meta.dirname, '../../fixtures/design');

const Figure = z.object({
  value: z.number(),
  error: z.number(),
  df: z.number(),
  effect: z.number().optional(),
  lower: z.number(),
  upper: z.number(),
  n: z.number().optional(),
});
const Tested = Figure.extend({ statistic: z.number(), p: z.number(), test: z.string() });
const Scenario = z.object({
  name: z.string(),
  data: z.enum(['clus', 'strat', 'schools']),
  linkage: z.enum(['matched', 'independent']),
  breakdown: z.string().nullable(),
  strata: z.string().nullable(),
  cluster: z.string().nullable(),
  weight: z.string().nullable(),
  sizes: z.array(z.object({ stratum: z.string().nullable(), size: z.number() })),
  rows: z.array(
    z.object({
      indicator: z.string(),
      group: z.string().nullable(),
      baseline: Figure,
      followUp: Figure,
      change: Tested,
      cautious: Tested.optional(),
    }),
  ),
});
type Scenario = z.infer<typeof Scenario>;
const expected = z
  .object({
    scenarios: z.array(Scenario),
    withinSchool: z.object({ baseline: Figure, followUp: Figure, change: Tested }),
  })
  .parse(JSON.parse(readFileSync(path.join(folder, 'expected.json'), 'utf8')));

const good: Condition = { op: 'is', variableId: variableId('good'), values: ['true'] };
const measures = {
  good: { kind: 'proportion', condition: good },
  api: { kind: 'mean', variableId: variableId('api') },
  ratio: { kind: 'ratio', numeratorId: variableId('students'), denominatorId: variableId('enroll') },
  rate: { kind: 'rate', condition: good, exposureId: variableId('enroll'), per: 100 },
  enroll: { kind: 'total', variableId: variableId('enroll') },
  count: { kind: 'count', condition: good },
} satisfies Record<string, Measure>;
const indicatorNames: readonly string[] = Object.keys(measures);

type DataSet = Scenario['data'];

function readWaves(name: DataSet): Record<string, CellValue>[][] {
  const { data } = Papa.parse<Record<string, string>>(
    readFileSync(path.join(folder, `${name}.csv`), 'utf8'),
    {
      header: true,
      skipEmptyLines: true,
    },
  );
  const number = (text: string | undefined): number | null => (text ? Number(text) : null);
  return ['1', '2'].map((wave) =>
    data
      .filter((row) => row.wave === wave)
      .map((row) => ({
        ...Object.fromEntries(
          ['person', 'district', 'school', 'type', 'sex', 'origin'].flatMap((key) =>
            row[key] === undefined ? [] : [[key, row[key]]],
          ),
        ),
        weight: number(row.weight),
        api: number(row.api),
        good: row.good ? row.good === '1' : null,
        enroll: number(row.enroll),
        students: number(row.students),
      })),
  );
}

async function startProject(name: DataSet): Promise<ComparisonProject> {
  const [before = [], after = []] = readWaves(name);
  return startComparisonProject({
    variables: {
      person: { type: 'identifier' },
      district: { type: 'text' },
      school: { type: 'text' },
      type: { type: 'text' },
      sex: { type: 'text' },
      origin: { type: 'text' },
      weight: { type: 'decimal' },
      api: { type: 'decimal' },
      good: { type: 'boolean' },
      enroll: { type: 'integer' },
      students: { type: 'integer' },
    },
    waves: [
      { name: 'before', rows: before },
      { name: 'after', rows: after },
    ],
    indicators: Object.values(measures).map((measure) => draft(measure)),
    settings: { thresholdInternal: 1 },
  });
}

function samplingOf({ strata, cluster, weight, sizes }: Scenario): SamplingDesign {
  return {
    ...simpleSampling,
    stratumId: strata === null ? null : variableId(strata),
    clusterId: cluster === null ? null : variableId(cluster),
    weightId: weight === null ? null : variableId(weight),
    populations: sizes.map((size) => ({ waveId: null, ...size })),
  };
}

function expectNear(ours: number | null | undefined, theirs: number, digits: number, what: string): void {
  expect(ours, what).toBeTypeOf('number');
  const distance = Math.abs((ours ?? Number.NaN) - theirs);
  const tolerance = 0.5 * 10 ** -digits * Math.abs(theirs) + 1e-13;
  expect(distance, `${what}: ${ours} against ${theirs}`).toBeLessThanOrEqual(tolerance);
}

function expectCell(cell: WaveCell | undefined, figure: z.infer<typeof Figure>, what: string): void {
  expect(cell?.status, what).toBe('shown');
  if (figure.n !== undefined) expect(cell?.n, what).toBe(figure.n);
  expectNear(cell?.estimate, figure.value, 9, `${what} value`);
  expectNear(cell?.precision?.standardError, figure.error, 9, `${what} error`);
  expect(cell?.precision?.degreesOfFreedom, what).toBe(figure.df);
  expectNear(cell?.interval?.lower, figure.lower, 7, `${what} lower`);
  expectNear(cell?.interval?.upper, figure.upper, 7, `${what} upper`);
  if (figure.effect !== undefined) {
    expectNear(cell?.precision?.designEffect, figure.effect, 7, `${what} design effect`);
  }
}

function expectTest(
  ours: Pick<ChangeResult, 'interval' | 'test'> | null | undefined,
  theirs: z.infer<typeof Tested>,
  what: string,
): void {
  expect(ours?.test?.name, what).toBe(theirs.test);
  expectNear(ours?.test?.statistic, theirs.statistic, 9, `${what} statistic`);
  expectNear(ours?.test?.df, theirs.df, 7, `${what} df`);
  expectNear(ours?.test?.p, theirs.p, 7, `${what} p`);
  expectNear(ours?.interval?.lower, theirs.lower, 7, `${what} lower`);
  expectNear(ours?.interval?.upper, theirs.upper, 7, `${what} upper`);
}

const projects = new Map<DataSet, ComparisonProject>();
function projectOf(name: DataSet): ComparisonProject {
  const project = projects.get(name);
  if (!project) throw new Error(`no project ${name}`);
  return project;
}
beforeAll(async () => {
  for (const name of ['clus', 'strat', 'schools'] as const) projects.set(name, await startProject(name));
});
afterAll(async () => {
  for (const project of projects.values()) await project.close();
});

describe.each(expected.scenarios.map((scenario) => [scenario.name, scenario] as const))(
  '%s',
  (_name, scenario) => {
    const sampling = samplingOf(scenario);
    let result: ComparisonResult;
    beforeAll(async () => {
      const project = projectOf(scenario.data);
      const spec = project.spec({
        linkage: scenario.linkage,
        breakdown: scenario.breakdown === null ? [] : [variableId(scenario.breakdown)],
        sampling,
      });
      result = await project.client.call('comparison.compute', spec);
    });

    it.each(scenario.rows.map((row) => [row.indicator, row.group ?? 'everybody', row] as const))(
      'agrees with R in %s of %s',
      (indicator, group, wanted) => {
        const row = result.rows.find(
          (each) =>
            each.indicatorId === indicatorId(indicatorNames.indexOf(indicator)) &&
            (wanted.group === null ? each.key.length === 0 : each.key[0]?.value === wanted.group),
        );
        const change = row?.changes[0];
        const [before, after] =
          scenario.linkage === 'matched' ? [change?.baseline, change?.followUp] : (row?.cells ?? []);
        const what = `${scenario.name}, ${indicator}, ${group}`;
        expectCell(before, wanted.baseline, `${what}, before`);
        expectCell(after, wanted.followUp, `${what}, after`);
        expectNear(change?.change, wanted.change.value, 9, `${what} change`);
        expectNear(change?.precision?.standardError, wanted.change.error, 9, `${what} error`);
        expectTest(change, wanted.change, what);
        if (wanted.cautious) expectTest(change?.cautious, wanted.cautious, `${what}, cautious`);
        else expect(change?.cautious, what).toBeNull();
      },
    );

    it('uses the method that the table of decisions names', () => {
      for (const row of result.rows) {
        const kind = result.indicators.find(({ id }) => id === row.indicatorId)?.kind;
        for (const change of row.changes) {
          if (change.status !== 'shown' || !kind || change.test === null) continue;
          const choice = chooseMethod({
            kind: kind === 'top-box' ? 'top-two-box' : kind,
            linkage: scenario.linkage,
            coverage: 'sample',
            hasStrata: scenario.strata !== null,
            hasClusters: scenario.cluster !== null,
            hasWeights: scenario.weight !== null,
            hasPopulation: scenario.sizes.length > 0,
            clusters: change.precision?.clusters ?? null,
          });
          expect(change.method).toBe(choice.change);
          expect(change.cautious?.method ?? null).toBe(choice.cautious);
          expect(choice.tests).toContain(change.test.name);
        }
      }
    });

    it('has a numerator only where rows weigh the same', () => {
      const isWeighted = scenario.weight !== null || (scenario.strata !== null && scenario.sizes.length > 0);
      const shares = result.rows.filter(({ indicatorId: id }) => id === indicatorId(0));
      for (const { cells } of shares) {
        for (const cell of cells) expect(cell.numerator === null).toBe(isWeighted);
      }
    });
  },
);

describe('groups formed by the cluster', () => {
  it('take the pupils of each school as drawn on their own, with their weights', async () => {
    const project = projectOf('schools');
    const spec = project.spec({
      breakdown: [variableId('school')],
      sampling: { ...simpleSampling, clusterId: variableId('school'), weightId: variableId('weight') },
    });
    const { rows } = await project.client.call('comparison.compute', spec);
    const row = rows.find(
      ({ indicatorId: id, key }) => id === indicatorId(1) && key[0]?.value === 'Escuela 13',
    );
    expectCell(row?.cells[0], expected.withinSchool.baseline, 'before');
    expectCell(row?.cells[1], expected.withinSchool.followUp, 'after');
    expectTest(row?.changes[0], expected.withinSchool.change, 'change');
    expect(row?.changes[0]?.precision).toMatchObject({ clusters: null });
  });

  it.each(['matched', 'independent'] as const)(
    'are compared as without a design where there are no weights, %s',
    async (linkage) => {
      const project = projectOf('schools');
      const breakdown = [variableId('school')];
      const declared = project.spec({
        linkage,
        breakdown,
        sampling: { ...simpleSampling, clusterId: variableId('school') },
      });
      const { rows } = await project.client.call('comparison.compute', declared);
      const plain = await project.client.call('comparison.compute', project.spec({ linkage, breakdown }));
      const schools = rows.filter(({ key }) => key.length > 0);
      expect(schools.length).toBeGreaterThan(13 * 5);
      for (const row of schools) {
        const other = plain.rows.find(
          (each) => each.indicatorId === row.indicatorId && each.key[0]?.value === row.key[0]?.value,
        );
        const [ours, theirs] = [row.changes[0], other?.changes[0]];
        expect(ours?.method).toBe(theirs?.method);
        expect(ours?.test?.name).toBe(theirs?.test?.name);
        if (theirs?.change) expectNear(ours?.change, theirs.change, 9, 'change');
        if (theirs?.interval?.lower) expectNear(ours?.interval?.lower, theirs.interval.lower, 7, 'lower');
        if (theirs?.test?.p) expectNear(ours?.test?.p, theirs.test.p, 7, 'p');
      }
    },
  );
});
