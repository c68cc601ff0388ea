import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import type { CancelSignal } from '../../../../shared/cancel';
import { AppError } from '../../../../shared/errors';
import { cellBreak, tableDelimiter } from '../sources/converted-source';
import { extendHeaderMerges, type FinishedMerges, type Merge } from './merged-cells';
import { encodeCell, type WrittenTable } from './table-writer';

/**
 * Gives every line of a table the width of the widest, and the cells of merged headers their shared text; the file is
 * written again only where one of both is needed. Returns how many merged headers were extended.
 */
export async function finishTable(
  target: string,
  table: WrittenTable,
  merges: readonly Merge[],
  signal: CancelSignal,
): Promise<FinishedMerges> {
  const head = await readHead(target, table);
  const { cells, extended, left } = extendHeaderMerges(head, table.width, merges);
  const first = table.steps[0];
  if (extended.length === 0 && (table.steps.length <= 1 || !first)) return { extended, left };
  const draft = `${target}.draft`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.appendFile(cells.map((row) => lineOf(row, table.width)).join(''));
    let offset = table.headBytes;
    let last = lineFeed;
    const stream = createReadStream(target, { start: table.headBytes, highWaterMark: 1 << 20 });
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      if (signal.aborted) throw new AppError('cancelled');
      const widened = widen(chunk, offset, last, table);
      await handle.appendFile(widened);
      offset += chunk.length;
      last = chunk.at(-1) ?? last;
    }
  } finally {
    await handle.close();
  }
  await rename(draft, target);
  return { extended, left };
}

const lineFeed = 0x0a;

async function readHead(target: string, table: WrittenTable): Promise<string[][]> {
  const handle = await open(target, 'r');
  try {
    const buffer = Buffer.alloc(table.headBytes);
    await handle.read(buffer, 0, buffer.length, 0);
    return buffer.toString('utf8').split('\n').slice(0, -1).map(cellsOf);
  } finally {
    await handle.close();
  }
}

/** The cells of one line as `encodeCell` wrote them, with their own line breaks. */
function cellsOf(line: string): string[] {
  const cells: string[] = [];
  for (let from = 0; from <= line.length; ) {
    const isQuoted = line[from] === '"';
    const close = isQuoted ? closingQuote(line, from + 1) : from;
    const found = line.indexOf(tableDelimiter, close);
    const end = found < 0 ? line.length : found;
    const inner = isQuoted ? line.slice(from + 1, close).replaceAll('""', '"') : line.slice(from, end);
    cells.push(inner.replaceAll(cellBreak, '\n'));
    from = end + 1;
  }
  return cells;
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at < 0 ? line.length : at;
}

function lineOf(cells: readonly string[], width: number): string {
  if (cells.every((cell) => cell === '')) return '\n';
  const line = Array.from({ length: width }, (_, column) => encodeCell(cells[column] ?? '').toString('utf8'));
  return `${line.join(tableDelimiter)}\n`;
}

/** Adds the missing delimiters before each line feed; blank lines stay blank. */
function widen(chunk: Buffer, offset: number, before: number, { steps, width }: WrittenTable): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, end + 1)) {
    const isBlank = (end === 0 ? before : chunk[end - 1]) === lineFeed;
    const written = steps.findLast((step) => step.offset <= offset + end)?.width ?? width;
    if (isBlank || written === width) continue;
    parts.push(chunk.subarray(from, end), Buffer.alloc(width - written, tableDelimiter));
    from = end;
  }
  parts.push(chunk.subarray(from));
  return Buffer.concat(parts);
}
