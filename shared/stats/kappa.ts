import { assertCount, assertLevel } from './check';
import { normalCritical } from './distributions';
import { DEFAULT_LEVEL, type Interval } from './types';

/** Why a kappa or its interval is absent. */
export const KAPPA_REASON_IDS = ['no-double-coding', 'one-category', 'full-agreement'] as const;
export type KappaReasonId = (typeof KAPPA_REASON_IDS)[number];

/**
 * Agreement of two coders. `agreement` is the share coded alike; `kappa` that beyond what both would reach by chance,
 * from -1 to 1. `reason` says why whatever is null is so: nobody coded twice, both coders used one category only (chance alone
 * explains everything), or all agree and the error would seem to be none.
 */
export type KappaEstimate = {
  n: number;
  agreement: number | null;
  kappa: number | null;
  standardError: number | null;
  interval: Interval | null;
  reason: KappaReasonId | null;
};

/**
 * Cohen's kappa of a square table: `table[i][j]` answers were given category i by the first coder and j by the second.
 * Cohen 1960 (Educ Psychol Meas 20:37); large-sample standard error of Fleiss, Cohen and Everitt 1969 (Psychol Bull 72:323)
 * and kappa ± z standard errors, cut at -1 and 1. R: `psych::cohen.kappa`, `vcd::Kappa`. Throws RangeError for a table that is
 * not square or holds anything but counts.
 */
export function cohensKappa(
  table: readonly (readonly number[])[],
  level: number = DEFAULT_LEVEL,
): KappaEstimate {
  assertLevel(level);
  for (const row of table) {
    if (row.length !== table.length) throw new RangeError('a table of agreement has as many columns as rows');
    for (const count of row) assertCount('answers', count);
  }
  const n = table.reduce((sum, row) => sum + row.reduce((all, count) => all + count, 0), 0);
  const none = { n, agreement: null, kappa: null, standardError: null, interval: null };
  if (n === 0) return { ...none, reason: 'no-double-coding' };
  const shares = table.map((row) => row.map((count) => count / n));
  const first = shares.map((row) => row.reduce((sum, share) => sum + share, 0));
  const second = shares.map((_, j) => shares.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const alike = table.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const agreement = alike / n;
  const usesOne = table.some((row, i) => row[i] === n);
  if (usesOne) return { ...none, agreement, reason: 'one-category' };
  const chance = first.reduce((sum, share, i) => sum + share * (second[i] ?? 0), 0);
  const kappa = (agreement - chance) / (1 - chance);
  if (alike === n) return { ...none, agreement, kappa: 1, reason: 'full-agreement' };
  const spread = shares.reduce(
    (sum, row, i) =>
      sum +
      row.reduce((all, share, j) => {
        const margins = (second[i] ?? 0) + (first[j] ?? 0);
        const weight = i === j ? 1 - chance - margins * (1 - agreement) : margins * (1 - agreement);
        return all + share * weight * weight;
      }, 0),
    0,
  );
  const offset = agreement * chance - 2 * chance + agreement;
  const variance = (spread - offset * offset) / (n * (1 - chance) ** 4);
  const standardError = Math.sqrt(Math.max(0, variance));
  const margin = normalCritical(level) * standardError;
  const interval = { lower: Math.max(-1, kappa - margin), upper: Math.min(1, kappa + margin), level };
  return { n, agreement, kappa, standardError, interval, reason: null };
}

/**
 * Kappa of each code on its own (given or not), for answers that may carry several. Each answer names, in the same order of
 * codes, whether the first and the second coder gave it.
 */
export function kappaOfCode(
  answers: readonly { first: boolean; second: boolean }[],
  level: number = DEFAULT_LEVEL,
): KappaEstimate {
  const count = (first: boolean, second: boolean): number =>
    answers.filter((answer) => answer.first === first && answer.second === second).length;
  return cohensKappa(
    [
      [count(false, false), count(false, true)],
      [count(true, false), count(true, true)],
    ],
    level,
  );
}
