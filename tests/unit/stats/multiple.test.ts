import { describe, expect, it } from 'vitest';
import { adjustBenjaminiHochberg, adjustHolm } from '../../../shared/stats/multiple';
import { expectDigits, golden } from './support';

describe('many results at once', () => {
  it('adjusts as p.adjust does, skipping what has no p', () => {
    expect(golden.adjust.some((row) => row.p.includes(null))).toBe(true);
    for (const row of golden.adjust) {
      const holm = adjustHolm(row.p);
      const falseDiscovery = adjustBenjaminiHochberg(row.p);
      row.p.forEach((_, position) => {
        expectDigits(holm[position], row.holm[position] ?? null);
        expectDigits(falseDiscovery[position], row.bh[position] ?? null);
      });
    }
  });

  it('has nothing to adjust in an empty family', () => {
    expect(adjustHolm([])).toEqual([]);
    expect(adjustBenjaminiHochberg([null])).toEqual([null]);
  });
});
