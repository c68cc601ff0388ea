import { readFile } from 'node:fs/promises';
import { neverCancelled } from '../../../shared/cancel';
import type { Call } from '../../../shared/contract';
import { InstrumentId, type VariableId, WaveId } from '../../../shared/domain/ids';
import type { ColumnPlan, ImportPlan, SetAsideReason } from '../../../shared/domain/import';
import type { Instrument } from '../../../shared/domain/instrument';
import { Receipt, Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { listEntries } from '../cleaning/cleaning-store';
import { replayOnNewWave, withMergedAnswers, withMergesAgain } from '../cleaning/replay-import';
import { assertImportedRows, auditNewRows } from '../codebooks/row-unit';
import type { EngineContext } from '../context';
import { asText, type Session, type WriteSession } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { replaceDefinition } from '../definitions/definition-store';
import { applyLinks } from '../people/person-links';
import { amongPeople, peopleOf } from '../privacy/file-people';
import { openVault, withdrawFromVault } from '../privacy/project-vault';
import { normalised, pseudonymOf } from '../privacy/pseudonyms';
import { redactFileName } from '../privacy/redact-text';
import { safeReceipt, withoutDetails } from '../privacy/scrub-import';
import type { Vault, VaultContent } from '../privacy/vault';
import { detailColumns, detailsContent, listContent } from '../privacy/vault-details';
import { getInstrument, listWaves, waveTable, writeMeta } from '../projects/open-project';
import { dropUnfinished } from '../projects/unfinished-waves';
import { applicationVersion } from '../version';
import { whileReading } from './abandoned-files';
import { withComposed } from './column-parts';
import { receiptOfColumns } from './column-receipts';
import { conversionOf, type PseudonymSql } from './conversion';
import { type AnswersSeen, crosswalkOf } from './crosswalk';
import { formRules } from './form-rules/form-rules';
import { settleSkipped, skippedSql } from './form-rules/not-asked';
import { ruleIssues } from './form-rules/rule-issues';
import { nextInstrument, planVariables, type StoredColumn } from './plan-variables';
import { platformOf } from './platforms/platform-of';
import { csvRows, numberedRows, type PreparedFile, prepareFile, sourceColumn } from './prepared-file';
import { secondCount } from './second-count';
import { filesRead, forgetFiles, prepareSeveral, type SeveralFiles } from './several-files';
import { hashRows, storeRows, takeOutRepeated } from './store-rows';
import type { RawRow } from './tolerant-reader';

type Imported = { wave: Wave; instrument: Instrument; receipt: Receipt };

const setAsideShown = 500;

/**
 * Imports a file exactly as confirmed, whole or not at all: whatever fails, a cancel and a kill, leaves the project and
 * its vault as they were. Throws `file-changed`, `identifier-repeated`, `waves-share-no-variable`, `no-rows-kept`,
 * `row-count-disagreement`, `vault-locked` and those of the plan.
 */
export function importWave(context: EngineContext, given: ImportPlan, call: Call): Promise<Imported> {
  return whileReading(context, given.fileId, () => importNow(context, given, call));
}

async function importNow(context: EngineContext, given: ImportPlan, call: Call): Promise<Imported> {
  const project = context.project();
  const plan = withoutDetails(given);
  const reading = { ...given, corrections: given.dialect };
  const several = plan.additionalFiles.length > 0 ? await prepareSeveral(context, reading, call) : null;
  const prepared = several?.prepared ?? (await prepareFile(context, reading, call));
  if (prepared.survey.sha256 !== plan.sha256) {
    throw new AppError('file-changed', { fileName: prepared.file.name });
  }
  const waveId = WaveId.parse(context.newId('wav'));
  let vault: Vault | null = null;
  const storeNow = async (session: WriteSession, confirmed: ImportPlan): Promise<Imported> => {
    const before = confirmed.instrumentId ? await getInstrument(session, confirmed.instrumentId) : null;
    const readable = {
      ...confirmed,
      columns: withMergedAnswers(confirmed.columns, await listEntries(session)),
    };
    assertImportedRows(readable, before);
    const { columns, stored } = planVariables(readable, prepared.detected.width, before, context.newId);
    const needsVault =
      stored.some(({ plan: column }) => column.type === 'identifier') || prepared.asidePath !== null;
    vault = needsVault ? await openVault(context, session) : null;
    const result = await storeWave(
      context,
      session,
      {
        plan: { ...confirmed, columns },
        prepared,
        several,
        stored,
        before,
        vault,
        waveId,
        commitSoFar: session.commitSoFar,
      },
      call,
    );
    call.report({ stage: 'writing', share: null, done: null, total: null });
    return result;
  };
  const imported = await project
    .write(call.signal, async (session) => {
      // Names of the file's own people go wherever else the file repeats them, from the plan on.
      const people = await peopleOf(
        session,
        csvRows(prepared),
        plan.columns,
        prepared.detected.width,
        sourceColumn,
      );
      return amongPeople(people, () => storeNow(session, withoutDetails(plan)));
    })
    .catch(async (error: unknown) => {
      // What cannot be dropped now is dropped when the project is opened next.
      await project.write(neverCancelled, dropUnfinished).catch(() => undefined);
      if (vault) await withdrawFromVault(context, waveId).catch(() => undefined);
      await forgetFiles(context, plan, several);
      throw error;
    });
  await forgetFiles(context, plan, several);
  for (const { fileId } of [plan, ...plan.additionalFiles]) await context.files.release(fileId);
  return imported;
}

/** What a wave holds of people: kept in the vault and nowhere else. */
export type IdentityPart = VaultContent;

export type ImportWork = {
  plan: ImportPlan;
  prepared: PreparedFile;
  /** The files that `prepared` was made of; absent or null for a single one. */
  several?: SeveralFiles | null;
  stored: readonly StoredColumn[];
  before: Instrument | null;
  /** Null for a file that has neither identifiers nor rows set aside. */
  vault: Vault | null;
  waveId: Wave['id'];
  /** Commits the rows as soon as they are loaded; the caller then drops the table if anything fails later. */
  commitSoFar?: () => Promise<void>;
  /** Takes the identities instead of the vault, for rows that are to join another wave, which recognises people itself. */
  takeIdentities?: (parts: IdentityPart[]) => void;
};

/** Stores what the plan says of a prepared file as a wave, within the caller's transaction. */
export async function storeWave(
  context: EngineContext,
  session: Session,
  work: ImportWork,
  call: Call,
): Promise<Imported> {
  const { plan, prepared, stored, before, vault, waveId } = work;
  const table = ident(waveTable(waveId));
  const pseudonym: PseudonymSql = (text, kind) => pseudonymOf(normalised(text, kind), vault?.secret ?? '');
  report(call, 'storing', 0);
  const rules = await formRules(session, plan.columns, context.instant().slice(0, 10));
  const skipped = skippedSql(stored, rules.columns);
  const loaded = await storeRows(
    session,
    prepared,
    table,
    stored,
    pseudonym,
    skipped,
    namesOf(plan, prepared),
    work.commitSoFar ?? null,
  );
  report(call, 'storing', 0.5);
  const people = stored.filter(
    ({ plan: column, variable }) => column.type === 'identifier' && variable.role === 'identifier',
  );
  const columns = people.map(({ variable }) => variable);
  if (!work.takeIdentities) await applyLinks(session, waveId, table, columns);
  const repeated = await takeOutRepeated(session, prepared, table, people, plan.repeatedIdentifiers);
  const rowsKept = loaded - repeated.length;
  if (rowsKept === 0) throw new AppError('no-rows-kept', { fileName: prepared.file.name, read: loaded });
  report(call, 'checking', 0.6);
  const kept = keptRows(prepared, repeated, plan.columns);
  const notAsked = skipped ? await settleSkipped(session, table, stored) : new Map<VariableId, number>();
  const broken = await ruleIssues(session, rules.columns, kept.numbered);
  const receipts = await receiptOfColumns(session, {
    columns: plan.columns,
    stored,
    ...kept,
    table,
    rowsKept,
    pseudonym,
    name: context.newId('t'),
    known: repeated.length === 0 ? prepared.knownCounts : new Map(),
    notAsked,
    broken,
  });
  report(call, 'storing', 0.9);
  const rowsSecondCount = await countedAgain(work, rowsKept + setAsideTotal(prepared, repeated), call);
  const importedAt = context.instant();
  const isScratch = work.takeIdentities !== undefined;
  const log = await listEntries(session);
  const next = nextInstrument(before, stored, {
    id: plan.instrumentId ?? InstrumentId.parse(context.newId('ins')),
    name: plan.instrumentName?.trim() || plan.wave.name,
    rowUnit: plan.rowUnit,
    createdAt: importedAt,
  });
  const instrument = withMergesAgain(next, before, log);
  const wave: Wave = {
    id: waveId,
    ...plan.wave,
    instrumentId: instrument.id,
    variableIds: stored.map(({ variable }) => variable.id),
    skippedIds: [...notAsked.keys()],
    rows: rowsKept,
    fileName: redactFileName(prepared.file.name),
    fileSha256: prepared.survey.sha256,
    dataSha256: await hashRows(session, table, stored, notAsked.size > 0),
    importedAt,
  };
  const crosswalk = crosswalkOf(before, plan, stored, await answersSeen(session, table, stored, before));
  const receipt = safeReceipt(
    Receipt.parse({
      fileName: prepared.file.name,
      sha256: prepared.survey.sha256,
      bytes: prepared.file.bytes,
      importedAt,
      applicationVersion,
      format: prepared.source.format,
      files: work.several ? await filesRead(session, table, work.several) : [],
      notices: [...prepared.source.notices, ...(work.several?.notices ?? []), ...rules.notices],
      platform: platformOf(prepared, plan.codebookFileId !== null),
      dialect: plan.dialect,
      ...rowCounts(prepared, rowsKept, repeated),
      rowsSecondCount,
      ...receipts,
      matches: crosswalk.matches,
      crosswalk: crosswalk.entries,
    }),
    plan.columns,
  );
  await session.run(
    sql`insert into wave (id, body, receipt) values (${wave.id}, ${JSON.stringify(Wave.parse(wave))}, ${JSON.stringify(receipt)})`,
  );
  await session.run(
    sql`insert into wave_plan (wave_id, body) values (${wave.id}, ${JSON.stringify({ ...plan, instrumentId: instrument.id })})`,
  );
  if (instrument !== before) await replaceDefinition(session, 'instrument', instrument.id, instrument);
  if (before === null) await auditNewRows(session, instrument, plan.rowUnitReason ?? '', importedAt);
  await storeIdentities(session, work, { ...kept, repeated });
  if (isScratch) return { wave, instrument, receipt };
  return replayOnNewWave(session, { wave, instrument, receipt }, log);
}

function report(call: Call, stage: 'storing' | 'checking', share: number): void {
  call.report({ stage, share, done: null, total: null });
}

/** The options that somebody chose, by the position of the column; those of a new instrument were found in the file. */
async function answersSeen(
  session: Session,
  table: Sql,
  stored: readonly StoredColumn[],
  before: Instrument | null,
): Promise<AnswersSeen> {
  const seen = new Map<number, Set<string>>();
  for (const { plan: column, variable } of stored) {
    if (!['single', 'ordinal', 'multiple'].includes(column.type)) continue;
    if (!before) {
      seen.set(column.source, new Set(column.options.map(({ value }) => value)));
      continue;
    }
    const answer = column.type === 'multiple' ? sql`unnest(${ident(variable.id)})` : ident(variable.id);
    const rows = await session.all(sql`select distinct ${answer} as answer from ${table}`);
    seen.set(
      column.source,
      new Set(rows.flatMap((row) => (row.answer === null ? [] : [asText(row.answer)]))),
    );
  }
  return seen;
}

/** The rows of the file that were stored; reading them without numbers is quicker where none was taken out. */
function keptRows(
  prepared: PreparedFile,
  repeated: readonly RawRow[],
  columns: readonly ColumnPlan[],
): { rows: Sql; numbered: Sql } {
  const composed = columns.filter(({ action }) => action !== 'drop');
  if (repeated.length === 0) {
    return {
      rows: withComposed(csvRows(prepared), composed),
      numbered: withComposed(numberedRows(prepared), composed),
    };
  }
  const lines = join(repeated.map((row) => sql`${literal(String(row.line))}::integer`));
  const left = sql`(select * from ${numberedRows(prepared)} where line not in (${lines}))`;
  const rows = withComposed(left, composed);
  return { rows, numbered: rows };
}

function setAsideTotal({ tolerant }: PreparedFile, repeated: readonly RawRow[]): number {
  return [...(tolerant?.setAsideCounts.values() ?? [])].reduce((sum, count) => sum + count, repeated.length);
}

/** The rows of every file counted a second time. Throws `row-count-disagreement` where they are not those read. */
async function countedAgain(
  { prepared, several }: ImportWork,
  rowsRead: number,
  job: Pick<Call, 'signal' | 'report'>,
): Promise<number> {
  let counted = 0;
  for (const each of several?.parts.map((part) => part.prepared) ?? [prepared])
    counted += await secondCount(each, job);
  if (counted === rowsRead) return counted;
  throw new AppError('row-count-disagreement', {
    fileName: prepared.file.name,
    first: rowsRead,
    second: counted,
  });
}

function rowCounts(prepared: PreparedFile, rowsKept: number, repeated: readonly RawRow[]) {
  const { tolerant, path } = prepared;
  const counts = new Map<SetAsideReason, number>(tolerant?.setAsideCounts);
  for (const { reason } of repeated) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const rowsSetAside = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const shown = [...(tolerant?.setAside ?? []), ...repeated].sort((left, right) => left.line - right.line);
  return {
    rowsRead: rowsKept + rowsSetAside,
    rowsKept,
    rowsSetAside,
    path,
    setAsideByReason: [...counts].map(([reason, count]) => ({ reason, count })),
    // Whatever stands in such a row may be a name or a number of a person, so no value is kept here.
    setAside: shown
      .slice(0, setAsideShown)
      .map(({ line, reason }) => ({ line, reason, column: null, value: null })),
  };
}

/** Puts the people behind the pseudonyms and the raw rows set aside into the vault, and nowhere else. */
async function storeIdentities(
  session: Session,
  { plan, prepared, stored, vault, waveId, takeIdentities }: ImportWork,
  { rows, numbered, repeated }: { rows: Sql; numbered: Sql; repeated: readonly RawRow[] },
): Promise<void> {
  const contents: IdentityPart[] = [];
  const identifiers = stored.filter(({ plan: column }) => column.type === 'identifier');
  if (identifiers.length > 0) contents.push(await listPeople(session, identifiers, rows));
  const details = await listDetails(session, { plan, prepared, stored, vault }, numbered);
  if (details) contents.push(details);
  const early = prepared.asidePath ? await readFile(prepared.asidePath, 'utf8') : '';
  if (early !== '' || repeated.length > 0) {
    const head = JSON.stringify({ headers: prepared.detected.headers });
    const late = repeated.map((row) => `${JSON.stringify(row)}\n`).join('');
    contents.push({ kind: 'set-aside', content: Buffer.from(`${head}\n${early}${late}`) });
  }
  if (takeIdentities) return takeIdentities(contents);
  if (contents.length === 0 || !vault) return;
  const waves = await listWaves(session);
  await writeMeta(session, 'has-vault', 'true');
  await vault.replace(
    waveId,
    contents,
    waves.map((wave) => wave.id),
  );
}

/** The normalised identifiers, one a line; each one's pseudonym follows from the vault's secret. */
function listPeople(
  session: Session,
  identifiers: readonly StoredColumn[],
  rows: Sql,
): Promise<IdentityPart> {
  const people = identifiers.map(
    ({ plan }) =>
      sql`select ${normalised(ident(sourceColumn(plan.source)), plan.identity)} as person from ${rows}`,
  );
  return listContent(session, join(people, ' union all '));
}

/** Names, birth dates and schools of the people of the wave by line, for the vault; null where the plan keeps none. */
async function listDetails(
  session: Session,
  { plan, prepared, stored, vault }: Pick<ImportWork, 'plan' | 'prepared' | 'stored' | 'vault'>,
  rows: Sql,
): Promise<IdentityPart | null> {
  const person = stored.find(
    ({ plan: column, variable }) => column.type === 'identifier' && variable.role === 'identifier',
  );
  if (!person || !vault || plan.keepsDetailsInVault === false) return null;
  const { secret } = vault;
  const pseudonym = conversionOf(person.plan, (text, kind) => pseudonymOf(normalised(text, kind), secret));
  const columns = detailColumns(plan.columns, prepared.detected.width);
  const text = ident(sourceColumn(person.plan.source));
  return detailsContent(session, rows, columns, pseudonym.stored(text), (source) =>
    ident(sourceColumn(source)),
  );
}

/** The cells that hold the names of people in a row, which its free texts may repeat. */
function namesOf({ columns }: ImportPlan, { detected }: PreparedFile): Sql[] {
  return columns
    .filter(
      ({ identity, source, action }) => identity === 'name' && action !== 'keep' && source < detected.width,
    )
    .map(({ source }) => ident(sourceColumn(source)));
}
