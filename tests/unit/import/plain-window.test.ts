import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlainRecord, PlainWindow } from '../../../electron/engine/import/plain-window';

/** The same, one byte after the other. */
function byteByByte(bytes: Buffer, delimiter: number, start: number): PlainRecord {
  const found = bytes.indexOf(10, start);
  const end = found < 0 ? bytes.length : found;
  const line = [...bytes.subarray(start, end)];
  return {
    end,
    fields: 1 + line.filter((byte) => byte === delimiter).length,
    hasReturn: line.some(
      (byte, index) => byte === 13 && start + index + 1 < bytes.length && bytes[start + index + 1] !== 10,
    ),
  };
}

describe('a window without quotes', () => {
  it('gives the records that reading byte by byte gives, wherever it begins in its memory', () => {
    const byte = fc.constantFrom(
      0x0a,
      0x0d,
      0x3b,
      0x3b,
      0x2c,
      0x09,
      0x00,
      0x0e,
      0x41,
      0x61,
      0x7f,
      0x80,
      0xbb,
      0xc3,
      0xff,
    );
    fc.assert(
      fc.property(
        fc.array(byte, { maxLength: 60 }),
        fc.integer({ min: 0, max: 7 }),
        fc.constantFrom(0x3b, 0x2c, 0x09, 0x7c),
        (content, shift, delimiter) => {
          const memory = Buffer.alloc(content.length + shift);
          memory.set(content, shift);
          const bytes = memory.subarray(shift);
          const window = new PlainWindow(bytes, delimiter);
          for (let start = 0; start < bytes.length; ) {
            const record = window.measure(start);
            expect(record).toEqual(byteByByte(bytes, delimiter, start));
            start = record.end + 1;
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});
