import type { Call, ParsedInput } from '../../../shared/contract';
import type { ColumnPlan, ImportPlan } from '../../../shared/domain/import';
import { type FileDifference, Receipt, Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { listEntries } from '../cleaning/cleaning-store';
import { dropOriginals, readReceipt, replayLog, restoreOriginals } from '../cleaning/replay-log';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { leaveOthersFor } from '../import/abandoned-files';
import type { IdentityPart } from '../import/import-wave';
import { prepareWithHeaders } from '../import/platforms/two-header-rows';
import type { PreparedFile } from '../import/prepared-file';
import { forgetFiles, prepareSeveral, type SeveralFiles } from '../import/several-files';
import { getInstrument, getWave, waveTable } from '../projects/open-project';
import { markDeletedData } from '../projects/rewrite-database';
import { differenceOf } from './file-difference';
import { type FilesOfWave, filesOfWave } from './files-of-wave';
import { forgetLinkedRows, recognisePeople, type ScratchWave, storeScratch } from './scratch-wave';
import { readSections } from './set-aside-rows';
import { storedPlan } from './stored-plan';
import { readParts, withAside, withPeople, writeParts } from './vault-parts';

type Outcome = { wave: Wave; receipt: Receipt; difference: FileDifference; applied: boolean };

/** Ends the transaction of a mere comparison, so that nothing of it stays. */
class OnlyCompared extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('only compared');
    this.outcome = outcome;
  }
}

/**
 * Reads the source file of a wave again, or all of its files, corrected outside, as the wave's plan says: tells how it differs and, with
 * `apply`, puts its rows in the place of the wave's and replays the cleaning log, in one transaction. Columns are found
 * by their headers. Throws `column-unknown`, `wave-plan-missing`, `wave-files-incomplete` and those of an import.
 */
export async function reimport(
  context: EngineContext,
  input: ParsedInput<'wave.reimport'>,
  call: Call,
): Promise<Outcome> {
  const { waveId, apply } = input;
  const project = context.project();
  const before = await project.read(call.signal, (session) => readReceipt(session, waveId));
  const given = await filesOfWave(context, input, before);
  let several: SeveralFiles | null = null;
  const forget = (): Promise<void> => forgetFiles(context, given, several);
  await leaveOthersFor(context, given.fileId, forget);
  const { tableId } = before.dialect;
  const reading = { ...given, corrections: tableId === null ? {} : { tableId } };
  several = given.additionalFiles.length > 0 ? await prepareSeveral(context, reading, call) : null;
  const { prepared } = several ?? (await prepareWithHeaders(context, reading, call));
  const source: Source = { given, prepared, several };
  let old: IdentityPart[] | null = null;
  let after: IdentityPart[] = [];
  try {
    const outcome = await project.write(call.signal, async (session) => {
      const { scratch, ...found } = await readAgain(context, session, { waveId, source, before }, call);
      if (!apply) {
        throw new OnlyCompared({
          wave: found.wave,
          receipt: before,
          difference: found.difference,
          applied: false,
        });
      }
      old = readParts(scratch.vault, waveId);
      const fresh = scratch.parts
        .filter(({ kind }) => kind === 'set-aside')
        .flatMap(({ content }) => readSections(Buffer.from(content)))
        .map((section) => ({ ...section, fileSha256: scratch.wave.fileSha256 }));
      const result = await replaceRows(context, session, found, scratch, source);
      // Until the transaction is over the vault holds what belongs to the old rows and to the new ones.
      const held = readSections(scratch.vault.read(waveId, 'set-aside')).map((section) => ({
        ...section,
        fileSha256: section.fileSha256 ?? found.wave.fileSha256,
      }));
      const others = held.filter(({ fileSha256 }) => fileSha256 !== scratch.wave.fileSha256);
      after = withAside(withPeople([], scratch.parts), fresh);
      const living = await session.all(sql`select id from wave`);
      await scratch.vault.replace(
        waveId,
        withAside(withPeople(old, scratch.parts), [...others, ...fresh]),
        living.map((row) => String(row.id)),
      );
      call.report({ stage: 'writing', share: null, done: null, total: null });
      return { ...result, difference: found.difference, applied: true };
    });
    await writeParts(context, waveId, after);
    await project.database.checkpoint();
    for (const { fileId } of [given, ...given.additionalFiles]) await context.files.release(fileId);
    return outcome;
  } catch (error) {
    if (error instanceof OnlyCompared) return error.outcome;
    if (old) await writeParts(context, waveId, old).catch(() => undefined);
    throw error;
  } finally {
    if (apply) await forget();
  }
}

/** The files as given for the wave, in its own order, and what was read of them. */
type Source = { given: FilesOfWave; prepared: PreparedFile; several: SeveralFiles | null };

type Found = { wave: Wave; plan: ImportPlan; difference: FileDifference };

async function readAgain(
  context: EngineContext,
  session: Session,
  { waveId, source, before }: { waveId: Wave['id']; source: Source; before: Receipt },
  call: Call,
): Promise<Found & { scratch: ScratchWave }> {
  const wave = await getWave(session, waveId);
  const instrument = await getInstrument(session, wave.instrumentId);
  const log = await listEntries(session);
  const stored = await storedPlan(session, wave, instrument, log);
  const { given, prepared, several } = source;
  const plan: ImportPlan = {
    ...stored,
    ...given,
    sha256: prepared.survey.sha256,
    dialect: prepared.detected.dialect,
    columns: placedColumns(stored.columns, prepared.detected.headers, prepared.detected.width),
  };
  const scratch = await storeScratch(context, session, { plan, prepared, several, instrument }, call);
  await forgetLinkedRows(session, wave);
  await recognisePeople(session, wave, scratch);
  await restoreOriginals(session, waveId);
  const tables = {
    before: { rows: ident(waveTable(waveId)), starts: before.files.map(({ firstLine }) => firstLine) },
    now: { rows: scratch.table, starts: several?.parts.map((part) => part.before + 1) ?? [] },
  };
  const difference = await differenceOf(session, tables, { wave, instrument: scratch.instrument });
  return { wave, plan, difference, scratch };
}

/** The planned columns where they stand in another version of the file, found by header; without headers, by place. */
function placedColumns(
  columns: readonly ColumnPlan[],
  headers: readonly string[],
  width: number,
): ColumnPlan[] {
  if (headers.length === 0) return [...columns];
  const used = new Set<number>();
  const places = new Map<number, number>();
  for (const { source, header, parts, action } of columns) {
    if (parts.length > 0) continue;
    const place = headers.findIndex((name, index) => name === header && !used.has(index));
    if (place >= 0) {
      used.add(place);
      places.set(source, place);
    } else if (action !== 'drop') throw new AppError('column-unknown', { column: header });
  }
  let composed = width;
  return columns.flatMap((column): ColumnPlan[] => {
    if (column.parts.length === 0) {
      const source = places.get(column.source);
      return source === undefined ? [] : [{ ...column, source }];
    }
    const parts = column.parts.map((part) => ({ ...part, source: places.get(part.source) ?? -1 }));
    if (parts.some(({ source }) => source < 0))
      throw new AppError('column-unknown', { column: column.header });
    composed += 1;
    return [{ ...column, source: composed - 1, parts }];
  });
}

async function replaceRows(
  context: EngineContext,
  session: Session,
  { wave, plan, difference }: Found,
  scratch: ScratchWave,
  { prepared }: Source,
): Promise<{ wave: Wave; receipt: Receipt }> {
  const table = ident(waveTable(wave.id));
  await dropOriginals(session, wave.id);
  await session.run(sql`drop table ${table}`);
  await session.run(sql`alter table ${scratch.table} rename to ${table}`);
  const before = await readReceipt(session, wave.id);
  const after = Wave.parse({
    ...wave,
    rows: scratch.wave.rows,
    skippedIds: scratch.wave.skippedIds,
    fileName: scratch.wave.fileName,
    fileSha256: scratch.wave.fileSha256,
  });
  const reading = {
    at: context.instant(),
    fileName: scratch.wave.fileName,
    sha256: prepared.survey.sha256,
    rowsAdded: difference.added,
    rowsRemoved: difference.removed,
    rowsChanged: difference.changed,
  };
  const receipt = Receipt.parse({
    ...scratch.receipt,
    corrections: before.corrections,
    reimports: [...before.reimports, reading],
  });
  await session.run(
    sql`update wave set body = ${JSON.stringify(after)}, receipt = ${JSON.stringify(receipt)} where id = ${wave.id}`,
  );
  await session.run(sql`update wave_plan set body = ${JSON.stringify(plan)} where wave_id = ${wave.id}`);
  await markDeletedData(session);
  const instrument = await getInstrument(session, wave.instrumentId);
  return replayLog(session, after, instrument, await listEntries(session));
}
