import { open } from 'node:fs/promises';
import type { DialectEvidence } from '../../../shared/domain/import';
import { isBlankRecord, splitRecords } from './head-sample';

const tailBytes = 1 << 16;
const noteStart = /^((fuente|notas?|generado|source|notes?)\b|observaci|elabora|informaci|\*|\(\*\))/i;
const totalsCell = /^(sub\s?)?total(es)?(\s+(general|comunal|comuna|final))?\s*:?$/i;

/** True for a row of sums: its first filled cell says "total" and half of its cells, or all but two, are empty. */
export function isTotalsRecord(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell.trim() !== '');
  if (first === undefined || !totalsCell.test(first.trim())) return false;
  const filled = cells.filter((cell) => cell.trim() !== '').length;
  return filled < cells.length && filled <= Math.max(2, cells.length / 2);
}

/**
 * Looks for notes under the table ("Fuente: …"). `lastDataLine` is null when the table runs to the end; rows of
 * totals and blank rows are not notes: they are read and set aside.
 */
export async function decideLastLine(
  filePath: string,
  table: { delimiter: string; quote: string | null; width: number; lines: number; firstDataLine: number },
  correction: number | null | undefined,
): Promise<{ lastDataLine: number | null; evidence: DialectEvidence }> {
  const detected = await detect(filePath, table);
  const lastDataLine = correction === undefined ? detected.lastDataLine : correction;
  const isCorrected = lastDataLine !== detected.lastDataLine;
  return {
    lastDataLine,
    evidence: {
      aspect: 'lastDataLine',
      chosen: lastDataLine === null ? 'end' : String(lastDataLine),
      why: isCorrected
        ? 'corrected'
        : detected.lastDataLine === null
          ? 'table-runs-to-the-end'
          : 'notes-below',
      details: { lines: table.lines, noteLines: detected.notes },
      rivals:
        detected.lastDataLine === null ? [] : [{ value: 'end', score: 0.2, why: 'notes-would-be-set-aside' }],
    },
  };
}

async function detect(
  filePath: string,
  table: { delimiter: string; quote: string | null; width: number; lines: number; firstDataLine: number },
): Promise<{ lastDataLine: number | null; notes: number }> {
  if (table.width < 3) return { lastDataLine: null, notes: 0 };
  const text = await readTail(filePath);
  const records = splitRecords(text, table.delimiter, table.quote, 0);
  const tailLines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const offset = table.lines - tailLines;
  let first: number | null = null;
  let notes = 0;
  for (const record of records.toReversed()) {
    if (isBlankRecord(record.cells)) continue;
    const filled = record.cells.filter((cell) => cell.trim() !== '');
    const note = filled[0]?.trim() ?? '';
    const isNote = filled.length === 1 && !isTotalsRecord(record.cells) && noteStart.test(note);
    const line = offset + record.line;
    if (!isNote || line < table.firstDataLine) break;
    first = line;
    notes += 1;
  }
  return { lastDataLine: first === null ? null : first - 1, notes };
}

async function readTail(filePath: string): Promise<string> {
  const handle = await open(filePath, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(tailBytes, size));
    await handle.read(buffer, 0, buffer.length, size - buffer.length);
    const text = buffer.toString('utf8').replaceAll('\r\n', '\n');
    return size > tailBytes ? text.slice(text.indexOf('\n') + 1) : text;
  } finally {
    await handle.close();
  }
}
