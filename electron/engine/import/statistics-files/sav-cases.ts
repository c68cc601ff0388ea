import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { CancelSignal } from '../../../../shared/cancel';
import { AppError } from '../../../../shared/errors';
import type { SavBytes } from './sav-bytes';
import type { SavRecords } from './sav-records';

const inflateBlock = promisify(inflate);
const chunkBytes = 1 << 20;
const largestBlockBytes = 1 << 26;
/** Beyond both, a small file is made to fill the disk. */
const suspiciousBytes = 1 << 30;
const suspiciousRatio = 200;

/** The number that stands for no value. */
export const systemMissing = -Number.MAX_VALUE;

/**
 * The cases of a file, a buffer of `slots` times eight bytes each; a buffer is used again for the next case. Throws
 * `statistics-file-damaged` for data that ends too early, `file-too-large`, `cancelled`.
 */
export async function* savCases(
  source: SavBytes,
  records: SavRecords,
  signal: CancelSignal,
  onProgress: (share: number) => void,
): AsyncGenerator<Buffer[]> {
  const decoder =
    records.compression === 'none' ? new PlainCases(source, records) : new BytecodeCases(source, records);
  const blocks = records.compression === 'zlib' ? inflated(source, records) : raw(source, records.dataStart);
  for await (const block of blocks) {
    if (signal.aborted) throw new AppError('cancelled');
    onProgress(Math.min(1, source.position / source.size));
    yield* decoder.push(block);
    if (decoder.isDone) return;
  }
  decoder.end();
}

async function* raw(source: SavBytes, start: number): AsyncGenerator<Buffer> {
  source.position = start;
  while (source.position < source.size) {
    yield Buffer.from(await source.take(Math.min(chunkBytes, source.size - source.position)));
  }
}

/** The blocks named in the trailer, each compressed by itself. */
async function* inflated(source: SavBytes, records: SavRecords): AsyncGenerator<Buffer> {
  source.position = records.dataStart;
  const header = Buffer.from(await source.take(24));
  const trailerAt = source.longAt(header, 8);
  const trailerBytes = source.longAt(header, 16);
  if (trailerAt < source.position || trailerAt + trailerBytes > source.size) throw source.damage('truncated');
  source.position = trailerAt;
  const trailer = Buffer.from(await source.take(trailerBytes));
  if (trailer.length < 24) throw source.damage('data');
  const count = source.integerAt(trailer, 20);
  if (count < 0 || trailer.length < 24 + count * 24) throw source.damage('data');
  const blocks = Array.from({ length: count }, (_, index) => ({
    start: source.longAt(trailer, 24 + index * 24 + 8),
    whole: source.integerAt(trailer, 24 + index * 24 + 16),
    packed: source.integerAt(trailer, 24 + index * 24 + 20),
  }));
  const total = blocks.reduce((sum, { whole }) => sum + whole, 0);
  if (total > suspiciousBytes && total > source.size * suspiciousRatio) {
    throw new AppError('file-too-large', { fileName: source.fileName, bytes: total, limit: suspiciousBytes });
  }
  for (const { start, whole, packed } of blocks) {
    if (whole < 0 || whole > largestBlockBytes || packed < 0 || start < records.dataStart) {
      throw source.damage('data');
    }
    source.position = start;
    const bytes = Buffer.from(await source.take(packed));
    const block = await inflateBlock(bytes, { maxOutputLength: Math.max(1, whole) }).catch(() => null);
    if (block?.length !== whole) throw source.damage('data');
    yield block;
  }
}

/** Cases as they are; a number outside the calendar or a text needs no decoding. */
class PlainCases {
  isDone = false;
  private rest: Buffer = Buffer.alloc(0);
  private readonly source: SavBytes;
  private readonly size: number;
  private left: number;

  constructor(source: SavBytes, { slots, cases }: SavRecords) {
    this.source = source;
    this.size = slots.length * 8;
    this.left = cases ?? Number.POSITIVE_INFINITY;
  }

  *push(block: Buffer): Generator<Buffer[]> {
    const bytes = this.rest.length === 0 ? block : Buffer.concat([this.rest, block]);
    const cases: Buffer[] = [];
    let at = 0;
    for (; at + this.size <= bytes.length; at += this.size) cases.push(bytes.subarray(at, at + this.size));
    this.left -= cases.length;
    this.rest = bytes.subarray(at);
    if (cases.length > 0) yield cases;
  }

  end(): void {
    if (this.rest.length > 0 && this.left > 0) throw this.source.damage('truncated');
  }
}

/** Bytes of cases handed on together. */
const groupBytes = 1 << 22;

/** Cases written as one byte for small whole numbers, blanks and missing values, and eight for anything else. */
class BytecodeCases {
  isDone = false;
  private rest: Buffer = Buffer.alloc(0);
  /** Codes still to be carried out, and how many of the eight are. */
  private codes = Buffer.alloc(8);
  private code = 8;
  private slot = 0;
  private readonly source: SavBytes;
  private readonly slots: number;
  private readonly bias: number;
  private readonly group: number;
  private current: Buffer;

  constructor(source: SavBytes, { slots, bias }: SavRecords) {
    this.source = source;
    this.slots = slots.length;
    this.bias = bias;
    this.group = Math.max(1, Math.floor(groupBytes / (slots.length * 8)));
    this.current = Buffer.alloc(this.slots * 8);
  }

  *push(block: Buffer): Generator<Buffer[]> {
    const bytes = this.rest.length === 0 ? block : Buffer.concat([this.rest, block]);
    let at = 0;
    let cases: Buffer[] = [];
    const write = (value: number): void => {
      if (this.source.isLittleEndian) this.current.writeDoubleLE(value, this.slot * 8);
      else this.current.writeDoubleBE(value, this.slot * 8);
    };
    while (!this.isDone) {
      if (this.code === 8) {
        if (at + 8 > bytes.length) break;
        bytes.copy(this.codes, 0, at, at + 8);
        this.code = 0;
        at += 8;
      }
      const code = this.codes[this.code] ?? 0;
      if (code === 253 && at + 8 > bytes.length) break;
      this.code += 1;
      if (code === 0) continue;
      if (code === 252) {
        this.isDone = true;
        break;
      }
      if (code === 253) {
        bytes.copy(this.current, this.slot * 8, at, at + 8);
        at += 8;
      } else if (code === 254) this.current.fill(32, this.slot * 8, this.slot * 8 + 8);
      else write(code === 255 ? systemMissing : code - this.bias);
      this.slot += 1;
      if (this.slot === this.slots) {
        cases.push(this.current);
        this.current = Buffer.alloc(this.slots * 8);
        this.slot = 0;
        if (cases.length >= this.group) {
          yield cases;
          cases = [];
        }
      }
    }
    this.rest = Buffer.from(bytes.subarray(at));
    if (cases.length > 0) yield cases;
    if (this.isDone) this.end();
  }

  end(): void {
    const isCut = this.slot > 0 || (!this.isDone && this.rest.length > 0);
    if (isCut) throw this.source.damage('truncated');
  }
}
