import { rm } from 'node:fs/promises';
import type { Progress } from '../../../shared/contract';
import type { Dialect } from '../../../shared/domain/dialect';
import type { SourceNotice } from '../../../shared/domain/source';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import { ident, join, literal, type Sql, sql } from '../db/sql';
import type { FileStore } from '../files/file-store';
import { type ByteSurvey, surveyBytes } from './byte-survey';
import { splitTableId } from './detect-blocks';
import { type Corrections, type DetectedDialect, detectDialect } from './detect-dialect';
import { decideEncoding } from './encoding';
import { type FrozenFile, freezeFile, isUnchanged } from './frozen-file';
import type { Job } from './job';
import { convertSource } from './sources/convert-source';
import { type ConvertedSource, tableDelimiter } from './sources/converted-source';
import { identifyFormat } from './sources/file-format';
import { showAsWritten, withCellBreaks } from './sources/native-columns';
import { textNotices } from './text-notices';
import { readTolerantly, regularDelimiter, type TolerantResult } from './tolerant-reader';
import { removeConverted, toUtf8File, type Utf8File, undressLines } from './utf8-file';
import type { KnownCounts } from './value-counts';

/** A file ready to be read by SQL in one way only: regular as it is, or written again as a regular one. */
export type PreparedFile = {
  readonly file: FrozenFile;
  readonly survey: ByteSurvey;
  /** What the file is, its tables and what it says of its columns, with what was noticed while its text was read. */
  readonly source: ConvertedSource;
  /** The same before its text was read. */
  readonly opened: ConvertedSource;
  readonly detected: DetectedDialect;
  readonly path: 'fast' | 'tolerant';
  /** What the tolerant reader set aside; null on the fast path, where every row is regular. */
  readonly tolerant: TolerantResult | null;
  /** JSON lines of all rows the tolerant reader set aside. */
  readonly asidePath: string | null;
  readonly csvPath: string;
  readonly utf8: Utf8File;
  /** Values of the columns that have few, set by the inspection so that the import need not count them again. */
  knownCounts: KnownCounts;
};

type Cached = { key: string; prepared: PreparedFile };

/** What was prepared for each file since it was inspected, so that the import need not read it all again. */
const preparedFiles = new WeakMap<FileStore, Map<string, Cached>>();

/** Which file is read, and what the analyst said about it. */
export type ReadingRequest = {
  fileId: string;
  corrections: Corrections;
  /** A table without rows is no error; only where nothing is to be stored. */
  allowsNoRows?: boolean;
};

/**
 * Freezes, surveys and detects a file and brings it into regular form. The result is kept until the file, or a
 * correction, changes. Throws `file-empty`, `file-binary`, `file-unsupported`, `file-changed`, `line-too-long`,
 * `header-only`, `row-count-disagreement`.
 */
export async function prepareFile(
  context: EngineContext,
  request: ReadingRequest,
  job: Job,
): Promise<PreparedFile> {
  const prepared = await prepareOrReuse(context, request, job);
  const { scan } = prepared.detected;
  if (scan.records === scan.blankRecords && !request.allowsNoRows) {
    throw new AppError('header-only', { fileName: prepared.file.name });
  }
  return prepared;
}

async function prepareOrReuse(
  context: EngineContext,
  { fileId, corrections }: ReadingRequest,
  job: Job,
): Promise<PreparedFile> {
  const cache = preparedFiles.get(context.files) ?? new Map<string, Cached>();
  preparedFiles.set(context.files, cache);
  const key = keyOf(corrections);
  const cached = cache.get(fileId);
  if (cached && (await isUnchanged(cached.prepared.file))) {
    if (cached.key === key || isSameReading(cached.prepared.detected.dialect, corrections))
      return cached.prepared;
    const { file, survey, opened: source } = cached.prepared;
    const isOtherTable = (sheetOf(corrections.tableId) ?? source.tableId) !== source.tableId;
    const prepared = await prepare(
      context,
      {
        file,
        survey,
        source: isOtherTable ? await openSource(context, file, survey, corrections, job) : source,
      },
      corrections,
      job,
    );
    await removeScratch(cached.prepared, prepared);
    cache.set(fileId, { key, prepared });
    return prepared;
  }
  if (cached) await forgetFile(context, fileId);
  const file = await freezeFile(context, fileId);
  try {
    const survey = await surveyBytes(file.path, job.signal, (share) => report(job, 'reading', share));
    if (survey.byteOrderMark !== null && survey.bytes === (survey.byteOrderMark === 'utf-8' ? 3 : 2)) {
      throw new AppError('file-empty', { fileName: file.name });
    }
    const source = await openSource(context, file, survey, corrections, job);
    const prepared = await prepare(context, { file, survey, source }, corrections, job);
    cache.set(fileId, { key, prepared });
    return prepared;
  } catch (error) {
    if (file.path !== file.sourcePath) await rm(file.path, { force: true });
    throw error;
  }
}

async function openSource(
  context: EngineContext,
  file: FrozenFile,
  survey: ByteSurvey,
  corrections: Corrections,
  job: Job,
): Promise<ConvertedSource> {
  const format = await identifyFormat(file.path, file.name, survey);
  return convertSource(context, { file, format, tableId: sheetOf(corrections.tableId) }, job);
}

/** Deletes every copy made of a file. */
export async function forgetFile(context: EngineContext, fileId: string): Promise<void> {
  const cached = preparedFiles.get(context.files)?.get(fileId);
  if (!cached) return;
  preparedFiles.get(context.files)?.delete(fileId);
  const { prepared } = cached;
  await removeScratch(prepared, null);
  if (prepared.file.path !== prepared.file.sourcePath) await rm(prepared.file.path, { force: true });
}

async function removeScratch(old: PreparedFile, kept: PreparedFile | null): Promise<void> {
  const { textPath } = old.source;
  if (textPath && textPath !== kept?.source.textPath) await rm(textPath, { force: true });
  if (old.asidePath && old.asidePath !== kept?.asidePath) await rm(old.asidePath, { force: true });
  if (old.path === 'tolerant' && old.csvPath !== kept?.csvPath) await rm(old.csvPath, { force: true });
  if (old.utf8.path !== kept?.utf8.path) await removeConverted(old.utf8);
}

/** True when the whole dialect is given and splits rows as the one found does. */
function isSameReading(found: Dialect, given: Corrections): boolean {
  const aspects = [
    'encoding',
    'repairsDoubleEncoding',
    'delimiter',
    'quote',
    'escape',
    'commentMark',
    'headerLine',
    'headerLines',
    'firstDataLine',
    'lastDataLine',
    'firstColumn',
    'tableId',
  ] as const;
  return aspects.every((aspect) => given[aspect] === found[aspect]);
}

/** Corrections that change how rows are split; marks and orders of values do not. */
function keyOf(corrections: Corrections): string {
  const { decimalMark, dateOrder, ...structure } = corrections;
  return JSON.stringify([structure, decimalMark ?? null, dateOrder ?? null]);
}

async function prepare(
  context: EngineContext,
  given: Pick<PreparedFile, 'file' | 'survey' | 'source'>,
  corrections: Corrections,
  job: Job,
): Promise<PreparedFile> {
  const { file, survey, source } = given;
  const repairs = corrections.repairsDoubleEncoding ?? false;
  const utf8 = source.textPath
    ? writtenOut(source.textPath)
    : await undressLines(
        context,
        await toUtf8File(
          context,
          file,
          survey,
          decideEncoding(survey, corrections.encoding),
          repairs,
          job.signal,
        ),
        corrections.delimiter,
        job.signal,
      );
  try {
    const detected = await detectDialect(
      { name: file.name, survey, utf8 },
      source.textPath
        ? { ...source.layout, ...corrections, ...tableDialect, tableId: tableIdIn(source, corrections) }
        : corrections,
      job.signal,
      (share) => report(job, 'detecting', share),
    );
    if (source.textPath) showAsWritten(detected);
    const base = { ...given, opened: source, detected, utf8, knownCounts: new Map() };
    const prepared: PreparedFile = isRegular(detected, utf8)
      ? { ...base, path: 'fast', tolerant: null, asidePath: null, csvPath: utf8.path }
      : await prepareTolerantly(context, base, job);
    const notices = await textNotices(prepared, repairs, job.signal);
    return { ...prepared, source: withText(source, detected, notices) };
  } catch (error) {
    await removeConverted(utf8);
    throw error;
  }
}

/** The sheet of a table's id; null where it names a part of a text only. */
function sheetOf(tableId: string | null | undefined): string | null {
  return splitTableId(tableId ?? null).sheet;
}

function tableIdIn(source: ConvertedSource, corrections: Corrections): string | null {
  const { block } = splitTableId(corrections.tableId ?? null);
  return block === null ? source.tableId : [source.tableId, block].filter((part) => part !== null).join('/');
}

/** The source with the tables that stand one under another in its text, and what was noticed in it. */
function withText(
  source: ConvertedSource,
  detected: DetectedDialect,
  notices: readonly SourceNotice[],
): ConvertedSource {
  return {
    ...source,
    tables: [...source.tables, ...detected.blocks],
    notices: [...source.notices, ...notices],
  };
}

/** How tables are written out by `convertSource`; the analyst does not choose it. */
const tableDialect = {
  encoding: 'utf-8',
  delimiter: tableDelimiter,
  quote: '"',
  escape: 'doubled',
  commentMark: null,
} as const satisfies Corrections;

function writtenOut(path: string): Utf8File {
  return { path, isConverted: false, hasUndecodableText: false, findings: null };
}

/** Proven by the scan of the whole file: DuckDB's own reader then cannot go wrong. */
function isRegular(detected: DetectedDialect, utf8: Utf8File): boolean {
  const { scan, width, dialect, headers } = detected;
  const [only] = [...scan.fieldCounts.keys()];
  return (
    scan.fieldCounts.size === 1 &&
    only === width &&
    (headers.length === 0 || headers.length === width) &&
    scan.blankRecords === 0 &&
    scan.totalsLike === 0 &&
    scan.brokenAcrossLines === 0 &&
    scan.looseQuotes === 0 &&
    scan.unclosedLines.length === 0 &&
    detected.isStartPlain &&
    detected.subHeadings.rule === null &&
    detected.textMarks === null &&
    scan.strayReturns === 0 &&
    scan.comments === 0 &&
    scan.repeatedHeaders === 0 &&
    dialect.escape === 'doubled' &&
    dialect.delimiter.length === 1 &&
    dialect.firstColumn === 0 &&
    dialect.lastDataLine === null &&
    scan.lineEnds.cr === 0 &&
    (scan.lineEnds.crlf === 0 || scan.lineEnds.lf === 0) &&
    !utf8.hasUndecodableText
  );
}

async function prepareTolerantly(
  context: EngineContext,
  base: Pick<PreparedFile, 'file' | 'survey' | 'source' | 'opened' | 'detected' | 'utf8' | 'knownCounts'>,
  job: Job,
): Promise<PreparedFile> {
  const { detected, utf8, file } = base;
  const csvPath = context.files.scratchPath('.csv');
  const asidePath = context.files.scratchPath('.aside');
  try {
    const tolerant = await readTolerantly(
      utf8.path,
      csvPath,
      asidePath,
      {
        rules: detected.rules,
        firstLine: detected.dialect.firstDataLine,
        lastLine: detected.dialect.lastDataLine,
        firstColumn: detected.dialect.firstColumn,
        width: detected.width,
        headerRows: detected.headerRows,
        acceptedWidths: detected.acceptedWidths,
        valueColumns: detected.valueColumns,
        unclosedLines: detected.scan.unclosedLines,
        subHeadings: detected.subHeadings.rule,
        textMarks: detected.textMarks,
        hasUndecodableText: utf8.hasUndecodableText,
      },
      job.signal,
      (bytes) => report(job, 'converting', Math.min(1, bytes / file.bytes)),
    );
    if (tolerant.rowsRead !== detected.scan.records) {
      throw new AppError('row-count-disagreement', {
        fileName: file.name,
        first: tolerant.rowsRead,
        second: detected.scan.records,
      });
    }
    return { ...base, path: 'tolerant', tolerant, asidePath, csvPath };
  } catch (error) {
    await rm(csvPath, { force: true });
    await rm(asidePath, { force: true });
    throw error;
  }
}

function report(job: Job, stage: Progress['stage'], share: number): void {
  job.report({ stage, share, done: null, total: null });
}

/** The name of a column of the prepared file in SQL, by its position in the source. */
export function sourceColumn(source: number): string {
  return `c${source}`;
}

/**
 * The rows as text: columns `c0 …` (empty cells null). On the tolerant path there is `line` too; on the fast path the
 * n-th row stands on line `firstDataLine + n`.
 */
export function csvRows(prepared: PreparedFile): Sql {
  const { detected } = prepared;
  const columns = Array.from(
    { length: detected.width },
    (_, source) => sql`${literal(sourceColumn(source))}: 'varchar'`,
  );
  const isFast = prepared.path === 'fast';
  const all = isFast ? columns : [sql`'line': 'integer'`, ...columns];
  const delimiter = isFast ? detected.dialect.delimiter : regularDelimiter;
  const quote = isFast ? (detected.dialect.quote ?? '') : '"';
  const newLine = isFast && detected.scan.lineEnds.crlf > 0 ? '\\r\\n' : '\\n';
  const skip = literal(String(isFast ? detected.dialect.firstDataLine - 1 : 0));
  const rows = sql`read_csv(${literal(prepared.csvPath)}, auto_detect = false, header = false, skip = ${skip}::bigint,
    delim = ${literal(delimiter)}, quote = ${literal(quote)}, escape = ${literal(quote)},
    new_line = ${literal(newLine)}, null_padding = false, columns = {${join(all)}})`;
  return withCellBreaks(prepared, rows, (source) => ident(sourceColumn(source)));
}

/** The same rows with `line` on either path; numbering makes the fast path read on one thread. */
export function numberedRows(prepared: PreparedFile): Sql {
  if (prepared.path === 'tolerant') return sql`(select * from ${csvRows(prepared)})`;
  const before = literal(String(prepared.detected.dialect.firstDataLine - 1));
  return sql`(select (row_number() over () + ${before}::integer)::integer as line, * from ${csvRows(prepared)})`;
}
