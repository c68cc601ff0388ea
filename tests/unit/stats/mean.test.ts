import { describe, expect, it } from 'vitest';
import { compareIndependentMeans, compareMatchedMeans, estimateMean } from '../../../shared/stats/mean';
import { hedgesCorrection } from '../../../shared/stats/standardised-difference';
import { ChangeResult } from '../../../shared/stats/types';
import { covarianceOf, expectDigits, golden, momentsOf, seededRandom, wholeNumber } from './support';

describe('a mean', () => {
  it("has Student's interval", () => {
    for (const row of golden.welch) {
      const { value, interval } = estimateMean(row.followUp, row.level);
      expect(value).toBe(row.followUp.mean);
      expectDigits(interval?.lower, row.meanLower);
      expectDigits(interval?.upper, row.meanUpper);
    }
  });

  it.each([
    [{ n: 0, mean: null, variance: null }, null, 'no-cases'],
    [{ n: 1, mean: 4.5, variance: null }, 4.5, 'single-case'],
    [{ n: 30, mean: 4.5, variance: 0 }, 4.5, 'no-variation'],
    [{ n: 30, mean: 0, variance: 0 }, 0, 'no-variation'],
    [{ n: 30, mean: 4.5, variance: 1e-33 }, 4.5, 'no-variation'],
  ] as const)('has no interval for %o and says why', (moments, value, reason) => {
    expect(estimateMean(moments)).toEqual({ value, interval: null, reason });
  });
});

describe('the change of a mean between independent waves', () => {
  it('agrees with t.test and with the g of metafor', () => {
    for (const row of golden.welch) {
      const { change, interval, test, effectSize } = compareIndependentMeans(
        row.baseline,
        row.followUp,
        row.level,
      );
      expectDigits(change, row.change);
      expectDigits(interval?.lower, row.lower);
      expectDigits(interval?.upper, row.upper);
      expect(test?.name).toBe('welch-t');
      expectDigits(test?.statistic, row.t);
      expectDigits(test?.df, row.df);
      expectDigits(test?.p, row.p);
      expectDigits(effectSize?.value, row.g);
      expectDigits(effectSize?.interval?.lower, row.gLower);
      expectDigits(effectSize?.interval?.upper, row.gUpper);
    }
  });

  it('changes only the sign when the waves swap', () => {
    for (const row of golden.welch) {
      const forward = compareIndependentMeans(row.baseline, row.followUp);
      const backward = compareIndependentMeans(row.followUp, row.baseline);
      expect(forward.change).toBe(-(backward.change ?? 0));
      expect(forward.interval?.lower).toBe(-(backward.interval?.upper ?? 0));
      expect(forward.effectSize?.value).toBe(-(backward.effectSize?.value ?? 0));
      expectDigits(forward.test?.p, backward.test?.p ?? null);
    }
  });

  it('scales with the unit, and neither p nor g depends on it', () => {
    const [row] = golden.welch;
    if (row === undefined) throw new Error('expected a row');
    const inThousandths = (moments: typeof row.baseline) => ({
      n: moments.n,
      mean: (moments.mean ?? 0) * 1000,
      variance: (moments.variance ?? 0) * 1e6,
    });
    const scaled = compareIndependentMeans(inThousandths(row.baseline), inThousandths(row.followUp));
    expectDigits(scaled.change, row.change * 1000);
    expectDigits(scaled.test?.p, row.p);
    expectDigits(scaled.effectSize?.value, row.g);
  });

  const usual = { n: 12, mean: 5, variance: 2 };
  it.each([
    [{ n: 0, mean: null, variance: null }, usual, null, 'no-cases'],
    [usual, { n: 1, mean: 7, variance: null }, 2, 'single-case'],
    [{ n: 4, mean: 5, variance: 0 }, { n: 4, mean: 6, variance: 0 }, 1, 'no-variation'],
  ] as const)('from %o to %o gives no interval and says why', (baseline, followUp, change, reason) => {
    const result = compareIndependentMeans(baseline, followUp);
    expect(result).toMatchObject({ change, interval: null, test: null, effectSize: null, reason });
  });

  it('holds for a thousand million cases and for one wave without variation', () => {
    const huge = compareIndependentMeans(
      { n: 1e9, mean: 5, variance: 2 },
      { n: 1e9, mean: 5.001, variance: 2 },
    );
    expect(ChangeResult.safeParse(huge).success).toBe(true);
    expectDigits(huge.test?.statistic, 0.001 / Math.sqrt(4e-9));
    const flat = compareIndependentMeans({ n: 9, mean: 5, variance: 0 }, usual);
    expect(flat.test?.df).toBe(11);
    expect(flat.reason).toBeNull();
  });
});

describe('the change of a mean on the same people', () => {
  it('agrees with the paired t.test, and g_av with its formula', () => {
    for (const row of golden.pairedMeans) {
      const { change, interval, test, effectSize } = compareMatchedMeans(row.pairs, row.level);
      expectDigits(change, row.change);
      expectDigits(interval?.lower, row.lower);
      expectDigits(interval?.upper, row.upper);
      expectDigits(test?.statistic, row.t);
      expect(test?.df).toBe(row.df);
      expectDigits(test?.p, row.p);
      expect(effectSize?.name).toBe('hedges-g-av');
      expectDigits(effectSize?.value, row.g);
      expectDigits(effectSize?.interval?.lower, row.gLower);
      expectDigits(effectSize?.interval?.upper, row.gUpper);
    }
  });

  it('gives the naive 32.85 to 41.53 of the Californian schools', () => {
    const schools = golden.pairedMeans.find((row) => row.pairs.n === 183);
    if (schools === undefined) throw new Error('expected the schools');
    const { change, interval } = compareMatchedMeans(schools.pairs);
    expect(change).toBeCloseTo(37.191, 3);
    expect(interval?.lower).toBeCloseTo(32.85, 2);
    expect(interval?.upper).toBeCloseTo(41.53, 2);
  });

  it('equals the interval of the differences taken as one sample', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 100; round += 1) {
      const n = 3 + wholeNumber(random, 40);
      const baseline = Array.from({ length: n }, () => 10 * random());
      const followUp = baseline.map((value) => value + random());
      const [first, second] = [momentsOf(baseline), momentsOf(followUp)];
      const result = compareMatchedMeans({
        n,
        meanBaseline: first.mean,
        meanFollowUp: second.mean,
        varianceBaseline: first.variance,
        varianceFollowUp: second.variance,
        covariance: covarianceOf(baseline, followUp),
      });
      const single = estimateMean(momentsOf(followUp.map((value, row) => value - (baseline[row] ?? 0))));
      expectDigits(result.interval?.lower, single.interval?.lower ?? null);
      expectDigits(result.interval?.upper, single.interval?.upper ?? null);
    }
  });

  const moments = { meanBaseline: 5, meanFollowUp: 6, varianceBaseline: 2, varianceFollowUp: 2 };
  it('says there is no variation when everybody changes by the same amount, and keeps the effect size', () => {
    const result = compareMatchedMeans({ n: 12, ...moments, covariance: 2 });
    expect(result).toMatchObject({ change: 1, interval: null, test: null, reason: 'no-variation' });
    expectDigits(result.effectSize?.value, hedgesCorrection(11) / Math.SQRT2);
  });

  it('is not misled by the rounding of decimals into testing an equal change of everybody', () => {
    const random = seededRandom(8);
    for (let round = 0; round < 200; round += 1) {
      const baseline = Array.from({ length: 12 }, () => wholeNumber(random, 700) / 10);
      const followUp = baseline.map((value) => value + 0.3);
      const [first, second] = [momentsOf(baseline), momentsOf(followUp)];
      const result = compareMatchedMeans({
        n: 12,
        meanBaseline: first.mean,
        meanFollowUp: second.mean,
        varianceBaseline: first.variance,
        varianceFollowUp: second.variance,
        covariance: covarianceOf(baseline, followUp),
      });
      expect(result).toMatchObject({ interval: null, test: null, reason: 'no-variation' });
    }
  });

  it('has nothing but the change when nobody differs from anybody', () => {
    const flat = {
      n: 12,
      meanBaseline: 5,
      meanFollowUp: 6,
      varianceBaseline: 0,
      varianceFollowUp: 0,
      covariance: 0,
    };
    expect(compareMatchedMeans(flat)).toMatchObject({ change: 1, effectSize: null, reason: 'no-variation' });
  });

  it('says why for no pairs, one pair and two pairs', () => {
    const nothing = { varianceBaseline: null, varianceFollowUp: null, covariance: null };
    expect(compareMatchedMeans({ n: 0, meanBaseline: null, meanFollowUp: null, ...nothing }).reason).toBe(
      'no-cases',
    );
    expect(compareMatchedMeans({ n: 1, meanBaseline: 3, meanFollowUp: 5, ...nothing })).toMatchObject({
      change: 2,
      interval: null,
      reason: 'single-case',
    });
    const two = compareMatchedMeans({ n: 2, ...moments, covariance: 1 });
    expect(two.interval).not.toBeNull();
    expect(two.effectSize).toBeNull();
  });
});

describe("Hedges' correction", () => {
  it('is the exact gamma form', () => {
    for (const row of golden.correction) expectDigits(hedgesCorrection(row.df), row.value);
  });

  it('follows 1 - 3 / (4 df - 1) at large samples', () => {
    expectDigits(hedgesCorrection(1e6), 1 - 3 / (4e6 - 1), 11);
    expectDigits(hedgesCorrection(2e9), 1 - 3 / (8e9 - 1), 11);
  });
});
