import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { CancelSignal } from '../../../shared/cancel';
import type { SetAsideReason } from '../../../shared/domain/import';
import { AppError } from '../../../shared/errors';
import { type CellRules, readRecord, splitLoosely } from './cell-rules';
import { isTotalsRecord } from './detect-footer';
import { isBlankRecord } from './head-sample';
import { repairLine } from './repair-quotes';
import { readOtherwise, readWithStrayQuote } from './repair-row';
import { tableDelimiter } from './sources/converted-source';
import { isSubHeading, type SubHeadingRule } from './sub-headings';
import { removeTextMarks, type TextMarks } from './text-marks';

export type TolerantOptions = {
  rules: CellRules;
  firstLine: number;
  lastLine: number | null;
  /** Columns before this one are empty and left out. */
  firstColumn: number;
  /** Cells of a row once the empty columns before the table are left out. */
  width: number;
  /** Field counts, empty columns included, that are read as whole rows. */
  acceptedWidths: readonly number[];
  /** Lines whose quote never closes, found by the record scanner. */
  unclosedLines: readonly number[];
  /** The header's rows, which are set aside where they come again. */
  headerRows: readonly (readonly string[])[];
  /** Columns of numbers or dates, empty columns before the table included; by them a row of another delimiter is known. */
  valueColumns: readonly boolean[];
  /** How rows that only name the rows below them are recognised; null where there are none. */
  subHeadings: SubHeadingRule | null;
  /** Marks of text that are taken off the cells; null where there are none. */
  textMarks: TextMarks | null;
  /** True when the file held bytes that its encoding does not explain; they appear as U+FFFD. */
  hasUndecodableText: boolean;
};

/** A row that cannot be placed, as it stood in the file. */
export type RawRow = { line: number; reason: SetAsideReason; cells: string[] };

export type TolerantResult = {
  rowsRead: number;
  rowsKept: number;
  /** Rows kept although they had fewer cells than the table; the missing ones are empty. */
  rowsPadded: number;
  /** Rows kept although they were written with another delimiter or quote, and the first of their lines. */
  rowsReadOtherwise: number;
  linesReadOtherwise: number[];
  /** Rows kept with a quote that opens a cell and never closes, and the first of their lines. */
  strayQuotes: number;
  strayLines: number[];
  /** Rows kept although quotes inside their quoted cells are not written twice, and the first twenty of their lines. */
  rowsRepaired: number;
  repairedLines: number[];
  /** Cells whose mark of text was taken off, and the first twenty of their lines. */
  marksRemoved: number;
  markedLines: number[];
  setAsideCounts: Map<SetAsideReason, number>;
  /** The first 500. */
  setAside: RawRow[];
};

const replacement = '\uFFFD';
const keptExamples = 500;
const linesListed = 20;

/**
 * Reads an irregular file and writes it again as a regular one (`regularDelimiter` and `"`, first column the line in the
 * source) to `target`; rows that cannot be placed go to `asideTarget` as JSON lines. Memory stays bounded.
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
  const result: TolerantResult = {
    rowsRead: 0,
    rowsKept: 0,
    rowsPadded: 0,
    rowsReadOtherwise: 0,
    linesReadOtherwise: [],
    strayQuotes: 0,
    strayLines: [],
    rowsRepaired: 0,
    repairedLines: [],
    marksRemoved: 0,
    markedLines: [],
    setAsideCounts: new Map(),
    setAside: [],
  };
  const headerRows = new Set(options.headerRows.map((cells) => cells.join('\u0000')));
  const fullWidth = options.width + options.firstColumn;
  const take = (given: SourceRecord, isLastOfStretch: boolean): void => {
    result.rowsRead += 1;
    const judged = given.isUnclosed
      ? 'unclosed-quote'
      : judge(given.cells, options, headerRows, isLastOfStretch);
    const isMisfit = judged === 'short-row' || judged === 'long-row' || given.isUnclosed;
    const otherwise = isMisfit
      ? readOtherwise(given.text, options.rules, options.valueColumns, !given.isUnclosed)
      : null;
    const stray = isMisfit && !otherwise ? readWithStrayQuote(given.text, options.rules, fullWidth) : null;
    const cells = otherwise ?? stray;
    const record = cells ? { ...given, cells } : given;
    // A row read another way may still be one of totals, or hold letters that nobody can decode.
    const reason = cells ? judge(cells, options, headerRows, isLastOfStretch) : judged;
    if (otherwise && reason === null) {
      result.rowsReadOtherwise += 1;
      if (result.linesReadOtherwise.length < linesListed) result.linesReadOtherwise.push(given.line);
    }
    if (stray && reason === null) {
      result.strayQuotes += 1;
      if (result.strayLines.length < linesListed) result.strayLines.push(given.line);
    }
    if (reason) {
      const row: RawRow = { line: record.line, reason, cells: record.cells };
      result.setAsideCounts.set(reason, (result.setAsideCounts.get(reason) ?? 0) + 1);
      if (result.setAside.length < keptExamples) result.setAside.push(row);
      aside.add(`${JSON.stringify(row)}\n`);
      return;
    }
    result.rowsKept += 1;
    if (record.cells.length < fullWidth) result.rowsPadded += 1;
    if (record.isRepaired) {
      result.rowsRepaired += 1;
      if (result.repairedLines.length < linesListed) result.repairedLines.push(record.line);
    }
    const marks = options.textMarks ? removeTextMarks(record.cells, options.textMarks) : 0;
    result.marksRemoved += marks;
    if (marks > 0 && result.markedLines.length < linesListed) result.markedLines.push(record.line);
    regular.add(regularLine(record, options));
  };
  let bytes = 0;
  // Whether a row is one of totals shows in the next row, so each waits for it.
  let waiting: SourceRecord | null = null;
  try {
    for await (const batch of recordBatches(source, options)) {
      if (signal.aborted) throw new AppError('cancelled');
      for (const record of batch.records) {
        if (waiting) take(waiting, isBlankRecord(record.cells));
        waiting = record;
      }
      await regular.flush();
      await aside.flush();
      bytes += batch.bytes;
      report(bytes);
    }
    if (waiting) take(waiting, true);
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

function judge(
  cells: readonly string[],
  options: TolerantOptions,
  headerRows: ReadonlySet<string>,
  isLastOfStretch: boolean,
): SetAsideReason | null {
  if (isBlankRecord(cells)) return 'blank-row';
  if (options.hasUndecodableText && cells.some((cell) => cell.includes(replacement)))
    return 'undecodable-text';
  if (isTotalsRecord(cells, isLastOfStretch)) return 'totals-row';
  if (headerRows.size > 0 && headerRows.has(cells.join('\u0000'))) return 'repeated-header';
  const fullWidth = options.width + options.firstColumn;
  if (!options.acceptedWidths.includes(cells.length))
    return cells.length < fullWidth ? 'short-row' : 'long-row';
  const isShifted =
    isFilled(cells, 0, options.firstColumn) ||
    (cells.length > fullWidth && isFilled(cells, fullWidth, cells.length));
  if (isShifted) return 'long-row';
  const { subHeadings, firstColumn } = options;
  return subHeadings && isSubHeading(cells, firstColumn, subHeadings) ? 'sub-heading' : null;
}

function isFilled(cells: readonly string[], from: number, to: number): boolean {
  for (let column = from; column < to; column += 1) if ((cells[column] ?? '').trim() !== '') return true;
  return false;
}

/** Between the cells of the regular file, so that few cells need quotes. */
export const regularDelimiter = tableDelimiter;
const needsQuotes = new RegExp(`["\\n\\r${regularDelimiter}]`);

function regularLine({ line, cells }: SourceRecord, { firstColumn, width }: TolerantOptions): string {
  const own =
    cells.length === width && firstColumn === 0 ? cells : cells.slice(firstColumn, firstColumn + width);
  while (own.length < width) own.push('');
  if (!own.some((cell) => needsQuotes.test(cell))) {
    return `${line}${regularDelimiter}${own.join(regularDelimiter)}\n`;
  }
  return `${line}${regularDelimiter}${own.map(quoteCell).join(regularDelimiter)}\n`;
}

function quoteCell(cell: string): string {
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** `text` is the record as it stands in the file, without its line end. */
type SourceRecord = { line: number; cells: string[]; text: string; isUnclosed: boolean; isRepaired: boolean };

/** The data records of a UTF-8 file with their lines, a megabyte at a time. */
async function* recordBatches(
  source: string,
  options: TolerantOptions,
): AsyncGenerator<{ records: SourceRecord[]; bytes: number }> {
  const reader = new RecordReader(options);
  const stream: AsyncIterable<string> = createReadStream(source, {
    encoding: 'utf8',
    highWaterMark: 1 << 20,
  });
  let isFirst = true;
  for await (const chunk of stream) {
    const text = isFirst ? chunk.replace(/^\uFEFF/, '') : chunk;
    isFirst = false;
    yield { records: reader.feed(text, false), bytes: chunk.length };
    if (reader.isPast) return;
  }
  yield { records: reader.feed('', true), bytes: 0 };
}

/** Reads records from successive pieces of text, keeping the unfinished one and the line each begins on. */
class RecordReader {
  private rest = '';
  private line = 1;
  private readonly options: TolerantOptions;
  private readonly unclosed: ReadonlySet<number>;

  constructor(options: TolerantOptions) {
    this.options = options;
    this.unclosed = new Set(options.unclosedLines);
  }

  /** Nothing after the last line is read. */
  get isPast(): boolean {
    return this.options.lastLine !== null && this.line > this.options.lastLine;
  }

  feed(piece: string, isLast: boolean): SourceRecord[] {
    const { rules, firstLine } = this.options;
    const text = this.rest + piece;
    const records: SourceRecord[] = [];
    let at = 0;
    while (at < text.length && !this.isPast) {
      const isComment = rules.commentMark !== null && text.startsWith(rules.commentMark, at);
      const isUnclosed = this.unclosed.has(this.line);
      if (this.line < firstLine || isComment || isUnclosed) {
        const next = lineAfter(text, at, rules, isLast);
        if (next < 0) break;
        if (this.line >= firstLine && !isComment) {
          records.push(this.mend(text.slice(at, next), isUnclosed));
        }
        this.line += 1;
        at = next;
        continue;
      }
      const found = readRecord(text, at, rules, isLast);
      if (found === 'incomplete') break;
      if (found === 'never-closes') {
        // The scanner lists such lines; whatever it did not list is still one row, and not lost.
        const next = lineAfter(text, at, rules, true);
        records.push(this.mend(text.slice(at, next), true));
        this.line += 1;
        at = next;
        continue;
      }
      const isMendable = found.isLoose && found.breaks === 0;
      records.push(
        isMendable
          ? this.mend(text.slice(at, found.next), false, found.cells)
          : {
              line: this.line,
              cells: found.cells,
              text: withoutLineEnd(text.slice(at, found.next)),
              isUnclosed: false,
              isRepaired: false,
            },
      );
      this.line += 1 + found.breaks;
      at = found.next;
    }
    this.rest = text.slice(at);
    return records;
  }

  /** A line whose quotes break the rules: its cells where only one way of dividing it gives the width, else as it was read. */
  private mend(text: string, isUnclosed: boolean, read?: string[]): SourceRecord {
    const { line } = this;
    const own = { line, text: withoutLineEnd(text) };
    const { rules, width, firstColumn } = this.options;
    const repair = repairLine(text, rules, width + firstColumn);
    if (repair === null) {
      return { ...own, cells: read ?? splitLoosely(text, rules), isUnclosed, isRepaired: false };
    }
    if (repair === 'ambiguous') {
      return { ...own, cells: splitLoosely(text, rules), isUnclosed: true, isRepaired: false };
    }
    return { ...own, cells: repair.cells, isUnclosed: false, isRepaired: repair.hasInnerQuotes };
  }
}

function withoutLineEnd(text: string): string {
  return text.replace(/[\r\n]+$/, '');
}

/** Where the next physical line begins; -1 when the text may go on within this line. */
function lineAfter(text: string, at: number, rules: CellRules, isLast: boolean): number {
  const ends = rules.endsAtCarriageReturn ? /\r\n|\r|\n/g : /\n/g;
  ends.lastIndex = at;
  const found = ends.exec(text);
  if (!found) return isLast ? text.length : -1;
  const next = found.index + found[0].length;
  return found[0] === '\r' && next >= text.length && !isLast ? -1 : next;
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
