import type { CleaningChange, CleaningDraft, CleaningEntry } from '../../../shared/domain/cleaning';
import { CleaningId } from '../../../shared/domain/ids';
import type { Instrument, Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { changeDefinition } from '../definitions/definition-store';
import { getInstrument, getWave, listWaves, waveTable } from '../projects/open-project';
import { personVariable } from './apply-entry';
import { answerMisfit, asCellValue, misfitOf, readCellValue } from './cell-values';
import { listEntries, withMerge, withoutMerge, writeInstrument } from './cleaning-store';
import { replayLog } from './replay-log';
import { holdsIdentity, tellsOfSomebody } from './typed-identity';

export type Cleaned = { instrument: Instrument; waves: Wave[] };

/**
 * Turns what the analyst asks for into an entry, with what stands in the data now. Throws `wave-missing`,
 * `cleaning-invalid` (with a reason) and `cleaning-identity`.
 */
export async function draftEntry(
  context: EngineContext,
  session: Session,
  draft: CleaningDraft,
): Promise<{ entry: CleaningEntry; wave: Wave; instrument: Instrument; variable: Variable }> {
  const wave = await getWave(session, draft.waveId);
  const instrument = await getInstrument(session, wave.instrumentId);
  const variable = instrument.variables.find(({ id }) => id === draft.variableId);
  if (!variable || !wave.variableIds.includes(draft.variableId)) {
    throw new AppError('cleaning-invalid', {
      variable: variable?.label ?? draft.variableId,
      reason: 'variable-absent',
    });
  }
  refuseIdentity(variable, draft);
  const change = await settledChange(session, draft, { wave, instrument, variable });
  const entry: CleaningEntry = {
    id: CleaningId.parse(context.newId('cln')),
    instrumentId: instrument.id,
    waveId: wave.id,
    variableId: variable.id,
    scope: draft.scope,
    change,
    who: draft.who,
    reason: draft.reason,
    at: context.instant(),
    options: optionsOf(variable, draft.scope, change),
  };
  return { entry, wave, instrument, variable };
}

function refuseIdentity(variable: Variable, draft: CleaningDraft): void {
  const { change } = draft;
  const to = change.kind === 'merge' ? [change.to.value, change.to.label] : change.to;
  const typed = Array.isArray(to) ? to : to === null ? [] : [to];
  const isNumber = variable.type === 'integer' || variable.type === 'decimal';
  const texts = [draft.who, draft.reason, ...(isNumber ? [] : typed)];
  // Who made a change has a name, and so have schools in a list of answers.
  const free = [draft.reason, ...(variable.type === 'text' ? typed : [])];
  const isPersonal = texts.some(holdsIdentity) || free.some(tellsOfSomebody);
  if (variable.type === 'identifier' || variable.identity !== null || isPersonal) {
    throw new AppError('cleaning-identity', { variable: variable.label });
  }
}

async function settledChange(
  session: Session,
  { change, scope }: CleaningDraft,
  { wave, instrument, variable }: { wave: Wave; instrument: Instrument; variable: Variable },
): Promise<CleaningChange> {
  const refuse = (reason: string): never => {
    throw new AppError('cleaning-invalid', { variable: variable.label, reason });
  };
  switch (change.kind) {
    case 'recode': {
      if (change.from === change.to) refuse('same-value');
      const misfit = change.to === null ? null : answerMisfit(variable, change.to);
      if (misfit) refuse(misfit);
      if (answerMisfit(variable, change.from) === 'wrong-type') refuse('wrong-type');
      return change;
    }
    case 'merge': {
      if (!['single', 'ordinal', 'multiple'].includes(variable.type)) refuse('not-answers');
      const known = new Map(variable.options.map((option) => [option.value, option]));
      const from = [...new Set(change.from)].filter((value) => value !== change.to.value);
      if (from.length === 0) refuse('same-value');
      if (from.some((value) => !known.has(value))) refuse('not-an-answer');
      return { ...change, from, to: known.get(change.to.value) ?? change.to };
    }
    case 'cell': {
      const misfit = misfitOf(variable, change.to);
      if (misfit) refuse(misfit);
      const person = personVariable({ wave, instrument });
      const row = await session.first(
        sql`select ${asCellValue(variable)} as value, ${person ? ident(person.id) : sql`null::varchar`} as person
            from ${ident(waveTable(wave.id))} where line = ${change.line}`,
      );
      if (!row) throw new AppError('cleaning-invalid', { variable: variable.label, reason: 'row-not-found' });
      const from = readCellValue(row.value);
      if (JSON.stringify(from) === JSON.stringify(change.to)) refuse('same-value');
      const pseudonym = typeof row.person === 'string' ? row.person : null;
      if (scope === 'instrument' && pseudonym === null) refuse('no-person');
      return { ...change, from, person: pseudonym, fileSha256: wave.fileSha256 };
    }
  }
}

function optionsOf(
  variable: Variable,
  scope: CleaningDraft['scope'],
  change: CleaningChange,
): CleaningEntry['options'] {
  if (change.kind !== 'merge') return { dropped: [], added: null };
  const isKnown = variable.options.some(({ value }) => value === change.to.value);
  const dropped = variable.options
    .map((option, index) => ({ index, option }))
    .filter(({ option }) => change.from.includes(option.value));
  // Other waves of the instrument go on using the answers where only this one is changed.
  return { dropped: scope === 'instrument' ? dropped : [], added: isKnown ? null : change.to };
}

/** Writes an entry as a step that can be undone and makes the data again. */
export async function addEntry(session: Session, entry: CleaningEntry, variable: Variable): Promise<Cleaned> {
  await changeDefinition(session, {
    entity: 'cleaning',
    id: entry.id,
    name: variable.label,
    body: entry,
    at: entry.at,
  });
  return afterLogChange(session, { added: [entry], removed: [] });
}

/** Takes an entry out as a step that can be undone and makes the data again. Throws `cleaning-missing`. */
export async function removeEntry(session: Session, cleaningId: string, at: string): Promise<Cleaned> {
  const entry = (await listEntries(session)).find(({ id }) => id === cleaningId);
  if (!entry) throw new AppError('cleaning-missing', { cleaningId });
  const { variables } = await getInstrument(session, entry.instrumentId);
  const name = variables.find(({ id }) => id === entry.variableId)?.label ?? '';
  await changeDefinition(session, { entity: 'cleaning', id: entry.id, name, body: null, at });
  return afterLogChange(session, { added: [], removed: [entry] });
}

type LogChange = { added: readonly CleaningEntry[]; removed: readonly CleaningEntry[] };

/** Makes the lists of answers and the data again after entries came or went, by whatever way. */
export async function afterLogChange(session: Session, { added, removed }: LogChange): Promise<Cleaned> {
  const [first] = [...added, ...removed];
  if (!first) throw new AppError('internal', { unexpected: 'no entry' });
  const log = await listEntries(session);
  const before = await getInstrument(session, first.instrumentId);
  const withAdded = added.reduce(withMerge, before);
  const variableIds = [...added, ...removed].map(({ variableId }) => variableId);
  const waves: Wave[] = [];
  for (const wave of await listWaves(session)) {
    if (wave.instrumentId !== before.id) continue;
    waves.push((await replayLog(session, wave, withAdded, log, variableIds)).wave);
  }
  let instrument = withAdded;
  for (const entry of removed.toReversed()) {
    instrument = withoutMerge(instrument, entry, await isUsed(session, instrument, waves, log, entry));
  }
  if (instrument !== before) await writeInstrument(session, instrument);
  return { instrument, waves };
}

/** Entries of the log that came or went between two states of it, as undo and redo leave them. */
export function logDifference(before: readonly CleaningEntry[], after: readonly CleaningEntry[]): LogChange {
  const had = new Set(before.map(({ id }) => id));
  const has = new Set(after.map(({ id }) => id));
  return {
    added: after.filter(({ id }) => !had.has(id)),
    removed: before.filter(({ id }) => !has.has(id)),
  };
}

async function isUsed(
  session: Session,
  instrument: Instrument,
  waves: readonly Wave[],
  log: readonly CleaningEntry[],
  { variableId, options }: CleaningEntry,
): Promise<boolean> {
  const value = options.added?.value;
  if (value === undefined) return true;
  if (log.some((other) => other.variableId === variableId && other.options.added?.value === value))
    return true;
  const isMultiple = instrument.variables.some(({ id, type }) => id === variableId && type === 'multiple');
  const column = ident(variableId);
  for (const wave of waves.filter(({ variableIds }) => variableIds.includes(variableId))) {
    const table = ident(waveTable(wave.id));
    const holds = isMultiple ? sql`list_contains(${column}, ${value})` : sql`${column} = ${value}`;
    const row = await session.first(sql`select 1 as one from ${table} where ${holds} limit 1`);
    if (row) return true;
  }
  return false;
}
