import { describe, expect, it } from 'vitest';
import { fisherExactTest } from '../../../shared/stats/fisher';
import {
  cohensH,
  compareIndependentProportions,
  newcombeIndependentInterval,
  smallestExpectedCount,
  twoProportionTest,
} from '../../../shared/stats/proportion-independent';
import { ChangeResult } from '../../../shared/stats/types';
import { expectDigits, golden, seededRandom, wholeNumber } from './support';

describe('two independent proportions', () => {
  it('gives the change and Newcombe interval of R', () => {
    for (const row of golden.independent) {
      const result = compareIndependentProportions(row.baseline, row.followUp, row.level);
      expectDigits(result.change, row.change);
      expectDigits(result.interval?.lower, row.lower);
      expectDigits(result.interval?.upper, row.upper);
    }
  });

  it('gives the chi-square and p of prop.test without correction', () => {
    for (const row of golden.independent) {
      const test = twoProportionTest(row.baseline, row.followUp);
      expectDigits((test?.statistic ?? Number.NaN) ** 2, row.chiSquare);
      expectDigits(test?.p, row.zP);
      expect(Math.sign(test?.statistic ?? 0)).toBe(Math.sign(row.change));
    }
  });

  it('gives the p of fisher.test, ties counted as R counts them', () => {
    const rows = golden.independent.filter((row) => row.fisherP !== null);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expectDigits(fisherExactTest(row.baseline, row.followUp).p, row.fisherP);
  });

  it('turns to Fisher exactly when an expected count is below 5', () => {
    for (const row of golden.independent) {
      const { test } = compareIndependentProportions(row.baseline, row.followUp, row.level);
      expect(test?.name).toBe(row.usesFisher === 1 ? 'fisher-exact' : 'two-proportion-z');
      expectDigits(test?.p, row.usesFisher === 1 ? row.fisherP : row.zP);
    }
    expect(new Set(golden.independent.map((row) => row.usesFisher))).toEqual(new Set([0, 1]));
    expect(smallestExpectedCount({ n: 10, x: 5 }, { n: 10, x: 5 })).toBe(5);
    expect(compareIndependentProportions({ n: 10, x: 6 }, { n: 10, x: 4 }).test?.name).toBe(
      'two-proportion-z',
    );
  });

  it('counts the mirror table of two equal waves as equally likely, so Fisher doubles one tail', () => {
    for (let n = 4; n <= 40; n += 1) {
      for (let x = 0; 2 * x + 1 < n; x += 1) {
        const forward = fisherExactTest({ n, x }, { n, x: x + 2 });
        const backward = fisherExactTest({ n, x: x + 2 }, { n, x });
        expectDigits(forward.p, backward.p);
      }
    }
  });

  it("gives Cohen's h and its interval", () => {
    for (const row of golden.independent) {
      const effect = cohensH(row.baseline, row.followUp, row.level);
      expectDigits(effect?.value, row.h);
      expectDigits(effect?.interval?.lower, row.hLower);
      expectDigits(effect?.interval?.upper, row.hUpper);
    }
  });

  it('gives 0.20 [0.0524, 0.3339] for 48 of 80 and then 56 of 70', () => {
    const { change, interval } = compareIndependentProportions({ n: 80, x: 48 }, { n: 70, x: 56 });
    expect(change).toBeCloseTo(0.2, 12);
    expect(interval?.lower).toBeCloseTo(0.0524, 4);
    expect(interval?.upper).toBeCloseTo(0.3339, 4);
  });

  it('changes only the sign when the waves swap', () => {
    const random = seededRandom(2);
    for (let round = 0; round < 500; round += 1) {
      const baseline = { n: 1 + wholeNumber(random, 300), x: 0 };
      const followUp = { n: 1 + wholeNumber(random, 300), x: 0 };
      baseline.x = wholeNumber(random, baseline.n);
      followUp.x = wholeNumber(random, followUp.n);
      const forward = compareIndependentProportions(baseline, followUp);
      const backward = compareIndependentProportions(followUp, baseline);
      expect(forward.change).toBeCloseTo(-(backward.change ?? 0), 12);
      expect(forward.interval?.lower).toBeCloseTo(-(backward.interval?.upper ?? 0), 12);
      expect(forward.effectSize?.value).toBeCloseTo(-(backward.effectSize?.value ?? 0), 12);
      expect(forward.test?.name).toBe(backward.test?.name);
      if (forward.test !== null) expectDigits(forward.test.p, backward.test?.p ?? null);
      expect(ChangeResult.safeParse(forward).success).toBe(true);
    }
  });

  it('keeps the interval inside -1 to 1 and around the change', () => {
    const random = seededRandom(3);
    for (let round = 0; round < 500; round += 1) {
      const n = 1 + wholeNumber(random, 12);
      const first = { n, x: wholeNumber(random, n) };
      const second = { n: n + 3, x: wholeNumber(random, n + 3) };
      const interval = newcombeIndependentInterval(first, second);
      const change = second.x / second.n - first.x / first.n;
      expect(interval?.lower).toBeGreaterThanOrEqual(-1);
      expect(interval?.upper).toBeLessThanOrEqual(1);
      expect(interval?.lower).toBeLessThanOrEqual(change);
      expect(interval?.upper).toBeGreaterThanOrEqual(change);
    }
  });

  it('has no change when a wave is empty, and says so', () => {
    const result = compareIndependentProportions({ n: 0, x: 0 }, { n: 9, x: 4 });
    expect(result).toMatchObject({ change: null, interval: null, test: null, reason: 'no-cases' });
  });

  it.each([0, 12])('keeps the interval but tests nothing when all %s of 12 agree in both waves', (x) => {
    const result = compareIndependentProportions({ n: 12, x }, { n: 12, x });
    expect(result).toMatchObject({ change: 0, test: null, reason: 'no-variation' });
    expect(result.interval?.lower).toBeLessThan(0);
    expect(result.interval?.upper).toBeGreaterThan(0);
  });

  it('gives the exact p of rare events among thousands of millions', () => {
    const result = compareIndependentProportions({ n: 1e9, x: 1 }, { n: 1e9, x: 3 });
    // By hand: of the four events each falls on either side with chance 1/2, so 10 of 16, less 3.75e-10 for drawing without replacement.
    expect(result.test?.name).toBe('fisher-exact');
    expectDigits(result.test?.p, 0.624999999625);
    expect(result.reason).toBeNull();
    expect(result.interval?.upper).toBeGreaterThan(0);
  });

  it('does not attempt Fisher on more than a million tables, and says so by a null p', () => {
    expect(fisherExactTest({ n: 1e9, x: 4e8 }, { n: 1e9, x: 4e8 }).p).toBeNull();
  });
});
