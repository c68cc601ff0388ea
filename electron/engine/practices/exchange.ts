import { readFile, stat } from 'node:fs/promises';
import { type PracticeDraft, recordVersion } from '../../../shared/domain/practice';
import { AppError, type ErrorDetails } from '../../../shared/errors';
import type { Locale } from '../../../shared/text/catalogue';
import { practiceExchangeWords } from '../../../shared/text/practice-exchange';
import type { EngineContext } from '../context';
import { decodeText } from '../import/decode-text';
import { slug } from '../reports/file-names';
import { type ReadRecord, readRecord, refuseNewer } from './read-record';
import { parseRecordsCsv, recordsCsv } from './record-csv';

/** Records are read whole into memory; the fifteen that ship are 0.1 MB together. */
const largestBytes = 20_000_000;

/** Written into each JSON file of records, so that it is known for one. */
const fileFormat = 'linea-base-practices';

export type RecordFile = { name: string; mediaType: string; content: string };

/** Records as one file; the same records give the same bytes. */
export function writeRecords(
  drafts: readonly PracticeDraft[],
  format: 'json' | 'csv',
  locale: Locale,
): RecordFile {
  const [only] = drafts;
  const stem = practiceExchangeWords(locale).file;
  const name = drafts.length === 1 && only ? slug(`${stem} ${only.municipality || only.title}`, stem) : stem;
  if (format === 'csv') {
    const content = recordsCsv(drafts, locale);
    return { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', content };
  }
  const file = { format: fileFormat, schemaVersion: recordVersion, practices: drafts };
  return {
    name: `${name}.json`,
    mediaType: 'application/json',
    content: `${JSON.stringify(file, null, 2)}\n`,
  };
}

/**
 * The records of a JSON or CSV file, and the fields of the file itself that nobody knows. A record that cannot be read
 * refuses the file. Throws `file-too-large`, `file-empty`, `record-newer`, `record-unrecognised`.
 */
export async function readRecords(
  context: EngineContext,
  fileId: string,
): Promise<{ records: ReadRecord[]; ignoredFields: string[] }> {
  const file = context.files.resolve(fileId);
  const { size } = await stat(file.path);
  const where: ErrorDetails = { fileName: file.name };
  if (size > largestBytes)
    throw new AppError('file-too-large', { ...where, bytes: size, limit: largestBytes });
  return recordsOfText(textOf(await readFile(file.path), where), context.newId, where);
}

/** The records of a text, JSON or CSV. Throws as `readRecords`. */
export function recordsOfText(
  text: string,
  newId: (prefix: string) => string,
  where: ErrorDetails,
): { records: ReadRecord[]; ignoredFields: string[] } {
  if (text.trim() === '') throw new AppError('file-empty', where);
  const { records, ignored } = /^\s*[[{]/.test(text) ? parseJson(text, where) : parseRecordsCsv(text, where);
  if (records.length === 0) throw new AppError('record-unrecognised', { ...where, reason: 'no-records' });
  return {
    records: records.map(({ raw, record }) => readRecord(raw, newId, { ...where, record })),
    ignoredFields: ignored,
  };
}

/** UTF-8 or, where the bytes are not, Windows-1252 as an older Excel saves. */
function textOf(bytes: Uint8Array, where: ErrorDetails): string {
  if (bytes.includes(0)) throw new AppError('record-unrecognised', { ...where, reason: 'not-text' });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeText('windows-1252', bytes);
  }
}

type RawRecord = { raw: unknown; record: number };

/** What the application exports, a list of records, or one record by itself, as those that ship. */
function parseJson(text: string, where: ErrorDetails): { records: RawRecord[]; ignored: string[] } {
  const value = parseText(text, where);
  if (Array.isArray(value)) return { records: numbered(value), ignored: [] };
  const file = isObject(value) ? value : {};
  refuseNewer(file.schemaVersion, where);
  if (!('practices' in file)) return { records: 'title' in file ? numbered([file]) : [], ignored: [] };
  const { format: _format, schemaVersion: _version, practices, ...unknown } = file;
  return { records: Array.isArray(practices) ? numbered(practices) : [], ignored: Object.keys(unknown) };
}

function parseText(text: string, where: ErrorDetails): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('record-unrecognised', { ...where, reason: 'not-json' }, { cause: error });
  }
}

function numbered(records: readonly unknown[]): RawRecord[] {
  return records.map((raw, index) => ({ raw, record: index + 1 }));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
