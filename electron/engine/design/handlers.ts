import type { HandlerMap } from '../context';
import { saveDesign } from './declared-design';
import { describeDesign } from './proposal';

export const designHandlers = {
  'design.get': (context, { instrumentId }, call) =>
    context.project().read(call.signal, (session) => describeDesign(session, instrumentId)),
  'design.save': (context, design, call) =>
    context.project().write(call.signal, (session) => saveDesign(session, design, context.instant())),
} satisfies HandlerMap;
