import { z } from 'zod';
import { InstrumentDifference } from './crosswalk';
import { Coverage, Linkage, SamplingDesign } from './design';
import { ComparisonId, IndicatorId, IsoInstant, Sha256, VariableId, WaveId } from './ids';
import { IndexScale } from './indicator';

/** Who reads the result: sets the privacy threshold (5 people inside the office, 10 outside). */
export const Audience = z.enum(['internal', 'publication']);
export type Audience = z.infer<typeof Audience>;

/** Whose rules label how far an estimate of a sample can be relied on; `none` prints no label. */
export const ReliabilityStandard = z.enum(['ine-chile', 'cepal-2020', 'cepal-2023', 'none']);
export type ReliabilityStandard = z.infer<typeof ReliabilityStandard>;

/**
 * Choices an evaluator may make; absent ones are `defaultAnalysis`. `familyIndicatorIds` are those declared
 * beforehand as the questions to answer, whose totals share Holm's correction; empty takes all of the comparison.
 * Every other test (groups, further indicators) is exploration, corrected by Benjamini-Hochberg.
 */
export const AnalysisOptions = z.strictObject({
  proportionInterval: z.enum(['newcombe', 'miettinen-nurminen']),
  /** What Wilcoxon's signed rank test does with people who did not change. */
  zeroRule: z.enum(['wilcoxon', 'pratt']),
  familyIndicatorIds: z.array(IndicatorId).max(200),
  reliabilityStandard: ReliabilityStandard,
});
export type AnalysisOptions = z.infer<typeof AnalysisOptions>;

export const defaultAnalysis: AnalysisOptions = {
  proportionInterval: 'newcombe',
  zeroRule: 'wilcoxon',
  familyIndicatorIds: [],
  reliabilityStandard: 'ine-chile',
};

export const ComparisonSpec = z.strictObject({
  baselineWaveId: WaveId,
  followUpWaveIds: z.array(WaveId).min(1).max(8),
  indicatorIds: z.array(IndicatorId).min(1).max(200),
  breakdown: z.array(VariableId).max(2),
  linkage: Linkage,
  coverage: Coverage,
  /** Strata, clusters, weights and population sizes; absent means every row drawn on its own. */
  sampling: SamplingDesign.optional(),
  analysis: AnalysisOptions.optional(),
  confidenceLevel: z.number().min(0.5).max(0.999),
  audience: Audience,
});
export type ComparisonSpec = z.infer<typeof ComparisonSpec>;

export const Comparison = z.strictObject({
  id: ComparisonId,
  name: z.string().min(1).max(200),
  spec: ComparisonSpec,
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Comparison = z.infer<typeof Comparison>;

export const ResultInterval = z.strictObject({ lower: z.number(), upper: z.number(), level: z.number() });
export type ResultInterval = z.infer<typeof ResultInterval>;

const reliabilityLabels = ['reliable', 'less-reliable', 'unreliable'] as const;
export const ReliabilityLabel = z.enum(reliabilityLabels);
export type ReliabilityLabel = z.infer<typeof ReliabilityLabel>;

/**
 * How precise an estimate of a sample is. `designEffect` is its variance over that of a simple sample of the same
 * size; `clusters` and `strata` are those in which the figure's people were found; null where none is declared.
 * `reliability` is null for a census, without a standard, and where the figure has no error.
 */
export const Precision = z.strictObject({
  standardError: z.number().nullable(),
  degreesOfFreedom: z.number().nullable(),
  /** Standard error over estimate, 0.15 for 15 %; null for shares and where the estimate is 0. */
  coefficientOfVariation: z.number().nullable(),
  designEffect: z.number().nullable(),
  clusters: z.int().nonnegative().nullable(),
  strata: z.int().nonnegative().nullable(),
  reliability: z
    .strictObject({
      label: ReliabilityLabel,
      /** Which rule of the standard decided. */
      rule: z.enum([
        'few-cases',
        'few-degrees',
        'large-error',
        'large-variation',
        'low-design-effect',
        'within-limits',
      ]),
    })
    .nullable(),
});
export type Precision = z.infer<typeof Precision>;

/** Why a cell has no figure at all; `shared/stats` adds the reasons of its estimators. */
export const absenceReasons = [
  'protected',
  'variable-not-in-wave',
  'breakdown-not-in-wave',
  'group-not-in-wave',
  'no-answers',
  'no-cases',
  'no-matched-people',
  'error-would-tell',
  'baseline-item-unanswered',
  'baseline-item-constant',
] as const;
export type AbsenceReason = (typeof absenceReasons)[number];

/**
 * One indicator in one wave and group. When `status` is `suppressed` every figure is null: the group is smaller
 * than the privacy threshold, or would give a smaller one away. `n` are valid answers (the denominator),
 * `missing` those without one. `reason` names why a figure is absent.
 */
export const WaveCell = z.strictObject({
  waveId: WaveId,
  status: z.enum(['shown', 'suppressed', 'empty']),
  n: z.int().nonnegative().nullable(),
  missing: z.int().nonnegative().nullable(),
  /** People to whom the question was not put ("no corresponde"), outside `n` and `missing`; absent where it was to all, null for too few to tell. */
  notApplicable: z.int().nonnegative().nullable().optional(),
  /** People counted in a share; null for other kinds. */
  numerator: z.number().nullable(),
  estimate: z.number().nullable(),
  interval: ResultInterval.nullable(),
  /** Null or absent where the figure is not shown or has no sampling error. */
  precision: Precision.nullable().optional(),
  reason: z.string().nullable(),
});
export type WaveCell = z.infer<typeof WaveCell>;

export const TestResult = z.strictObject({
  name: z.string(),
  statistic: z.number().nullable(),
  df: z.number().nullable(),
  p: z.number().min(0).max(1).nullable(),
});
export const EffectSize = z.strictObject({
  name: z.string(),
  value: z.number(),
  interval: ResultInterval.nullable(),
});

export const ChangeDirection = z.enum(['improved', 'worsened', 'no-clear-change', 'not-judged']);
export type ChangeDirection = z.infer<typeof ChangeDirection>;

/** From baseline to one follow-up. For matched people both cells hold the same people, those valid in both waves. */
export const ChangeResult = z.strictObject({
  followUpWaveId: WaveId,
  baseline: WaveCell,
  followUp: WaveCell,
  status: z.enum(['shown', 'suppressed', 'empty']),
  change: z.number().nullable(),
  interval: ResultInterval.nullable(),
  test: TestResult.nullable(),
  /** Reported beside the test: McNemar's mid-p. */
  secondaryTest: TestResult.nullable().optional(),
  effectSize: EffectSize.nullable(),
  precision: Precision.nullable().optional(),
  /** The same change by a method that trusts few clusters less; beside the main one, never instead of it. */
  cautious: z
    .strictObject({ method: z.string(), interval: ResultInterval.nullable(), test: TestResult.nullable() })
    .nullable()
    .optional(),
  /** The p-value corrected for the tests of its family; null without a test. */
  adjusted: z
    .strictObject({
      p: z.number().min(0).max(1),
      procedure: z.enum(['holm', 'benjamini-hochberg']),
      family: z.enum(['declared', 'exploration']),
      tests: z.int().positive(),
    })
    .nullable()
    .optional(),
  direction: ChangeDirection,
  target: z
    .strictObject({
      value: z.number(),
      reached: z.enum(['yes', 'no', 'uncertain']),
      progressShare: z.number().nullable(),
    })
    .nullable(),
  /** Names the method and, where a figure is absent, the reason; worded by the catalogue. */
  method: z.string(),
  reason: z.string().nullable(),
  /** Whether both figures are of the same people; absent where it is not known. */
  linkage: Linkage.optional(),
});
export type ChangeResult = z.infer<typeof ChangeResult>;

/** The group of people to whom the breakdown question was not put ("no corresponde"): no answer, and none missing. */
export const notAskedGroup = '§no-corresponde';

/** `value` null: the people who did not answer the breakdown question; `notAskedGroup`: those who were not asked it. */
export const CellKey = z.array(
  z.strictObject({ variableId: VariableId, value: z.string().nullable(), label: z.string() }),
);
export type CellKey = z.infer<typeof CellKey>;

/** One indicator in one group; an empty key is everybody. `cells` follow the order of the waves. */
export const ComparisonRow = z.strictObject({
  indicatorId: IndicatorId,
  key: CellKey,
  cells: z.array(WaveCell),
  changes: z.array(ChangeResult),
});
export type ComparisonRow = z.infer<typeof ComparisonRow>;

/** How many people each pair of waves shares. */
export const PanelFlow = z.strictObject({
  followUpWaveId: WaveId,
  both: z.int().nonnegative(),
  onlyBaseline: z.int().nonnegative(),
  onlyFollowUp: z.int().nonnegative(),
});
export type PanelFlow = z.infer<typeof PanelFlow>;

/**
 * What was found of a declared design in a wave: rows with a positive weight, rows left out for a weight of zero, and
 * the strata and clusters of the former; null where none is declared.
 */
export const SampleSize = z.strictObject({
  waveId: WaveId,
  rows: z.int().nonnegative(),
  weightless: z.int().nonnegative(),
  strata: z.int().nonnegative().nullable(),
  clusters: z.int().nonnegative().nullable(),
});
export type SampleSize = z.infer<typeof SampleSize>;

export const ComparisonResult = z.strictObject({
  /** A preview may look at one wave alone. */
  spec: ComparisonSpec.extend({ followUpWaveIds: z.array(WaveId).max(8) }),
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
  indicators: z.array(
    z.strictObject({
      id: IndicatorId,
      name: z.string(),
      kind: z.enum(['proportion', 'mean', 'total', 'count', 'ratio', 'rate', 'top-box', 'index']),
      direction: z.enum(['higher', 'lower', 'neutral']),
      unit: z.string(),
      decimals: z.int(),
      target: z.number().nullable(),
      /** How the items of an index enter it; absent for other kinds. */
      indexScale: IndexScale.optional(),
    }),
  ),
  breakdown: z.array(z.strictObject({ id: VariableId, label: z.string() })),
  rows: z.array(ComparisonRow),
  flows: z.array(PanelFlow),
  privacy: z.strictObject({ threshold: z.int(), suppressedCells: z.int().nonnegative() }),
  /** The sample of each wave, in their order, where a design is declared; absent otherwise and for a census. */
  samples: z.array(SampleSize).optional(),
  /** How many tests each correction spans. */
  families: z
    .strictObject({ declared: z.int().nonnegative(), exploration: z.int().nonnegative() })
    .optional(),
  /** The labels of all shown estimates of waves; `isPublishable` is false where more than half are not reliable. */
  reliability: z
    .strictObject({
      standard: ReliabilityStandard,
      reliable: z.int().nonnegative(),
      lessReliable: z.int().nonnegative(),
      unreliable: z.int().nonnegative(),
      isPublishable: z.boolean(),
    })
    .nullable()
    .optional(),
  /** Questions behind the figures that were not put in the same way in the waves compared; absent where all were. */
  differences: z.array(InstrumentDifference).optional(),
  /** Hash of data and definitions the result rests on. */
  resultSha256: Sha256,
});
export type ComparisonResult = z.infer<typeof ComparisonResult>;

/** Answers to one variable, option by option, in each wave and group; counts null where suppressed. */
export const Distribution = z.strictObject({
  variableId: VariableId,
  label: z.string(),
  isOrdinal: z.boolean(),
  isMultiple: z.boolean(),
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  groups: z.array(
    z.strictObject({
      waveId: WaveId,
      key: CellKey,
      status: z.enum(['shown', 'suppressed', 'empty']),
      n: z.int().nonnegative().nullable(),
      missing: z.int().nonnegative().nullable(),
      /** People to whom the question was not put, outside `n` and `missing`; absent where it was to all, null for too few to tell. */
      notApplicable: z.int().nonnegative().nullable().optional(),
      counts: z.array(z.int().nonnegative().nullable()),
    }),
  ),
});
export type Distribution = z.infer<typeof Distribution>;
