import type { HandlerMap } from '../context';
import { historyState, moveInHistory } from './definition-store';

export const historyHandlers = {
  'history.state': (context, _input, call) => context.project().read(call.signal, historyState),
  'history.undo': async (context, _input, call) => ({
    undone: await context.project().write(call.signal, (session) => moveInHistory(session, 'undo')),
  }),
  'history.redo': async (context, _input, call) => ({
    redone: await context.project().write(call.signal, (session) => moveInHistory(session, 'redo')),
  }),
} satisfies HandlerMap;
