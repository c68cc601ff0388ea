import { describe, expect, it } from 'vitest';
import { binomialTwoSidedP } from '../../../shared/stats/poisson-test';
import {
  compareIndependentRates,
  compareMatchedRates,
  estimateRate,
  poissonInterval,
} from '../../../shared/stats/rate';
import { compareMatchedRatios } from '../../../shared/stats/ratio';
import { ChangeResult } from '../../../shared/stats/types';
import { expectDigits, golden, seededRandom, wholeNumber } from './support';

describe('a rate', () => {
  it('has the exact Poisson interval of poisson.test', () => {
    for (const row of golden.rate) {
      const { value, interval } = estimateRate(row.baseline, row.per, row.level);
      expectDigits(value, row.value);
      expectDigits(interval?.lower, row.valueLower);
      expectDigits(interval?.upper, row.valueUpper);
    }
  });

  it('changes with the recovered interval, the exact test and the rate ratio', () => {
    for (const row of golden.rate) {
      const result = compareIndependentRates(row.baseline, row.followUp, row.per, row.level);
      expectDigits(result.change, row.change);
      expectDigits(result.interval?.lower, row.lower);
      expectDigits(result.interval?.upper, row.upper);
      expectDigits(result.test?.p ?? null, row.p);
      expectDigits(result.effectSize?.value ?? null, row.ratio);
      expectDigits(result.effectSize?.interval?.lower ?? null, row.ratioLower);
      expectDigits(result.effectSize?.interval?.upper ?? null, row.ratioUpper);
    }
  });

  it('counts outcomes on both sides as the long sum does', () => {
    const random = seededRandom(6);
    for (let round = 0; round < 300; round += 1) {
      const n = 1 + wholeNumber(random, 40);
      const share = 0.02 + 0.96 * random();
      const x = wholeNumber(random, n);
      const chances = Array.from({ length: n + 1 }, (_, k) => longBinomial(k, n, share));
      const seen = (chances[x] ?? 0) * (1 + 1e-7);
      const expected = chances.reduce((sum, chance) => (chance <= seen ? sum + chance : sum), 0);
      expectDigits(binomialTwoSidedP(x, n, share), Math.min(1, expected));
    }
  });

  it('doubles one tail when both exposures are equal', () => {
    for (let n = 3; n <= 60; n += 1) {
      for (let x = 0; 2 * x < n - 1; x += 1) {
        const tail = Array.from({ length: x + 1 }, (_, k) => longBinomial(k, n, 0.5)).reduce(
          (a, b) => a + b,
          0,
        );
        expectDigits(binomialTwoSidedP(x, n, 0.5), 2 * tail);
        expectDigits(binomialTwoSidedP(n - x, n, 0.5), 2 * tail);
      }
    }
  });

  it('counts two equally likely outcomes together: with a share of 1/3, k - 1 and k of 3k - 1', () => {
    for (let k = 1; k <= 40; k += 1) {
      expectDigits(binomialTwoSidedP(k - 1, 3 * k - 1, 1 / 3), 1);
      expectDigits(binomialTwoSidedP(k, 3 * k - 1, 1 / 3), 1);
    }
  });

  it('starts at 0 without events and ends at -log(0.025)', () => {
    const interval = poissonInterval(0);
    expect(interval.lower).toBe(0);
    expectDigits(interval.upper, -Math.log(0.025));
  });

  it('is absent without exposure', () => {
    expect(estimateRate({ events: 0, exposure: 0 }, 100).reason).toBe('zero-denominator');
    const result = compareIndependentRates({ events: 3, exposure: 10 }, { events: 0, exposure: 0 }, 100);
    expect(result).toMatchObject({ change: null, reason: 'zero-denominator' });
  });

  it('has an interval but no test when neither wave has events', () => {
    const result = compareIndependentRates({ events: 0, exposure: 10 }, { events: 0, exposure: 20 }, 1);
    expect(result).toMatchObject({ change: 0, test: null, effectSize: null, reason: 'no-variation' });
    expect(result.interval?.upper).toBeGreaterThan(0);
  });

  it('turns to the score test for a thousand million events', () => {
    const baseline = { events: 1e9, exposure: 1e9 };
    const result = compareIndependentRates(baseline, { events: 1.0001e9, exposure: 1e9 }, 1);
    expect(ChangeResult.safeParse(result).success).toBe(true);
    expect(result.test?.name).toBe('poisson-score');
    expectDigits(result.test?.statistic, 1e5 / Math.sqrt(2.0001e9));
  });

  it('on the same units is the matched ratio times the unit of exposure', () => {
    const [row] = golden.matchedRatio;
    if (row === undefined) throw new Error('expected a row');
    const ratios = compareMatchedRatios(row.pairs);
    const rates = compareMatchedRates(row.pairs, 1000);
    expectDigits(rates.change, row.change * 1000);
    expectDigits(rates.interval?.lower, row.lower * 1000);
    expect(rates.test).toEqual(ratios.test);
    expect(rates.method).toBe('rate-linearised-matched');
  });
});

function longBinomial(k: number, n: number, share: number): number {
  let chance = (1 - share) ** (n - k);
  for (let drawn = 1; drawn <= k; drawn += 1) chance *= (share * (n - k + drawn)) / drawn;
  return chance;
}
