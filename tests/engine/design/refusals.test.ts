import { afterEach, describe, expect, it } from 'vitest';
import type { ComparisonSpec } from '../../../shared/domain/comparison';
import { type SamplingDesign, simpleSampling } from '../../../shared/domain/design';
import type { AppError } from '../../../shared/errors';
import { errorText } from '../../../shared/text/errors';
import {
  type CellValue,
  type ComparisonProject,
  draft,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';
import { failureOf } from '../../support/import';

type Rows = Record<string, CellValue>[];
const open: ComparisonProject[] = [];
afterEach(async () => {
  for (const project of open.splice(0)) await project.close();
});

const variables = {
  person: { type: 'identifier' },
  region: { type: 'text', label: 'Región' },
  school: { type: 'text', label: 'Escuela' },
  weight: { type: 'decimal', label: 'Ponderador' },
  note: { type: 'text', label: 'Comentario' },
  score: { type: 'decimal' },
} as const;
const mean = draft({ kind: 'mean', variableId: variableId('score') });

/** 24 people in 6 schools of 2 regions; each may be changed. */
function people(change: (row: Record<string, CellValue>, index: number) => Record<string, CellValue>): Rows {
  return Array.from({ length: 24 }, (_, index) => ({
    person: `p${index}`,
    region: index % 6 < 3 ? 'norte' : 'sur',
    school: `e${index % 6}`,
    weight: 1 + (index % 4) / 2,
    note: `${index}`,
    score: (index * 7) % 11,
    ...change({}, index),
  }));
}
const same = (): Record<string, CellValue> => ({});

async function start(before: Rows, after: Rows = people(same)): Promise<ComparisonProject> {
  const project = await startComparisonProject({
    variables,
    waves: [
      { name: 'Ex-ante', rows: before },
      { name: 'Ex-post', rows: after },
    ],
    indicators: [mean],
    settings: { thresholdInternal: 1 },
  });
  open.push(project);
  return project;
}

async function refusal(
  project: ComparisonProject,
  sampling: Partial<SamplingDesign>,
  more: Partial<ComparisonSpec> = {},
): Promise<AppError> {
  const spec = project.spec({ sampling: { ...simpleSampling, ...sampling }, ...more });
  return failureOf(project.client.call('comparison.compute', spec));
}

const weightId = variableId('weight');
const clusterId = variableId('school');
const stratumId = variableId('region');

describe('weights that cannot be used refuse the computation', () => {
  it('text', async () => {
    const project = await start(people(same));
    expect(await refusal(project, { weightId: variableId('note') })).toMatchObject({
      code: 'design-invalid',
      details: { reason: 'weight-not-numeric', variable: 'Comentario' },
    });
  });

  it('missing and negative ones, with how many and the first line', async () => {
    const project = await start(
      people((_, index) =>
        index === 9 ? { weight: null } : index === 5 || index === 20 ? { weight: -1 } : {},
      ),
    );
    const error = await refusal(project, { weightId });
    // The first row stands on line 2.
    expect(error).toMatchObject({
      code: 'weights-invalid',
      details: { wave: 'Ex-ante', variable: 'Ponderador', missing: 1, negative: 2, line: 7 },
    });
    const { detail, advice } = errorText(error.toWire(), 'es');
    expect(detail).toBe(
      'Medición «Ex-ante». Variable «Ponderador». Filas sin peso: 1. Filas con un peso menor que cero: 2. La primera está en la línea 7.',
    );
    expect(advice).not.toBe('');
  });

  it('those of the follow-up as well', async () => {
    const project = await start(
      people(same),
      people((_, index) => (index === 0 ? { weight: null } : {})),
    );
    expect((await refusal(project, { weightId })).details).toMatchObject({ wave: 'Ex-post', line: 2 });
  });

  it('zeros everywhere', async () => {
    const project = await start(people(() => ({ weight: 0 })));
    expect(await refusal(project, { weightId })).toMatchObject({
      code: 'weights-invalid',
      details: { positive: 0 },
    });
  });
});

it('leaves rows with a weight of zero out of the sample, and counts them', async () => {
  const project = await start(people((_, index) => (index < 4 ? { weight: 0, score: 1000 } : {})));
  const spec = project.spec({ sampling: { ...simpleSampling, weightId, clusterId } });
  const result = await project.client.call('comparison.compute', spec);
  expect(result.samples).toEqual([
    { waveId: waveId(0), rows: 20, weightless: 4, strata: null, clusters: 6 },
    { waveId: waveId(1), rows: 24, weightless: 0, strata: null, clusters: 6 },
  ]);
  expect(result.rows[0]?.cells[0]).toMatchObject({ n: 20, missing: 0 });
  expect(result.rows[0]?.cells[0]?.estimate).toBeLessThan(11);
});

describe('rows without a place in the design refuse the computation', () => {
  it.each([
    ['a cluster', { clusterId }, { school: null }, 'Escuela'],
    ['a stratum', { stratumId }, { region: null }, 'Región'],
  ] as const)('%s', async (_name, sampling, hole, variable) => {
    const project = await start(people((_row, index) => (index >= 22 ? hole : {})));
    expect(await refusal(project, sampling)).toMatchObject({
      code: 'design-value-missing',
      details: { wave: 'Ex-ante', variable, count: 2, line: 24 },
    });
  });

  it('a wave without the variable', async () => {
    const project = await start(
      people(same),
      people(same).map(({ school, ...row }) => row),
    );
    expect(await refusal(project, { clusterId })).toMatchObject({
      code: 'design-invalid',
      details: { reason: 'design-variable-not-in-wave', variable: 'Escuela', wave: 'Ex-post' },
    });
  });

  it('but not where their weight is zero', async () => {
    const project = await start(people((_, index) => (index === 3 ? { school: null, weight: 0 } : {})));
    const spec = project.spec({ sampling: { ...simpleSampling, weightId, clusterId } });
    expect((await project.client.call('comparison.compute', spec)).samples?.[0]?.rows).toBe(23);
  });
});

describe('population sizes that cannot be', () => {
  const size = (stratum: string | null, population: number, wave: number | null = null) => ({
    waveId: wave === null ? null : waveId(wave),
    stratum,
    size: population,
  });

  it.each([
    ['fewer clusters than were drawn', { clusterId, populations: [size(null, 5)] }, { size: 5, clusters: 6 }],
    ['fewer people than answered', { populations: [size(null, 23)] }, { size: 23, people: 24 }],
    [
      'in one stratum',
      { stratumId, populations: [size('norte', 500), size('sur', 11)] },
      { stratum: 'sur', size: 11, people: 12 },
    ],
    ['in one wave', { populations: [size(null, 100), size(null, 10, 1)] }, { wave: 'Ex-post', size: 10 }],
  ])('%s', async (_name, sampling, details) => {
    const project = await start(people(same));
    expect(await refusal(project, sampling)).toMatchObject({ code: 'population-too-small', details });
  });

  it('for some strata only', async () => {
    const project = await start(people(same));
    expect(await refusal(project, { stratumId, populations: [size('norte', 500)] })).toMatchObject({
      code: 'population-incomplete',
      details: { wave: 'Ex-ante', stratum: 'sur' },
    });
  });

  it('for one wave only, where sizes give the weights', async () => {
    const project = await start(people(same));
    const populations = [size(null, 500, 0)];
    expect(await refusal(project, { populations })).toMatchObject({
      code: 'population-incomplete',
      details: { wave: 'Ex-post' },
    });
    const spec = project.spec({ sampling: { ...simpleSampling, weightId, populations } });
    const { rows } = await project.client.call('comparison.compute', spec);
    expect(rows[0]?.changes[0]?.interval).not.toBeNull();
  });
});

describe('a sample that cannot tell', () => {
  it('has no interval where all its people come from one cluster', async () => {
    const project = await start(people(() => ({ school: 'e1' })));
    const spec = project.spec({ sampling: { ...simpleSampling, clusterId } });
    const { rows } = await project.client.call('comparison.compute', spec);
    expect(rows[0]?.cells[0]).toMatchObject({
      status: 'shown',
      interval: null,
      reason: 'single-cluster',
      precision: { standardError: null, clusters: 1 },
    });
  });

  it('has no interval for a group that lives in one cluster', async () => {
    const project = await start(
      people((_, index) => ({ note: index % 6 === 2 ? 'algunos' : 'otros' })),
      people((_, index) => ({ note: index % 6 === 2 ? 'algunos' : 'otros' })),
    );
    const spec = project.spec({
      breakdown: [variableId('note')],
      sampling: { ...simpleSampling, clusterId },
    });
    const { rows } = await project.client.call('comparison.compute', spec);
    const group = rows.find(({ key }) => key[0]?.value === 'algunos');
    expect(group?.cells[0]).toMatchObject({ interval: null, reason: 'single-cluster' });
    expect(group?.changes[0]).toMatchObject({ status: 'shown', interval: null, test: null, adjusted: null });
  });

  it('has no interval where everybody answered the same', async () => {
    const project = await start(
      people(() => ({ score: 4 })),
      people(() => ({ score: 4 })),
    );
    const spec = project.spec({ sampling: { ...simpleSampling, clusterId, weightId } });
    const { rows } = await project.client.call('comparison.compute', spec);
    expect(rows[0]?.changes[0]).toMatchObject({
      change: 0,
      interval: null,
      test: null,
      reason: 'no-variation',
    });
  });

  it('compares waves that share neither clusters nor strata nor groups', async () => {
    const project = await start(
      people(same),
      people((_, index) => ({ school: `otra ${index % 8}`, region: 'centro', note: 'nueva' })),
    );
    const spec = project.spec({
      breakdown: [variableId('note')],
      sampling: { ...simpleSampling, clusterId, stratumId },
    });
    const { rows } = await project.client.call('comparison.compute', spec);
    expect(rows[0]?.changes[0]).toMatchObject({ status: 'shown', precision: { strata: 3, clusters: 14 } });
    expect(rows[0]?.changes[0]?.interval).not.toBeNull();
    const group = rows.find(({ key }) => key[0]?.value === 'nueva');
    expect(group?.changes[0]).toMatchObject({ status: 'empty', change: null, reason: 'group-not-in-wave' });
  });
});
