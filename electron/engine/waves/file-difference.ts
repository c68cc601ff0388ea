import type { Instrument, Variable } from '../../../shared/domain/instrument';
import type { FileDifference, Wave } from '../../../shared/domain/wave';
import { asCount, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';

const rowsShown = 200;

/** The rows of a wave, and the line where each of its files begins; none for a single file. */
type ReadRows = { rows: Sql; starts: readonly number[] };

/**
 * How the rows of `now` differ from those of `before`, value by value. Rows are paired by the first identifier where it is
 * filled and different in every row of both, else by their line within their own file.
 */
export async function differenceOf(
  session: Session,
  { before, now }: { before: ReadRows; now: ReadRows },
  { wave, instrument }: { wave: Wave; instrument: Instrument },
): Promise<FileDifference> {
  const variables = instrument.variables.filter(({ id }) => wave.variableIds.includes(id));
  const person = variables.find(({ type, role }) => type === 'identifier' && role === 'identifier');
  const isByPerson = person !== undefined && (await isKey(session, [before.rows, now.rows], person));
  const key = (alias: Sql, { starts }: ReadRows): Sql =>
    isByPerson ? sql`${alias}.${ident(person.id)}` : lineInFile(sql`${alias}.line`, starts);
  const compared = variables.filter((variable) => !isByPerson || variable !== person);
  const changes = compared.map(({ id }) => sql`old.${ident(id)} is distinct from new.${ident(id)}`);
  const changed = changes.length === 0 ? sql`false` : join(changes, ' or ');
  const count =
    changes.length === 0
      ? sql`0`
      : join(
          changes.map((one) => sql`(${one})::integer`),
          ' + ',
        );
  const names = compared.map(
    ({ id }, index) => sql`case when ${changes[index] ?? sql`false`} then ${literal(id)} end`,
  );
  const paired = sql`(select old.line as old_line, new.line as new_line,
      old.line is not null and new.line is not null and (${changed}) as is_changed,
      case when old.line is null or new.line is null then 0 else ${count} end as cells,
      list_filter([${join([...names, sql`null::varchar`])}], lambda name: name is not null) as names
    from ${before.rows} as old full outer join ${now.rows} as new
      on ${key(sql`old`, before)} = ${key(sql`new`, now)})`;
  const totals = await session.first(
    sql`select count(old_line) as before, count(new_line) as now, count(*) filter (where old_line is null) as added,
        count(*) filter (where new_line is null) as removed, count(*) filter (where is_changed) as changed,
        coalesce(sum(cells), 0)::bigint as cells from ${paired}`,
  );
  const rows = await session.all(
    sql`select old_line, new_line, names from ${paired} where old_line is null or new_line is null or is_changed
        order by coalesce(new_line, old_line) limit ${literal(String(rowsShown))}::bigint`,
  );
  return {
    pairedBy: isByPerson ? 'identifier' : 'line',
    rowsBefore: asCount(totals?.before),
    rowsNow: asCount(totals?.now),
    added: asCount(totals?.added),
    removed: asCount(totals?.removed),
    changed: asCount(totals?.changed),
    cellsChanged: asCount(totals?.cells),
    rows: rows.map((row) => {
      const names = Array.isArray(row.names) ? row.names : [];
      const change = row.old_line === null ? 'added' : row.new_line === null ? 'removed' : 'changed';
      return {
        change,
        line: asCount(row.new_line ?? row.old_line),
        variables: change === 'changed' ? compared.flatMap(({ id }) => (names.includes(id) ? [id] : [])) : [],
      };
    }),
  };
}

/** A number for the line of a file of several: no file is longer than what stands between them. */
function lineInFile(line: Sql, starts: readonly number[]): Sql {
  return starts.reduce<Sql>(
    (place, start, file) =>
      sql`case when ${line} >= ${literal(String(start))}::integer
        then ${line}::bigint - ${literal(String(start))}::bigint + ${literal(String(file))}::bigint * 4294967296
        else ${place} end`,
    sql`${line}::bigint`,
  );
}

async function isKey(session: Session, tables: readonly Sql[], person: Variable): Promise<boolean> {
  for (const table of tables) {
    const column = ident(person.id);
    const row = await session.first(
      sql`select count(*) as rows, count(distinct ${column}) as people from ${table}`,
    );
    if (asCount(row?.rows) !== asCount(row?.people)) return false;
  }
  return true;
}
