import { CleaningEntry } from '../../../shared/domain/cleaning';
import type { Instrument, Variable, VariableOption } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import type { Session } from '../db/session';
import { sql } from '../db/sql';
import { listDefinitions, replaceDefinition } from '../definitions/definition-store';

/** The whole cleaning log of the project, in the order in which it is replayed. */
export function listEntries(session: Session): Promise<CleaningEntry[]> {
  return listDefinitions(session, 'cleaning', CleaningEntry);
}

/** The entries that are to be replayed on a wave, in order. */
export function entriesFor(wave: Wave, entries: readonly CleaningEntry[]): CleaningEntry[] {
  return entries.filter(
    (entry) =>
      entry.instrumentId === wave.instrumentId && (entry.scope === 'instrument' || entry.waveId === wave.id),
  );
}

/** Forgets the entries that concern one wave only, for good, when that wave is removed. */
export async function removeEntriesOf(session: Session, waveId: string): Promise<void> {
  for (const entry of await listEntries(session)) {
    if (entry.scope === 'wave' && entry.waveId === waveId) {
      await replaceDefinition(session, 'cleaning', entry.id, null);
    }
  }
}

/**
 * The instrument with the list of answers as a merge leaves it. Answers it dropped before are recorded in the entry
 * with their places; those that came back meanwhile are dropped again.
 */
export function withMerge(instrument: Instrument, entry: CleaningEntry): Instrument {
  const { change, options } = entry;
  if (change.kind !== 'merge') return instrument;
  const dropped = new Set(options.dropped.map(({ option }) => option.value));
  return withOptions(instrument, entry.variableId, (known) => {
    const kept = known.filter(({ value }) => !dropped.has(value));
    if (kept.some(({ value }) => value === change.to.value)) return kept;
    const place = Math.min(kept.length, ...options.dropped.map(({ index }) => index));
    return kept.toSpliced(place, 0, change.to);
  });
}

/** The instrument with the answers a merge dropped back in their places; `isUsed` tells whether the new one must stay. */
export function withoutMerge(instrument: Instrument, entry: CleaningEntry, isUsed: boolean): Instrument {
  const { added, dropped } = entry.options;
  return withOptions(instrument, entry.variableId, (known) => {
    const restored = known.filter(({ value }) => isUsed || value !== added?.value);
    for (const { index, option } of dropped) {
      if (restored.some(({ value }) => value === option.value)) continue;
      restored.splice(Math.min(index, restored.length), 0, option);
    }
    return restored;
  });
}

function withOptions(
  instrument: Instrument,
  variableId: string,
  change: (options: VariableOption[]) => VariableOption[],
): Instrument {
  const variables = instrument.variables.map((variable) =>
    variable.id === variableId ? { ...variable, options: change([...variable.options]) } : variable,
  );
  return JSON.stringify(variables) === JSON.stringify(instrument.variables)
    ? instrument
    : { ...instrument, version: instrument.version + 1, variables };
}

/** Stores an instrument as part of a change of the log: the step that can be undone is the entry's. */
export async function writeInstrument(session: Session, instrument: Instrument): Promise<void> {
  await session.run(
    sql`update definition set body = ${JSON.stringify(instrument)} where entity = 'instrument' and id = ${instrument.id}`,
  );
}

/** The variable with every answer the log ever took out of its list or put into it: what an entry may speak of. */
export function withAnswersOfLog(variable: Variable, log: readonly CleaningEntry[]): Variable {
  const own = log.filter((entry) => entry.variableId === variable.id);
  const more = own.flatMap(({ options }) => [
    ...options.dropped.map(({ option }) => option),
    ...(options.added ? [options.added] : []),
  ]);
  return more.length === 0 ? variable : { ...variable, options: [...variable.options, ...more] };
}
