import { Comparison, type Comparison as SavedComparison } from '../../../shared/domain/comparison';
import type { HandlerMap } from '../context';
import { changeDefinition } from '../definitions/definition-store';
import { getComparison, listComparisons } from '../projects/open-project';
import { computeComparison } from './compute';
import { computeDistribution } from './distribution';
import { exportComparison } from './export-csv';
import { planComparison } from './plan';
import { proposeComparison } from './propose';

export const comparisonHandlers = {
  'variable.distribution': computeDistribution,
  'comparison.compute': computeComparison,
  'comparison.export': exportComparison,
  'comparison.propose': (context, _input, call) => context.project().read(call.signal, proposeComparison),
  'comparison.list': async (context, _input, call) => ({
    comparisons: await context.project().read(call.signal, listComparisons),
  }),
  'comparison.save': (context, { comparisonId, name, spec }, call) =>
    context.project().write(call.signal, async (session): Promise<SavedComparison> => {
      await planComparison(session, spec);
      const now = context.instant();
      const before = comparisonId ? await getComparison(session, comparisonId) : null;
      const saved = Comparison.parse({
        id: before?.id ?? context.newId('cmp'),
        name,
        spec,
        createdAt: before?.createdAt ?? now,
        updatedAt: now,
      });
      await changeDefinition(session, { entity: 'comparison', id: saved.id, name, body: saved, at: now });
      return saved;
    }),
  'comparison.remove': (context, { comparisonId }, call) =>
    context.project().write(call.signal, async (session) => {
      const { name } = await getComparison(session, comparisonId);
      await changeDefinition(session, {
        entity: 'comparison',
        id: comparisonId,
        name,
        body: null,
        at: context.instant(),
      });
      return { done: true } as const;
    }),
} satisfies HandlerMap;
