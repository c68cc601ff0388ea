import { z } from 'zod';
import { Audience, ResultInterval } from './comparison';
import { Condition } from './condition';
import { Coverage } from './design';
import { VariableId, WaveId } from './ids';

const mostScaleItems = 60;

/** The items of an index that is built or being built. One item is accepted, and answered with a reason. */
export const ScaleSpec = z.strictObject({
  items: z
    .array(z.strictObject({ variableId: VariableId, isReversed: z.boolean() }))
    .min(1)
    .max(mostScaleItems),
  /** How many items a person must have answered to have an index. */
  minimumAnswered: z.int().positive(),
  filter: Condition.nullable(),
  waveIds: z.array(WaveId).min(1).max(9),
  coverage: Coverage,
  confidenceLevel: z.number().min(0.5).max(0.999),
  audience: Audience,
});
export type ScaleSpec = z.infer<typeof ScaleSpec>;

const count = z.int().nonnegative();

/** A number, or null for the reason given. */
export const ScaleValue = z.strictObject({ value: z.number().nullable(), reason: z.string().nullable() });
export type ScaleValue = z.infer<typeof ScaleValue>;

/**
 * One item in one wave, turned where it is reversed (a number keeps its mean, having no ends). `n`, `mean` and `standardDeviation` rest on everybody who answered
 * it; the others on those who answered all items. `restCorrelation` is with the sum of the other items. `warning` asks
 * whether an item should be (or should not be) turned, or says that everybody answered alike.
 */
export const ScaleItem = z.strictObject({
  variableId: VariableId,
  label: z.string(),
  isReversed: z.boolean(),
  status: z.enum(['shown', 'suppressed', 'empty']),
  n: count.nullable(),
  missing: count.nullable(),
  /** People to whom the item was not put, outside `n` and `missing`; absent where it was to all, null for too few to tell. */
  notApplicable: count.nullable().optional(),
  mean: ScaleValue,
  standardDeviation: ScaleValue,
  restCorrelation: ScaleValue,
  alphaWithout: ScaleValue,
  warning: z.enum(['maybe-reversed', 'maybe-not-reversed', 'constant']).nullable(),
});
export type ScaleItem = z.infer<typeof ScaleItem>;

/**
 * The consistency of a scale in one wave. `people` fulfil the filter, `complete` answered every item and `scored` enough
 * of them for an index. When suppressed every figure is null.
 */
export const ScaleWave = z.strictObject({
  waveId: WaveId,
  status: z.enum(['shown', 'suppressed', 'empty']),
  /** Why there is nothing: `protected`, `variable-not-in-wave`, `no-complete-answers`. */
  reason: z.string().nullable(),
  people: count.nullable(),
  complete: count.nullable(),
  scored: count.nullable(),
  /** Items that vary and so take part. */
  itemsUsed: count.nullable(),
  alpha: ScaleValue.extend({ interval: ResultInterval.nullable() }),
  standardisedAlpha: ScaleValue,
  averageCorrelation: ScaleValue,
  items: z.array(ScaleItem),
});
export type ScaleWave = z.infer<typeof ScaleWave>;

export const ScaleResult = z.strictObject({
  spec: ScaleSpec,
  waves: z.array(ScaleWave),
  privacy: z.strictObject({ threshold: z.int() }),
});
export type ScaleResult = z.infer<typeof ScaleResult>;
