import { describe, expect, it } from 'vitest';
import { lowerTail, rankSumDistribution, signedRankDistribution } from '../../../shared/stats/exact-ranks';
import { mergeRoundedDifferences } from '../../../shared/stats/frequencies';
import { compareIndependentRanks } from '../../../shared/stats/mann-whitney';
import { compareMatchedRanks } from '../../../shared/stats/signed-rank';
import type { Frequencies } from '../../../shared/stats/types';
import { golden } from './ranks-golden';
import {
  expectDigits,
  expectFiniteThroughout,
  golden as firstGolden,
  seededRandom,
  wholeNumber,
} from './support';

/** Each value once for each count, for counting by hand. */
function spell(frequencies: Frequencies): number[] {
  return frequencies.flatMap(({ value, count }) => Array.from({ length: count }, () => value));
}

function randomWave(random: () => number, values: readonly number[], most: number) {
  return values.map((value) => ({ value, count: wholeNumber(random, most) + (value === 3 ? 1 : 0) }));
}

describe('Mann-Whitney from frequencies', () => {
  it.each(golden.independent.map((row, index) => [index, row] as const))(
    'gives test, p and effect size of R: case %s',
    (_, row) => {
      const { test, effectSize, reason } = compareIndependentRanks(row.baseline, row.followUp, row.level);
      expect(test?.name).toBe(row.test);
      expectDigits(test?.statistic, row.statistic);
      expectDigits(test?.p, row.p, 7);
      expect(effectSize?.value).toBeCloseTo(row.effect, 12);
      expectDigits(effectSize?.interval?.lower ?? null, row.effectLower, 7);
      expectDigits(effectSize?.interval?.upper ?? null, row.effectUpper, 7);
      expect(reason).toBeNull();
    },
  );

  it('is exact for small untied waves and approximate for the others', () => {
    expect(new Set(golden.independent.map(({ test }) => test))).toEqual(
      new Set(['mann-whitney', 'mann-whitney-exact']),
    );
    for (const row of firstGolden.ranks) {
      const { test } = compareIndependentRanks(row.baseline, row.followUp);
      expectDigits(test?.statistic, row.w);
      expectDigits(test?.p, row.p);
    }
  });

  it('gives the share of pairs won minus lost', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 100; round += 1) {
      const baseline = randomWave(random, [1, 2, 3, 4, 5], 9);
      const followUp = randomWave(random, [1, 2, 3, 4, 5], 9);
      const signs = spell(baseline).flatMap((before) =>
        spell(followUp).map((after) => Math.sign(after - before)),
      );
      const { effectSize } = compareIndependentRanks(baseline, followUp);
      const balance = signs.reduce((sum, sign) => sum + sign, 0) / signs.length;
      if (effectSize !== null) expect(effectSize.value).toBeCloseTo(balance, 12);
    }
  });

  it('changes only the sign when the waves swap', () => {
    for (const { baseline, followUp } of golden.independent) {
      const forward = compareIndependentRanks(baseline, followUp);
      const backward = compareIndependentRanks(followUp, baseline);
      expect(forward.effectSize?.value).toBeCloseTo(-(backward.effectSize?.value ?? 0), 12);
      expect(forward.effectSize?.interval?.lower ?? 0).toBeCloseTo(
        -(backward.effectSize?.interval?.upper ?? 0),
        12,
      );
      expectDigits(forward.test?.p, backward.test?.p ?? null, 12);
    }
  });

  it('does not depend on the order of values, nor on one split in two or given to nobody', () => {
    const random = seededRandom(8);
    for (let round = 0; round < 50; round += 1) {
      const baseline = randomWave(random, [1, 2, 3, 4, 5], 30);
      const followUp = randomWave(random, [1, 2, 3, 4, 5], 30);
      const plain = compareIndependentRanks(baseline, followUp);
      const other = [...baseline].reverse().flatMap(({ value, count }) => [
        { value, count: count - Math.floor(count / 3) },
        { value, count: Math.floor(count / 3) },
        { value: value + 0.5, count: 0 },
      ]);
      expect(compareIndependentRanks(other, followUp)).toEqual(plain);
    }
  });

  it('says why there is no test', () => {
    const everyone = [{ value: 3, count: 8 }];
    expect(compareIndependentRanks([], everyone)).toMatchObject({
      test: null,
      effectSize: null,
      reason: 'no-cases',
    });
    expect(compareIndependentRanks(everyone, everyone).reason).toBe('no-variation');
    expect(compareIndependentRanks([{ value: 2, count: 1 }], [{ value: 2, count: 1 }])).toMatchObject({
      test: null,
      effectSize: null,
      reason: 'no-variation',
    });
  });

  it('tests waves without a value in common, but invents no width for their effect size', () => {
    const result = compareIndependentRanks([{ value: 1, count: 30 }], [{ value: 2, count: 40 }]);
    expect(result.effectSize).toEqual({ name: 'rank-biserial', value: 1, interval: null });
    expect(result.test?.p).toBeLessThan(1e-10);
  });

  it('compares one person with one', () => {
    const result = compareIndependentRanks([{ value: 1, count: 1 }], [{ value: 2, count: 1 }]);
    expect(result.test).toEqual({ name: 'mann-whitney-exact', statistic: 1, df: null, p: 1 });
  });

  it('holds for a thousand million answers', () => {
    const huge = [1, 2, 3].map((value) => ({ value, count: 4e8 }));
    const shifted = [1, 2, 3].map((value) => ({ value, count: 4e8 + (value - 2) * 1e4 }));
    const { test, effectSize } = compareIndependentRanks(huge, shifted);
    expect(effectSize?.value).toBeCloseTo((2 * 2 * 1e4) / (3 * 1.2e9), 15);
    // By hand z = (4e4 / 3.6e9 / 2) * 1.2e9 / sqrt(2.4e9 * (1 - 1/9) / 12) = 0.5.
    expect(test?.p).toBeCloseTo(0.617075, 5);
    expectFiniteThroughout(compareIndependentRanks([{ value: 1, count: 1 }, ...huge], shifted));
  });
});

describe("Wilcoxon's signed ranks from frequencies of differences", () => {
  it.each(golden.matched.map((row, index) => [index, row.zeroRule, row] as const))(
    'gives test, p and effect size of R: case %s, zeros by %s',
    (_, zeroRule, row) => {
      const { test, effectSize, rules } = compareMatchedRanks(row.differences, row.level, zeroRule);
      expect(test?.name).toBe(row.test);
      expectDigits(test?.statistic, row.statistic);
      expectDigits(test?.p, row.p, 7);
      expectDigits(effectSize?.value, row.effect);
      expectDigits(effectSize?.interval?.lower ?? null, row.effectLower, 7);
      expectDigits(effectSize?.interval?.upper ?? null, row.effectUpper, 7);
      expect(rules).toMatchObject({ zeroRule, zeros: row.zeros });
    },
  );

  it('covers both zero rules and both forms of the test', () => {
    expect(new Set(golden.matched.map(({ test, zeroRule }) => `${test} ${zeroRule}`)).size).toBe(3);
    for (const row of firstGolden.signedRanks) {
      const { test, effectSize } = compareMatchedRanks(row.differences);
      expectDigits(test?.statistic, row.v);
      if (test?.name === 'wilcoxon-signed-rank') expectDigits(test.p, row.p);
      expectDigits(effectSize?.value, row.rankBiserial);
    }
  });

  it('changes only the sign when the waves swap', () => {
    for (const { differences, zeroRule } of golden.matched) {
      const reversed = differences.map(({ value, count }) => ({ value: -value, count }));
      const forward = compareMatchedRanks(differences, 0.95, zeroRule);
      const backward = compareMatchedRanks(reversed, 0.95, zeroRule);
      expect(forward.effectSize?.value).toBeCloseTo(-(backward.effectSize?.value ?? 0), 12);
      expectDigits(forward.test?.p, backward.test?.p ?? null, 12);
    }
  });

  it('says why there is no test', () => {
    expect(compareMatchedRanks([]).reason).toBe('no-cases');
    for (const rule of ['wilcoxon', 'pratt'] as const) {
      expect(compareMatchedRanks([{ value: 0, count: 12 }], 0.95, rule)).toMatchObject({
        test: null,
        effectSize: null,
        rules: { zeros: 12 },
        reason: 'no-discordant-pairs',
      });
    }
  });

  it('holds for a thousand million differences, all of one size', () => {
    const result = compareMatchedRanks([
      { value: 1, count: 500_010_000 },
      { value: -1, count: 499_990_000 },
    ]);
    // With one size the test is McNemar's: z = 20000 / sqrt(1e9).
    expectDigits(result.test?.p, 0.5270892568655381, 7);
    expectDigits(result.effectSize?.value, 2e-5);
    expectFiniteThroughout(result);
  });

  it('refuses counts that are not whole, and values that are not numbers', () => {
    expect(() => compareMatchedRanks([{ value: 1, count: 1.5 }])).toThrow(RangeError);
    expect(() => compareMatchedRanks([{ value: 1, count: -1 }])).toThrow(RangeError);
    expect(() => compareIndependentRanks([{ value: Number.NaN, count: 1 }], [])).toThrow(RangeError);
  });
});

describe('differences of decimals', () => {
  it('are tied where only rounding tells them apart', () => {
    const differences = [83.3 - 80.2, 3.1, 76.3 - 79.4, 0.1 + 0.2 - 0.3, 5].map((value) => ({
      value,
      count: 1,
    }));
    expect(compareMatchedRanks(differences).rules).toMatchObject({ ties: false, zeros: 0 });
    const merged = mergeRoundedDifferences(differences, 83.3);
    expect(merged.map(({ value }) => Number(value.toFixed(9)))).toEqual([-3.1, 0, 3.1, 5]);
    expect(merged.map(({ count }) => count)).toEqual([1, 1, 2, 1]);
    expect(compareMatchedRanks(merged).rules).toMatchObject({ ties: true, zeros: 1 });
  });

  it('stay apart where the values themselves are small', () => {
    const differences = [
      { value: 1e-9, count: 1 },
      { value: 2e-9, count: 1 },
    ];
    expect(mergeRoundedDifferences(differences, 1e-6)).toEqual(differences);
  });
});

describe('exact distributions of ranks', () => {
  it('give the chances of psignrank', () => {
    for (const { n, value, below } of golden.exact.signed) {
      expectDigits(lowerTail(signedRankDistribution(n), value), below, 12);
    }
  });

  it('give the chances of pwilcox, whichever sample comes first', () => {
    for (const { first, second, value, below } of golden.exact.sums) {
      expectDigits(lowerTail(rankSumDistribution(first, second), value), below, 12);
      expectDigits(lowerTail(rankSumDistribution(second, first), value), below, 12);
    }
  });
});
