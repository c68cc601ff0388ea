import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as distributions from '../../../shared/stats/distributions';
import { expectDigits, golden } from './support';

const FUNCTIONS: Record<string, (...parameters: [number, number, number, number]) => number> = {
  normalCdf: distributions.normalCdf,
  normalQuantile: distributions.normalQuantile,
  tCdf: distributions.tCdf,
  tCritical: distributions.tCritical,
  chiSquareUpperTail: distributions.chiSquareUpperTail,
  chiSquareQuantile: distributions.chiSquareQuantile,
  binomialCdf: distributions.binomialCdf,
  binomialPmf: distributions.binomialPmf,
};

const tailsFile = path.join(import.meta.dirname, '../../fixtures/golden/stats/distribution-tails.json');
const tails = z
  .record(z.string(), z.array(z.array(z.number())))
  .parse(JSON.parse(readFileSync(tailsFile, 'utf8')));

const EVERY_FUNCTION: Record<string, (...parameters: [number, number, number, number]) => number> = {
  ...FUNCTIONS,
  normalTwoSidedP: distributions.normalTwoSidedP,
  normalCritical: distributions.normalCritical,
  tTwoSidedP: distributions.tTwoSidedP,
  fUpperTail: distributions.fUpperTail,
  fQuantile: distributions.fQuantile,
  gammaRatio: distributions.gammaRatio,
};

describe('a grid of R with 0.5 to a million degrees of freedom and chances from 1e-300 to 1 - 1e-15', () => {
  it('covers every function that is exported', () => {
    expect(new Set(Object.keys(tails))).toEqual(new Set(Object.keys(distributions)));
    expect(new Set(Object.keys(EVERY_FUNCTION))).toEqual(new Set(Object.keys(distributions)));
  });

  it.each(Object.keys(EVERY_FUNCTION))('%s agrees to 9 significant digits', (name) => {
    const rows = tails[name] ?? [];
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const [a = 0, b = 0, c = 0, d = 0] = row;
      const value = EVERY_FUNCTION[name]?.(a, b, c, d);
      const error = Math.abs((value ?? Number.NaN) - (row.at(-1) ?? 0));
      expect(error, `${row} but ${value}`).toBeLessThanOrEqual(1e-9 * Math.abs(row.at(-1) ?? 0));
    }
  });

  it('gives the certain and the impossible their chances', () => {
    expect(distributions.fUpperTail(0, 3, 10)).toBe(1);
    expect(distributions.fUpperTail(-1, 3, 10)).toBe(1);
    expect(distributions.fUpperTail(Number.POSITIVE_INFINITY, 3, 10)).toBe(0);
    expect(distributions.chiSquareUpperTail(0, 3)).toBe(1);
  });
});

describe('distributions against R, tails to 1e-300', () => {
  it.each(Object.keys(FUNCTIONS))('%s agrees to 9 significant digits', (name) => {
    const rows = golden.distributions.filter((row) => row.fn === name);
    expect(rows.length).toBeGreaterThan(3);
    for (const row of rows) {
      const [a = 0, b = 0, c = 0, d = 0] = row.arguments;
      expectDigits(FUNCTIONS[name]?.(a, b, c, d), row.value);
    }
  });

  it('covers every function R was asked for', () => {
    expect(new Set(golden.distributions.map((row) => row.fn))).toEqual(new Set(Object.keys(FUNCTIONS)));
  });

  it('gives two-sided p-values that are the same for both signs and never above 1', () => {
    expect(distributions.normalTwoSidedP(-3)).toBe(distributions.normalTwoSidedP(3));
    expect(distributions.tTwoSidedP(-3, 7)).toBe(distributions.tTwoSidedP(3, 7));
    expect(distributions.normalTwoSidedP(0)).toBe(1);
    expect(distributions.tTwoSidedP(0, 3)).toBe(1);
  });

  it('gives 0 rather than nothing for a t whose square leaves the doubles', () => {
    expect(distributions.tTwoSidedP(1e200, 1)).toBe(0);
  });

  it('knows the familiar critical values', () => {
    expectDigits(distributions.normalCritical(0.95), 1.959963984540054);
    expectDigits(distributions.tCritical(0.95, 14), 2.144786687916927);
  });
});
