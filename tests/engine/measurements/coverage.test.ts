import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../../shared/domain/condition';
import { variableId } from '../../support/comparison-project';
import { figure, type Measured, startMeasured, times, valueAt } from './measured';

function is(name: string, value: string): Condition {
  return { op: 'is', variableId: variableId(name), values: [value] };
}
const spec = {
  kind: 'coverage' as const,
  unitId: variableId('escuela'),
  inTarget: is('matricula', 'alta'),
  covered: is('plan', 'true'),
  targetShare: 1,
  splitId: null,
};
const school = (escuela: string, matricula: string, plan: boolean | null) => ({ escuela, matricula, plan });

describe('how much of a list of schools is covered', () => {
  let measured: Measured;
  beforeAll(async () => {
    measured = await startMeasured({
      rowUnit: 'institution',
      variables: {
        escuela: { type: 'text' },
        matricula: { type: 'single', options: ['alta', 'baja'] },
        plan: { type: 'boolean' },
      },
      waves: [
        {
          name: 'Lista',
          rows: [
            school('A', 'alta', true),
            school('B', 'alta', false),
            school('B', 'alta', true),
            school('C', 'alta', false),
            school('D', 'alta', null),
            school('E', 'baja', true),
          ],
        },
      ],
      indicators: [],
      settings: { coverage: 'census' },
    });
  });
  afterAll(() => measured.close());

  it('counts each school once, an unknown answer as not covered, and those outside the target apart', async () => {
    const result = await measured.compute(spec);
    expect(valueAt(result, 'units')).toBe(4);
    expect(valueAt(result, 'covered')).toBe(2);
    expect(figure(result, 'coverage')).toMatchObject({ value: 0.5, interval: null, reason: 'not-sampled' });
    expect(valueAt(result, 'target-gap')).toBe(-0.5);
    expect(valueAt(result, 'target-gap-units')).toBe(2);
    expect(result.notices).toEqual([
      { code: 'unit-repeated', details: { count: 1 } },
      { code: 'covered-outside-target', details: { count: 1 } },
    ]);
  });

  it('lists the schools that are missing', async () => {
    const { tables } = await measured.compute(spec);
    expect(tables.find(({ id }) => id === 'by-unit')?.rows.map(({ labels }) => labels)).toEqual([
      ['C'],
      ['D'],
    ]);
  });

  it('rounds the schools missing for a target up, and none are missing once it is met', async () => {
    const part = await measured.compute({ ...spec, targetShare: 0.6 });
    expect(valueAt(part, 'target-gap-units')).toBe(1);
    const met = await measured.compute({ ...spec, targetShare: 0.5, splitId: variableId('matricula') });
    expect(valueAt(met, 'target-gap-units')).toBe(0);
    expect(valueAt(met, 'coverage/split:matricula=alta')).toBe(0.5);
  });

  it('has no share of an empty target', async () => {
    const result = await measured.compute({ ...spec, inTarget: is('matricula', 'media') });
    expect(figure(result, 'coverage')).toMatchObject({ value: null, status: 'empty', reason: 'no-cases' });
    expect(valueAt(result, 'units')).toBe(0);
  });
});

it('protects a list of people like any figure about them', async () => {
  const measured = await startMeasured({
    variables: {
      escuela: { type: 'text' },
      matricula: { type: 'single', options: ['alta', 'baja'] },
      plan: { type: 'boolean' },
    },
    waves: [
      {
        name: 'Lista',
        rows: [...times(20, school('x', 'alta', true)), ...times(4, school('y', 'baja', true))],
      },
    ],
    indicators: [],
  });
  try {
    const result = await measured.compute({
      ...spec,
      unitId: null,
      inTarget: null,
      splitId: variableId('matricula'),
    });
    expect(valueAt(result, 'coverage/split:matricula=baja')).toBe('suppressed');
    expect(valueAt(result, 'coverage/split:matricula=alta')).toBe('suppressed');
    expect(result.tables.some(({ id }) => id === 'by-unit')).toBe(false);
    expect(valueAt(result, 'units')).toBe(24);
  } finally {
    await measured.close();
  }
});
