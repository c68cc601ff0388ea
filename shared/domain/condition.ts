import { z } from 'zod';
import { VariableId } from './ids';

const Is = z.strictObject({
  op: z.literal('is'),
  variableId: VariableId,
  values: z.array(z.string()).min(1),
});
const IsNot = z.strictObject({
  op: z.literal('is-not'),
  variableId: VariableId,
  values: z.array(z.string()).min(1),
});
/** Bounds are inclusive; null leaves that side open. Numbers, or days as `yyyy-mm-dd` in `dateRange`. */
const Range = z.strictObject({
  op: z.literal('range'),
  variableId: VariableId,
  min: z.number().nullable(),
  max: z.number().nullable(),
});
const DateRange = z.strictObject({
  op: z.literal('date-range'),
  variableId: VariableId,
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});
const Answered = z.strictObject({ op: z.literal('answered'), variableId: VariableId });

export type Condition =
  | z.infer<typeof Is>
  | z.infer<typeof IsNot>
  | z.infer<typeof Range>
  | z.infer<typeof DateRange>
  | z.infer<typeof Answered>
  | { op: 'all'; of: Condition[] }
  | { op: 'any'; of: Condition[] };

/**
 * A yes/no question about one row. For multiple choice, `is` holds when any of the values was ticked. Booleans
 * are compared as `true` and `false`.
 */
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    Is,
    IsNot,
    Range,
    DateRange,
    Answered,
    z.strictObject({ op: z.literal('all'), of: z.array(Condition).min(1) }),
    z.strictObject({ op: z.literal('any'), of: z.array(Condition).min(1) }),
  ]),
);

/** Every variable a condition looks at, each once. */
export function conditionVariables(condition: Condition): VariableId[] {
  const found = new Set<VariableId>();
  const visit = (node: Condition): void => {
    if (node.op === 'all' || node.op === 'any') node.of.forEach(visit);
    else found.add(node.variableId);
  };
  visit(condition);
  return [...found];
}
