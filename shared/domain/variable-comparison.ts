import { z } from 'zod';
import {
  AnalysisOptions,
  Audience,
  CellKey,
  Distribution,
  EffectSize,
  PanelFlow,
  ResultInterval,
  SampleSize,
} from './comparison';
import { InstrumentDifference } from './crosswalk';
import { Coverage, Linkage, SamplingDesign } from './design';
import { Sha256, VariableId, WaveId } from './ids';

/** One variable between two waves, answer by answer, for everybody and for the groups of at most one other variable. */
export const VariableComparisonSpec = z.strictObject({
  variableId: VariableId,
  baselineWaveId: WaveId,
  followUpWaveId: WaveId,
  linkage: Linkage,
  coverage: Coverage,
  sampling: SamplingDesign.optional(),
  analysis: AnalysisOptions.optional(),
  confidenceLevel: z.number().min(0.5).max(0.999),
  audience: Audience,
  breakdown: z.array(VariableId).max(1),
});
export type VariableComparisonSpec = z.infer<typeof VariableComparisonSpec>;

/** What the answers allow: order (scored 1 to k), categories alone, numbers, days, or several options at once. */
export const VariableScale = z.enum(['ordinal', 'nominal', 'numeric', 'date', 'multiple']);
export type VariableScale = z.infer<typeof VariableScale>;

/** How the two waves of a variable are compared; worded by the catalogue, with the reason for the choice. */
export const variableMethods = [
  'mann-whitney',
  'wilcoxon-signed-rank',
  'chi-square',
  'stuart-maxwell',
  'rao-scott',
  'design-medians',
  'design-distribution',
  'options-apart',
  'exact-distribution',
] as const;
export const VariableMethod = z.enum(variableMethods);
export type VariableMethod = z.infer<typeof VariableMethod>;

/** Something about a comparison its reader should know; each has its words in the catalogue. */
export const variableCautions = ['few-expected', 'few-moves', 'unscored-answers'] as const;
export const VariableCaution = z.enum(variableCautions);
export type VariableCaution = z.infer<typeof VariableCaution>;

/** A figure of one wave or of both; `reason` says why value or interval is absent. */
export const VariableFigure = z.strictObject({
  value: z.number().nullable(),
  interval: ResultInterval.nullable(),
  reason: z.string().nullable(),
});
export type VariableFigure = z.infer<typeof VariableFigure>;

/**
 * `denominatorDf` is that of an F statistic, null for every other. `ties` and `zeroRule` say how a rank test was done, and
 * are null for other tests; `zeroRule` is null without pairs.
 */
export const VariableTest = z.strictObject({
  name: z.string(),
  statistic: z.number().nullable(),
  df: z.number().nullable(),
  denominatorDf: z.number().nullable(),
  p: z.number().min(0).max(1).nullable(),
  ties: z.boolean().nullable(),
  zeroRule: z.enum(['wilcoxon', 'pratt']).nullable(),
});
export type VariableTest = z.infer<typeof VariableTest>;

/**
 * One wave of one group (for matched people, those who answered in both waves). `n` and `missing` count people, whatever
 * their weights. `shares` follow the distribution's options, from 0 to 1, weighted where weights are declared. `median` is
 * in scores for an ordinal scale (1 for its first option), in days since 1970 for dates, null where answers have no order.
 */
export const VariableSide = z.strictObject({
  waveId: WaveId,
  status: z.enum(['shown', 'suppressed', 'empty']),
  n: z.int().nonnegative().nullable(),
  missing: z.int().nonnegative().nullable(),
  /** People to whom the question was not put; absent where it was to all, null for too few to tell. */
  notApplicable: z.int().nonnegative().nullable().optional(),
  shares: z.array(z.number()).nullable(),
  median: VariableFigure.nullable(),
  topBox: VariableFigure.nullable(),
  reason: z.string().nullable(),
});
export type VariableSide = z.infer<typeof VariableSide>;

/**
 * Both waves of one group; an empty key is everybody. When `status` is not `shown` every figure that takes both waves is
 * null. `shift` is Hodges and Lehmann's, follow-up minus baseline in the unit of the median. `effectSize` is positive where
 * the follow-up is higher, except Cramér's V, which has no sign.
 */
export const VariableGroup = z.strictObject({
  key: CellKey,
  status: z.enum(['shown', 'suppressed', 'empty']),
  baseline: VariableSide,
  followUp: VariableSide,
  method: VariableMethod,
  shift: VariableFigure.nullable(),
  test: VariableTest.nullable(),
  effectSize: EffectSize.nullable(),
  /** Change of the share in the top-two box, with the method's name as in comparisons of indicators. */
  topBox: z
    .strictObject({
      change: z.number().nullable(),
      interval: ResultInterval.nullable(),
      p: z.number().min(0).max(1).nullable(),
      method: z.string(),
      reason: z.string().nullable(),
    })
    .nullable(),
  cautions: z.array(VariableCaution),
  reason: z.string().nullable(),
});
export type VariableGroup = z.infer<typeof VariableGroup>;

export const VariableComparison = z.strictObject({
  spec: VariableComparisonSpec,
  variable: z.strictObject({
    id: VariableId,
    label: z.string(),
    unit: z.string().nullable(),
    scale: VariableScale,
    /** How many options the scale has, so that a median can be read; null where it has none. */
    scaleLength: z.int().nullable(),
  }),
  /** Baseline, then follow-up. */
  waves: z.array(
    z.strictObject({
      id: WaveId,
      name: z.string(),
      moment: z.enum(['ex-ante', 'ex-post', 'seguimiento']),
      rows: z.int().nonnegative(),
      isSynthetic: z.boolean(),
      dataSha256: Sha256,
    }),
  ),
  breakdown: z.array(z.strictObject({ id: VariableId, label: z.string() })),
  /**
   * Every answer of both waves, group by group; numbers and dates of too many values come in classes, whose `value` is the
   * lower end. Counts of people, not weighted.
   */
  distribution: Distribution,
  /** The two highest options of an ordinal scale of at least three; empty otherwise. */
  topBoxOptions: z.array(z.string()),
  /** How a median is read: the average of the two middle values (type 2), or the least value with half the weight. */
  medianRule: z.enum(['type-2', 'half-of-weight']),
  groups: z.array(VariableGroup),
  /** Null where people are not matched, or where too few are. */
  flow: PanelFlow.nullable(),
  samples: z.array(SampleSize).nullable(),
  /** Questions behind the result that were not put in the same way in every wave; absent without any. */
  differences: z.array(InstrumentDifference).optional(),
  privacy: z.strictObject({ threshold: z.int(), suppressedGroups: z.int().nonnegative() }),
  resultSha256: Sha256,
});
export type VariableComparison = z.infer<typeof VariableComparison>;
