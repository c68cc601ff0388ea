import { describe, expect, it } from 'vitest';
import { estimateDesignMean } from '../../../../shared/stats/design/mean';
import { mergeUnits } from '../../../../shared/stats/design/merge';
import { estimateDesignProportion } from '../../../../shared/stats/design/proportion';
import { estimateDesignRatio } from '../../../../shared/stats/design/ratio';
import { estimateDesignTotal } from '../../../../shared/stats/design/total';
import type { DesignKind, DesignSample } from '../../../../shared/stats/design/types';
import type { Estimate, ReasonId } from '../../../../shared/stats/types';
import { expectFiniteThroughout } from '../support';
import { type Row, rowsFor, type SampleOptions, sampleFor, sampleOfRows } from './support';

const estimators = {
  proportion: (sample: DesignSample) => estimateDesignProportion(sample),
  mean: (sample: DesignSample) => estimateDesignMean(sample),
  ratio: (sample: DesignSample) => estimateDesignRatio(sample),
  total: (sample: DesignSample) => estimateDesignTotal(sample),
} satisfies Record<DesignKind, (sample: DesignSample) => Estimate>;

const kinds = ['proportion', 'mean', 'ratio', 'total'] as const;

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
    reason: 'whole-population',
    places: ['/a', '/b', '/c', '/c'],
    values: [1, 0, 1, 0],
    hasValue: true,
    options: { populationOf: () => 3 },
  },
  {
    name: 'every row of the population',
    reason: 'whole-population',
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
