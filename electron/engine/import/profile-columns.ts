import type { Call } from '../../../shared/contract';
import type { ColumnProfile } from '../../../shared/domain/import';
import type { PlatformFinding } from '../../../shared/domain/source';
import { asText, type Session } from '../db/session';
import { ident, join, sql } from '../db/sql';
import { amongPeople, peopleOf } from '../privacy/file-people';
import { findIdentity } from '../privacy/identity';
import { protectNeighbours, protectTexts } from '../privacy/protect-columns';
import { measureFits } from './candidate-fits';
import { collapseSpaces } from './cell-shapes';
import { nameReadings } from './column-names';
import { describeColumn, misfitQuestions, oneIdentifier, withReading } from './column-profile';
import { findMisfits } from './find-misfits';
import { findMissingCodes } from './missing-codes';
import { applyReading } from './platforms/apply-reading';
import { withNotApplicable } from './platforms/not-applicable-words';
import { readPlatform } from './platforms/read-platform';
import type { RawColumn, RawTable } from './platforms/reading';
import { settleDoubtful } from './platforms/settle-doubtful';
import { csvRows, type PreparedFile, sourceColumn } from './prepared-file';
import { profileComposed } from './profile-composed';
import { type ColumnFacts, proposeColumn } from './propose-column';
import { nativeColumn } from './sources/native-columns';
import { type CountedValue, countValues, listFew, mostFrequent } from './value-counts';

const valuesJudged = 1000;

/** What every column holds and the plan proposed for it, and what the program that wrote the file is. */
export async function profileColumns(
  session: Session,
  prepared: PreparedFile,
  { headerRows, codebook }: Pick<RawTable, 'headerRows' | 'codebook'>,
  name: string,
  call: Call,
): Promise<{ columns: ColumnProfile[]; platform: PlatformFinding | null }> {
  const { detected } = prepared;
  const sources = Array.from({ length: detected.width }, (_, source) => source);
  call.report({ stage: 'checking', share: null, done: null, total: null });
  const counts = await countValues(session, csvRows(prepared), sources, name);
  try {
    const frequent = await mostFrequent(session, counts.table, valuesJudged);
    const samples = await sampleUnlisted(session, prepared, [...counts.unlisted.keys()]);
    prepared.knownCounts = await listFew(session, counts, frequent);
    const raw: RawColumn[] = sources.map((source) => {
      const found = frequent.get(source);
      return {
        source,
        header: detected.headers[source] ?? '',
        filled: counts.unlisted.get(source)?.filled ?? found?.filled ?? 0,
        distinct: found?.distinct ?? counts.unlisted.get(source)?.distinct ?? 0,
        values: found?.values ?? samples.get(source) ?? [],
        isUnlisted: counts.unlisted.has(source),
      };
    });
    const { tables, tableId } = prepared.source;
    const table = { columns: raw, rows: counts.rows, headerRows, tables, tableId, codebook };
    const reading = await settleDoubtful(session, csvRows(prepared), readPlatform(table));
    const missing = new Map(
      sources.map((source) => [source, findMissingCodes(raw[source]?.values ?? [])] as const),
    );
    const fitsOf = await measureFits(
      session,
      counts.table,
      new Map([...missing].map(([source, codes]) => [source, codes.map(({ value }) => value)])),
    );
    const names = nameReadings(detected.headers, detected.width, reading);
    const profiles = raw.map((column) => {
      const { source, values, isUnlisted } = column;
      const codes = missing.get(source) ?? [];
      const codeTexts = new Set(codes.map(({ value }) => value));
      const named = names[source] ?? {
        header: column.header,
        label: column.header,
        name: `columna_${source + 1}`,
      };
      const facts: ColumnFacts = {
        ...named,
        source,
        rows: counts.rows,
        filled: column.filled,
        distinct: column.distinct,
        values: values.filter(({ value }) => !codeTexts.has(collapseSpaces(value))),
        missingCodes: codes.map(({ value }) => value),
        fits: fitsOf(source),
        identity: findIdentity(named.label, values),
        isUnlisted,
        native: nativeColumn(prepared, source),
      };
      const said = reading.columns.get(source);
      const proposal = withNotApplicable(applyReading(proposeColumn(facts, detected.dialect), said, facts));
      return withReading(describeColumn(facts, proposal, codes, values), said);
    });
    const composed = await profileComposed(session, prepared, reading, names, name);
    const textsOf = (source: number) => raw[source]?.values ?? [];
    const nextSource = composed.reduce(
      (next, { proposal }) => Math.max(next, proposal.source + 1),
      sources.length,
    );
    const beside = protectNeighbours(profiles, textsOf, nextSource);
    const unprotected = oneIdentifier([...beside.profiles, ...beside.composed]);
    const people = await peopleOf(
      session,
      csvRows(prepared),
      unprotected.map(({ proposal }) => ({ ...proposal, redacts: true })),
      sources.length,
      sourceColumn,
    );
    const [settled, put] = await amongPeople(people, async () => [
      unprotected.map((profile) => protectTexts(profile, textsOf)),
      composed.map((profile) => protectTexts(profile, textsOf)),
    ]);
    const questions = settled.flatMap((profile) => misfitQuestions(profile));
    const misfits = await findMisfits(session, prepared, counts.table, questions);
    const columns = settled.map((profile) => ({
      ...profile,
      candidates: profile.candidates.map((candidate) => ({
        ...candidate,
        examples: misfits.get(`${profile.proposal.source} ${candidate.type}`) ?? [],
      })),
    }));
    const [own, added] = [columns.slice(0, sources.length), columns.slice(sources.length)];
    return { columns: inFormOrder(own, [...put, ...added]), platform: reading.finding };
  } finally {
    await counts.drop();
  }
}

/** A question put together from several columns stands where the first of them does. */
function inFormOrder(columns: readonly ColumnProfile[], composed: readonly ColumnProfile[]): ColumnProfile[] {
  return columns.flatMap((column) => {
    const begun = composed.filter(
      ({ proposal }) => columns.find(({ partOf }) => partOf === proposal.source) === column,
    );
    return [...begun, column];
  });
}

/** The first cells of columns whose values are not listed. */
async function sampleUnlisted(
  session: Session,
  prepared: PreparedFile,
  sources: readonly number[],
): Promise<Map<number, CountedValue[]>> {
  if (sources.length === 0) return new Map();
  const columns = sources.map((source) => ident(sourceColumn(source)));
  const rows = await session.all(
    sql`select ${join(columns)} from ${csvRows(prepared)} limit ${valuesJudged}`,
  );
  return new Map(
    sources.map((source) => [
      source,
      rows.flatMap((row) => {
        const value = row[sourceColumn(source)];
        return value === null || value === undefined ? [] : [{ value: asText(value), count: 1 }];
      }),
    ]),
  );
}
