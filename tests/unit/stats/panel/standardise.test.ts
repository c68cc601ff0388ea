import { describe, expect, it } from 'vitest';
import { compareIndependentMeans, compareMatchedMeans } from '../../../../shared/stats/mean';
import {
  proportionMoments,
  type Stratum,
  standardiseChange,
} from '../../../../shared/stats/panel/standardise';
import { expectDigits, expectFiniteThroughout, momentsOf, seededRandom } from '../support';
import { golden } from './support';

const none = { n: 0, mean: null, variance: null };

describe('the change standardised to the composition of the baseline', () => {
  it.each(golden.standardised)('agrees with R for $name', (example) => {
    const result = standardiseChange(example.strata, { shared: example.shared });
    const { standardised } = result;
    expectDigits(result.observed, example.observed);
    expectDigits(standardised.change, example.change);
    expectDigits(standardised.error?.standardError, example.standardError);
    expectDigits(standardised.test?.df, example.df);
    expectDigits(standardised.interval?.lower, example.lower, 7);
    expectDigits(standardised.interval?.upper, example.upper, 7);
    expectDigits(standardised.test?.p, example.p, 7);
    expectDigits(result.standardisedFollowUp, example.standardisedFollowUp);
    expectDigits(result.compositionPart, example.compositionPart);
    expectDigits(result.compositionAtBaseline, example.compositionAtBaseline);
    expectDigits(result.interaction, example.interaction);
    expectDigits(result.kitagawa?.change ?? null, example.kitagawaChange);
    expectDigits(result.kitagawa?.composition ?? null, example.kitagawaComposition);
    expectDigits(result.coveredBaseline, example.coveredBaseline);
    expectDigits(result.coveredFollowUp, example.coveredFollowUp);
  });

  it('is Welch with one stratum, and leaves nothing to the composition', () => {
    const baseline = momentsOf([3, 5, 4, 6, 2, 7]);
    const followUp = momentsOf([4, 6, 8, 5, 9]);
    const result = standardiseChange([{ baseline, followUp }]);
    const welch = compareIndependentMeans(baseline, followUp);
    expectDigits(result.standardised.interval?.lower, welch.interval?.lower ?? null);
    expectDigits(result.standardised.test?.p, welch.test?.p ?? null);
    expect(result.compositionPart).toBe(0);
  });

  it('has the error of the paired t test when everybody is in both waves and there is one stratum', () => {
    const pairs = {
      n: 40,
      meanBaseline: 10,
      meanFollowUp: 11,
      varianceBaseline: 5,
      varianceFollowUp: 6,
      covariance: 3,
    };
    const stratum = {
      baseline: { n: 40, mean: 10, variance: 5 },
      followUp: { n: 40, mean: 11, variance: 6 },
    };
    const shared = [
      { baselineStratum: 0, followUpStratum: 0, n: 40, meanBaseline: 10, meanFollowUp: 11, covariance: 3 },
    ];
    const result = standardiseChange([stratum], { shared });
    const paired = compareMatchedMeans(pairs);
    expectDigits(result.standardised.interval?.lower, paired.interval?.lower ?? null);
    expectDigits(result.standardised.test?.p, paired.test?.p ?? null);
    const apart = standardiseChange([stratum]);
    expect(apart.standardised.error?.standardError ?? 0).toBeGreaterThan(
      result.standardised.error?.standardError ?? Number.NaN,
    );
  });

  it('is zero where only the composition changed', () => {
    const girls = { mean: 10, variance: 4 };
    const boys = { mean: 20, variance: 4 };
    const result = standardiseChange([
      { baseline: { n: 80, ...girls }, followUp: { n: 20, ...girls } },
      { baseline: { n: 20, ...boys }, followUp: { n: 80, ...boys } },
    ]);
    expect(result.observed).toBeCloseTo(6, 12);
    expect(result.standardised.change).toBe(0);
    expect(result.compositionPart).toBeCloseTo(6, 12);
    expect(result.compositionAtBaseline).toBeCloseTo(6, 12);
    expect(result.interaction).toBeCloseTo(0, 12);
  });

  it('parts the observed change without rest, and turns sign with the waves only in its even split', () => {
    const random = seededRandom(9);
    const side = () => {
      const n = 2 + Math.floor(random() * 50);
      return { n, mean: random() * 10, variance: random() * 4 };
    };
    for (let repeat = 0; repeat < 50; repeat += 1) {
      const strata = [1, 2, 3, 4].map((): Stratum => ({ baseline: side(), followUp: side() }));
      const result = standardiseChange(strata);
      const change = result.standardised.change ?? Number.NaN;
      expect(change + (result.compositionPart ?? Number.NaN)).toBeCloseTo(result.observed ?? 0, 12);
      expect((result.compositionAtBaseline ?? 0) + (result.interaction ?? 0)).toBeCloseTo(
        result.compositionPart ?? 0,
        12,
      );
      const { kitagawa } = standardiseChange(
        strata.map(({ baseline, followUp }) => ({ baseline: followUp, followUp: baseline })),
      );
      expect(kitagawa?.change).toBeCloseTo(-(result.kitagawa?.change ?? 0), 12);
      expect(kitagawa?.composition).toBeCloseTo(-(result.kitagawa?.composition ?? 0), 12);
    }
  });

  it('takes shares as moments of 0 and 1', () => {
    expect(proportionMoments({ n: 4, x: 1 })).toEqual({ n: 4, mean: 0.25, variance: 0.25 });
    expect(proportionMoments({ n: 1, x: 1 })).toEqual({ n: 1, mean: 1, variance: null });
    expect(proportionMoments({ n: 0, x: 0 })).toEqual(none);
  });

  it('names why there is none: no people, no stratum in both waves, one answer, no spread, a census', () => {
    const some = { n: 5, mean: 2, variance: 1 };
    const reasonOf = (strata: Stratum[]) => standardiseChange(strata).standardised.reason;
    expect(reasonOf([])).toBe('no-cases');
    expect(reasonOf([{ baseline: none, followUp: some }])).toBe('no-cases');
    expect(
      reasonOf([
        { baseline: some, followUp: none },
        { baseline: none, followUp: some },
      ]),
    ).toBe('no-common-strata');
    const one = { n: 1, mean: 3, variance: null };
    expect(standardiseChange([{ baseline: one, followUp: some }]).standardised).toMatchObject({
      change: -1,
      interval: null,
      reason: 'single-case',
    });
    const flat = { n: 5, mean: 3, variance: 0 };
    expect(reasonOf([{ baseline: flat, followUp: flat }])).toBe('no-variation');
    expect(
      standardiseChange([{ baseline: some, followUp: flat }], { coverage: 'census' }).standardised,
    ).toMatchObject({ change: 1, interval: null, test: null, reason: 'not-sampled' });
  });

  it('stays finite at a thousand million people', () => {
    const strata = [
      { baseline: { n: 1e9, mean: 0.3, variance: 0.21 }, followUp: { n: 9e8, mean: 0.31, variance: 0.2139 } },
      { baseline: { n: 3, mean: 0, variance: 0 }, followUp: { n: 2, mean: 1, variance: 0 } },
    ];
    const result = standardiseChange(strata);
    expectFiniteThroughout(result);
    expect(result.standardised.interval).not.toBeNull();
  });
});
