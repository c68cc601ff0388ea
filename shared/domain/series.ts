import { z } from 'zod';
import { Audience, ResultInterval } from './comparison';
import { Condition } from './condition';
import { InstrumentDifference } from './crosswalk';
import { IndicatorId, IsoDate, Sha256, VariableId, WaveId } from './ids';

/** Weeks begin on Monday; quarters in January, April, July and October. */
export const seriesPeriods = ['month', 'week', 'quarter'] as const;
export const SeriesPeriod = z.enum(seriesPeriods);
export type SeriesPeriod = z.infer<typeof SeriesPeriod>;

/** What is followed over time: how many rows each period has, or an indicator over the rows of each period. */
export const SeriesMeasure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cases') }),
  z.strictObject({ kind: z.literal('indicator'), indicatorId: IndicatorId }),
]);
export type SeriesMeasure = z.infer<typeof SeriesMeasure>;

/**
 * A register followed by period, before and after a date. `waveIds` are files of one instrument read together.
 * `filter` keeps some rows (on top of the indicator's own filter). A period belongs to what came after when it
 * begins on `cutDate` or later; null counts without a model, every period being before. `from` and `to` keep the periods they fall into and those between; null leaves that
 * side open. `lags` null takes the automatic rule of the result.
 */
export const SeriesSpec = z.strictObject({
  waveIds: z.array(WaveId).min(1).max(60),
  dateVariableId: VariableId,
  period: SeriesPeriod,
  measure: SeriesMeasure,
  filter: Condition.nullable(),
  cutDate: IsoDate.nullable(),
  from: IsoDate.nullable(),
  to: IsoDate.nullable(),
  lags: z.int().min(0).max(60).nullable(),
  seasonality: z.enum(['none', 'month-dummies']),
  /** Counts periods that the register covers only in part; false leaves them out of the figures. */
  includePartial: z.boolean(),
  confidenceLevel: z.number().min(0.5).max(0.999),
  audience: Audience,
});
export type SeriesSpec = z.infer<typeof SeriesSpec>;

/** Why a period takes no part in the figures. */
export const pointExclusions = [
  'register-begins-inside',
  'register-ends-inside',
  'cut-inside',
  'not-covered',
  'no-answers',
  'protected',
] as const;
export const PointExclusion = z.enum(pointExclusions);
export type PointExclusion = z.infer<typeof PointExclusion>;

/**
 * One period. `start` is its first day, `label` its name without a language (`2022-12`, `2022-W49`, `2022-Q4`).
 * `value` is the count of cases or the indicator's figure, `n` what it rests on; both null unless shown.
 * `excluded` names why the model does not count it, null where it does. `isSmoothed`: the model counts a protected
 * period with the average of the protected periods it was hidden with. `fitted` is the model's line, null left out
 * of it; `counterfactual` where the line of before would stand, for periods after the cut only.
 */
export const SeriesPoint = z.strictObject({
  start: IsoDate,
  label: z.string(),
  phase: z.enum(['before', 'after']),
  status: z.enum(['shown', 'suppressed', 'empty']),
  value: z.number().nullable(),
  n: z.int().nonnegative().nullable(),
  isPartial: z.boolean(),
  isSmoothed: z.boolean(),
  excluded: PointExclusion.nullable(),
  fitted: z.number().nullable(),
  counterfactual: z.strictObject({ value: z.number(), interval: ResultInterval.nullable() }).nullable(),
});
export type SeriesPoint = z.infer<typeof SeriesPoint>;

/** One coefficient in the unit of the figure (slopes: each period). Error and test are null where nothing varies. */
export const SeriesEffect = z.strictObject({
  estimate: z.number(),
  interval: ResultInterval.nullable(),
  standardError: z.number().nullable(),
  statistic: z.number().nullable(),
  df: z.number().nullable(),
  p: z.number().min(0).max(1).nullable(),
});
export type SeriesEffect = z.infer<typeof SeriesEffect>;

/** Why the model was not fitted. */
export const seriesRefusals = [
  'no-cut',
  'too-few-before',
  'too-few-after',
  'too-many-protected',
  'not-identified',
] as const;
/** What a reader must know of a model that was fitted. */
const seriesCautions = [
  'few-before',
  'few-after',
  'seasonality-not-possible',
  'no-variation',
  'smoothed-periods',
  'autocorrelated',
  'lags-shortened',
] as const;
export const SeriesRefusal = z.enum(seriesRefusals);
export type SeriesRefusal = z.infer<typeof SeriesRefusal>;
export const SeriesCaution = z.enum(seriesCautions);
export type SeriesCaution = z.infer<typeof SeriesCaution>;

/**
 * Segmented regression by least squares with Newey-West errors (Bartlett weights, not prewhitened, factor n/(n - k)).
 * `preSlope` and `postSlope` are the change from one period to the next; `levelChange` the jump at the first period
 * after the cut, `slopeChange` the difference of the slopes; `endChange` the model's line less the counterfactual in
 * the last period. `lagRule` says whether `lagUsed` was chosen by floor(4 (n/100)^(2/9)) or by the analyst.
 */
export const SeriesModel = z.strictObject({
  n: z.int().positive(),
  before: z.int().positive(),
  after: z.int().positive(),
  intercept: SeriesEffect,
  preSlope: SeriesEffect,
  levelChange: SeriesEffect,
  slopeChange: SeriesEffect,
  postSlope: SeriesEffect,
  endChange: SeriesEffect,
  endStart: IsoDate,
  hasSeasonality: z.boolean(),
  lagUsed: z.int().nonnegative(),
  lagRule: z.enum(['automatic', 'chosen']),
  durbinWatson: z.number().nullable(),
  firstOrderAutocorrelation: z.number().nullable(),
  /**
   * The same changes where each period's error carries over to the next in the share `autocorrelation` (first-order
   * autoregression by restricted maximum likelihood); its intervals are truer in short series. Null where it has no fit.
   */
  cautious: z
    .strictObject({
      autocorrelation: z.number().min(-1).max(1),
      levelChange: SeriesEffect,
      slopeChange: SeriesEffect,
      endChange: SeriesEffect,
    })
    .nullable(),
});
export type SeriesModel = z.infer<typeof SeriesModel>;

export const SeriesResult = z.strictObject({
  spec: SeriesSpec,
  waves: z.array(
    z.strictObject({ id: WaveId, name: z.string(), isSynthetic: z.boolean(), dataSha256: Sha256 }),
  ),
  /** Null where cases are counted. */
  indicator: z
    .strictObject({
      id: IndicatorId,
      name: z.string(),
      kind: z.enum(['proportion', 'mean', 'total', 'count', 'ratio', 'rate', 'top-box', 'index']),
      direction: z.enum(['higher', 'lower', 'neutral']),
      unit: z.string(),
      decimals: z.int(),
    })
    .nullable(),
  dateLabel: z.string(),
  points: z.array(SeriesPoint),
  /** Null where it was not fitted; `refusals` says why. */
  model: SeriesModel.nullable(),
  refusals: z.array(SeriesRefusal),
  cautions: z.array(SeriesCaution),
  /** Rows without a date, and with one outside the dates declared for their file; null where too few to be told. */
  undated: z.int().nonnegative().nullable(),
  outsideDates: z.int().nonnegative().nullable(),
  /** Questions behind the result that were not put in the same way in every wave; absent without any. */
  differences: z.array(InstrumentDifference).optional(),
  privacy: z.strictObject({ threshold: z.int(), suppressedPoints: z.int().nonnegative() }),
  /** Hash of data and definitions the result rests on. */
  resultSha256: Sha256,
});
export type SeriesResult = z.infer<typeof SeriesResult>;
