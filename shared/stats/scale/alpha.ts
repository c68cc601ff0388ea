import { assertCount, assertLevel } from '../check';
import { fQuantile } from '../distributions';
import { type Coverage, DEFAULT_LEVEL, type Interval } from '../types';
import { absentFigure, type ItemCovariances, type ScaleFigure, type ScaleReasonId } from './types';

type Matrix = readonly (readonly number[])[];

/** One item within the scale; the correlation is with the sum of the other items. */
export type ItemAnalysis = {
  isConstant: boolean;
  restCorrelation: ScaleFigure;
  alphaWithout: ScaleFigure;
};

/** Internal consistency of a scale. `itemsUsed` are those that vary; a constant item takes no part in any figure. */
export type ScaleAnalysis = {
  n: number;
  itemsUsed: number;
  alpha: ScaleFigure & { interval: Interval | null };
  standardisedAlpha: ScaleFigure;
  averageCorrelation: ScaleFigure;
  items: readonly ItemAnalysis[];
};

// Sums of covariances this small beside the variances are rounding.
const negligibleShare = 1e-12;

/**
 * Cronbach's alpha, raw and from correlations, with Feldt's interval; the mean correlation between items; and, item by
 * item, its correlation with the rest and the alpha of the others. Cronbach 1951; Feldt 1965. R: `psych::alpha` and
 * `psych::alpha.ci` on complete answers. Like there, items that do not vary are left out. In a census there is no interval.
 */
export function analyseScale(
  { n, covariances }: ItemCovariances,
  { level = DEFAULT_LEVEL, coverage = 'sample' }: { level?: number; coverage?: Coverage } = {},
): ScaleAnalysis {
  assertCount('n', n);
  assertLevel(level);
  const size = covariances?.length ?? 0;
  if (covariances === null || n < 2) return emptyAnalysis(n, size, absence(n));
  const varying = covariances.flatMap((row, index) => (at(row, index) > 0 ? [index] : []));
  const matrix = submatrix(covariances, varying);
  const alpha = rawAlpha(matrix);
  const interval =
    alpha.value === null || coverage === 'census'
      ? null
      : feldtInterval(alpha.value, n, varying.length, level);
  const correlations = toCorrelations(matrix);
  return {
    n,
    itemsUsed: varying.length,
    alpha: { ...alpha, interval, reason: alpha.reason ?? (coverage === 'census' ? 'not-sampled' : null) },
    standardisedAlpha: rawAlpha(correlations),
    averageCorrelation: averageOffDiagonal(correlations),
    items: covariances.map((_, index): ItemAnalysis => {
      const position = varying.indexOf(index);
      if (position < 0) {
        const absent = absentFigure('item-without-variation');
        return { isConstant: true, restCorrelation: absent, alphaWithout: absent };
      }
      const others = varying.flatMap((_unused, other) => (other === position ? [] : [other]));
      return {
        isConstant: false,
        restCorrelation: restCorrelation(matrix, position),
        alphaWithout: rawAlpha(submatrix(matrix, others)),
      };
    }),
  };
}

/**
 * Feldt's interval for alpha: 1 - (1 - alpha) F, F with n - 1 and (n - 1)(items - 1) degrees of freedom. Null below two
 * people or two items. R: `psych::alpha.ci`.
 */
export function feldtInterval(
  alpha: number,
  n: number,
  items: number,
  level: number = DEFAULT_LEVEL,
): Interval | null {
  assertCount('n', n);
  assertCount('items', items);
  assertLevel(level);
  if (n < 2 || items < 2) return null;
  const tail = (1 - level) / 2;
  const [first, second] = [n - 1, (n - 1) * (items - 1)];
  return {
    lower: 1 - (1 - alpha) * fQuantile(1 - tail, first, second),
    upper: 1 - (1 - alpha) * fQuantile(tail, first, second),
    level,
  };
}

function absence(n: number): ScaleReasonId {
  return n === 0 ? 'no-complete-answers' : 'single-case';
}

function emptyAnalysis(n: number, size: number, reason: ScaleReasonId): ScaleAnalysis {
  const absent = absentFigure(reason);
  return {
    n,
    itemsUsed: 0,
    alpha: { ...absent, interval: null },
    standardisedAlpha: absent,
    averageCorrelation: absent,
    items: Array.from({ length: size }, () => ({
      isConstant: false,
      restCorrelation: absent,
      alphaWithout: absent,
    })),
  };
}

function at(row: readonly number[] | undefined, index: number): number {
  return row?.[index] ?? 0;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function submatrix(matrix: Matrix, indices: readonly number[]): Matrix {
  return indices.map((row) => indices.map((column) => at(matrix[row], column)));
}

function toCorrelations(matrix: Matrix): Matrix {
  const spreads = matrix.map((row, index) => Math.sqrt(at(row, index)));
  return matrix.map((row, index) =>
    row.map((value, column) => (column === index ? 1 : value / at(spreads, index) / at(spreads, column))),
  );
}

/** k/(k - 1) of the share of the total's variance that is not the items' own. */
function rawAlpha(matrix: Matrix): ScaleFigure {
  const size = matrix.length;
  if (size === 0) return absentFigure('no-variation');
  if (size === 1) return absentFigure('single-item');
  const own = total(matrix.map((row, index) => at(row, index)));
  const whole = total(matrix.map(total));
  if (!(whole > negligibleShare * own)) return absentFigure('no-variation');
  return { value: (size / (size - 1)) * (1 - own / whole), reason: null };
}

function averageOffDiagonal(correlations: Matrix): ScaleFigure {
  const size = correlations.length;
  if (size === 0) return absentFigure('no-variation');
  if (size === 1) return absentFigure('single-item');
  const sum = total(correlations.map((row, index) => total(row.filter((_, column) => column !== index))));
  return { value: sum / (size * (size - 1)), reason: null };
}

function restCorrelation(matrix: Matrix, position: number): ScaleFigure {
  if (matrix.length < 2) return absentFigure('single-item');
  const row = matrix[position] ?? [];
  const own = at(row, position);
  const shared = total(row.filter((_, column) => column !== position));
  const others = matrix.flatMap((_, index) => (index === position ? [] : [index]));
  const rest = total(submatrix(matrix, others).map(total));
  if (!(rest > negligibleShare * own)) return absentFigure('no-variation');
  const value = shared / Math.sqrt(own) / Math.sqrt(rest);
  return { value: Math.max(-1, Math.min(1, value)), reason: null };
}
