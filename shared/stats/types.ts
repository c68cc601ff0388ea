import { z } from 'zod';

/** Why a figure is absent. A statistic is either a finite number or null with one of these; never NaN. */
export const REASON_IDS = [
  'no-cases',
  'single-case',
  'no-variation',
  'zero-denominator',
  'no-discordant-pairs',
  'not-sampled',
  'whole-population',
  'no-design-for-interval',
  'too-large-for-exact-test',
  'too-few-for-level',
  'median-at-end',
  'single-cluster',
  'no-degrees-of-freedom',
  'population-below-sample',
  'no-positive-weight',
] as const;
export const ReasonId = z.enum(REASON_IDS);
export type ReasonId = z.infer<typeof ReasonId>;

/** How the change between two waves was computed; see choose-method.ts for the table that picks one. */
export const METHOD_IDS = [
  'newcombe-independent',
  'newcombe-paired',
  'welch',
  'paired-t',
  'ratio-linearised-independent',
  'ratio-linearised-matched',
  'rate-poisson-independent',
  'rate-linearised-matched',
  'plain-difference',
  'exact-difference',
  'miettinen-nurminen',
  'design-independent',
  'design-matched',
  'cluster-robust-independent',
  'cluster-robust-matched',
] as const;
export const MethodId = z.enum(METHOD_IDS);
export type MethodId = z.infer<typeof MethodId>;

/** How the figure of a single wave was computed. */
export const ESTIMATE_METHOD_IDS = [
  'wilson',
  't-interval',
  'ratio-linearised',
  'poisson-exact',
  'plain-figure',
  'exact-figure',
  'design-logit',
  'design-mean',
  'design-ratio',
  'design-total',
] as const;
export const EstimateMethodId = z.enum(ESTIMATE_METHOD_IDS);
export type EstimateMethodId = z.infer<typeof EstimateMethodId>;

export const TEST_NAMES = [
  'two-proportion-z',
  'fisher-exact',
  'mcnemar',
  'mcnemar-exact',
  'mcnemar-mid-p',
  'welch-t',
  'paired-t',
  'ratio-t',
  'poisson-exact',
  'poisson-score',
  'mann-whitney',
  'wilcoxon-signed-rank',
  'mann-whitney-exact',
  'wilcoxon-signed-rank-exact',
  'miettinen-nurminen-score',
  'design-t',
  'cluster-robust-t',
  'chi-square',
  'rao-scott',
  'stuart-maxwell',
] as const;
export const TestName = z.enum(TEST_NAMES);
export type TestName = z.infer<typeof TestName>;

export const EFFECT_SIZE_NAMES = [
  'cohens-h',
  'hedges-g',
  'hedges-g-av',
  'rank-biserial',
  'matched-rank-biserial',
  'cramers-v',
  'rate-ratio',
  'relative-change',
] as const;
export const EffectSizeName = z.enum(EFFECT_SIZE_NAMES);
export type EffectSizeName = z.infer<typeof EffectSizeName>;

/** `level` is the confidence level, 0.95 for 95 %; both limits are in the unit of the figure they bound. */
export const Interval = z.strictObject({ lower: z.number(), upper: z.number(), level: z.number() });
export type Interval = z.infer<typeof Interval>;

/** `statistic`, `df` and `p` are null where the test has none (an exact test has no statistic). `p` is two-sided. */
export const TestResult = z.strictObject({
  name: TestName,
  statistic: z.number().nullable(),
  df: z.number().nullable(),
  p: z.number().nullable(),
});
export type TestResult = z.infer<typeof TestResult>;

/** Positive when the follow-up is higher (for `rate-ratio`: above 1). `interval` is null where none is standard. */
export const EffectSize = z.strictObject({
  name: EffectSizeName,
  value: z.number(),
  interval: Interval.nullable(),
});
export type EffectSize = z.infer<typeof EffectSize>;

/**
 * The error behind an estimate or change, in its unit; `designEffect` is the variance over that of a simple sample of
 * the same size. `clusters` and `strata` are those with a valid answer, null where none is declared.
 */
export const ErrorFacts = z.strictObject({
  standardError: z.number().nullable(),
  degreesOfFreedom: z.number().nullable(),
  designEffect: z.number().nullable(),
  clusters: z.number().int().nonnegative().nullable(),
  strata: z.number().int().nonnegative().nullable(),
});
export type ErrorFacts = z.infer<typeof ErrorFacts>;

/** One figure of one wave. `reason` is null only when nothing is missing. */
export const Estimate = z.strictObject({
  value: z.number().nullable(),
  interval: Interval.nullable(),
  reason: ReasonId.nullable(),
  /** Absent where the method gives no standard error of its own. */
  error: ErrorFacts.optional(),
});
export type Estimate = z.infer<typeof Estimate>;

/**
 * Follow-up minus baseline, in the indicator's unit (0.12 is twelve percentage points for a proportion).
 * `secondaryTest` is reported beside `test` (the mid-p of McNemar). `reason` says why whatever is null is so.
 */
export const ChangeResult = z.strictObject({
  change: z.number().nullable(),
  interval: Interval.nullable(),
  test: TestResult.nullable(),
  secondaryTest: TestResult.nullable(),
  effectSize: EffectSize.nullable(),
  method: MethodId,
  reason: ReasonId.nullable(),
  error: ErrorFacts.optional(),
  /** The same change by cluster-robust errors where clusters are few; beside the main figures, never in their place. */
  cautious: z
    .strictObject({ method: MethodId, interval: Interval.nullable(), test: TestResult.nullable() })
    .nullable()
    .optional(),
});
export type ChangeResult = z.infer<typeof ChangeResult>;

const count = z.number().int().nonnegative();

/** `x` people out of `n` who answered. */
export const ProportionCounts = z.strictObject({ n: count, x: count });
export type ProportionCounts = z.infer<typeof ProportionCounts>;

/** `mean` is null if n is 0; `variance` (divisor n - 1) is null if n is below 2. */
export const Moments = z.strictObject({
  n: count,
  mean: z.number().nullable(),
  variance: z.number().nullable(),
});
export type Moments = z.infer<typeof Moments>;

/** People matched in both waves by whether the condition held in each. */
export const PairedCounts = z.strictObject({
  both: count,
  onlyBaseline: count,
  onlyFollowUp: count,
  neither: count,
});
export type PairedCounts = z.infer<typeof PairedCounts>;

/** Moments of a value measured twice on the same `n` people; divisor n - 1; null if n is 0 (means) or below 2. */
export const PairedMoments = z.strictObject({
  n: count,
  meanBaseline: z.number().nullable(),
  meanFollowUp: z.number().nullable(),
  varianceBaseline: z.number().nullable(),
  varianceFollowUp: z.number().nullable(),
  covariance: z.number().nullable(),
});
export type PairedMoments = z.infer<typeof PairedMoments>;

/** Moments of the numerator and the denominator over the `n` rows of one wave; nulls as in `PairedMoments`. */
export const RatioMoments = z.strictObject({
  n: count,
  meanNumerator: z.number().nullable(),
  meanDenominator: z.number().nullable(),
  varianceNumerator: z.number().nullable(),
  varianceDenominator: z.number().nullable(),
  covariance: z.number().nullable(),
});
export type RatioMoments = z.infer<typeof RatioMoments>;

/** Both waves' ratio moments over the same `n` people, and the four covariances across waves (null if n < 2). */
export const PairedRatioMoments = z.strictObject({
  baseline: RatioMoments,
  followUp: RatioMoments,
  covarianceNumerators: z.number().nullable(),
  covarianceDenominators: z.number().nullable(),
  covarianceBaselineNumeratorFollowUpDenominator: z.number().nullable(),
  covarianceBaselineDenominatorFollowUpNumerator: z.number().nullable(),
});
export type PairedRatioMoments = z.infer<typeof PairedRatioMoments>;

/** `events` counted over `exposure` units (person-years, pupils, months), exposure in its own unit. */
export const RateCounts = z.strictObject({ events: count, exposure: z.number().nonnegative() });
export type RateCounts = z.infer<typeof RateCounts>;

/** How many people gave each value of an ordinal scale (or each difference); a value appears once. */
export const Frequencies = z.array(z.strictObject({ value: z.number(), count })).readonly();
export type Frequencies = z.infer<typeof Frequencies>;

export const Linkage = z.enum(['matched', 'independent']);
export type Linkage = z.infer<typeof Linkage>;

export const Coverage = z.enum(['sample', 'census']);
export type Coverage = z.infer<typeof Coverage>;

export const BetterWhen = z.enum(['higher', 'lower', 'neutral']);
export type BetterWhen = z.infer<typeof BetterWhen>;

export const DEFAULT_LEVEL = 0.95;
