import type { Call } from '../../../shared/contract';
import type { ColumnProfile } from '../../../shared/domain/import';
import { asText, type Session } from '../db/session';
import { ident, join, sql } from '../db/sql';
import { findIdentity } from '../privacy/identity';
import { measureFits } from './candidate-fits';
import { collapseSpaces } from './cell-shapes';
import { nameColumns } from './column-names';
import { describeColumn, misfitQuestions, oneIdentifier } from './column-profile';
import { findMisfits } from './find-misfits';
import { findMissingCodes } from './missing-codes';
import { csvRows, type PreparedFile, sourceColumn } from './prepared-file';
import { type ColumnFacts, proposeColumn } from './propose-column';
import { type CountedValue, countValues, listFew, mostFrequent } from './value-counts';

const valuesJudged = 1000;

/** What every column holds and the plan proposed for it. */
export async function profileColumns(
  session: Session,
  prepared: PreparedFile,
  name: string,
  call: Call,
): Promise<ColumnProfile[]> {
  const { detected } = prepared;
  const sources = Array.from({ length: detected.width }, (_, source) => source);
  call.report({ stage: 'checking', share: null, done: null, total: null });
  const counts = await countValues(session, csvRows(prepared), sources, name);
  try {
    const frequent = await mostFrequent(session, counts.table, valuesJudged);
    const missing = new Map(
      sources.map((source) => [source, findMissingCodes(frequent.get(source)?.values ?? [])] as const),
    );
    const fitsOf = await measureFits(
      session,
      counts.table,
      new Map([...missing].map(([source, codes]) => [source, codes.map(({ value }) => value)])),
    );
    const samples = await sampleUnlisted(session, prepared, [...counts.unlisted.keys()]);
    prepared.knownCounts = await listFew(session, counts);
    const profiles = nameColumns(detected.headers, detected.width).map((named, source) => {
      const found = frequent.get(source);
      const filled = counts.unlisted.get(source)?.filled ?? found?.filled ?? 0;
      const codes = missing.get(source) ?? [];
      const codeTexts = new Set(codes.map(({ value }) => value));
      const values = found?.values ?? samples.get(source) ?? [];
      const facts: ColumnFacts = {
        ...named,
        source,
        rows: counts.rows,
        filled,
        distinct: found?.distinct ?? counts.unlisted.get(source)?.distinct ?? 0,
        values: values.filter(({ value }) => !codeTexts.has(collapseSpaces(value))),
        missingCodes: codes.map(({ value }) => value),
        fits: fitsOf(source),
        identity: findIdentity(named.label, values),
        isUnlisted: counts.unlisted.has(source),
      };
      return describeColumn(facts, proposeColumn(facts, detected.dialect), codes, values);
    });
    const settled = oneIdentifier(profiles);
    const questions = settled.flatMap((profile) => misfitQuestions(profile));
    const misfits = await findMisfits(session, prepared, counts.table, questions);
    return settled.map((profile) => ({
      ...profile,
      candidates: profile.candidates.map((candidate) => ({
        ...candidate,
        examples: misfits.get(`${profile.proposal.source} ${candidate.type}`) ?? [],
      })),
    }));
  } finally {
    await counts.drop();
  }
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
