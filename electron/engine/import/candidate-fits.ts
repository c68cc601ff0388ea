import type { DateOrder, DecimalMark } from '../../../shared/domain/dialect';
import { asCount, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { bound, collapsed, folded } from './conversion-values';
import { momentForms, monthPattern, readDate, serialPattern } from './date-values';
import { type FigureForm, figureFormNames, figureForms, readDecimal, readInteger } from './number-values';

/** How many cells of a column each reading explains; missing codes are left out before. */
export type Fits = {
  usable: number;
  integer: Record<DecimalMark, number>;
  decimal: Record<DecimalMark, number>;
  date: Record<DateOrder, number>;
  /** Whole numbers written with leading zeros: codes, such as those of comunas. */
  leadingZeros: number;
  /** Figures by the unit written with them. */
  figures: Record<FigureForm, number>;
  /** Dates with a time of day, those with one other than midnight, and those with a zone after it. */
  clock: number;
  clockAwake: number;
  zone: number;
  /** Dates that only day first, or only month first, explains. */
  dayFirst: number;
  monthFirst: number;
  /** Months with their year and no day, read as their first day. */
  monthOnly: number;
  /** Whole numbers such as a spreadsheet keeps days as. */
  serial: number;
};

const noFits: Fits = {
  usable: 0,
  integer: { ',': 0, '.': 0 },
  decimal: { ',': 0, '.': 0 },
  date: { dmy: 0, mdy: 0, ymd: 0 },
  leadingZeros: 0,
  figures: { plain: 0, percent: 0, peso: 0, dollar: 0, uf: 0, euro: 0 },
  clock: 0,
  clockAwake: 0,
  zone: 0,
  dayFirst: 0,
  monthFirst: 0,
  monthOnly: 0,
  serial: 0,
};

export const decimalMarks = [',', '.'] as const satisfies readonly DecimalMark[];
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const satisfies readonly DateOrder[];

/** No number or date is longer. */
const longest = '60';

/** Measures every reading of every column in one pass over the distinct values. */
export async function measureFits(
  session: Session,
  table: Sql,
  missingCodes: ReadonlyMap<number, readonly string[]>,
): Promise<(source: number) => Fits> {
  const clean = sql`clean`;
  const sum = (condition: Sql, name: string): Sql =>
    sql`coalesce(sum(count) filter (where ${condition}), 0)::bigint as ${ident(name)}`;
  const isMissing = [...missingCodes]
    .filter(([, codes]) => codes.length > 0)
    .map(
      ([source, codes]) =>
        sql`(source = ${literal(String(source))}::integer and ${folded(clean)} in (${join(codes.map((code) => folded(literal(code))))}))`,
    );
  const usable = isMissing.length === 0 ? sql`true` : sql`not (${join(isMissing, ' or ')})`;
  // Only short texts with a figure near their beginning are worth converting.
  const isNumeric = sql`length(clean) <= ${literal(longest)}::integer and regexp_matches(clean, '^.{0,14}[0-9]')`;
  const isDated = join(
    dateOrders.map((order) => ident(`isDate${order}`)),
    ' or ',
  );
  const rows = await session.all(
    sql`with cleaned as (
          select source, count, ${collapsed(sql`value`)} as clean from ${table} where trim(value) <> ''
        ), usable as (select * from cleaned where ${usable}),
        numeric as materialized (
          select source, count, clean, lower(clean) as small,
            ${join(dateOrders.map((order) => sql`${worthDating(readDate(clean, order))} as ${ident(`isDate${order}`)}`))}
          from usable where ${isNumeric}),
        fitting as (
          select source, ${join([
            ...decimalMarks.map((mark) =>
              sum(sql`${readInteger(clean, mark)} is not null`, `integer${mark}`),
            ),
            ...decimalMarks.map((mark) =>
              sum(sql`${readDecimal(clean, mark)} is not null`, `decimal${mark}`),
            ),
            ...dateOrders.map((order) => sum(ident(`isDate${order}`), `date${order}`)),
            ...figureFormNames.map((form) =>
              sum(sql`regexp_full_match(clean, ${literal(figureForms[form])})`, `figure${form}`),
            ),
            sum(sql`regexp_full_match(clean, '0[0-9]+')`, 'leadingZeros'),
            sum(sql`regexp_full_match(clean, ${literal(serialPattern)})`, 'serial'),
            sum(sql`(${isDated}) and regexp_matches(small, ${literal(momentForms.clock)})`, 'clock'),
            sum(
              sql`(${isDated}) and regexp_matches(small, ${literal(momentForms.clock)}) and not regexp_matches(small, ${literal(momentForms.midnight)})`,
              'clockAwake',
            ),
            sum(
              sql`(${isDated}) and regexp_matches(small, ':[0-9]{2}') and regexp_matches(small, ${literal(momentForms.zone)})`,
              'zone',
            ),
            sum(sql`regexp_matches(small, ${literal(momentForms.dayFirst)})`, 'dayFirst'),
            sum(sql`regexp_matches(small, ${literal(momentForms.monthFirst)})`, 'monthFirst'),
            sum(sql`regexp_full_match(small, ${literal(monthPattern)})`, 'monthOnly'),
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
      figures: {
        plain: of('figureplain'),
        percent: of('figurepercent'),
        peso: of('figurepeso'),
        dollar: of('figuredollar'),
        uf: of('figureuf'),
        euro: of('figureeuro'),
      },
      clock: of('clock'),
      clockAwake: of('clockAwake'),
      zone: of('zone'),
      dayFirst: of('dayFirst'),
      monthFirst: of('monthFirst'),
      monthOnly: of('monthOnly'),
      serial: of('serial'),
    };
  };
}

/** Bare figures are no dates, so they are not tried. */
function worthDating(read: Sql): Sql {
  return sql`(case when regexp_full_match(clean, '[-+]?[0-9.,]+') and not regexp_matches(clean, '[0-9][.][0-9]{1,2}[.][0-9]') then false else ${bound(read, 'found', (found) => sql`${found} is not null`)} end)`;
}
