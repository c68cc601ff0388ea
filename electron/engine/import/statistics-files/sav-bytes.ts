import type { FileHandle } from 'node:fs/promises';
import { AppError } from '../../../../shared/errors';

/** Why a statistics file cannot be read; worded by the text catalogue. */
export type SavDamage = 'truncated' | 'dictionary' | 'data' | 'byte-order' | 'number-format';

const windowBytes = 1 << 18;
const longestRecordBytes = 1 << 26;

/** The bytes of a dictionary in order, whatever their byte order; nothing larger than a record is ever held. */
export class SavBytes {
  readonly handle: FileHandle;
  readonly size: number;
  readonly fileName: string;
  isLittleEndian = true;
  position = 0;
  private window = Buffer.alloc(0);
  private windowStart = 0;

  constructor(handle: FileHandle, size: number, fileName: string) {
    this.handle = handle;
    this.size = size;
    this.fileName = fileName;
  }

  /** The error for what stands here. */
  damage(reason: SavDamage): AppError {
    return new AppError('statistics-file-damaged', { fileName: this.fileName, reason, byte: this.position });
  }

  /** The next bytes; they stay valid until the next call. Throws `statistics-file-damaged`. */
  async take(length: number): Promise<Buffer> {
    if (length < 0 || length > longestRecordBytes) throw this.damage('dictionary');
    if (this.position + length > this.size) throw this.damage('truncated');
    const start = this.position - this.windowStart;
    if (start < 0 || start + length > this.window.length) await this.load(length);
    const from = this.position - this.windowStart;
    this.position += length;
    return this.window.subarray(from, from + length);
  }

  async integer(): Promise<number> {
    return this.integerAt(await this.take(4), 0);
  }

  integerAt(bytes: Buffer, offset: number): number {
    return this.isLittleEndian ? bytes.readInt32LE(offset) : bytes.readInt32BE(offset);
  }

  longAt(bytes: Buffer, offset: number): number {
    return Number(this.isLittleEndian ? bytes.readBigInt64LE(offset) : bytes.readBigInt64BE(offset));
  }

  numberAt(bytes: Buffer, offset: number): number {
    return this.isLittleEndian ? bytes.readDoubleLE(offset) : bytes.readDoubleBE(offset);
  }

  private async load(length: number): Promise<void> {
    const wanted = Math.min(Math.max(length, windowBytes), this.size - this.position);
    const bytes = Buffer.alloc(wanted);
    let filled = 0;
    while (filled < wanted) {
      const { bytesRead } = await this.handle.read(bytes, filled, wanted - filled, this.position + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    if (filled < length) throw this.damage('truncated');
    this.window = bytes.subarray(0, filled);
    this.windowStart = this.position;
  }
}
