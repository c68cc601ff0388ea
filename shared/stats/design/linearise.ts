import type { ReasonId } from '../types';
import { trianglePlace, type WholeSums } from './sums';
import type { DesignKind } from './types';

/**
 * A figure and its influence: weights a for the vector z of a row such that w a'z sums to the figure's first-order
 * error. Woodruff 1971; the linearised variables of `svymean`, `svyratio` and `svytotal`.
 */
export type Linearised = { value: number; influence: readonly number[]; reason: null };
type NotLinearised = { value: null; influence: null; reason: ReasonId };

function absent(reason: ReasonId): NotLinearised {
  return { value: null, influence: null, reason };
}

/** The figure of `kind` read from the columns of y that start at `column` (0 is the first); null with the reason. */
export function linearise(
  kind: DesignKind,
  { rows, totals, products }: WholeSums,
  origin: readonly number[],
  column = 0,
  scale = 1,
): Linearised | NotLinearised {
  if (rows === 0) return absent('no-cases');
  const weight = totals[0] ?? 0;
  if (!(weight > 0)) return absent('no-positive-weight');
  const influence = new Array<number>(totals.length).fill(0);
  const sum = totals[column + 1] ?? 0;
  const start = origin[column] ?? 0;
  switch (kind) {
    case 'proportion':
    case 'mean': {
      influence[0] = -sum / weight / weight;
      influence[column + 1] = 1 / weight;
      return { value: start + sum / weight, influence, reason: null };
    }
    case 'total': {
      influence[0] = start;
      influence[column + 1] = 1;
      return { value: sum + start * weight, influence, reason: null };
    }
    case 'ratio': {
      const below = totals[column + 2] ?? 0;
      const belowStart = origin[column + 1] ?? 0;
      const denominator = below + belowStart * weight;
      const square = products[trianglePlace(column + 2, column + 2, totals.length)] ?? 0;
      const magnitude = Math.sqrt(Math.max(0, square) * weight) + Math.abs(belowStart) * weight;
      const rounding = 10 * Number.EPSILON * magnitude;
      if (!(Math.abs(denominator) > rounding)) return absent('zero-denominator');
      const ratio = (sum + start * weight) / denominator;
      influence[0] = (scale * (start - ratio * belowStart)) / denominator;
      influence[column + 1] = scale / denominator;
      influence[column + 2] = (-scale * ratio) / denominator;
      return { value: scale * ratio, influence, reason: null };
    }
  }
}
