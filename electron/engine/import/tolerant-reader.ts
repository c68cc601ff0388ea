import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import Papa from 'papaparse';
import type { CancelSignal } from '../../../shared/cancel';
import type { SetAsideReason } from '../../../shared/domain/import';
import { AppError } from '../../../shared/errors';
import { isTotalsRecord } from './detect-footer';
import { isBlankRecord } from './head-sample';
import { tableDelimiter } from './sources/converted-source';

export type TolerantOptions = {
  delimiter: string;
  quote: string | null;
  firstLine: number;
  lastLine: number | null;
  width: number;
  /** Field counts that are read as whole rows besides `width` (a trailing delimiter more or less in every row). */
  acceptedWidths: readonly number[];
  /** Lines whose quote never closes, found by the record scanner. */
  unclosedLines: readonly number[];
  /** True when the file held bytes that its encoding does not explain; they appear as U+FFFD. */
  hasUndecodableText: boolean;
};

/** A row that cannot be placed, as it stood in the file. */
export type RawRow = { line: number; reason: SetAsideReason; cells: string[] };

export type TolerantResult = {
  rowsRead: number;
  rowsKept: number;
  setAsideCounts: Map<SetAsideReason, number>;
  /** The first 500. */
  setAside: RawRow[];
};

const replacement = '\uFFFD';
const keptExamples = 500;
const flushAt = 1 << 20;

/**
 * Reads an irregular file with PapaParse and writes it again as a regular one (`regularDelimiter` and `"`, first column
 * the line in the source) to `target`; rows that cannot be placed go to `asideTarget` as JSON lines. Memory stays bounded.
 */
export async function readTolerantly(
  source: string,
  target: string,
  asideTarget: string,
  options: TolerantOptions,
  signal: CancelSignal,
  report: (bytes: number) => void,
): Promise<TolerantResult> {
  const regular = new TextFile(await open(target, 'w', 0o600));
  const aside = new TextFile(await open(asideTarget, 'w', 0o600));
  const result: TolerantResult = { rowsRead: 0, rowsKept: 0, setAsideCounts: new Map(), setAside: [] };
  const setAside = async (row: RawRow): Promise<void> => {
    result.setAsideCounts.set(row.reason, (result.setAsideCounts.get(row.reason) ?? 0) + 1);
    if (result.setAside.length < keptExamples) result.setAside.push(row);
    await aside.write(`${JSON.stringify(row)}\n`);
  };
  let bytes = 0;
  try {
    for await (const batch of recordBatches(source, options)) {
      if (signal.aborted) throw new AppError('cancelled');
      for (const record of batch.records) {
        result.rowsRead += 1;
        const reason = record.isUnclosed ? 'unclosed-quote' : judge(record.cells, options);
        if (reason) await setAside({ line: record.line, reason, cells: record.cells });
        else {
          result.rowsKept += 1;
          regular.add(regularLine(record, options.width));
        }
      }
      await regular.flush();
      bytes += batch.bytes;
      report(bytes);
    }
    await regular.close();
    await aside.close();
  } catch (error) {
    await regular.abandon();
    await aside.abandon();
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      throw new AppError('disk-full', {}, { cause: error });
    }
    throw error;
  }
  return result;
}

function judge(cells: readonly string[], options: TolerantOptions): SetAsideReason | null {
  if (isBlankRecord(cells)) return 'blank-row';
  if (options.hasUndecodableText && cells.some((cell) => cell.includes(replacement)))
    return 'undecodable-text';
  if (isTotalsRecord(cells)) return 'totals-row';
  if (options.acceptedWidths.includes(cells.length)) return null;
  return cells.length < options.width ? 'short-row' : 'long-row';
}

/** Between the cells of the regular file, so that few cells need quotes. */
export const regularDelimiter = tableDelimiter;
const breaksRow = /["\n\r]/;

function regularLine(record: SourceRecord, width: number): string {
  const { line, cells } = record;
  if (cells.length === width && record.isPlain) {
    const joined = cells.join(regularDelimiter);
    if (!breaksRow.test(joined)) return `${line}${regularDelimiter}${joined}\n`;
  }
  let text = String(line);
  for (let column = 0; column < width; column += 1) text += regularDelimiter + quoteCell(cells[column] ?? '');
  return `${text}\n`;
}

function quoteCell(cell: string): string {
  return breaksRow.test(cell) || cell.includes(regularDelimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** `isPlain` when the text around it holds no `regularDelimiter`. */
type SourceRecord = { line: number; cells: string[]; isUnclosed: boolean; isPlain: boolean };

/** The data records of a UTF-8 file with their lines, some megabytes at a time. */
async function* recordBatches(
  source: string,
  options: TolerantOptions,
): AsyncGenerator<{ records: SourceRecord[]; bytes: number }> {
  const unclosed = new Set(options.unclosedLines);
  const parser = new LineCountingParser(options);
  let rest = '';
  let isFirst = true;
  let line = 1;
  let pending = '';
  let isDirect = false;
  const stream = createReadStream(source, { encoding: 'utf8', highWaterMark: 1 << 20 });
  for await (const chunk of stream as AsyncIterable<string>) {
    // Safe: a stream with an encoding yields strings.
    const text = rest + (isFirst ? chunk.replace(/^\uFEFF/, '') : chunk);
    isFirst = false;
    const lastBreak = text.lastIndexOf('\n');
    if (lastBreak < 0) {
      rest = text;
      continue;
    }
    rest = text.slice(lastBreak + 1);
    const whole = text.slice(0, lastBreak + 1).replaceAll('\r\n', '\n');
    if (unclosed.size === 0 && line >= options.firstLine) {
      // Nothing has to be kept from the parser any more, so it gets the text whole and counts lines by itself.
      isDirect = true;
      yield { records: within(parser.feed(whole, false), options.lastLine), bytes: chunk.length };
      continue;
    }
    let records: SourceRecord[] = [];
    for (const part of takeLines(whole)) {
      if (line < options.firstLine) {
        line += 1;
      } else if (unclosed.has(line)) {
        records = records.concat(parser.feed(pending, true));
        records.push({ line, cells: parser.splitLoosely(part), isUnclosed: true, isPlain: false });
        pending = '';
        line += 1;
        parser.line = line;
      } else {
        if (pending === '' && !parser.isInside) parser.line = line;
        pending += part;
        line += 1;
      }
    }
    records = records.concat(parser.feed(pending, false));
    pending = '';
    yield { records: within(records, options.lastLine), bytes: chunk.length };
  }
  const last = rest.replace(/\r$/, '');
  const isUnclosed = last !== '' && unclosed.has(line);
  const isData = line >= options.firstLine && !isUnclosed;
  if (!isDirect && !parser.isInside) parser.line = line;
  const records = parser.feed(isData ? last : '', true);
  if (isUnclosed) records.push({ line, cells: parser.splitLoosely(last), isUnclosed, isPlain: false });
  yield { records: within(records, options.lastLine), bytes: rest.length };
}

function within(records: SourceRecord[], lastLine: number | null): SourceRecord[] {
  return lastLine === null ? records : records.filter((record) => record.line <= lastLine);
}

function* takeLines(text: string): Generator<string> {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    yield text.slice(start, end + 1);
    start = end + 1;
  }
}

/** PapaParse over successive pieces of text, keeping the unfinished record and the line each record begins on. */
class LineCountingParser {
  line = 1;
  private rest = '';
  private readonly config: { delimiter: string; newline: '\n'; quoteChar: string; escapeChar: string };

  constructor(options: TolerantOptions) {
    const quote = options.quote ?? '\u0000';
    this.config = { delimiter: options.delimiter, newline: '\n', quoteChar: quote, escapeChar: quote };
  }

  get isInside(): boolean {
    return this.rest !== '';
  }

  /** Whole records so far; with `isLast` whatever remains counts as one. */
  feed(piece: string, isLast: boolean): SourceRecord[] {
    const text = this.rest + piece;
    if (text === '') return [];
    const parsed: { data: string[][]; meta: { cursor: number } } = new Papa.Parser(this.config).parse(
      text,
      0,
      !isLast,
    );
    const { data: rows, meta } = parsed;
    if (isLast && text.endsWith('\n') && rows.at(-1)?.length === 1 && rows.at(-1)?.[0] === '') rows.pop();
    this.rest = isLast ? '' : text.slice(meta.cursor);
    const mayBreak = text.includes(this.config.quoteChar);
    const isPlain = !text.includes(regularDelimiter);
    return rows.map((cells) => {
      const line = this.line;
      this.line += 1 + (mayBreak ? cells.reduce((sum, cell) => sum + countBreaks(cell), 0) : 0);
      return { line, cells, isUnclosed: false, isPlain };
    });
  }

  /** The cells of one line, whatever its quotes. */
  splitLoosely(text: string): string[] {
    return text.replace(/\n$/, '').split(this.config.delimiter);
  }
}

function countBreaks(cell: string): number {
  let count = 0;
  for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count += 1;
  return count;
}

/** Appends text to a file in large pieces. */
class TextFile {
  private parts: string[] = [];
  private size = 0;
  private readonly handle: FileHandle;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  add(text: string): void {
    this.parts.push(text);
    this.size += text.length;
  }

  async write(text: string): Promise<void> {
    this.add(text);
    if (this.size >= flushAt) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.size === 0) return;
    const text = this.parts.join('');
    this.parts = [];
    this.size = 0;
    await this.handle.appendFile(text);
  }

  async close(): Promise<void> {
    await this.flush();
    await this.handle.close();
  }

  async abandon(): Promise<void> {
    await this.handle.close().catch(() => undefined);
  }
}
