import type { ColumnPlan } from '../../../shared/domain/import';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { sourceColumn } from './prepared-file';

/** What counts as chosen in the column of one option; anything else, `0` and `FALSE` among it, does not. */
const chosenMarks = ['1', '1.0', 'true', 'verdadero', 'yes', 'si', 'sí', 'x', 'y'];

/** What joins the options of a choice that was spread over several columns. */
export const partSeparator = '|';

export type ComposedColumn = Pick<ColumnPlan, 'source' | 'parts'>;

/**
 * The rows with the columns that are put together from several: the options chosen, joined by `partSeparator`, null where all
 * their cells are blank; or the pieces of an identifier joined by a space, null where any is blank.
 */
export function withComposed(rows: Sql, columns: readonly ComposedColumn[]): Sql {
  const composed = columns.filter(({ parts }) => parts.length > 0);
  if (composed.length === 0) return rows;
  const added = composed.map(({ source, parts }) => sql`${compose(parts)} as ${ident(sourceColumn(source))}`);
  return sql`(select *, ${join(added)} from ${rows})`;
}

function compose(parts: ColumnPlan['parts']): Sql {
  const cells = parts.map(({ source }) => ident(sourceColumn(source)));
  if (parts.every(({ value }) => value === null)) {
    const anyBlank = cells.map((cell) => sql`coalesce(trim(${cell}), '') = ''`);
    return sql`case when ${join(anyBlank, ' or ')} then null else concat_ws(' ', ${join(cells)}) end`;
  }
  const chosen = parts.map(({ source, value }) => {
    const cell = sql`lower(trim(${ident(sourceColumn(source))}))`;
    const marks = join([...chosenMarks, (value ?? '').toLowerCase()].map(literal));
    return sql`case when ${cell} in (${marks}) then ${literal(value ?? '')} end`;
  });
  const allBlank = cells.map((cell) => sql`coalesce(trim(${cell}), '') = ''`);
  return sql`case when ${join(allBlank, ' and ')} then null else concat_ws(${literal(partSeparator)}, ${join(chosen)}) end`;
}
