import { bareChange } from '../change';
import { compareDesignMatched } from '../design/contrast';
import { mergeUnits } from '../design/merge';
import { scaleList } from '../design/sums';
import type { DesignSample, UnitSums } from '../design/types';
import { type ChangeResult, type Coverage, DEFAULT_LEVEL, type PairedCounts } from '../types';
import type { PanelChange } from './types';

/**
 * The matched people of one weight, by sums of the vector y of each: (baseline, followUp), or for a ratio (numerator and
 * denominator of the baseline, then of the follow-up). `covariances` (divisor n - 1) are the upper triangle by rows
 * 11, 12, …, 22, …; zeros where n is 1.
 */
export type WeightedPattern = {
  weight: number;
  n: number;
  means: readonly number[];
  covariances: readonly number[];
};

/** Yes/no answers of matched people as a pattern of values 0 and 1. */
export function pairedCountsPattern(weight: number, pairs: PairedCounts): WeightedPattern {
  const { both, onlyBaseline, onlyFollowUp, neither } = pairs;
  const n = both + onlyBaseline + onlyFollowUp + neither;
  if (n === 0) return { weight, n, means: [0, 0], covariances: [0, 0, 0] };
  const [first, second] = [(both + onlyBaseline) / n, (both + onlyFollowUp) / n];
  // n/(n - 1) × (mean of the product - product of the means), in the form that does not cancel.
  const correction = n > 1 ? n / (n - 1) : 0;
  const joint = (both / n) * (neither / n) - (onlyBaseline / n) * (onlyFollowUp / n);
  return {
    weight,
    n,
    means: [first, second],
    covariances: [correction * first * (1 - first), correction * joint, correction * second * (1 - second)],
  };
}

/**
 * The change over the same people with each person weighted, with the interval by linearisation that takes the weights as
 * known numbers (their own estimation is left out, which as a rule widens the interval a little). R:
 * `svymean(~change, svydesign(~1, weights = ~w))` with t on n - 1 degrees, `svyratio` for ratios. In a census the
 * weighted difference has no interval.
 */
export function compareWeightedMatched(
  kind: 'proportion' | 'mean' | 'ratio',
  patterns: readonly WeightedPattern[],
  options: { level?: number; scale?: number; coverage?: Coverage } = {},
): PanelChange {
  const { level = DEFAULT_LEVEL, scale = 1, coverage = 'sample' } = options;
  const present = patterns.filter(({ n, weight }) => n > 0 && weight > 0);
  if (present.length === 0) return named(bareChange('design-matched', 'no-cases'));
  const result = compareDesignMatched(kind, weightedSample(present), level, scale);
  if (coverage === 'census' && result.change !== null) {
    return { ...bareChange('exact-difference', 'not-sampled', result.change) };
  }
  return named(result);
}

/**
 * The same where strata, clusters or weights were declared: each pattern is a domain of one designed sample, and its weight
 * multiplies the sampling weights. R: the `svymean` and `svyratio` of a design whose weights are the products.
 */
export function compareWeightedSamples(
  kind: 'proportion' | 'mean' | 'ratio',
  patterns: readonly { weight: number; sample: DesignSample }[],
  { level = DEFAULT_LEVEL, scale = 1 }: { level?: number; scale?: number } = {},
): PanelChange {
  const [first] = patterns;
  if (!first) return named(bareChange('design-matched', 'no-cases'));
  const units = new Map<string, UnitSums>();
  for (const { weight, sample } of patterns) {
    for (const unit of sample.units) {
      const name = JSON.stringify([unit.stratum, unit.cluster]);
      const known = units.get(name);
      const scaled = scaleUnit(unit, weight);
      units.set(name, known ? mergeUnits(known, scaled) : scaled);
    }
  }
  const { frame, origin } = first.sample;
  return named(compareDesignMatched(kind, { frame, origin, units: [...units.values()] }, level, scale));
}

function scaleUnit(unit: UnitSums, weight: number): UnitSums {
  return {
    ...unit,
    totals: scaleList(unit.totals, weight),
    products: scaleList(unit.products, weight),
    squares: unit.squares === null ? null : scaleList(unit.squares, weight ** 2),
  };
}

function named(result: ChangeResult): PanelChange {
  return { ...result, method: 'weighted-matched' };
}

/** Every person a unit of one sample; sums are taken about the mean of all, which keeps their digits. */
function weightedSample(patterns: readonly WeightedPattern[]): DesignSample {
  const size = patterns[0]?.means.length ?? 0;
  const people = patterns.reduce((sum, { n }) => sum + n, 0);
  const origin = Array.from({ length: size }, (_, index) =>
    patterns.reduce((sum, { n, means }) => sum + (n / people) * (means[index] ?? 0), 0),
  );
  const length = size + 1;
  const totals = Array.from({ length }, () => 0);
  const products = Array.from({ length: (length * (length + 1)) / 2 }, () => 0);
  const squares = products.map(() => 0);
  for (const { weight, n, means, covariances } of patterns) {
    const centred = [1, ...means.map((mean, index) => mean - (origin[index] ?? 0))];
    centred.forEach((value, index) => {
      totals[index] = (totals[index] ?? 0) + weight * n * value;
    });
    let place = 0;
    let spread = 0;
    for (let row = 0; row < length; row += 1) {
      for (let column = row; column < length; column += 1) {
        const between = n * (centred[row] ?? 0) * (centred[column] ?? 0);
        const within = row === 0 ? 0 : (n - 1) * (covariances[spread] ?? 0);
        if (row > 0) spread += 1;
        products[place] = (products[place] ?? 0) + weight * (between + within);
        squares[place] = (squares[place] ?? 0) + weight * weight * (between + within);
        place += 1;
      }
    }
  }
  return {
    frame: {
      strata: [{ stratum: null, clusters: null, rows: people, population: null }],
      lonelyStratum: 'adjust',
    },
    origin,
    units: [{ stratum: null, cluster: null, rows: people, totals, products, squares }],
  };
}
