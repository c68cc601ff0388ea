import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draft, indicatorId, variableId, waveId } from '../../support/comparison-project';
import { figure, type Measured, startMeasured, times, valueAt } from './measured';

const row = (confia: boolean, horas: number | null, sexo: string) => ({ confia, horas, sexo });
const figures = {
  kind: 'figures' as const,
  indicatorIds: [indicatorId(0), indicatorId(1)],
  breakdownId: variableId('sexo'),
};
const trust = `indicator/indicator:${indicatorId(0)}`;

describe('indicators of each wave by itself', () => {
  let measured: Measured;
  beforeAll(async () => {
    measured = await startMeasured({
      variables: {
        confia: { type: 'boolean' },
        horas: { type: 'integer' },
        sexo: { type: 'single', options: ['f', 'm', 'x'] },
      },
      waves: [
        {
          name: 'Antes',
          rows: [
            ...times(14, row(true, 2, 'f')),
            ...times(6, row(false, 4, 'f')),
            ...times(15, row(true, null, 'm')),
            ...times(4, row(false, 4, 'x')),
          ],
        },
        {
          name: 'Después',
          rows: times(30, { confia: true, sexo: 'f' }),
        },
      ],
      indicators: [
        draft({
          kind: 'proportion',
          condition: { op: 'is', variableId: variableId('confia'), values: ['true'] },
        }),
        draft({ kind: 'total', variableId: variableId('horas') }, { unit: 'h', decimals: 0 }),
      ],
    });
  });
  afterAll(() => measured.close());

  it('are the figures a comparison gives, under keys of indicator, group and wave', async () => {
    const result = await measured.compute(figures);
    const whole = figure(result, `${trust}/wave:${waveId(0)}`);
    expect(whole).toMatchObject({ n: 39, numerator: 29, scale: 'share' });
    expect(whole.value).toBeCloseTo(29 / 39, 12);
    expect(valueAt(result, `${trust}/split:sexo=f/wave:${waveId(1)}`)).toBe(1);
    expect(figure(result, `indicator/indicator:${indicatorId(1)}/wave:${waveId(0)}`)).toMatchObject({
      value: 68,
      unit: 'h',
    });
  });

  it('hide small groups with another, and say what a wave did not ask', async () => {
    const result = await measured.compute(figures);
    expect(valueAt(result, `${trust}/split:sexo=x/wave:${waveId(0)}`)).toBe('suppressed');
    expect(valueAt(result, `${trust}/split:sexo=m/wave:${waveId(0)}`)).toBe('suppressed');
    expect(valueAt(result, `${trust}/split:sexo=f/wave:${waveId(0)}`)).toBe(0.7);
    expect(figure(result, `indicator/indicator:${indicatorId(1)}/wave:${waveId(1)}`)).toMatchObject({
      status: 'empty',
      reason: 'variable-not-in-wave',
    });
  });

  it('take the filter of the count as well as their own', async () => {
    const filter = { op: 'is' as const, variableId: variableId('sexo'), values: ['f'] };
    const result = await measured.compute({ ...figures, breakdownId: null, filter });
    expect(figure(result, `${trust}/wave:${waveId(0)}`)).toMatchObject({ value: 0.7, n: 20 });
  });

  it('leave out waves without the variable of the groups, and say which', async () => {
    const filter = { op: 'answered' as const, variableId: variableId('horas') };
    const result = await measured.compute({ ...figures, filter });
    expect(result.waves.map(({ name }) => name)).toEqual(['Antes']);
    expect(result.notices[0]).toMatchObject({
      code: 'variables-absent',
      details: { variables: '«horas»', waves: '«Después»' },
    });
  });
});
