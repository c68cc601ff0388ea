import { describe, expect, it } from 'vitest';
import { compareIndependentMeans } from '../../../shared/stats/mean';
import { compareIndependentRatios, compareMatchedRatios, estimateRatio } from '../../../shared/stats/ratio';
import { expectDigits, golden } from './support';

const usual = {
  n: 20,
  meanNumerator: 4,
  meanDenominator: 8,
  varianceNumerator: 3,
  varianceDenominator: 5,
  covariance: 1,
};
const empty = {
  n: 0,
  meanNumerator: null,
  meanDenominator: null,
  varianceNumerator: null,
  varianceDenominator: null,
  covariance: null,
};
const single = { ...empty, n: 1, meanNumerator: 3, meanDenominator: 4 };
const constant = { ...usual, varianceNumerator: 0, varianceDenominator: 0, covariance: 0 };

describe('a ratio of sums', () => {
  it("agrees with survey's linearisation, alone and as a change", () => {
    for (const row of golden.ratio) {
      const alone = estimateRatio(row.baseline, row.level);
      expectDigits(alone.value, row.value);
      expectDigits(alone.interval?.lower, row.valueLower);
      expectDigits(alone.interval?.upper, row.valueUpper);
      const { change, interval, test } = compareIndependentRatios(row.baseline, row.followUp, row.level);
      expectDigits(change, row.change);
      expectDigits(interval?.lower, row.lower);
      expectDigits(interval?.upper, row.upper);
      expectDigits(test?.statistic, row.t);
      expectDigits(test?.df, row.df);
      expectDigits(test?.p, row.p);
    }
  });

  it('agrees with svycontrast on the same people', () => {
    for (const row of golden.matchedRatio) {
      const { change, interval, test } = compareMatchedRatios(row.pairs, row.level);
      expectDigits(change, row.change);
      expectDigits(interval?.lower, row.lower);
      expectDigits(interval?.upper, row.upper);
      expectDigits(test?.statistic, row.t);
      expectDigits(test?.df, row.df);
      expectDigits(test?.p, row.p);
    }
  });

  it('is the mean when every denominator is 1', () => {
    const [row] = golden.welch;
    if (row === undefined) throw new Error('expected a row');
    const asRatio = (moments: typeof row.baseline) => ({
      n: moments.n,
      meanNumerator: moments.mean,
      meanDenominator: 1,
      varianceNumerator: moments.variance,
      varianceDenominator: 0,
      covariance: 0,
    });
    const ratios = compareIndependentRatios(asRatio(row.baseline), asRatio(row.followUp));
    const means = compareIndependentMeans(row.baseline, row.followUp);
    expectDigits(ratios.interval?.lower, means.interval?.lower ?? null);
    expectDigits(ratios.test?.p, means.test?.p ?? null);
  });

  it.each([
    [empty, null, 'no-cases'],
    [{ ...usual, meanDenominator: 0 }, null, 'zero-denominator'],
    [single, 0.75, 'single-case'],
    [constant, 0.5, 'no-variation'],
  ] as const)('has no interval for %o and says why', (moments, value, reason) => {
    expect(estimateRatio(moments)).toEqual({ value, interval: null, reason });
  });

  it.each([
    [empty, usual, null, 'no-cases'],
    [usual, { ...usual, meanDenominator: 0 }, null, 'zero-denominator'],
    [single, usual, -0.25, 'single-case'],
    [constant, { ...constant, meanNumerator: 6 }, 0.25, 'no-variation'],
  ] as const)(
    'has no interval for the change from %o to %o and says why',
    (baseline, followUp, change, reason) => {
      const result = compareIndependentRatios(baseline, followUp);
      expect(result).toMatchObject({ change, interval: null, test: null, reason });
    },
  );

  it('still has an interval when only one wave varies', () => {
    const result = compareIndependentRatios(constant, usual);
    expect(result.test?.df).toBe(19);
    expect(result.interval).not.toBeNull();
  });

  it('refuses matched waves with different n', () => {
    const covariances = {
      covarianceNumerators: 0,
      covarianceDenominators: 0,
      covarianceBaselineNumeratorFollowUpDenominator: 0,
      covarianceBaselineDenominatorFollowUpNumerator: 0,
    };
    const pairs = { baseline: usual, followUp: { ...usual, n: 19 }, ...covariances };
    expect(() => compareMatchedRatios(pairs)).toThrow(RangeError);
  });
});
