import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors';
import { variableId } from '../../support/comparison-project';
import { figure, type Measured, startMeasured, valueAt } from './measured';

const variables = {
  dia: { type: 'date' },
  mesa: { type: 'single', options: ['institucional', 'organizaciones', 'otra'] },
  estado: { type: 'single', options: ['hecha', 'suspendida'] },
} as const;
const meeting = (mesa: string, dia: string | null, estado = 'hecha') => ({ mesa, dia, estado });
const rows = [
  meeting('institucional', '2024-04-03'),
  meeting('institucional', '2024-08-14'),
  meeting('institucional', '2024-10-08'),
  ...['2024-04-10', '2024-05-08', '2024-05-22', '2024-07-10', '2024-09-11'].map((dia) =>
    meeting('organizaciones', dia),
  ),
  meeting('organizaciones', '2024-06-12', 'suspendida'),
  meeting('organizaciones', '2024-12-01'),
  meeting('organizaciones', null),
  meeting('otra', '2024-05-05'),
];
const spec = {
  kind: 'meetings' as const,
  dateId: variableId('dia'),
  bodyId: variableId('mesa'),
  held: { op: 'is' as const, variableId: variableId('estado'), values: ['hecha'] },
  schedule: [
    {
      body: 'institucional',
      label: 'Mesa institucional',
      every: 'quarter' as const,
      from: '2024-04-03',
      to: '2024-10-08',
    },
    {
      body: 'organizaciones',
      label: 'Mesa de organizaciones',
      every: 'month' as const,
      from: '2024-04-03',
      to: '2024-10-08',
    },
  ],
};

describe('meetings held against a schedule', () => {
  let measured: Measured;
  beforeAll(async () => {
    measured = await startMeasured({
      rowUnit: 'event',
      variables,
      waves: [{ name: 'Actas', rows }],
      indicators: [],
    });
  });
  afterAll(() => measured.close());

  it('are kept in every period with at least one, two in a period counting once', async () => {
    const result = await measured.compute(spec);
    expect(valueAt(result, 'planned-meetings/body:institucional')).toBe(3);
    expect(valueAt(result, 'periods-kept/body:institucional')).toBe(3);
    expect(valueAt(result, 'planned-meetings/body:organizaciones')).toBe(7);
    // April, May (twice), July and September; June was called off, August and October had none.
    expect(valueAt(result, 'periods-kept/body:organizaciones')).toBe(4);
    expect(valueAt(result, 'meetings-held/body:organizaciones')).toBe(5);
    expect(valueAt(result, 'meetings-held/body:organizaciones/period:2024-05')).toBe(2);
    expect(valueAt(result, 'meetings-held/body:organizaciones/period:2024-06')).toBe(0);
    expect(figure(result, 'kept-share')).toMatchObject({
      value: 0.7,
      n: 10,
      interval: null,
      reason: 'whole-schedule',
    });
  });

  it('tell bodies without a schedule, meetings outside it and those without a date', async () => {
    const { notices } = await measured.compute(spec);
    expect(notices).toEqual([
      { code: 'body-unplanned', details: { count: 1, bodies: '«OTRA»' } },
      { code: 'meeting-outside-schedule', details: { body: 'Mesa de organizaciones', count: 1 } },
      { code: 'undated-left-out', details: { count: 1 } },
    ]);
  });

  it('show each period as kept or missed', async () => {
    const [chart] = (await measured.compute(spec)).charts;
    if (chart?.kind !== 'schedule') throw new Error('expected a schedule');
    expect(chart.rows[1]?.periods.map(({ state }) => state)).toEqual([
      'kept',
      'kept',
      'missed',
      'kept',
      'missed',
      'kept',
      'missed',
    ]);
  });

  it('have no share where a schedule ends before it begins', async () => {
    const [first] = spec.schedule;
    if (!first) throw new Error('expected a schedule');
    const result = await measured.compute({ ...spec, schedule: [{ ...first, to: '2024-01-01' }] });
    expect(figure(result, 'kept-share/body:institucional')).toMatchObject({
      value: null,
      reason: 'no-planned-period',
    });
  });

  it('count a month once though the plan changes in the middle of it', async () => {
    const every = 'month' as const;
    const stretch = { body: 'organizaciones', label: 'Mesa', every };
    const result = await measured.compute({
      ...spec,
      schedule: [
        { ...stretch, from: '2024-04-03', to: '2024-06-15' },
        { ...stretch, from: '2024-06-16', to: '2024-10-08' },
      ],
    });
    expect(figure(result, 'planned-meetings/body:organizaciones').value).toBe(7);
    const keys = result.figures.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are refused against a plan of centuries, which is a slip of the hand', async () => {
    const [first] = spec.schedule;
    if (!first) throw new Error('expected a schedule');
    const far = { ...spec, schedule: [{ ...first, every: 'week' as const, to: '9999-12-31' }] };
    await expect(measured.compute(far)).rejects.toMatchObject({
      code: 'measurement-invalid',
      details: { reason: 'schedule-too-long' },
    });
  });
});

it('rows that stand for people are no meetings, since none would be protected', async () => {
  const measured = await startMeasured({ variables, waves: [{ name: 'Lista', rows }], indicators: [] });
  try {
    const failure = await measured.compute(spec).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppError);
    expect(failure).toMatchObject({ code: 'measurement-invalid', details: { reason: 'rows-are-people' } });
  } finally {
    await measured.close();
  }
});
