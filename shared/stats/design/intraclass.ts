import { isNegligible } from '../check';
import type { ReasonId } from '../types';
import { scoreMagnitude } from './srs';
import { wholeSums } from './sums';
import type { DesignSample } from './types';

/**
 * `correlation` is how alike people of one cluster are, from -1/(m - 1) to 1; `meanClusterSize` m counts people with an
 * answer; `designEffect` is 1 + (m - 1) correlation. Null with the reason where clusters or people are too few.
 */
export type IntraclassResult = {
  correlation: number | null;
  meanClusterSize: number | null;
  designEffect: number | null;
  reason: ReasonId | null;
};

/**
 * Intraclass correlation of y = (value) by the ANOVA estimator (MSB - MSW) / (MSB + (n0 - 1) MSW),
 * n0 = (n - Σ n_c² / n) / (C - 1), as in Donner 1986 (International Statistical Review 54:67) and `ICC::ICCest` of R. It may
 * be negative. Weights are taken relative to their mean and n_c as their sum. Strata are not told apart. Kish's
 * design effect 1 + (m - 1) ICC is that of a mean over clusters of the mean size.
 */
export function intraclassCorrelation(sample: DesignSample): IntraclassResult {
  const none = { correlation: null, meanClusterSize: null, designEffect: null };
  const sums = wholeSums(sample);
  const weight = sums.totals[0] ?? 0;
  if (sums.rows === 0) return { ...none, reason: 'no-cases' };
  if (!(weight > 0)) return { ...none, reason: 'no-positive-weight' };
  const clusters = sample.units.filter(({ rows, cluster }) => rows > 0 && cluster !== null);
  if (clusters.length < 2) return { ...none, reason: 'single-cluster' };
  const meanClusterSize = sums.rows / clusters.length;
  const within = sums.rows - clusters.length;
  if (within < 1) return { ...none, meanClusterSize, reason: 'no-degrees-of-freedom' };
  const scale = sums.rows / weight;
  const mean = (sums.totals[1] ?? 0) / weight;
  let betweenSquares = 0;
  let withinSquares = 0;
  let sizeSquares = 0;
  for (const { totals, products } of clusters) {
    const size = scale * (totals[0] ?? 0);
    const own = (totals[1] ?? 0) / (totals[0] ?? 1);
    betweenSquares += size * (own - mean) ** 2;
    withinSquares += scale * Math.max(0, (products[2] ?? 0) - own * (totals[1] ?? 0));
    sizeSquares += size ** 2;
  }
  const influence = [-mean / weight, 1 / weight];
  const spread = Math.sqrt((betweenSquares + withinSquares) / sums.rows);
  if (isNegligible(spread, scoreMagnitude(sums, influence) / Math.sqrt(sums.rows))) {
    return { ...none, meanClusterSize, reason: 'no-variation' };
  }
  const between = betweenSquares / (clusters.length - 1);
  const inside = withinSquares / within;
  const size = (sums.rows - sizeSquares / sums.rows) / (clusters.length - 1);
  const divisor = between + (size - 1) * inside;
  if (!(divisor > 0)) return { ...none, meanClusterSize, reason: 'no-degrees-of-freedom' };
  const correlation = (between - inside) / divisor;
  return {
    correlation,
    meanClusterSize,
    designEffect: 1 + (meanClusterSize - 1) * correlation,
    reason: null,
  };
}
