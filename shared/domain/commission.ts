import { z } from 'zod';
import { CommissionId, IsoDate, IsoInstant, PracticeId } from './ids';

const Slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/);

/** What a practice is judged by. `weight` is relative: only its share of all weights counts. */
export const Criterion = z.strictObject({
  id: Slug,
  name: z.string().min(1).max(200),
  description: z.string().max(2000),
  weight: z.number().positive().max(1000),
});
export type Criterion = z.infer<typeof Criterion>;

/** A practice put forward; `practiceId` null for one that has no record in this project. */
export const Candidate = z.strictObject({
  id: Slug,
  name: z.string().min(1).max(300),
  municipality: z.string().max(200),
  practiceId: PracticeId.nullable(),
});
export type Candidate = z.infer<typeof Candidate>;

/** Who scores, by the name of a role: a commission publishes no names of people. */
export const Evaluator = z.strictObject({ id: Slug, name: z.string().min(1).max(120) });
export type Evaluator = z.infer<typeof Evaluator>;

export const Score = z.strictObject({
  evaluatorId: Slug,
  candidateId: Slug,
  criterionId: Slug,
  value: z.number(),
});
export type Score = z.infer<typeof Score>;

/** An evaluator who may not judge a candidate, such as that of the own municipality; the scores do not count. */
export const Recusal = z.strictObject({ evaluatorId: Slug, candidateId: Slug, reason: z.string().max(500) });
export type Recusal = z.infer<typeof Recusal>;

export const CommissionDraft = z.strictObject({
  name: z.string().min(1).max(200),
  /** The day of its decision; null while it is open. */
  date: IsoDate.nullable(),
  place: z.string().max(200),
  criteria: z.array(Criterion).max(30),
  /** Every score lies from `min` to `max`; `step` is the smallest difference. */
  scale: z
    .strictObject({ min: z.number(), max: z.number(), step: z.number().positive() })
    .refine(({ min, max }) => max > min),
  candidates: z.array(Candidate).max(300),
  evaluators: z.array(Evaluator).max(50),
  scores: z.array(Score).max(100_000),
  comments: z
    .array(z.strictObject({ evaluatorId: Slug, candidateId: Slug, text: z.string().max(2000) }))
    .max(15_000),
  recusals: z.array(Recusal).max(2000),
  /** How many are to be recognised; null leaves it open. */
  recognised: z.int().positive().nullable(),
  /** What the minutes say before and after the results. */
  opening: z.string().max(10_000),
  agreements: z.string().max(10_000),
  isSynthetic: z.boolean().default(false),
  /** The record whose template it was made from; null for one of its own. */
  practiceId: PracticeId.nullable().default(null),
});
export type CommissionDraft = z.infer<typeof CommissionDraft>;

export const Commission = CommissionDraft.extend({
  id: CommissionId,
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Commission = z.infer<typeof Commission>;

/** A commission that has no criteria yet, from 1 to 5. */
export function emptyCommission(name: string): CommissionDraft {
  return {
    name,
    date: null,
    place: '',
    criteria: [],
    scale: { min: 1, max: 5, step: 1 },
    candidates: [],
    evaluators: [],
    scores: [],
    comments: [],
    recusals: [],
    recognised: null,
    opening: '',
    agreements: '',
    isSynthetic: false,
    practiceId: null,
  };
}

/** Why a number is no score of the scale; null where it is one. */
export function scoreFault(
  { min, max, step }: CommissionDraft['scale'],
  value: number,
): 'outside-scale' | 'not-a-step' | null {
  if (value < min || value > max) return 'outside-scale';
  const steps = (value - min) / step;
  return Math.abs(steps - Math.round(steps)) > 1e-6 ? 'not-a-step' : null;
}

const Place = z.int().positive().nullable();

/**
 * One candidate's result. `score` is on the commission's scale: for each evaluator the weighted mean of the criteria scored,
 * then the mean of the evaluators; null before anybody scored. `place` shares the better number among equals.
 */
export const CandidateResult = z.strictObject({
  candidateId: Slug,
  score: z.number().nullable(),
  place: Place,
  isTied: z.boolean(),
  /** `tied-at-cut`: equal scores on both sides of the number to recognise: the commission must decide. */
  outcome: z.enum(['recognised', 'tied-at-cut', 'not-recognised', 'unscored', 'open']),
  evaluators: z.int().nonnegative(),
  /** Criteria left blank by evaluators who scored others of this candidate. */
  missing: z.int().nonnegative(),
  lowest: z.number().nullable(),
  highest: z.number().nullable(),
  byCriterion: z.array(
    z.strictObject({ criterionId: Slug, mean: z.number().nullable(), n: z.int().nonnegative() }),
  ),
  byEvaluator: z.array(z.strictObject({ evaluatorId: Slug, score: z.number().nullable() })),
  /** The best and the worst place when any one evaluator is left out. */
  bestPlace: Place,
  worstPlace: Place,
});
export type CandidateResult = z.infer<typeof CandidateResult>;

const ResultInterval = z.strictObject({ lower: z.number(), upper: z.number(), level: z.number() });

export const CommissionResult = z.strictObject({
  candidates: z.array(CandidateResult),
  evaluators: z.array(
    z.strictObject({
      evaluatorId: Slug,
      scored: z.int().nonnegative(),
      expected: z.int().nonnegative(),
      /** The mean of the evaluator's scores less that of the others for the same candidates; null without others. */
      severity: z.number().nullable(),
    }),
  ),
  agreement: z.strictObject({
    /** Krippendorff's alpha (interval) of the evaluators' weighted scores. */
    alpha: z.number().nullable(),
    units: z.int().nonnegative(),
    reason: z.enum(['nothing-scored-twice', 'no-variation']).nullable(),
    /** Krippendorff's alpha (ordinal) of the scores of each criterion. */
    byCriterion: z.array(z.strictObject({ criterionId: Slug, alpha: z.number().nullable() })),
    /** ICC(A,1) and ICC(A,k) over the candidates that every evaluator scored; null with fewer than two of either. */
    single: z.strictObject({ value: z.number(), interval: ResultInterval }).nullable(),
    average: z.strictObject({ value: z.number(), interval: ResultInterval }).nullable(),
    complete: z.int().nonnegative(),
  }),
  stability: z.array(
    z.strictObject({
      /** Who is left out; null: all weights are taken as equal instead. */
      evaluatorId: Slug.nullable(),
      tau: z.number().nullable(),
      entering: z.array(Slug),
      leaving: z.array(Slug),
    }),
  ),
  /** Scores given out of all that are due. */
  given: z.int().nonnegative(),
  due: z.int().nonnegative(),
});
export type CommissionResult = z.infer<typeof CommissionResult>;

/** A score in a sheet that could not be taken, and why. */
export const ScoreProblem = z.strictObject({
  table: z.string(),
  line: z.int().positive(),
  column: z.string(),
  value: z.string(),
  reason: z.enum([
    'not-a-number',
    'outside-scale',
    'not-a-step',
    'candidate-unknown',
    'criterion-unknown',
    'evaluator-unknown',
    'scored-twice',
    'recused',
    'row-unplaced',
  ]),
  /** Of a score given twice: the other one. */
  other: z.string().nullable(),
});
export type ScoreProblem = z.infer<typeof ScoreProblem>;
