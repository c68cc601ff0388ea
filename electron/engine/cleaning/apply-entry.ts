import type { CleaningChange, CleaningEntry, CleaningOutcome } from '../../../shared/domain/cleaning';
import type { Instrument, Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { asCount, type Session } from '../db/session';
import { ident, type Sql, sql } from '../db/sql';
import { currentPseudonyms, listLinks } from '../people/person-links';
import { waveTable } from '../projects/open-project';
import { asStored, misfitOf } from './cell-values';

type Answers = Exclude<CleaningChange, { kind: 'cell' }>;
export type CleaningWork = { wave: Wave; instrument: Instrument; variable: Variable };

/** The variable that tells whose a row is; null where the wave has none. */
export function personVariable({ wave, instrument }: Pick<CleaningWork, 'wave' | 'instrument'>) {
  return (
    instrument.variables.find(
      ({ id, type, role }) => type === 'identifier' && role === 'identifier' && wave.variableIds.includes(id),
    ) ?? null
  );
}

/**
 * Does one entry to the data of a wave as they stand, and tells what it did. With `isDry` it only counts. The value of
 * a cell must be the one the entry was made for: otherwise the cell stays as it is.
 */
export async function applyEntry(
  session: Session,
  entry: CleaningEntry,
  work: CleaningWork,
  { isDry }: { isDry: boolean },
): Promise<Pick<CleaningOutcome, 'outcome' | 'cells'>> {
  const { change } = entry;
  const table = ident(waveTable(work.wave.id));
  const column = ident(work.variable.id);
  if (change.kind === 'cell') return correctCell(session, change, work, { isDry });
  const { holds, becomes } = answersSql(work.variable, change);
  const found = await session.first(sql`select count(*) as cells from ${table} where ${holds}`);
  const cells = asCount(found?.cells);
  if (cells === 0) return { outcome: 'nothing-to-change', cells };
  if (!isDry) await session.run(sql`update ${table} set ${column} = ${becomes} where ${holds}`);
  return { outcome: 'applied', cells };
}

/** Which rows hold the old answers, and what their cells become. */
function answersSql(variable: Variable, change: Answers): { holds: Sql; becomes: Sql } {
  const column = ident(variable.id);
  const from =
    change.kind === 'recode' ? [change.from] : change.from.filter((one) => one !== change.to.value);
  const to = change.kind === 'recode' ? change.to : change.to.value;
  if (variable.type !== 'multiple') {
    const holds =
      change.kind === 'recode'
        ? sql`(${column} = ${asStored(variable, change.from)})`
        : sql`(list_contains(${from}, ${column}))`;
    return { holds, becomes: asStored(variable, to) };
  }
  const holds = sql`(list_has_any(${column}, ${from}))`;
  if (to === null) {
    const rest = sql`list_filter(${column}, lambda answer: not list_contains(${from}, answer))`;
    return { holds, becomes: sql`case when len(${rest}) = 0 then null else ${rest} end` };
  }
  const changed = sql`list_transform(${column}, lambda answer: case when list_contains(${from}, answer) then ${to} else answer end)`;
  return {
    holds,
    becomes: sql`list_filter(${changed}, lambda answer, place: list_position(${changed}, answer) = place)`,
  };
}

async function correctCell(
  session: Session,
  change: Extract<CleaningChange, { kind: 'cell' }>,
  work: CleaningWork,
  { isDry }: { isDry: boolean },
): Promise<Pick<CleaningOutcome, 'outcome' | 'cells'>> {
  const { wave, variable } = work;
  const table = ident(waveTable(wave.id));
  const column = ident(variable.id);
  if (misfitOf(variable, change.to) !== null) return { outcome: 'not-an-answer', cells: 0 };
  const current = currentPseudonyms(await listLinks(session));
  const person = change.person === null ? null : (current.get(change.person) ?? change.person);
  const row = rowOf({ ...change, person }, work);
  if (row === null || misfitOf(variable, change.from) === 'wrong-type')
    return { outcome: 'row-not-found', cells: 0 };
  const found = await session.first(
    sql`select count(*) as rows, count(*) filter (where ${column} is not distinct from ${asStored(variable, change.from)}) as same
        from ${table} where ${row}`,
  );
  const rows = asCount(found?.rows);
  if (rows === 0) return { outcome: 'row-not-found', cells: 0 };
  if (rows > 1) return { outcome: 'several-rows', cells: 0 };
  if (asCount(found?.same) === 0) return { outcome: 'value-differs', cells: 0 };
  if (!isDry)
    await session.run(sql`update ${table} set ${column} = ${asStored(variable, change.to)} where ${row}`);
  return { outcome: 'applied', cells: 1 };
}

/** Where the row is: on its line of the same file, else wherever the person is; null where neither can tell. */
function rowOf(change: Extract<CleaningChange, { kind: 'cell' }>, work: CleaningWork): Sql | null {
  if (work.wave.fileSha256 === change.fileSha256) return sql`(line = ${change.line})`;
  const person = personVariable(work);
  if (!person || change.person === null) return null;
  return sql`(${ident(person.id)} = ${change.person})`;
}
