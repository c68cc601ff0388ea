import { open } from 'node:fs/promises';
import type { CancelSignal } from '../../../shared/cancel';
import { AppError } from '../../../shared/errors';

/**
 * A second reader that never builds a cell: it walks the bytes of a UTF-8 file and counts records and fields, so that
 * what the parsers load can be checked against it.
 */
export type RecordScan = {
  /** Data records, blank ones included. */
  records: number;
  /** Physical lines of the file. */
  lines: number;
  /** Records with this many fields. */
  fieldCounts: Map<number, number>;
  blankRecords: number;
  /** Records whose first filled cell begins with "total". */
  totalsLike: number;
  /** Records whose quoted cells hold line breaks. */
  brokenAcrossLines: number;
  /** Records with a quote that does not follow the rules but could be read. */
  looseQuotes: number;
  /** First lines of records whose quote never closes; reading goes on at the next line. */
  unclosedLines: number[];
  /** How records end; line breaks inside quotes are not counted. */
  lineEnds: { crlf: number; lf: number };
  quotedFields: number;
};

export type ScanOptions = {
  delimiter: string;
  quote: string | null;
  /** Physical line, from 1, of the first data record. */
  firstLine: number;
  lastLine: number | null;
  /** Fields a record should have; decides whether an oddly quoted record is accepted. */
  width: number;
};

const lineLimitBytes = 2_000_000;
/** How far an open quote may run before it counts as never closed. */
const openQuoteLimitBytes = 1_000_000;
const chunkSize = 1 << 22;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

const ordinary = 0;
const isDelimiter = 1;
const isLineFeed = 2;
const isQuote = 3;

/** Counts the records of a UTF-8 file. Throws `line-too-long` and `cancelled`. */
export async function scanRecords(
  filePath: string,
  options: ScanOptions,
  signal: CancelSignal,
  report: (share: number) => void,
): Promise<RecordScan> {
  const scanner = new Scanner(options);
  const handle = await open(filePath, 'r');
  try {
    const { size } = await handle.stat();
    let carry = Buffer.alloc(0);
    let position = 0;
    const bufferSize = Math.min(chunkSize, size);
    for (;;) {
      if (signal.aborted) throw new AppError('cancelled');
      const block = Buffer.allocUnsafe(carry.length + bufferSize);
      carry.copy(block, 0);
      const { bytesRead } = await handle.read(block, carry.length, bufferSize, position);
      position += bytesRead;
      const isLast = bytesRead === 0 || position >= size;
      const window = block.subarray(0, carry.length + bytesRead);
      const used = scanner.add(window, isLast);
      if (isLast) break;
      carry = window.subarray(used);
      report(position / size);
    }
  } finally {
    await handle.close();
  }
  return scanner.result;
}

class Scanner {
  readonly result: RecordScan = {
    records: 0,
    lines: 0,
    fieldCounts: new Map(),
    blankRecords: 0,
    totalsLike: 0,
    brokenAcrossLines: 0,
    looseQuotes: 0,
    unclosedLines: [],
    lineEnds: { crlf: 0, lf: 0 },
    quotedFields: 0,
  };
  private readonly classes = new Uint8Array(256);
  private readonly delimiter: number;
  private readonly quote: number;
  private readonly options: ScanOptions;
  private readonly counts: number[] = [];

  constructor(options: ScanOptions) {
    this.options = options;
    this.delimiter = options.delimiter.charCodeAt(0);
    this.quote = options.quote === null ? -1 : options.quote.charCodeAt(0);
    this.classes[this.delimiter] = isDelimiter;
    this.classes[lineFeed] = isLineFeed;
    if (this.quote >= 0) this.classes[this.quote] = isQuote;
  }

  /** Reads whole records from a window of bytes and returns how many bytes they took. */
  add(bytes: Buffer, isLast: boolean): number {
    let start = 0;
    while (start < bytes.length) {
      const isBefore = this.result.lines + 1 < this.options.firstLine;
      const next = isBefore ? this.skipLine(bytes, start, isLast) : this.record(bytes, start, isLast);
      if (next < 0) break;
      start = next;
    }
    if (!isLast && bytes.length - start > lineLimitBytes) this.tooLong(bytes.length - start);
    if (isLast) {
      this.counts.forEach((count, fields) => {
        this.result.fieldCounts.set(fields, count);
      });
    }
    return start;
  }

  private tooLong(found: number): never {
    throw new AppError('line-too-long', {
      line: this.result.lines + 1,
      bytes: found,
      limit: lineLimitBytes,
    });
  }

  private skipLine(bytes: Buffer, start: number, isLast: boolean): number {
    const end = bytes.indexOf(lineFeed, start);
    if (end < 0) {
      if (!isLast) return -1;
      this.result.lines += 1;
      return bytes.length;
    }
    this.endLine(bytes, end);
    return end + 1;
  }

  private endLine(bytes: Buffer, at: number): void {
    this.result.lines += 1;
    if (at > 0 && bytes[at - 1] === carriageReturn) this.result.lineEnds.crlf += 1;
    else this.result.lineEnds.lf += 1;
  }

  /** Reads one record and returns where the next begins; -1 when the window ends inside it. */
  private record(bytes: Buffer, start: number, isLast: boolean): number {
    const found = this.measure(bytes, start, isLast);
    if (found === incomplete) return -1;
    if (found === neverCloses) return this.unclosed(bytes, start);
    const { fields, innerBreaks, isLoose, end } = found;
    if (innerBreaks > 0 && isLoose && this.isStrayQuote(bytes, start, fields)) {
      return this.unclosed(bytes, start);
    }
    if (end - start > lineLimitBytes && innerBreaks === 0) this.tooLong(end - start);
    this.countRecord(bytes, start, found);
    return end < bytes.length ? end + 1 : end;
  }

  /**
   * True when a record over several lines is better explained by one quote too many: it has not the width of the
   * table, or its second line is a whole row by itself.
   */
  private isStrayQuote(bytes: Buffer, start: number, fields: number): boolean {
    const { width } = this.options;
    if (fields !== width) return true;
    const second = bytes.indexOf(lineFeed, start) + 1;
    const secondEnd = bytes.indexOf(lineFeed, second);
    const line = bytes.subarray(second, secondEnd < 0 ? bytes.length : secondEnd);
    const alone = this.measure(line, 0, true);
    return typeof alone !== 'symbol' && alone.fields === width && !alone.isLoose;
  }

  private measure(
    bytes: Buffer,
    start: number,
    isLast: boolean,
  ): Measured | typeof incomplete | typeof neverCloses {
    const { classes } = this;
    const end = bytes.length;
    let index = start;
    let fields = 1;
    let fieldStart = start;
    let innerBreaks = 0;
    let isLoose = false;
    let quoted = 0;
    for (;;) {
      // Safe: `index` stays below the length of the window.
      while (index < end && classes[bytes[index] as number] === ordinary) index += 1;
      if (index >= end) {
        if (!isLast) return incomplete;
        break;
      }
      const kind = classes[bytes[index] as number];
      if (kind === isDelimiter) {
        fields += 1;
        index += 1;
        fieldStart = index;
      } else if (kind === isLineFeed) {
        break;
      } else if (index === fieldStart) {
        quoted += 1;
        const closed = this.quotedField(bytes, index + 1, isLast);
        if (closed === incomplete) return incomplete;
        if (closed.end < 0) return neverCloses;
        innerBreaks += closed.breaks;
        isLoose ||= closed.isLoose;
        index = closed.end;
      } else {
        index += 1;
      }
    }
    return { end: index, fields, innerBreaks, isLoose, quoted };
  }

  private countRecord(bytes: Buffer, start: number, found: Measured): void {
    const index = found.end;
    const { result } = this;
    const firstLine = result.lines + 1;
    result.lines += found.innerBreaks;
    if (index < bytes.length) this.endLine(bytes, index);
    else result.lines += 1;
    if (this.options.lastLine !== null && firstLine > this.options.lastLine) return;
    const contentEnd = index > start && bytes[index - 1] === carriageReturn ? index - 1 : index;
    result.records += 1;
    result.quotedFields += found.quoted;
    this.counts[found.fields] = (this.counts[found.fields] ?? 0) + 1;
    if (found.innerBreaks > 0) result.brokenAcrossLines += 1;
    if (found.isLoose) result.looseQuotes += 1;
    if (contentEnd - start < 4 * found.fields && this.isBlank(bytes, start, contentEnd)) {
      result.blankRecords += 1;
    }
    if (this.mayBeTotals(bytes, start, contentEnd)) result.totalsLike += 1;
  }

  /** Rows of sums begin, after empty cells, with a word like "Total"; the tolerant reader judges them. */
  private mayBeTotals(bytes: Buffer, start: number, end: number): boolean {
    let at = start;
    while (at < end && (bytes[at] === this.delimiter || bytes[at] === space || bytes[at] === this.quote))
      at += 1;
    // Safe within the window; 0x20 makes an ASCII letter small.
    const letter = (bytes[at] as number) | 0x20;
    if (letter !== 0x74 && letter !== 0x73) return false;
    return /^(sub\s?)?total/i.test(bytes.toString('latin1', at, Math.min(end, at + 12)));
  }

  private isBlank(bytes: Buffer, start: number, end: number): boolean {
    for (let index = start; index < end; index += 1) {
      const byte = bytes[index];
      if (byte !== this.delimiter && byte !== space && byte !== this.quote) return false;
    }
    return true;
  }

  /** Sets the first line of a record aside and goes on at the next. */
  private unclosed(bytes: Buffer, start: number): number {
    const { result } = this;
    const lineEnd = bytes.indexOf(lineFeed, start);
    const isWithin = this.options.lastLine === null || result.lines + 1 <= this.options.lastLine;
    if (isWithin) {
      result.records += 1;
      result.unclosedLines.push(result.lines + 1);
    }
    if (lineEnd < 0) {
      result.lines += 1;
      return bytes.length;
    }
    this.endLine(bytes, lineEnd);
    return lineEnd + 1;
  }

  /** From after an opening quote to after the closing one; `end` is -1 when it never closes. */
  private quotedField(bytes: Buffer, from: number, isLast: boolean): Closed | typeof incomplete {
    const { quote } = this;
    let breaks = 0;
    let isLoose = false;
    let index = from;
    for (;;) {
      const close = bytes.indexOf(quote, index);
      const searchedTo = close < 0 ? bytes.length : close;
      breaks += countLineFeeds(bytes, index, searchedTo);
      if (searchedTo - from > openQuoteLimitBytes) return { end: -1, breaks, isLoose };
      if (close < 0) return isLast ? { end: -1, breaks, isLoose } : incomplete;
      // What follows the quote must be in the window to tell a closing quote from a doubled one.
      if (close + 3 > bytes.length && !isLast) return incomplete;
      if (bytes[close + 1] === quote) {
        index = close + 2;
        continue;
      }
      let after = close + 1;
      while (after < bytes.length && bytes[after] === space) after += 1;
      if (after >= bytes.length && !isLast) return incomplete;
      const isEnd = after >= bytes.length || bytes[after] === this.delimiter || bytes[after] === lineFeed;
      const isWindowsEnd =
        bytes[after] === carriageReturn && (bytes[after + 1] === lineFeed || after + 1 >= bytes.length);
      if (isEnd || isWindowsEnd) return { end: after, breaks, isLoose };
      isLoose = true;
      index = close + 1;
    }
  }
}

const incomplete = Symbol('incomplete');
const neverCloses = Symbol('never closes');
type Measured = { end: number; fields: number; innerBreaks: number; isLoose: boolean; quoted: number };
type Closed = { end: number; breaks: number; isLoose: boolean };

function countLineFeeds(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed, from); at >= 0 && at < to; at = bytes.indexOf(lineFeed, at + 1))
    count += 1;
  return count;
}
