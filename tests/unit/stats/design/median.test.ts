import { describe, expect, it } from 'vitest';
import {
  designMedian,
  type WeightedFrequencies,
  weightedQuantile,
} from '../../../../shared/stats/design/median';
import type { Estimate } from '../../../../shared/stats/types';
import { expectDigits } from '../support';
import { dataset, golden, populationsOf, type Row, rowsOf, sampleOfRows } from './support';

function frequenciesOf(rows: readonly Row[]): WeightedFrequencies {
  const weights = new Map<number, number>();
  for (const { y, weight } of rows) {
    const value = y?.[0];
    if (value !== undefined) weights.set(value, (weights.get(value) ?? 0) + weight);
  }
  return [...weights].map(([value, weight]) => ({ value, weight })).sort((a, b) => a.value - b.value);
}

function medianOf(
  rows: readonly Row[],
  level: number,
  options: Parameters<typeof sampleOfRows>[1] = {},
): Estimate {
  return designMedian(
    frequenciesOf(rows),
    (threshold) =>
      sampleOfRows(
        rows.map((row) => ({ ...row, y: row.y && [(row.y[0] ?? 0) <= threshold ? 1 : 0] })),
        { origin: [0], ...options },
      ),
    level,
  );
}

describe('the median of a designed sample', () => {
  it.each(golden.medians)('of $y in $data by $by, domain $domain, agrees with svyquantile', (expected) => {
    const data = dataset(expected.data);
    const rows = rowsOf(data, { ...expected, y: [expected.y] });
    const populationOf = populationsOf(data, expected.by);
    const actual = medianOf(rows, expected.level, populationOf ? { populationOf } : {});
    expect(actual.reason).toBeNull();
    expectDigits(actual.value, expected.value);
    expectDigits(actual.interval?.lower, expected.lower, 7);
    expectDigits(actual.interval?.upper, expected.upper, 7);
    expectDigits(actual.error?.standardError, expected.standardError);
  });

  it('has no interval where half the share cannot be bounded within the data', () => {
    const rows = [1, 2].map((value) => ({ stratum: null, cluster: null, weight: 1, y: [value] }));
    expect(medianOf(rows, 0.95)).toMatchObject({ value: 1, interval: null, reason: 'too-few-for-level' });
  });

  it('does not say that all answers are the same where more than half give the highest', () => {
    const values = [...new Array<number>(60).fill(5), ...new Array<number>(25).fill(4), 2, 2, 2];
    const rows = values.map((value, row) => ({
      stratum: null,
      cluster: null,
      weight: 1 + (row % 7),
      y: [value],
    }));
    expect(medianOf(rows, 0.95)).toMatchObject({ value: 5, interval: null, reason: 'median-at-end' });
  });

  it('has no interval where all give the same value', () => {
    const rows = [4, 4, 4].map((value) => ({ stratum: null, cluster: null, weight: 1, y: [value] }));
    expect(medianOf(rows, 0.95)).toMatchObject({ value: 4, interval: null, reason: 'no-variation' });
  });

  it('is absent without cases', () => {
    expect(medianOf([], 0.95)).toEqual({ value: null, interval: null, reason: 'no-cases' });
  });

  it('meets a share exactly although the weights do not add up exactly', () => {
    const tenths = [1, 2, 3, 4, 5, 6].map((value) => ({ value, weight: 0.1 }));
    expect(weightedQuantile(tenths, 0.5)).toBe(3);
  });
});
