import type { ColumnPlan } from '../../../../shared/domain/import';
import type { Instrument, Variable } from '../../../../shared/domain/instrument';
import type { Wave } from '../../../../shared/domain/wave';
import { asNumber, type Session } from '../../db/session';
import { ident, join, type Sql, sql } from '../../db/sql';
import { waveTable } from '../../projects/open-project';
import { conversionOf } from '../conversion';
import { sourceColumn } from '../prepared-file';
import { pairUp } from './pair-up';

/** An item whose answers go against the rest of its scale, and went along with it in an earlier wave. */
export type TurnedItem = { min: number; max: number; before: number; now: number };

/** With fewer items each one weighs too much in the rest; with weaker correlations a sign is chance. */
const fewestItems = 4;
const clearCorrelation = 0.3;
const fewestRows = 30;
const longestScale = 10;

/**
 * Numeric items without labels of which one alone changed its correlation with the other items of the same range from
 * one clear sign to the other since the latest wave. Only a hint: answers may turn round, too.
 */
export async function findTurnedScales(
  session: Session,
  rows: Sql,
  instrument: Instrument,
  columns: readonly ColumnPlan[],
  earlier: readonly Wave[],
): Promise<Map<number, TurnedItem>> {
  const wave = earlier.at(-1);
  const turned = new Map<number, TurnedItem>();
  if (!wave) return turned;
  const answered = new Set<string>(wave.variableIds);
  const items = [...pairUp(instrument, columns).pairs.values()].filter(
    ({ column, variable }) =>
      variable.type === 'integer' &&
      column.type === 'integer' &&
      column.action !== 'drop' &&
      answered.has(variable.id),
  );
  if (items.length < fewestItems) return turned;
  const before = sql`${ident(waveTable(wave.id))}`;
  const stored = items.map(({ variable }) => ident(variable.id));
  const ranges = await rangesOf(session, before, stored);
  const now = items.map(({ column, variable }) =>
    conversionOf({ ...column, missingCodes: codesOf(column, variable) }, (text) => text).stored(
      ident(sourceColumn(column.source)),
    ),
  );
  for (const range of new Set(ranges.filter((each) => each !== null))) {
    const members = items.flatMap((_, index) => (ranges[index] === range ? [index] : []));
    if (members.length < fewestItems) continue;
    const pick = (list: readonly Sql[]): Sql[] =>
      members.flatMap((index) => {
        const item = list[index];
        return item ? [item] : [];
      });
    const first = await restCorrelations(session, before, pick(stored));
    const second = await restCorrelations(session, rows, pick(now));
    const [min = 0, max = 0] = range.split(' ').map(Number);
    const opposite = members.filter((_, place) => {
      const [then, today] = [first[place] ?? null, second[place] ?? null];
      if (then === null || today === null || Math.sign(then) === Math.sign(today)) return false;
      return Math.abs(then) >= clearCorrelation && Math.abs(today) >= clearCorrelation;
    });
    if (opposite.length > members.length / 3) continue;
    for (const index of opposite) {
      const place = members.indexOf(index);
      const source = items[index]?.column.source;
      if (source === undefined) continue;
      turned.set(source, { min, max, before: rounded(first[place]), now: rounded(second[place]) });
    }
  }
  return turned;
}

function rounded(value: number | null | undefined): number {
  return Math.round((value ?? 0) * 100) / 100;
}

function codesOf(column: ColumnPlan, variable: Variable): string[] {
  return [...new Set([...column.missingCodes, ...variable.missingCodes])];
}

/** Lowest and highest answer of each item as `1 5`; null for what is no short scale. */
async function rangesOf(session: Session, rows: Sql, items: readonly Sql[]): Promise<(string | null)[]> {
  const ends = items.flatMap((item, index) => [
    sql`min(${item})::double as ${ident(`min${index}`)}`,
    sql`max(${item})::double as ${ident(`max${index}`)}`,
  ]);
  const row = await session.first(sql`select ${join(ends)} from ${rows}`);
  return items.map((_, index) => {
    const [min, max] = [row?.[`min${index}`], row?.[`max${index}`]];
    if (typeof min !== 'number' || typeof max !== 'number') return null;
    return max - min >= 2 && max - min <= longestScale ? `${min} ${max}` : null;
  });
}

/** Each item's correlation with the sum of the others, over rows that answered all; null where it has none. */
async function restCorrelations(
  session: Session,
  rows: Sql,
  items: readonly Sql[],
): Promise<(number | null)[]> {
  const named = items.map((item, index) => sql`${item}::double as ${ident(`i${index}`)}`);
  const names = items.map((_, index) => ident(`i${index}`));
  const complete = join(
    names.map((name) => sql`${name} is not null`),
    ' and ',
  );
  const total = join(names, ' + ');
  const found = names.map((name, index) => sql`corr(${name}, total - ${name}) as ${ident(`r${index}`)}`);
  const row = await session.first(
    sql`with answers as (select ${join(named)} from ${rows}),
        whole as (select *, ${total} as total from answers where ${complete})
        select count(*)::double as size, ${join(found)} from whole`,
  );
  const size = asNumber(row?.size) ?? 0;
  return items.map((_, index) => {
    const value = asNumber(row?.[`r${index}`]);
    return size >= fewestRows ? value : null;
  });
}
