import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../../shared/domain/condition';
import type { MeasurementResult } from '../../../shared/domain/measurement-result';
import { variableId, waveId } from '../../support/comparison-project';
import { type Measured, startMeasured, times, valueAt } from './measured';

/**
 * What is hidden together must hold the threshold in every number that is told of it: 3 of 40 people and none of 20 leave a sum
 * of 3 to whoever subtracts.
 */
describe('groups hidden together', () => {
  const hecho: Condition = { op: 'is', variableId: variableId('hecho'), values: ['true'] };
  const row = (canal: string, hecho: boolean, cierre: string | null = null) => ({
    canal,
    hecho,
    dia: '2024-01-10',
    cierre,
  });
  let measured: Measured;
  beforeAll(async () => {
    measured = await startMeasured({
      rowUnit: 'case',
      variables: {
        canal: { type: 'single', options: ['a', 'b', 'c'] },
        hecho: { type: 'boolean' },
        dia: { type: 'date' },
        cierre: { type: 'date' },
      },
      waves: [
        {
          name: 'Primera',
          rows: [
            ...times(3, row('a', true)),
            ...times(17, row('a', false, '2024-02-01')),
            ...times(20, row('b', false, '2024-02-01')),
            ...times(50, row('c', true)),
            ...times(50, row('c', false, '2024-02-01')),
          ],
        },
        { name: 'Segunda', rows: times(4, row('a', true)).concat(times(56, row('c', true))) },
        { name: 'Tercera', rows: times(30, row('b', true)) },
      ],
      indicators: [],
    });
  });
  afterAll(() => measured.close());

  /** What all groups but the told ones have together. */
  function left(result: MeasurementResult, measure: string): number | string {
    const told = ['a', 'b', 'c'].map((value) => valueAt(result, `${measure}/split:canal=${value}`));
    const whole = valueAt(result, measure);
    if (typeof whole === 'string') return whole;
    return told.reduce<number>((rest, one) => rest - (typeof one === 'number' ? one : 0), whole);
  }

  it('hold as many open cases, and as many closed ones', async () => {
    const result = await measured.compute({
      kind: 'cases',
      waveIds: [waveId(0)],
      dateId: variableId('dia'),
      resolvedId: variableId('cierre'),
      splitIds: [variableId('canal')],
      standards: [],
      cutDate: null,
      period: 'month',
    });
    expect(left(result, 'open-cases')).toBe(53);
    expect(left(result, 'closed-cases')).toBe(67);
  });

  it('hold as many covered people', async () => {
    const result = await measured.compute({
      kind: 'coverage',
      waveIds: [waveId(0)],
      unitId: null,
      inTarget: null,
      covered: hecho,
      targetShare: null,
      splitId: variableId('canal'),
    });
    expect(left(result, 'covered')).toBe(53);
  });

  it('are not given back by a file that nobody else is in', async () => {
    const result = await measured.compute({
      kind: 'funnel',
      waveIds: [waveId(1), waveId(2)],
      stages: [
        { id: 'todas', label: 'Todas', condition: null },
        { id: 'hechas', label: 'Hechas', condition: hecho },
      ],
      splitId: variableId('canal'),
    });
    // 60 people in the second file less the 56 of c would be the 4 of a.
    expect(valueAt(result, `reached/stage:todas/wave:${waveId(1)}`)).toBe(60);
    expect(valueAt(result, 'reached/stage:todas/split:canal=a')).toBe('suppressed');
    expect(valueAt(result, 'reached/stage:todas/split:canal=c')).toBe('suppressed');
  });
});
