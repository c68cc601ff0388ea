import type { ColumnProfile } from '../../../shared/domain/import';
import type { DaysFound } from '../../../shared/domain/propose-wave';
import { foldName, surveyField } from '../../../shared/domain/survey-fields';
import { asCount, asText, type Session } from '../db/session';
import { ident, type Sql, sql } from '../db/sql';
import { withComposed } from './column-parts';
import { conversionOf } from './conversion';
import { csvRows, type PreparedFile, sourceColumn } from './prepared-file';

/** Days of a person's life or of a document, which say nothing of when the question was put. */
const otherDays =
  /\b(nac\w*|birth\w*|cumple\w*|ingreso|llegada|arribo|entrada al pais|vencimiento|caducidad|emision|matricula|egreso|retiro|desde|hasta)\b/;
const applied =
  /\b(fecha|dia|date|today|hoy|start|end|submi\w+|aplicacion|encuesta|respuesta|atencion|registro)\b/;
/** More days than these apart are no application of a survey. */
const longestDays = 1100;
/** Days this far from the bulk of the others are slips of the pen. */
const farDays = 60;

/**
 * The days on which a file's answers were given: of its columns with dates the likeliest by name, then the most filled.
 * The first and last percent are left out where they lie far from the rest. Null where no column tells.
 */
export async function findWaveDays(
  session: Session,
  prepared: PreparedFile,
  columns: readonly ColumnProfile[],
): Promise<DaysFound | null> {
  const likely = columns
    .filter(({ proposal, filled, partOf }) => isDay(proposal) && filled > 0 && partOf === null)
    .map((profile) => ({ profile, rank: rankOf(profile.proposal.header, profile.proposal.label) }))
    .filter(({ rank }) => rank > 0)
    .sort((left, right) => right.rank - left.rank || right.profile.filled - left.profile.filled);
  for (const { profile } of likely) {
    const found = await readDays(session, prepared, profile);
    if (found) return found;
  }
  return null;
}

function isDay({ type, identity }: ColumnProfile['proposal']): boolean {
  return (type === 'date' || type === 'datetime') && identity === null;
}

function rankOf(header: string, label: string): number {
  const names = [header, label].map(foldName);
  if (names.some((name) => otherDays.test(name))) return 0;
  if ([header, label].some((name) => surveyField(name) === 'applied-on')) return 3;
  return names.some((name) => applied.test(name)) ? 2 : 1;
}

async function readDays(
  session: Session,
  prepared: PreparedFile,
  { proposal }: ColumnProfile,
): Promise<DaysFound | null> {
  const cell = ident(sourceColumn(proposal.source));
  const day = sql`cast(${conversionOf(proposal, (text: Sql) => text).stored(cell)} as date)`;
  const row = await session.first(
    sql`with days as (select ${day} as day from ${withComposed(csvRows(prepared), [proposal])}),
        ends as (select count(day) as filled, min(day) as first, max(day) as last,
          quantile_disc(day, 0.01) as low, quantile_disc(day, 0.99) as high from days),
        kept as (select filled,
          case when date_diff('day', first, low) > ${farDays} then low else first end as first,
          case when date_diff('day', high, last) > ${farDays} then high else last end as last from ends)
        select filled, cast(first as varchar) as first, cast(last as varchar) as last,
          date_diff('day', first, last) as span,
          (select count(*) from days where day < first or day > last) as outside from kept`,
  );
  if (!row || asCount(row.filled) === 0 || asCount(row.span) > longestDays) return null;
  return {
    header: proposal.header || proposal.label,
    from: asText(row.first),
    to: asText(row.last),
    filled: asCount(row.filled),
    outside: asCount(row.outside),
  };
}
