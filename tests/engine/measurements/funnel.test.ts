import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Condition } from '../../../shared/domain/condition';
import { variableId } from '../../support/comparison-project';
import { figure, type Measured, startMeasured, times, valueAt } from './measured';

function yes(name: string): Condition {
  return { op: 'is', variableId: variableId(name), values: ['true'] };
}
const stages = [
  { id: 'oriented', label: 'Orientadas', condition: null },
  { id: 'filed', label: 'Con solicitud', condition: yes('filed') },
  { id: 'recognised', label: 'Con título', condition: yes('recognised') },
];
const funnel = { kind: 'funnel', stages, splitId: null } as const;
const person = (filed: boolean, recognised: boolean, sexo: string) => ({ filed, recognised, sexo });

describe('a funnel of people', () => {
  let measured: Measured;
  beforeAll(async () => {
    measured = await startMeasured({
      variables: {
        filed: { type: 'boolean' },
        recognised: { type: 'boolean' },
        sexo: { type: 'single', options: ['f', 'm'] },
      },
      waves: [
        {
          name: 'Sesiones',
          rows: [
            ...times(30, person(false, false, 'f')),
            ...times(18, person(true, false, 'f')),
            ...times(12, person(true, true, 'f')),
            ...times(20, person(false, false, 'm')),
            ...times(15, person(true, false, 'm')),
            ...times(5, person(true, true, 'm')),
          ],
        },
      ],
      indicators: [],
    });
  });
  afterAll(() => measured.close());

  it('gives the share of the stage before and of the first with the interval of Wilson', async () => {
    const result = await measured.compute({ ...funnel });
    expect(valueAt(result, 'reached/stage:oriented')).toBe(100);
    expect(valueAt(result, 'reached/stage:filed')).toBe(50);
    expect(valueAt(result, 'reached/stage:recognised')).toBe(17);
    expect(valueAt(result, 'from-first/stage:recognised')).toBe(0.17);
    const passed = figure(result, 'from-previous/stage:recognised');
    // R: prop.test(17, 50, correct = FALSE)$conf.int
    expect(passed).toMatchObject({ value: 0.34, n: 50, numerator: 17, method: 'wilson' });
    expect(passed.interval?.lower).toBeCloseTo(0.2243695, 6);
    expect(passed.interval?.upper).toBeCloseTo(0.4784617, 6);
    expect(result.notices).toEqual([]);
  });

  it('hides a stage that few of a group reached, and the group that would give it back', async () => {
    const result = await measured.compute({ ...funnel, splitId: variableId('sexo') });
    expect(valueAt(result, 'reached/stage:filed/split:sexo=f')).toBe(30);
    expect(figure(result, 'reached/stage:recognised/split:sexo=m')).toMatchObject({
      status: 'suppressed',
      value: null,
      n: null,
      numerator: null,
    });
    for (const key of ['reached/stage:recognised/split:sexo=f', 'from-first/stage:recognised/split:sexo=f']) {
      expect(valueAt(result, key)).toBe('suppressed');
    }
    expect(valueAt(result, 'reached/stage:recognised')).toBe(17);
  });

  it('tells a later stage that is larger, and gives no share of it', async () => {
    const result = await measured.compute({ ...funnel, stages: [stages[1], stages[0]] as typeof stages });
    expect(figure(result, 'from-previous/stage:oriented')).toMatchObject({
      status: 'empty',
      value: null,
      reason: 'later-stage-larger',
    });
    expect(result.notices).toEqual([
      {
        code: 'later-stage-larger',
        details: { stage: 'Orientadas', before: 'Con solicitud', count: 100, earlier: 50 },
      },
      { code: 'stage-skipped', details: { stage: 'Orientadas', count: 50 } },
    ]);
  });

  it('says so where the filter leaves nobody', async () => {
    const none: Condition = { op: 'is', variableId: variableId('sexo'), values: ['x'] };
    const result = await measured.compute({ ...funnel, filter: none });
    expect(result.figures).toEqual([]);
    expect(result.notices).toEqual([{ code: 'no-rows', details: {} }]);
  });
});
