import { describe, expect, it } from 'vitest';
import { type FactorPattern, fitStaying } from '../../../../shared/stats/panel/staying';
import { expectDigits, expectFiniteThroughout, seededRandom, wholeNumber } from '../support';
import { golden } from './support';

/** One factor: who stayed of how many in each level. */
function oneFactor(...levels: [number, number][]): FactorPattern[] {
  return levels.map(([successes, trials], level) => ({ levels: [level], trials, successes }));
}

describe('the chance of staying by factors', () => {
  it('comes to the chances that glm creeps towards where a school stayed as a whole', () => {
    const { separated } = golden;
    const { fit } = fitStaying(separated.patterns, separated.levelCounts);
    separated.chances.forEach((chance, index) => {
      expectDigits(fit?.chances[index], chance, 7);
    });
    expect(fit?.separated).toEqual([{ factor: 1, level: 4, side: 'all' }]);
    expectDigits(fit?.terms[0]?.coefficient, separated.sex, 7);
    expect(fit?.terms.map(({ factor, level }) => [factor, level])).toEqual([
      [0, 1],
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 1],
      [2, 2],
    ]);
  });

  it('is the share of each level with one factor', () => {
    const { fit } = fitStaying(oneFactor([30, 40], [10, 50], [8, 8], [0, 6]), [4]);
    [0.75, 0.2, 1, 0].forEach((chance, index) => {
      expect(fit?.chances[index]).toBeCloseTo(chance, 12);
    });
    expect(fit?.separated).toEqual([
      { factor: 0, level: 2, side: 'all' },
      { factor: 0, level: 3, side: 'none' },
    ]);
    expect(fit?.terms).toHaveLength(1);
  });

  it('takes another level as reference where the first is separated', () => {
    const { fit } = fitStaying(oneFactor([9, 9], [10, 20], [5, 20]), [3]);
    expect(fit?.terms[0]).toMatchObject({ level: 2, reference: 1 });
    expectDigits(Math.exp(fit?.terms[0]?.coefficient ?? 0), 1 / 3);
  });

  it('names separation where setting levels aside leaves nobody', () => {
    expect(fitStaying(oneFactor([9, 9], [0, 8]), [2])).toMatchObject({ fit: null, reason: 'separation' });
  });

  it('names a panel that lost nobody or everybody', () => {
    expect(fitStaying(oneFactor([9, 9], [8, 8]), [2]).reason).toBe('nobody-left');
    expect(fitStaying(oneFactor([0, 9], [0, 8]), [2]).reason).toBe('nobody-stayed');
    expect(fitStaying([], [2]).reason).toBe('no-cases');
  });

  it('is finite, or has a reason, for small tables of two factors', () => {
    const random = seededRandom(3);
    for (let repeat = 0; repeat < 400; repeat += 1) {
      const patterns = [0, 1, 2].flatMap((first) =>
        [0, 1].map((second) => {
          const trials = wholeNumber(random, 4);
          return { levels: [first, second], trials, successes: wholeNumber(random, trials) };
        }),
      );
      const result = fitStaying(patterns, [3, 2]);
      expectFiniteThroughout(result);
      expect(result.fit === null).toBe(result.reason !== null);
      for (const [index, { successes, trials }] of patterns.entries()) {
        const chance = result.fit?.chances[index] ?? 0;
        expect(chance >= 0 && chance <= 1).toBe(true);
        // Whoever stayed needs a weight.
        if (result.fit && trials > 0 && successes > 0) expect(chance).toBeGreaterThan(0);
      }
    }
  });
});
