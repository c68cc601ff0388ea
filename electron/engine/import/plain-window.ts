const lineFeed = 10;
const carriageReturn = 13;
/** Below it stand the line ends; a word of four bytes with such a one is read byte by byte. */
const firstOrdinary = 0x0e0e0e0e;
const lowBits = 0x7f7f7f7f;
const highBits = 0x80808080;

/** A record without quotes: where its line ends (or the bytes do), its fields, and whether a return stands inside. */
export type PlainRecord = { end: number; fields: number; hasReturn: boolean };

/** Measures the records of bytes without quotes, four bytes at a time. The delimiter is a single byte. */
export class PlainWindow {
  private readonly bytes: Buffer;
  private readonly delimiter: number;
  private readonly repeated: number;
  private readonly words: Int32Array;
  /** Where the first word begins. */
  private readonly offset: number;

  constructor(bytes: Buffer, delimiter: number) {
    this.bytes = bytes;
    this.delimiter = delimiter;
    this.repeated = Math.imul(delimiter, 0x01010101);
    this.offset = -bytes.byteOffset & 3;
    const count = (bytes.length - this.offset) >> 2;
    this.words =
      count > 0 ? new Int32Array(bytes.buffer, bytes.byteOffset + this.offset, count) : new Int32Array(0);
  }

  /** The record that begins at `start`. */
  measure(start: number): PlainRecord {
    const { bytes, delimiter, repeated, words, offset } = this;
    const limit = bytes.length;
    let fields = 1;
    let hasReturn = false;
    let end = start;
    let word = Math.max(0, (start - offset + 3) >> 2);
    let stop = Math.min(limit, offset + (word << 2));
    for (;;) {
      for (; end < stop; end += 1) {
        const byte = bytes[end];
        if (byte === delimiter) fields += 1;
        else if (byte === lineFeed) return { end, fields, hasReturn };
        else if (byte === carriageReturn && end + 1 < limit && bytes[end + 1] !== lineFeed) hasReturn = true;
      }
      if (end >= limit) return { end, fields, hasReturn };
      for (; word < words.length; word += 1) {
        // Safe: `word` stays below the length.
        const four = words[word] as number;
        if ((((four - firstOrdinary) | 0) & ~four & highBits) !== 0) break;
        // The high bit of each byte that is the delimiter, and no other bit.
        const rest = four ^ repeated;
        const hits = ~(((rest & lowBits) + lowBits) | 0 | rest | lowBits);
        if (hits !== 0)
          fields += ((hits >>> 7) & 1) + ((hits >>> 15) & 1) + ((hits >>> 23) & 1) + (hits >>> 31);
      }
      end = offset + (word << 2);
      word += 1;
      stop = Math.min(limit, end + 4);
    }
  }
}
