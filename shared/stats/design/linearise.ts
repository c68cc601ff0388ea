import type { ReasonId } from '../types';
import { roundingShare, trianglePlace, type WholeSums } from './sums';
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
  // Where all is 0 but the origin is not, adding it back leaves rounding, which is no figure.
  const isRounding = (place: number, value: number): boolean => {
    const square = products[trianglePlace(place + 1, place + 1, totals.length)] ?? 0;
    const size = Math.sqrt(Math.max(0, square) * weight) + Math.abs(origin[place] ?? 0) * weight;
    return Math.abs(value) <= roundingShare(rows) * size;
  };
  const settled = (place: number): number => {
    const value = (totals[place + 1] ?? 0) + (origin[place] ?? 0) * weight;
    return isRounding(place, value) ? 0 : value;
  };
  switch (kind) {
    case 'proportion':
    case 'mean': {
      influence[0] = -sum / weight / weight;
      influence[column + 1] = 1 / weight;
      const mean = isRounding(column, sum + start * weight) ? 0 : start + sum / weight;
      return { value: mean, influence, reason: null };
    }
    case 'total': {
      influence[0] = start;
      influence[column + 1] = 1;
      return { value: settled(column), influence, reason: null };
    }
    case 'ratio': {
      const belowStart = origin[column + 1] ?? 0;
      const denominator = settled(column + 1);
      if (denominator === 0) return absent('zero-denominator');
      const ratio = settled(column) / denominator;
      influence[0] = (scale * (start - ratio * belowStart)) / denominator;
      influence[column + 1] = scale / denominator;
      influence[column + 2] = (-scale * ratio) / denominator;
      return { value: scale * ratio, influence, reason: null };
    }
  }
}
