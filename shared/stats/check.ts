/** Throws RangeError unless `level` lies strictly between 0 and 1. */
export function assertLevel(level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`confidence level must be between 0 and 1, got ${level}`);
}

/** Throws RangeError unless `value` is a whole number from 0 to 2^53 - 1. */
export function assertCount(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${name} must be a whole number of at least 0, got ${value}`);
  }
}

/** True if a spread is only rounding error beside the figures it belongs to (the rule of R's `t.test`). */
export function isNegligible(standardError: number, ...magnitudes: readonly number[]): boolean {
  const scale = Math.max(...magnitudes.map(Math.abs));
  return !(standardError > 10 * Number.EPSILON * scale);
}
