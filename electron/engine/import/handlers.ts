import type { HandlerMap } from '../context';
import { getInstrument } from '../projects/open-project';
import { importWave } from './import-wave';
import { inspectFile } from './inspect';
import { matchColumns } from './match';
import { exportTable, readTable } from './read-table';

export const importHandlers = {
  'import.inspect': (context, input, call) => inspectFile(context, input, call),
  'import.table': (context, input, call) => readTable(context, input, call),
  'import.exportTable': (context, input, call) => exportTable(context, input, call),
  'import.match': async (context, { instrumentId, columns }, call) => {
    const instrument = await context
      .project()
      .read(call.signal, (session) => getInstrument(session, instrumentId));
    return matchColumns(instrument, columns);
  },
  'wave.import': (context, plan, call) => importWave(context, plan, call),
} satisfies HandlerMap;
