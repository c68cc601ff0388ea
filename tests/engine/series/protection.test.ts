import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../../electron/engine/series/counted';
import { buildPeriodTree, nodesAt, type PeriodNode } from '../../../electron/engine/series/period-tree';
import { listPoints } from '../../../electron/engine/series/points';
import { protectPeriods } from '../../../electron/engine/series/protect';
import { addDays, periodStart } from '../../../shared/domain/period';
import { SeriesSpec } from '../../../shared/domain/series';
import { variableId, waveId } from '../../support/comparison-project';
import { seededRandom, wholeNumber } from '../../unit/stats/support';
import { monthRows, monthsFrom, startRegister } from './register';

const cases = { kind: 'count', condition: null } as const;

function stretchesOf(days: ReadonlyMap<string, number>): Stretch[] {
  const found = new Map<string, Stretch>();
  for (const [day, count] of days) {
    if (count === 0) continue;
    const [month, week] = [periodStart(day, 'month'), periodStart(day, 'week')];
    const people = (found.get(`${month}${week}`)?.people ?? 0) + count;
    const statistics = { shape: 'share', asked: people, n: people, missing: 0, x: people } as const;
    found.set(`${month}${week}`, { month, week, people, statistics });
  }
  return [...found.values()].sort((left, right) =>
    left.month + left.week < right.month + right.week ? -1 : 1,
  );
}

/** Ten months of a register in which busy days, quiet days and empty months follow each other at random. */
function randomDays(seed: number): Map<string, number> {
  const random = seededRandom(seed);
  const most = [1, 2, 4][wholeNumber(random, 2)] ?? 1;
  const days = new Map<string, number>();
  let busy = 1;
  for (let day = '2021-01-01'; day < '2021-11-01'; day = addDays(day, 1)) {
    if (day.endsWith('-01')) busy = wholeNumber(random, 3);
    days.set(day, random() < 0.5 ? wholeNumber(random, most) * busy : 0);
  }
  return days;
}

function shown(root: PeriodNode, hidden: ReadonlySet<string>, period: SeriesSpec['period']) {
  const spec = SeriesSpec.parse({
    waveIds: [waveId(0)],
    dateVariableId: variableId('day'),
    period,
    measure: { kind: 'cases' },
    filter: null,
    cutDate: null,
    from: null,
    to: null,
    lags: null,
    seasonality: 'none',
    includePartial: false,
    confidenceLevel: 0.95,
    audience: 'publication',
  });
  const ranges = [{ from: '2021-01-01', to: '2021-10-31' }];
  return listPoints({ spec, measure: cases, root, hidden, ranges }).map(({ point }) => point);
}

/** What is left of a row once other rows, each with its first entry as pivot, are taken off it. */
function reduced(row: readonly number[], others: readonly (readonly number[])[]): number[] {
  let rest = [...row];
  for (const other of others) {
    const pivot = other.findIndex((value) => Math.abs(value) > 1e-9);
    const factor = (rest[pivot] ?? 0) / (other[pivot] ?? 1);
    if (factor !== 0) rest = rest.map((value, place) => value - factor * (other[place] ?? 0));
  }
  return rest;
}

/** True where a sum of unknowns follows from equations between them: it lies in the space of their rows. */
function follows(space: readonly (readonly number[])[], wanted: readonly number[]): boolean {
  return reduced(wanted, space).every((value) => Math.abs(value) < 1e-9);
}

function eliminate(equations: readonly (readonly number[])[]): number[][] {
  const done: number[][] = [];
  for (const equation of equations) {
    const row = reduced(equation, done);
    if (row.some((value) => Math.abs(value) > 1e-9)) done.push(row);
  }
  return done;
}

describe('what a series hides cannot be worked out', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'from the series by month, week and quarter and the total together (register %i)',
    (seed) => {
      const threshold = seed % 2 === 0 ? 10 : 5;
      const root = buildPeriodTree(stretchesOf(randomDays(seed)));
      const hidden = protectPeriods(root, cases, threshold);
      // The reader may even know which days are empty: the unknowns are the stretches with somebody in them.
      const leaves = nodesAt(root, 'stretch');
      const weeks = [...new Set(leaves.map(({ start }) => start))];
      const parts: Record<SeriesSpec['period'], { start: string; leaves: Set<string> }[]> = {
        month: nodesAt(root, 'month').map(withLeaves),
        quarter: nodesAt(root, 'quarter').map(withLeaves),
        week: weeks.map((start) => ({
          start,
          leaves: new Set(leaves.filter((leaf) => leaf.start === start).map(({ id }) => id)),
        })),
      };
      const rowOf = (members: ReadonlySet<string>): number[] =>
        leaves.map(({ id }) => (members.has(id) ? 1 : 0));
      const isTold = new Map<string, boolean>();
      for (const period of ['month', 'quarter', 'week'] as const) {
        for (const point of shown(root, hidden, period)) {
          isTold.set(`${period} ${point.start}`, point.status === 'shown');
        }
      }
      const told = (['month', 'quarter', 'week'] as const).flatMap((period) =>
        parts[period]
          .filter(({ start }) => isTold.get(`${period} ${start}`))
          .map((part) => rowOf(part.leaves)),
      );
      const space = eliminate([...told, leaves.map(() => 1)]);
      for (const period of ['month', 'quarter', 'week'] as const) {
        for (const part of parts[period]) {
          if (isTold.get(`${period} ${part.start}`)) continue;
          expect(follows(space, rowOf(part.leaves)), `${period} ${part.start}`).toBe(false);
        }
      }
      // Nor the people of any run of days, where they are fewer than the threshold.
      leaves.forEach((_, first) => {
        let people = 0;
        for (let last = first; last < leaves.length; last += 1) {
          people += leaves[last]?.people ?? 0;
          if (people >= threshold) break;
          const run = leaves.map((_leaf, place) => (place >= first && place <= last ? 1 : 0));
          expect(follows(space, run), `run ${first} to ${last}`).toBe(false);
        }
      });
    },
  );

  it('and periods that rest on few people are never told', () => {
    for (let seed = 0; seed < 40; seed += 1) {
      const root = buildPeriodTree(stretchesOf(randomDays(seed)));
      const hidden = protectPeriods(root, cases, 10);
      for (const period of ['month', 'week', 'quarter'] as const) {
        for (const { status, n } of shown(root, hidden, period)) {
          if (status === 'shown') expect(n === 0 || (n ?? 0) >= 10).toBe(true);
        }
      }
    }
  });

  it('tells months again as soon as everybody in them is many', () => {
    const days = new Map(
      Array.from({ length: 300 }, (_, index) => [addDays('2021-01-01', index), 12] as const),
    );
    const root = buildPeriodTree(stretchesOf(days));
    expect(protectPeriods(root, cases, 10).size).toBe(0);
  });
});

function withLeaves(node: PeriodNode): { start: string; leaves: Set<string> } {
  return { start: node.start, leaves: new Set(nodesAt(node, 'stretch').map(({ id }) => id)) };
}

describe('the model of a series with protected months', () => {
  const months = monthsFrom('2021-01', 36);
  const countsOf = (small: number): number[] =>
    months.map((_, index) => {
      if (index === 12) return small;
      return index === 13 ? 40 - small : 60 + ((index * 7) % 12);
    });
  const compute = async (counts: readonly number[], more: { cutDate?: string } = {}) => {
    const register = await startRegister([
      months.flatMap((month, index) => monthRows(month, counts[index] ?? 0)),
    ]);
    try {
      return await register.compute({ cutDate: '2022-07-01', ...more });
    } finally {
      await register.close();
    }
  };

  it('counts them with the average of those hidden together, and says so', async () => {
    const { points, model, cautions, privacy } = await compute(countsOf(4));
    expect(points.slice(11, 15).map(({ status }) => status)).toEqual([
      'shown',
      'suppressed',
      'suppressed',
      'shown',
    ]);
    expect(points[12]).toMatchObject({ value: null, n: null, isSmoothed: true, excluded: null });
    expect(cautions).toContain('smoothed-periods');
    expect(privacy).toEqual({ threshold: 10, suppressedPoints: 2 });
    const smoothed = await compute(countsOf(20));
    expect(smoothed.privacy.suppressedPoints).toBe(0);
    expect(model?.preSlope.estimate).toBeCloseTo(smoothed.model?.preSlope.estimate ?? Number.NaN, 10);
  });

  it('is the same whatever the protected months really hold', async () => {
    const strip = (result: Awaited<ReturnType<typeof compute>>) => ({
      ...result,
      waves: [],
      resultSha256: '',
    });
    const [one, other] = [strip(await compute(countsOf(3))), strip(await compute(countsOf(9)))];
    expect(one.points[12]?.status).toBe('suppressed');
    expect(one).toEqual(other);
  });

  it('is refused where too many are protected', async () => {
    const counts = months.map((_, index) => (index % 3 === 0 ? 5 : 40));
    const { model, refusals, points } = await compute(counts);
    expect(model).toBeNull();
    expect(refusals).toEqual(['too-many-protected']);
    expect(points.every(({ fitted, isSmoothed }) => fitted === null && !isSmoothed)).toBe(true);
  });

  it('tells nothing at all where the whole register is small', async () => {
    const { points, model } = await compute(months.map((_, index) => (index === 20 ? 6 : 0)));
    expect(points.filter(({ status }) => status === 'suppressed')).toHaveLength(1);
    expect(model).toBeNull();
  });
});
