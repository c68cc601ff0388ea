import { describe, expect, it } from 'vitest';
import { compareDesignIndependent, compareDesignMatched } from '../../../../shared/stats/design/contrast';
import { intraclassCorrelation } from '../../../../shared/stats/design/intraclass';
import { estimateDesignMean } from '../../../../shared/stats/design/mean';
import { mergeUnits } from '../../../../shared/stats/design/merge';
import { estimateDesignProportion } from '../../../../shared/stats/design/proportion';
import { estimateDesignRatio } from '../../../../shared/stats/design/ratio';
import { estimateDesignTotal } from '../../../../shared/stats/design/total';
import type { DesignKind, DesignSample } from '../../../../shared/stats/design/types';
import { estimateMean } from '../../../../shared/stats/mean';
import { estimateRatio } from '../../../../shared/stats/ratio';
import type { ChangeResult, Estimate } from '../../../../shared/stats/types';
import {
  covarianceOf,
  expectDigits,
  expectFiniteThroughout,
  momentsOf,
  seededRandom,
  wholeNumber,
} from '../support';
import { type Row, type SampleOptions, sampleOfRows } from './support';

const kinds = ['proportion', 'mean', 'ratio', 'total'] as const;
const estimators = {
  proportion: estimateDesignProportion,
  mean: estimateDesignMean,
  ratio: estimateDesignRatio,
  total: estimateDesignTotal,
} satisfies Record<DesignKind, (sample: DesignSample) => Estimate>;

const seeds = Array.from({ length: 12 }, (_, seed) => seed + 1);

function figuresFor(kind: DesignKind, random: () => number, cluster: number): number[] {
  const share = random() < 0.3 + (cluster % 4) / 8 ? 1 : 0;
  if (kind === 'proportion') return [share];
  const value = Math.round(100 * (random() + cluster / 5)) / 10;
  return kind === 'ratio' ? [value, 1 + wholeNumber(random, 9)] : [value];
}

type Shape = { strata: boolean; clusters: boolean; pairs?: boolean };

/** A sample of 40 to 120 rows with weights, part of them outside the domain. */
function randomRows(kind: DesignKind, random: () => number, { strata, clusters, pairs }: Shape): Row[] {
  const clusterCount = 12 + wholeNumber(random, 8);
  return Array.from({ length: 40 + wholeNumber(random, 80) }, () => {
    const cluster = wholeNumber(random, clusterCount - 1);
    const first = figuresFor(kind, random, cluster);
    const y = pairs ? [...first, ...figuresFor(kind, random, cluster + 1)] : first;
    return {
      stratum: strata ? `s${cluster % 3}` : null,
      cluster: clusters ? `c${cluster}` : null,
      weight: 0.2 + 3 * random(),
      y: random() < 0.75 ? y : null,
    };
  });
}

const shapes: Shape[] = [
  { strata: false, clusters: true },
  { strata: true, clusters: true },
  { strata: false, clusters: false },
  { strata: true, clusters: false },
];

function optionsFor(kind: DesignKind, pairs = false): SampleOptions {
  const half = kind === 'ratio' ? 2 : 1;
  return { origin: new Array<number>(pairs ? 2 * half : half).fill(0.5) };
}

function expectSameEstimate(actual: Estimate, expected: Estimate, factor = 1): void {
  expect(actual.reason).toBe(expected.reason);
  const times = (value: number | null | undefined) => (value == null ? null : value * factor);
  expectDigits(actual.value, times(expected.value));
  expectDigits(actual.interval?.lower ?? null, times(expected.interval?.lower), 7);
  expectDigits(actual.interval?.upper ?? null, times(expected.interval?.upper), 7);
  expectDigits(actual.error?.designEffect ?? null, expected.error?.designEffect ?? null);
}

function expectSameChange(actual: ChangeResult, expected: ChangeResult, sign = 1): void {
  expect(actual.reason).toBe(expected.reason);
  expect(actual.method).toBe(expected.method);
  const signed = (value: number | null | undefined) => (value == null ? null : sign * value);
  const limits = [expected.interval?.lower, expected.interval?.upper].map(signed);
  if (sign < 0) limits.reverse();
  const tolerance = Math.abs(expected.error?.standardError ?? 1) * 1e-9;
  const near = (value: number | null | undefined, wanted: number | null | undefined) => {
    if (value == null || wanted == null) expect(value ?? null).toBe(wanted ?? null);
    else expect(Math.abs(value - wanted), `${value} against ${wanted}`).toBeLessThanOrEqual(tolerance);
  };
  near(actual.change, signed(expected.change));
  near(actual.interval?.lower, limits[0]);
  near(actual.interval?.upper, limits[1]);
  expectDigits(actual.error?.standardError ?? null, expected.error?.standardError ?? null);
  expectDigits(actual.test?.df ?? null, expected.test?.df ?? null);
  if (expected.test?.statistic != null) {
    expect(Math.abs((actual.test?.statistic ?? 0) - sign * expected.test.statistic)).toBeLessThan(1e-8);
  }
  expectDigits(actual.cautious?.test?.df ?? null, expected.cautious?.test?.df ?? null);
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}

describe('for random samples of every shape', () => {
  it.each(kinds)('weights times a constant change nothing of a %s but the scale of a total', (kind) => {
    for (const seed of seeds) {
      for (const shape of shapes) {
        const rows = randomRows(kind, seededRandom(seed), shape);
        const plain = estimators[kind](sampleOfRows(rows, optionsFor(kind)));
        for (const factor of [1e-6, 37]) {
          const scaled = rows.map((row) => ({ ...row, weight: row.weight * factor }));
          const actual = estimators[kind](sampleOfRows(scaled, optionsFor(kind)));
          expectFiniteThroughout(actual);
          expectSameEstimate(actual, plain, kind === 'total' ? factor : 1);
        }
      }
    }
  });

  it.each(['proportion', 'mean', 'ratio'] as const)('they change nothing of a change of a %s', (kind) => {
    for (const seed of seeds) {
      for (const shape of shapes) {
        const random = seededRandom(seed);
        const waves = [randomRows(kind, random, shape), randomRows(kind, random, shape)];
        const compareScaled = (factor: number) => {
          const [baseline, followUp] = waves.map((rows) =>
            sampleOfRows(
              rows.map((row) => ({ ...row, weight: row.weight * factor })),
              optionsFor(kind),
            ),
          );
          if (!baseline || !followUp) throw new Error('two waves');
          return compareDesignIndependent(kind, baseline, followUp);
        };
        expectSameChange(compareScaled(250), compareScaled(1));
      }
    }
  });

  it.each(kinds)('clusters of one row give the %s of rows as units', (kind) => {
    for (const seed of seeds) {
      for (const strata of [false, true]) {
        const rows = randomRows(kind, seededRandom(seed), { strata, clusters: false });
        const single = rows.map((row, index) => ({ ...row, cluster: `r${index}` }));
        const actual = estimators[kind](sampleOfRows(single, optionsFor(kind)));
        expectSameEstimate(actual, estimators[kind](sampleOfRows(rows, optionsFor(kind))));
      }
    }
  });

  it.each(kinds)('clusters of one row give the change of a %s of rows as units', (kind) => {
    for (const seed of seeds) {
      const random = seededRandom(seed);
      const waves = [0, 1].map(() => randomRows(kind, random, { strata: true, clusters: false }));
      const compare = (name: ((wave: number, row: number) => string) | null) => {
        const [baseline, followUp] = waves.map((rows, wave) =>
          sampleOfRows(
            rows.map((row, index) => ({ ...row, cluster: name === null ? null : name(wave, index) })),
            optionsFor(kind),
          ),
        );
        if (!baseline || !followUp) throw new Error('two waves');
        return compareDesignIndependent(kind, baseline, followUp);
      };
      expectSameChange(
        compare((wave, row) => `w${wave}r${row}`),
        compare(null),
      );
    }
  });

  it.each(kinds)('n = N leaves a %s without error', (kind) => {
    for (const shape of shapes) {
      const rows = randomRows(kind, seededRandom(11), shape);
      const drawn = sampleOfRows(rows, optionsFor(kind));
      const sizes = new Map(
        drawn.frame.strata.map(({ stratum, clusters, rows: count }) => [stratum, clusters?.length ?? count]),
      );
      const populationOf = (stratum: string | null) => sizes.get(stratum) ?? null;
      const actual = estimators[kind](sampleOfRows(rows, { ...optionsFor(kind), populationOf }));
      expect(actual).toMatchObject({
        interval: null,
        reason: 'whole-population',
        error: { standardError: 0 },
      });
    }
  });

  it.each(kinds)('a growing population brings a %s to the figure without one', (kind) => {
    const rows = randomRows(kind, seededRandom(3), { strata: true, clusters: true });
    const errorWith = (population: number | null) =>
      estimators[kind](sampleOfRows(rows, { ...optionsFor(kind), populationOf: () => population })).error
        ?.standardError ?? Number.NaN;
    expect(errorWith(20)).toBeLessThan(errorWith(100));
    expect(errorWith(100)).toBeLessThan(errorWith(null));
    expectDigits(errorWith(1e12), errorWith(null));
  });

  it.each(kinds)('the order of rows, clusters and strata changes nothing of a %s', (kind) => {
    for (const seed of seeds) {
      for (const shape of shapes) {
        const random = seededRandom(seed);
        const rows = randomRows(kind, random, shape);
        const plain = sampleOfRows(rows, optionsFor(kind));
        const mixed = sampleOfRows(shuffled(rows, random), optionsFor(kind));
        const actual = {
          ...mixed,
          frame: { ...mixed.frame, strata: shuffled(mixed.frame.strata, random) },
          units: shuffled(mixed.units, random),
        };
        expectSameEstimate(estimators[kind](actual), estimators[kind](plain));
      }
    }
  });

  it.each(kinds)('swapping the waves turns the sign of a change of a %s and nothing else', (kind) => {
    for (const seed of seeds) {
      for (const shape of shapes) {
        const random = seededRandom(seed);
        const [first, second] = [0, 1].map(() =>
          sampleOfRows(randomRows(kind, random, shape), optionsFor(kind)),
        );
        if (!first || !second) throw new Error('two waves');
        const there = compareDesignIndependent(kind, first, second);
        expectFiniteThroughout(there);
        expectSameChange(compareDesignIndependent(kind, second, first), there, -1);
      }
    }
  });

  it.each(kinds)('swapping the sides of matched people turns the sign of a change of a %s', (kind) => {
    for (const seed of seeds) {
      for (const shape of shapes) {
        const rows = randomRows(kind, seededRandom(seed), { ...shape, pairs: true });
        const half = kind === 'ratio' ? 2 : 1;
        const back = rows.map((row) => ({
          ...row,
          y: row.y && [...row.y.slice(half), ...row.y.slice(0, half)],
        }));
        const there = compareDesignMatched(kind, sampleOfRows(rows, optionsFor(kind, true)));
        expectSameChange(compareDesignMatched(kind, sampleOfRows(back, optionsFor(kind, true))), there, -1);
      }
    }
  });

  it('domains that part the sample merge into it', () => {
    for (const seed of seeds) {
      for (const shape of shapes) {
        const random = seededRandom(seed);
        const rows = randomRows('mean', random, shape).map((row) => ({ row, half: random() < 0.5 }));
        const halfOf = (half: boolean) =>
          sampleOfRows(
            rows.map((entry) => (entry.half === half ? entry.row : { ...entry.row, y: null })),
            optionsFor('mean'),
          );
        const [left, right] = [halfOf(true), halfOf(false)];
        const key = (unit: DesignSample['units'][number]) => `${unit.stratum} ${unit.cluster}`;
        const merged = new Map(left.units.map((unit) => [key(unit), unit]));
        for (const unit of right.units) {
          const known = merged.get(key(unit));
          merged.set(key(unit), known ? mergeUnits(known, unit) : unit);
        }
        const whole = sampleOfRows(
          rows.map(({ row }) => row),
          optionsFor('mean'),
        );
        expectSameEstimate(
          estimateDesignMean({ ...left, units: [...merged.values()] }),
          estimateDesignMean(whole),
        );
      }
    }
  });

  it('an interval of a share stays between 0 and 1 and holds the share', () => {
    for (const seed of seeds) {
      const rows = randomRows('proportion', seededRandom(seed), { strata: false, clusters: true });
      const { value, interval } = estimateDesignProportion(sampleOfRows(rows), 0.999);
      if (interval === null || value === null) continue;
      expect(interval.lower).toBeGreaterThan(0);
      expect(interval.upper).toBeLessThan(1);
      expect(interval.lower).toBeLessThan(value);
      expect(interval.upper).toBeGreaterThan(value);
    }
  });

  it('the intraclass correlation does not depend on unit, origin or scale of the weights', () => {
    for (const seed of seeds) {
      const rows = randomRows('mean', seededRandom(seed), { strata: false, clusters: true });
      const plain = intraclassCorrelation(sampleOfRows(rows, { origin: [0.5] }));
      const moved = rows.map((row) => ({
        ...row,
        weight: row.weight * 9,
        y: row.y && [40 - 3 * (row.y[0] ?? 0)],
      }));
      expectDigits(
        intraclassCorrelation(sampleOfRows(moved, { origin: [37] })).correlation,
        plain.correlation,
        8,
      );
    }
  });
});

describe('a sample with nothing declared', () => {
  it('gives the mean of the t interval', () => {
    for (const seed of seeds) {
      const random = seededRandom(seed);
      const values = Array.from({ length: 2 + wholeNumber(random, 50) }, () => 20 * random());
      const rows = values.map((value) => ({ stratum: null, cluster: null, weight: 1, y: [value] }));
      const actual = estimateDesignMean(sampleOfRows(rows, { origin: [10] }));
      const expected = estimateMean(momentsOf(values));
      expectDigits(actual.value, expected.value);
      expectDigits(actual.interval?.lower, expected.interval?.lower ?? null, 7);
      expectDigits(actual.error?.designEffect, 1);
    }
  });

  it('gives the linearised ratio', () => {
    for (const seed of seeds) {
      const random = seededRandom(seed);
      const pairs = Array.from(
        { length: 3 + wholeNumber(random, 50) },
        () => [5 * random(), 1 + random()] as const,
      );
      const rows = pairs.map((y) => ({ stratum: null, cluster: null, weight: 1, y }));
      const [above, below] = [pairs.map(([value]) => value), pairs.map(([, value]) => value)];
      const [first, second] = [momentsOf(above), momentsOf(below)];
      const expected = estimateRatio({
        n: pairs.length,
        meanNumerator: first.mean,
        meanDenominator: second.mean,
        varianceNumerator: first.variance,
        varianceDenominator: second.variance,
        covariance: covarianceOf(above, below),
      });
      const actual = estimateDesignRatio(sampleOfRows(rows, { origin: [1, 1] }));
      expectDigits(actual.value, expected.value);
      expectDigits(actual.interval?.upper, expected.interval?.upper ?? null, 7);
    }
  });
});
