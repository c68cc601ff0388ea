import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { removeEntriesOf } from '../cleaning/cleaning-store';
import { dropOriginals, readReceipt } from '../cleaning/replay-log';
import { removeCodingsOf } from '../coding/coding-store';
import type { HandlerMap } from '../context';
import type { Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { changeDefinition } from '../definitions/definition-store';
import { deleteAtClose } from '../import/abandoned-files';
import { openVault, withdrawFromVault } from '../privacy/project-vault';
import {
  getInstrument,
  getWave,
  listComparisons,
  listInstruments,
  listWaves,
  readMeta,
  waveTable,
} from '../projects/open-project';
import { markDeletedData } from '../projects/rewrite-database';
import { addCorrected, linesOf } from './add-corrected';
import { setAsideCsv } from './export-set-aside';
import { reimport } from './reimport';
import { stillSetAside } from './set-aside-rows';
import { checkVariableUpdate } from './update-variable';
import { readRows } from './wave-rows';

/** Saved comparisons that rest on a wave would lose their ground with it. */
async function assertUnused(session: Session, wave: Wave): Promise<void> {
  const comparisons = await listComparisons(session);
  const users = comparisons.filter(
    ({ spec }) => spec.baselineWaveId === wave.id || spec.followUpWaveIds.includes(wave.id),
  );
  if (users.length === 0) return;
  throw new AppError('wave-in-use', { wave: wave.name, comparisons: users.map(({ name }) => name) });
}

export const waveHandlers = {
  'wave.list': async (context, _input, call) => ({
    waves: await context.project().read(call.signal, listWaves),
  }),
  'wave.receipt': (context, { waveId }, call) =>
    context.project().read(call.signal, (session) => readReceipt(session, waveId)),
  'wave.rows': (context, { waveId, offset, limit }, call) =>
    context.project().read(call.signal, async (session) => {
      const wave = await getWave(session, waveId);
      const { variables } = await getInstrument(session, wave.instrumentId);
      return { total: wave.rows, table: await readRows(session, wave, variables, { offset, limit }) };
    }),
  'wave.update': (context, { waveId, wave: changes }, call) =>
    context.project().write(call.signal, async (session) => {
      const wave: Wave = { ...(await getWave(session, waveId)), ...changes };
      await session.run(sql`update wave set body = ${JSON.stringify(wave)} where id = ${waveId}`);
      return wave;
    }),
  'wave.remove': async (context, { waveId }, call) => {
    const project = context.project();
    await project.write(call.signal, async (session) => {
      await assertUnused(session, await getWave(session, waveId));
      await dropOriginals(session, waveId);
      await removeEntriesOf(session, waveId);
      await removeCodingsOf(session, waveId);
      await session.run(sql`drop table ${ident(waveTable(waveId))}`);
      await session.run(sql`delete from wave where id = ${waveId}`);
      await session.run(sql`delete from wave_plan where wave_id = ${waveId}`);
      await markDeletedData(session);
    });
    await project.database.checkpoint();
    await withdrawFromVault(context, waveId);
    return { done: true };
  },
  'wave.exportSetAside': async (context, { waveId }, call) => {
    const { wave, csv } = await context.project().read(call.signal, async (session) => {
      const found = await getWave(session, waveId);
      const hasVault = (await readMeta(session, 'has-vault')) === 'true';
      const vault = hasVault ? await openVault(context, session) : null;
      const lines = await linesOf(session, waveId);
      return {
        wave: found,
        csv: setAsideCsv(
          found,
          stillSetAside(found, vault, (line) => lines.has(line)),
          (await readReceipt(session, waveId)).files,
        ),
      };
    });
    const stem = wave.fileName.replace(/\.[^.]+$/, '');
    const output = await context.files.writeOutput(`${stem} - filas apartadas.csv`, 'text/csv', csv);
    deleteAtClose(context, output.fileId);
    return output;
  },
  'wave.addCorrected': (context, input, call) => addCorrected(context, input, call),
  'wave.reimport': (context, input, call) => reimport(context, input, call),
  'instrument.list': async (context, _input, call) => ({
    instruments: await context.project().read(call.signal, listInstruments),
  }),
  'variable.update': (context, { instrumentId, variableId, ...changes }, call) =>
    context.project().write(call.signal, async (session) => {
      const instrument = await getInstrument(session, instrumentId);
      const before = instrument.variables.find((variable) => variable.id === variableId);
      if (!before) throw new AppError('variable-missing', { variableId });
      const after = { ...before, ...changes };
      await checkVariableUpdate(session, instrument, before, after);
      const body = {
        ...instrument,
        version: instrument.version + 1,
        variables: instrument.variables.map((variable) => (variable.id === variableId ? after : variable)),
      };
      await changeDefinition(session, {
        entity: 'instrument',
        id: instrument.id,
        name: after.label,
        body,
        at: context.instant(),
      });
      return body;
    }),
} satisfies HandlerMap;
