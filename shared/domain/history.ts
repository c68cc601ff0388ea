import { z } from 'zod';

export const DefinitionEntity = z.enum([
  'instrument',
  'indicator',
  'comparison',
  'report',
  'practice',
  'measurement',
  'commission',
  'coding',
  'design',
  'cleaning',
]);
export type DefinitionEntity = z.infer<typeof DefinitionEntity>;

/** One change of a definition that can be undone; `name` is what the person called the thing. */
export const HistoryStep = z.strictObject({
  entity: DefinitionEntity,
  action: z.enum(['created', 'changed', 'removed']),
  name: z.string(),
});
export type HistoryStep = z.infer<typeof HistoryStep>;
