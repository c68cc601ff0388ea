import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { z } from 'zod';
import {
  Frequencies,
  Moments,
  PairedCounts,
  PairedMoments,
  PairedRatioMoments,
  ProportionCounts,
  RateCounts,
  RatioMoments,
} from '../../../shared/stats/types';

const figure = z.number();
const optional = z.number().nullable();
const bounded = { level: figure, change: figure, lower: figure, upper: figure };

const Golden = z.strictObject({
  distributions: z.array(z.strictObject({ fn: z.string(), arguments: z.array(figure), value: figure })),
  wilson: z.array(z.strictObject({ x: figure, n: figure, level: figure, lower: figure, upper: figure })),
  independent: z.array(
    z.strictObject({
      baseline: ProportionCounts,
      followUp: ProportionCounts,
      ...bounded,
      chiSquare: figure,
      zP: figure,
      fisherP: optional,
      usesFisher: figure,
      h: figure,
      hLower: figure,
      hUpper: figure,
    }),
  ),
  paired: z.array(
    PairedCounts.extend({
      ...bounded,
      chiSquare: optional,
      asymptoticP: optional,
      exactP: optional,
      midP: optional,
    }),
  ),
  welch: z.array(
    z.strictObject({
      baseline: Moments,
      followUp: Moments,
      ...bounded,
      t: figure,
      df: figure,
      p: figure,
      meanLower: figure,
      meanUpper: figure,
      g: figure,
      gLower: figure,
      gUpper: figure,
    }),
  ),
  pairedMeans: z.array(
    z.strictObject({
      pairs: PairedMoments,
      ...bounded,
      t: figure,
      df: figure,
      p: figure,
      g: figure,
      gLower: figure,
      gUpper: figure,
    }),
  ),
  correction: z.array(z.strictObject({ df: figure, value: figure })),
  ratio: z.array(
    z.strictObject({
      baseline: RatioMoments,
      followUp: RatioMoments,
      ...bounded,
      value: figure,
      valueLower: figure,
      valueUpper: figure,
      t: figure,
      df: figure,
      p: figure,
    }),
  ),
  matchedRatio: z.array(
    z.strictObject({ pairs: PairedRatioMoments, ...bounded, t: figure, df: figure, p: figure }),
  ),
  rate: z.array(
    z.strictObject({
      baseline: RateCounts,
      followUp: RateCounts,
      per: figure,
      ...bounded,
      value: figure,
      valueLower: figure,
      valueUpper: figure,
      p: optional,
      ratio: optional,
      ratioLower: optional,
      ratioUpper: optional,
    }),
  ),
  ranks: z.array(
    z.strictObject({
      baseline: Frequencies,
      followUp: Frequencies,
      w: figure,
      p: figure,
      rankBiserial: figure,
    }),
  ),
  signedRanks: z.array(
    z.strictObject({ differences: Frequencies, v: figure, p: figure, rankBiserial: figure }),
  ),
  adjust: z.array(z.strictObject({ p: z.array(optional), holm: z.array(optional), bh: z.array(optional) })),
});

/** Figures written by tests/fixtures/golden/stats/make.R. */
export const golden = Golden.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/golden/stats/golden.json', import.meta.url), 'utf8')),
);

/** Fails unless both are null or agree to `digits` significant digits (to 1e-12 where the expected figure is 0). */
export function expectDigits(actual: number | null | undefined, expected: number | null, digits = 9): void {
  if (expected === null || actual === null || actual === undefined) {
    expect(actual).toBe(expected);
    return;
  }
  const error = expected === 0 ? Math.abs(actual) : Math.abs(actual / expected - 1);
  const allowed = expected === 0 ? 1e-12 : 10 ** -digits;
  expect(error, `${actual} against ${expected}`).toBeLessThanOrEqual(allowed);
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A whole number from 0 to `most`. */
export function wholeNumber(random: () => number, most: number): number {
  return Math.floor(random() * (most + 1));
}

/** Fails if any number inside is NaN or infinite. */
export function expectFiniteThroughout(result: unknown): void {
  if (typeof result === 'number') expect(Number.isFinite(result), String(result)).toBe(true);
  else if (result !== null && typeof result === 'object') {
    for (const part of Object.values(result)) expectFiniteThroughout(part);
  }
}

/** Moments of a list, computed the long way for witness. */
export function momentsOf(values: readonly number[]): { n: number; mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { n: values.length, mean, variance: covarianceOf(values, values) };
}

/** Covariance of two lists of the same length, divisor n - 1. */
export function covarianceOf(first: readonly number[], second: readonly number[]): number {
  const n = first.length;
  const meanFirst = first.reduce((sum, value) => sum + value, 0) / n;
  const meanSecond = second.reduce((sum, value) => sum + value, 0) / n;
  return (
    first.reduce(
      (sum, value, row) => sum + (value - meanFirst) * ((second[row] ?? Number.NaN) - meanSecond),
      0,
    ) /
    (n - 1)
  );
}
