import type { DateOrder, DecimalMark } from '../../../shared/domain/import';
import { asCount, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { collapsed, folded, readDate, readDecimal, readInteger } from './conversion-values';

/** How many cells of a column each reading explains; missing codes are left out before. */
export type Fits = {
  usable: number;
  integer: Record<DecimalMark, number>;
  decimal: Record<DecimalMark, number>;
  date: Record<DateOrder, number>;
  /** Whole numbers written with leading zeros: codes, such as those of comunas. */
  leadingZeros: number;
};

const noFits: Fits = {
  usable: 0,
  integer: { ',': 0, '.': 0 },
  decimal: { ',': 0, '.': 0 },
  date: { dmy: 0, mdy: 0, ymd: 0 },
  leadingZeros: 0,
};

export const decimalMarks = [',', '.'] as const satisfies readonly DecimalMark[];
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const satisfies readonly DateOrder[];

/** Measures every reading of every column in one pass over the distinct values. */
export async function measureFits(
  session: Session,
  table: Sql,
  missingCodes: ReadonlyMap<number, readonly string[]>,
): Promise<(source: number) => Fits> {
  const clean = sql`clean`;
  const count = (condition: Sql, name: string): Sql =>
    sql`coalesce(sum(count) filter (where ${condition}), 0)::bigint as ${ident(name)}`;
  const isMissing = [...missingCodes]
    .filter(([, codes]) => codes.length > 0)
    .map(
      ([source, codes]) =>
        sql`(source = ${literal(String(source))}::integer and ${folded(clean)} in (${join(codes.map((code) => folded(literal(code))))}))`,
    );
  const usable = isMissing.length === 0 ? sql`true` : sql`not (${join(isMissing, ' or ')})`;
  // Only texts that begin like a number or a date are worth converting.
  const isNumeric = sql`regexp_matches(clean, '^[-+$ ]*[0-9]')`;
  const rows = await session.all(
    sql`with cleaned as (
          select source, count, ${collapsed(sql`value`)} as clean from ${table} where trim(value) <> ''
        ), usable as (select * from cleaned where ${usable}),
        numeric as (select * from usable where ${isNumeric}),
        fitting as (
          select source, ${join([
            ...decimalMarks.map((mark) =>
              count(sql`${readInteger(clean, mark)} is not null`, `integer${mark}`),
            ),
            ...decimalMarks.map((mark) =>
              count(sql`${readDecimal(clean, mark)} is not null`, `decimal${mark}`),
            ),
            ...dateOrders.map((order) => count(sql`${readDate(clean, order)} is not null`, `date${order}`)),
            count(sql`regexp_full_match(clean, '0[0-9]+')`, 'leadingZeros'),
          ])} from numeric group by source
        ),
        totals as (select source, sum(count)::bigint as usable from usable group by source)
        select * from totals left join fitting using (source)`,
  );
  const bySource = new Map(rows.map((row) => [asCount(row.source), row]));
  return (source) => {
    const row = bySource.get(source);
    if (!row) return noFits;
    const of = (name: string): number => asCount(row[name] ?? 0);
    return {
      usable: of('usable'),
      integer: { ',': of('integer,'), '.': of('integer.') },
      decimal: { ',': of('decimal,'), '.': of('decimal.') },
      date: { dmy: of('datedmy'), mdy: of('datemdy'), ymd: of('dateymd') },
      leadingZeros: of('leadingZeros'),
    };
  };
}
