import { assertCount } from '../check';

/** People who stayed, all with the same chance of staying according to the model. */
export type StayingPattern = { stayed: number; chance: number };

/**
 * Stabilised weights of those who stayed. `effectiveN` is Kish's size, (Σw)²/Σw²; `designEffect` how many times the
 * variance grows by weights of this spread (people over effectiveN). They are extreme where one exceeds 10 times the
 * mean or less than half of the people are left in effect.
 */
export type WeightSummary = {
  people: number;
  mean: number;
  minimum: number;
  maximum: number;
  effectiveN: number;
  designEffect: number;
  isExtreme: boolean;
};

const extremeRatio = 10;
const extremeDesignEffect = 2;

/** The stabilised weight of somebody who stayed: the overall share that stayed over the person's own chance of it. */
export function stabilisedWeight(overall: number, chance: number): number {
  if (!(chance > 0 && chance <= 1)) throw new RangeError(`a chance lies above 0 and up to 1, got ${chance}`);
  return overall / chance;
}

/** What the weights look like; null if nobody stayed. R: `summary(w)`, `sum(w)^2 / sum(w^2)`. */
export function summariseWeights(patterns: readonly StayingPattern[], overall: number): WeightSummary | null {
  const present = patterns.filter(({ stayed }) => stayed > 0);
  let people = 0;
  let sum = 0;
  let squares = 0;
  let minimum = Number.POSITIVE_INFINITY;
  let maximum = 0;
  for (const { stayed, chance } of present) {
    assertCount('stayed', stayed);
    const weight = stabilisedWeight(overall, chance);
    people += stayed;
    sum += stayed * weight;
    squares += stayed * weight * weight;
    minimum = Math.min(minimum, weight);
    maximum = Math.max(maximum, weight);
  }
  if (people === 0) return null;
  const mean = sum / people;
  const effectiveN = (sum / squares) * sum;
  const designEffect = people / effectiveN;
  const isExtreme = maximum > extremeRatio * mean || designEffect > extremeDesignEffect;
  return { people, mean, minimum, maximum, effectiveN, designEffect, isExtreme };
}
