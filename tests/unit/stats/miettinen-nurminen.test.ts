import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { normalCritical } from '../../../shared/stats/distributions';
import {
  compareProportionsMiettinenNurminen,
  miettinenNurminenInterval,
} from '../../../shared/stats/miettinen-nurminen';
import { ChangeResult, ProportionCounts } from '../../../shared/stats/types';
import { expectDigits, expectFiniteThroughout, seededRandom, wholeNumber } from './support';

const Golden = z.array(
  z.strictObject({
    baseline: ProportionCounts,
    followUp: ProportionCounts,
    level: z.number(),
    lower: z.number(),
    upper: z.number(),
    chiSquare: z.number().nullable(),
    p: z.number().nullable(),
  }),
);
const golden = Golden.parse(
  JSON.parse(
    readFileSync(new URL('../../fixtures/golden/stats/miettinen-nurminen.json', import.meta.url), 'utf8'),
  ),
);

describe('the score interval of Miettinen and Nurminen', () => {
  it.each(golden)('gives the limits and the test of R: $baseline then $followUp', (row) => {
    const { interval, test } = compareProportionsMiettinenNurminen(row.baseline, row.followUp, row.level);
    expectDigits(interval?.lower, row.lower, 7);
    expectDigits(interval?.upper, row.upper, 7);
    expectDigits(test === null ? null : (test.statistic ?? 0) ** 2, row.chiSquare);
    expectDigits(test?.p ?? null, row.p, 7);
  });

  // Newcombe 1998, Statistics in Medicine 17:873, table II, method 6: examples a and b.
  it.each([
    { baseline: { n: 80, x: 48 }, followUp: { n: 70, x: 56 }, lower: 0.0528, upper: 0.3382 },
    { baseline: { n: 10, x: 3 }, followUp: { n: 10, x: 9 }, lower: 0.17, upper: 0.8406 },
  ])('gives the published limits $lower to $upper', ({ baseline, followUp, lower, upper }) => {
    const interval = miettinenNurminenInterval(baseline, followUp);
    expect(interval?.lower).toBeCloseTo(lower, 4);
    expect(interval?.upper).toBeCloseTo(upper, 4);
  });

  it('excludes 0 exactly where its own test is significant', () => {
    const random = seededRandom(61);
    for (let round = 0; round < 300; round += 1) {
      const first = 2 + wholeNumber(random, 80);
      const second = 2 + wholeNumber(random, 80);
      const baseline = { n: first, x: wholeNumber(random, first) };
      const followUp = { n: second, x: wholeNumber(random, second) };
      const { interval, test, change } = compareProportionsMiettinenNurminen(baseline, followUp);
      expect(interval?.lower).toBeGreaterThanOrEqual(-1);
      expect(interval?.upper).toBeLessThanOrEqual(1);
      expect(interval?.lower).toBeLessThanOrEqual(change ?? 2);
      expect(interval?.upper).toBeGreaterThanOrEqual(change ?? -2);
      const excludesZero = (interval?.lower ?? 0) > 0 || (interval?.upper ?? 0) < 0;
      expect(excludesZero).toBe(Math.abs(test?.statistic ?? 0) > normalCritical(0.95));
    }
  });

  it('changes only the sign when the waves swap', () => {
    const random = seededRandom(62);
    for (let round = 0; round < 100; round += 1) {
      const first = 1 + wholeNumber(random, 200);
      const second = 1 + wholeNumber(random, 200);
      const baseline = { n: first, x: wholeNumber(random, first) };
      const followUp = { n: second, x: wholeNumber(random, second) };
      const forward = compareProportionsMiettinenNurminen(baseline, followUp);
      const backward = compareProportionsMiettinenNurminen(followUp, baseline);
      expect(forward.interval?.lower).toBeCloseTo(-(backward.interval?.upper ?? 0), 12);
      expect(forward.interval?.upper).toBeCloseTo(-(backward.interval?.lower ?? 0), 12);
      expect(forward.test?.statistic ?? 0).toBeCloseTo(-(backward.test?.statistic ?? 0), 12);
      expect(ChangeResult.safeParse(forward).success).toBe(true);
    }
  });

  it('has no change when a wave is empty, and says so', () => {
    const result = compareProportionsMiettinenNurminen({ n: 0, x: 0 }, { n: 9, x: 4 }, 0.95);
    expect(result).toMatchObject({ change: null, interval: null, test: null, reason: 'no-cases' });
  });

  it.each([0, 12])('keeps the interval but tests nothing when all %s of 12 agree in both waves', (x) => {
    const result = compareProportionsMiettinenNurminen({ n: 12, x }, { n: 12, x }, 0.95);
    expect(result).toMatchObject({ change: 0, test: null, reason: 'no-variation' });
    expect(result.interval?.lower).toBeLessThan(0);
    expect(result.interval?.upper).toBeGreaterThan(0);
  });

  it('keeps rare events of a thousand million people apart, and mirrors them', () => {
    const [few, more] = [
      { n: 1e9, x: 2 },
      { n: 1e9, x: 11 },
    ];
    const rare = compareProportionsMiettinenNurminen(few, more, 0.95);
    expectFiniteThroughout(rare);
    expect(rare.interval?.lower).toBeGreaterThan(0);
    const mirrored = miettinenNurminenInterval({ n: 1e9, x: 1e9 - 11 }, { n: 1e9, x: 1e9 - 2 });
    expectDigits(mirrored?.lower, rare.interval?.lower ?? null, 12);
    expectDigits(mirrored?.upper, rare.interval?.upper ?? null, 12);
  });

  it.each([0, 1, -1, 1.5])('refuses the level %s', (level) => {
    expect(() => miettinenNurminenInterval({ n: 9, x: 3 }, { n: 9, x: 4 }, level)).toThrow(RangeError);
  });
});
