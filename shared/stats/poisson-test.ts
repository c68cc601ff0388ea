import { binomialCdf, binomialPmf, normalTwoSidedP } from './distributions';
import type { RateCounts, TestResult } from './types';

// Beyond this many events the binomial tail has fewer than 9 digits, and the score test is exact enough.
const LARGEST_EXACT = 1_000_000;
// R's binom.test counts outcomes as equally likely within this factor.
const TIE_FACTOR = 1 + 1e-7;

/**
 * Test that two Poisson rates are equal, given all events: exact binomial up to a million events, otherwise the
 * score z. Null without events or exposure. R: `poisson.test(c(x2, x1), c(t2, t1))`.
 */
export function equalRatesTest(baseline: RateCounts, followUp: RateCounts): TestResult | null {
  const events = baseline.events + followUp.events;
  const exposure = baseline.exposure + followUp.exposure;
  if (events === 0 || baseline.exposure === 0 || followUp.exposure === 0) return null;
  const share = followUp.exposure / exposure;
  if (events > LARGEST_EXACT) {
    const statistic = (followUp.events - events * share) / Math.sqrt(events * share * (1 - share));
    return { name: 'poisson-score', statistic, df: null, p: normalTwoSidedP(statistic) };
  }
  return {
    name: 'poisson-exact',
    statistic: null,
    df: null,
    p: binomialTwoSidedP(followUp.events, events, share),
  };
}

/** Two-sided binomial p: all outcomes no likelier than `x` of `n`. R: `binom.test(x, n, p)$p.value`. */
export function binomialTwoSidedP(x: number, n: number, p: number): number {
  const mean = n * p;
  if (x === mean) return 1;
  if (x > mean) return binomialTwoSidedP(n - x, n, 1 - p);
  const threshold = binomialPmf(x, n, p) * TIE_FACTOR;
  const first = firstAsUnlikely(Math.ceil(mean), n, p, threshold);
  return Math.min(1, binomialCdf(x, n, p) + (first > n ? 0 : binomialCdf(n - first, n, 1 - p)));
}

// Above the mean the chances fall, so the outcomes no likelier than the threshold are a tail; n + 1 if there are none.
function firstAsUnlikely(from: number, n: number, p: number, threshold: number): number {
  let low = from;
  let high = n + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (binomialPmf(middle, n, p) <= threshold) high = middle;
    else low = middle + 1;
  }
  return low;
}
