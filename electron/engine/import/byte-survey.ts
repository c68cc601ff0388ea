import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { CancelSignal } from '../../../shared/cancel';
import { AppError } from '../../../shared/errors';
import { addLegacyByte, type LegacyCounts, newLegacyCounts } from './legacy-encodings';

/** What the bytes of a whole file say about its encoding. */
export type ByteSurvey = {
  sha256: string;
  bytes: number;
  byteOrderMark: 'utf-8' | 'utf-16le' | 'utf-16be' | null;
  isValidUtf8: boolean;
  /** Offset of the first byte of 0x80 and above; null when there is none. */
  firstHighByte: number | null;
  /** Bytes 0x80 to 0x9f where the text is not UTF-8: letters and marks in Windows-1252, control characters in Latin-1. */
  c1Bytes: number;
  /** Of those, the five that Windows-1252 leaves undefined. */
  undefinedBytes: number;
  /** Well-formed and broken UTF-8 sequences beyond ASCII; zero and zero while the file is valid. */
  utf8Sequences: number;
  brokenSequences: number;
  zeroBytesEven: number;
  zeroBytesOdd: number;
  /** Control characters that no text holds, counted where there are zero bytes. */
  controlBytes: number;
  /** The bytes beyond ASCII that are no part of UTF-8, by what stands beside them. */
  legacy: LegacyCounts;
  /** Letters that look encoded twice, such as `Ã±`, and characters lost before (U+FFFD), in UTF-8. */
  doubleEncoded: number;
  replacementCharacters: number;
  /** A byte order mark of UTF-8 begins a later line, as files put one after another leave it. */
  hasMarksInside: boolean;
};

const chunkSize = 1 << 22;
const undefinedInWindows1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Reads a file once from end to end. `report` gets the share read so far. */
export async function surveyBytes(
  filePath: string,
  signal: CancelSignal,
  report: (share: number) => void,
): Promise<ByteSurvey> {
  const hash = createHash('sha256');
  const survey: ByteSurvey = {
    sha256: '',
    bytes: 0,
    byteOrderMark: null,
    isValidUtf8: true,
    firstHighByte: null,
    c1Bytes: 0,
    undefinedBytes: 0,
    utf8Sequences: 0,
    brokenSequences: 0,
    zeroBytesEven: 0,
    zeroBytesOdd: 0,
    controlBytes: 0,
    legacy: newLegacyCounts(),
    doubleEncoded: 0,
    replacementCharacters: 0,
    hasMarksInside: false,
  };
  const utf8 = new Utf8Checker(survey);
  const handle = await open(filePath, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(chunkSize, Math.max(size, 1)));
    for (;;) {
      if (signal.aborted) throw new AppError('cancelled');
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, survey.bytes);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      hash.update(chunk);
      if (survey.bytes === 0) survey.byteOrderMark = byteOrderMarkOf(chunk);
      if (chunk.includes(0)) countZeroBytes(chunk, survey);
      if (!isAscii(chunk)) {
        survey.firstHighByte ??= survey.bytes + firstHighByteIn(chunk);
        survey.doubleEncoded += countDoubleEncoded(chunk);
        survey.replacementCharacters += countOf(chunk, replacementBytes);
        survey.hasMarksInside ||= beginsLineWithMark(chunk);
      }
      utf8.add(chunk);
      survey.bytes += bytesRead;
      report(size === 0 ? 1 : survey.bytes / size);
    }
    Object.assign(survey, utf8.finish());
    if (!survey.isValidUtf8) survey.utf8Sequences += await countLeadsUpTo(handle, utf8.uncounted, signal);
  } finally {
    await handle.close();
  }
  survey.sha256 = hash.digest('hex');
  return survey;
}

/** The characters beyond ASCII in the valid UTF-8 that a file begins with. */
async function countLeadsUpTo(handle: FileHandle, end: number, signal: CancelSignal): Promise<number> {
  const buffer = Buffer.alloc(Math.min(chunkSize, Math.max(end, 1)));
  let count = 0;
  for (let position = 0; position < end; ) {
    if (signal.aborted) throw new AppError('cancelled');
    const { bytesRead } = await handle.read(buffer, 0, Math.min(buffer.length, end - position), position);
    if (bytesRead === 0) break;
    count += countLeadBytes(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
  return count;
}

function byteOrderMarkOf(chunk: Buffer): ByteSurvey['byteOrderMark'] {
  if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) return 'utf-8';
  if (chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
  if (chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
  return null;
}

function firstHighByteIn(chunk: Buffer): number {
  return chunk.findIndex((byte) => byte >= 0x80);
}

const markBytes = Buffer.from('\uFEFF');

/** True for a mark after a line end; one that two chunks share is not looked for. */
function beginsLineWithMark(chunk: Buffer): boolean {
  for (let at = chunk.indexOf(markBytes, 1); at > 0; at = chunk.indexOf(markBytes, at + 1)) {
    if (chunk[at - 1] === 0x0a || chunk[at - 1] === 0x0d) return true;
  }
  return false;
}

const replacementBytes = Buffer.from('\uFFFD');
/** `Ã` and `Â`, as which the first byte of a letter of UTF-8 appears when it is taken for Windows-1252. */
const doubledLeads = [Buffer.from('\u00c3'), Buffer.from('\u00c2')];

function countOf(chunk: Buffer, sought: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(sought); at >= 0; at = chunk.indexOf(sought, at + sought.length)) count += 1;
  return count;
}

/** Occurrences of `Ã` or `Â` before a sign that a second byte of UTF-8 becomes, never a plain letter. */
function countDoubleEncoded(chunk: Buffer): number {
  let count = 0;
  for (const lead of doubledLeads) {
    for (let at = chunk.indexOf(lead); at >= 0; at = chunk.indexOf(lead, at + 2)) {
      const next = chunk[at + 2] ?? 0;
      const second = chunk[at + 3] ?? 0;
      const isContinuation = next === 0xc2 && second >= 0x80 && second <= 0xbf;
      const isWindowsSign =
        next === 0xe2 || ((next === 0xc5 || next === 0xc6 || next === 0xcb) && second >= 0x80);
      if (isContinuation || isWindowsSign) count += 1;
    }
  }
  return count;
}

function countZeroBytes(chunk: Buffer, survey: ByteSurvey): void {
  for (let index = chunk.indexOf(0); index >= 0; index = chunk.indexOf(0, index + 1)) {
    if ((survey.bytes + index) % 2 === 0) survey.zeroBytesEven += 1;
    else survey.zeroBytesOdd += 1;
  }
  for (const byte of chunk) {
    if (byte < 0x20 && byte !== 0 && !textControls.has(byte)) survey.controlBytes += 1;
  }
}

/** Tab, line ends, form feed, end of file of old systems, and the separators U+001C to U+001F. */
const textControls = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1c, 0x1d, 0x1e, 0x1f]);

/** Checks UTF-8 across chunks natively, and counts sequences only from the first broken chunk on. */
class Utf8Checker {
  /** Bytes before the first broken chunk, whose sequences matter only if there is one. */
  uncounted = 0;
  private carry: Buffer = Buffer.alloc(0);
  private sequences = 0;
  private broken = 0;
  private readonly survey: ByteSurvey;

  constructor(survey: ByteSurvey) {
    this.survey = survey;
  }

  add(chunk: Buffer): void {
    const joined = this.carry.length > 0 ? Buffer.concat([this.carry, chunk]) : chunk;
    const end = lastCompleteByte(joined);
    const whole = joined.subarray(0, end);
    const isValid = isUtf8(whole);
    if (!isValid) this.countSequences(whole);
    else if (this.broken > 0) this.sequences += countLeadBytes(whole);
    else this.uncounted += whole.length;
    this.carry = Buffer.from(joined.subarray(end));
  }

  finish(): Pick<ByteSurvey, 'isValidUtf8' | 'utf8Sequences' | 'brokenSequences'> {
    if (this.carry.length > 0) this.countSequences(this.carry);
    return {
      isValidUtf8: this.broken === 0,
      utf8Sequences: this.sequences,
      brokenSequences: this.broken,
    };
  }

  private countSequences(bytes: Buffer): void {
    let index = 0;
    while (index < bytes.length) {
      const lead = bytes[index] ?? 0;
      if (lead < 0x80) {
        index += 1;
        continue;
      }
      const length = sequenceLength(lead);
      // Asked of the bytes that may be a sequence only: most letters of one byte are followed by a plain one.
      const mayFollow = ((bytes[index + 1] ?? 0) & 0xc0) === 0x80;
      if (length > 0 && mayFollow && isUtf8(bytes.subarray(index, index + length))) {
        this.sequences += 1;
        index += length;
      } else {
        this.broken += 1;
        addLegacyByte(this.survey.legacy, bytes, index);
        if (lead < 0xa0) {
          this.survey.c1Bytes += 1;
          if (undefinedInWindows1252.has(lead)) this.survey.undefinedBytes += 1;
        }
        index += 1;
      }
    }
  }
}

/** Counts the characters beyond ASCII in valid UTF-8, four bytes at a time where all four are ASCII. */
function countLeadBytes(bytes: Buffer): number {
  // Only a copy is sure to begin at a multiple of four.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
  const words = new Int32Array(aligned.buffer, aligned.byteOffset, aligned.length >> 2);
  let count = 0;
  for (let word = 0; word < words.length; word += 1) {
    // Safe: `word` stays below the length.
    const bytesOfWord = words[word] as number;
    if ((bytesOfWord & 0x80808080) === 0) continue;
    // In valid UTF-8 a byte with both of its highest bits set, and no other, begins a character; one bit a byte is added up.
    const leads = (bytesOfWord & (bytesOfWord << 1) & 0x80808080) >>> 7;
    count += Math.imul(leads, 0x01010101) >>> 24;
  }
  for (let index = words.length * 4; index < aligned.length; index += 1) {
    if ((aligned[index] ?? 0) >= 0xc2) count += 1;
  }
  return count;
}

/** Bytes of the sequence that a lead byte opens; 0 when no sequence begins with it. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

function lastCompleteByte(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    const length = sequenceLength(byte);
    if (length > 0) return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
