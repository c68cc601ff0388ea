import type { Call, ParsedInput } from '../../../shared/contract';
import { FileId } from '../../../shared/domain/ids';
import type { ColumnPlan, ColumnProfile, Inspection } from '../../../shared/domain/import';
import type { VariableType } from '../../../shared/domain/instrument';
import type { EngineContext } from '../context';
import { asCount, asText, type Session } from '../db/session';
import { ident, join, sql } from '../db/sql';
import { findIdentity } from '../privacy/identity';
import { measureFits } from './candidate-fits';
import { collapseSpaces, foldText } from './cell-shapes';
import { nameColumns } from './column-names';
import { findMisfits, type MisfitQuestion } from './find-misfits';
import { findMissingCodes } from './missing-codes';
import { csvRows, numberedRows, type PreparedFile, prepareFile, sourceColumn } from './prepared-file';
import { type ColumnFacts, proposeColumn } from './propose-column';
import { type CountedValue, countValues, listFew, mostFrequent } from './value-counts';

const previewRows = 50;
const irregularShown = 200;
const topShown = 20;
const valuesJudged = 1000;

/** Detects how a file is written and proposes a plan for each column; nothing is stored. */
export async function inspectFile(
  context: EngineContext,
  input: ParsedInput<'import.inspect'>,
  call: Call,
): Promise<Inspection> {
  const prepared = await prepareFile(context, input, call);
  const { detected, file, source, survey, tolerant } = prepared;
  const columns = await context
    .project()
    .read(call.signal, (session) => profileColumns(session, prepared, context.newId('t'), call));
  const preview = await context.project().read(call.signal, (session) => readPreview(session, prepared));
  const names = nameColumns(detected.headers, detected.width);
  const texts = [...detected.preamble, ...detected.headers, file.name];
  const constant = columns.some(
    ({ distinct, topValues }) => distinct === 1 && saysSynthetic(topValues[0]?.value ?? ''),
  );
  return {
    fileId: FileId.parse(file.fileId),
    fileName: file.name,
    sha256: survey.sha256,
    bytes: file.bytes,
    format: source.format,
    tables: source.tables,
    notices: source.notices,
    platform: null,
    files: [
      {
        fileId: FileId.parse(file.fileId),
        fileName: file.name,
        sha256: survey.sha256,
        bytes: file.bytes,
        label: null,
      },
    ],
    dialect: detected.dialect,
    evidence: detected.evidence,
    rows: detected.scan.records,
    irregular: (tolerant?.setAside ?? [])
      .slice(0, irregularShown)
      .map(({ line, reason, cells }) => ({ line, reason, fields: cells.length })),
    irregularTotal: tolerant ? tolerant.rowsRead - tolerant.rowsKept : 0,
    preamble: detected.preamble,
    headers: names.map(({ header }) => header),
    preview,
    columns,
    saysSynthetic: constant || texts.some(saysSynthetic),
  };
}

function saysSynthetic(text: string): boolean {
  return /\bsintetic|\bsynthetic/.test(foldText(text));
}

async function readPreview(session: Session, prepared: PreparedFile): Promise<Inspection['preview']> {
  const rows = await session.all(sql`select * from ${numberedRows(prepared)} limit ${previewRows}`);
  return rows.map((row) => ({
    line: asCount(row.line),
    cells: Array.from({ length: prepared.detected.width }, (_, source) => {
      const cell = row[sourceColumn(source)];
      return typeof cell === 'string' ? cell : '';
    }),
  }));
}

async function profileColumns(
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
      return describe(facts, proposeColumn(facts, detected.dialect), codes, values);
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

function describe(
  facts: ColumnFacts,
  proposal: ColumnPlan,
  codes: readonly CountedValue[],
  values: readonly CountedValue[],
): ColumnProfile {
  return {
    proposal,
    filled: facts.filled,
    blank: facts.rows - facts.filled,
    distinct: facts.distinct,
    candidates: candidatesOf(facts, proposal),
    missingCandidates: codes.map(({ value, count }) => ({ code: value, count })),
    topValues: facts.isUnlisted ? [] : values.slice(0, topShown),
    standardEvidence: null,
    insideText: [],
    question: null,
    partOf: null,
    identityEvidence: facts.identity,
  };
}

function candidatesOf(facts: ColumnFacts, proposal: ColumnPlan): ColumnProfile['candidates'] {
  const { fits } = facts;
  const fitsOf = (type: VariableType): number => fitCount(type, facts, proposal);
  const likely: VariableType[] = ['integer', 'decimal', 'date'];
  const types = [proposal.type, ...likely.filter((type) => type !== proposal.type && fitsOf(type) > 0)];
  const text: VariableType = 'text';
  return [...new Set([...types, text])].map((type) => ({
    type,
    fits: fitsOf(type),
    misfits: Math.max(0, (facts.isUnlisted ? facts.filled : fits.usable) - fitsOf(type)),
    examples: [],
  }));
}

function fitCount(type: VariableType, { fits, filled, isUnlisted }: ColumnFacts, plan: ColumnPlan): number {
  if (type === 'integer') return fits.integer[plan.decimalMark];
  if (type === 'decimal') return fits.decimal[plan.decimalMark];
  if (type === 'date') return fits.date[plan.dateOrder];
  return isUnlisted ? filled : fits.usable;
}

function misfitQuestions({ proposal, candidates }: ColumnProfile): MisfitQuestion[] {
  return candidates
    .filter(
      ({ type, fits, misfits }) =>
        misfits > 0 && fits > misfits && ['integer', 'decimal', 'date'].includes(type),
    )
    .map(({ type }) => ({ plan: { ...proposal, type, action: 'keep' } }));
}

/** One column identifies the person; codes such as a form's number yield to a national identifier. */
function oneIdentifier(profiles: readonly ColumnProfile[]): ColumnProfile[] {
  const rank = ({ proposal }: ColumnProfile): number =>
    proposal.identity === 'rut' || proposal.identity === 'ipe' ? 0 : proposal.identity === 'passport' ? 1 : 2;
  const identifiers = profiles.filter(({ proposal }) => proposal.role === 'identifier');
  const best = identifiers.reduce<ColumnProfile | null>(
    (found, next) => (found === null || rank(next) < rank(found) ? next : found),
    null,
  );
  return profiles.map((profile) => {
    if (profile === best || profile.proposal.role !== 'identifier') return profile;
    const { identity } = profile.proposal;
    return {
      ...profile,
      proposal: identity
        ? { ...profile.proposal, action: 'drop', type: 'text', role: 'measure' }
        : { ...profile.proposal, action: 'keep', type: 'text', role: 'measure' },
    };
  });
}
