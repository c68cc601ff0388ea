import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noncentralTUpperTail } from '../../../shared/stats/noncentral-t';
import {
  beyondPopulation,
  detectableMean,
  detectablePairedProportion,
  detectableProportion,
  discordantShares,
  pairsForProportions,
  peopleForMeans,
  peopleForProportions,
  plannedDesignEffect,
  powerOfMeans,
  powerOfPairs,
  powerOfProportions,
  withinPopulation,
} from '../../../shared/stats/planning';
import { expectDigits } from './support';

const figure = z.number();
const demand = { power: figure, level: figure };
/** Figures written by tests/fixtures/golden/stats/planning.R. */
const golden = z
  .strictObject({
    proportions: z.array(
      z.strictObject({ p1: figure, p2: figure, ...demand, n: figure, powerAt100: figure }),
    ),
    rises: z.array(z.strictObject({ n: figure, p1: figure, ...demand, p2: figure })),
    means: z.array(
      z.strictObject({
        delta: figure,
        sd: figure,
        ...demand,
        type: z.enum(['two.sample', 'paired']),
        n: figure,
        pwr: figure,
        powerAt20: figure,
        deltaAt60: figure,
      }),
    ),
    pairs: z.array(
      z.strictObject({ up: figure, down: figure, n: figure, level: figure, enumerated: figure }),
    ),
    tails: z.array(z.strictObject({ t: figure, df: figure, ncp: figure, value: figure })),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../fixtures/golden/stats/planning.json', import.meta.url), 'utf8')),
  );
const usual = { power: 0.8, level: 0.95 };

describe('planning of shares agrees with power.prop.test', () => {
  it.each(golden.proportions)('$p1 against $p2', ({ p1, p2, power, level, n, powerAt100 }) => {
    expectDigits(peopleForProportions(p1, p2, { power, level }), n);
    expectDigits(powerOfProportions(100, p1, p2, level), powerAt100);
  });

  it.each(golden.rises)('the rise that $n people find from $p1', ({ n, p1, power, level, p2 }) => {
    expectDigits(p1 + (detectableProportion(n, p1, 1, { power, level }) ?? 0), p2);
  });

  it('150 people in each wave find a rise from 50 % to 65.9 %', () => {
    expect(0.5 + (detectableProportion(150, 0.5, 1, usual) ?? 0)).toBeCloseTo(0.659, 3);
  });

  it('a fall is the rise of the opposite answer', () => {
    expectDigits(
      -(detectableProportion(80, 0.3, -1, usual) ?? 0),
      detectableProportion(80, 0.7, 1, usual) ?? Number.NaN,
    );
  });

  it('finds nothing where even a change to everybody would go unseen', () => {
    expect(detectableProportion(5, 0.6, 1, usual)).toBeNull();
  });

  it('needs nobody to find no change', () => {
    expect(peopleForProportions(0.4, 0.4, usual)).toBeNull();
  });
});

describe('planning of means agrees with power.t.test', () => {
  it.each(golden.means)(
    '$type, $delta of $sd',
    ({ delta, sd, power, level, type, n, pwr, powerAt20, deltaAt60 }) => {
      const isMatched = type === 'paired';
      const people = peopleForMeans(delta, sd, { power, level, isMatched });
      expectDigits(people, n);
      // The other package also counts findings in the wrong direction.
      expectDigits(people, pwr, 3);
      expectDigits(powerOfMeans(20, delta, sd, { level, isMatched }), powerAt20);
      expectDigits(detectableMean(60, sd, { power, level, isMatched }), deltaAt60);
    },
  );

  it('does not depend on the unit', () => {
    expectDigits(
      detectableMean(40, 1e-9, { ...usual, isMatched: false }),
      (detectableMean(40, 1e9, { ...usual, isMatched: false }) ?? 0) * 1e-18,
    );
  });

  it('takes two people at the least, and one finds nothing', () => {
    expect(peopleForMeans(1e6, 1, { ...usual, isMatched: true })).toBe(2);
    expect(detectableMean(1, 1, { ...usual, isMatched: true })).toBeNull();
    expect(peopleForMeans(0, 1, { ...usual, isMatched: true })).toBeNull();
  });
});

describe("planning of matched shares by McNemar's test", () => {
  it('gives the 23 pairs of Connor 1987, page 209', () => {
    expect(Math.ceil(pairsForProportions(0.5, 0.4, usual) ?? 0)).toBe(23);
  });

  it.each(golden.pairs)('comes within 0.02 of the power of all outcomes added up ($n pairs)', (one) => {
    const { up, down, n, level, enumerated } = one;
    expect(Math.abs(powerOfPairs(n, up + down, up - down, level) - enumerated)).toBeLessThan(0.02);
  });

  it('people and power are each other’s inverse', () => {
    const pairs = pairsForProportions(0.35, 0.15, { power: 0.9, level: 0.99 }) ?? 0;
    expectDigits(powerOfPairs(pairs, 0.35, 0.15, 0.99), 0.9);
  });

  it('the change found takes exactly the pairs there are', () => {
    for (const pairing of [
      { kind: 'correlation', value: 0.4 },
      { kind: 'discordance', value: 0.3 },
    ] as const) {
      for (const direction of [1, -1] as const) {
        const change = detectablePairedProportion(200, 0.45, direction, pairing, usual) ?? 0;
        expect(Math.sign(change)).toBe(direction);
        const shares = discordantShares(0.45, 0.45 + change, 0.4);
        const discordant = pairing.kind === 'discordance' ? 0.3 : (shares?.up ?? 0) + (shares?.down ?? 0);
        expectDigits(pairsForProportions(discordant, change, usual), 200);
      }
    }
  });

  it('without correlation the shares of a two by two table multiply', () => {
    expect(discordantShares(0.5, 0.6, 0)).toEqual({ up: 0.3, down: 0.2 });
  });

  it('knows that a correlation cannot be had with very different shares', () => {
    expect(discordantShares(0.1, 0.9, 0.5)).toBeNull();
    expect(discordantShares(0.1, 0.1, -0.5)).toBeNull();
  });

  it('never promises a rise to everybody, with whom no correlation could go', () => {
    expect(discordantShares(0.5, 1, 0.5)).toBeNull();
    // With correlation 0.5, half can become four fifths at the most.
    const pairing = { kind: 'correlation', value: 0.5 } as const;
    expect(detectablePairedProportion(15, 0.5, 1, pairing, usual)).toBeNull();
    expect(detectablePairedProportion(40, 0.5, 1, pairing, usual)).toBeLessThan(0.3);
  });

  it('finds nothing where fewer people change than would be needed', () => {
    expect(detectablePairedProportion(20, 0.5, 1, { kind: 'discordance', value: 0.05 }, usual)).toBeNull();
  });
});

describe('noncentral t agrees with pt', () => {
  it.each(golden.tails)('t $t, $df degrees, centre $ncp', ({ t, df, ncp, value }) => {
    // R's own series gives twelve digits after the point, and fewer at many degrees.
    const allowed = df < 1e5 ? 2e-12 : 5e-11;
    expect(Math.abs(noncentralTUpperTail(t, df, ncp) - value)).toBeLessThan(allowed);
  });
});

describe('groups and small populations', () => {
  it('people of a group who are no more alike than others cost nothing', () => {
    expect(plannedDesignEffect(null)).toBe(1);
    expect(plannedDesignEffect({ peopleEach: 25, intraclassCorrelation: 0 })).toBe(1);
    expect(plannedDesignEffect({ peopleEach: 25, intraclassCorrelation: 0.05 })).toBeCloseTo(2.2, 12);
    expect(plannedDesignEffect({ peopleEach: 25, intraclassCorrelation: 1 })).toBe(25);
  });

  it('a population never needs more people than it has', () => {
    expect(withinPopulation(385, null)).toBe(385);
    // Cochran's example of 1977: 400 from an endless population are 356 of 3200.
    expect(Math.round(withinPopulation(400, 3200))).toBe(356);
    expect(withinPopulation(1e9, 300)).toBeLessThanOrEqual(300);
  });

  it('what a population saves is what its people are worth', () => {
    expectDigits(beyondPopulation(withinPopulation(250, 900), 900), 250);
    expect(beyondPopulation(900, 900)).toBeNull();
  });
});
