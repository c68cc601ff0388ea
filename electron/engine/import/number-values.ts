import type { DecimalMark } from '../../../shared/domain/dialect';
import { literal, type Sql, sql } from '../db/sql';
import { bound } from './conversion-values';

/** Conversions of a text expression to a number in SQL; each gives null for what it cannot read. */

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

const currency = '(?:[Uu][Ss] ?[$]|[Uu][Ss][Dd]|[Cc][Ll][Pp] ?[$]?|[Uu][Ff]|[Uu][Tt][Mm]|[Ee][Uu][Rr]|[$€])';

/** Digits in groups of three set apart by one and the same mark, a space or an apostrophe. */
function grouped(group: string): string {
  return [`[${group}]`, ' ', "['’]"].map((mark) => `[1-9][0-9]{0,2}(?:${mark}[0-9]{3}){1,4}`).join('|');
}

/** What may stand around the digits: a sign, a currency, `%`, or the parentheses or the trailing minus of accounts. */
function framed(body: string): string {
  const before = `(?:[+-]? ?(?:${currency} ?)?|${currency} ?[+-] ?)`;
  const after = `(?: ?(?:%|${currency}))?`;
  const unsigned = `(?:${currency} ?)?(?:${body})${after}`;
  return `${before}(?:${body})${after}|[(] ?${unsigned} ?[)]|${unsigned} ?-`;
}

/** A minus of typography counts as one. */
function plainMinus(text: Sql): Sql {
  return sql`translate(${text}, '−–', '--')`;
}

/** The digits with their marks, without sign, unit and groups; an exponent stays. */
function digitsOf(text: Sql, { decimal, group }: { decimal: string; group: string }): Sql {
  const found = literal(`[0-9${decimal}][0-9.,'’ ]*(?:[eE][+-]?[0-9]+)?`);
  return sql`regexp_replace(regexp_extract(${text}, ${found}), ${literal(`[${group} '’]`)}, '', 'g')`;
}

const isNegative = literal('^[(]|^[^0-9]*-|-$');

/** Parentheses around nothing but zeros are no negative number, so such a cell is none. */
const isNothing = literal('^[(][^1-9]*[)]$');

/**
 * A number with thousands in their places (point or comma, space, apostrophe), a currency or `%`, parentheses or a trailing
 * minus for negatives, or an exponent; "7.5" and "0.435" are not numbers where the comma marks decimals, nor is "1/2". More
 * than 15 digits before the mark are not read, since a double would round them.
 */
export function readDecimal(text: Sql, decimalMark: DecimalMark): Sql {
  const own = marks(decimalMark);
  const body = `(?:${grouped(own.group)}|[0-9]{1,15})(?:[${own.decimal}][0-9]+)?|[${own.decimal}][0-9]+|[0-9]{1,15}(?:[${own.decimal}][0-9]+)?[eE][+-]?[0-9]{1,3}`;
  return bound(plainMinus(text), 'figure', (figure) => {
    const value = sql`try_cast(replace(${digitsOf(figure, own)}, ${literal(own.decimal)}, '.') as double)`;
    const finite = bound(value, 'amount', (amount) => sql`case when isfinite(${amount}) then ${amount} end`);
    return sql`case when regexp_full_match(${figure}, ${literal(framed(body))})
      then (case when regexp_matches(${figure}, ${isNothing}) then null when regexp_matches(${figure}, ${isNegative}) then 0 - ${finite} else ${finite} end) end`;
  });
}

/** As `readDecimal`, but only whole numbers, of up to 18 digits. */
export function readInteger(text: Sql, decimalMark: DecimalMark): Sql {
  const own = marks(decimalMark);
  const whole = `(?:${grouped(own.group)}|[0-9]{1,18})(?:[${own.decimal}]0+)?`;
  const raised = `[0-9]{1,15}(?:[${own.decimal}][0-9]+)?[eE][+]?[0-9]{1,2}`;
  return bound(plainMinus(text), 'figure', (figure) => {
    const digits = digitsOf(figure, own);
    const plain = sql`try_cast(regexp_replace(${digits}, ${literal(`[${own.decimal}]0+$`)}, '') as bigint)`;
    const large = bound(
      sql`try_cast(replace(${digits}, ${literal(own.decimal)}, '.') as double)`,
      'amount',
      (amount) =>
        sql`case when ${amount} = round(${amount}) and ${amount} < 1e15 then try_cast(${amount} as bigint) end`,
    );
    const value = sql`(case when regexp_full_match(${figure}, ${literal(framed(whole))}) then ${plain}
      when regexp_full_match(${figure}, ${literal(framed(raised))}) then ${large} end)`;
    return sql`case when regexp_matches(${figure}, ${isNothing}) then null when regexp_matches(${figure}, ${isNegative}) then 0 - ${value} else ${value} end`;
  });
}

/** Shapes of figures by their unit, as patterns over a cell with single spaces; for counting, not for reading. */
export const figureForms = {
  plain: `[-+(]? ?[0-9.,'’ ]*[0-9](?:[eE][+-]?[0-9]+)?[)]?-?`,
  percent: '[-+(]? ?[0-9][0-9., ]* ?%[)]?',
  peso: `[-+(]? ?(?:[Cc][Ll][Pp] ?[$]?|[$]) ?[-+]? ?[0-9][0-9.,'’ ]*[)]?-?|[-+(]?[0-9][0-9.,'’ ]*(?:[Cc][Ll][Pp]|[$])[)]?`,
  dollar: `[-+(]? ?(?:[Uu][Ss] ?[$]|[Uu][Ss][Dd]) ?[-+]? ?[0-9][0-9.,'’ ]*[)]?|[0-9][0-9.,'’ ]*(?:[Uu][Ss][Dd]|[Uu][Ss][$])`,
  uf: `[-+(]? ?[Uu][Ff] ?[0-9][0-9.,'’ ]*[)]?|[0-9][0-9.,'’ ]*[Uu][Ff]`,
  euro: `[-+(]? ?(?:€|[Ee][Uu][Rr]) ?[0-9][0-9.,'’ ]*[)]?|[0-9][0-9.,'’ ]*(?:€|[Ee][Uu][Rr])`,
} as const;
export type FigureForm = keyof typeof figureForms;
export const figureFormNames = [
  'plain',
  'percent',
  'peso',
  'dollar',
  'uf',
  'euro',
] as const satisfies readonly FigureForm[];
