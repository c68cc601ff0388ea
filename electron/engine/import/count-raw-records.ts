import { createReadStream } from 'node:fs';
import type { CancelSignal } from '../../../shared/cancel';
import type { Dialect } from '../../../shared/domain/dialect';
import { AppError } from '../../../shared/errors';

type RawTable = Pick<
  Dialect,
  'encoding' | 'delimiter' | 'quote' | 'escape' | 'firstDataLine' | 'lastDataLine'
> & { endsAtCarriageReturn: boolean };

const lineFeed = 10;
const carriageReturn = 13;
const backslash = 92;

/**
 * Counts the records of a table in the bytes of the file as it was given, in its own encoding, blank ones included. It
 * shares nothing with the readers: one pass over bytes (or pairs of them in UTF-16), no text, no cells, no conversion.
 * Meant for files whose quotes follow the rules. Throws `cancelled`.
 */
export async function countRawRecords(
  filePath: string,
  table: RawTable,
  signal: CancelSignal,
): Promise<number> {
  const isWide = table.encoding === 'utf-16le' || table.encoding === 'utf-16be';
  const counter = new RawCounter(table);
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(filePath, { highWaterMark: 1 << 22 }) as AsyncIterable<Buffer>) {
    if (signal.aborted) throw new AppError('cancelled');
    if (!isWide) {
      counter.add(chunk);
      continue;
    }
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const whole = bytes.length - (bytes.length % 2);
    rest = Buffer.from(bytes.subarray(whole));
    counter.add(units(bytes.subarray(0, whole), table.encoding === 'utf-16be'));
  }
  // A file cut inside a letter ends with a sign of its own.
  if (rest.length > 0) counter.add(Uint16Array.of(0xfffd));
  return counter.end();
}

/** UTF-16 code units; what the counter looks for are single units in either byte order. */
function units(bytes: Buffer, isBigEndian: boolean): Uint16Array {
  const own = new Uint16Array(bytes.length / 2);
  for (let index = 0; index < own.length; index += 1) {
    own[index] = isBigEndian ? bytes.readUInt16BE(index * 2) : bytes.readUInt16LE(index * 2);
  }
  return own;
}

const marks = { byte: [0xef, 0xbb, 0xbf], wide: [0xfeff] };

class RawCounter {
  private readonly quote: number;
  private readonly delimiter: number;
  private readonly isEscaped: boolean;
  private readonly table: RawTable;
  private records = 0;
  private line = 1;
  /** Line on which the present record began; null between records. */
  private startedOn: number | null = null;
  private isInside = false;
  private mayOpen = true;
  /** A quote inside quotes: the next unit tells whether it closed. */
  private wasQuote = false;
  private isAfterBackslash = false;
  private wasReturn = false;
  private position = 0;

  constructor(table: RawTable) {
    this.table = table;
    this.quote = table.quote?.charCodeAt(0) ?? -1;
    this.delimiter = table.delimiter.charCodeAt(table.delimiter.length - 1);
    this.isEscaped = table.escape === 'backslash';
  }

  add(found: Uint8Array | Uint16Array): void {
    const mark = found instanceof Uint16Array ? marks.wide : marks.byte;
    const start = this.position === 0 && mark.every((unit, index) => found[index] === unit) ? mark.length : 0;
    for (let index = start; index < found.length; index += 1) {
      const next = this.passOver(found, index);
      if (next > index) index = next;
      if (index < found.length) this.take(found[index] ?? 0);
    }
    this.position += found.length;
  }

  end(): number {
    if (this.startedOn !== null) this.close();
    return this.records;
  }

  /** Past the letters of a cell, none of which the counter looks for; a record is open and the first of them is read. */
  private passOver(found: Uint8Array | Uint16Array, from: number): number {
    if (this.startedOn === null || this.wasQuote || this.isAfterBackslash || this.wasReturn || this.mayOpen)
      return from;
    const { quote, delimiter } = this;
    const limit = found.length;
    let index = from;
    for (; index < limit; index += 1) {
      // Safe: `index` stays below the length.
      const unit = found[index] as number;
      if (unit <= carriageReturn || unit === delimiter || unit === quote || unit === backslash) break;
    }
    return index;
  }

  private take(unit: number): void {
    // Zero bytes are no text: they are taken out before the table is read.
    if (unit === 0) return;
    if (this.isInside) {
      if (this.wasQuote) {
        this.wasQuote = false;
        if (unit === this.quote) return;
        this.isInside = false;
      } else if (this.isAfterBackslash) {
        this.isAfterBackslash = false;
        if (unit !== lineFeed && unit !== carriageReturn) return;
      } else if (this.isEscaped && unit === backslash) {
        this.isAfterBackslash = true;
        return;
      } else if (unit === this.quote) {
        this.wasQuote = true;
        return;
      }
    }
    const isBreak = unit === lineFeed && this.wasReturn && this.table.endsAtCarriageReturn;
    this.wasReturn = unit === carriageReturn;
    // The second half of a line end that is counted already.
    if (isBreak) return;
    if (unit === lineFeed || (this.wasReturn && this.table.endsAtCarriageReturn)) {
      if (!this.isInside) this.close();
      this.line += 1;
      return;
    }
    this.startedOn ??= this.line;
    if (this.isInside) return;
    // Quotes before the table are not quotes: preamble lines are skipped whole.
    if (unit === this.quote && this.mayOpen && this.line >= this.table.firstDataLine) {
      this.isInside = true;
      this.mayOpen = false;
    } else this.mayOpen = unit === this.delimiter;
  }

  private close(): void {
    const line = this.startedOn ?? this.line;
    const { firstDataLine, lastDataLine } = this.table;
    if (line >= firstDataLine && (lastDataLine === null || line <= lastDataLine)) this.records += 1;
    this.startedOn = null;
    this.mayOpen = true;
  }
}
