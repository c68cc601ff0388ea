import { describe, expect, it } from 'vitest';
import { compareDesignIndependent, compareDesignMatched } from '../../../../shared/stats/design/contrast';
import { estimateDesignMean } from '../../../../shared/stats/design/mean';
import { mergeUnits } from '../../../../shared/stats/design/merge';
import { estimateDesignProportion } from '../../../../shared/stats/design/proportion';
import { estimateDesignRatio } from '../../../../shared/stats/design/ratio';
import { estimateDesignTotal } from '../../../../shared/stats/design/total';
import type { DesignKind, DesignSample, LonelyStratumRule } from '../../../../shared/stats/design/types';
import type { Estimate, ReasonId } from '../../../../shared/stats/types';
import { expectDigits, expectFiniteThroughout, seededRandom } from '../support';
import { type Row, type SampleOptions, sampleOfRows } from './support';

const estimators = {
  proportion: (sample: DesignSample) => estimateDesignProportion(sample),
  mean: (sample: DesignSample) => estimateDesignMean(sample),
  ratio: (sample: DesignSample) => estimateDesignRatio(sample),
  total: (sample: DesignSample) => estimateDesignTotal(sample),
} satisfies Record<DesignKind, (sample: DesignSample) => Estimate>;

const kinds = ['proportion', 'mean', 'ratio', 'total'] as const;

/** Rows of value 0 or 1 (over 2, for a ratio), named `stratum/cluster` by place; null is outside the domain. */
function rowsFor(kind: DesignKind, places: readonly string[], values: readonly (number | null)[]): Row[] {
  return places.map((place, row) => {
    const [stratum, cluster] = place.split('/');
    const value = values[row] ?? null;
    return {
      stratum: stratum || null,
      cluster: cluster || null,
      weight: 1,
      y: value === null ? null : kind === 'ratio' ? [value, 2] : [value],
    };
  });
}

function sampleFor(
  kind: DesignKind,
  places: readonly string[],
  values: readonly (number | null)[],
  options: SampleOptions = {},
): DesignSample {
  return sampleOfRows(rowsFor(kind, places, values), { origin: kind === 'ratio' ? [0, 0] : [0], ...options });
}

type Edge = {
  name: string;
  reason: ReasonId;
  places: string[];
  values: (number | null)[];
  hasValue: boolean;
  options?: SampleOptions;
};

const edges: Edge[] = [
  { name: 'no rows', reason: 'no-cases', places: [], values: [], hasValue: false },
  {
    name: 'nobody in the domain',
    reason: 'no-cases',
    places: ['/a', '/b'],
    values: [null, null],
    hasValue: false,
  },
  { name: 'one person', reason: 'single-case', places: ['/a', '/b'], values: [1, null], hasValue: true },
  { name: 'one row as unit', reason: 'single-case', places: ['', ''], values: [null, 1], hasValue: true },
  {
    name: 'one cluster drawn',
    reason: 'single-cluster',
    places: ['/a', '/a', '/a'],
    values: [1, 0, 1],
    hasValue: true,
  },
  {
    name: 'one cluster in the domain',
    reason: 'single-cluster',
    places: ['/a', '/a', '/b', '/c'],
    values: [1, 0, null, null],
    hasValue: true,
  },
  {
    name: 'a cluster in each stratum',
    reason: 'no-degrees-of-freedom',
    places: ['n/a', 'n/a', 's/b', 's/b'],
    values: [1, 0, 1, 1],
    hasValue: true,
  },
  {
    name: 'a row in each stratum',
    reason: 'no-degrees-of-freedom',
    places: ['n', 's', 'w'],
    values: [1, 0, 1],
    hasValue: true,
  },
  {
    name: 'a population below the sample',
    reason: 'population-below-sample',
    places: ['/a', '/b', '/c'],
    values: [1, 0, 1],
    hasValue: true,
    options: { populationOf: () => 2 },
  },
  {
    name: 'every cluster of the population',
    reason: 'not-sampled',
    places: ['/a', '/b', '/c', '/c'],
    values: [1, 0, 1, 0],
    hasValue: true,
    options: { populationOf: () => 3 },
  },
  {
    name: 'every row of the population',
    reason: 'not-sampled',
    places: ['n', 'n', 's', 's'],
    values: [1, 0, 1, 1],
    hasValue: true,
    options: { populationOf: () => 2 },
  },
];

describe('estimates at the edges have a named reason', () => {
  for (const { name, reason, places, values, hasValue, options } of edges) {
    it.each(kinds)(`${name}: %s says ${reason}`, (kind) => {
      const actual = estimators[kind](sampleFor(kind, places, values, options));
      expect(actual.reason).toBe(reason);
      expect(actual.interval).toBeNull();
      expect(actual.value === null).toBe(!hasValue);
      expectFiniteThroughout(actual);
    });
  }

  it.each(['proportion', 'mean', 'ratio'] as const)('all alike: %s says no-variation', (kind) => {
    for (const value of [0, 1]) {
      const actual = estimators[kind](
        sampleFor(kind, ['/a', '/a', '/b', '/c'], [value, value, value, value]),
      );
      expect(actual).toMatchObject({ interval: null, reason: 'no-variation' });
      expect(actual.error?.standardError).toBeNull();
    }
  });

  it('a share of 0 or 1 has no interval, with or without clusters', () => {
    for (const places of [
      ['/a', '/b', '/c'],
      ['', '', ''],
    ]) {
      for (const value of [0, 1]) {
        const actual = estimateDesignProportion(sampleFor('proportion', places, [value, value, value]));
        expect(actual).toMatchObject({ value, interval: null, reason: 'no-variation' });
      }
    }
  });

  it('clusters that differ inside and not among each other leave no error to see', () => {
    const sample = sampleFor('mean', ['/a', '/a', '/b', '/b'], [0, 1, 1, 0]);
    expect(estimateDesignMean(sample)).toMatchObject({ value: 0.5, interval: null, reason: 'no-variation' });
  });

  it('a sum of denominators of 0 leaves a ratio undefined, also from an origin', () => {
    const rows: Row[] = [-0.3, 0.1, 0.2].map((value) => ({
      stratum: null,
      cluster: null,
      weight: 1,
      y: [1, value],
    }));
    for (const origin of [
      [0, 0],
      [1, 0.7],
    ]) {
      expect(estimateDesignRatio(sampleOfRows(rows, { origin }))).toMatchObject({
        value: null,
        reason: 'zero-denominator',
      });
    }
  });

  it('weights that are all zero give no figure', () => {
    const rows = rowsFor('mean', ['/a', '/b'], [1, 2]).map((row) => ({ ...row, weight: 0 }));
    expect(estimateDesignMean(sampleOfRows(rows))).toMatchObject({
      value: null,
      reason: 'no-positive-weight',
    });
  });

  it('n = N has a standard error of exactly 0', () => {
    const sample = sampleFor('mean', ['/a', '/b', '/c'], [4, 7, 9], { populationOf: () => 3 });
    expect(estimateDesignMean(sample).error?.standardError).toBe(0);
  });

  it('a stratum taken whole adds nothing to the error of the others', () => {
    const places = ['n', 'n', 'n', 's', 's'];
    const whole = sampleFor('total', places, [1, 5, 9, 2, 6], {
      populationOf: (stratum) => (stratum === 'n' ? 3 : null),
    });
    // Stratum s alone: 2/(2-1) times ((2-4)² + (6-4)²) = 16.
    expect(estimateDesignTotal(whole).error?.standardError).toBe(4);
  });
});

describe('sums that must not lose precision', () => {
  it('a large mean with a small spread keeps its error from an origin near it', () => {
    const values = [1e9 + 0.25, 1e9 + 0.5, 1e9 + 0.75, 1e9 + 1, 1e9 + 1.5];
    const rows = values.map((value) => ({ stratum: null, cluster: null, weight: 0.7, y: [value] }));
    const actual = estimateDesignMean(sampleOfRows(rows, { origin: [1e9] }));
    const near = values.map((value) => value - 1e9);
    const mean = near.reduce((sum, value) => sum + value, 0) / 5;
    const error = Math.sqrt(near.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 4 / 5);
    expectDigits(actual.error?.standardError, error);
    expectDigits((actual.value ?? 0) - 1e9, mean, 6);
  });

  it('does the same for a total of rows of equal weight', () => {
    const values = [0.25, 0.5, 0.75, 1, 1.5];
    const rows = values.map((value) => ({ stratum: null, cluster: null, weight: 2, y: [1e9 + value] }));
    const actual = estimateDesignTotal(sampleOfRows(rows, { origin: [1e9] }));
    // var(values) = 0.23125; a total of five rows of weight 2 has 4 * 5 * 0.23125.
    expectDigits(actual.error?.standardError, Math.sqrt(4.625));
  });

  it('a thousand million rows in two dozen clusters give the figures of their means', () => {
    const random = seededRandom(5);
    const clusters = Array.from({ length: 24 }, (_, index) => ({
      index,
      rows: 4e7 + index,
      share: 0.3 + 0.2 * random(),
    }));
    const sample: DesignSample = {
      frame: {
        strata: [
          { stratum: null, clusters: clusters.map(({ index }) => `c${index}`), rows: 1e9, population: null },
        ],
        lonelyStratum: 'adjust',
      },
      origin: [0],
      units: clusters.map(({ index, rows, share }) => {
        const given = Math.round(rows * share);
        return {
          stratum: null,
          cluster: `c${index}`,
          rows,
          totals: [rows, given],
          products: [rows, given, given],
          squares: null,
        };
      }),
    };
    const actual = estimateDesignProportion(sample);
    const whole = clusters.reduce((sum, { rows }) => sum + rows, 0);
    const mean = sample.units.reduce((sum, { totals }) => sum + (totals[1] ?? 0), 0) / whole;
    const squares = sample.units.reduce(
      (sum, { totals }) => sum + (((totals[1] ?? 0) - mean * (totals[0] ?? 0)) / whole) ** 2,
      0,
    );
    expectDigits(actual.value, mean, 12);
    expectDigits(actual.error?.standardError, Math.sqrt((24 / 23) * squares));
  });

  it('tenths that are all alike do not vary by rounding', () => {
    const rows = Array.from({ length: 3000 }, (_, row) => ({
      stratum: null,
      cluster: `c${row % 7}`,
      weight: 0.1 + (row % 3) / 7,
      y: [0.1],
    }));
    for (const origin of [[0], [0.3]]) {
      expect(estimateDesignMean(sampleOfRows(rows, { origin })).reason).toBe('no-variation');
    }
  });
});

describe('changes at the edges have a named reason', () => {
  const wave = (
    kind: DesignKind,
    places: readonly string[],
    values: readonly (number | null)[],
    options?: SampleOptions,
  ) => sampleFor(kind, places, values, options);
  const fine = ['/a', '/a', '/b', '/b', '/c', '/c', '/d', '/d'];
  const values = [1, 0, 1, 1, 0, 1, 0, 0];

  it.each(kinds)('%s against an empty wave', (kind) => {
    const empty = wave(
      kind,
      fine,
      fine.map(() => null),
    );
    const full = wave(kind, fine, values);
    expect(compareDesignIndependent(kind, empty, full)).toMatchObject({
      change: null,
      interval: null,
      reason: 'no-cases',
    });
    expect(compareDesignIndependent(kind, full, empty)).toMatchObject({
      change: null,
      test: null,
      reason: 'no-cases',
    });
  });

  it.each(kinds)('%s where a wave comes from one cluster', (kind) => {
    const single = wave(kind, fine, [1, 0, null, null, null, null, null, null]);
    const actual = compareDesignIndependent(kind, single, wave(kind, fine, values));
    expect(actual).toMatchObject({ interval: null, test: null, reason: 'single-cluster', cautious: null });
    expect(actual.change).not.toBeNull();
    expectFiniteThroughout(actual);
  });

  it.each(kinds)('%s where a wave has one row', (kind) => {
    const single = wave(kind, ['', '', ''], [null, 1, null]);
    const actual = compareDesignIndependent(kind, single, wave(kind, ['', '', ''], [1, 0, 1]));
    expect(actual).toMatchObject({ interval: null, reason: 'single-case' });
  });

  it('a share of 0 in one wave leaves the error to the other', () => {
    const none = wave(
      'proportion',
      fine,
      fine.map(() => 0),
    );
    const actual = compareDesignIndependent('proportion', none, wave('proportion', fine, values));
    expect(actual.reason).toBeNull();
    expect(actual.interval?.lower).toBeLessThan(actual.change ?? 0);
  });

  it('no variation in either wave', () => {
    const flat = (value: number) =>
      wave(
        'mean',
        fine,
        fine.map(() => value),
      );
    const actual = compareDesignIndependent('mean', flat(2), flat(3));
    expect(actual).toMatchObject({ change: 1, interval: null, test: null, reason: 'no-variation' });
  });

  it('never lets a difference of shares leave -1 to 1', () => {
    const places = ['', '', '', ''];
    const actual = compareDesignIndependent(
      'proportion',
      wave('proportion', places, [1, 0, 0, 0]),
      wave('proportion', places, [1, 1, 1, 0]),
      0.99,
    );
    expect(actual.interval?.upper).toBe(1);
    expect(actual.interval?.lower).toBeGreaterThan(-1);
  });

  it('whole populations in both waves differ exactly', () => {
    const options = { populationOf: () => 4 };
    const actual = compareDesignIndependent(
      'mean',
      wave('mean', fine, values, options),
      wave('mean', fine, [...values].reverse(), options),
    );
    expect(actual).toMatchObject({
      interval: null,
      test: null,
      reason: 'not-sampled',
      error: { standardError: 0 },
    });
  });

  it('a whole population in one wave does not make the other exact', () => {
    const actual = compareDesignIndependent(
      'mean',
      wave('mean', fine, values, { populationOf: () => 4 }),
      wave('mean', fine, [...values].reverse(), { populationOf: () => 400 }),
    );
    expect(actual.reason).toBeNull();
    expect(actual.error?.standardError).toBeGreaterThan(0);
  });

  it('two halves of a population, drawn apart, do not make a census', () => {
    const options = { populationOf: () => 8 };
    const elsewhere = fine.map((place) => `${place}2`);
    const actual = compareDesignIndependent(
      'mean',
      wave('mean', fine, values, options),
      wave('mean', elsewhere, values.slice(1).concat(1), options),
    );
    expect(actual.error?.standardError).toBeGreaterThan(0);
    expect(actual.error?.clusters).toBe(8);
  });

  it('matched figures that all move alike have a change without interval', () => {
    const rows: Row[] = fine.map((place, row) => ({
      stratum: null,
      cluster: place.slice(1),
      weight: 1,
      y: [row, row + 2],
    }));
    expect(compareDesignMatched('mean', sampleOfRows(rows))).toMatchObject({
      change: 2,
      interval: null,
      test: null,
      reason: 'no-variation',
    });
  });

  it('refuses matched samples with the wrong number of figures', () => {
    expect(() => compareDesignMatched('ratio', wave('ratio', fine, values))).toThrow(RangeError);
  });
});

describe('lonely strata', () => {
  const places = ['a/1', 'a/2', 'a/3', 'b/4', 'c/5', 'c/6'];
  const totals = [3, 5, 7, 10, 2, 4];
  const errorOf = (lonely: LonelyStratumRule) =>
    estimateDesignTotal(sampleFor('total', places, totals, { rule: lonely })).error?.standardError;
  // By hand: stratum a 3/2 * 8 = 12, stratum c 2/1 * 2 = 4, stratum b alone with 10.

  it('add their distance, nothing, or what the others add on average', () => {
    expectDigits(errorOf('adjust'), Math.sqrt(12 + 4 + 100));
    expectDigits(errorOf('remove'), 4);
    expectDigits(errorOf('certainty'), 4);
    expectDigits(errorOf('average'), Math.sqrt((12 + 4) * 1.5));
  });

  it('do not become lonely because their other clusters are outside the domain', () => {
    const domain = sampleFor('total', places, [3, 5, null, 10, 2, 4], { rule: 'average' });
    // Stratum a with a zero: 3/2 * ((3-8/3)² + (5-8/3)² + (8/3)²) = 19.
    expectDigits(estimateDesignTotal(domain).error?.standardError, Math.sqrt((19 + 4) * 1.5));
  });
});

describe('material that is not a sample', () => {
  const sample = sampleFor('mean', ['n/a', 'n/b', 's/c', 's/d'], [1, 2, 3, 5]);

  it('is refused: a stratum or cluster that the frame does not know', () => {
    const [first, ...rest] = sample.frame.strata;
    if (first === undefined) throw new Error('two strata');
    const without = { ...sample, frame: { ...sample.frame, strata: rest } };
    expect(() => estimateDesignMean(without)).toThrow(RangeError);
    const smaller = { ...first, clusters: ['a'] };
    const fewer = { ...sample, frame: { ...sample.frame, strata: [smaller, ...rest] } };
    expect(() => estimateDesignMean(fewer)).toThrow(RangeError);
    const twice = { ...sample, frame: { ...sample.frame, strata: [...sample.frame.strata, first] } };
    expect(() => estimateDesignMean(twice)).toThrow(RangeError);
  });

  it('is refused: sums that are not numbers, or of another length', () => {
    const [first, ...rest] = sample.units;
    if (first === undefined) throw new Error('four units');
    const infinite = { ...sample, units: [{ ...first, totals: [1, Number.POSITIVE_INFINITY] }, ...rest] };
    expect(() => estimateDesignMean(infinite)).toThrow(RangeError);
    expect(() => estimateDesignRatio({ ...sample, origin: [0, 0] })).toThrow(RangeError);
    expect(() => estimateDesignMean(sample, 1)).toThrow(RangeError);
  });

  it('is refused: rows as units without their sums of squared weights', () => {
    const rows = sampleFor('mean', ['', '', ''], [1, 2, 4]);
    const without = { ...rows, units: rows.units.map((unit) => ({ ...unit, squares: null })) };
    expect(() => estimateDesignMean(without)).toThrow(RangeError);
  });

  it('is refused: merging different clusters or figures', () => {
    const [first, second] = sample.units;
    if (!first || !second) throw new Error('four units');
    expect(() => mergeUnits(first, second)).toThrow(RangeError);
    expect(() => mergeUnits(first, { ...first, totals: [1, 2, 3] })).toThrow(RangeError);
  });
});
