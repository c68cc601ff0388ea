import type { Call } from '../../../shared/contract';
import type { CleaningEntry } from '../../../shared/domain/cleaning';
import type { ImportPlan } from '../../../shared/domain/import';
import type { Instrument } from '../../../shared/domain/instrument';
import { Receipt, type SetAsideRow, Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { listEntries } from '../cleaning/cleaning-store';
import { readReceipt, replayLog, restoreOriginals } from '../cleaning/replay-log';
import type { EngineContext } from '../context';
import { asCount, type Session } from '../db/session';
import { ident, sql } from '../db/sql';
import type { IdentityPart } from '../import/import-wave';
import { openVault } from '../privacy/project-vault';
import { redactFileName } from '../privacy/redact-text';
import type { Vault } from '../privacy/vault';
import { renumberedDetails } from '../privacy/vault-details';
import { getInstrument, getWave, waveTable } from '../projects/open-project';
import { writeCorrectedTable } from './corrected-table';
import { hashOf } from './file-hash';
import { mergeReceipts } from './merge-receipts';
import { type ReturnedRow, readCorrected } from './read-corrected';
import { recognisePeople, type ScratchWave, storeScratch } from './scratch-wave';
import { readSections, type SetAsideRaw, type SetAsideSection, stillSetAside } from './set-aside-rows';
import { storedPlan } from './stored-plan';
import { readParts, withAside, withPeople, writeParts } from './vault-parts';

type Added = { wave: Wave; receipt: Receipt; rowsAdded: number; stillSetAside: SetAsideRow[] };

type Before = {
  wave: Wave;
  instrument: Instrument;
  plan: ImportPlan;
  log: CleaningEntry[];
  vault: Vault;
  aside: SetAsideSection;
  lines: ReadonlySet<number>;
  /** Columns of the source file. */
  width: number;
};

type Joined = {
  receipt: Receipt | null;
  lineOf: (line: number) => number;
  rowsAdded: number;
  /** All rows of the wave that are set aside afterwards. */
  aside: SetAsideRaw[];
  people: readonly IdentityPart[];
  skippedIds: Wave['skippedIds'];
};

/**
 * Adds the rows of a wave that come back corrected, read as its own file was, in one transaction; rows that still have
 * no place stay set aside with their reason. Throws `correction-foreign`, `correction-rows`, `wave-plan-missing` and
 * those of an import.
 */
export async function addCorrected(
  context: EngineContext,
  { waveId, fileId }: { waveId: Wave['id']; fileId: string },
  call: Call,
): Promise<Added> {
  const file = context.files.resolve(fileId);
  let before: IdentityPart[] | null = null;
  let after: IdentityPart[] = [];
  const added = await context
    .project()
    .write(call.signal, async (session) => {
      const state = await readBefore(context, session, waveId);
      const returned = await readCorrected(context, file, state, call);
      const joined = await joinRows(context, session, state, returned, call);
      const named = { fileName: redactFileName(file.name), sha256: await hashOf(file.path) };
      const result = await keepResult(context, session, state, joined, named);
      call.report({ stage: 'writing', share: null, done: null, total: null });
      before = readParts(state.vault, waveId);
      const sections = readSections(state.vault.read(waveId, 'set-aside'));
      const others = sections.filter(
        ({ fileSha256 }) => fileSha256 !== null && fileSha256 !== state.wave.fileSha256,
      );
      after = withAside(withPeople(before, joined.people), [
        ...others,
        { ...state.aside, rows: joined.aside },
      ]);
      // Before the rows are in the wave the vault knows their people, and goes on holding them as set aside.
      await writeVault(state.vault, waveId, withPeople(before, joined.people), session);
      const returnedLines = new Set(returned.map((row) => row.before.line));
      const still = joined.aside.filter(({ line }) => returnedLines.has(line));
      return { ...result, rowsAdded: joined.rowsAdded, stillSetAside: still.map(withoutCells) };
    })
    .catch(async (error: unknown) => {
      if (before) await writeParts(context, waveId, before).catch(() => undefined);
      throw error;
    });
  await writeParts(context, waveId, after);
  await context.files.release(fileId);
  return added;
}

async function writeVault(
  vault: Vault,
  waveId: string,
  parts: readonly IdentityPart[],
  session: Session,
): Promise<void> {
  const living = await session.all(sql`select id from wave`);
  await vault.replace(
    waveId,
    parts,
    living.map((row) => String(row.id)),
  );
}

function withoutCells({ line, reason }: SetAsideRaw): SetAsideRow {
  // Whatever stands in such a row may be a name or a number of a person, so no value is told.
  return { line, reason, column: null, value: null };
}

async function readBefore(context: EngineContext, session: Session, waveId: string): Promise<Before> {
  const wave = await getWave(session, waveId);
  const instrument = await getInstrument(session, wave.instrumentId);
  const log = await listEntries(session);
  const plan = await storedPlan(session, wave, instrument, log);
  const vault = await openVault(context, session);
  const lines = await linesOf(session, waveId);
  const aside = stillSetAside(wave, vault, (line) => lines.has(line));
  if (aside.rows.length === 0) throw new AppError('correction-foreign', { wave: wave.name });
  const sources = plan.columns.flatMap((column) =>
    column.parts.length > 0 ? column.parts.map(({ source }) => source) : [column.source],
  );
  const width = Math.max(aside.headers.length, ...sources.map((source) => source + 1));
  return { wave, instrument, plan, log, vault, aside, lines, width };
}

/** The lines of the source file that a wave holds. */
export async function linesOf(session: Session, waveId: string): Promise<Set<number>> {
  const rows = await session.columns(sql`select line from ${ident(waveTable(waveId))}`);
  return new Set((rows[0] ?? []).map(asCount));
}

/** Reads the corrected rows by the wave's own plan and puts those that have a place into its table. */
async function joinRows(
  context: EngineContext,
  session: Session,
  state: Before,
  returned: readonly ReturnedRow[],
  call: Call,
): Promise<Joined> {
  const repeated = new Set<number>();
  for (;;) {
    const ready = returned.flatMap(({ before, cells }) =>
      cells && !repeated.has(before.line) ? [{ line: before.line, cells }] : [],
    );
    if (ready.length === 0) return notJoined(state, repeated);
    const corrected = await writeCorrectedTable(
      context,
      ready,
      { dialect: state.plan.dialect, width: state.width },
      call,
    );
    try {
      const plan = { ...state.plan, sha256: corrected.sha256, additionalFiles: [] };
      const scratch = await storeScratch(
        context,
        session,
        {
          plan: { ...plan, repeatedIdentifiers: 'set-aside' },
          prepared: corrected.prepared,
          instrument: state.instrument,
        },
        call,
      );
      await renumber(session, scratch, corrected.lineOf);
      await recognisePeople(session, state.wave, scratch);
      const known = await knownPeople(session, state.wave, scratch);
      if (known.length === 0) return await unite(session, state, { scratch, lineOf: corrected.lineOf });
      for (const line of known) repeated.add(line);
      await session.run(sql`drop table ${scratch.table}`);
    } finally {
      await corrected.remove();
    }
  }
}

function notJoined(state: Before, repeated: ReadonlySet<number>): Joined {
  return {
    receipt: null,
    lineOf: (line) => line,
    rowsAdded: 0,
    aside: state.aside.rows.map((row) => withReason(row, repeated)),
    people: [],
    skippedIds: [],
  };
}

function withReason(row: SetAsideRaw, repeated: ReadonlySet<number>): SetAsideRaw {
  return repeated.has(row.line) ? { ...row, reason: 'repeated-identifier' } : row;
}

async function renumber(
  session: Session,
  { table }: ScratchWave,
  lineOf: (line: number) => number,
): Promise<void> {
  const rows = await session.columns(sql`select line from ${table}`);
  const here = (rows[0] ?? []).map(asCount);
  await session.run(
    sql`update ${table} set line = places.line
        from (select unnest(${here.map(String)})::integer as here, unnest(${here.map((line) => String(lineOf(line)))})::integer as line) as places
        where ${table}.line = places.here`,
  );
}

/** Lines of corrected rows whose identifier is in the wave already. */
async function knownPeople(session: Session, wave: Wave, { table, stored }: ScratchWave): Promise<number[]> {
  const found: number[] = [];
  for (const { variable } of stored.filter(
    ({ plan, variable: { role } }) => plan.type === 'identifier' && role === 'identifier',
  )) {
    const column = ident(variable.id);
    const rows = await session.all(
      sql`select line from ${table} where ${column} in (select ${column} from ${ident(waveTable(wave.id))} where ${column} is not null)`,
    );
    found.push(...rows.map((row) => asCount(row.line)));
  }
  return found;
}

async function unite(
  session: Session,
  state: Before,
  { scratch, lineOf }: { scratch: ScratchWave; lineOf: (line: number) => number },
): Promise<Joined> {
  const { wave, aside } = state;
  const table = ident(waveTable(wave.id));
  const united = ident(`united_${wave.id}`);
  await restoreOriginals(session, wave.id);
  await session.run(
    sql`create table ${united} as select * from ${table} union all by name select * from ${scratch.table}`,
  );
  await session.run(sql`drop table ${table}`);
  await session.run(sql`drop table ${scratch.table}`);
  await session.run(sql`alter table ${united} rename to ${table}`);
  const lines = await linesOf(session, wave.id);
  const unplaced = scratch.parts
    .filter(({ kind }) => kind === 'set-aside')
    .flatMap(({ content }) => readSections(Buffer.from(content)))
    .flatMap(({ rows }) => rows.map((row) => [lineOf(row.line), row.reason] as const));
  const reasons = new Map(unplaced);
  return {
    receipt: scratch.receipt,
    lineOf,
    rowsAdded: scratch.receipt.rowsKept,
    aside: aside.rows
      .filter(({ line }) => !lines.has(line))
      .map((row) => ({ ...row, reason: reasons.get(row.line) ?? row.reason })),
    people: scratch.parts.map((part) =>
      part.kind === 'details' ? { ...part, content: renumberedDetails(part.content, lineOf) } : part,
    ),
    skippedIds: scratch.wave.skippedIds,
  };
}

async function keepResult(
  context: EngineContext,
  session: Session,
  { wave, instrument, log }: Before,
  joined: Joined,
  file: { fileName: string; sha256: string },
): Promise<{ wave: Wave; receipt: Receipt }> {
  const before = await readReceipt(session, wave.id);
  const merged = joined.receipt ? mergeReceipts(before, joined.receipt, joined) : before;
  const correction = {
    at: context.instant(),
    ...file,
    rowsAdded: joined.rowsAdded,
    rowsStillSetAside: joined.aside.length,
  };
  const receipt = Receipt.parse({ ...merged, corrections: [...before.corrections, correction] });
  if (receipt.rowsRead !== receipt.rowsKept + receipt.rowsSetAside) {
    throw new AppError('row-count-disagreement', {
      fileName: file.fileName,
      first: receipt.rowsRead,
      second: receipt.rowsKept + receipt.rowsSetAside,
    });
  }
  const after = Wave.parse({
    ...wave,
    rows: wave.rows + joined.rowsAdded,
    skippedIds: [...new Set([...wave.skippedIds, ...joined.skippedIds])],
  });
  await session.run(
    sql`update wave set body = ${JSON.stringify(after)}, receipt = ${JSON.stringify(receipt)} where id = ${wave.id}`,
  );
  const current = await getInstrument(session, instrument.id);
  return replayLog(session, after, current, log);
}
