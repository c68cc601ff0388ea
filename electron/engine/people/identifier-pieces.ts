import { literal, type Sql, sql } from '../db/sql';
import { normalised } from '../privacy/pseudonyms';

const ymd = '([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})([ T].*)?';
const dmy = '([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})([ T].*)?';
const rut = '[0-9]{1,3}(\\.?[0-9]{3}){1,2}\\s?-\\s?[0-9kK]';

/**
 * One piece of an identifier that is made of several columns, written in one way whatever its file's habits: days as
 * `yyyy-mm-dd` (day first unless the year is), RUT with hyphen only, anything else without accents, case and punctuation.
 */
export function identifierPiece(cell: Sql): Sql {
  const text = sql`trim(${cell})`;
  const day = (pattern: string, order: readonly [number, number, number]): Sql => {
    const [year, month, date] = order.map(
      (group) => sql`regexp_extract(${text}, ${literal(pattern)}, ${literal(String(group))}::integer)`,
    );
    return sql`${year ?? sql`''`} || '-' || lpad(${month ?? sql`''`}, 2, '0') || '-' || lpad(${date ?? sql`''`}, 2, '0')`;
  };
  const words = sql`trim(regexp_replace(upper(strip_accents(${text})), ${literal('[^A-Z0-9]+')}, ' ', 'g'))`;
  return sql`case when regexp_full_match(${text}, ${literal(ymd)}) then ${day(ymd, [1, 2, 3])}
    when regexp_full_match(${text}, ${literal(dmy)}) then ${day(dmy, [3, 2, 1])}
    when regexp_full_match(${text}, ${literal(rut)}) then ${normalised(text, 'rut')}
    else ${words} end`;
}
