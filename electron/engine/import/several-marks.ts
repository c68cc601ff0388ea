import type { Dialect } from '../../../shared/domain/dialect';
import { literal, type Sql, sql } from '../db/sql';

type Marks = Pick<Dialect, 'decimalMark' | 'dateOrder'>;

const numberOf = {
  ',': String.raw`[+-]?\s?[$]?\s?([0-9]{1,3}([.][0-9]{3})+|[0-9]+)([,][0-9]+)?\s?%?`,
  '.': String.raw`[+-]?\s?[$]?\s?([0-9]{1,3}([,][0-9]{3})+|[0-9]+)([.][0-9]+)?\s?%?`,
} as const;

/**
 * How the cells of one file are written again with the decimal mark and the order of dates of another, so that one
 * column is read in one way; null where both are written alike. Texts that are neither number nor date stay as they are.
 */
export function sameMarks(wanted: Marks | undefined, own: Marks): ((cell: Sql) => Sql) | null {
  if (!wanted) return null;
  const hasOtherMark = wanted.decimalMark !== own.decimalMark;
  const dates = turnedDates(wanted.dateOrder, own.dateOrder);
  if (!hasOtherMark && !dates) return null;
  return (cell) => {
    const pattern = literal(numberOf[own.decimalMark]);
    const arms = [
      ...(hasOtherMark
        ? [sql`when regexp_full_match(trim(${cell}), ${pattern}) then translate(${cell}, ',.', '.,')`]
        : []),
      ...(dates
        ? [
            sql`when regexp_full_match(trim(${cell}), ${literal(dates.pattern)})
              then regexp_replace(trim(${cell}), ${literal(dates.pattern)}, ${literal(dates.written)})`,
          ]
        : []),
    ];
    return arms.reduceRight((otherwise, arm) => sql`(case ${arm} else ${otherwise} end)`, cell);
  };
}

const slashed = '([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(.*)';

/** Days written day first, month first or year first; ISO days are understood in any order. */
function turnedDates(
  wanted: Dialect['dateOrder'],
  own: Dialect['dateOrder'],
): { pattern: string; written: string } | null {
  if (wanted === own || own === 'ymd') return null;
  const [day, month] = own === 'dmy' ? ['\\1', '\\2'] : ['\\2', '\\1'];
  // ISO, the only form that every order reads alike.
  return { pattern: slashed, written: `\\3-${month}-${day}\\4` };
}
