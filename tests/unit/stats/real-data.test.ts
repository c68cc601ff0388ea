import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compareIndependentRanks } from '../../../shared/stats/mann-whitney';
import { compareIndependentMeans, compareMatchedMeans, estimateMean } from '../../../shared/stats/mean';
import { estimateProportion } from '../../../shared/stats/proportion';
import { compareIndependentProportions } from '../../../shared/stats/proportion-independent';
import { compareMatchedProportions } from '../../../shared/stats/proportion-matched';
import { type ChangeResult, type Estimate, Frequencies, PairedCounts } from '../../../shared/stats/types';
import { expectDigits } from './support';

const Wave = z.object({
  n: z.number(),
  value: z.number(),
  lower: z.number(),
  upper: z.number(),
  x: z.number().optional(),
  variance: z.number().optional(),
});
type Wave = z.infer<typeof Wave>;
const Cell = z.object({
  group: z.record(z.string(), z.string()),
  baseline: Wave,
  followUp: Wave,
  pairs: PairedCounts.optional(),
  covariance: z.number().optional(),
  change: z.number(),
  lower: z.number(),
  upper: z.number(),
  test: z
    .object({ name: z.string(), statistic: z.number().optional(), df: z.number().optional(), p: z.number() })
    .nullable(),
  effectSize: z.object({ name: z.string(), value: z.number() }),
});
type Cell = z.infer<typeof Cell>;
const DataSet = z.object({
  indicators: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['mean', 'proportion']),
      linkage: z.enum(['matched', 'independent']),
      breakdown: z.array(z.string()),
      cells: z.array(Cell),
    }),
  ),
});
const Expected = z.object({
  apiclus1: DataSet,
  anorexia: DataSet,
  gss: DataSet,
  gssVocabRanks: z.object({
    baseline: Frequencies,
    followUp: Frequencies,
    statistic: z.number(),
    p: z.number(),
    rankBiserial: z.number(),
  }),
});
const expected = Expected.parse(
  JSON.parse(readFileSync(new URL('../../fixtures/real/expected.json', import.meta.url), 'utf8')),
);

function required(value: number | undefined): number {
  if (value === undefined) throw new Error('the expected figures lack a statistic');
  return value;
}

function moments({ n, value, variance }: Wave) {
  return { n, mean: value, variance: required(variance) };
}

function counts({ n, x }: Wave) {
  return { n, x: required(x) };
}

function compare(kind: 'mean' | 'proportion', linkage: 'matched' | 'independent', cell: Cell): ChangeResult {
  if (kind === 'mean' && linkage === 'independent') {
    return compareIndependentMeans(moments(cell.baseline), moments(cell.followUp));
  }
  if (kind === 'mean') {
    return compareMatchedMeans({
      n: cell.baseline.n,
      meanBaseline: cell.baseline.value,
      meanFollowUp: cell.followUp.value,
      varianceBaseline: required(cell.baseline.variance),
      varianceFollowUp: required(cell.followUp.variance),
      covariance: required(cell.covariance),
    });
  }
  if (linkage === 'independent') {
    return compareIndependentProportions(counts(cell.baseline), counts(cell.followUp));
  }
  if (cell.pairs === undefined) throw new Error('the expected figures lack the pairs');
  return compareMatchedProportions(cell.pairs);
}

function expectEstimate(estimate: Estimate, wave: Wave): void {
  expectDigits(estimate.value, wave.value);
  expectDigits(estimate.interval?.lower, wave.lower);
  expectDigits(estimate.interval?.upper, wave.upper);
}

const cases = [expected.apiclus1, expected.anorexia, expected.gss].flatMap(({ indicators }) =>
  indicators.map((indicator) => ({
    ...indicator,
    title: `${indicator.id}, ${indicator.linkage}, by ${indicator.breakdown.join(' and ') || 'nothing'}`,
  })),
);

describe('real data sets against R', () => {
  it.each(cases)('$title: every cell agrees', ({ kind, linkage, cells }) => {
    expect(cells.length).toBeGreaterThan(0);
    for (const cell of cells) {
      for (const wave of [cell.baseline, cell.followUp]) {
        expectEstimate(
          kind === 'mean' ? estimateMean(moments(wave)) : estimateProportion(counts(wave)),
          wave,
        );
      }
      const result = compare(kind, linkage, cell);
      // A change of 0 leaves only rounding in R's subtraction.
      if (Math.abs(cell.change) < 1e-12) expect(result.change).toBeCloseTo(0, 12);
      else expectDigits(result.change, cell.change);
      expectDigits(result.interval?.lower, cell.lower);
      expectDigits(result.interval?.upper, cell.upper);
      expect(result.test?.name).toBe(cell.test?.name);
      expectDigits(result.test?.p ?? null, cell.test?.p ?? null);
      expect(result.effectSize?.name).toBe(cell.effectSize.name);
      if (cell.effectSize.value === 0) expect(result.effectSize?.value).toBeCloseTo(0, 12);
      else expectDigits(result.effectSize?.value, cell.effectSize.value);
    }
  });

  it("gives R's rank test on the vocabulary scores", () => {
    const ranks = expected.gssVocabRanks;
    const { test, effectSize } = compareIndependentRanks(ranks.baseline, ranks.followUp);
    expectDigits(test?.statistic, ranks.statistic);
    expectDigits(test?.p, ranks.p);
    expectDigits(effectSize?.value, ranks.rankBiserial);
  });
});
