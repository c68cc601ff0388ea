import type { ColumnProfile } from '../../../../shared/domain/import';
import type { SourceNotice } from '../../../../shared/domain/source';
import { asCount, type Session } from '../../db/session';
import { ident, literal, type Sql, sql } from '../../db/sql';
import { noneChosen, partSeparator } from '../answers-joined';
import { withComposed } from '../column-parts';
import { numberedRows, type PreparedFile, sourceColumn } from '../prepared-file';

const linesShown = 5;

/**
 * Notices of questions whose answers stand both joined in one cell and option by option, where the two do not say the
 * same: the options are what is read. Costs nothing for a file without such questions.
 */
export async function contradictionNotices(
  session: Session,
  prepared: PreparedFile,
  columns: readonly ColumnProfile[],
): Promise<SourceNotice[]> {
  const notices: SourceNotice[] = [];
  for (const { proposal: combined, writtenAs, partOf } of columns) {
    const whole = columns.find(({ proposal }) => writtenAs === 'combined' && proposal.source === partOf);
    if (!whole || whole.proposal.parts.length === 0) continue;
    const { proposal } = whole;
    const rows = withComposed(numberedRows(prepared), [proposal]);
    // The joined cell has the options as the form names them or as people read them.
    const labels = new Map(proposal.options.map(({ value, label }) => [value, label]));
    const relabelled = proposal.parts.map((part) => ({
      ...part,
      value: part.value === null ? null : (labels.get(part.value) ?? part.value),
      chosen: part.chosen,
    }));
    const named = await contradicting(session, rows, proposal.source, combined.source);
    const isNamed =
      named.count === 0 || relabelled.every(({ value }, at) => value === proposal.parts[at]?.value);
    const worded = isNamed
      ? named
      : await contradicting(
          session,
          withComposed(numberedRows(prepared), [{ source: proposal.source, parts: relabelled }]),
          proposal.source,
          combined.source,
        );
    const { count, lines } = worded.count < named.count ? worded : named;
    if (count === 0) continue;
    notices.push({
      code: 'options-contradict',
      severity: 'attention',
      details: { count },
      lines,
      columns: [combined.header],
    });
  }
  return notices;
}

async function contradicting(
  session: Session,
  rows: Sql,
  composed: number,
  combined: number,
): Promise<{ count: number; lines: number[] }> {
  const chosen = sql`list_filter(string_split(coalesce(${ident(sourceColumn(composed))}, ''), ${literal(partSeparator)}),
    lambda option: option <> '' and option <> ${literal(noneChosen)})`;
  const row = await session.first(
    sql`with bare as (
          select line, list_transform(${chosen}, lambda option: ${bare(sql`option`)}) as chosen,
            ${bare(sql`coalesce(${ident(sourceColumn(combined))}, '')`)} as joined from ${rows}
        ), wrong as (
          select line from bare
          where length(joined) <> length(array_to_string(chosen, ''))
            or len(list_filter(chosen, lambda option: not contains(joined, option))) > 0
        )
        select count(*) as count, min(line, ${literal(String(linesShown))}::bigint) as lines from wrong`,
  );
  const lines = Array.isArray(row?.lines) ? row.lines.map((line) => asCount(line)) : [];
  return { count: asCount(row?.count), lines };
}

/** Letters and digits alone, whatever stands between the answers. */
function bare(text: Sql): Sql {
  return sql`regexp_replace(lower(${text}), '[^\\p{L}\\p{N}]+', '', 'g')`;
}
