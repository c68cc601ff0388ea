import type { DateOrder } from '../../../shared/domain/dialect';
import { literal, type Sql, sql } from '../db/sql';
import { bound, folded } from './conversion-values';

/** Conversions of a text expression to a day or a moment in SQL; each gives null for what it cannot read. */

const months = [
  'ene(?:ro)?|jan(?:uary)?',
  'feb(?:rero|ruary)?',
  'mar(?:zo|ch)?',
  'abr(?:il)?|apr(?:il)?',
  'may(?:o)?',
  'jun(?:io|e)?',
  'jul(?:io|y)?',
  'ago(?:sto)?|aug(?:ust)?',
  'sept?(?:iembre|ember)?|set(?:iembre)?',
  'oct(?:ubre|ober)?',
  'nov(?:iembre|ember)?',
  'dic(?:iembre)?|dec(?:ember)?',
] as const;
const month = `(${months.join('|')})`;
const weekday =
  '(?:(?:lun(?:es)?|mar(?:tes)?|mie(?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|sab(?:ado)?|dom(?:ingo)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)[.,]{0,2} )?';
const day = '([0-9]{1,2})';
const ordinal = '(?:º|°|ero|ro|st|nd|rd|th)?';
const year = '([0-9]{4}|[0-9]{2})';
const hour = '([01]?[0-9]|2[0-3])';
const afternoon = '([ap])[.]? ?m[.]?';
const zone = '(?:z|(?:utc|gmt) ?(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?|[+-][0-9]{2}(?::?[0-9]{2})?)';
const time = `${hour}:([0-5][0-9])(?::([0-5][0-9](?:[.,][0-9]{1,9})?))?(?: ?${afternoon})?(?: ?(?:hrs?|horas|h)[.]?)?(?: ?${zone})?`;
const clock = `(?:(?:[ t,]+|,? (?:a las? )?)${time})?`;
const gap = '(?:[-/., ]|de|del)+';

const numbered = {
  dmy: { pattern: `${weekday}${day} ?[-/.] ?${day} ?[-/.] ?${year}${clock}`, names: ['d', 'm', 'y'] },
  mdy: { pattern: `${weekday}${day} ?[-/.] ?${day} ?[-/.] ?${year}${clock}`, names: ['m', 'd', 'y'] },
  ymd: { pattern: `([0-9]{4}) ?[-/.] ?${day} ?[-/.] ?${day}${clock}`, names: ['y', 'm', 'd'] },
} as const satisfies Record<DateOrder, { pattern: string; names: readonly string[] }>;

const named = [
  { pattern: `${weekday}${day}${ordinal}${gap}${month}${gap}${year}${clock}`, names: ['d', 'm', 'y'] },
  { pattern: `${weekday}${month}[.]? ${day}${ordinal},? ([0-9]{4})${clock}`, names: ['m', 'd', 'y'] },
  { pattern: `([0-9]{4})[-/. ]+${month}[-/. ]+${day}${clock}`, names: ['y', 'm', 'd'] },
] as const;

/** A month with its year and no day, such as "marzo de 2024". */
export const monthPattern = `${month}[.]?${gap}([0-9]{4})`;

const plainPatterns = {
  dmy: '[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}',
  mdy: '[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}',
  ymd: '[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}',
} as const;
const quickFormats = { dmy: '%d-%m-%Y', mdy: '%m-%d-%Y', ymd: '%Y-%m-%d' } as const;
const quickPatterns = {
  dmy: '[0-9]{2}-[0-9]{2}-[0-9]{4}',
  mdy: '[0-9]{2}-[0-9]{2}-[0-9]{4}',
  ymd: '[0-9]{4}-[0-9]{2}-[0-9]{2}',
} as const;

/** The pattern of a day, month and year in that order without an hour. */
export function plainDate(order: DateOrder): Sql {
  return literal(plainPatterns[order]);
}

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

type Form = { pattern: string; names: readonly string[] };

function names(form: Form): Sql {
  return sql`[${literal(form.names[0] ?? '')}, ${literal(form.names[1] ?? '')}, ${literal(form.names[2] ?? '')}]`;
}

function pad(text: Sql): Sql {
  return sql`lpad(${text}, 2, '0')`;
}

/** The day of a folded text in one form; null where it has another, or where the calendar has no such day. */
function readForm(text: Sql, form: Form, hasName: boolean): Sql {
  const parts = sql`regexp_extract(${text}, ${literal(`^${form.pattern}$`)}, ${names(form)})`;
  const value = bound(parts, 'piece', (piece) => {
    const fullYear = sql`case when length(${piece}.y) = 2 then (case when ${piece}.y < '40' then '20' else '19' end) || ${piece}.y else ${piece}.y end`;
    const number = hasName ? sql`(${monthNumber(sql`${piece}.m`)})` : pad(sql`${piece}.m`);
    return sql`try_cast((${fullYear}) || '-' || ${number} || '-' || ${pad(sql`${piece}.d`)} as date)`;
  });
  return sql`(case when regexp_full_match(${text}, ${literal(form.pattern)}) then ${value} end)`;
}

/** The number of a month, in two digits, from a folded name that begins as one in Spanish or English. */
function monthNumber(name: Sql): Sql {
  return sql`case left(${name}, 3) when 'ene' then '01' when 'jan' then '01' when 'feb' then '02' when 'mar' then '03' when 'abr' then '04' when 'apr' then '04' when 'may' then '05' when 'jun' then '06' when 'jul' then '07' when 'ago' then '08' when 'aug' then '08' when 'sep' then '09' when 'set' then '09' when 'oct' then '10' when 'nov' then '11' else '12' end`;
}

/** The first day of a folded month with its year; null for any other text. */
function readMonth(text: Sql): Sql {
  const parts = sql`regexp_extract(${text}, ${literal(`^${monthPattern}$`)}, ['m', 'y'])`;
  const value = bound(
    parts,
    'piece',
    (piece) => sql`try_cast(${piece}.y || '-' || (${monthNumber(sql`${piece}.m`)}) || '-01' as date)`,
  );
  return sql`(case when regexp_full_match(${text}, ${literal(monthPattern)}) then ${value} end)`;
}

/**
 * A day in the given order, separated by hyphen, slash or point, or with the name of its month in Spanish or English; a time
 * after it is dropped, a year of two digits belongs to the hundred years that end with 2039. ISO days are read in any order, and
 * a month with its year and no day is its first day.
 */
export function readDate(text: Sql, order: DateOrder): Sql {
  return bound(folded(text), 'moment', (moment) => dayOf(moment, order));
}

function dayOf(moment: Sql, order: DateOrder): Sql {
  const byNumber = readForm(moment, numbered[order], false);
  const iso = order === 'ymd' ? sql`` : sql`, ${readForm(moment, numbered.ymd, false)}`;
  const [first, second, third] = named.map((form) => readForm(moment, form, true));
  const byName = sql`(case when regexp_matches(${moment}, '[a-z]{3}') then coalesce(${first ?? sql`null`}, ${second ?? sql`null`}, ${third ?? sql`null`}, ${readMonth(moment)}) end)`;
  return sql`coalesce(${byNumber}${iso}, ${byName})`;
}

/** A day as the number a spreadsheet keeps it as, counted from 30 December 1899: those of 1954 to 2091. */
export const serialPattern = '[2-6][0-9]{4}(?:[.,][0-9]+)?';

/** As `readDate`, and the day numbers of spreadsheets besides. */
export function readDateOrSerial(text: Sql, order: DateOrder): Sql {
  const serial = sql`case when regexp_full_match(${text}, ${literal(serialPattern)}) then date '1899-12-30' + cast(left(${text}, 5) as integer) end`;
  return sql`coalesce(${readDate(text, order)}, ${serial})`;
}

/**
 * A day as `readDate` reads it with a time of day after it, in hours of 24 or with a. m. and p. m.; without a time it is
 * midnight. The clock's time is kept as written, whatever zone stands after it. Day numbers of spreadsheets keep their time too.
 */
export function readDateTime(text: Sql, order: DateOrder): Sql {
  const found = sql`regexp_extract(moment, ${literal(`${time}$`)}, ['h', 'm', 's', 'p'])`;
  const moment = sql`moment`;
  const value = bound(found, 'clock', (piece) => {
    const hours = sql`(case when ${piece}.p = 'p' and ${piece}.h::integer < 12 then ${piece}.h::integer + 12
      when ${piece}.p = 'a' and ${piece}.h::integer = 12 then 0 else ${piece}.h::integer end)`;
    const seconds = sql`(case when ${piece}.s = '' then '00' else replace(${piece}.s, ',', '.') end)`;
    const clockTime = sql`case when ${piece}.h = '' then '00:00:00' else lpad(${hours}::varchar, 2, '0') || ':' || ${piece}.m || ':' || ${seconds} end`;
    return sql`try_cast(cast(${dayOf(moment, order)} as varchar) || ' ' || ${clockTime} as timestamp)`;
  });
  const serial = sql`case when regexp_full_match(${text}, ${literal(serialPattern)})
    then timestamp '1899-12-30' + to_seconds(round(replace(${text}, ',', '.')::double * 86400)::bigint) end`;
  return sql`coalesce(${bound(folded(text), 'moment', () => value)}, ${serial})`;
}

const isoPattern = '[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}';

/** The form in which a receipt shows a day with its time, and which is read at once. */
export function isIsoDateTime(text: Sql): Sql {
  return sql`regexp_full_match(${text}, ${literal(isoPattern)})`;
}

/** A moment as `isIsoDateTime` describes it. */
export function readIsoDateTime(text: Sql): Sql {
  return sql`try_cast(${text} as timestamp)`;
}

/** Patterns over a folded cell, for counting: a time other than midnight, a zone after it, an order that only one reading explains. */
export const momentForms = {
  clock: `${time}$`,
  midnight: '[ t]0?0:00(?::00(?:[.,]0+)?)?(?: ?z)?$',
  zone: `[0-9](?: ?${afternoon})? ?${zone}$`,
  dayFirst: '^(?:1[3-9]|2[0-9]|3[01])[-/.][0-9]{1,2}[-/.][0-9]',
  monthFirst: '^[0-9]{1,2}[-/.](?:1[3-9]|2[0-9]|3[01])[-/.](?:[0-9]{4}|[0-9]{2})(?:[^0-9]|$)',
} as const;
