import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
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

/** 200 families of 1 to 40 p-values, some tied, some absent, some very small. */
function families(): (number | null)[][] {
  const generator = mersenne(31);
  const uniform = (): number => uniformFloat64(generator);
  return Array.from({ length: 200 }, () =>
    Array.from({ length: 1 + Math.floor(40 * uniform()) }, () => {
      const kind = uniform();
      if (kind < 0.1) return null;
      if (kind < 0.3) return Math.round(10 * uniform()) / 10;
      return kind < 0.5 ? 10 ** (-20 * uniform()) : uniform();
    }),
  );
}

const procedures = [
  ['Holm', adjustHolm],
  ['Benjamini-Hochberg', adjustBenjaminiHochberg],
] as const;

describe.each(procedures)('%s, whatever the family', (_, adjust) => {
  it('never lowers a p-value nor passes 1, and keeps what has none', () => {
    for (const family of families()) {
      adjust(family).forEach((adjusted, position) => {
        const raw = family[position] ?? null;
        if (raw === null) expect(adjusted).toBeNull();
        else {
          expect(adjusted).toBeGreaterThanOrEqual(raw);
          expect(adjusted).toBeLessThanOrEqual(1);
        }
      });
    }
  });

  it('keeps the order of the p-values, and equal ones equal', () => {
    for (const family of families()) {
      const adjusted = adjust(family);
      family.forEach((left, i) => {
        family.forEach((right, j) => {
          if (left === null || right === null) return;
          if (left === right) expect(adjusted[i]).toBe(adjusted[j]);
          if (left < right) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 0);
        });
      });
    }
  });

  it('does not depend on the order in which results stand', () => {
    for (const family of families()) {
      expect(adjust([...family].reverse())).toEqual(adjust(family).reverse());
    }
  });

  it('does not count results without a p-value', () => {
    for (const family of families()) {
      const present = family.filter((p) => p !== null);
      expect(adjust(family).filter((p) => p !== null)).toEqual(adjust(present));
    }
  });

  it('leaves a single p-value as it is', () => {
    expect(adjust([0.03])).toEqual([0.03]);
    expect(adjust([null, 0.03, null])).toEqual([null, 0.03, null]);
  });
});

describe('both corrections', () => {
  it('are those counted by hand for five tests', () => {
    // Holm: 5 x 0.001, 4 x 0.01, 3 x 0.02, then never less: 2 x 0.03 = 0.06, 0.06. BH: 5/1, 5/2, 5/3, 5/4, 5/5 from above.
    const family = [0.02, 0.001, 0.04, 0.01, 0.03];
    const holm = [0.06, 0.005, 0.06, 0.04, 0.06];
    const falseDiscovery = [0.02 * (5 / 3), 0.005, 0.04, 0.025, 0.03 * (5 / 4)];
    adjustHolm(family).forEach((p, place) => {
      expect(p).toBeCloseTo(holm[place] ?? 0, 14);
    });
    adjustBenjaminiHochberg(family).forEach((p, place) => {
      expect(p).toBeCloseTo(falseDiscovery[place] ?? 0, 14);
    });
  });

  it('ask more of a declared family than of an exploration', () => {
    for (const family of families()) {
      const strict = adjustHolm(family);
      adjustBenjaminiHochberg(family).forEach((p, place) => {
        if (p !== null) expect(strict[place]).toBeGreaterThanOrEqual(p * (1 - 1e-12));
      });
    }
  });
});
