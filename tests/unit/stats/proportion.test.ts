import { describe, expect, it } from 'vitest';
import { estimateProportion, wilsonInterval } from '../../../shared/stats/proportion';
import { expectDigits, expectFiniteThroughout, golden, seededRandom, wholeNumber } from './support';

describe("Wilson's interval", () => {
  it('agrees with prop.test', () => {
    for (const row of golden.wilson) {
      const interval = wilsonInterval({ n: row.n, x: row.x }, row.level);
      expectDigits(interval?.lower, row.lower);
      expectDigits(interval?.upper, row.upper);
      expect(interval?.level).toBe(row.level);
    }
  });

  it('gives 0.6396 to 0.9476 for 17 of 20', () => {
    const { value, interval, reason } = estimateProportion({ n: 20, x: 17 });
    expect(value).toBe(0.85);
    expect(interval?.lower).toBeCloseTo(0.6396, 4);
    expect(interval?.upper).toBeCloseTo(0.9476, 4);
    expect(reason).toBeNull();
  });

  it('stays inside 0 to 1, holds the share, mirrors when yes and no swap, and widens with the level', () => {
    const random = seededRandom(1);
    for (let round = 0; round < 2000; round += 1) {
      const n = 1 + wholeNumber(random, 10 ** (1 + wholeNumber(random, 8)));
      const x = wholeNumber(random, n);
      const interval = wilsonInterval({ n, x });
      const mirrored = wilsonInterval({ n, x: n - x });
      const wider = wilsonInterval({ n, x }, 0.99);
      if (interval === null || mirrored === null || wider === null) throw new Error('expected intervals');
      expect(interval.lower).toBeGreaterThanOrEqual(0);
      expect(interval.upper).toBeLessThanOrEqual(1);
      expect(interval.lower).toBeLessThanOrEqual(x / n);
      expect(interval.upper).toBeGreaterThanOrEqual(x / n);
      expect(mirrored.lower).toBeCloseTo(1 - interval.upper, 12);
      expect(wider.upper - wider.lower).toBeGreaterThan(interval.upper - interval.lower);
    }
  });

  it('starts at exactly 0 with no successes and ends at exactly 1 with no failures', () => {
    expect(wilsonInterval({ n: 40, x: 0 })?.lower).toBe(0);
    expect(wilsonInterval({ n: 40, x: 40 })?.upper).toBe(1);
  });

  it('names the reason when nobody answered', () => {
    expect(estimateProportion({ n: 0, x: 0 })).toEqual({ value: null, interval: null, reason: 'no-cases' });
  });

  it('holds for a single case and for a thousand million', () => {
    expectFiniteThroughout(estimateProportion({ n: 1, x: 1 }));
    expectFiniteThroughout(estimateProportion({ n: 1e9, x: 1 }));
  });

  it.each([
    [{ n: 3, x: 4 }],
    [{ n: -1, x: 0 }],
    [{ n: 2.5, x: 1 }],
    [{ n: Number.NaN, x: 0 }],
    [{ n: 2 ** 53, x: 0 }],
  ])('refuses counts that cannot be: %o', (counts) => {
    expect(() => estimateProportion(counts)).toThrow(RangeError);
  });

  it.each([0, 1, 95, Number.NaN])('refuses %s as confidence level', (level) => {
    expect(() => estimateProportion({ n: 3, x: 1 }, level)).toThrow(RangeError);
  });
});
