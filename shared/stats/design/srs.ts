import { bilinear, bilinearRounding, centredTriangle, type WholeSums } from './sums';

/**
 * Variance of a linearised figure had the same number of rows been drawn one by one with replacement: W²/(n-1) times the
 * weighted variance of the scores; null below two rows, 0 where only rounding is left. The denominator of R's
 * `svymean(deff = "replace")`. The plain `deff = TRUE` also multiplies by (W - n)/W, W being the sum of weights, and so
 * changes with the scale of the weights.
 */
export function simpleVariance(
  { rows, totals, products }: WholeSums,
  influence: readonly number[],
): number | null {
  const weight = totals[0] ?? 0;
  if (rows < 2 || !(weight > 0)) return null;
  const centred = centredTriangle(products, totals, weight);
  const spread = bilinear(influence, centred, influence);
  if (!(spread > bilinearRounding(influence, products, centred, rows))) return 0;
  return (spread * weight) / (rows - 1);
}

/** How large the terms are that a figure's error is summed from; rounding is a matter of this times epsilon. */
export function scoreMagnitude({ rows, totals, products }: WholeSums, influence: readonly number[]): number {
  const weight = totals[0] ?? 0;
  const size = influence.length;
  let place = 0;
  let sum = 0;
  for (let row = 0; row < size; row += 1) {
    sum += Math.abs(influence[row] ?? 0) * Math.sqrt(Math.max(0, products[place] ?? 0) * weight);
    place += size - row;
  }
  return sum * Math.sqrt(rows);
}

/** n, mean and variance (R: `svyvar`) of a column of y, for effect sizes. */
export function weightedMoments(
  { rows, totals, products }: WholeSums,
  origin: readonly number[],
  column = 0,
): { n: number; mean: number; variance: number | null } {
  const weight = totals[0] ?? 0;
  const influence = totals.map((_, place) => (place === column + 1 ? 1 : 0));
  const variance = simpleVariance({ rows, totals, products }, influence);
  return {
    n: rows,
    mean: (origin[column] ?? 0) + (totals[column + 1] ?? 0) / weight,
    variance: variance === null ? null : (variance * rows) / weight / weight,
  };
}

/** Covariance of two columns of y with the divisor of `weightedMoments`; null below two rows. */
export function weightedCovariance(
  { rows, totals, products }: WholeSums,
  first: number,
  second: number,
): number | null {
  const weight = totals[0] ?? 0;
  if (rows < 2 || !(weight > 0)) return null;
  const unit = (column: number) => totals.map((_, place) => (place === column + 1 ? 1 : 0));
  const centred = centredTriangle(products, totals, weight);
  return ((bilinear(unit(first), centred, unit(second)) / weight) * rows) / (rows - 1);
}
