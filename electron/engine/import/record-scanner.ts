import { open } from 'node:fs/promises';
import type { CancelSignal } from '../../../shared/cancel';
import type { Escape } from '../../../shared/domain/dialect';
import { AppError } from '../../../shared/errors';
import { isValue } from './header-votes';
import { PlainWindow } from './plain-window';
import { repairLine } from './repair-quotes';

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
  lineEnds: { crlf: number; lf: number; cr: number };
  /** Records with a carriage return that ends no line. */
  strayReturns: number;
  quotedFields: number;
  /** Some cell begins as a formula that is nothing but a text, such as `="05301"`. */
  hasTextFormulas: boolean;
  /** Comment lines among the data, and the first twenty of them. */
  comments: number;
  commentLines: number[];
  /** Records that are one of the header's rows once more. */
  repeatedHeaders: number;
  /** Stretches of records with the same number of fields, blank ones with 0; the first four thousand. */
  runs: RecordRun[];
};

export type RecordRun = { firstLine: number; lastLine: number; records: number; fields: number };

export type ScanOptions = {
  delimiter: string;
  quote: string | null;
  /** Physical line, from 1, of the first data record. */
  firstLine: number;
  lastLine: number | null;
  /** Fields a record should have; decides whether an oddly quoted record is accepted. */
  width: number;
  /** How a quote inside a quoted cell is written; `doubled` when not given. */
  escape?: Escape;
  commentMark?: string | null;
  /** A carriage return by itself ends a record too. */
  endsAtCarriageReturn?: boolean;
  /** Texts of the header's rows, which may come again among the data. */
  headerRows?: readonly string[];
};

const lineLimitBytes = 2_000_000;
/** How far an open quote may run before it counts as never closed. */
const openQuoteLimitBytes = 1_000_000;
const chunkSize = 1 << 22;
const formulaStart = Buffer.from('="');
/** A cell of several lines that is longer than this is not tried as rows. */
const longestSwallow = 20_000;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;

const ordinary = 0;
const isDelimiter = 1;
const isLineFeed = 2;
const isQuote = 3;
const isReturn = 4;
const isBackslash = 5;
const backslash = 92;
const runsKept = 4000;
const commentLinesKept = 20;

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
    lineEnds: { crlf: 0, lf: 0, cr: 0 },
    strayReturns: 0,
    quotedFields: 0,
    hasTextFormulas: false,
    comments: 0,
    commentLines: [],
    repeatedHeaders: 0,
    runs: [],
  };
  private readonly classes = new Uint8Array(256);
  private readonly delimiter: number;
  /** The bytes of the delimiter after the first. */
  private readonly delimiterRest: Buffer;
  private readonly quote: number;
  private readonly escapes: boolean;
  private readonly atReturn: boolean;
  private readonly comment: Buffer | null;
  private readonly headerRows: readonly Buffer[];
  private readonly headerLengths: ReadonlySet<number>;
  /** Between these places of the window every quote was looked at and closes nothing, wherever the cell begins. */
  private openFrom = 0;
  private openUntil = 0;
  /** The line that ends a cell which a stray quote opened; 0 for none. */
  private unclosedAhead = 0;
  private run: RecordRun | null = null;
  /** Set where a window holds no quote, so that nothing but delimiters and line ends has to be looked for. */
  private plain: PlainWindow | null = null;
  private readonly options: ScanOptions;
  private readonly counts: number[] = [];

  constructor(options: ScanOptions) {
    this.options = options;
    const delimiter = Buffer.from(options.delimiter);
    this.delimiter = delimiter[0] ?? 0;
    this.delimiterRest = delimiter.subarray(1);
    this.escapes = options.escape === 'backslash';
    this.atReturn = options.endsAtCarriageReturn ?? false;
    this.comment = options.commentMark ? Buffer.from(options.commentMark) : null;
    this.headerRows = (options.headerRows ?? []).map((row) => Buffer.from(row));
    this.headerLengths = new Set(this.headerRows.map((row) => row.length));
    this.quote = options.quote === null ? -1 : options.quote.charCodeAt(0);
    this.classes[this.delimiter] = isDelimiter;
    this.classes[lineFeed] = isLineFeed;
    this.classes[carriageReturn] = isReturn;
    if (this.escapes) this.classes[backslash] = isBackslash;
    if (this.quote >= 0) this.classes[this.quote] = isQuote;
  }

  /** Reads whole records from a window of bytes and returns how many bytes they took. */
  add(bytes: Buffer, isLast: boolean): number {
    let start = 0;
    this.openUntil = 0;
    const isPlain =
      this.delimiterRest.length === 0 &&
      !this.atReturn &&
      !this.escapes &&
      (this.quote < 0 || !bytes.includes(this.quote));
    this.result.hasTextFormulas ||= this.holdsTextFormula(bytes);
    this.plain = isPlain ? new PlainWindow(bytes, this.delimiter) : null;
    while (start < bytes.length) {
      const isBefore = this.result.lines + 1 < this.options.firstLine;
      const isSkipped = isBefore || this.isComment(bytes, start);
      const next = isSkipped ? this.skipLine(bytes, start, isLast) : this.record(bytes, start, isLast);
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

  private holdsTextFormula(bytes: Buffer): boolean {
    const { quote, options } = this;
    const delimiterEnd = options.delimiter.charCodeAt(options.delimiter.length - 1);
    for (let at = bytes.indexOf(formulaStart); at >= 0; at = bytes.indexOf(formulaStart, at + 2)) {
      const before = at === 0 ? lineFeed : (bytes[at - 1] ?? lineFeed);
      if (before === lineFeed || before === carriageReturn || before === delimiterEnd) return true;
      if (before === quote && bytes[at + 2] === quote) return true;
    }
    return false;
  }

  private tooLong(found: number): never {
    throw new AppError('line-too-long', {
      line: this.result.lines + 1,
      bytes: found,
      limit: lineLimitBytes,
    });
  }

  private isComment(bytes: Buffer, start: number): boolean {
    const { comment } = this;
    return comment !== null && bytes[start] === comment[0] && bytes.subarray(start).indexOf(comment) === 0;
  }

  /** Passes over a line before the table, or a comment, whatever its quotes. */
  private skipLine(bytes: Buffer, start: number, isLast: boolean): number {
    const end = this.lineEndFrom(bytes, start);
    const isUnsure = end >= 0 && bytes[end] === carriageReturn && end + 1 >= bytes.length;
    if ((end < 0 || isUnsure) && !isLast) return -1;
    const line = this.result.lines + 1;
    if (line >= this.options.firstLine && this.isWithin(line)) {
      this.result.comments += 1;
      if (this.result.commentLines.length < commentLinesKept) this.result.commentLines.push(line);
    }
    if (end < 0) {
      this.result.lines += 1;
      return bytes.length;
    }
    return this.endLine(bytes, end);
  }

  private isWithin(line: number): boolean {
    return this.options.lastLine === null || line <= this.options.lastLine;
  }

  /** The first byte of the next line end that separates lines, -1 where there is none. */
  private lineEndFrom(bytes: Buffer, start: number): number {
    if (!this.atReturn) return bytes.indexOf(lineFeed, start);
    for (let at = start; at < bytes.length; at += 1) {
      if (bytes[at] === lineFeed || bytes[at] === carriageReturn) return at;
    }
    return -1;
  }

  /** Counts the line end at this place and returns where the next line begins. */
  private endLine(bytes: Buffer, at: number): number {
    const { result } = this;
    result.lines += 1;
    if (bytes[at] === carriageReturn) {
      if (bytes[at + 1] === lineFeed) {
        result.lineEnds.crlf += 1;
        return at + 2;
      }
      result.lineEnds.cr += 1;
      return at + 1;
    }
    if (at > 0 && bytes[at - 1] === carriageReturn) result.lineEnds.crlf += 1;
    else result.lineEnds.lf += 1;
    return at + 1;
  }

  /** Reads one record and returns where the next begins; -1 when the window ends inside it. */
  private record(bytes: Buffer, start: number, isLast: boolean): number {
    const { result } = this;
    if (this.unclosedAhead === result.lines + 1 && (isLast || this.lineEndFrom(bytes, start) >= 0)) {
      this.unclosedAhead = 0;
      return this.unclosed(bytes, start);
    }
    const found = this.measure(bytes, start, isLast);
    if (found === incomplete) return -1;
    if (found === neverCloses) return this.unclosed(bytes, start);
    const { fields, innerBreaks, isLoose, end } = found;
    if (!isLast && bytes[end] === carriageReturn && end + 1 >= bytes.length) return -1;
    if (innerBreaks > 0 && isLoose && this.isStrayQuote(bytes, start, fields)) {
      return this.unclosed(bytes, start);
    }
    if (innerBreaks > 0 && !isLoose && found.quoted === 1 && this.areWholeRows(bytes.subarray(start, end))) {
      this.unclosedAhead = result.lines + innerBreaks + 1;
      return this.unclosed(bytes, start);
    }
    if (end - start > lineLimitBytes && innerBreaks === 0) this.tooLong(end - start);
    return this.countRecord(bytes, start, found);
  }

  /**
   * True when a record over several lines is better explained by one quote too many: it has not the width of the
   * table, or its second line is a whole row by itself.
   */
  private isStrayQuote(bytes: Buffer, start: number, fields: number): boolean {
    const { width } = this.options;
    if (fields !== width) return true;
    const firstEnd = this.lineEndFrom(bytes, start);
    if (this.isRepairable(bytes.toString('utf8', start, firstEnd))) return true;
    const isPair = bytes[firstEnd] === carriageReturn && bytes[firstEnd + 1] === lineFeed;
    const second = firstEnd + (isPair ? 2 : 1);
    const secondEnd = this.lineEndFrom(bytes, second);
    const line = bytes.subarray(second, secondEnd < 0 ? bytes.length : secondEnd);
    const alone = this.measure(line, 0, true);
    return typeof alone !== 'symbol' && alone.fields === width && !alone.isLoose;
  }

  private isRepairable(line: string): boolean {
    const { delimiter, quote, width } = this.options;
    if (this.escapes || (quote !== '"' && quote !== "'")) return false;
    const repair = repairLine(line, { delimiter, quote, escape: 'doubled' }, width);
    return repair !== null && repair !== 'ambiguous';
  }

  /**
   * True when each line inside a cell of several lines is a row by itself, with a number or a date in the same column: one
   * quote too many opened the cell, and another one happened to close it.
   */
  private areWholeRows(record: Buffer): boolean {
    const { width, delimiter } = this.options;
    if (width < 3 || record.length > longestSwallow) return false;
    const rows = record
      .toString('utf8')
      .split(this.atReturn ? /\r\n|\r|\n/ : /\r?\n/)
      .map((line) => line.split(delimiter));
    if (rows.some((cells) => cells.length !== width || cells.some((cell) => cell.trim() === '')))
      return false;
    return Array.from({ length: width }, (_, column) => column).some((column) =>
      rows.every((cells) => isValue((cells[column] ?? '').trim())),
    );
  }

  private measure(
    bytes: Buffer,
    start: number,
    isLast: boolean,
  ): Measured | typeof incomplete | typeof neverCloses {
    if (this.plain) {
      const { end, fields, hasReturn } = this.plain.measure(start);
      if (end >= bytes.length && !isLast) return incomplete;
      return { end, fields, hasReturn, innerBreaks: 0, isLoose: false, quoted: 0 };
    }
    const { classes } = this;
    const restLength = this.delimiterRest.length;
    const end = bytes.length;
    let index = start;
    let fields = 1;
    let fieldStart = start;
    let innerBreaks = 0;
    let isLoose = false;
    let hasReturn = false;
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
        index += 1;
        if (restLength > 0) {
          if (index + restLength > end && !isLast) return incomplete;
          if (!this.isRestOfDelimiter(bytes, index)) continue;
          index += restLength;
        }
        fields += 1;
        fieldStart = index;
      } else if (kind === isLineFeed) {
        break;
      } else if (kind === isReturn) {
        if (index + 1 >= end && !isLast) return incomplete;
        if (this.atReturn) break;
        if (index + 1 < end && bytes[index + 1] !== lineFeed) hasReturn = true;
        index += 1;
      } else if (kind === isBackslash) {
        if (index + 2 >= end && !isLast) return incomplete;
        const escaped = this.escapedLength(bytes, index + 1);
        if (escaped > 0 && this.isLineEndByte(bytes[index + 1])) innerBreaks += 1;
        index += 1 + escaped;
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
    return { end: index, fields, innerBreaks, isLoose, hasReturn, quoted };
  }

  private isLineEndByte(byte: number | undefined): boolean {
    return byte === lineFeed || byte === carriageReturn;
  }

  private isRestOfDelimiter(bytes: Buffer, at: number): boolean {
    return this.delimiterRest.every((byte, offset) => bytes[at + offset] === byte);
  }

  /** Bytes that a backslash before this place takes literally; 0 where it is a sign like any other. */
  private escapedLength(bytes: Buffer, at: number): number {
    const byte = bytes[at];
    if (byte === backslash || byte === this.quote || byte === lineFeed) return 1;
    if (byte === this.delimiter && this.isRestOfDelimiter(bytes, at + 1))
      return 1 + this.delimiterRest.length;
    if (byte !== carriageReturn) return 0;
    if (bytes[at + 1] === lineFeed) return 2;
    return this.atReturn ? 1 : 0;
  }

  private countRecord(bytes: Buffer, start: number, found: Measured): number {
    const index = found.end;
    const { result } = this;
    const firstLine = result.lines + 1;
    result.lines += found.innerBreaks;
    let next = bytes.length;
    if (index < bytes.length) next = this.endLine(bytes, index);
    else result.lines += 1;
    if (!this.isWithin(firstLine)) return next;
    if (found.hasReturn) result.strayReturns += 1;
    const contentEnd = index > start && bytes[index - 1] === carriageReturn ? index - 1 : index;
    result.records += 1;
    result.quotedFields += found.quoted;
    this.counts[found.fields] = (this.counts[found.fields] ?? 0) + 1;
    if (found.innerBreaks > 0) result.brokenAcrossLines += 1;
    if (found.isLoose) result.looseQuotes += 1;
    const isBlank = contentEnd - start < 4 * found.fields && this.isBlank(bytes, start, contentEnd);
    if (isBlank) result.blankRecords += 1;
    if (this.mayBeTotals(bytes, start, contentEnd)) result.totalsLike += 1;
    this.extendRun(firstLine, isBlank ? 0 : found.fields);
    if (this.headerLengths.has(contentEnd - start) && this.isHeaderRow(bytes, start, contentEnd)) {
      result.repeatedHeaders += 1;
    }
    return next;
  }

  private isHeaderRow(bytes: Buffer, start: number, end: number): boolean {
    const record = bytes.subarray(start, end);
    return this.headerRows.some((row) => row.equals(record));
  }

  private extendRun(firstLine: number, fields: number): void {
    const { result, run } = this;
    if (run !== null && run.fields === fields) {
      run.records += 1;
      run.lastLine = result.lines;
      return;
    }
    this.run = { firstLine, lastLine: result.lines, records: 1, fields };
    if (result.runs.length < runsKept) result.runs.push(this.run);
  }

  /** Rows of sums begin, after empty cells, with a word like "Total"; the tolerant reader judges them. */
  private mayBeTotals(bytes: Buffer, start: number, end: number): boolean {
    let at = start;
    while (at < end && (bytes[at] === this.delimiter || bytes[at] === space || bytes[at] === this.quote))
      at += 1;
    if (at >= end) return false;
    // Safe within the window; 0x20 makes an ASCII letter small.
    const letter = (bytes[at] as number) | 0x20;
    if (letter !== 0x74 && letter !== 0x73) return false;
    return /^(sub\s?)?total/i.test(bytes.toString('latin1', at, Math.min(end, at + 12)));
  }

  /** Cells of spaces, with or without quotes around them; a quote that is a sign of its cell is something. */
  private isBlank(bytes: Buffer, start: number, end: number): boolean {
    let quotes = 0;
    for (let index = start; index < end; index += 1) {
      const byte = bytes[index];
      if (byte === this.quote) quotes += 1;
      else if (byte === this.delimiter && quotes !== 1) quotes = 0;
      else if (byte !== space || byte === this.delimiter) return false;
      if (quotes > 2) return false;
    }
    return quotes !== 1;
  }

  /** Sets the first line of a record aside and goes on at the next. */
  private unclosed(bytes: Buffer, start: number): number {
    const { result } = this;
    const lineEnd = this.lineEndFrom(bytes, start);
    if (this.isWithin(result.lines + 1)) {
      result.records += 1;
      result.unclosedLines.push(result.lines + 1);
    }
    if (lineEnd < 0) {
      result.lines += 1;
      return bytes.length;
    }
    return this.endLine(bytes, lineEnd);
  }

  /** From after an opening quote to after the closing one; `end` is -1 when it never closes. */
  private quotedField(bytes: Buffer, from: number, isLast: boolean): Closed | typeof incomplete {
    const { quote } = this;
    let isLoose = false;
    let index = from;
    let isPaired = false;
    if (this.openUntil > from && this.openFrom <= from) {
      // Another cell passed over all quotes up to there: none of them closes this one either.
      if (this.openUntil - from > openQuoteLimitBytes) return { end: -1, breaks: 0, isLoose };
      isLoose = bytes.subarray(from, this.openUntil).includes(quote);
      index = this.openUntil;
    }
    const neverClosing = (until: number): Closed => {
      if (!isPaired) [this.openFrom, this.openUntil] = [from, until];
      return { end: -1, breaks: 0, isLoose };
    };
    for (;;) {
      const close = this.nextQuote(bytes, index);
      const searchedTo = close < 0 ? bytes.length : close;
      if (searchedTo - from > openQuoteLimitBytes) return neverClosing(index);
      if (close < 0) return isLast ? neverClosing(bytes.length) : incomplete;
      // What follows the quote must be in the window to tell a closing quote from a doubled one.
      if (close + 3 > bytes.length && !isLast) return incomplete;
      if (bytes[close] === backslash && this.escapes) {
        isPaired = true;
        index = close + 2;
        continue;
      }
      if (bytes[close + 1] === quote) {
        isPaired = true;
        index = close + 2;
        continue;
      }
      let after = close + 1;
      while (after < bytes.length && bytes[after] === space && !this.isDelimiterAt(bytes, after)) after += 1;
      if (after + 2 >= bytes.length && !isLast) return incomplete;
      const isEnd = after >= bytes.length || this.isDelimiterAt(bytes, after) || bytes[after] === lineFeed;
      const isWindowsEnd =
        bytes[after] === carriageReturn &&
        (this.atReturn || bytes[after + 1] === lineFeed || after + 1 >= bytes.length);
      if (isEnd || isWindowsEnd) {
        const breaks = this.countLineEnds(bytes, from, close);
        return { end: after, breaks, isLoose: isLoose || after > close + 1 };
      }
      isLoose = true;
      index = close + 1;
    }
  }

  private isDelimiterAt(bytes: Buffer, at: number): boolean {
    return bytes[at] === this.delimiter && this.isRestOfDelimiter(bytes, at + 1);
  }

  /** The next quote, or backslash where that escapes one. */
  private nextQuote(bytes: Buffer, from: number): number {
    const close = bytes.indexOf(this.quote, from);
    if (!this.escapes) return close;
    // Only as far as the quote: a search to the end of the window at each quote would take quadratic time.
    const back = bytes.subarray(from, close < 0 ? bytes.length : close).indexOf(backslash);
    return back >= 0 ? from + back : close;
  }

  private countLineEnds(bytes: Buffer, from: number, to: number): number {
    const stretch = bytes.subarray(from, to);
    let count = 0;
    for (let at = stretch.indexOf(lineFeed); at >= 0; at = stretch.indexOf(lineFeed, at + 1)) count += 1;
    if (!this.atReturn) return count;
    for (let at = stretch.indexOf(carriageReturn); at >= 0; at = stretch.indexOf(carriageReturn, at + 1)) {
      if (stretch[at + 1] !== lineFeed) count += 1;
    }
    return count;
  }
}

const incomplete = Symbol('incomplete');
const neverCloses = Symbol('never closes');
type Measured = {
  end: number;
  fields: number;
  innerBreaks: number;
  isLoose: boolean;
  hasReturn: boolean;
  quoted: number;
};
type Closed = { end: number; breaks: number; isLoose: boolean };
