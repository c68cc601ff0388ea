import { describe, expect, it } from 'vitest';
import { compareMatchedMeans } from '../../../../shared/stats/mean';
import {
  compareWeightedMatched,
  pairedCountsPattern,
  type WeightedPattern,
} from '../../../../shared/stats/panel/weighted-change';
import { stabilisedWeight, summariseWeights } from '../../../../shared/stats/panel/weights';
import { expectDigits, expectFiniteThroughout } from '../support';
import { golden } from './support';

const { weights, weighted } = golden;
const yesNo = weighted.proportion.patterns.map(({ weight, pairs }) => pairedCountsPattern(weight, pairs));

describe('the weights of those who stayed', () => {
  it('are those of R', () => {
    const summary = summariseWeights(weights.patterns, weights.overall);
    for (const name of ['mean', 'minimum', 'maximum', 'effectiveN', 'designEffect'] as const) {
      expectDigits(summary?.[name], weights[name]);
    }
    expect(summary?.people).toBe(weights.people);
    expect(summary?.isExtreme).toBe(false);
  });

  it('are all 1 where everybody had the same chance', () => {
    const summary = summariseWeights([{ stayed: 30, chance: 0.6 }], 0.6);
    expect(summary).toMatchObject({ mean: 1, minimum: 1, maximum: 1, effectiveN: 30, designEffect: 1 });
  });

  it('are extreme when one counts for more than ten people, or half of the people are lost in effect', () => {
    expect(
      summariseWeights(
        [
          { stayed: 500, chance: 0.9 },
          { stayed: 1, chance: 0.05 },
        ],
        0.85,
      )?.isExtreme,
    ).toBe(true);
    const uneven = summariseWeights(
      [
        { stayed: 90, chance: 0.9 },
        { stayed: 10, chance: 0.1 },
      ],
      0.5,
    );
    expect(uneven?.designEffect).toBeGreaterThan(2);
    expect(uneven?.isExtreme).toBe(true);
  });

  it('do not exist for nobody, nor for a chance of 0', () => {
    expect(summariseWeights([{ stayed: 0, chance: 0.5 }], 0.5)).toBeNull();
    expect(() => stabilisedWeight(0.5, 0)).toThrow(RangeError);
  });
});

describe('the weighted change over the same people', () => {
  it.each([
    ['mean', weighted.mean, weighted.mean.patterns],
    ['proportion', weighted.proportion, yesNo],
    ['ratio', weighted.ratio, weighted.ratio.patterns],
  ] as const)('of a %s agrees with the survey package', (kind, expected, patterns) => {
    const result = compareWeightedMatched(kind, patterns);
    expect(result.reason).toBeNull();
    expect(result.method).toBe('weighted-matched');
    expectDigits(result.change, expected.change);
    expectDigits(result.error?.standardError, expected.standardError);
    expectDigits(result.interval?.lower, expected.lower, 7);
    expectDigits(result.interval?.upper, expected.upper, 7);
    expectDigits(result.test?.p, expected.p, 7);
    expect(result.test?.df).toBe(expected.df);
  });

  it('is the paired t test when all weights are alike, whatever their size', () => {
    const pair = { weight: 3.7, n: 12, means: [10, 12], covariances: [4, 1, 9] };
    const paired = compareMatchedMeans({
      n: 12,
      meanBaseline: 10,
      meanFollowUp: 12,
      varianceBaseline: 4,
      varianceFollowUp: 9,
      covariance: 1,
    });
    const result = compareWeightedMatched('mean', [pair]);
    expectDigits(result.change, paired.change);
    expectDigits(result.interval?.lower, paired.interval?.lower ?? null);
    expectDigits(result.test?.p, paired.test?.p ?? null);
  });

  it('does not change when all weights are multiplied, or a pattern is split in two', () => {
    const scaled = yesNo.map((pattern) => ({ ...pattern, weight: pattern.weight * 250 }));
    const once = compareWeightedMatched('proportion', yesNo);
    const more = compareWeightedMatched('proportion', scaled);
    expectDigits(more.change, once.change);
    expectDigits(more.interval?.upper, once.interval?.upper ?? null);
    const both = { both: 4, onlyBaseline: 2, onlyFollowUp: 6, neither: 3 };
    const twice = { both: 8, onlyBaseline: 4, onlyFollowUp: 12, neither: 6 };
    const split = compareWeightedMatched('proportion', [
      pairedCountsPattern(2, both),
      pairedCountsPattern(2, both),
    ]);
    const whole = compareWeightedMatched('proportion', [pairedCountsPattern(2, twice)]);
    expectDigits(split.interval?.lower, whole.interval?.lower ?? null);
  });

  it('has no interval in a census, and a reason when there is nobody or nothing varies', () => {
    expect(compareWeightedMatched('mean', weighted.mean.patterns, { coverage: 'census' })).toMatchObject({
      change: expect.closeTo(weighted.mean.change, 9),
      interval: null,
      test: null,
      reason: 'not-sampled',
    });
    expect(compareWeightedMatched('mean', [])).toMatchObject({ change: null, reason: 'no-cases' });
    const lone: WeightedPattern = { weight: 1, n: 1, means: [2, 3], covariances: [0, 0, 0] };
    const single = compareWeightedMatched('mean', [lone]);
    expect(single).toMatchObject({ change: 1, interval: null });
    expect(single.reason).not.toBeNull();
    const same = compareWeightedMatched('mean', [{ ...lone, n: 9 }]);
    expect(same).toMatchObject({ change: 1, interval: null });
    expect(same.reason).not.toBeNull();
    expectFiniteThroughout([single, same]);
  });
});
