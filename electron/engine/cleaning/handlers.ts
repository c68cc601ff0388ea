import type { CleaningOutcome } from '../../../shared/domain/cleaning';
import type { Instrument } from '../../../shared/domain/instrument';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { HandlerMap } from '../context';
import type { Session } from '../db/session';
import { changeDefinition } from '../definitions/definition-store';
import { getInstrument, listWaves } from '../projects/open-project';
import { applyEntry } from './apply-entry';
import { addEntry, draftEntry, removeEntry } from './change-log';
import { entriesFor, listEntries, withAnswersOfLog } from './cleaning-store';
import { cleaningCsv } from './export-log';
import { indicatorsAfterMerge } from './indicators-of-merge';
import { readReceipt } from './replay-log';

async function readLog(session: Session, instrumentId: string) {
  const instrument = await getInstrument(session, instrumentId);
  const entries = (await listEntries(session)).filter((entry) => entry.instrumentId === instrumentId);
  const waves: { wave: Wave; receipt: Receipt }[] = [];
  for (const wave of await listWaves(session)) {
    if (wave.instrumentId === instrumentId)
      waves.push({ wave, receipt: await readReceipt(session, wave.id) });
  }
  return { instrument, entries, waves };
}

function labelOf(instrument: Instrument, variableId: string): string {
  return instrument.variables.find(({ id }) => id === variableId)?.label ?? '';
}

export const cleaningHandlers = {
  'cleaning.list': (context, { instrumentId }, call) =>
    context.project().read(call.signal, async (session) => {
      const { instrument, entries, waves } = await readLog(session, instrumentId);
      return {
        entries: entries.map((entry) => ({
          entry,
          variable: labelOf(instrument, entry.variableId),
          waves: waves.flatMap(({ wave, receipt }) => {
            const outcome = receipt.replayed.find(({ cleaningId }) => cleaningId === entry.id);
            return outcome ? [{ waveId: wave.id, outcome }] : [];
          }),
        })),
      };
    }),
  'cleaning.preview': (context, draft, call) =>
    context.project().read(call.signal, async (session) => {
      const { entry, instrument, variable } = await draftEntry(context, session, draft);
      const indicators = await indicatorsAfterMerge(session, entry, variable);
      const log = await listEntries(session);
      const waves: { waveId: Wave['id']; outcome: CleaningOutcome }[] = [];
      for (const wave of await listWaves(session)) {
        if (entriesFor(wave, [entry]).length === 0 || !wave.variableIds.includes(variable.id)) continue;
        const known = withAnswersOfLog(variable, [...log, entry]);
        const done = await applyEntry(session, entry, { wave, instrument, variable: known }, { isDry: true });
        const { id: cleaningId, variableId, change } = entry;
        const outcome = {
          cleaningId,
          kind: change.kind,
          variableId,
          ...done,
          isReplayed: wave.id !== entry.waveId,
        };
        waves.push({ waveId: wave.id, outcome });
      }
      const cells = waves.reduce((sum, { outcome }) => sum + outcome.cells, 0);
      return { waves, cells, indicators: indicators.map(({ name }) => name) };
    }),
  'cleaning.add': (context, draft, call) =>
    context.project().write(call.signal, async (session) => {
      const { entry, variable } = await draftEntry(context, session, draft);
      for (const indicator of await indicatorsAfterMerge(session, entry, variable)) {
        await changeDefinition(session, {
          entity: 'indicator',
          id: indicator.id,
          name: indicator.name,
          body: { ...indicator, updatedAt: entry.at },
          at: entry.at,
        });
      }
      const cleaned = await addEntry(session, entry, variable);
      const isHeld = await wasHeld(session, entry.id, cleaned.waves);
      if (!isHeld)
        throw new AppError('cleaning-invalid', { variable: variable.label, reason: 'nothing-to-change' });
      return { entry, ...cleaned };
    }),
  'cleaning.remove': (context, { cleaningId }, call) =>
    context.project().write(call.signal, (session) => removeEntry(session, cleaningId, context.instant())),
  'cleaning.export': async (context, { instrumentId }, call) => {
    const { instrument, entries, waves } = await context
      .project()
      .read(call.signal, (session) => readLog(session, instrumentId));
    const csv = cleaningCsv(instrument, entries, waves);
    return context.files.writeOutput(`${instrument.name} - registro de limpieza.csv`, 'text/csv', csv);
  },
} satisfies HandlerMap;

/** A merge may prepare for what is still to come; a recoding or a cell that changes nothing is a mistake. */
async function wasHeld(session: Session, cleaningId: string, waves: readonly Wave[]): Promise<boolean> {
  for (const wave of waves) {
    const { replayed } = await readReceipt(session, wave.id);
    if (replayed.some((outcome) => outcome.cleaningId === cleaningId && outcome.outcome === 'applied'))
      return true;
  }
  return false;
}
