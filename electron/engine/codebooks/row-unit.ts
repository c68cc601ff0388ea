import type { ImportPlan } from '../../../shared/domain/import';
import { type Instrument, isAboutPeople, type RowUnit } from '../../../shared/domain/instrument';
import { rowUnitDoubts } from '../../../shared/domain/row-unit';
import { AppError } from '../../../shared/errors';
import type { Session, WriteSession } from '../db/session';
import { sql } from '../db/sql';
import { changeDefinition } from '../definitions/definition-store';
import { getInstrument } from '../projects/open-project';

/**
 * Declares what a row of an instrument stands for and keeps the reason in the audit. Throws `instrument-missing`, and
 * `instrument-rows` where its variables identify people and the rows would be none.
 */
export async function declareRows(
  session: WriteSession,
  { instrumentId, rowUnit, reason }: { instrumentId: string; rowUnit: RowUnit; reason: string },
  at: string,
): Promise<Instrument> {
  const before = await getInstrument(session, instrumentId);
  assertNoIdentities(rowUnit, before.variables);
  const instrument: Instrument = { ...before, rowUnit };
  await changeDefinition(session, {
    entity: 'instrument',
    id: instrument.id,
    name: instrument.name,
    body: instrument,
    at,
  });
  await auditRows(session, { instrument, before: before.rowUnit, reason, at });
  return instrument;
}

/**
 * Refuses a file that says, by any of its columns (also those left out), that its rows are people where they would count as
 * none. A new instrument with doubtful columns needs a written reason. Throws `instrument-rows`.
 */
export function assertImportedRows(
  plan: Pick<ImportPlan, 'columns' | 'rowUnit' | 'rowUnitReason'>,
  before: Instrument | null,
): void {
  const columns = plan.columns.map((column) => ({
    label: column.label,
    identity: column.identity,
    type: column.type,
    standard: column.standard,
  }));
  const rowUnit = before?.rowUnit ?? plan.rowUnit;
  assertNoIdentities(rowUnit, columns);
  const { doubtful } = rowUnitDoubts(rowUnit, columns);
  if (before === null && doubtful.length > 0 && !plan.rowUnitReason?.trim()) {
    throw new AppError('instrument-rows', { reason: 'rows-need-reason', columns: doubtful });
  }
}

function assertNoIdentities(rowUnit: RowUnit, columns: Parameters<typeof rowUnitDoubts>[1]): void {
  const { certain } = rowUnitDoubts(rowUnit, columns);
  if (certain.length > 0) {
    throw new AppError('instrument-rows', { reason: 'rows-have-identities', columns: certain });
  }
}

/** Keeps why rows of a new instrument are no people; nothing is kept where they are. */
export async function auditNewRows(
  session: Session,
  instrument: Instrument,
  reason: string,
  at: string,
): Promise<void> {
  if (!isAboutPeople(instrument.rowUnit)) await auditRows(session, { instrument, before: null, reason, at });
}

async function auditRows(
  session: Session,
  change: { instrument: Instrument; before: RowUnit | null; reason: string; at: string },
): Promise<void> {
  const { instrument, before, reason, at } = change;
  await session.run(
    sql`insert into audit values (${at}, 'instrument.declareRows', ${reason.trim()},
        ${JSON.stringify({ instrumentId: instrument.id, before, after: instrument.rowUnit })})`,
  );
}
