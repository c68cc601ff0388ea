import { open } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Encoding } from '../../../shared/domain/import';
import { decoderFor } from './encoding';

const headBytes = 1 << 20;

/** The first lines of a file, decoded, with line feeds only; the last line is whole unless it is the only one. */
export type HeadSample = {
  text: string;
  isWholeFile: boolean;
  lineEnds: { crlf: number; lf: number; cr: number };
};

/** Reads and decodes the first mebibyte of a file. */
export async function readHead(filePath: string, encoding: Encoding): Promise<HeadSample> {
  const handle = await open(filePath, 'r');
  const buffer = Buffer.alloc(headBytes);
  const { bytesRead } = await handle.read(buffer, 0, headBytes, 0).finally(() => handle.close());
  const isWholeFile = bytesRead < headBytes;
  const decoded = decoderFor(encoding)(buffer.subarray(0, bytesRead), isWholeFile).replace(/^\uFEFF/, '');
  const crlf = countMatches(decoded, /\r\n/g);
  const lineEnds = {
    crlf,
    lf: countMatches(decoded, /\n/g) - crlf,
    cr: countMatches(decoded, /\r(?!\n)/g),
  };
  const hasOnlyCarriageReturns = lineEnds.cr > 0 && crlf === 0 && lineEnds.lf === 0;
  const unified = hasOnlyCarriageReturns ? decoded.replaceAll('\r', '\n') : decoded.replaceAll('\r\n', '\n');
  const lastBreak = unified.lastIndexOf('\n');
  const text = isWholeFile || lastBreak < 0 ? unified : unified.slice(0, lastBreak + 1);
  return { text, isWholeFile, lineEnds };
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** A record as PapaParse reads it, with the physical line it begins on. */
export type HeadRecord = { line: number; cells: string[]; lines: number };

/** Splits text with line feeds into at most `limit` records. */
export function splitRecords(
  text: string,
  delimiter: string,
  quote: string | null,
  limit: number,
): HeadRecord[] {
  const { data } = Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    // PapaParse has no way to switch quoting off; a character that no text holds does it.
    quoteChar: quote ?? '\u0000',
    escapeChar: quote ?? '\u0000',
    preview: limit,
  });
  let line = 1;
  const records = data.map((cells) => {
    const breaks = cells.reduce((sum, cell) => sum + countMatches(cell, /\n/g), 0);
    const record = { line, cells, lines: breaks + 1 };
    line += breaks + 1;
    return record;
  });
  const last = records.at(-1);
  if (text.endsWith('\n') && last?.cells.length === 1 && last.cells[0] === '') records.pop();
  return records;
}

/** True when nothing but spaces stands in the cells. */
export function isBlankRecord(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
