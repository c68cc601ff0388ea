import { afterLogChange, logDifference } from '../cleaning/change-log';
import { listEntries } from '../cleaning/cleaning-store';
import type { HandlerMap } from '../context';
import type { Session } from '../db/session';
import { historyState, moveInHistory } from './definition-store';

/** Moves one step; where an entry of the cleaning log comes or goes, the data are made again with it. */
async function move(session: Session, direction: 'undo' | 'redo') {
  const before = await listEntries(session);
  const step = await moveInHistory(session, direction);
  if (step.entity === 'cleaning') {
    await afterLogChange(session, logDifference(before, await listEntries(session)));
  }
  return step;
}

export const historyHandlers = {
  'history.state': (context, _input, call) => context.project().read(call.signal, historyState),
  'history.undo': async (context, { steps }, call) => ({
    undone: await context.project().write(call.signal, async (session) => {
      for (let left = steps; left > 1; left -= 1) await move(session, 'undo');
      return move(session, 'undo');
    }),
  }),
  'history.redo': async (context, _input, call) => ({
    redone: await context.project().write(call.signal, (session) => move(session, 'redo')),
  }),
} satisfies HandlerMap;
