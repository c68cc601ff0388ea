import { crosswalkWords } from '../../../shared/text/crosswalk-sentences';
import { readCrosswalk } from '../comparison/instrument-differences';
import type { HandlerMap } from '../context';
import { toCsv } from '../files/csv-writer';
import { getWave } from '../projects/open-project';
import { crosswalkTable } from './crosswalk-csv';
import { importWave } from './import-wave';
import { inspectFile } from './inspect';
import { matchFile, proposeImport } from './propose';
import { exportTable, readTable } from './read-table';
import { tryColumn } from './try-column';

export const importHandlers = {
  'import.inspect': (context, input, call) => inspectFile(context, input, call),
  'import.propose': (context, input, call) => proposeImport(context, input, call),
  'import.table': (context, input, call) => readTable(context, input, call),
  'import.exportTable': (context, input, call) => exportTable(context, input, call),
  'import.column': (context, input, call) => tryColumn(context, input, call),
  'import.match': (context, input, call) => matchFile(context, input, call),
  'wave.import': (context, plan, call) => importWave(context, plan, call),
  'wave.crosswalk': (context, { waveId }, call) =>
    context.project().read(call.signal, async (session) => {
      await getWave(session, waveId);
      return { entries: await readCrosswalk(session, waveId) };
    }),
  'wave.exportCrosswalk': async (context, { waveId, locale }, call) => {
    const { wave, entries } = await context.project().read(call.signal, async (session) => ({
      wave: await getWave(session, waveId),
      entries: await readCrosswalk(session, waveId),
    }));
    const text = toCsv(crosswalkTable(entries, locale), 'excel-cl');
    const name = crosswalkWords(locale).file.name(wave.name.replace(/[\\/:*?"<>|]+/g, ' '));
    return context.files.writeOutput(`${name}.csv`, 'text/csv; charset=utf-8', text);
  },
} satisfies HandlerMap;
