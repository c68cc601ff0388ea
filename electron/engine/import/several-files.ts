import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { appendFile, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { proposedLabel } from '../../../shared/domain/file-labels';
import { FileId } from '../../../shared/domain/ids';
import { type AdditionalFile, SetAsideReason, type SourceFile } from '../../../shared/domain/import';
import type { SourceNotice } from '../../../shared/domain/source';
import { surveyField } from '../../../shared/domain/survey-fields';
import type { Receipt } from '../../../shared/domain/wave';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { asCount, asText, type Session } from '../db/session';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import { redactFileName } from '../privacy/redact-text';
import { foldText } from './cell-shapes';
import { nameColumns } from './column-names';
import type { Corrections } from './detect-dialect';
import type { Job } from './job';
import { type PreparedTable, prepareWithHeaders } from './platforms/two-header-rows';
import { forgetFile, numberedRows, type PreparedFile, sourceColumn } from './prepared-file';
import { sameMarks } from './several-marks';
import { regularDelimiter } from './tolerant-reader';

/** The column that says which file a row is from, where no column of the files tells the school. */
export const labelHeader = 'Establecimiento';

/** Below this share of common columns the files are answers to different questionnaires. */
const sharedEnough = 1 / 3;

export type SeveralRequest = {
  fileId: string;
  corrections: Corrections;
  additionalFiles: readonly z.infer<typeof AdditionalFile>[];
  label: string | null;
};

/** One of the files read as one wave. Its lines stand `before` further on in the numbering of the whole. */
export type FilePart = { prepared: PreparedFile; label: string; before: number };

/** The files of a wave as a single table, with what differs among them. */
export type SeveralFiles = PreparedTable & { parts: FilePart[]; notices: SourceNotice[] };

type United = { members: readonly PreparedFile[]; labels: readonly string[]; files: SeveralFiles };

/** What was made of each set of files, by the first of them. */
const unitedFiles = new WeakMap<PreparedFile, United>();

/**
 * Reads several files as one table: each by its own encoding and dialect, columns brought together by their titles,
 * and a column added that says whose the rows are. The rows are written into one regular file in bounded memory.
 * Throws `file-repeated` for a file given twice, `files-unlike` for one of another questionnaire, and whatever is
 * wrong with any of them.
 */
export async function prepareSeveral(
  context: EngineContext,
  request: SeveralRequest,
  job: Job,
): Promise<SeveralFiles> {
  const first = await prepareWithHeaders(context, request, job);
  const tables = [first];
  for (const { fileId } of request.additionalFiles) {
    tables.push(await prepareWithHeaders(context, { ...request, fileId, corrections: {} }, job));
  }
  const members = tables.map(({ prepared }) => prepared);
  assertDistinct(members);
  const labels = safeLabels([
    request.label ?? proposedLabel(first.prepared.file.name),
    ...request.additionalFiles.map(({ label }) => label),
  ]);
  const known = unitedFiles.get(first.prepared);
  if (known && isSame(known, members, labels)) return known.files;
  if (known) await removeUnited(known);
  const files = await unite(context, first, members, labels, job);
  unitedFiles.set(first.prepared, { members, labels, files });
  return files;
}

/** Labels without what they say of a person, since they become answers; those that turn alike get a number. */
function safeLabels(labels: readonly string[]): string[] {
  const safe = labels.map(redactFileName);
  return safe.map((label, index) => {
    const isAlone = safe.every((other, place) => place === index || other !== label);
    return isAlone || label === labels[index] ? label : `${label} (${index + 1})`;
  });
}

/** Deletes every copy made of the files of an import, the united one among them. */
export async function forgetFiles(
  context: EngineContext,
  { fileId, additionalFiles }: Pick<SeveralRequest, 'fileId' | 'additionalFiles'>,
  united: SeveralFiles | null,
): Promise<void> {
  const first = united?.parts[0]?.prepared;
  const known = first ? unitedFiles.get(first) : undefined;
  if (first && known) {
    unitedFiles.delete(first);
    await removeUnited(known);
  }
  for (const each of [fileId, ...additionalFiles.map((file) => file.fileId)]) await forgetFile(context, each);
}

/** The files as an inspection names them, the first one first. */
export function sourceFiles({ parts }: SeveralFiles): z.infer<typeof SourceFile>[] {
  return parts.map(({ prepared, label }) => sourceFile(prepared, label));
}

/** One file as an inspection names it. */
export function sourceFile(
  { file, survey }: Pick<PreparedFile, 'file' | 'survey'>,
  label: string | null,
): z.infer<typeof SourceFile> {
  return {
    fileId: FileId.parse(file.fileId),
    fileName: file.name,
    sha256: survey.sha256,
    bytes: file.bytes,
    label,
  };
}

function assertDistinct(members: readonly PreparedFile[]): void {
  const seen = new Map<string, string>();
  for (const { survey, file } of members) {
    const earlier = seen.get(survey.sha256);
    if (earlier !== undefined) {
      throw new AppError('file-repeated', { fileName: file.name, otherFile: earlier });
    }
    seen.set(survey.sha256, file.name);
  }
}

function isSame(known: United, members: readonly PreparedFile[], labels: readonly string[]): boolean {
  return (
    known.members.length === members.length &&
    known.members.every((member, index) => member === members[index]) &&
    known.labels.every((label, index) => label === labels[index])
  );
}

async function removeUnited({ files }: United): Promise<void> {
  await rm(files.prepared.csvPath, { force: true });
  if (files.prepared.asidePath) await rm(files.prepared.asidePath, { force: true });
}

/** A column of the whole: its title, and where each file has it (null where it does not). */
type UnitedColumn = { header: string; sources: (number | null)[] };

async function unite(
  context: EngineContext,
  first: PreparedTable,
  members: readonly PreparedFile[],
  labels: readonly string[],
  job: Job,
): Promise<SeveralFiles> {
  const { columns, notices } = alignColumns(members);
  const hasSchool = columns.some(
    ({ header, sources }) =>
      sources.every((source) => source !== null) &&
      ['school', 'school-code'].includes(surveyField(header) ?? ''),
  );
  const parts = withLines(members, labels);
  const marks = members.map((member) => sameMarks(members[0]?.detected.dialect, member.detected.dialect));
  const changed = members.filter((_, index) => marks[index] !== null).map(({ file }) => file.name);
  const csvPath = context.files.scratchPath('.csv');
  const asidePath = context.files.scratchPath('.aside');
  job.report({ stage: 'converting', share: null, done: null, total: null });
  const selects = parts.map(({ prepared, label, before }, index) => {
    const cells = columns.map(({ sources }) => {
      const source = sources[index] ?? null;
      if (source === null) return sql`null::varchar`;
      const cell = ident(sourceColumn(source));
      return marks[index]?.(cell) ?? cell;
    });
    const own = hasSchool ? cells : [...cells, sql`${literal(label)}::varchar`];
    const line = sql`(line + ${literal(String(before))}::integer)::integer`;
    const named = [line, ...own].map((value, place): Sql => sql`${value} as ${ident(`v${place}`)}`);
    return sql`select ${join(named)} from ${numberedRows(prepared)}`;
  });
  try {
    await context.project().read(job.signal, (session) =>
      session.run(sql`copy (${join(selects, ' union all ')}) to ${literal(csvPath)}
        (format csv, header false, delimiter ${literal(regularDelimiter)}, quote '"', escape '"')`),
    );
    const hasAside = await joinAside(parts, columns, hasSchool, asidePath, job);
    const headers = [...columns.map(({ header }) => header), ...(hasSchool ? [] : [labelHeader])];
    const names = members.map(({ file }) => file.name);
    return {
      prepared: asOne(first.prepared, parts, headers, { csvPath, asidePath: hasAside ? asidePath : null }),
      headerRows: first.headerRows.map((row, index) => (index === 0 ? padded(row, headers) : row)),
      parts,
      notices: [
        notice('files-united', 'information', { files: members.length, names: names.join(', ') }, []),
        ...(hasSchool ? [notice('files-school-known', 'information', {}, [])] : []),
        ...(changed.length > 0
          ? [notice('files-other-marks', 'attention', { names: changed.join(', ') }, [])]
          : []),
        ...notices,
      ],
    };
  } catch (error) {
    await rm(csvPath, { force: true });
    await rm(asidePath, { force: true });
    throw error;
  }
}

function padded(row: readonly string[], headers: readonly string[]): string[] {
  return headers.map((header, index) => row[index] ?? header);
}

/** Columns by their titles without accents and case: the order of the first file, then what others have besides. */
function alignColumns(members: readonly PreparedFile[]): {
  columns: UnitedColumn[];
  notices: SourceNotice[];
} {
  const columns: UnitedColumn[] = [];
  const byKey = new Map<string, UnitedColumn>();
  const notices: SourceNotice[] = [];
  const firstWidth = members[0]?.detected.width ?? 0;
  for (const [index, { detected, file }] of members.entries()) {
    const places: number[] = [];
    const extra: string[] = [];
    for (const [source, { label, header }] of nameColumns(detected.headers, detected.width).entries()) {
      const key = foldText(label) || label;
      let column = byKey.get(key);
      if (column && column.sources[index] !== undefined && column.sources[index] !== null) column = undefined;
      if (!column) {
        column = { header: header.trim() === '' ? label : header, sources: members.map(() => null) };
        byKey.set(key, column);
        columns.push(column);
        if (index > 0) extra.push(label);
      }
      column.sources[index] = source;
      places.push(columns.indexOf(column));
    }
    if (index === 0) continue;
    const shared = places.filter((place) => columns[place]?.sources[0] !== null).length;
    if (shared < Math.min(firstWidth, detected.width) * sharedEnough) {
      throw new AppError('files-unlike', { fileName: file.name, shared, columns: detected.width });
    }
    const missing = columns.filter(({ sources }) => sources[0] !== null && sources[index] === null);
    const details = (count: number): SourceNotice['details'] => ({ fileName: file.name, count });
    if (missing.length > 0) {
      const titles = missing.map(({ header }) => header);
      notices.push(notice('files-column-missing', 'attention', details(missing.length), titles));
    }
    if (extra.length > 0) {
      notices.push(notice('files-column-extra', 'attention', details(extra.length), extra));
    }
    const common = places.filter((place) => columns[place]?.sources[0] !== null);
    if (common.some((place, at) => at > 0 && place < (common[at - 1] ?? 0))) {
      notices.push(notice('files-column-order', 'information', { fileName: file.name }, []));
    }
  }
  return { columns, notices };
}

function notice(
  code: string,
  severity: SourceNotice['severity'],
  details: SourceNotice['details'],
  columns: readonly string[],
): SourceNotice {
  return { code, severity, details, lines: [], columns: columns.slice(0, 20) };
}

/** The lines of each file go on where those of the file before it end. */
function withLines(members: readonly PreparedFile[], labels: readonly string[]): FilePart[] {
  let before = 0;
  return members.map((prepared, index) => {
    const part = { prepared, label: labels[index] ?? prepared.file.name, before };
    before += Math.max(prepared.detected.scan.lines, 1);
    return part;
  });
}

const AsideRow = z.strictObject({
  line: z.int(),
  reason: SetAsideReason,
  cells: z.array(z.string()),
});

/** The cells of a row under the titles of the whole, as far as they go; those beyond the titles come last. */
function placed(
  cells: readonly string[],
  columns: readonly UnitedColumn[],
  file: number,
  label: string | null,
): string[] {
  const own = columns.map(({ sources }) => {
    const source = sources[file] ?? null;
    return source === null ? '' : (cells[source] ?? '');
  });
  const known = columns.filter(({ sources }) => sources[file] !== null).length;
  return [...own, ...(label === null ? [] : [label]), ...cells.slice(known)];
}

/** Writes the rows set aside of all files into one: lines in the numbering of the whole, cells under its titles. */
async function joinAside(
  parts: readonly FilePart[],
  columns: readonly UnitedColumn[],
  hasSchool: boolean,
  target: string,
  job: Job,
): Promise<boolean> {
  let hasAny = false;
  for (const [file, { prepared, before, label }] of parts.entries()) {
    if (!prepared.asidePath) continue;
    hasAny = true;
    let batch = '';
    const lines = createInterface({ input: createReadStream(prepared.asidePath, 'utf8') });
    for await (const text of lines) {
      if (job.signal.aborted) throw new AppError('cancelled');
      if (text === '') continue;
      const row = AsideRow.parse(JSON.parse(text));
      const cells = placed(row.cells, columns, file, hasSchool ? null : label);
      batch += `${JSON.stringify({ ...row, line: row.line + before, cells })}\n`;
      if (batch.length < 1 << 20) continue;
      await appendFile(target, batch, { mode: 0o600 });
      batch = '';
    }
    await appendFile(target, batch, { mode: 0o600 });
  }
  return hasAny;
}

/** The files as the one table that the rest of the import knows. */
function asOne(
  first: PreparedFile,
  parts: readonly FilePart[],
  headers: string[],
  paths: Pick<PreparedFile, 'csvPath' | 'asidePath'>,
): PreparedFile {
  const members = parts.map(({ prepared }) => prepared);
  const sum = (of: (member: PreparedFile) => number): number =>
    members.reduce((total, member) => total + of(member), 0);
  const setAsideCounts = new Map<z.infer<typeof SetAsideReason>, number>();
  for (const { tolerant } of members) {
    for (const [reason, count] of tolerant?.setAsideCounts ?? []) {
      setAsideCounts.set(reason, (setAsideCounts.get(reason) ?? 0) + count);
    }
  }
  const width = headers.length;
  const kept = (member: PreparedFile): number => member.tolerant?.rowsKept ?? member.detected.scan.records;
  return {
    ...first,
    file: { ...first.file, bytes: sum(({ file }) => file.bytes) },
    survey: { ...first.survey, sha256: hashTogether(members), bytes: sum(({ survey }) => survey.bytes) },
    detected: {
      ...first.detected,
      headers,
      width,
      acceptedWidths: [width],
      scan: {
        ...first.detected.scan,
        records: sum(({ detected }) => detected.scan.records),
        lines: sum(({ detected }) => detected.scan.lines),
      },
    },
    path: 'tolerant',
    tolerant: {
      rowsRead: sum((member) => member.tolerant?.rowsRead ?? member.detected.scan.records),
      rowsKept: sum(kept),
      rowsPadded: sum((member) => member.tolerant?.rowsPadded ?? 0),
      rowsReadOtherwise: sum((member) => member.tolerant?.rowsReadOtherwise ?? 0),
      linesReadOtherwise: [],
      strayQuotes: sum((member) => member.tolerant?.strayQuotes ?? 0),
      strayLines: [],
      rowsRepaired: sum((member) => member.tolerant?.rowsRepaired ?? 0),
      repairedLines: [],
      marksRemoved: sum((member) => member.tolerant?.marksRemoved ?? 0),
      markedLines: [],
      setAsideCounts,
      setAside: parts
        .flatMap(({ prepared, before }) =>
          (prepared.tolerant?.setAside ?? []).map((row) => ({ ...row, line: row.line + before })),
        )
        .slice(0, 500),
    },
    ...paths,
    knownCounts: new Map(),
  };
}

/** One hash for all files, in their order, so that a change in any of them is noticed. */
function hashTogether(members: readonly PreparedFile[]): string {
  const hash = createHash('sha256');
  for (const { survey } of members) hash.update(survey.sha256);
  return hash.digest('hex');
}

/** What was read and kept of each file, for the receipt; the sums are those of the wave. */
export async function filesRead(
  session: Session,
  table: Sql,
  { parts }: SeveralFiles,
): Promise<Receipt['files']> {
  const rows = await session.all(
    sql`with starts as (select unnest(${parts.map((_, index) => String(index))}) as part,
          unnest(${parts.map(({ before }) => String(before))})::integer as before),
        placed as (select starts.part from ${table} as kept asof join starts on kept.line > starts.before)
      select part, count(*) as kept from placed group by part`,
  );
  const kept = new Map(rows.map((row) => [Number(asText(row.part)), asCount(row.kept)]));
  return parts.map(({ prepared, label, before }, index) => ({
    fileName: prepared.file.name,
    sha256: prepared.survey.sha256,
    bytes: prepared.file.bytes,
    label,
    firstLine: before + 1,
    rowsRead: prepared.detected.scan.records,
    rowsKept: kept.get(index) ?? 0,
  }));
}
