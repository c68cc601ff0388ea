import { describe, expect, it } from 'vitest';
import { compareDesignIndependent, compareDesignMatched } from '../../../../shared/stats/design/contrast';
import { estimateDesignMean } from '../../../../shared/stats/design/mean';
import { estimateDesignRatio } from '../../../../shared/stats/design/ratio';
import { estimateDesignTotal } from '../../../../shared/stats/design/total';
import type { DesignSample } from '../../../../shared/stats/design/types';
import { sampleOfRows } from './support';

// A group whose answers are far from the mean of the whole sample, which is what is taken off each number.
const origin = 50.8125;
const exposureOrigin = 6.96875;
const people = 200;

function weight(row: number): number {
  return Math.round((0.5 + ((row * 37) % 101) / 16) * 1e4) / 1e4;
}

function exposure(row: number): number {
  return Math.round((3 + ((row * 29) % 97) / 12) * 1e3) / 1e3;
}

type Stratified = { isStratified: boolean };

function sample(
  values: (row: number) => readonly number[],
  origins: readonly number[],
  { isStratified }: Stratified,
): DesignSample {
  const rows = Array.from({ length: people }, (_, row) => ({
    stratum: isStratified ? String(row % 3) : null,
    cluster: null,
    weight: weight(row),
    y: values(row),
  }));
  return sampleOfRows(rows, { origin: origins });
}

describe.each([{ isStratified: false }, { isStratified: true }])(
  'weighted rows that all agree have no error, stratified: $isStratified',
  (design) => {
    const absent = {
      interval: null,
      reason: 'no-variation',
      error: { standardError: null, designEffect: null },
    };

    it('the same answer by everybody', () => {
      const actual = estimateDesignMean(sample(() => [37.3], [origin], design));
      expect(actual).toMatchObject(absent);
      expect(actual.value).toBeCloseTo(37.3, 10);
    });

    it('no events at all are a rate of exactly 0', () => {
      const none = sample((row) => [0, exposure(row)], [0.3046875, exposureOrigin], design);
      expect(estimateDesignRatio(none, 0.95, 100)).toMatchObject({ ...absent, value: 0 });
    });

    it('a sum of nothing is exactly 0', () => {
      const none = sample(() => [0], [0.16796875], design);
      expect(estimateDesignTotal(none)).toMatchObject({ ...absent, value: 0 });
    });

    it('a ratio alike in every row', () => {
      const alike = sample(
        (row) => [exposure(row) / 10, exposure(row)],
        [0.69921875, exposureOrigin],
        design,
      );
      expect(estimateDesignRatio(alike)).toMatchObject(absent);
    });

    it('between two waves', () => {
      const same = sample(() => [37.3], [origin], design);
      const other = sample(() => [37.3], [50.40625], design);
      expect(compareDesignIndependent('mean', same, other)).toMatchObject({
        ...absent,
        test: null,
        effectSize: null,
      });
    });

    it('has no relative change from nothing', () => {
      const none = sample((row) => [0, exposure(row)], [0.3046875, exposureOrigin], design);
      const some = sample((row) => [row % 2, exposure(row)], [0.5, exposureOrigin], design);
      const actual = compareDesignIndependent('ratio', none, some);
      expect(actual.effectSize).toBeNull();
      expect(actual.interval).not.toBeNull();
    });

    it('everybody raised by the same amount', () => {
      const pairs = sample(
        (row) => {
          const before = Math.round((40 + ((row * 53) % 89) / 7) * 100) / 100;
          return [before, Math.round((before + 0.7) * 100) / 100];
        },
        [origin, 51.25],
        design,
      );
      const actual = compareDesignMatched('mean', pairs);
      expect(actual).toMatchObject({ ...absent, test: null });
      expect(actual.change).toBeCloseTo(0.7, 10);
    });
  },
);

describe('rows that nearly agree keep their error', () => {
  it('one answer in two hundred a tenth higher', () => {
    const nearly = sample((row) => [row === 7 ? 37.4 : 37.3], [origin], { isStratified: false });
    const actual = estimateDesignMean(nearly);
    expect(actual.reason).toBeNull();
    const whole = Array.from({ length: people }, (_, row) => weight(row)).reduce((sum, own) => sum + own, 0);
    const share = weight(7) / whole;
    const squares = Array.from({ length: people }, (_, row) => {
      const distance = (row === 7 ? 0.1 : 0) - share * 0.1;
      return ((weight(row) / whole) * distance) ** 2;
    }).reduce((sum, square) => sum + square, 0);
    const expected = Math.sqrt((squares * people) / (people - 1));
    expect((actual.error?.standardError ?? 0) / expected).toBeCloseTo(1, 8);
  });
});
