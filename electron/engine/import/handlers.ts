import type { HandlerMap } from '../context';
import { getInstrument } from '../projects/open-project';
import { importWave } from './import-wave';
import { inspectFile } from './inspect';
import { matchColumns } from './match';

export const importHandlers = {
  'import.inspect': (context, input, call) => inspectFile(context, input, call),
  'import.match': async (context, { instrumentId, columns }, call) => {
    const instrument = await context
      .project()
      .read(call.signal, (session) => getInstrument(session, instrumentId));
    return matchColumns(instrument, columns);
  },
  'wave.import': (context, plan, call) => importWave(context, plan, call),
} satisfies HandlerMap;
