import { type FileHandle, open } from 'node:fs/promises';
import { AppError } from '../../../../shared/errors';
import type { FrozenFile } from '../frozen-file';
import { cellBreak } from '../sources/converted-source';
import { ColumnCounts } from './column-counts';
import { damaged, unsafe } from './workbook-errors';

/** Rows and columns of a sheet; LibreOffice can be told to have more columns than Excel, but nobody asks so many. */
export const mostRows = 1_048_576 * 16;
export const mostColumns = 16_384;
/** Rows at the top that may be written again once merged cells are known. */
export const headRows = 64;
const flushAt = 1 << 20;
const rowLimitBytes = 64 * 2 ** 20;
const cellLimit = 2 ** 30;
/** A table written out is seldom larger than its file unpacked; the rest is content repeated on purpose. */
const outputFactor = 200;
const leastOutputLimit = 256 * 2 ** 20;
const mostOutput = 16 * 2 ** 30;

const delimiter = 0x1f;
const lineFeed = 0x0a;
const breakByte = 0x1e;
const quote = 0x22;
const breaks = /\r\n?|\n/g;

/** Where the rows became wider while they were written: lines from `offset` on have this many cells. */
export type WidthStep = { offset: number; width: number };

export type WrittenTable = {
  rows: number;
  width: number;
  /** Cells that hold something. */
  filled: number;
  steps: WidthStep[];
  /** Bytes of the first `headRows` rows. */
  headBytes: number;
  counts: ColumnCounts;
};

/** The bytes of a cell as they stand in the table text. */
export function encodeCell(text: string): Buffer {
  const inner = text.replace(breaks, cellBreak);
  const needsQuotes = inner.includes('"') || inner.includes('\u001f');
  return Buffer.from(needsQuotes ? `"${inner.replaceAll('"', '""')}"` : inner, 'utf8');
}

/**
 * Writes rows of cells as the table text that `ConvertedSource` describes: cells of a row in any order, rows in order,
 * rows not given as empty lines, nothing after the last filled one. Every line gets as many cells as the widest so far.
 */
export class TableWriter {
  readonly counts = new ColumnCounts();
  private readonly file: FrozenFile;
  private readonly target: string;
  private handle: FileHandle | null = null;
  private readonly limitBytes: number;
  private out = Buffer.allocUnsafe(flushAt * 2);
  private at = 0;
  private flushed = 0;
  private rowStart = 0;
  private contentStart = 0;
  private next = 0;
  private lastRow = 0;
  private row = 0;
  private width = 0;
  private filled = 0;
  private readonly steps: WidthStep[] = [];
  private headBytes = -1;

  constructor(file: FrozenFile, target: string) {
    this.file = file;
    this.target = target;
    this.limitBytes = Math.min(mostOutput, Math.max(leastOutputLimit, file.bytes * outputFactor));
  }

  /** Rows count from 1 and only grow. */
  beginRow(row: number): void {
    if (row <= this.lastRow || row > mostRows) throw damaged(this.file, `row ${row}`);
    this.row = row;
    this.rowStart = this.at;
    const blank = row - this.lastRow - 1;
    this.reserve(blank);
    this.out.fill(lineFeed, this.at, this.at + blank);
    this.at += blank;
    this.contentStart = this.at;
    this.next = 0;
  }

  /** Places the cursor at a column, from 0. */
  private moveTo(column: number, size: number): void {
    if (column >= mostColumns) throw damaged(this.file, `row ${this.row}`);
    this.reserve(size + column - this.next + 2);
    for (; this.next <= column; this.next += 1) {
      if (this.next > 0) {
        this.out[this.at] = delimiter;
        this.at += 1;
      }
    }
    this.filled += 1;
  }

  /** A cell as `encodeCell` gives it; an empty one is not written. */
  bytesCell(column: number, source: Buffer, start: number, end: number): void {
    if (end <= start) return;
    if (column < this.next) {
      this.insert(column, source.subarray(start, end));
      return;
    }
    this.moveTo(column, end - start);
    const { out } = this;
    if (end - start > 40) {
      source.copy(out, this.at, start, end);
      this.at += end - start;
      return;
    }
    let { at } = this;
    for (let from = start; from < end; from += 1) {
      out[at] = source[from] as number; // safe: below `end`
      at += 1;
    }
    this.at = at;
  }

  /** A cell of letters, digits and signs that need no quotes. */
  plainCell(column: number, text: string): void {
    if (text === '') return;
    if (column < this.next) {
      this.insert(column, Buffer.from(text, 'utf8'));
      return;
    }
    this.moveTo(column, text.length * 3);
    this.at += this.out.write(text, this.at, 'utf8');
  }

  /** Any text; line breaks become U+001E. */
  textCell(column: number, text: string): void {
    const bytes = encodeCell(text);
    this.bytesCell(column, bytes, 0, bytes.length);
  }

  /** Some programs write the cells of a row out of order; the same cell twice is a damaged file. */
  private insert(column: number, bytes: Buffer): void {
    const cells: Buffer[] = [];
    let from = this.contentStart;
    let isQuoted = false;
    for (let at = this.contentStart; at <= this.at; at += 1) {
      if (at < this.at && this.out[at] === quote) isQuoted = !isQuoted;
      if (at === this.at || (this.out[at] === delimiter && !isQuoted)) {
        cells.push(Buffer.from(this.out.subarray(from, at)));
        from = at + 1;
      }
    }
    if ((cells[column]?.length ?? 0) > 0) throw damaged(this.file, `row ${this.row}`);
    cells[column] = Buffer.from(bytes);
    this.at = this.contentStart;
    this.next = 0;
    const before = this.filled - cells.filter((cell) => cell.length > 0).length + 1;
    cells.forEach((cell, position) => {
      this.bytesCell(position, cell, 0, cell.length);
    });
    this.filled = before + cells.filter((cell) => cell.length > 0).length;
  }

  /** True while the row has no filled cell. */
  get isBlankRow(): boolean {
    return this.next === 0;
  }

  endRow(): void {
    if (this.next === 0) {
      this.at = this.rowStart;
      return;
    }
    if (this.headBytes < 0 && this.row > headRows) this.headBytes = this.flushed + this.rowStart;
    if (this.next > this.width) {
      this.width = this.next;
      this.steps.push({ offset: this.flushed + this.rowStart, width: this.width });
    }
    const missing = this.width - this.next;
    this.reserve(missing + 1);
    for (let count = 0; count < missing; count += 1) {
      this.out[this.at] = delimiter;
      this.at += 1;
    }
    this.out[this.at] = lineFeed;
    this.at += 1;
    this.lastRow = this.row;
    if (this.flushed + this.at > this.limitBytes || this.lastRow * this.width > cellLimit) {
      throw unsafe(this.file, 'cells');
    }
  }

  /** Writes the row that has just ended some more times. */
  repeatRow(times: number): void {
    const length = this.at - this.contentStart;
    if (length <= 0 || length * times > rowLimitBytes || this.lastRow + times > mostRows)
      throw unsafe(this.file, 'cells');
    this.rowStart = this.at;
    this.reserve(length * times);
    for (let count = 0; count < times; count += 1) {
      this.out.copy(this.out, this.at, this.contentStart, this.contentStart + length);
      this.at += length;
    }
    this.lastRow += times;
    this.filled += times;
  }

  /** Rows and columns in use, so far. */
  get size(): { rows: number; columns: number } {
    return { rows: this.lastRow, columns: this.width };
  }

  /** True while something is not yet in the file. */
  get isHolding(): boolean {
    return this.at > 0;
  }

  /** Cells that hold something, so far. */
  get filledCells(): number {
    return this.filled;
  }

  private reserve(size: number): void {
    if (this.at + size <= this.out.length) return;
    if (this.at + size - this.rowStart > rowLimitBytes) throw unsafe(this.file, 'cells');
    const larger = Buffer.allocUnsafe(Math.max(this.out.length * 2, this.at + size));
    this.out.copy(larger, 0, 0, this.at);
    this.out = larger;
  }

  /** True when there is enough to be written to the file; only between rows. */
  get isFull(): boolean {
    return this.at >= flushAt;
  }

  /** Writes whole rows to the file. Throws `disk-full`. */
  async flush(): Promise<void> {
    if (this.at === 0) return;
    let from = 0;
    try {
      this.handle ??= await open(this.target, 'w', 0o600);
      while (from < this.at) {
        const { bytesWritten } = await this.handle.write(this.out, from, this.at - from);
        from += bytesWritten;
      }
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
        throw new AppError('disk-full', { fileName: this.file.name }, { cause: error });
      }
      throw error;
    }
    this.flushed += this.at;
    this.at = 0;
    if (this.out.length > flushAt * 8) this.out = Buffer.allocUnsafe(flushAt * 2);
  }

  async close(): Promise<WrittenTable> {
    await this.flush();
    await this.handle?.close();
    return {
      rows: this.lastRow,
      width: this.width,
      filled: this.filled,
      steps: this.steps,
      headBytes: this.headBytes < 0 ? this.flushed : this.headBytes,
      counts: this.counts,
    };
  }

  async abandon(): Promise<void> {
    await this.handle?.close().catch(() => undefined);
  }
}

/** The byte that stands for a line break inside a cell. */
export const cellBreakByte = breakByte;
