import { assertProportionCounts } from './proportion';
import type { ProportionCounts, TestResult } from './types';

// A table takes one step; where an expected count is below 5 there are fewer than this for any number of people up to 1e11.
const LARGEST_STEPS = 1_000_000;
// R's fisher.test counts tables as equally likely within this factor.
const TIE_FACTOR = 1 + 1e-7;

/**
 * Fisher's exact test of two independent shares; two-sided p sums the tables no likelier than the one seen.
 * `p` is null where more than a million tables have the same margins, where it is not attempted. R: `fisher.test`.
 */
export function fisherExactTest(baseline: ProportionCounts, followUp: ProportionCounts): TestResult {
  assertProportionCounts(baseline);
  assertProportionCounts(followUp);
  const successes = baseline.x + followUp.x;
  const first = Math.max(0, successes - followUp.n);
  const last = Math.min(baseline.n, successes);
  const p = last - first > LARGEST_STEPS ? null : twoSidedP(baseline, followUp, first, last);
  return { name: 'fisher-exact', statistic: null, df: null, p };
}

function twoSidedP(
  baseline: ProportionCounts,
  followUp: ProportionCounts,
  first: number,
  last: number,
): number {
  const successes = baseline.x + followUp.x;
  const total = baseline.n + followUp.n;
  const mode = Math.floor(((baseline.n + 1) * (successes + 1)) / (total + 2));
  const likeliest = Math.min(last, Math.max(first, mode));
  // How many times likelier one more success at the baseline is: no logarithm of a factorial, which loses digits.
  const ratio = (x: number): number =>
    ((baseline.n - x) / (x + 1)) * ((successes - x) / (followUp.n - successes + x + 1));
  const weights = new Float64Array(last - first + 1);
  weights[likeliest - first] = 1;
  for (let x = likeliest; x < last; x += 1) weights[x + 1 - first] = (weights[x - first] ?? 0) * ratio(x);
  for (let x = likeliest; x > first; x -= 1)
    weights[x - 1 - first] = (weights[x - first] ?? 0) / ratio(x - 1);
  const seen = (weights[baseline.x - first] ?? 0) * TIE_FACTOR;
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const asUnlikely = weights.reduce((sum, weight) => (weight <= seen ? sum + weight : sum), 0);
  return Math.min(1, asUnlikely / all);
}
