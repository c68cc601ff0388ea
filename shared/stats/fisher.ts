import { hypergeometricLogPmf } from './distributions';
import { assertProportionCounts } from './proportion';
import type { ProportionCounts, TestResult } from './types';

// Beyond a million people the log-gamma cancellation leaves fewer than 7 digits (docs/decisions/0004).
const LARGEST_TOTAL = 1_000_000;
// R's fisher.test counts tables as equally likely within this factor.
const TIE_FACTOR = 1 + 1e-7;

/**
 * Fisher's exact test of two independent shares; two-sided p sums the tables no likelier than the one seen.
 * `p` is null above a million people in all, where it is not attempted. R: `fisher.test`.
 */
export function fisherExactTest(baseline: ProportionCounts, followUp: ProportionCounts): TestResult {
  assertProportionCounts(baseline);
  assertProportionCounts(followUp);
  const total = baseline.n + followUp.n;
  if (total > LARGEST_TOTAL) return { name: 'fisher-exact', statistic: null, df: null, p: null };
  return { name: 'fisher-exact', statistic: null, df: null, p: twoSidedP(baseline, followUp, total) };
}

function twoSidedP(baseline: ProportionCounts, followUp: ProportionCounts, total: number): number {
  const successes = baseline.x + followUp.x;
  const first = Math.max(0, successes - followUp.n);
  const last = Math.min(baseline.n, successes);
  const logs: number[] = [];
  for (let x = first; x <= last; x += 1) logs.push(hypergeometricLogPmf(x, total, successes, baseline.n));
  const peak = logs.reduce((highest, log) => Math.max(highest, log), Number.NEGATIVE_INFINITY);
  const weights = logs.map((log) => Math.exp(log - peak));
  const seen = (weights[baseline.x - first] ?? 0) * TIE_FACTOR;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const asUnlikely = weights.reduce((sum, weight) => (weight <= seen ? sum + weight : sum), 0);
  return Math.min(1, asUnlikely / all);
}
