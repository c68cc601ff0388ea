import { describe, expect, it } from 'vitest';
import { shiftIndependent, shiftMatched } from '../../../shared/stats/hodges-lehmann';
import { estimateMedian, medianLimitPlace } from '../../../shared/stats/median';
import { pairDifferences, walshSums } from '../../../shared/stats/pair-selection';
import type { Estimate } from '../../../shared/stats/types';
import { golden } from './ranks-golden';
import { expectDigits, expectFiniteThroughout, seededRandom, wholeNumber } from './support';

type Expected = { value: number; lower: number | null; upper: number | null };

/** Agreement to nine digits in the value, seven in the limits; where R's figure is 0, to the rounding of the values. */
function expectEstimate(estimate: Estimate, expected: Expected): void {
  for (const [ours, theirs, digits] of [
    [estimate.value, expected.value, 9],
    [estimate.interval?.lower ?? null, expected.lower, 7],
    [estimate.interval?.upper ?? null, expected.upper, 7],
  ] as const) {
    expectDigits(ours, theirs, digits);
  }
}

describe('shift of independent waves', () => {
  it.each(golden.independent.map((row, index) => [index, row] as const))(
    'is the median of all differences, between two of them: case %s',
    (_, row) => {
      const estimate = shiftIndependent(row.baseline, row.followUp, row.level);
      expectEstimate(estimate, { value: row.shift, lower: row.shiftLower, upper: row.shiftUpper });
      expect(estimate.reason).toBe(row.shiftLower === null ? 'too-few-for-level' : null);
    },
  );

  it.each(golden.large)('holds for thousands of millions of answers: $value', (row) => {
    const estimate = shiftIndependent(row.baseline, row.followUp, row.level);
    expectEstimate(estimate, row);
    const mirrored = shiftIndependent(row.followUp, row.baseline, row.level);
    expect(mirrored.value).toBeCloseTo(-row.value, 12);
    expect(mirrored.interval?.upper).toBeCloseTo(-(row.lower ?? 0), 12);
  });

  it('moves with the values', () => {
    for (const { baseline, followUp } of golden.independent) {
      const moved = followUp.map(({ value, count }) => ({ value: value + 1024, count }));
      const [before, after] = [shiftIndependent(baseline, followUp), shiftIndependent(baseline, moved)];
      expect(after.value).toBeCloseTo((before.value ?? 0) + 1024, 9);
    }
  });

  it('says why there is none', () => {
    const everyone = [{ value: 3, count: 8 }];
    expect(shiftIndependent([], everyone)).toEqual({ value: null, interval: null, reason: 'no-cases' });
    expect(shiftIndependent(everyone, [{ value: 5, count: 9 }])).toEqual({
      value: 2,
      interval: null,
      reason: 'no-variation',
    });
    expect(shiftIndependent([{ value: 1, count: 1 }], [{ value: 4, count: 1 }])).toMatchObject({
      value: 3,
      interval: null,
    });
  });

  it('finds among ten thousand million pairs without making them', () => {
    const wave = (start: number) =>
      Array.from({ length: 100_000 }, (_, index) => ({ value: start + index, count: 1 + (index % 3) }));
    // The same wave moved by 5000: as many differences above as below.
    const estimate = shiftIndependent(wave(0), wave(5000));
    expect(estimate.value).toBe(5000);
    expect((estimate.interval?.lower ?? 0) + (estimate.interval?.upper ?? 0)).toBe(10_000);
    expect(estimate.interval?.lower).toBeLessThan(5000);
  });
});

describe('shift of the same people', () => {
  it.each(golden.matched.map((row, index) => [index, row] as const))(
    'is the median of the Walsh averages, between two of them: case %s',
    (_, row) => {
      const estimate = shiftMatched(row.differences, row.level);
      expectEstimate(estimate, { value: row.shift, lower: row.shiftLower, upper: row.shiftUpper });
    },
  );

  it.each(golden.largeMatched)('holds for thousands of millions of differences: $value', (row) => {
    expectEstimate(shiftMatched(row.differences, row.level), row);
  });

  it('says why there is none', () => {
    expect(shiftMatched([]).reason).toBe('no-cases');
    expect(shiftMatched([{ value: 2, count: 1 }])).toEqual({
      value: 2,
      interval: null,
      reason: 'single-case',
    });
    expect(shiftMatched([{ value: 0, count: 9 }])).toEqual({
      value: 0,
      interval: null,
      reason: 'no-variation',
    });
  });
});

describe('pairs in order', () => {
  it('are those of the written-out list, place by place', () => {
    const random = seededRandom(17);
    for (let round = 0; round < 40; round += 1) {
      const wave = () =>
        [-2.5, -1, 0, 0.1, 3, 8]
          .map((value) => ({ value, count: wholeNumber(random, 3) }))
          .filter(({ count }) => count > 0);
      const [first, second] = [
        [...wave(), { value: 9, count: 1 }],
        [...wave(), { value: 11, count: 2 }],
      ];
      const spell = (values: readonly { value: number; count: number }[]) =>
        values.flatMap(({ value, count }) => Array.from({ length: count }, () => value));
      const [left, right] = [spell(first), spell(second)];
      const differences = left.flatMap((one) => right.map((other) => other - one)).sort((a, b) => a - b);
      const sums = left
        .flatMap((one, index) => left.slice(index).map((other) => one + other))
        .sort((a, b) => a - b);
      const [pairs, walsh] = [pairDifferences(first, second), walshSums(first)];
      expect(pairs.total).toBe(BigInt(differences.length));
      expect(walsh.total).toBe(BigInt(sums.length));
      expect(differences.map((_, index) => pairs.select(BigInt(index + 1)))).toEqual(differences);
      expect(sums.map((_, index) => walsh.select(BigInt(index + 1)))).toEqual(sums);
    }
  });
});

describe('median', () => {
  it.each(golden.medians.map((row, index) => [index, row] as const))(
    'gives the figures of R: case %s',
    (_, row) => {
      const estimate = estimateMedian(row.frequencies, row.level);
      expectEstimate(estimate, row);
      expect(estimate.reason).toBe(row.lower === null ? 'too-few-for-level' : null);
    },
  );

  it.each(golden.places)('places its limits as qbinom does: $n answers', ({ n, p95, p99 }) => {
    expect(medianLimitPlace(n, 0.95)).toBe(p95);
    expect(medianLimitPlace(n, 0.99)).toBe(p99);
  });

  it('holds for a thousand million answers', () => {
    const estimate = estimateMedian([
      { value: 1, count: 4e8 },
      { value: 2, count: 99_990_000 },
      { value: 7, count: 5.1e8 },
    ]);
    expect(estimate).toEqual({ value: 7, interval: { lower: 7, upper: 7, level: 0.95 }, reason: null });
    expectFiniteThroughout(estimate);
  });

  it('says why there is none', () => {
    expect(estimateMedian([])).toEqual({ value: null, interval: null, reason: 'no-cases' });
    expect(estimateMedian([{ value: 4, count: 0 }]).reason).toBe('no-cases');
    expect(estimateMedian([{ value: 4, count: 1 }])).toEqual({
      value: 4,
      interval: null,
      reason: 'single-case',
    });
    expect(estimateMedian([{ value: 4, count: 30 }])).toEqual({
      value: 4,
      interval: null,
      reason: 'no-variation',
    });
  });

  it('holds the true median as often as it says, whatever the distribution', () => {
    const random = seededRandom(99);
    let held = 0;
    for (let round = 0; round < 8000; round += 1) {
      const drawn = Array.from({ length: 25 }, () => ({ value: random() ** 3, count: 1 }));
      const { interval } = estimateMedian(drawn);
      if (interval && interval.lower <= 0.125 && interval.upper >= 0.125) held += 1;
    }
    // 1 - 2 pbinom(7, 25, 0.5) = 0.9567
    expect(held / 8000).toBeGreaterThan(0.949);
    expect(held / 8000).toBeLessThan(0.965);
  });
});
