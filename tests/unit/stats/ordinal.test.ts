import { describe, expect, it } from 'vitest';
import {
  boxCounts,
  compareIndependentRanks,
  compareMatchedRanks,
  topTwoBox,
  topTwoValues,
} from '../../../shared/stats/ordinal';
import { expectDigits, golden, seededRandom, wholeNumber } from './support';

const agreement = [
  { value: 1, count: 4 },
  { value: 2, count: 10 },
  { value: 3, count: 20 },
  { value: 5, count: 6 },
];

describe('top-two box', () => {
  it('takes the two highest of the declared scale even if one was never given', () => {
    expect(topTwoBox(agreement, [1, 2, 3, 4, 5])).toEqual({ n: 40, x: 6 });
  });

  it('takes the two lowest where low is favourable', () => {
    expect(topTwoBox(agreement, [5, 4, 3, 2, 1], 'lowest')).toEqual({ n: 40, x: 14 });
    expect(topTwoValues([10, 9, 2, 1, 1], 'lowest')).toEqual([1, 2]);
  });

  it('counts any other box too', () => {
    expect(boxCounts(agreement, [3])).toEqual({ n: 40, x: 20 });
    expect(boxCounts([], [3])).toEqual({ n: 0, x: 0 });
  });
});

describe('Mann-Whitney from frequencies', () => {
  it('agrees with wilcox.test on the rows', () => {
    for (const row of golden.ranks) {
      const { test, effectSize } = compareIndependentRanks(row.baseline, row.followUp);
      expectDigits(test?.statistic, row.w);
      expectDigits(test?.p, row.p);
      expectDigits(effectSize?.value, row.rankBiserial);
    }
  });

  it('gives the share of pairs won minus lost', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 100; round += 1) {
      const waves = [0, 1].map(() =>
        [1, 2, 3, 4, 5].map((value) => ({ value, count: wholeNumber(random, 9) + (value === 3 ? 1 : 0) })),
      );
      const [baseline = [], followUp = []] = waves;
      let balance = 0;
      let pairs = 0;
      for (const before of baseline) {
        for (const after of followUp) {
          pairs += before.count * after.count;
          balance += before.count * after.count * Math.sign(after.value - before.value);
        }
      }
      const { effectSize } = compareIndependentRanks(baseline, followUp);
      if (effectSize !== null) expect(effectSize.value).toBeCloseTo(balance / pairs, 12);
    }
  });

  it('says why there is no test', () => {
    const everyone = [{ value: 3, count: 8 }];
    expect(compareIndependentRanks([], everyone)).toEqual({
      test: null,
      effectSize: null,
      reason: 'no-cases',
    });
    expect(compareIndependentRanks(everyone, everyone).reason).toBe('no-variation');
    expect(compareIndependentRanks([{ value: 2, count: 1 }], [{ value: 2, count: 1 }]).reason).toBe(
      'no-variation',
    );
  });

  it('holds for a thousand million answers', () => {
    const huge = [1, 2, 3].map((value) => ({ value, count: 4e8 }));
    const shifted = [1, 2, 3].map((value) => ({ value, count: 4e8 + (value - 2) * 1e4 }));
    const { test, effectSize } = compareIndependentRanks(huge, shifted);
    expect(effectSize?.value).toBeCloseTo((2 * 2 * 1e4) / (3 * 1.2e9), 15);
    // By hand z = (4e4 / 3.6e9 / 2) * 1.2e9 / sqrt(2.4e9 * (1 - 1/9) / 12) = 0.5.
    expect(test?.p).toBeCloseTo(0.617075, 5);
  });
});

describe("Wilcoxon's signed ranks from frequencies of differences", () => {
  it('agrees with wilcox.test, zeros dropped', () => {
    for (const row of golden.signedRanks) {
      const { test, effectSize } = compareMatchedRanks(row.differences);
      expectDigits(test?.statistic, row.v);
      expectDigits(test?.p, row.p);
      expectDigits(effectSize?.value, row.rankBiserial);
    }
  });

  it('changes only the sign when the waves swap', () => {
    for (const row of golden.signedRanks) {
      const reversed = row.differences.map(({ value, count }) => ({ value: -value, count }));
      const forward = compareMatchedRanks(row.differences);
      const backward = compareMatchedRanks(reversed);
      expect(forward.effectSize?.value).toBeCloseTo(-(backward.effectSize?.value ?? 0), 12);
      expectDigits(forward.test?.p, backward.test?.p ?? null);
    }
  });

  it('says why there is no test', () => {
    expect(compareMatchedRanks([]).reason).toBe('no-cases');
    expect(compareMatchedRanks([{ value: 0, count: 12 }]).reason).toBe('no-variation');
  });

  it('refuses counts that are not whole', () => {
    expect(() => compareMatchedRanks([{ value: 1, count: 1.5 }])).toThrow(RangeError);
  });
});
