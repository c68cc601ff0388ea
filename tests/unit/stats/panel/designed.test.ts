import { describe, expect, it } from 'vitest';
import type { DesignSample } from '../../../../shared/stats/design/types';
import { standardiseChange } from '../../../../shared/stats/panel/standardise';
import { standardiseDesigned } from '../../../../shared/stats/panel/standardise-designed';
import {
  compareWeightedMatched,
  compareWeightedSamples,
} from '../../../../shared/stats/panel/weighted-change';
import { expectDigits, momentsOf, seededRandom } from '../support';

type Person = { stratum: number; school: string; weight: number; y: number };

function makePeople(seed: number, count: number): Person[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const stratum = Math.floor(random() * 3);
    const school = `s${Math.floor(random() * 12)}`;
    return { stratum, school, weight: 1 + Math.floor(random() * 4), y: 10 * stratum + 20 * random() };
  });
}

/** The people of one stratum as a domain of the sample of all, by school or each on its own. */
function sampleOf(all: readonly Person[], stratum: number, isClustered: boolean, factor = 1): DesignSample {
  const own = all.filter((person) => person.stratum === stratum);
  const names = isClustered ? [...new Set(own.map(({ school }) => school))] : [null];
  return {
    frame: {
      strata: [
        {
          stratum: null,
          clusters: isClustered ? [...new Set(all.map(({ school }) => school))] : null,
          rows: all.length,
          population: null,
        },
      ],
      lonelyStratum: 'adjust',
    },
    origin: [7],
    units: names.map((cluster) => {
      const members = own.filter(({ school }) => cluster === null || school === cluster);
      const sum = (term: (person: Person) => number) =>
        members.reduce((total, person) => total + term({ ...person, weight: person.weight * factor }), 0);
      return {
        stratum: null,
        cluster,
        rows: members.length,
        totals: [sum(({ weight }) => weight), sum(({ weight, y }) => weight * (y - 7))],
        products: [
          sum(({ weight }) => weight),
          sum(({ weight, y }) => weight * (y - 7)),
          sum(({ weight, y }) => weight * (y - 7) ** 2),
        ],
        squares: isClustered
          ? null
          : [
              sum(({ weight }) => weight ** 2),
              sum(({ weight, y }) => weight ** 2 * (y - 7)),
              sum(({ weight, y }) => weight ** 2 * (y - 7) ** 2),
            ],
      };
    }),
  };
}

function standardise(isClustered: boolean, factor = 1, people = [makePeople(1, 400), makePeople(2, 420)]) {
  const [before = [], after = []] = people;
  return standardiseDesigned(
    [0, 1, 2].map((stratum) => ({
      baseline: sampleOf(before, stratum, isClustered, factor),
      followUp: sampleOf(after, stratum, isClustered, factor),
    })),
  );
}

describe('the standardised change of a designed sample', () => {
  it('is close to the simple one where all rows weigh the same and stand alone', () => {
    const plain = [makePeople(1, 400), makePeople(2, 420)].map((people) =>
      people.map((person) => ({ ...person, weight: 1 })),
    );
    const [before = [], after = []] = plain;
    const simple = standardiseChange(
      [0, 1, 2].map((stratum) => ({
        baseline: momentsOf(before.filter((one) => one.stratum === stratum).map(({ y }) => y)),
        followUp: momentsOf(after.filter((one) => one.stratum === stratum).map(({ y }) => y)),
      })),
    );
    const designed = standardise(false, 1, plain);
    expectDigits(designed.standardised.change, simple.standardised.change);
    // The divisors differ: n - 1 of all against n - 1 of each stratum.
    const ratio =
      (designed.standardised.error?.standardError ?? 0) / (simple.standardised.error?.standardError ?? 1);
    expect(ratio).toBeGreaterThan(0.98);
    expect(ratio).toBeLessThan(1);
  });

  it.each([true, false])('does not change when all weights are multiplied (by school: %s)', (isClustered) => {
    const once = standardise(isClustered).standardised;
    const more = standardise(isClustered, 1000).standardised;
    expectDigits(more.change, once.change);
    expectDigits(more.interval?.lower, once.interval?.lower ?? null);
    expectDigits(more.test?.p, once.test?.p ?? null);
  });

  it.each([true, false])(
    'makes no error out of rounding where strata agree (by school: %s)',
    (isClustered) => {
      const alike = (seed: number, size: number, level: number) =>
        makePeople(seed, size).map((person, index) => ({
          ...person,
          weight: 0.5 + ((index * 37) % 101) / 16,
          y: level + 0.1 * person.stratum,
        }));
      const { standardised } = standardise(isClustered, 1, [alike(1, 400, 37.3), alike(2, 420, 38.1)]);
      expect(standardised).toMatchObject({ interval: null, test: null, reason: 'no-variation' });
      expect(standardised.change).toBeCloseTo(0.8, 10);
    },
  );

  it('names why there is none', () => {
    expect(standardiseDesigned([{ baseline: null, followUp: null }]).standardised.reason).toBe('no-cases');
    const people = makePeople(3, 60);
    const apart = [
      { baseline: sampleOf(people, 0, true), followUp: null },
      { baseline: null, followUp: sampleOf(people, 1, true) },
    ];
    expect(standardiseDesigned(apart).standardised.reason).toBe('no-common-strata');
    const alone = people.map((person) => ({ ...person, school: 'one' }));
    const single = standardiseDesigned([
      { baseline: sampleOf(alone, 0, true), followUp: sampleOf(alone, 0, true) },
    ]);
    expect(single.standardised).toMatchObject({ change: 0, interval: null, test: null });
    expect(single.standardised.reason).not.toBeNull();
  });
});

describe('the weighted change of a designed sample', () => {
  it('is that of weighted people where each stands alone', () => {
    const patterns = [
      { weight: 1.5, n: 2, means: [3, 5], covariances: [2, 1, 2] },
      { weight: 0.8, n: 3, means: [4, 4.5], covariances: [1, 0.2, 3] },
    ];
    const samples = patterns.map(({ weight, n, means: [first = 0, second = 0], covariances }) => {
      const [a = 0, b = 0, c = 0] = covariances.map((value) => value * (n - 1));
      const sums = [
        n,
        n * first,
        n * second,
        a + n * first ** 2,
        b + n * first * second,
        c + n * second ** 2,
      ];
      const unit = {
        stratum: null,
        cluster: null,
        rows: n,
        totals: sums.slice(0, 3),
        products: sums,
        squares: sums,
      };
      const frame = {
        strata: [{ stratum: null, clusters: null, rows: 5, population: null }],
        lonelyStratum: 'adjust',
      } as const;
      return { weight, sample: { frame, origin: [0, 0], units: [unit] } };
    });
    const simple = compareWeightedMatched('mean', patterns);
    const designed = compareWeightedSamples('mean', samples);
    expectDigits(designed.change, simple.change);
    expectDigits(designed.interval?.upper, simple.interval?.upper ?? null);
    expect(compareWeightedSamples('mean', [])).toMatchObject({ change: null, reason: 'no-cases' });
  });
});
