import { Matrix, QrDecomposition, solve } from 'ml-matrix';

/** A fit by least squares; `orthogonal` and `triangle` are the factors of the design (rows times coefficients). */
export type LeastSquares = {
  coefficients: readonly number[];
  fitted: readonly number[];
  residuals: readonly number[];
  degreesOfFreedom: number;
  orthogonal: Matrix;
  triangle: Matrix;
};

/** Below this, beside the largest, a column adds nothing that the columns before it do not say. R's `lm` has 1e-7. */
const rankTolerance = 1e-9;

/**
 * Ordinary least squares by QR: one row of `design` a value. Null where the columns depend on each other or there are
 * fewer rows than columns. Throws RangeError on an empty design. R: `lm.fit`.
 */
export function fitLeastSquares(
  design: readonly (readonly number[])[],
  values: readonly number[],
): LeastSquares | null {
  const width = design[0]?.length ?? 0;
  if (width === 0 || design.length !== values.length)
    throw new RangeError('a design needs a row for each value');
  if (design.length < width) return null;
  const matrix = new Matrix(design.map((row) => [...row]));
  const decomposition = new QrDecomposition(matrix);
  const triangle = decomposition.upperTriangularMatrix;
  const lengths = matrix.transpose().to2DArray().map(euclidean);
  const isSound = lengths.every(
    (length, column) => Math.abs(triangle.get(column, column)) > rankTolerance * length,
  );
  if (!isSound) return null;
  const coefficients = decomposition.solve(Matrix.columnVector([...values])).to1DArray();
  const fitted = design.map((row) => dot(row, coefficients));
  return {
    coefficients,
    fitted,
    residuals: values.map((value, row) => value - (fitted[row] ?? 0)),
    degreesOfFreedom: design.length - width,
    orthogonal: decomposition.orthogonalMatrix,
    triangle,
  };
}

/**
 * The middle of the sandwich of a fit, in the coordinates of its orthogonal factor: Newey and West 1987 (Econometrica
 * 55:703), Bartlett weights, not prewhitened, with the factor n/(n - k). `positions` are the whole-numbered times of
 * the rows, rising; rows that are missing in between count as times without residual, so that a weight always belongs
 * to the true distance. R: `sandwich::NeweyWest(fit, lag = lags, prewhite = FALSE, adjust = TRUE)`.
 */
export function neweyWestMiddle(fit: LeastSquares, positions: readonly number[], lags: number): Matrix {
  const rows = fit.orthogonal.rows;
  const width = fit.orthogonal.columns;
  const scores = fit.orthogonal
    .to2DArray()
    .map((row, index) => row.map((entry) => entry * (fit.residuals[index] ?? 0)));
  const middle = Matrix.zeros(width, width);
  scores.forEach((score, row) => {
    for (let other = row; other < rows; other += 1) {
      const distance = (positions[other] ?? 0) - (positions[row] ?? 0);
      if (distance > lags) break;
      addProducts(middle, score, scores[other] ?? [], 1 - distance / (lags + 1), distance === 0);
    }
  });
  return middle.mul(rows / fit.degreesOfFreedom);
}

function addProducts(
  middle: Matrix,
  left: readonly number[],
  right: readonly number[],
  weight: number,
  isSame: boolean,
): void {
  left.forEach((one, row) => {
    right.forEach((other, column) => {
      const product = weight * one * other;
      middle.set(row, column, middle.get(row, column) + product);
      if (!isSame) middle.set(column, row, middle.get(column, row) + product);
    });
  });
}

/** A weighted sum of coefficients and its variance under the middle of a sandwich; never below 0. */
export function combineCoefficients(
  fit: LeastSquares,
  middle: Matrix,
  weights: readonly number[],
): { estimate: number; variance: number } {
  const reached = solve(fit.triangle.transpose(), Matrix.columnVector([...weights]));
  const variance = reached.transpose().mmul(middle).mmul(reached).get(0, 0);
  return { estimate: dot(weights, fit.coefficients), variance: Math.max(0, variance) };
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
}

function euclidean(values: readonly number[]): number {
  return Math.hypot(...values);
}
