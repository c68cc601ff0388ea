import { open } from 'node:fs/promises';
import type { Encoding } from '../../../shared/domain/dialect';
import { type CellRules, countBreaks, readRecord, splitLoosely } from './cell-rules';
import { decoderFor } from './encoding';

const headBytes = 1 << 20;
/** Very wide tables have few lines in the usual stretch; then more is read. */
const longHeadBytes = 1 << 24;
const linesWanted = 30;

/** The first lines of a file, decoded; the last line is whole unless it is the only one. */
export type HeadSample = { text: string; isWholeFile: boolean };

/** Reads and decodes the first mebibyte of a file, or up to sixteen where that holds few lines. */
export async function readHead(filePath: string, encoding: Encoding): Promise<HeadSample> {
  const short = await readStart(filePath, encoding, headBytes);
  if (short.isWholeFile || hasLines(short.text)) return short;
  return readStart(filePath, encoding, longHeadBytes);
}

function hasLines(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(/[\r\n]/g)) {
    count += 1;
    if (count >= linesWanted) return true;
  }
  return false;
}

async function readStart(filePath: string, encoding: Encoding, limit: number): Promise<HeadSample> {
  const handle = await open(filePath, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(limit, size));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    const isWholeFile = bytesRead >= size;
    const decoded = decoderFor(encoding)(buffer.subarray(0, bytesRead), isWholeFile).replace(/^\uFEFF/, '');
    const lastBreak = Math.max(decoded.lastIndexOf('\n'), decoded.lastIndexOf('\r', decoded.length - 2));
    return {
      text: isWholeFile || lastBreak < 0 ? decoded : decoded.slice(0, lastBreak + 1),
      isWholeFile,
    };
  } finally {
    await handle.close();
  }
}

/** A record with the physical line it begins on, and the lines it takes. */
export type HeadRecord = {
  line: number;
  cells: string[];
  lines: number;
  isLoose: boolean;
  /** Cells that stood in quotes, by position; null where none did. */
  quoted: Set<number> | null;
};

/** Splits text into at most `limit` records (0 for all), which together hold at most `cellLimit` cells. */
export function splitRecords(
  text: string,
  rules: CellRules,
  limit: number,
  { firstLine = 1, cellLimit = Number.POSITIVE_INFINITY }: { firstLine?: number; cellLimit?: number } = {},
): HeadRecord[] {
  const records: HeadRecord[] = [];
  let line = firstLine;
  let cells = 0;
  let at = 0;
  while (at < text.length && (limit === 0 || records.length < limit) && cells < cellLimit) {
    if (rules.commentMark !== null && text.startsWith(rules.commentMark, at)) {
      at = lineAfter(text, at, rules);
      line += 1;
      continue;
    }
    const found = readRecord(text, at, rules, true);
    if (found === 'incomplete' || found === 'never-closes') {
      const next = lineAfter(text, at, rules);
      const loose = splitLoosely(text.slice(at, next), rules);
      records.push({ line, cells: loose, lines: 1, isLoose: true, quoted: null });
      at = next;
      line += 1;
      cells += loose.length;
      continue;
    }
    const { isLoose, quoted } = found;
    records.push({ line, cells: found.cells, lines: found.breaks + 1, isLoose, quoted });
    line += found.breaks + 1;
    cells += found.cells.length;
    at = found.next;
  }
  return records;
}

/** Where the next physical line begins. */
function lineAfter(text: string, at: number, rules: CellRules): number {
  const ends = rules.endsAtCarriageReturn ? /\r\n|\r|\n/g : /\n/g;
  ends.lastIndex = at;
  const found = ends.exec(text);
  return found ? found.index + found[0].length : text.length;
}

/** The physical lines of a text. */
export function countLines(text: string, rules: CellRules): number {
  const breaks = countBreaks(text, 0, text.length, rules);
  return breaks + (text !== '' && !/[\r\n]$/.test(text) ? 1 : 0);
}

/** True when nothing but spaces stands in the cells. */
export function isBlankRecord(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
