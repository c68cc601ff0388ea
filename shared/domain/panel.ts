import { z } from 'zod';
import { Audience, ComparisonResult, EffectSize, ResultInterval, TestResult } from './comparison';
import { InstrumentDifference } from './crosswalk';
import { Coverage, SamplingDesign } from './design';
import { IndicatorId, Sha256, VariableId, WaveId } from './ids';

/** How many variables may describe who the people are, beside each other and crossed. */
export const mostCompositionVariables = 3;

export const PanelSpec = z.strictObject({
  baselineWaveId: WaveId,
  followUpWaveId: WaveId,
  /** Empty describes the people alone. */
  indicatorIds: z.array(IndicatorId).max(200),
  /** Grouping variables (sex, school, age band) that say who the people are; they also explain who stayed. */
  compositionVariableIds: z.array(VariableId).max(mostCompositionVariables),
  coverage: Coverage,
  sampling: SamplingDesign.optional(),
  confidenceLevel: z.number().min(0.5).max(0.999),
  audience: Audience,
});
export type PanelSpec = z.infer<typeof PanelSpec>;

const count = z.int().nonnegative();
const status = z.enum(['shown', 'suppressed', 'empty']);

/**
 * A figure of some people. `n` are valid answers, `missing` those without one, `numerator` the people counted in a share
 * (null for other kinds). All null when suppressed.
 */
export const PanelFigure = z.strictObject({
  status,
  n: count.nullable(),
  missing: count.nullable(),
  numerator: z.number().nullable(),
  estimate: z.number().nullable(),
  interval: ResultInterval.nullable(),
  reason: z.string().nullable(),
});
export type PanelFigure = z.infer<typeof PanelFigure>;

/** A difference of two figures, the second minus the first; shares from 0 to 1. */
export const PanelDifference = z.strictObject({
  status,
  change: z.number().nullable(),
  interval: ResultInterval.nullable(),
  test: TestResult.nullable(),
  effectSize: EffectSize.nullable(),
  /** The p-value corrected (Benjamini-Hochberg) for all tests of the same list; null without a test. */
  adjustedP: z.number().min(0).max(1).nullable(),
  method: z.string(),
  reason: z.string().nullable(),
});
export type PanelDifference = z.infer<typeof PanelDifference>;

/** Why the two waves cannot be followed person by person; null where they can. */
export const LinkProblem = z.enum(['waves-without-identifier', 'no-matched-people']);
export type LinkProblem = z.infer<typeof LinkProblem>;

/**
 * Who is in both waves and who in one only. People without identifier are not found again, so they count in their
 * own wave; how many they are is null where that would tell of very few. `retention` is the share of the baseline found again.
 */
export const AttritionFlow = z.strictObject({
  status: z.enum(['shown', 'suppressed']),
  both: count.nullable(),
  onlyBaseline: count.nullable(),
  onlyFollowUp: count.nullable(),
  baselineWithoutIdentifier: count.nullable(),
  followUpWithoutIdentifier: count.nullable(),
  retention: PanelFigure,
});
export type AttritionFlow = z.infer<typeof AttritionFlow>;

/** A category of a composition variable; `value` null are the people who did not answer. */
const category = { value: z.string().nullable(), label: z.string() };

/** Those found again against those not, both as they were at the baseline; differences are found again minus not. */
export const AttritionComparison = z.strictObject({
  indicators: z.array(
    z.strictObject({
      indicatorId: IndicatorId,
      stayed: PanelFigure,
      left: PanelFigure,
      difference: PanelDifference,
    }),
  ),
  composition: z.array(
    z.strictObject({
      variableId: VariableId,
      /** Null reason where the variable was asked at the baseline. */
      reason: z.string().nullable(),
      categories: z.array(
        z.strictObject({ ...category, stayed: PanelFigure, left: PanelFigure, difference: PanelDifference }),
      ),
    }),
  ),
});
export type AttritionComparison = z.infer<typeof AttritionComparison>;

/** Categories of one variable put together because they held too few people; their labels, in order. */
export const JoinedCategories = z.strictObject({ variableId: VariableId, labels: z.array(z.string()) });
export type JoinedCategories = z.infer<typeof JoinedCategories>;

/**
 * Inverse probability weighting: the chance of being found again by logistic regression on the composition variables, and
 * the change of those found again with each weighted by the overall share over that chance. A sensitivity check. The
 * intervals take the weights as known.
 */
export const AttritionWeighting = z.strictObject({
  status,
  /** Why there is none: `no-composition-variables`, `nobody-left`, `separation`, … */
  reason: z.string().nullable(),
  model: z
    .strictObject({
      people: count,
      stayed: count,
      /** `oddsRatio` against the variable's first category; null where the category repeats others. */
      terms: z.array(
        z.strictObject({
          variableId: VariableId,
          label: z.string(),
          referenceLabel: z.string(),
          oddsRatio: z.number().nullable(),
          interval: ResultInterval.nullable(),
        }),
      ),
      /** Likelihood ratio of all terms together; null in a census. */
      test: z.strictObject({ statistic: z.number(), df: z.int(), p: z.number().min(0).max(1) }).nullable(),
    })
    .nullable(),
  weights: z
    .strictObject({
      mean: z.number(),
      minimum: z.number(),
      maximum: z.number(),
      /** Kish's effective size, and how many times larger the variance becomes. */
      effectiveN: z.number(),
      designEffect: z.number(),
      isExtreme: z.boolean(),
    })
    .nullable(),
  joined: z.array(JoinedCategories),
  /**
   * Categories in which everybody was found again (`all`: they keep the weight of the overall share) or nobody was
   * (`none`: no weight can stand for them, and the weighted change speaks of the others).
   */
  separated: z.array(
    z.strictObject({ variableId: VariableId, label: z.string(), side: z.enum(['all', 'none']) }),
  ),
  changes: z.array(
    z.strictObject({
      indicatorId: IndicatorId,
      n: count.nullable(),
      unweighted: PanelDifference,
      weighted: PanelDifference,
    }),
  ),
});
export type AttritionWeighting = z.infer<typeof AttritionWeighting>;

/** Who the people of each wave are: the share of each category before and after, over all of a wave's rows. */
export const CompositionChange = z.strictObject({
  variableId: VariableId,
  /** Why there is none: the variable is not in a wave. */
  reason: z.string().nullable(),
  categories: z.array(
    z.strictObject({
      ...category,
      baseline: PanelFigure,
      followUp: PanelFigure,
      difference: PanelDifference,
    }),
  ),
});
export type CompositionChange = z.infer<typeof CompositionChange>;

/**
 * The change of an indicator between both waves in full, and what it would have been had the composition stayed that of
 * the baseline (direct standardisation over the crossing of all composition variables). `compositionPart` is observed
 * minus standardised; `kitagawa` splits their interaction evenly. Both waves' people count, found again or not.
 */
export const StandardisedChange = z.strictObject({
  indicatorId: IndicatorId,
  status,
  reason: z.string().nullable(),
  baseline: z.number().nullable(),
  followUp: z.number().nullable(),
  /** The follow-up's figure with the baseline's composition. */
  standardisedFollowUp: z.number().nullable(),
  observed: z.number().nullable(),
  standardised: PanelDifference,
  compositionPart: z.number().nullable(),
  kitagawa: z.strictObject({ change: z.number(), composition: z.number() }).nullable(),
  /** Groups formed, those of people in both waves, and how many small ones were put together into one of them. */
  strata: z.strictObject({ all: count, common: count, joined: count }),
  /** Labels of groups found in one wave only. */
  onlyBaseline: z.array(z.string()),
  onlyFollowUp: z.array(z.string()),
  /** Share of each wave's answers in groups found in both. */
  coveredBaseline: z.number().nullable(),
  coveredFollowUp: z.number().nullable(),
});
export type StandardisedChange = z.infer<typeof StandardisedChange>;

export const PanelResult = z.strictObject({
  spec: PanelSpec,
  waves: ComparisonResult.shape.waves,
  indicators: ComparisonResult.shape.indicators,
  composition: z.array(z.strictObject({ id: VariableId, label: z.string() })),
  linkProblem: LinkProblem.nullable(),
  /** These three are null where people cannot be followed. */
  flow: AttritionFlow.nullable(),
  attrition: AttritionComparison.nullable(),
  weighting: AttritionWeighting.nullable(),
  compositionChange: z.array(CompositionChange),
  standardised: z.array(StandardisedChange),
  /** Questions behind the result that were not put in the same way in every wave; absent without any. */
  differences: z.array(InstrumentDifference).optional(),
  privacy: z.strictObject({ threshold: z.int() }),
  resultSha256: Sha256,
});
export type PanelResult = z.infer<typeof PanelResult>;
