import { z } from 'zod';
import { assertNever } from '../errors';
import { Condition, conditionVariables } from './condition';
import { IndicatorId, IsoInstant, VariableId } from './ids';

const Proportion = z.strictObject({ kind: z.literal('proportion'), condition: Condition });
const Mean = z.strictObject({ kind: z.literal('mean'), variableId: VariableId });
const Total = z.strictObject({ kind: z.literal('total'), variableId: VariableId });
/** Rows that fulfil the filter and, when given, the condition. */
const Count = z.strictObject({ kind: z.literal('count'), condition: Condition.nullable() });
/** Sum of one variable over the sum of another, over rows that answered both. */
const Ratio = z.strictObject({
  kind: z.literal('ratio'),
  numeratorId: VariableId,
  denominatorId: VariableId,
});
/** Events per `per` units of exposure; the exposure is a variable's sum, or the people asked when null. */
const Rate = z.strictObject({
  kind: z.literal('rate'),
  condition: Condition,
  exposureId: VariableId.nullable(),
  per: z.union([z.literal(1), z.literal(100), z.literal(1000), z.literal(10000), z.literal(100000)]),
});
/** Share that chose one of the last `boxes` options of an ordered scale. */
const TopBox = z.strictObject({
  kind: z.literal('top-box'),
  variableId: VariableId,
  boxes: z.int().min(1).max(5),
});
/**
 * How an item's score enters an index. `items`: as it is. `0-100`: between the declared ends of its scale. The others take
 * their measure from the answers at the baseline, for every wave: `baseline-range` puts the lowest of them at 0 and the
 * highest at 100, `baseline-z` their mean at 0 and one standard deviation at 1. A later answer may lie below 0 or above
 * 100: it is not clipped.
 */
export const IndexScale = z.enum(['items', '0-100', 'baseline-range', 'baseline-z']);
export type IndexScale = z.infer<typeof IndexScale>;

/** Mean of several items; ordinal items score 1, 2, … in the scale's order, yes/no 0 and 1, numbers themselves. */
const Index = z.strictObject({
  kind: z.literal('index'),
  items: z.array(z.strictObject({ variableId: VariableId, isReversed: z.boolean() })).min(2),
  minimumAnswered: z.int().positive(),
  scale: IndexScale,
});

export const Measure = z.discriminatedUnion('kind', [
  Proportion,
  Mean,
  Total,
  Count,
  Ratio,
  Rate,
  TopBox,
  Index,
]);
export type Measure = z.infer<typeof Measure>;
export type MeasureKind = Measure['kind'];
export const measureKinds = [
  'proportion',
  'mean',
  'total',
  'count',
  'ratio',
  'rate',
  'top-box',
  'index',
] as const satisfies readonly MeasureKind[];

/** `value` is in the indicator's own scale: a share from 0 to 1 for proportions and top boxes. */
export const Target = z.strictObject({ value: z.number(), rationale: z.string() });

export const IndicatorDraft = z.strictObject({
  name: z.string().min(1).max(200),
  definition: z.string().max(2000),
  measure: Measure,
  /** Only rows that fulfil it count; null takes all. */
  filter: Condition.nullable(),
  /** `exclude` keeps the unanswered out of the denominator; `count-as-no` keeps them in it. */
  missingRule: z.enum(['exclude', 'count-as-no']),
  direction: z.enum(['higher', 'lower', 'neutral']),
  unit: z.string().max(40),
  decimals: z.int().min(0).max(4),
  target: Target.nullable(),
  justification: z.string().max(2000),
  verification: z.string().max(2000),
  responsible: z.string().max(200),
});
export type IndicatorDraft = z.infer<typeof IndicatorDraft>;

export const Indicator = IndicatorDraft.extend({
  id: IndicatorId,
  createdAt: IsoInstant,
  updatedAt: IsoInstant,
});
export type Indicator = z.infer<typeof Indicator>;

/** Every variable an indicator needs, filter included, each once. */
export function indicatorVariables(indicator: Pick<IndicatorDraft, 'measure' | 'filter'>): VariableId[] {
  const own = measureVariables(indicator.measure);
  const filter = indicator.filter ? conditionVariables(indicator.filter) : [];
  return [...new Set([...own, ...filter])];
}

function measureVariables(measure: Measure): VariableId[] {
  switch (measure.kind) {
    case 'proportion':
      return conditionVariables(measure.condition);
    case 'mean':
    case 'total':
    case 'top-box':
      return [measure.variableId];
    case 'count':
      return measure.condition ? conditionVariables(measure.condition) : [];
    case 'ratio':
      return [measure.numeratorId, measure.denominatorId];
    case 'rate':
      return [...conditionVariables(measure.condition), ...(measure.exposureId ? [measure.exposureId] : [])];
    case 'index':
      return measure.items.map((item) => item.variableId);
    default:
      return assertNever(measure);
  }
}

/** True where results are shares from 0 to 1, shown as percentages. */
export function isShare(measure: Pick<Measure, 'kind'>): boolean {
  return measure.kind === 'proportion' || measure.kind === 'top-box';
}

/** The scales whose bounds are the answers at the baseline. */
export function isAgainstBaseline(scale: IndexScale): scale is 'baseline-range' | 'baseline-z' {
  return scale === 'baseline-range' || scale === 'baseline-z';
}
