import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors';
import {
  draft,
  indicatorId,
  startComparisonProject,
  variableId,
  waveId,
} from '../../support/comparison-project';
import { monthRows, monthsFrom, type Register, type RegisterRow, startRegister } from './register';

let open: Register[] = [];
afterEach(async () => {
  for (const register of open) await register.close();
  open = [];
});
async function start(...input: Parameters<typeof startRegister>): Promise<Register> {
  const register = await startRegister(...input);
  open.push(register);
  return register;
}

async function failure(promise: Promise<unknown>): Promise<AppError> {
  const reason = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(reason instanceof AppError)) throw reason ?? new Error('expected a failure');
  return reason;
}

describe('cases counted by period', () => {
  it('are those of every file together, and none where nobody came', async () => {
    const register = await start([
      [...monthRows('2022-01', 31), ...monthRows('2022-03', 28)],
      [...monthRows('2022-03', 12), ...monthRows('2022-04', 30)],
    ]);
    const { points } = await register.compute();
    expect(points.map(({ label, value, n, status }) => [label, value, n, status])).toEqual([
      ['2022-01', 31, 31, 'shown'],
      ['2022-02', 0, 0, 'shown'],
      ['2022-03', 40, 40, 'shown'],
      ['2022-04', 30, 30, 'shown'],
    ]);
  });

  it('by quarter add up to those by month', async () => {
    const months = monthsFrom('2022-01', 12);
    const register = await start([months.flatMap((month, index) => monthRows(month, 20 + index))]);
    const { points } = await register.compute({ period: 'quarter' });
    expect(points.map(({ label, value }) => [label, value])).toEqual([
      ['2022-Q1', 63],
      ['2022-Q2', 72],
      ['2022-Q3', 81],
      ['2022-Q4', 90],
    ]);
  });

  it('by week go from Monday to Sunday and take the year of their Thursday', async () => {
    const days = ['2020-12-28', '2021-01-03', '2021-01-04', '2021-01-10', '2021-01-11'];
    const register = await start([days.map((day) => ({ day }))], {
      settings: { thresholdPublication: 1 },
    });
    const { points } = await register.compute({ period: 'week' });
    expect(points.map(({ start: day, label, value }) => [day, label, value])).toEqual([
      ['2020-12-28', '2020-W53', 2],
      ['2021-01-04', '2021-W01', 2],
      ['2021-01-11', '2021-W02', 1],
    ]);
  });

  it('keep to the filter and to the stretch of time asked for', async () => {
    const rows = monthsFrom('2022-01', 6).flatMap((month) => [
      ...monthRows(month, 15, { channel: 'web' }),
      ...monthRows(month, 25, { channel: 'oficina' }),
      ...monthRows(month, 5),
    ]);
    const register = await start([rows]);
    const { points } = await register.compute({
      filter: { op: 'is', variableId: variableId('channel'), values: ['web'] },
      from: '2022-02-20',
      to: '2022-04-02',
    });
    expect(points.map(({ label, value }) => [label, value])).toEqual([
      ['2022-02', 15],
      ['2022-03', 15],
      ['2022-04', 15],
    ]);
  });

  it('leave rows without a date aside and say how many, unless they are too few to be told', async () => {
    const rows = monthRows('2022-01', 30);
    const undated = (count: number): RegisterRow[] => Array.from({ length: count }, () => ({ day: null }));
    const many = await start([[...rows, ...undated(12)]]);
    expect((await many.compute()).undated).toBe(12);
    const few = await start([[...rows, ...undated(3)]]);
    expect((await few.compute()).undated).toBeNull();
  });

  it('has no points where no row has a date', async () => {
    const register = await start([[{ day: null }, { day: null }]]);
    const result = await register.compute({ cutDate: '2022-01-01' });
    expect(result.points).toEqual([]);
    expect(result.refusals).toEqual(['too-few-before', 'too-few-after']);
  });
});

describe('months the register covers in part', () => {
  const middle = monthsFrom('2022-02', 20).flatMap((month, index) => monthRows(month, 30 + (index % 5)));

  it('are those in which the first or the last row lies far from the edge', async () => {
    const first = Array.from({ length: 20 }, () => ({ day: '2022-01-20' }));
    const last = Array.from({ length: 20 }, () => ({ day: '2023-10-10' }));
    const register = await start([[...first, ...middle, ...last]]);
    const { points, model } = await register.compute({ cutDate: '2023-01-01' });
    expect(points[0]).toMatchObject({ isPartial: true, excluded: 'register-begins-inside', value: 20 });
    expect(points.at(-1)).toMatchObject({ isPartial: true, excluded: 'register-ends-inside' });
    expect(points.filter(({ excluded }) => excluded !== null)).toHaveLength(2);
    expect(model?.n).toBe(20);
    const all = await register.compute({ cutDate: '2023-01-01', includePartial: true });
    expect(all.model?.n).toBe(22);
    expect(all.points[0]).toMatchObject({ isPartial: true, excluded: null });
  });

  it('are not those whose first days were a weekend', async () => {
    const register = await start([[{ day: '2022-01-03' }, ...monthRows('2022-01', 20).slice(2), ...middle]]);
    const { points } = await register.compute();
    expect(points[0]).toMatchObject({ isPartial: false, excluded: null });
  });

  it('follow the dates declared for the files, where every file has them', async () => {
    const rows = [...monthRows('2022-01', 25), ...middle, { day: '1922-05-05' }];
    const register = await start([rows]);
    await register.declare(0, '2022-01-15', '2023-11-30');
    const { points, outsideDates } = await register.compute();
    expect(points[0]).toMatchObject({ start: '2022-01-01', excluded: 'register-begins-inside' });
    // Nobody came in October and November, and the register was kept.
    expect(points.slice(-2)).toMatchObject([
      { start: '2023-10-01', value: 0, excluded: null },
      { start: '2023-11-01', value: 0, excluded: null },
    ]);
    // The 14 days before the declared start hold 14 rows, and the mistyped year is one more.
    expect(outsideDates).toBe(15);
  });

  it('between two files are not covered, and count as unknown instead of none', async () => {
    const register = await start([
      monthsFrom('2022-01', 3).flatMap((month) => monthRows(month, 20)),
      monthsFrom('2022-06', 3).flatMap((month) => monthRows(month, 20)),
    ]);
    await register.declare(0, '2022-01-01', '2022-03-31');
    await register.declare(1, '2022-06-01', '2022-08-31');
    const { points } = await register.compute();
    expect(points.map(({ value, excluded }) => [value, excluded])).toEqual([
      [20, null],
      [20, null],
      [20, null],
      [null, 'not-covered'],
      [null, 'not-covered'],
      [20, null],
      [20, null],
      [20, null],
    ]);
  });

  it('because the cut falls inside are left out as well', async () => {
    const register = await start([middle]);
    const { points, model } = await register.compute({ cutDate: '2023-01-16' });
    const cut = points.find(({ start: day }) => day === '2023-01-01');
    expect(cut).toMatchObject({ phase: 'before', isPartial: true, excluded: 'cut-inside', fitted: null });
    expect(model).toMatchObject({ n: 19, before: 11, after: 8 });
  });
});

describe('the model of a register', () => {
  const golden = JSON.parse(
    readFileSync(new URL('../../fixtures/golden/stats/segmented.json', import.meta.url), 'utf8'),
  );

  it('is the one R fits to the same counts', async () => {
    const one = golden.cases.find(({ name }: { name: string }) => name === 'a short series');
    const months = monthsFrom('2022-01', one.values.length);
    const register = await start([months.flatMap((month, index) => monthRows(month, one.values[index]))]);
    const { model, points } = await register.compute({ cutDate: `${months[one.cut - 1]}-01` });
    expect(model?.lagUsed).toBe(one.lagUsed);
    for (const effect of ['preSlope', 'levelChange', 'slopeChange', 'endChange'] as const) {
      expect(model?.[effect].estimate).toBeCloseTo(one[effect].estimate, 9);
      expect(model?.[effect].standardError).toBeCloseTo(one[effect].standardError, 9);
      expect(model?.[effect].p).toBeCloseTo(one[effect].p, 9);
    }
    expect(points.map(({ fitted }) => fitted)).toHaveLength(16);
    points.slice(8).forEach(({ counterfactual }, later) => {
      expect(counterfactual?.value).toBeCloseTo(one.counterfactual[later], 9);
      expect(counterfactual?.interval?.upper).toBeCloseTo(one.upper[later], 8);
    });
    expect(points[7]?.counterfactual).toBeNull();
    expect(model?.endStart).toBe(`${months.at(-1)}-01`);
  });

  it('is not fitted without a date, and says so', async () => {
    const register = await start([monthsFrom('2022-01', 24).flatMap((month) => monthRows(month, 20))]);
    const result = await register.compute();
    expect(result).toMatchObject({ model: null, refusals: ['no-cut'] });
    expect(result.points.every(({ phase }) => phase === 'before')).toBe(true);
  });

  it('is refused by name where too little time has passed since', async () => {
    const register = await start([monthsFrom('2022-01', 24).flatMap((month) => monthRows(month, 20))]);
    const result = await register.compute({ cutDate: '2023-10-01' });
    expect(result).toMatchObject({ model: null, refusals: ['too-few-after'] });
    expect(result.points.filter(({ phase }) => phase === 'after')).toHaveLength(3);
  });

  it('takes each month of the year at its own level where there are years enough', async () => {
    const months = monthsFrom('2020-01', 48);
    const rows = months.flatMap((month, index) => monthRows(month, 30 + 5 * (index % 12) + (index % 7)));
    const register = await start([rows]);
    const plain = await register.compute({ cutDate: '2022-01-01' });
    const seasonal = await register.compute({ cutDate: '2022-01-01', seasonality: 'month-dummies' });
    expect(seasonal.model?.hasSeasonality).toBe(true);
    const [one, other] = [plain.model?.levelChange.standardError, seasonal.model?.levelChange.standardError];
    expect(other).toBeLessThan((one ?? 0) / 2);
  });
});

describe('an indicator by period', () => {
  const solved = draft({
    kind: 'proportion',
    condition: { op: 'is', variableId: variableId('solved'), values: ['true'] },
  });
  const kilos = draft({ kind: 'total', variableId: variableId('kilos') });
  const mean = draft({ kind: 'mean', variableId: variableId('kilos') });

  it('is computed over the rows of each, and is unknown where nobody answered', async () => {
    const register = await start(
      [
        [
          ...monthRows('2022-01', 10, { solved: true }),
          ...monthRows('2022-01', 30, { solved: false }),
          ...monthRows('2022-01', 10),
          ...monthRows('2022-02', 12),
          ...monthRows('2022-03', 26, { solved: true }),
        ],
      ],
      { indicators: [solved] },
    );
    const { points, indicator } = await register.compute({
      measure: { kind: 'indicator', indicatorId: indicatorId(0) },
    });
    expect(indicator).toMatchObject({ kind: 'proportion' });
    expect(points.map(({ value, n, status, excluded }) => [value, n, status, excluded])).toEqual([
      [0.25, 40, 'shown', null],
      [null, null, 'empty', 'no-answers'],
      [1, 26, 'shown', null],
    ]);
  });

  it('adds up where it is a total and averages where it is a mean', async () => {
    const register = await start(
      [
        [
          ...monthRows('2022-01', 10, { kilos: 2.5 }),
          ...monthRows('2022-01', 10, { kilos: 4.5 }),
          ...monthRows('2022-03', 15, { kilos: 1 }),
        ],
      ],
      { indicators: [kilos, mean] },
    );
    const values = async (position: number) =>
      (
        await register.compute({ measure: { kind: 'indicator', indicatorId: indicatorId(position) } })
      ).points.map(({ value }) => value);
    expect(await values(0)).toEqual([70, 0, 15]);
    expect(await values(1)).toEqual([3.5, null, 1]);
  });
});

describe('a series that cannot be counted', () => {
  it('names the variable that is no date, the file named twice and what is missing', async () => {
    const register = await start([monthRows('2022-01', 20)]);
    const asked = (more: Parameters<Register['compute']>[0]) => failure(register.compute(more));
    expect(await asked({ dateVariableId: variableId('channel') })).toMatchObject({ code: 'variable-type' });
    expect(await asked({ dateVariableId: variableId('nothing') })).toMatchObject({
      code: 'variable-missing',
    });
    expect(await asked({ waveIds: [waveId(0), waveId(0)] })).toMatchObject({ code: 'comparison-invalid' });
    expect(await asked({ waveIds: [waveId(7)] })).toMatchObject({ code: 'wave-missing' });
    expect(await asked({ measure: { kind: 'indicator', indicatorId: indicatorId(3) } })).toMatchObject({
      code: 'indicator-missing',
    });
  });

  it('says from when to when the dates run where one of them must be wrong', async () => {
    const register = await start([[...monthRows('2022-01', 20), { day: '1022-01-05' }]]);
    const error = await failure(register.compute());
    expect(error).toMatchObject({
      code: 'series-too-long',
      details: { from: '1022-01-01', to: '2022-01-20' },
    });
  });

  it('refuses files of different instruments', async () => {
    const project = await startComparisonProject({
      variables: { day: { type: 'date' } },
      waves: [
        { name: 'Uno', instrument: 'one000', rows: [{ day: '2022-01-01' }] },
        { name: 'Dos', instrument: 'two000', rows: [{ day: '2022-01-01' }] },
      ],
      indicators: [],
    });
    const register = await start([monthRows('2022-01', 20)]);
    try {
      const { spec } = await register.compute();
      const { computeSeries } = await import('../../../electron/engine/series/compute');
      const { neverCancelled } = await import('../../../shared/cancel');
      const call = { signal: neverCancelled, report: () => undefined };
      const both = { ...spec, waveIds: [waveId(0), waveId(1)] };
      expect(await failure(computeSeries(project.context, both, call))).toMatchObject({
        code: 'waves-share-no-variable',
      });
    } finally {
      await project.close();
    }
  });
});
