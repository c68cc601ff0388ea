import { assertLevel, isNegligible } from './check';
import { fQuantile } from './distributions';
import { DEFAULT_LEVEL, type Interval } from './types';

/** Why the correlation is absent: fewer than two subjects or raters, or scores that do not differ. */
export const RATER_REASON_IDS = ['too-few', 'no-variation'] as const;
export type RaterReasonId = (typeof RATER_REASON_IDS)[number];

export type RaterCorrelation = {
  subjects: number;
  raters: number;
  /** Of one rater's score, and of the mean of all raters'. */
  single: { value: number; interval: Interval } | null;
  average: { value: number; interval: Interval } | null;
  reason: RaterReasonId | null;
};

/**
 * Intraclass correlation of a complete table, subjects by raters: two-way random effects, absolute agreement. ICC(A,1) and
 * ICC(A,k) of McGraw and Wong 1996 (Psychol Methods 1:30), which are ICC(2,1) and ICC(2,k) of Shrout and Fleiss 1979, with
 * their F intervals (Satterthwaite degrees). A rater who is severe with everybody lowers it. R: `psych::ICC(lmer = FALSE)`.
 * Throws RangeError for a table whose rows differ in length or that holds anything but finite numbers.
 */
export function raterCorrelation(
  table: readonly (readonly number[])[],
  level: number = DEFAULT_LEVEL,
): RaterCorrelation {
  assertLevel(level);
  const n = table.length;
  const k = table[0]?.length ?? 0;
  for (const row of table) {
    if (row.length !== k) throw new RangeError('every subject needs a score of every rater');
    for (const score of row) if (!Number.isFinite(score)) throw new RangeError('scores must be finite');
  }
  const none = { subjects: n, raters: k, single: null, average: null };
  if (n < 2 || k < 2) return { ...none, reason: 'too-few' };
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const grand = mean(table.flat());
  const rows = table.map(mean);
  const columns = Array.from({ length: k }, (_, j) => mean(table.map((row) => row[j] ?? 0)));
  const square = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + (value - grand) ** 2, 0);
  const all = square(table.flat());
  if (isNegligible(Math.sqrt(all / (n * k)), ...table.flat())) return { ...none, reason: 'no-variation' };
  const betweenRows = (k * square(rows)) / (n - 1);
  const betweenColumns = (n * square(columns)) / (k - 1);
  const rest = Math.max(0, all - k * square(rows) - n * square(columns)) / ((n - 1) * (k - 1));
  const squares = table.flat().map((score) => score ** 2);
  if (isNegligible(rest, ...squares) && isNegligible(betweenColumns, ...squares)) {
    const whole = { value: 1, interval: { lower: 1, upper: 1, level } };
    return { subjects: n, raters: k, single: whole, average: whole, reason: null };
  }
  const noise = betweenRows + (k - 1) * rest + (k * (betweenColumns - rest)) / n;
  if (!(noise > 0)) return { ...none, reason: 'no-variation' };
  const single = (betweenRows - rest) / noise;
  const average = (betweenRows - rest) / (betweenRows + (betweenColumns - rest) / n);
  const { lower, upper } = limits({ n, k, single, betweenRows, betweenColumns, rest, level });
  const stepped = (value: number): number => (k * value) / (1 + (k - 1) * value);
  return {
    subjects: n,
    raters: k,
    single: { value: single, interval: { lower, upper, level } },
    average: { value: average, interval: { lower: stepped(lower), upper: stepped(upper), level } },
    reason: null,
  };
}

type Squares = {
  n: number;
  k: number;
  single: number;
  betweenRows: number;
  betweenColumns: number;
  rest: number;
  level: number;
};

function limits({ n, k, single, betweenRows, betweenColumns, rest, level }: Squares): {
  lower: number;
  upper: number;
} {
  const a = (k * single) / (n * (1 - single));
  const b = 1 + (k * single * (n - 1)) / (n * (1 - single));
  const df =
    (a * betweenColumns + b * rest) ** 2 /
    ((a * betweenColumns) ** 2 / (k - 1) + (b * rest) ** 2 / ((n - 1) * (k - 1)));
  const tail = 1 - (1 - level) / 2;
  const above = fQuantile(tail, n - 1, df);
  const below = fQuantile(tail, df, n - 1);
  const spread = k * betweenColumns + (k * n - k - n) * rest;
  return {
    lower: (n * (betweenRows - above * rest)) / (above * spread + n * betweenRows),
    upper: (n * (below * betweenRows - rest)) / (spread + n * below * betweenRows),
  };
}
