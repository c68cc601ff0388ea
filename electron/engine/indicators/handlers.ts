import { type Indicator, Indicator as IndicatorSchema } from '../../../shared/domain/indicator';
import type { HandlerMap } from '../context';
import { changeDefinition } from '../definitions/definition-store';
import { getIndicator, listIndicators, listInstruments } from '../projects/open-project';
import { previewIndicator } from './preview';
import { validateIndicator } from './validate';

export const indicatorHandlers = {
  'indicator.list': async (context, _input, call) => ({
    indicators: await context.project().read(call.signal, listIndicators),
  }),
  'indicator.save': (context, { indicatorId, indicator }, call) =>
    context.project().write(call.signal, async (session): Promise<Indicator> => {
      validateIndicator(indicator, await listInstruments(session));
      const now = context.instant();
      const before = indicatorId ? await getIndicator(session, indicatorId) : null;
      const saved = IndicatorSchema.parse({
        ...indicator,
        id: before?.id ?? context.newId('ind'),
        createdAt: before?.createdAt ?? now,
        updatedAt: now,
      });
      await changeDefinition(session, {
        entity: 'indicator',
        id: saved.id,
        name: saved.name,
        body: saved,
        at: now,
      });
      return saved;
    }),
  'indicator.remove': (context, { indicatorId }, call) =>
    context.project().write(call.signal, async (session) => {
      const { name } = await getIndicator(session, indicatorId);
      await changeDefinition(session, {
        entity: 'indicator',
        id: indicatorId,
        name,
        body: null,
        at: context.instant(),
      });
      return { done: true } as const;
    }),
  'indicator.preview': async (context, input, call) => ({
    result: await previewIndicator(context, input, call),
  }),
} satisfies HandlerMap;
