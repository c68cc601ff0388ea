import { fitLeastSquares, type LeastSquares } from './least-squares';

/** A fit by generalised least squares; `whole` is the fit of the transformed rows, `scale` their residual variance. */
export type AutoregressiveFit = { autocorrelation: number; whole: LeastSquares; scale: number };

const golden = (Math.sqrt(5) - 1) / 2;
const widest = 0.999;

/**
 * Regression whose errors follow a first-order autoregression: the correlation of two rows is the autocorrelation
 * raised to their distance in time. The autocorrelation is that of the largest restricted likelihood (Harville 1977,
 * Journal of the American Statistical Association 72:320). `positions` are whole-numbered and rise. Null where the
 * columns depend on each other or no error is left. R: `nlme::gls(correlation = corAR1(form = ~ time), method = "REML")`.
 */
export function fitAutoregression(
  design: readonly (readonly number[])[],
  values: readonly number[],
  positions: readonly number[],
): AutoregressiveFit | null {
  const likelihood = (correlation: number): number => {
    const fit = transformedFit(design, values, positions, correlation);
    return fit ? fit.likelihood : Number.NEGATIVE_INFINITY;
  };
  const start = bestOfGrid(likelihood);
  if (start === null) return null;
  const autocorrelation = climb(likelihood, Math.max(-widest, start - 0.05), Math.min(widest, start + 0.05));
  const best = transformedFit(design, values, positions, autocorrelation);
  return best && { autocorrelation, whole: best.fit, scale: best.scale };
}

// The likelihood can have two hills, so the climb begins at the highest point of a grid.
function bestOfGrid(likelihood: (correlation: number) => number): number | null {
  const grid = Array.from({ length: 39 }, (_, step) => (step - 19) / 20);
  const heights = grid.map(likelihood);
  const highest = Math.max(...heights);
  return Number.isFinite(highest) ? (grid[heights.indexOf(highest)] ?? null) : null;
}

/** Golden section search for the maximum between two points (Kiefer 1953). */
function climb(height: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let left = high - golden * (high - low);
  let right = low + golden * (high - low);
  let [leftHeight, rightHeight] = [height(left), height(right)];
  while (high - low > 1e-9) {
    if (leftHeight >= rightHeight) {
      [high, right, rightHeight] = [right, left, leftHeight];
      left = high - golden * (high - low);
      leftHeight = height(left);
    } else {
      [low, left, leftHeight] = [left, right, rightHeight];
      right = low + golden * (high - low);
      rightHeight = height(right);
    }
  }
  return (low + high) / 2;
}

/** Each row less what the row before says of it, at the same variance; the rows then are independent. */
function transformedFit(
  design: readonly (readonly number[])[],
  values: readonly number[],
  positions: readonly number[],
  correlation: number,
): { fit: LeastSquares; scale: number; likelihood: number } | null {
  let logVariances = 0;
  const rows: number[][] = [];
  const figures: number[] = [];
  design.forEach((row, index) => {
    const distance = index === 0 ? null : (positions[index] ?? 0) - (positions[index - 1] ?? 0);
    const carried = distance === null ? 0 : correlation ** distance;
    const variance = 1 - carried ** 2;
    const size = Math.sqrt(variance);
    logVariances += Math.log(variance);
    rows.push(row.map((entry, column) => (entry - carried * (design[index - 1]?.[column] ?? 0)) / size));
    figures.push(((values[index] ?? 0) - carried * (values[index - 1] ?? 0)) / size);
  });
  const fit = fitLeastSquares(rows, figures);
  if (!fit || fit.degreesOfFreedom < 1) return null;
  const squares = fit.residuals.reduce((sum, residual) => sum + residual ** 2, 0);
  if (!(squares > 0)) return null;
  const logTriangle = fit.triangle.diagonal().reduce((sum, entry) => sum + Math.log(Math.abs(entry)), 0);
  const likelihood = -(fit.degreesOfFreedom * Math.log(squares) + logVariances + 2 * logTriangle) / 2;
  return { fit, scale: squares / fit.degreesOfFreedom, likelihood };
}
