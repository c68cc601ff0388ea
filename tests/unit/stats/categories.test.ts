import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareIndependentCategories, compareMatchedCategories } from '../../../shared/stats/categories';
import { fisherExactTest } from '../../../shared/stats/fisher';
import { mcnemarTest } from '../../../shared/stats/mcnemar';
import { ProportionCounts } from '../../../shared/stats/types';
import { expectDigits, expectFiniteThroughout, seededRandom, wholeNumber } from './support';

const figure = z.number();
const optional = z.number().nullable();
const golden = z
  .strictObject({
    independent: z.array(
      z.strictObject({
        baseline: z.array(figure),
        followUp: z.array(figure),
        test: z.string(),
        statistic: optional,
        df: optional,
        p: figure,
        v: figure,
        isRough: z.boolean(),
      }),
    ),
    matched: z.array(
      z.strictObject({ moves: z.array(z.array(figure)), statistic: figure, df: figure, p: figure }),
    ),
    fisher: z.array(z.strictObject({ baseline: ProportionCounts, followUp: ProportionCounts, p: figure })),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../fixtures/golden/stats/categories.json', import.meta.url), 'utf8')),
  );

describe('categories of independent waves', () => {
  it.each(golden.independent)('gives the test of R: $baseline then $followUp', (row) => {
    const { test, effectSize, isRough, reason } = compareIndependentCategories(row.baseline, row.followUp);
    expect(test?.name).toBe(row.test);
    expectDigits(test?.statistic ?? null, row.statistic);
    expect(test?.df).toBe(row.df);
    expectDigits(test?.p, row.p, 7);
    expectDigits(effectSize?.value, row.v);
    expect({ isRough, reason }).toEqual({ isRough: row.isRough, reason: null });
  });

  it('does not depend on the order of categories or waves, nor on one nobody gave', () => {
    const random = seededRandom(31);
    for (let round = 0; round < 60; round += 1) {
      const baseline = Array.from({ length: 4 }, () => 5 + wholeNumber(random, 60));
      const followUp = Array.from({ length: 4 }, () => 5 + wholeNumber(random, 60));
      const plain = compareIndependentCategories(baseline, followUp);
      const mixed = compareIndependentCategories([0, ...followUp].reverse(), [0, ...baseline].reverse());
      expectDigits(mixed.test?.p, plain.test?.p ?? null, 10);
      expect(mixed.categories).toBe(4);
    }
  });

  it('says why there is no test', () => {
    expect(compareIndependentCategories([0, 0], [4, 5]).reason).toBe('no-cases');
    expect(compareIndependentCategories([], []).reason).toBe('no-cases');
    expect(compareIndependentCategories([7, 0], [4, 0])).toMatchObject({
      test: null,
      effectSize: null,
      reason: 'no-variation',
    });
  });

  it('gives the largest V to waves without a category in common', () => {
    const result = compareIndependentCategories([30, 40, 0, 0], [0, 0, 25, 35]);
    expect(result.effectSize?.value).toBeCloseTo(1, 12);
    expectFiniteThroughout(result);
  });

  it('refuses waves that count different categories', () => {
    expect(() => compareIndependentCategories([1, 2], [1, 2, 3])).toThrow(RangeError);
    expect(() => compareIndependentCategories([1, 2.5], [1, 2])).toThrow(RangeError);
  });
});

describe('categories of the same people', () => {
  it.each(golden.matched)('gives the statistic of Stuart and Maxwell: $moves', (row) => {
    const { test, reason } = compareMatchedCategories(row.moves);
    expect(test).toMatchObject({ name: 'stuart-maxwell', df: row.df });
    expectDigits(test?.statistic, row.statistic);
    expectDigits(test?.p, row.p, 7);
    expect(reason).toBeNull();
  });

  // Maxwell 1970, British Journal of Psychiatry 116:651, on Stuart's table of unaided vision.
  it('gives the published 11.96 with three degrees of freedom', () => {
    const { test } = compareMatchedCategories([
      [1520, 266, 124, 66],
      [234, 1512, 432, 78],
      [117, 362, 1772, 205],
      [36, 82, 179, 492],
    ]);
    expect(test?.statistic).toBeCloseTo(11.96, 2);
    expect(test?.df).toBe(3);
  });

  it("is McNemar's chi-square with two categories", () => {
    const { test } = compareMatchedCategories([
      [794, 86],
      [150, 570],
    ]);
    expectDigits(test?.statistic, mcnemarTest({ onlyBaseline: 86, onlyFollowUp: 150 })?.statistic ?? null);
  });

  it('does not depend on the order of categories, nor on which wave comes first', () => {
    const random = seededRandom(32);
    for (let round = 0; round < 40; round += 1) {
      const moves = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => wholeNumber(random, 9)));
      const turned = moves.map((_, i) => moves.map((row) => row[i] ?? 0));
      const reversed = [...moves].reverse().map((row) => [...row].reverse());
      const plain = compareMatchedCategories(moves).test;
      for (const other of [turned, reversed]) {
        expectDigits(compareMatchedCategories(other).test?.statistic, plain?.statistic ?? null);
      }
    }
  });

  it('says why there is no test', () => {
    expect(compareMatchedCategories([]).reason).toBe('no-cases');
    expect(
      compareMatchedCategories([
        [0, 0],
        [0, 0],
      ]).reason,
    ).toBe('no-cases');
    expect(
      compareMatchedCategories([
        [9, 0],
        [0, 4],
      ]),
    ).toMatchObject({ test: null, reason: 'no-discordant-pairs' });
    expect(() => compareMatchedCategories([[1, 2]])).toThrow(RangeError);
  });

  it('warns where few people moved', () => {
    expect(
      compareMatchedCategories([
        [90, 3],
        [1, 80],
      ]).isRough,
    ).toBe(true);
    expect(
      compareMatchedCategories([
        [90, 30],
        [12, 80],
      ]).isRough,
    ).toBe(false);
  });
});

describe("Fisher's test of very many people", () => {
  it.each(golden.fisher)('gives the p of fisher.test: $baseline then $followUp', (row) => {
    expectDigits(fisherExactTest(row.baseline, row.followUp).p, row.p, 7);
  });
});
