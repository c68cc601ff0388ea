import type { DesignSample } from './types';

/** Place of row `row`, column `column` of a symmetric `size` x `size` matrix in its upper triangle by rows. */
export function trianglePlace(row: number, column: number, size: number): number {
  const [first, second] = row <= column ? [row, column] : [column, row];
  return first * size - (first * (first - 1)) / 2 + (second - first);
}

/** Length of the upper triangle of a symmetric `size` x `size` matrix. */
export function triangleLength(size: number): number {
  return (size * (size + 1)) / 2;
}

/** left' M right for the symmetric matrix M kept as an upper triangle. */
export function bilinear(
  left: readonly number[],
  triangle: readonly number[],
  right: readonly number[],
): number {
  const size = left.length;
  let sum = 0;
  let place = 0;
  for (let row = 0; row < size; row += 1) {
    for (let column = row; column < size; column += 1) {
      const value = triangle[place] ?? 0;
      place += 1;
      if (value === 0) continue;
      const across = (left[row] ?? 0) * (right[column] ?? 0);
      const back = row === column ? 0 : (left[column] ?? 0) * (right[row] ?? 0);
      sum += value * (across + back);
    }
  }
  return sum;
}

/**
 * How far rounding may take left' C left from what it should be, C being `centred` from sums over `rows` rows: the terms
 * it is added up from, without their signs, times what adding so many may lose. Entries that cancel exactly lose
 * nothing. A result below it says nothing.
 */
export function bilinearRounding(
  left: readonly number[],
  triangle: readonly number[],
  centred: readonly number[],
  rows: number,
): number {
  const sizes = left.map(Math.abs);
  const lossy = triangle.map((value, place) => (centred[place] === 0 ? 0 : Math.abs(value)));
  return roundingShare(rows) * bilinear(sizes, lossy, sizes);
}

/** The part of a sum of `rows` numbers that adding them may lose. */
export function roundingShare(rows: number): number {
  return 10 * Number.EPSILON * Math.sqrt(rows);
}

/** The upper triangle of M - v v' / divisor, entry by entry, so that what cancels does so before it is weighed. */
export function centredTriangle(
  triangle: readonly number[],
  vector: readonly number[],
  divisor: number,
): number[] {
  const centred: number[] = [];
  for (let row = 0; row < vector.length; row += 1) {
    for (let column = row; column < vector.length; column += 1) {
      const product = ((vector[row] ?? 0) * (vector[column] ?? 0)) / divisor;
      centred.push((triangle[centred.length] ?? 0) - product);
    }
  }
  return centred;
}

/** Sum of the products of two lists of the same length. */
export function dot(left: readonly number[], right: readonly number[]): number {
  let sum = 0;
  for (let place = 0; place < left.length; place += 1) sum += (left[place] ?? 0) * (right[place] ?? 0);
  return sum;
}

/** Two lists of the same length, added. */
export function addLists(left: readonly number[], right: readonly number[]): number[] {
  return left.map((value, place) => value + (right[place] ?? 0));
}

/** A list times a number. */
export function scaleList(list: readonly number[], factor: number): number[] {
  return list.map((value) => value * factor);
}

/** Everything summed over the units of a sample. */
export type WholeSums = { rows: number; totals: readonly number[]; products: readonly number[] };

/**
 * Sums over all units of a sample. Throws RangeError if a unit's lists have not the length that the sample's `origin`
 * asks for, or hold a number that is not finite.
 */
export function wholeSums({ origin, units }: DesignSample): WholeSums {
  const size = origin.length + 1;
  const totals = new Array<number>(size).fill(0);
  const products = new Array<number>(triangleLength(size)).fill(0);
  let rows = 0;
  for (const unit of units) {
    if (unit.totals.length !== totals.length || unit.products.length !== products.length) {
      throw new RangeError(
        `sums of a unit must have ${totals.length} totals and ${products.length} products`,
      );
    }
    rows += unit.rows;
    for (let place = 0; place < totals.length; place += 1) {
      totals[place] = (totals[place] ?? 0) + (unit.totals[place] ?? 0);
    }
    for (let place = 0; place < products.length; place += 1) {
      products[place] = (products[place] ?? 0) + (unit.products[place] ?? 0);
    }
  }
  if (![...totals, ...products].every(Number.isFinite))
    throw new RangeError('sums of a sample must be finite');
  return { rows, totals, products };
}
