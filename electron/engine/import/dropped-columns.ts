import type { ColumnPlan } from '../../../shared/domain/import';
import type { DroppedReason } from '../../../shared/domain/wave';
import type { Session } from '../db/session';
import { ident, join, type Sql, sql } from '../db/sql';
import { isBlank } from './conversion';
import { sourceColumn } from './prepared-file';
import type { KnownCounts } from './value-counts';

/** Why each column that a plan leaves out was left out, by its position. Only columns never counted are read again. */
export async function droppedReasons(
  session: Session,
  columns: readonly ColumnPlan[],
  rows: Sql,
  known: KnownCounts,
): Promise<Map<number, DroppedReason>> {
  const reasons = new Map<number, DroppedReason>();
  const composed = columns.filter(({ action, parts }) => action !== 'drop' && parts.length > 0);
  const joined = new Set(composed.flatMap(({ parts }) => parts.map(({ source }) => source)));
  const dropped = columns.filter(({ action }) => action === 'drop');
  const unknown: ColumnPlan[] = [];
  for (const plan of dropped) {
    const { source, header, form, identity, parts } = plan;
    // A combined column bears the name, or answers the question, of what its options were put together to.
    const isCombined = composed.some(
      (whole) => whole.header === header || (form !== null && whole.form?.name === form.name),
    );
    if (identity !== null) reasons.set(source, 'identity');
    else if (joined.has(source) || isCombined) reasons.set(source, 'joined');
    else if (known.get(source)?.every(({ value }) => value.trim() === '')) reasons.set(source, 'empty');
    else {
      reasons.set(source, 'chosen');
      if (!known.has(source) && parts.length === 0) unknown.push(plan);
    }
  }
  for (const source of await emptyAmong(session, unknown, rows)) reasons.set(source, 'empty');
  return reasons;
}

/** Those without a filled cell: the first rows answer for nearly all. */
async function emptyAmong(session: Session, columns: readonly ColumnPlan[], rows: Sql): Promise<number[]> {
  let left = columns.map(({ source }) => source);
  for (const limit of [sql` limit 1000`, sql``]) {
    if (left.length === 0) return [];
    const filled = left.map((source) => {
      const name = ident(sourceColumn(source));
      return sql`count_if(not ${isBlank(name)}) > 0 as ${name}`;
    });
    const names = left.map((source) => ident(sourceColumn(source)));
    const row = await session.first(
      sql`select ${join(filled)} from (select ${join(names)} from ${rows}${limit})`,
    );
    left = left.filter((source) => row?.[sourceColumn(source)] !== true);
  }
  return left;
}
