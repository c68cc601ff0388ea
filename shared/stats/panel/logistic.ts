import { CholeskyDecomposition, Matrix, QrDecomposition } from 'ml-matrix';
import { assertCount } from '../check';
import { chiSquareUpperTail } from '../distributions';
import type { PanelReasonId } from './types';

/** People with the same covariates: `successes` of `trials`, and their row of the design matrix (first column 1). */
export type CovariatePattern = { covariates: readonly number[]; trials: number; successes: number };

/**
 * A fitted logistic regression. A coefficient (log odds ratio) and its standard error are null where its column is a
 * combination of earlier ones. `fitted` are the chances of success, in the order of the patterns (0 without people).
 * `test` compares with the intercept alone (likelihood ratio, chi-square); null without covariates.
 */
export type LogisticFit = {
  coefficients: readonly (number | null)[];
  standardErrors: readonly (number | null)[];
  fitted: readonly number[];
  iterations: number;
  test: { statistic: number; df: number; p: number } | null;
};

export type LogisticResult = { fit: LogisticFit; reason: null } | { fit: null; reason: PanelReasonId };

const mostIterations = 60;
// Steps shrink by their square, so what is left after one of this size is below the last digit.
const smallStep = 1e-9;
// A chance this close to 0 or 1 is on its way to it: the estimate does not exist.
const certain = 1e-11;
// Columns scaled to unit length: what is left of one after the earlier ones, squared.
const dependent = 1e-9;

/**
 * Logistic regression from counts by covariate pattern, by Fisher scoring. R: `glm(cbind(successes, failures) ~ …,
 * binomial)`. Without a fit for the reasons 'no-cases', 'nobody-left' (all succeeded), 'nobody-stayed' (none did),
 * 'separation' (some pattern is predicted with certainty, so that the estimates are infinite) and 'no-convergence'.
 * Throws RangeError on counts that are not whole or with more successes than trials.
 */
export function fitLogistic(patterns: readonly CovariatePattern[]): LogisticResult {
  for (const { trials, successes } of patterns) {
    assertCount('trials', trials);
    assertCount('successes', successes);
    if (successes > trials) throw new RangeError('successes must not exceed trials');
  }
  const trials = total(patterns.map((pattern) => pattern.trials));
  const successes = total(patterns.map((pattern) => pattern.successes));
  if (trials === 0) return { fit: null, reason: 'no-cases' };
  if (successes === trials) return { fit: null, reason: 'nobody-left' };
  if (successes === 0) return { fit: null, reason: 'nobody-stayed' };
  const width = patterns[0]?.covariates.length ?? 0;
  const kept = independentColumns(patterns, width);
  const overall = successes / trials;
  let coefficients = kept.map((_, index) => (index === 0 ? Math.log(overall / (1 - overall)) : 0));
  for (let iteration = 1; iteration <= mostIterations; iteration += 1) {
    const step = scoringStep(patterns, kept, coefficients);
    if (!step) return { fit: null, reason: 'separation' };
    coefficients = coefficients.map((value, index) => value + (step[index] ?? 0));
    const fitted = patterns.map((pattern) => chanceOf(pattern, kept, coefficients));
    const isCertain = patterns.some(
      (pattern, index) => pattern.trials > 0 && !isBetween(fitted[index] ?? 0, certain),
    );
    if (isCertain) return { fit: null, reason: 'separation' };
    const isSettled = coefficients.every(
      (value, index) => Math.abs(step[index] ?? 0) <= smallStep * Math.max(1, Math.abs(value)),
    );
    if (isSettled) {
      return {
        fit: {
          coefficients: spread(width, kept, coefficients),
          standardErrors: spread(width, kept, standardErrors(patterns, kept, coefficients)),
          fitted: fitted.map((chance, index) => ((patterns[index]?.trials ?? 0) > 0 ? chance : 0)),
          iterations: iteration,
          test: likelihoodRatio(patterns, fitted, overall, kept.length - 1),
        },
        reason: null,
      };
    }
  }
  return { fit: null, reason: 'no-convergence' };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function isBetween(chance: number, margin: number): boolean {
  return chance > margin && 1 - chance > margin;
}

function column(pattern: CovariatePattern, index: number): number {
  return pattern.covariates[index] ?? 0;
}

function chanceOf(
  pattern: CovariatePattern,
  kept: readonly number[],
  coefficients: readonly number[],
): number {
  const logit = total(kept.map((index, position) => column(pattern, index) * (coefficients[position] ?? 0)));
  return 1 / (1 + Math.exp(-logit));
}

/** Sums of weight × column × column over the patterns, for the columns kept. */
function gram(
  patterns: readonly CovariatePattern[],
  kept: readonly number[],
  weight: (pattern: CovariatePattern) => number,
): number[][] {
  const sums = kept.map(() => kept.map(() => 0));
  for (const pattern of patterns) {
    if (pattern.trials === 0) continue;
    const scale = weight(pattern);
    // Dummies are mostly zero.
    const present = kept.flatMap((index, position) => (column(pattern, index) === 0 ? [] : [position]));
    for (const row of present) {
      const line = sums[row];
      if (!line) continue;
      const left = column(pattern, kept[row] ?? 0);
      for (const other of present) {
        line[other] = (line[other] ?? 0) + scale * (left * column(pattern, kept[other] ?? 0));
      }
    }
  }
  return sums;
}

/** A symmetric matrix scaled to a diagonal of ones, and the square roots of its diagonal; null where one is not positive. */
function scaled(matrix: readonly (readonly number[])[]): { unit: number[][]; roots: number[] } | null {
  const roots = matrix.map((row, index) => Math.sqrt(row[index] ?? 0));
  if (!roots.every((root) => root > 0)) return null;
  const unit = matrix.map((row, index) =>
    row.map((value, other) => value / ((roots[index] ?? 1) * (roots[other] ?? 1))),
  );
  return { unit, roots };
}

/** The columns that are not a combination of earlier ones among people that exist; the last of a dependent set goes. */
function independentColumns(patterns: readonly CovariatePattern[], width: number): number[] {
  let kept = Array.from({ length: width }, (_, index) => index).filter((index) =>
    patterns.some((pattern) => pattern.trials > 0 && column(pattern, index) !== 0),
  );
  for (;;) {
    const matrix = scaled(gram(patterns, kept, ({ trials }) => trials));
    if (!matrix || kept.length < 2) return kept;
    const triangle = new QrDecomposition(matrix.unit).upperTriangularMatrix;
    const first = kept.findIndex((_, index) => Math.abs(triangle.get(index, index)) < dependent);
    if (first < 0) return kept;
    kept = kept.filter((_, index) => index !== first);
  }
}

function decompose(
  patterns: readonly CovariatePattern[],
  kept: readonly number[],
  coefficients: readonly number[],
): { solver: CholeskyDecomposition; roots: number[] } | null {
  const information = scaled(
    gram(patterns, kept, (pattern) => {
      const chance = chanceOf(pattern, kept, coefficients);
      return pattern.trials * chance * (1 - chance);
    }),
  );
  if (!information) return null;
  const solver = new CholeskyDecomposition(information.unit);
  return solver.isPositiveDefinite() ? { solver, roots: information.roots } : null;
}

/** One Newton step of the log-likelihood; null where its curvature has vanished. */
function scoringStep(
  patterns: readonly CovariatePattern[],
  kept: readonly number[],
  coefficients: readonly number[],
): number[] | null {
  const parts = decompose(patterns, kept, coefficients);
  if (!parts) return null;
  const { solver, roots } = parts;
  const score = kept.map((index) =>
    total(
      patterns.map((pattern) => {
        const expected = pattern.trials * chanceOf(pattern, kept, coefficients);
        return column(pattern, index) * (pattern.successes - expected);
      }),
    ),
  );
  const target = Matrix.columnVector(score.map((value, index) => value / (roots[index] ?? 1)));
  return solver
    .solve(target)
    .to1DArray()
    .map((value, index) => value / (roots[index] ?? 1));
}

function standardErrors(
  patterns: readonly CovariatePattern[],
  kept: readonly number[],
  coefficients: readonly number[],
): number[] {
  const parts = decompose(patterns, kept, coefficients);
  if (!parts) return kept.map(() => 0);
  const inverse = parts.solver.solve(Matrix.eye(kept.length));
  return kept.map((_, index) => Math.sqrt(inverse.get(index, index)) / (parts.roots[index] ?? 1));
}

function spread(width: number, kept: readonly number[], values: readonly number[]): (number | null)[] {
  return Array.from({ length: width }, (_, index) => {
    const position = kept.indexOf(index);
    return position < 0 ? null : (values[position] ?? null);
  });
}

function likelihoodRatio(
  patterns: readonly CovariatePattern[],
  fitted: readonly number[],
  overall: number,
  df: number,
): LogisticFit['test'] {
  if (df === 0) return null;
  const statistic = Math.max(
    0,
    2 *
      total(
        patterns.map(({ trials, successes }, index) => {
          const chance = fitted[index] ?? 0;
          const yes = successes === 0 ? 0 : successes * Math.log(chance / overall);
          const no = successes === trials ? 0 : (trials - successes) * Math.log((1 - chance) / (1 - overall));
          return yes + no;
        }),
      ),
  );
  return { statistic, df, p: chiSquareUpperTail(statistic, df) };
}
