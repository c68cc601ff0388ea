import type { Variable } from '../../../shared/domain/instrument';
import type { PersonRow } from '../../../shared/domain/people';
import type { Wave } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import { asCount, asText, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { getInstrument, getWave, waveTable } from '../projects/open-project';
import { identifierColumns } from './person-links';

/** How many groups (school, course, sex) stand beside a person. */
const groupsShown = 4;

export type UnmatchedPeople = {
  wave: Wave;
  other: Wave;
  groups: Variable[];
  total: number;
  rows: Omit<PersonRow, 'details'>[];
};

/**
 * The rows of a wave whose person is not in another one, those without identifier included, by line. Throws `link-invalid`
 * where one of the waves has no identifier.
 */
export async function findUnmatched(
  session: Session,
  waveId: string,
  otherWaveId: string,
  page: { offset: number; limit: number | null },
): Promise<UnmatchedPeople> {
  const wave = await getWave(session, waveId);
  const other = await getWave(session, otherWaveId);
  const own = await identifierColumns(session, wave);
  const theirs = await identifierColumns(session, other);
  const column = own.find((id) => theirs.includes(id)) ?? own[0];
  const otherColumn = theirs.find((id) => id === column) ?? theirs[0];
  if (column === undefined || otherColumn === undefined) {
    throw new AppError('link-invalid', {
      reason: 'no-identifier',
      wave: column === undefined ? wave.name : other.name,
    });
  }
  const unmatched = sql`from ${ident(waveTable(wave.id))} where ${ident(column)} is null or ${ident(column)} not in (
    select ${ident(otherColumn)} from ${ident(waveTable(other.id))} where ${ident(otherColumn)} is not null)`;
  const groups = await groupVariables(session, wave);
  const counted = await session.first(sql`select count(*) as total ${unmatched}`);
  return {
    wave,
    other,
    groups,
    total: asCount(counted?.total),
    rows: await readPeople(session, wave, column, groups, unmatched, page),
  };
}

/** Every row of a wave as a person. Throws `link-invalid` where the wave has no identifier. */
export async function listPeopleOf(session: Session, waveId: string): Promise<UnmatchedPeople['rows']> {
  const wave = await getWave(session, waveId);
  const [column] = await identifierColumns(session, wave);
  const groups = await groupVariables(session, wave);
  const all = sql`from ${ident(waveTable(wave.id))}`;
  return readPeople(session, wave, column ?? null, groups, all, { offset: 0, limit: null });
}

async function groupVariables(session: Session, wave: Wave): Promise<Variable[]> {
  const { variables } = await getInstrument(session, wave.instrumentId);
  return variables
    .filter(
      ({ id, role, identity }) => role === 'group' && identity === null && wave.variableIds.includes(id),
    )
    .slice(0, groupsShown);
}

async function readPeople(
  session: Session,
  wave: Wave,
  column: string | null,
  groups: readonly Variable[],
  from: Sql,
  page: { offset: number; limit: number | null },
): Promise<UnmatchedPeople['rows']> {
  const values = groups.map(({ id }) => sql`cast(${ident(id)} as varchar) as ${ident(id)}`);
  const person = column === null ? sql`null::varchar` : ident(column);
  const limit =
    page.limit === null
      ? sql``
      : sql`limit ${literal(String(page.limit))}::bigint offset ${literal(String(page.offset))}::bigint`;
  const rows = await session.all(
    sql`select ${join([sql`line`, sql`${person} as person`, ...values])} ${from} order by line ${limit}`,
  );
  return rows.map((row) => ({
    waveId: wave.id,
    line: asCount(row.line),
    person: row.person === null ? null : asText(row.person),
    groups: groups.map(({ id, label, options }) => {
      const value = row[id] === null || row[id] === undefined ? null : asText(row[id]);
      return {
        variableId: id,
        label,
        value: value === null ? null : (options.find((option) => option.value === value)?.label ?? value),
      };
    }),
  }));
}
