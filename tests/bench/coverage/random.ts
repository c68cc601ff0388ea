import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { mersenne } from 'pure-rand/generator/mersenne';
import { normalQuantile } from '../../../shared/stats/distributions';

/** Draws of one simulation; the same seed gives the same draws on every machine. */
export type Random = {
  /** Above 0 and below 1. */
  uniform: () => number;
  normal: () => number;
  chance: (share: number) => boolean;
  /** Successes in `n` tries. */
  binomial: (n: number, share: number) => number;
  poisson: (mean: number) => number;
  /** `size` of the numbers 0 to `population - 1`, each set equally likely. */
  choose: (population: number, size: number) => number[];
};

/** A generator seeded with `seed` (the Mersenne twister of pure-rand); other distributions by inversion or by counting. */
export function randomFrom(seed: number): Random {
  const generator = mersenne(seed);
  const uniform = (): number => Math.max(uniformFloat64(generator), Number.EPSILON / 4);
  const chance = (share: number): boolean => uniform() < share;
  return {
    uniform,
    chance,
    normal: () => normalQuantile(uniform()),
    binomial: (n, share) => {
      let successes = 0;
      for (let trial = 0; trial < n; trial += 1) if (chance(share)) successes += 1;
      return successes;
    },
    poisson: (mean) => {
      // Arrivals of a process of rate 1 before `mean`.
      let events = -1;
      for (let time = 0; time < mean; events += 1) time -= Math.log(uniform());
      return Math.max(0, events);
    },
    choose: (population, size) => {
      const order = Array.from({ length: population }, (_, index) => index);
      for (let place = 0; place < size; place += 1) {
        const other = place + Math.floor(uniform() * (population - place));
        [order[place], order[other]] = [order[other] ?? 0, order[place] ?? 0];
      }
      return order.slice(0, size);
    },
  };
}

export function repeat<T>(times: number, make: (index: number) => T): T[] {
  return Array.from({ length: times }, (_, index) => make(index));
}
