import { describe, expect, it } from 'vitest';
import { mcnemarExactTest, mcnemarMidPTest, mcnemarTest } from '../../../shared/stats/mcnemar';
import { compareMatchedProportions, pairedMargins } from '../../../shared/stats/proportion-matched';
import { ChangeResult } from '../../../shared/stats/types';
import { expectDigits, golden, seededRandom, wholeNumber } from './support';

function pairsOf(row: (typeof golden.paired)[number]) {
  const { both, onlyBaseline, onlyFollowUp, neither } = row;
  return { both, onlyBaseline, onlyFollowUp, neither };
}

describe('a proportion on the same people', () => {
  it("gives Newcombe's paired interval", () => {
    for (const row of golden.paired) {
      const result = compareMatchedProportions(pairsOf(row), row.level);
      expectDigits(result.change, row.change);
      expectDigits(result.interval?.lower, row.lower);
      expectDigits(result.interval?.upper, row.upper);
    }
  });

  it("gives McNemar's chi-square, exact p and mid-p of R", () => {
    for (const row of golden.paired) {
      const pairs = pairsOf(row);
      expectDigits(mcnemarTest(pairs)?.statistic ?? null, row.chiSquare);
      expectDigits(mcnemarTest(pairs)?.p ?? null, row.asymptoticP);
      expectDigits(mcnemarExactTest(pairs)?.p ?? null, row.exactP);
      expectDigits(mcnemarMidPTest(pairs)?.p ?? null, row.midP);
    }
  });

  it('gives 0.1220 [0.0115, 0.2265] for 14 both, 5 gained, 0 lost, 22 neither', () => {
    const pairs = { both: 14, onlyBaseline: 0, onlyFollowUp: 5, neither: 22 };
    const { change, interval, test, secondaryTest } = compareMatchedProportions(pairs);
    expect(change).toBeCloseTo(0.122, 4);
    expect(interval?.lower).toBeCloseTo(0.0115, 4);
    expect(interval?.upper).toBeCloseTo(0.2265, 4);
    expect(test).toMatchObject({ name: 'mcnemar-exact', p: 0.0625 });
    expect(secondaryTest).toMatchObject({ name: 'mcnemar-mid-p', p: 0.03125 });
  });

  it('gives a chi-square of 17.36 for 794, 150, 86, 570', () => {
    const result = compareMatchedProportions({
      both: 794,
      onlyBaseline: 150,
      onlyFollowUp: 86,
      neither: 570,
    });
    expect(result.test?.name).toBe('mcnemar');
    expect(result.test?.statistic).toBeCloseTo(17.36, 2);
    expect(result.test?.df).toBe(1);
  });

  it('is exact with 24 discordant pairs and asymptotic with 25', () => {
    const rest = { both: 9, neither: 9 };
    expect(compareMatchedProportions({ ...rest, onlyBaseline: 12, onlyFollowUp: 12 }).test?.name).toBe(
      'mcnemar-exact',
    );
    expect(compareMatchedProportions({ ...rest, onlyBaseline: 12, onlyFollowUp: 13 }).test?.name).toBe(
      'mcnemar',
    );
  });

  it('changes only the sign when the waves swap, and stays inside -1 to 1', () => {
    const random = seededRandom(4);
    for (let round = 0; round < 500; round += 1) {
      const pairs = {
        both: wholeNumber(random, 20),
        onlyBaseline: wholeNumber(random, 20),
        onlyFollowUp: wholeNumber(random, 20),
        neither: 1 + wholeNumber(random, 20),
      };
      const swapped = { ...pairs, onlyBaseline: pairs.onlyFollowUp, onlyFollowUp: pairs.onlyBaseline };
      const forward = compareMatchedProportions(pairs);
      const backward = compareMatchedProportions(swapped);
      expect(forward.change).toBeCloseTo(-(backward.change ?? 0), 12);
      expect(forward.interval?.lower).toBeCloseTo(-(backward.interval?.upper ?? 0), 12);
      expect(forward.interval?.lower).toBeGreaterThanOrEqual(-1);
      expect(forward.interval?.upper).toBeLessThanOrEqual(1);
      expect(forward.test?.p).toBe(backward.test?.p);
      expect(ChangeResult.safeParse(forward).success).toBe(true);
    }
  });

  it('adds the margins of both waves', () => {
    const margins = pairedMargins({ both: 14, onlyBaseline: 5, onlyFollowUp: 1, neither: 22 });
    expect(margins).toEqual({ n: 42, baseline: { n: 42, x: 19 }, followUp: { n: 42, x: 15 } });
  });

  it('keeps the interval but has no test without discordant pairs', () => {
    const result = compareMatchedProportions({ both: 20, onlyBaseline: 0, onlyFollowUp: 0, neither: 15 });
    expect(result).toMatchObject({
      change: 0,
      test: null,
      secondaryTest: null,
      reason: 'no-discordant-pairs',
    });
    expect(result.interval).not.toBeNull();
  });

  it('names the reason when nobody is matched', () => {
    const result = compareMatchedProportions({ both: 0, onlyBaseline: 0, onlyFollowUp: 0, neither: 0 });
    expect(result).toMatchObject({ change: null, interval: null, reason: 'no-cases' });
  });

  it('holds for a thousand million pairs, where only the asymptotic test is made', () => {
    const result = compareMatchedProportions({
      both: 4e8,
      onlyBaseline: 1e8,
      onlyFollowUp: 1.0001e8,
      neither: 4e8,
    });
    expect(ChangeResult.safeParse(result).success).toBe(true);
    expect(result.test?.statistic).toBeCloseTo(1e8 / 2.0001e8, 9);
    expect(result.secondaryTest).toBeNull();
  });

  it('refuses negative counts', () => {
    const pairs = { both: 1, onlyBaseline: -1, onlyFollowUp: 0, neither: 3 };
    expect(() => compareMatchedProportions(pairs)).toThrow(RangeError);
  });
});
