import type { DateOrder, DecimalMark } from '../../../shared/domain/import';
import { literal, type Sql, sql } from '../db/sql';

/** Conversions of a text expression to a typed value in SQL; each gives null for what it cannot read. */

/** Trimmed, with single spaces; no-break spaces count as spaces. */
export function collapsed(text: Sql): Sql {
  return sql`trim(regexp_replace(${text}, ${literal('[\\s\\x{00A0}\\x{FEFF}]+')}, ' ', 'g'))`;
}

/** Without accents and in lower case. */
export function folded(text: Sql): Sql {
  return sql`lower(strip_accents(${text}))`;
}

function marks(decimalMark: DecimalMark): { decimal: string; group: string } {
  return decimalMark === ',' ? { decimal: ',', group: '.' } : { decimal: '.', group: ',' };
}

export const plainInteger = literal('-?[0-9]{1,18}');

/** The pattern of digits, sign and decimal mark alone, with which `readPlainDecimal` suffices. */
export function plainDecimal(decimalMark: DecimalMark): Sql {
  return literal(`-?[0-9]{1,15}([${marks(decimalMark).decimal}][0-9]+)?`);
}

/** A number as `plainDecimal` describes it. */
export function readPlainDecimal(text: Sql, decimalMark: DecimalMark): Sql {
  return decimalMark === ','
    ? sql`try_cast(replace(${text}, ',', '.') as double)`
    : sql`try_cast(${text} as double)`;
}

/**
 * A number with thousands separators in their places, a leading `$` or a trailing `%`, or nothing but digits and
 * the decimal mark; "7.5" and "0.435" are not numbers where the comma marks decimals. More than 15 digits before the mark
 * are not read, since a double would round them.
 */
export function readDecimal(text: Sql, decimalMark: DecimalMark): Sql {
  const { decimal, group } = marks(decimalMark);
  const pattern = `[+-]?\\s?[$]?\\s?([1-9][0-9]{0,2}([${group}][0-9]{3}){1,4}|[0-9]{1,15})([${decimal}][0-9]+)?\\s?%?`;
  const bare = sql`regexp_replace(${text}, ${literal(`[\\s$%${group}]`)}, '', 'g')`;
  return sql`case when regexp_full_match(${text}, ${literal(pattern)})
    then try_cast(replace(${bare}, ${literal(decimal)}, '.') as double) end`;
}

/** As `readDecimal`, but only whole numbers. */
export function readInteger(text: Sql, decimalMark: DecimalMark): Sql {
  const { decimal, group } = marks(decimalMark);
  const pattern = `[+-]?\\s?[$]?\\s?([1-9][0-9]{0,2}([${group}][0-9]{3})+|[0-9]+)([${decimal}]0+)?\\s?%?`;
  const bare = sql`regexp_replace(regexp_replace(${text}, ${literal(`[${decimal}]0+(\\s?%?)$`)}, ''),
    ${literal(`[\\s$%${group}]`)}, '', 'g')`;
  return sql`case when regexp_full_match(${text}, ${literal(pattern)}) then try_cast(${bare} as bigint) end`;
}

const day = '([0-9]{1,2})';
const year = '([0-9]{4}|[0-9]{2})';
const clock = '([ T]+[0-9]{1,2}:[0-9]{2}.*)?';

const datePatterns = {
  dmy: {
    plain: '[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}',
    full: `${day}[-/.]${day}[-/.]${year}${clock}`,
    parts: [3, 2, 1],
  },
  mdy: {
    plain: '[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}',
    full: `${day}[-/.]${day}[-/.]${year}${clock}`,
    parts: [3, 1, 2],
  },
  ymd: {
    plain: '[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}',
    full: `([0-9]{4})[-/.]${day}[-/.]${day}${clock}`,
    parts: [1, 2, 3],
  },
} as const satisfies Record<DateOrder, { plain: string; full: string; parts: readonly number[] }>;

/** The pattern of a day, month and year in that order without an hour. */
export function plainDate(order: DateOrder): Sql {
  return literal(datePatterns[order].plain);
}

const quickFormats = { dmy: '%d-%m-%Y', mdy: '%m-%d-%Y', ymd: '%Y-%m-%d' } as const;
const quickPatterns = {
  dmy: '[0-9]{2}-[0-9]{2}-[0-9]{4}',
  mdy: '[0-9]{2}-[0-9]{2}-[0-9]{4}',
  ymd: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
} as const;

/** The shape of most dates in a file: two digits a day and month, four a year, with hyphens or slashes. */
export function isQuickDate(text: Sql, order: DateOrder): Sql {
  return sql`regexp_full_match(${hyphened(text)}, ${literal(quickPatterns[order])})`;
}

/** A day as `isQuickDate` describes it. */
export function readQuickDate(text: Sql, order: DateOrder): Sql {
  return sql`cast(try_strptime(${hyphened(text)}, ${literal(quickFormats[order])}) as date)`;
}

function hyphened(text: Sql): Sql {
  return sql`replace(${text}, '/', '-')`;
}

/**
 * A day in the given order, separated by hyphen, slash or point; a time after it is dropped, a year of two digits
 * belongs to the hundred years that end with 2039. ISO days are read in any order.
 */
export function readDate(text: Sql, order: DateOrder): Sql {
  const own = datePart(text, order);
  if (order === 'ymd') return own;
  return sql`coalesce(${own}, ${datePart(text, 'ymd')})`;
}

function datePart(text: Sql, order: DateOrder): Sql {
  const { full, parts } = datePatterns[order];
  const part = (index: number): Sql =>
    sql`regexp_extract(${text}, ${literal(full)}, ${literal(String(parts[index] ?? 0))}::integer)`;
  const fullYear = sql`case when length(${part(0)}) = 2
    then (case when ${part(0)} < '40' then '20' else '19' end) || ${part(0)} else ${part(0)} end`;
  return sql`case when regexp_full_match(${text}, ${literal(full)})
    then try_cast(${fullYear} || '-' || lpad(${part(1)}, 2, '0') || '-' || lpad(${part(2)}, 2, '0') as date) end`;
}

/** A day as `readDate` reads it with a time of day after it, in hours of 24; without a time it is midnight. */
export function readDateTime(text: Sql, order: DateOrder): Sql {
  const time = sql`regexp_extract(${text}, '[ T]+([0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)', 1)`;
  return sql`try_cast(cast(${readDate(text, order)} as varchar) || ' ' || case when ${time} = '' then '00:00' else lpad(${time}, greatest(5, length(${time}) // 6 * 8), '0') end as timestamp)`;
}

/** The form in which a receipt shows a day with its time. */
export function isIsoDateTime(text: Sql): Sql {
  return sql`regexp_full_match(${text}, '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}')`;
}

export const yesWords = ['si', 's', 'yes', 'y', 'verdadero', 'true', '1', 'x'] as const;
export const noWords = ['no', 'n', 'falso', 'false', '0'] as const;
