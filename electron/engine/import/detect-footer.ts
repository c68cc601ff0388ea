import { open } from 'node:fs/promises';
import type { DialectEvidence } from '../../../shared/domain/dialect';
import type { CellRules } from './cell-rules';
import { looksLikeDate, looksLikeNumber } from './cell-shapes';
import { countLines, type HeadRecord, isBlankRecord, splitRecords } from './head-sample';
import { isRule } from './line-forms';

const tailBytes = 1 << 16;
const notesShown = 50;
const noteStart =
  /^((fuente|notas?|generado|source|notes?|fin|end|exportado|descargado)\b|observaci|elabora|informaci|\*|\(\*\))/i;
/** What database clients write below a table: "(3 rows affected)", "2 rows in set". */
const rowCount = /^\(?\d+ (rows?|filas?|registros?)\b/i;
const totalsCell = /^(total(es)?|suma)(\s+(general|comunal|comuna|final))?\s*:?$/i;
const partTotalsCell = /^(sub\s?-?total(es)?|total\s+(general|comunal|final))\b.*$/i;

/**
 * True for a row of sums: its first filled cell says "total", half of its cells, or all but two, are empty, and the others
 * are numbers. The word alone can be an answer, so it must be the last row of its stretch, unless it says "subtotal".
 */
export function isTotalsRecord(cells: readonly string[], isLastOfStretch: boolean): boolean {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const [first, ...others] = filled;
  if (first === undefined) return false;
  const isWord = partTotalsCell.test(first) || (isLastOfStretch && totalsCell.test(first));
  if (!isWord || !others.every(looksLikeNumber)) return false;
  return filled.length < cells.length && filled.length <= Math.max(2, cells.length / 2);
}

export type FooterTable = { rules: CellRules; width: number; lines: number; firstDataLine: number };
/** Lines under the table that are not read. */
export type FooterLine = { line: number; text: string };

/**
 * Looks for notes under the table ("Fuente: …"). `lastDataLine` is null when the table runs to the end; rows of
 * totals and blank rows are not notes: they are read and set aside.
 */
export async function decideLastLine(
  filePath: string,
  table: FooterTable,
  correction: number | null | undefined,
): Promise<{ lastDataLine: number | null; footer: FooterLine[]; evidence: DialectEvidence }> {
  const detected = await detect(filePath, table);
  const lastDataLine = correction === undefined ? detected.lastDataLine : correction;
  const isCorrected = lastDataLine !== detected.lastDataLine;
  return {
    lastDataLine,
    footer:
      lastDataLine === null
        ? []
        : detected.tail.filter(({ line }) => line > lastDataLine).slice(0, notesShown),
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

type Tail = { lastDataLine: number | null; notes: number; tail: FooterLine[] };

async function detect(filePath: string, table: FooterTable): Promise<Tail> {
  const text = await readTail(filePath);
  const offset = table.lines - countLines(text, table.rules);
  const records = splitRecords(text, table.rules, 0, { firstLine: offset + 1 });
  const tail = text
    .split(table.rules.endsAtCarriageReturn ? /\r\n|\r|\n/ : /\r?\n/)
    .map((line, index) => ({ line: offset + 1 + index, text: line }))
    .filter(({ text: line }) => line.trim() !== '');
  if (table.width < 3) return { lastDataLine: null, notes: 0, tail };
  let first: number | null = null;
  let notes = 0;
  const beginsWithValues = hasValuesFirst(records, table.width);
  // Lines of one cell are notes when a blank line parts them from the table, or when they begin as notes do.
  let unsure = 0;
  for (const record of records.toReversed()) {
    if (record.line < table.firstDataLine) break;
    if (isBlankRecord(record.cells)) {
      notes += unsure;
      if (unsure > 0) first = lineAfter(records, record);
      unsure = 0;
      continue;
    }
    const kind = noteKind(record, table.width, beginsWithValues);
    if (kind === 'row') break;
    if (kind === 'note' && unsure === 0) {
      first = record.line;
      notes += 1;
    } else unsure += 1;
  }
  return { lastDataLine: first === null ? null : first - 1, notes, tail };
}

function lineAfter(records: readonly HeadRecord[], blank: HeadRecord): number {
  return (
    records.find((record) => record.line > blank.line && !isBlankRecord(record.cells))?.line ?? blank.line + 1
  );
}

const fewestColumnsOfSigned = 6;
const mostSignatures = 2;
const letters = /\p{L}{2}|__|\.\.\.\.|----/u;

/** What one of the last records is: surely a note, perhaps one (a single cell and no delimiter, or signatures), or a row. */
function noteKind(
  { cells }: HeadRecord,
  width: number,
  beginsWithValues: boolean,
): 'note' | 'perhaps' | 'row' {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const text = filled[0]?.trim() ?? '';
  if (isSigned(cells, filled, width)) return 'perhaps';
  if (filled.length !== 1 || isTotalsRecord(cells, true)) return 'row';
  const isFirstCell = cells[0]?.trim() === text;
  if (cells.length === 1 && (isRule(text) || rowCount.test(text))) return 'note';
  if (isFirstCell && noteStart.test(text) && (cells.length === 1 || cells.length === width)) return 'note';
  if (cells.length === 1) return 'perhaps';
  // Words by themselves below numbers or dates, with all the delimiters of a row, as spreadsheets write a note.
  const isUnlike = beginsWithValues && isFirstCell && cells.length === width && !isValueCell(text);
  return isUnlike && letters.test(text) ? 'note' : 'row';
}

function isValueCell(text: string): boolean {
  return looksLikeNumber(text) || looksLikeDate(text);
}

const rowsJudged = 20;

/** True where the rows of the tail begin with a number or a date, nearly all of them. */
function hasValuesFirst(records: readonly HeadRecord[], width: number): boolean {
  const whole = records.filter(
    ({ cells }) => cells.length === width && cells.filter((cell) => cell.trim() !== '').length > width / 2,
  );
  const values = whole.filter(({ cells }) => isValueCell((cells[0] ?? '').trim()));
  return whole.length >= Math.min(rowsJudged, 5) && values.length >= whole.length * 0.9;
}

/** A signature, its line or an office, somewhere below the table and away from its first column. */
function isSigned(cells: readonly string[], filled: readonly string[], width: number): boolean {
  if (width < fewestColumnsOfSigned || cells.length !== width || (cells[0] ?? '').trim() !== '') return false;
  if (filled.length > mostSignatures || isTotalsRecord(cells, true)) return false;
  return filled.every((cell) => letters.test(cell) && !looksLikeNumber(cell.trim()));
}

async function readTail(filePath: string): Promise<string> {
  const handle = await open(filePath, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.min(tailBytes, size));
    await handle.read(buffer, 0, buffer.length, size - buffer.length);
    const text = buffer.toString('utf8');
    if (size <= tailBytes) return text.replace(/^\uFEFF/, '');
    return text.slice(text.search(/[\r\n]/) + 1).replace(/^\n/, '');
  } finally {
    await handle.close();
  }
}
