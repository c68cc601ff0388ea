import { describe, expect, it } from 'vitest';
import { compareIndependentMeans, compareMatchedMeans } from '../../../shared/stats/mean';
import { compareIndependentProportions } from '../../../shared/stats/proportion-independent';
import { compareMatchedProportions } from '../../../shared/stats/proportion-matched';
import { compareIndependentRates } from '../../../shared/stats/rate';
import { compareIndependentRatios } from '../../../shared/stats/ratio';
import { ChangeResult } from '../../../shared/stats/types';

const FEW = [0, 1, 2, 3];

// The schema refuses NaN and Infinity; whatever is missing must have its reason.
function expectSound(result: ChangeResult, inputs: unknown): void {
  const parsed = ChangeResult.safeParse(result);
  expect(parsed.success, JSON.stringify([inputs, result])).toBe(true);
  const incomplete = result.change === null || result.interval === null || (result.test?.p ?? null) === null;
  expect(result.reason !== null, JSON.stringify([inputs, result])).toBe(incomplete);
  if (result.interval !== null && result.change !== null) {
    expect(result.interval.lower).toBeLessThanOrEqual(result.change);
    expect(result.interval.upper).toBeGreaterThanOrEqual(result.change);
  }
  const p = result.test?.p ?? 0;
  expect(p >= 0 && p <= 1).toBe(true);
}

describe('the smallest and emptiest inputs give finite figures or a named reason', () => {
  it('for every pair of proportions up to 3 people', () => {
    const waves = FEW.flatMap((n) => FEW.filter((x) => x <= n).map((x) => ({ n, x })));
    for (const baseline of waves) {
      for (const followUp of waves) {
        expectSound(compareIndependentProportions(baseline, followUp), [baseline, followUp]);
      }
    }
  });

  it('for every paired table with counts up to 3', () => {
    for (const both of FEW) {
      for (const onlyBaseline of FEW) {
        for (const onlyFollowUp of FEW) {
          for (const neither of FEW) {
            const pairs = { both, onlyBaseline, onlyFollowUp, neither };
            expectSound(compareMatchedProportions(pairs), pairs);
          }
        }
      }
    }
  });

  it('for means of up to 3 cases, without variation and at extreme scales', () => {
    const waves = [
      { n: 0, mean: null, variance: null },
      { n: 1, mean: 2, variance: null },
      ...[0, 1e-300, 1, 1e100].flatMap((variance) =>
        [2, 3, 1e9].map((n) => ({ n, mean: 2 * variance, variance })),
      ),
    ];
    for (const baseline of waves) {
      for (const followUp of waves) {
        expectSound(compareIndependentMeans(baseline, followUp), [baseline, followUp]);
        const asRatio = ({ n, mean, variance }: (typeof waves)[number]) => ({
          n,
          meanNumerator: mean,
          meanDenominator: mean,
          varianceNumerator: variance,
          varianceDenominator: variance,
          covariance: variance === null ? null : variance / 2,
        });
        expectSound(compareIndependentRatios(asRatio(baseline), asRatio(followUp)), [baseline, followUp]);
        if (baseline.n !== followUp.n) continue;
        const pairs = {
          n: baseline.n,
          meanBaseline: baseline.mean,
          meanFollowUp: followUp.mean,
          varianceBaseline: baseline.variance,
          varianceFollowUp: followUp.variance,
          covariance: baseline.variance === null ? null : 0,
        };
        expectSound(compareMatchedMeans(pairs), pairs);
      }
    }
  });

  it('for rates with no events, no exposure and very much of it', () => {
    const waves = FEW.flatMap((events) => [0, 0.5, 1e12].map((exposure) => ({ events, exposure })));
    for (const baseline of waves) {
      for (const followUp of waves) {
        expectSound(compareIndependentRates(baseline, followUp, 1000), [baseline, followUp]);
      }
    }
  });
});
