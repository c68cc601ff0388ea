import { ident, join, literal, type Sql, sql } from '../db/sql';

/** Parts of the conversions of a text expression, in SQL. */

/** Trimmed, with single spaces; no-break and narrow spaces count as spaces. */
export function collapsed(text: Sql): Sql {
  return sql`trim(regexp_replace(${text}, ${literal('[\\s\\x{00A0}\\x{FEFF}\\x{2009}\\x{202F}]+')}, ' ', 'g'))`;
}

/** Without accents and in lower case. */
export function folded(text: Sql): Sql {
  return sql`lower(strip_accents(${text}))`;
}

/**
 * As `in`, but never turned into a join, which DuckDB does from five values on: a join would clean every cell and not only those
 * that need it, and rows would no longer be stored in the order of the file. Null is none of the values.
 */
export function isOneOf(text: Sql, values: readonly Sql[]): Sql {
  return values.length === 0 ? sql`false` : sql`list_contains([${join(values)}], ${text})`;
}

/** The body over a value that is computed once; names of values one inside another must differ. */
export function bound(value: Sql, name: string, body: (name: Sql) => Sql): Sql {
  return sql`(list_transform([${value}], lambda ${ident(name)}: ${body(ident(name))})[1])`;
}

export const yesWords = [
  'si',
  's',
  'yes',
  'y',
  'verdadero',
  'true',
  'v',
  't',
  '1',
  '1.0',
  '1,0',
  'x',
  '✓',
  '✔',
] as const;
export const noWords = ['no', 'n', 'falso', 'false', 'f', '0', '0.0', '0,0'] as const;

/** A word without the full stops and exclamation marks around it. */
export function bareWord(text: Sql): Sql {
  return sql`trim(${text}, ' .!¡')`;
}
