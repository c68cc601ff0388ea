import type { SavBytes } from './sav-bytes';
import { systemMissing } from './sav-cases';
import type { SavVariable } from './sav-dictionary';
import type { SavText } from './sav-encoding';
import { hidesTime, textOfNumber } from './sav-formats';

/** Distinct values kept of a variable: enough for any list of options. */
const valuesKept = 300;
const missingKept = 1000;

/** What was seen of a variable while its cells were written out. */
export type SavSeen = {
  numbers: number;
  texts: number;
  hasFraction: boolean;
  /** Values of variables with labels or a nominal or ordinal measure, with their counts; null beyond some hundreds. */
  values: Map<string, number> | null;
  /** Codes inside a range of missing values that occur. */
  missing: Set<string>;
  /** Cells left blank because the range of missing values holds too many different ones. */
  blanked: number;
  hiddenTimes: number;
  undecodable: number;
  zeroCharacters: number;
  hasLineBreaks: boolean;
};

export type SavColumn = { seen: SavSeen; read(bytes: Buffer): string };

/** How the cells of a variable are read, and what is noted of them. */
export function savColumn(source: SavBytes, text: SavText, variable: SavVariable): SavColumn {
  const isListed =
    variable.labels.size > 0 || variable.measure === 'nominal' || variable.measure === 'ordinal';
  const seen: SavSeen = {
    numbers: 0,
    texts: 0,
    hasFraction: false,
    values: isListed ? new Map() : null,
    missing: new Set(),
    blanked: 0,
    hiddenTimes: 0,
    undecodable: 0,
    zeroCharacters: 0,
    hasLineBreaks: false,
  };
  const note = (value: string): void => {
    if (!seen.values) return;
    seen.values.set(value, (seen.values.get(value) ?? 0) + 1);
    if (seen.values.size > valuesKept) seen.values = null;
  };
  if (variable.isText) return { seen, read: (bytes) => readText(text, variable, seen, bytes, note) };
  const start = variable.pieces[0]?.start ?? 0;
  const missing = new Set(variable.missingValues);
  const { format, missingRange: range } = variable;
  return {
    seen,
    read(bytes) {
      const value = source.numberAt(bytes, start);
      if (value === systemMissing || !Number.isFinite(value)) return '';
      const cell = textOfNumber(value, format);
      seen.numbers += 1;
      if (range && value >= range.from && value <= range.to) {
        if (seen.missing.has(cell) || seen.missing.size < missingKept) seen.missing.add(cell);
        else {
          seen.blanked += 1;
          return '';
        }
      } else if (!missing.has(cell)) {
        if (!Number.isInteger(value)) seen.hasFraction = true;
        if (hidesTime(value, format)) seen.hiddenTimes += 1;
        note(cell);
      }
      return cell;
    },
  };
}

function readText(
  { decode, encoding }: SavText,
  { pieces, missingValues }: SavVariable,
  seen: SavSeen,
  bytes: Buffer,
  note: (value: string) => void,
): string {
  const [first] = pieces;
  if (!first) return '';
  const whole =
    pieces.length === 1
      ? bytes.subarray(first.start, first.start + first.bytes)
      : Buffer.concat(pieces.map(({ start, bytes: length }) => bytes.subarray(start, start + length)));
  let end = whole.length;
  while (end > 0 && (whole[end - 1] === 32 || whole[end - 1] === 0)) end -= 1;
  if (end === 0) return '';
  const own = whole.subarray(0, end);
  let cell = isPlain(own) ? own.toString('latin1') : decode(own);
  if (encoding === 'utf-8' && cell.includes('\ufffd')) seen.undecodable += 1;
  if (cell.includes('\0')) {
    seen.zeroCharacters += 1;
    cell = cell.replaceAll('\0', '');
  }
  if (/[\r\n]/.test(cell)) seen.hasLineBreaks = true;
  seen.texts += 1;
  if (!missingValues.includes(cell)) note(cell);
  return cell;
}

function isPlain(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 127) return false;
  return true;
}
