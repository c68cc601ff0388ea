import type { DialectEvidence } from '../../../../shared/domain/dialect';
import { join, literal, type Sql, sql } from '../../db/sql';
import { type ConvertedSource, cellBreak, type NativeColumn, tableDelimiter } from './converted-source';

type Placed = { source: ConvertedSource; detected: { width: number; dialect: { firstColumn: number } } };

/** What the file itself says of a column of the table as read; null where it is a plain text. */
export function nativeColumn({ source, detected }: Placed, column: number): NativeColumn | null {
  return source.columns[column + detected.dialect.firstColumn] ?? null;
}

/** The same rows with line breaks inside cells turned back; only columns that have some are touched. */
export function withCellBreaks(prepared: Placed, rows: Sql, columnName: (source: number) => Sql): Sql {
  const broken = Array.from({ length: prepared.detected.width }, (_, column) => column).filter(
    (column) => nativeColumn(prepared, column)?.hasLineBreaks,
  );
  if (broken.length === 0) return rows;
  const replaced = broken.map((column) => {
    const name = columnName(column);
    return sql`replace(${name}, ${literal(cellBreak)}, chr(10)) as ${name}`;
  });
  return sql`(select * replace (${join(replaced)}) from ${rows})`;
}

/** Headers and notes of a table written out, with their own line breaks and without its delimiter. */
export function showAsWritten(detected: {
  headers: string[];
  preamble: string[];
  footer: { text: string }[];
}): void {
  const restored = (text: string): string => text.replaceAll(cellBreak, '\n');
  const note = (line: string): string =>
    restored(line)
      .split(tableDelimiter)
      .filter((cell) => cell.trim() !== '')
      .join(' ');
  detected.headers = detected.headers.map(restored);
  detected.preamble = detected.preamble.map(note);
  for (const line of detected.footer) line.text = note(line.text);
}

const writtenByUs: readonly DialectEvidence['aspect'][] = [
  'encoding',
  'delimiter',
  'quote',
  'escape',
  'commentMark',
  'lineEnd',
  'decimalMark',
];

/** The evidence that says something of the file, not of how its table was written out. */
export function evidenceOfFile(
  source: ConvertedSource,
  evidence: readonly DialectEvidence[],
): DialectEvidence[] {
  return evidence.filter(({ aspect }) => source.textPath === null || !writtenByUs.includes(aspect));
}

/**
 * The decimal mark of numbers that a sheet holds as texts. Stored numbers have their point whatever this says; a text
 * such as "1.234" is read as people in Chile write it unless the column itself says otherwise.
 */
export function markOfTexts(hasTextualNumbers: boolean): ',' | '.' {
  return hasTextualNumbers ? ',' : '.';
}
