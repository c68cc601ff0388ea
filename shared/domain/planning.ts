import { z } from 'zod';
import { Linkage } from './design';

/** How alike a person's answers in both waves are: the correlation, or the share of people who will have changed. */
export const Pairing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('correlation'), value: z.number().min(-0.99).max(0.99) }),
  z.strictObject({ kind: z.literal('discordance'), value: z.number().gt(0).max(1) }),
]);
export type Pairing = z.infer<typeof Pairing>;

/**
 * What will be measured. `baseline` is the share expected today, from 0 to 1; `standardDeviation` that of one
 * measurement, in its unit. `change` is follow-up less baseline, in the same unit; it is not used when asking what
 * change can be detected.
 */
export const PlanningOutcome = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('proportion'),
    baseline: z.number().gt(0).lt(1),
    change: z.number().gt(-1).lt(1),
  }),
  z.strictObject({
    kind: z.literal('mean'),
    standardDeviation: z.number().positive().max(1e12),
    change: z.number().min(-1e12).max(1e12),
  }),
]);
export type PlanningOutcome = z.infer<typeof PlanningOutcome>;

export const PlanningSpec = z.strictObject({
  question: z.enum(['required-people', 'detectable-change']),
  outcome: PlanningOutcome,
  linkage: Linkage,
  /** Used for matched people only; of a mean, discordance means nothing and the correlation counts. */
  pairing: Pairing,
  /** People that can be asked, in each wave; used when asking what change can be detected. */
  invited: z.int().min(1).max(1e9),
  power: z.number().gt(0.5).max(0.999),
  confidenceLevel: z.number().min(0.5).max(0.999),
  /** Null where people are not drawn by school, class or the like. */
  clusters: z
    .strictObject({
      peopleEach: z.number().min(1).max(1e6),
      intraclassCorrelation: z.number().min(0).max(1),
    })
    .nullable(),
  /** How many people there are in all; null for very many. */
  population: z.int().min(2).max(1e9).nullable(),
  /** Share of those asked who will not answer, and of those who answered who will not be found again. */
  nonResponse: z.number().min(0).max(0.95),
  attrition: z.number().min(0).max(0.95),
});
export type PlanningSpec = z.infer<typeof PlanningSpec>;

export const planningReasons = [
  'no-change',
  'change-beyond-scale',
  'pairing-impossible',
  'pairing-needs-correlation',
  'too-few-people',
  'nothing-detectable',
  'whole-population',
  'more-than-population',
] as const;
export const PlanningReason = z.enum(planningReasons);
export type PlanningReason = z.infer<typeof PlanningReason>;

export const planningMethods = ['two-proportions', 'mcnemar', 'two-sample-t', 'paired-t'] as const;
export const PlanningMethod = z.enum(planningMethods);
export type PlanningMethod = z.infer<typeof PlanningMethod>;

/**
 * One row of what can be had. `change` is the smallest one found with the power asked for (null where none is),
 * `completed` the people with a valid answer in each wave, or in both when matched, `invited` those to ask (at the
 * baseline when matched), `clusters` how many of them that makes.
 */
export const PlanningRow = z.strictObject({
  change: z.number().nullable(),
  /** Of a share: the smallest fall that can be detected, which is not the mirror of the rise; null elsewhere. */
  fall: z.number().nullable(),
  completed: z.int().nonnegative().nullable(),
  invited: z.int().nonnegative().nullable(),
  clusters: z.int().nonnegative().nullable(),
});
export type PlanningRow = z.infer<typeof PlanningRow>;

/**
 * `answer` is the row asked for; `table` some rows around it. `reason` says why something in the answer is null, or
 * what is wrong with it (`more-than-population`). `effectivePeople` is the simple random sample that is worth as much.
 */
export const PlanningResult = z.strictObject({
  spec: PlanningSpec,
  method: PlanningMethod,
  designEffect: z.number().min(1),
  effectivePeople: z.number().nullable(),
  answer: PlanningRow,
  table: z.array(PlanningRow),
  reason: PlanningReason.nullable(),
});
export type PlanningResult = z.infer<typeof PlanningResult>;
