import type { ColumnPlan } from '../../../shared/domain/import';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { identifierPiece } from '../people/identifier-pieces';
import { noneChosen, partSeparator } from './answers-joined';
import { isOneOf } from './conversion-values';
import { anythingWritten } from './platforms/reading';
import { sourceColumn } from './prepared-file';

/** What counts as chosen in the column of one option. */
export const chosenMarks = ['1', '1.0', 'true', 'verdadero', 'yes', 'si', 'sí', 'x', 'y'];
/** What counts as not chosen; anything else is passed on, so that the receipt shows it. */
export const unchosenMarks = ['0', '0.0', 'false', 'falso', 'no', 'n'];

export type ComposedColumn = Pick<ColumnPlan, 'source' | 'parts'> &
  Partial<Pick<ColumnPlan, 'notApplicableCodes'>>;

/**
 * The rows with the columns that are put together from several: the options chosen, joined by `partSeparator`, `noneChosen`
 * where none is, null where all their cells are blank, the code of "no corresponde" where they hold nothing else; or the pieces of an identifier joined by a space, null where any is
 * blank.
 */
export function withComposed(rows: Sql, columns: readonly ComposedColumn[]): Sql {
  const composed = columns.filter(({ parts }) => parts.length > 0);
  if (composed.length === 0) return rows;
  const added = composed.map(
    ({ source, parts, notApplicableCodes = [] }) =>
      sql`${compose(parts, notApplicableCodes)} as ${ident(sourceColumn(source))}`,
  );
  return sql`(select *, ${join(added)} from ${rows})`;
}

function compose(parts: ColumnPlan['parts'], outside: readonly string[]): Sql {
  const cells = parts.map(({ source }) => ident(sourceColumn(source)));
  const blank = parts.map(({ source, blanks }) => isBlankCell(ident(sourceColumn(source)), blanks));
  if (parts.every(({ value }) => value === null)) {
    return sql`case when ${join(blank, ' or ')} then null else concat_ws(' ', ${join(cells.map(identifierPiece))}) end`;
  }
  const answers = sql`concat_ws(${literal(partSeparator)}, ${join(parts.map(answerOf))})`;
  const read = sql`case when ${join(blank, ' and ')} then null else coalesce(nullif(${answers}, ''), ${literal(noneChosen)}) end`;
  const [code, ...others] = outside.filter((each) => each.trim() !== '');
  if (code === undefined) return read;
  const codes = [code, ...others].map((each) => literal(each.trim().toLowerCase()));
  const isOutside = cells.map((cell) => isOneOf(sql`lower(coalesce(trim(${cell}), ''))`, codes));
  const isNothing = isOutside.map((each, index) => sql`(${each} or ${blank[index] ?? each})`);
  return sql`case when (${join(isOutside, ' or ')}) and ${join(isNothing, ' and ')} then ${literal(code)} else ${read} end`;
}

/** Nothing, or what LimeSurvey writes where a question was not shown. */
function isBlankCell(cell: Sql, others: readonly string[] = []): Sql {
  const blanks = ['', 'n/a', ...others].map((text) => literal(text.trim().toLowerCase()));
  return isOneOf(sql`lower(coalesce(trim(${cell}), ''))`, blanks);
}

/** The option's value where it was chosen, null where not, and what is written where it says neither. */
function answerOf({ source, value, chosen, blanks }: ColumnPlan['parts'][number]): Sql {
  const cell = ident(sourceColumn(source));
  const option = literal(value ?? '');
  if (chosen === anythingWritten)
    return sql`case when ${isBlankCell(cell, blanks)} then null else ${option} end`;
  const own = value !== null && !unchosenMarks.includes(value.trim().toLowerCase()) ? [value] : [];
  const marks = chosen === undefined ? [...chosenMarks, ...own] : [chosen];
  const read = sql`lower(trim(${cell}))`;
  const isChosen = isOneOf(
    read,
    marks.map((mark) => literal(mark.trim().toLowerCase())),
  );
  const isNot =
    chosen === undefined
      ? isOneOf(read, unchosenMarks.map(literal))
      : sql`${read} <> ${literal(chosen.trim().toLowerCase())}`;
  return sql`case when ${isBlankCell(cell, blanks)} then null when ${isChosen} then ${option} when ${isNot} then null else trim(${cell}) end`;
}
