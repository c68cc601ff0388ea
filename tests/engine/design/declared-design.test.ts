import { afterEach, describe, expect, it } from 'vitest';
import { type SamplingDesign, simpleSampling } from '../../../shared/domain/design';
import { InstrumentId } from '../../../shared/domain/ids';
import {
  at,
  type CellValue,
  type ComparisonProject,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';

const open: ComparisonProject[] = [];
afterEach(async () => {
  for (const project of open.splice(0)) await project.close();
});

const instrumentId = InstrumentId.parse('ins_first0');
const variables = {
  person: { type: 'identifier' },
  rbd: { type: 'integer', label: 'RBD' },
  region: { type: 'single', label: 'Región', options: ['norte', 'sur'] },
  ponderador: { type: 'decimal', label: 'Ponderador' },
  peso_kg: { type: 'decimal', label: 'Peso en kg' },
  cuota: { type: 'decimal', label: 'Cuota ajustada' },
  likes: { type: 'boolean', label: '¿Te gusta tu escuela?' },
  note: { type: 'text', label: 'Comentario' },
} as const;

function pupils(from: number, to: number): Record<string, CellValue>[] {
  return Array.from({ length: to - from }, (_, index) => {
    const number = from + index;
    return {
      person: `p${number}`,
      rbd: 400 + (number % 13),
      region: number % 2 === 0 ? 'norte' : 'sur',
      ponderador: 20 + (number % 3),
      peso_kg: 40 + (number % 7) / 2,
      cuota: number % 2 === 0 ? 0.75 : 1.25,
      likes: number % 3 === 0,
      note: `nota ${number}`,
    };
  });
}

async function start(): Promise<ComparisonProject> {
  const project = await startComparisonProject({
    variables,
    waves: [
      { name: '2023', rows: pupils(0, 80) },
      { name: '2024', rows: pupils(40, 120) },
    ],
    indicators: [],
  });
  open.push(project);
  return project;
}

const clustered: SamplingDesign = {
  ...simpleSampling,
  clusterId: variableId('rbd'),
  weightId: variableId('ponderador'),
};

describe('design.get', () => {
  it('hints at repeated people, weights by name and by content, schools and strata, and declares nothing', async () => {
    const { client } = await start();
    const found = await client.call('design.get', { instrumentId });
    expect(found.declared).toBeNull();
    expect(found.proposal).toEqual({ coverage: 'sample', linkage: 'matched', sampling: simpleSampling });
    expect(found.hints).toEqual([
      {
        fact: 'linkage',
        variableId: variableId('person'),
        evidence: 'identifiers-repeat',
        share: 0.5,
        count: 40,
      },
      {
        fact: 'weight',
        variableId: variableId('ponderador'),
        evidence: 'weight-like',
        share: 1,
        count: 3,
      },
      { fact: 'weight', variableId: variableId('cuota'), evidence: 'weight-like', share: 1, count: 2 },
      { fact: 'cluster', variableId: variableId('rbd'), evidence: 'school-like', share: 1, count: 13 },
      { fact: 'stratum', variableId: variableId('region'), evidence: 'stratum-like', share: 1, count: 2 },
    ]);
  });

  it('refuses an instrument that is not there', async () => {
    const project = await startComparisonProject({
      variables,
      waves: [{ name: 'otra', instrument: 'second', rows: pupils(0, 5) }],
      indicators: [],
    });
    open.push(project);
    await expect(project.client.call('design.get', { instrumentId })).rejects.toMatchObject({
      code: 'instrument-missing',
    });
  });
});

describe('design.save', () => {
  it('keeps a declaration that wins over the proposal, and can be undone and redone', async () => {
    const { client } = await start();
    const design = {
      instrumentId,
      coverage: 'sample' as const,
      linkage: 'independent' as const,
      sampling: clustered,
    };
    const saved = await client.call('design.save', design);
    expect(saved).toEqual({ ...design, declaredAt: at });
    expect((await client.call('design.get', { instrumentId })).declared).toEqual(saved);
    expect(await client.call('comparison.propose', {})).toMatchObject({
      linkage: 'independent',
      coverage: 'sample',
      sampling: clustered,
      sharedPeople: 40,
    });
    await client.call('history.undo', {});
    expect(await client.call('comparison.propose', {})).toMatchObject({
      linkage: 'matched',
      sampling: simpleSampling,
    });
    await client.call('history.redo', {});
    expect((await client.call('design.get', { instrumentId })).declared).toEqual(saved);
  });

  it.each<[string, Partial<SamplingDesign>, Record<string, unknown>]>([
    [
      'text as weight',
      { weightId: variableId('note') },
      { reason: 'weight-not-numeric', variable: 'Comentario', type: 'text' },
    ],
    [
      'decimals as stratum',
      { stratumId: variableId('cuota') },
      { reason: 'stratum-not-groups', variable: 'Cuota ajustada' },
    ],
    ['decimals as cluster', { clusterId: variableId('pesokg') }, { reason: 'cluster-not-groups' }],
    [
      'one variable in two roles',
      { stratumId: variableId('rbd'), clusterId: variableId('rbd') },
      { reason: 'design-variable-repeated', variable: 'RBD' },
    ],
    [
      'a size given twice',
      {
        populations: [
          { waveId: null, stratum: null, size: 100 },
          { waveId: null, stratum: null, size: 120 },
        ],
      },
      { reason: 'population-repeated' },
    ],
    [
      'a size for a stratum nobody is in',
      {
        stratumId: variableId('region'),
        populations: [{ waveId: null, stratum: 'centro', size: 100 }],
      },
      { reason: 'population-stratum-unknown', value: 'centro' },
    ],
    [
      'a size for a wave that is not there',
      { populations: [{ waveId: waveId(7), stratum: null, size: 100 }] },
      { reason: 'population-wave-unknown' },
    ],
  ])('refuses %s', async (_name, change, details) => {
    const { client } = await start();
    await expect(
      client.call('design.save', {
        instrumentId,
        coverage: 'sample',
        linkage: 'matched',
        sampling: { ...simpleSampling, ...change },
      }),
    ).rejects.toMatchObject({ code: 'design-invalid', details });
  });
});
