import type { ColumnPlan } from '../../../../shared/domain/import';
import type { Instrument } from '../../../../shared/domain/instrument';
import type { Wave } from '../../../../shared/domain/wave';
import { asCount, type Session } from '../../db/session';
import { ident, join, type Sql, sql } from '../../db/sql';
import { withComposed } from '../column-parts';
import { conversionOf, isBlank } from '../conversion';
import { type ColumnEvidence, type FileEvidence, typeChanges } from '../match';
import { csvRows, type PreparedFile, sourceColumn } from '../prepared-file';
import { findTurnedScales } from './turned-scales';

/** More answers than this are no list that could be recoded. */
const fewAnswers = 60;
/** Enough to tell whether a type fits, without reading a file of millions twice. */
const rowsJudged = 200_000;

/**
 * What the file itself says of how its columns match an instrument: the distinct answers of those that have few, how
 * many cells convert where the type differs, and numeric scales whose direction seems turned against an earlier wave.
 */
export async function readFileEvidence(
  session: Session,
  prepared: PreparedFile,
  instrument: Instrument,
  columns: readonly ColumnPlan[],
  earlier: readonly Wave[],
): Promise<FileEvidence> {
  const evidence = new Map<number, ColumnEvidence>();
  for (const { source, identity, parts } of columns) {
    if (identity !== null || parts.length > 0) continue;
    const known = prepared.knownCounts.get(source)?.filter(({ value }) => value.trim() !== '');
    if (!known || known.length > fewAnswers) continue;
    const values = [...new Set(known.map(({ value }) => value.trim()))];
    evidence.set(source, { values, conversion: null, hint: null });
  }
  const rows = sql`(select * from ${withComposed(csvRows(prepared), columns)} limit ${rowsJudged})`;
  await addConversions(session, rows, typeChanges(instrument, columns, evidence), evidence);
  for (const [source, hint] of await findTurnedScales(session, rows, instrument, columns, earlier)) {
    evidence.set(source, { values: null, conversion: null, ...evidence.get(source), hint });
  }
  return evidence;
}

async function addConversions(
  session: Session,
  rows: Sql,
  changes: readonly { source: number; plan: ColumnPlan }[],
  evidence: Map<number, ColumnEvidence>,
): Promise<void> {
  if (changes.length === 0) return;
  const counts = changes.flatMap(({ source, plan }) => {
    const cell = ident(sourceColumn(source));
    const conversion = conversionOf(plan, (text) => text);
    const isFilled = sql`not ${isBlank(cell)} and ${conversion.missingCode(cell)} is null`;
    return [
      sql`count(*) filter (where ${isFilled}) as ${ident(`filled${source}`)}`,
      sql`count(${conversion.stored(cell)}) as ${ident(`fits${source}`)}`,
    ];
  });
  const found = await session.first(sql`select ${join(counts)} from ${rows}`);
  for (const { source } of changes) {
    const conversion = {
      filled: asCount(found?.[`filled${source}`]),
      fits: Math.min(asCount(found?.[`fits${source}`]), asCount(found?.[`filled${source}`])),
    };
    evidence.set(source, { values: null, hint: null, ...evidence.get(source), conversion });
  }
}
