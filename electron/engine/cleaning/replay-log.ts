import type { CleaningEntry, CleaningOutcome } from '../../../shared/domain/cleaning';
import type { Instrument } from '../../../shared/domain/instrument';
import { Receipt, Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { asCount, asText, type Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { hashRows } from '../import/store-rows';
import { waveTable } from '../projects/open-project';
import { applyEntry } from './apply-entry';
import { entriesFor, withAnswersOfLog } from './cleaning-store';

/**
 * The values of one variable of a wave as they were read, kept from the first entry of the log that touches it to the
 * last: data are always these values with the log replayed on them.
 */
function originalTable(waveId: string, variableId: string): string {
  return `original_${waveId}_${variableId}`;
}

/** The variables of a wave whose values as read are kept apart. */
async function keptOriginals(session: Session, waveId: string): Promise<string[]> {
  const prefix = `original_${waveId}_`;
  const rows = await session.all(
    sql`select table_name from duckdb_tables() where starts_with(table_name, ${prefix}) order by table_name`,
  );
  return rows.map((row) => asText(row.table_name).slice(prefix.length));
}

/** Puts every value of a wave back as it was read and forgets the copies. */
export async function restoreOriginals(session: Session, waveId: string): Promise<void> {
  for (const variableId of await keptOriginals(session, waveId)) {
    await restore(session, waveId, variableId);
    await session.run(sql`drop table ${ident(originalTable(waveId, variableId))}`);
  }
}

/** Forgets the values as read, when the wave itself goes. */
export async function dropOriginals(session: Session, waveId: string): Promise<void> {
  for (const variableId of await keptOriginals(session, waveId)) {
    await session.run(sql`drop table ${ident(originalTable(waveId, variableId))}`);
  }
}

async function restore(session: Session, waveId: string, variableId: string): Promise<void> {
  const column = ident(variableId);
  const table = ident(waveTable(waveId));
  await session.run(
    sql`update ${table} set ${column} = original.${column} from ${ident(originalTable(waveId, variableId))} as original
        where original.line = ${table}.line and original.${column} is distinct from ${table}.${column}`,
  );
}

/** What the import of a wave did, with what the log did since. Throws `wave-missing`. */
export async function readReceipt(session: Session, waveId: string): Promise<Receipt> {
  const row = await session.first(sql`select receipt from wave where id = ${waveId}`);
  if (!row) throw new AppError('wave-missing', { waveId });
  return Receipt.parse(JSON.parse(asText(row.receipt)));
}

/**
 * Makes the data of a wave again from its values as read and the log, and writes its hash and receipt. Only the given
 * variables are made again; null makes all. Part of the caller's transaction.
 */
export async function replayLog(
  session: Session,
  wave: Wave,
  instrument: Instrument,
  log: readonly CleaningEntry[],
  variableIds: readonly string[] | null = null,
): Promise<{ wave: Wave; receipt: Receipt }> {
  const entries = entriesFor(wave, log);
  const receipt = await readReceipt(session, wave.id);
  const outcomes = new Map<string, CleaningOutcome>(
    receipt.replayed.map((outcome) => [outcome.cleaningId, outcome]),
  );
  const kept = await keptOriginals(session, wave.id);
  const touched = new Set([...kept, ...entries.map(({ variableId }) => String(variableId))]);
  for (const variableId of touched) {
    if (variableIds !== null && !variableIds.includes(variableId)) continue;
    const own = entries.filter((entry) => entry.variableId === variableId);
    const cleanedTotal = await replayVariable(
      session,
      { wave, instrument, receipt, log, outcomes },
      variableId,
      own,
    );
    const column = receipt.columns.find((candidate) => candidate.variableId === variableId);
    if (column) column.cleanedTotal = cleanedTotal;
  }
  receipt.replayed = entries.flatMap((entry) => outcomes.get(entry.id) ?? []);
  const stored = wave.variableIds.flatMap((id) => {
    const variable = instrument.variables.find((candidate) => candidate.id === id);
    return variable ? [{ variable }] : [];
  });
  const after = Wave.parse({
    ...wave,
    dataSha256: await hashRows(session, ident(waveTable(wave.id)), stored, wave.skippedIds.length > 0),
  });
  await session.run(
    sql`update wave set body = ${JSON.stringify(after)}, receipt = ${JSON.stringify(Receipt.parse(receipt))} where id = ${wave.id}`,
  );
  return { wave: after, receipt };
}

type Replay = {
  wave: Wave;
  instrument: Instrument;
  receipt: Receipt;
  log: readonly CleaningEntry[];
  outcomes: Map<string, CleaningOutcome>;
};

/** Replays the entries of one variable and tells how many cells are not as they were read. */
async function replayVariable(
  session: Session,
  { wave, instrument, receipt, log, outcomes }: Replay,
  variableId: string,
  entries: readonly CleaningEntry[],
): Promise<number> {
  const table = ident(waveTable(wave.id));
  const original = ident(originalTable(wave.id, variableId));
  const column = ident(variableId);
  const found = instrument.variables.find((candidate) => candidate.id === variableId);
  const variable = found && withAnswersOfLog(found, log);
  const isAnswered = wave.variableIds.some((id) => id === variableId);
  if (!variable || !isAnswered) {
    for (const entry of entries)
      outcomes.set(entry.id, told(entry, { wave, receipt }, { outcome: 'variable-absent', cells: 0 }));
    return 0;
  }
  const isKept = (await keptOriginals(session, wave.id)).includes(variableId);
  if (isKept) await restore(session, wave.id, variableId);
  if (entries.length === 0) {
    if (isKept) await session.run(sql`drop table ${original}`);
    return 0;
  }
  if (!isKept) await session.run(sql`create table ${original} as select line, ${column} from ${table}`);
  for (const entry of entries) {
    const done = await applyEntry(session, entry, { wave, instrument, variable }, { isDry: false });
    outcomes.set(entry.id, told(entry, { wave, receipt }, done));
  }
  const row = await session.first(
    sql`select count(*) as cells from ${table} join ${original} as original using (line)
        where original.${column} is distinct from ${table}.${column}`,
  );
  return asCount(row?.cells);
}

function told(
  entry: CleaningEntry,
  { wave, receipt }: { wave: Wave; receipt: Receipt },
  done: Pick<CleaningOutcome, 'outcome' | 'cells'>,
): CleaningOutcome {
  const { change } = entry;
  const isOwnFile = change.kind !== 'cell' || change.fileSha256 === wave.fileSha256;
  return {
    cleaningId: entry.id,
    kind: change.kind,
    variableId: entry.variableId,
    ...done,
    isReplayed: entry.waveId !== wave.id || entry.at < receipt.importedAt || !isOwnFile,
  };
}
