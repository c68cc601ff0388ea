import type { Call } from '../../../shared/contract';
import { WaveId } from '../../../shared/domain/ids';
import type { ImportPlan } from '../../../shared/domain/import';
import type { Instrument } from '../../../shared/domain/instrument';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import type { EngineContext } from '../context';
import { asText, type Session } from '../db/session';
import { ident, type Sql, sql } from '../db/sql';
import { type IdentityPart, storeWave } from '../import/import-wave';
import { planVariables, type StoredColumn } from '../import/plan-variables';
import { csvRows, type PreparedFile, sourceColumn } from '../import/prepared-file';
import type { SeveralFiles } from '../import/several-files';
import { applyLinks, listLinks, storeLink } from '../people/person-links';
import { amongPeople, peopleOf } from '../privacy/file-people';
import { openVault } from '../privacy/project-vault';
import type { Vault } from '../privacy/vault';
import { waveTable } from '../projects/open-project';

/** A file stored beside the wave it belongs to, within one transaction, by the code that imports. */
export type ScratchWave = {
  wave: Wave;
  receipt: Receipt;
  instrument: Instrument;
  table: Sql;
  stored: readonly StoredColumn[];
  vault: Vault;
  parts: readonly IdentityPart[];
};

/** Stores a prepared file as the plan says, beside the waves; its table is all that is left of it. */
export async function storeScratch(
  context: EngineContext,
  session: Session,
  work: {
    plan: ImportPlan;
    prepared: PreparedFile;
    several?: SeveralFiles | null;
    instrument: Instrument;
  },
  call: Call,
): Promise<ScratchWave> {
  const { plan, prepared, several = null, instrument: before } = work;
  const waveId = WaveId.parse(context.newId('wav'));
  const { columns, stored } = planVariables(plan, prepared.detected.width, before, context.newId);
  const vault = await openVault(context, session);
  let parts: readonly IdentityPart[] = [];
  const people = await peopleOf(session, csvRows(prepared), columns, prepared.detected.width, sourceColumn);
  const { wave, receipt, instrument } = await amongPeople(people, () =>
    storeWave(
      context,
      session,
      {
        plan: { ...plan, columns },
        prepared,
        several,
        stored,
        before,
        vault,
        waveId,
        takeIdentities: (taken) => {
          parts = taken;
        },
      },
      call,
    ),
  );
  await session.run(sql`delete from wave where id = ${waveId}`);
  await session.run(sql`delete from wave_plan where wave_id = ${waveId}`);
  return { wave, receipt, instrument, table: ident(waveTable(waveId)), stored, vault, parts };
}

/** Recognises people joined before in rows that now are rows of `wave`, under the lines they have there. */
export async function recognisePeople(
  session: Session,
  wave: Wave,
  { table, stored }: Pick<ScratchWave, 'table' | 'stored'>,
): Promise<void> {
  const people = stored.filter(({ plan, variable }) => {
    return plan.type === 'identifier' && variable.role === 'identifier';
  });
  const columns = people.map(({ variable }) => variable);
  await applyLinks(session, wave.id, table, columns);
}

/** Forgets which rows of a wave decisions about people touched, when all of its rows are read anew. */
export async function forgetLinkedRows(session: Session, wave: Wave): Promise<void> {
  for (const link of await listLinks(session)) {
    const changes = link.changes.filter(({ waveId }) => waveId !== wave.id);
    if (changes.length < link.changes.length) await storeLink(session, link.id, { ...link, changes });
  }
}

/** The columns of a stored wave, `line` first. */
export async function columnsOfTable(session: Session, table: Sql): Promise<string[]> {
  const rows = await session.all(sql`select column_name from (describe ${table})`);
  return rows.map((row) => asText(row.column_name));
}
