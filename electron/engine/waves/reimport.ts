import type { Call } from '../../../shared/contract';
import type { ColumnPlan, ImportPlan, Inspection } from '../../../shared/domain/import';
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
import { forgetFile, type PreparedFile } from '../import/prepared-file';
import { getInstrument, getWave, waveTable } from '../projects/open-project';
import { markDeletedData } from '../projects/rewrite-database';
import { differenceOf } from './file-difference';
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
 * Reads the source file of a wave again, corrected outside, as the wave's plan says: tells how it differs and, with
 * `apply`, puts its rows in the place of the wave's and replays the cleaning log, in one transaction. Columns are found
 * by their headers. Throws `column-unknown`, `wave-plan-missing` and those of an import.
 */
export async function reimport(
  context: EngineContext,
  { waveId, fileId, apply }: { waveId: Wave['id']; fileId: Inspection['fileId']; apply: boolean },
  call: Call,
): Promise<Outcome> {
  const project = context.project();
  const tableId = await project.read(call.signal, (session) => tableOf(session, waveId));
  const corrections = tableId === null ? {} : { tableId };
  await leaveOthersFor(context, fileId, () => forgetFile(context, fileId));
  const { prepared } = await prepareWithHeaders(context, { fileId, corrections }, call);
  let before: IdentityPart[] | null = null;
  let after: IdentityPart[] = [];
  try {
    const outcome = await project.write(call.signal, async (session) => {
      const { scratch, ...found } = await readAgain(context, session, { waveId, fileId, prepared }, call);
      if (!apply) {
        const receipt = await readReceipt(session, waveId);
        throw new OnlyCompared({ wave: found.wave, receipt, difference: found.difference, applied: false });
      }
      before = readParts(scratch.vault, waveId);
      const fresh = scratch.parts
        .filter(({ kind }) => kind === 'set-aside')
        .flatMap(({ content }) => readSections(Buffer.from(content)))
        .map((section) => ({ ...section, fileSha256: scratch.wave.fileSha256 }));
      const result = await replaceRows(context, session, found, scratch, { fileId, prepared });
      // Until the transaction is over the vault holds what belongs to the old rows and to the new ones.
      const old = readSections(scratch.vault.read(waveId, 'set-aside')).map((section) => ({
        ...section,
        fileSha256: section.fileSha256 ?? found.wave.fileSha256,
      }));
      const others = old.filter(({ fileSha256 }) => fileSha256 !== scratch.wave.fileSha256);
      after = withAside(withPeople([], scratch.parts), fresh);
      const living = await session.all(sql`select id from wave`);
      await scratch.vault.replace(
        waveId,
        withAside(withPeople(before, scratch.parts), [...others, ...fresh]),
        living.map((row) => String(row.id)),
      );
      call.report({ stage: 'writing', share: null, done: null, total: null });
      return { ...result, difference: found.difference, applied: true };
    });
    await writeParts(context, waveId, after);
    await project.database.checkpoint();
    await context.files.release(fileId);
    return outcome;
  } catch (error) {
    if (error instanceof OnlyCompared) return error.outcome;
    if (before) await writeParts(context, waveId, before).catch(() => undefined);
    throw error;
  } finally {
    if (apply) await forgetFile(context, fileId);
  }
}

async function tableOf(session: Session, waveId: string): Promise<string | null> {
  return (await readReceipt(session, waveId)).dialect.tableId;
}

type Found = { wave: Wave; plan: ImportPlan; difference: FileDifference };

async function readAgain(
  context: EngineContext,
  session: Session,
  { waveId, fileId, prepared }: { waveId: Wave['id']; fileId: Inspection['fileId']; prepared: PreparedFile },
  call: Call,
): Promise<Found & { scratch: ScratchWave }> {
  const wave = await getWave(session, waveId);
  const instrument = await getInstrument(session, wave.instrumentId);
  const log = await listEntries(session);
  const stored = await storedPlan(session, wave, instrument, log);
  if (stored.additionalFiles.length > 0) {
    throw new AppError('correction-foreign', { fileName: prepared.file.name, wave: wave.name });
  }
  const plan: ImportPlan = {
    ...stored,
    fileId,
    sha256: prepared.survey.sha256,
    dialect: prepared.detected.dialect,
    columns: placedColumns(stored.columns, prepared.detected.headers, prepared.detected.width),
  };
  const scratch = await storeScratch(context, session, { plan, prepared, instrument }, call);
  await forgetLinkedRows(session, wave);
  await recognisePeople(session, wave, scratch);
  await restoreOriginals(session, waveId);
  const tables = { before: ident(waveTable(waveId)), now: scratch.table };
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
  { fileId, prepared }: { fileId: Inspection['fileId']; prepared: PreparedFile },
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
  const receipt = Receipt.parse({ ...scratch.receipt, reimports: [...before.reimports, reading] });
  await session.run(
    sql`update wave set body = ${JSON.stringify(after)}, receipt = ${JSON.stringify(receipt)} where id = ${wave.id}`,
  );
  await session.run(
    sql`update wave_plan set body = ${JSON.stringify({ ...plan, fileId })} where wave_id = ${wave.id}`,
  );
  await markDeletedData(session);
  const instrument = await getInstrument(session, wave.instrumentId);
  return replayLog(session, after, instrument, await listEntries(session));
}
