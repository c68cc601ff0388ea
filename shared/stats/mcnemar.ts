import { binomialCdf, binomialPmf, chiSquareUpperTail } from './distributions';
import type { PairedCounts, TestResult } from './types';

// Beyond a million discordant pairs the binomial tail has fewer than 9 digits, and the asymptotic test is exact enough.
const LARGEST_EXACT = 1_000_000;

type Discordant = Pick<PairedCounts, 'onlyBaseline' | 'onlyFollowUp'>;

/** McNemar's chi-square without continuity correction, 1 degree of freedom; null without discordant pairs. R: `mcnemar.test(correct = FALSE)`. */
export function mcnemarTest({ onlyBaseline, onlyFollowUp }: Discordant): TestResult | null {
  const discordant = onlyBaseline + onlyFollowUp;
  if (discordant === 0) return null;
  const difference = onlyFollowUp - onlyBaseline;
  const statistic = difference * (difference / discordant);
  return { name: 'mcnemar', statistic, df: 1, p: chiSquareUpperTail(statistic, 1) };
}

/** Exact McNemar: binomial test of the discordant pairs against one half. Null without any, or above a million. R: `binom.test`. */
export function mcnemarExactTest({ onlyBaseline, onlyFollowUp }: Discordant): TestResult | null {
  const discordant = onlyBaseline + onlyFollowUp;
  if (discordant === 0 || discordant > LARGEST_EXACT) return null;
  const p = Math.min(1, 2 * binomialCdf(Math.min(onlyBaseline, onlyFollowUp), discordant, 0.5));
  return { name: 'mcnemar-exact', statistic: null, df: null, p };
}

/** McNemar's mid-p: the exact two-sided p with the observed table counted half. Null as in the exact test. Fagerland 2013. */
export function mcnemarMidPTest({ onlyBaseline, onlyFollowUp }: Discordant): TestResult | null {
  const discordant = onlyBaseline + onlyFollowUp;
  if (discordant === 0 || discordant > LARGEST_EXACT) return null;
  const fewer = Math.min(onlyBaseline, onlyFollowUp);
  const p = 2 * binomialCdf(fewer, discordant, 0.5) - binomialPmf(fewer, discordant, 0.5);
  return { name: 'mcnemar-mid-p', statistic: null, df: null, p: Math.min(1, p) };
}
