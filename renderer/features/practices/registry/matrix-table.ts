import { selloLines } from '../../../../shared/domain/practice';
import type { Texts } from '../../../../shared/text';
import { type Entry, ownerOf } from './entry';

/** The matrix as rows of text: headings, a row a practice, totals. Counts are written as whole numbers. */
export function matrixRows(entries: readonly Entry[], { registry, practices }: Texts): string[][] {
  const { matrix, table } = registry;
  return [
    [
      matrix.practice,
      table.municipality,
      ...selloLines.map((line) => practices.selloLineNames[line]),
      matrix.total,
    ],
    ...entries.map(({ record }) => [
      record.title,
      ownerOf(record),
      ...selloLines.map((line) => lineWord(record, line, matrix)),
      String(record.selloLines.length),
    ]),
    [
      matrix.totals,
      '',
      ...selloLines.map((line) => String(lineTotal(entries, line))),
      String(entries.reduce((sum, { record }) => sum + record.selloLines.length, 0)),
    ],
  ];
}

function lineWord(
  record: Entry['record'],
  line: (typeof selloLines)[number],
  words: Texts['registry']['matrix'],
): string {
  if (!asksForLines(record)) return words.notApplicable;
  return record.selloLines.includes(line) ? words.yes : words.no;
}

/** Whether the lines of the Sello say something of a record: those of agencies have none unless somebody ticked one. */
export function asksForLines({ kind, selloLines: lines }: Entry['record']): boolean {
  return kind === 'municipal' || lines.length > 0;
}

/** How many practices have a line ticked. */
export function lineTotal(entries: readonly Entry[], line: (typeof selloLines)[number]): number {
  return entries.filter(({ record }) => record.selloLines.includes(line)).length;
}

/** Rows for the clipboard, cells set apart by tabs. A cell that a spreadsheet would take for a formula is written as text. */
export function tabSeparated(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((cell) => plainCell(cell.replaceAll(/\s+/g, ' '))).join('\t'))
    .join('\r\n');
}

/** Rows as Excel in Chile reads them: set apart by semicolons, UTF-8 with its mark. */
export function semicolonSeparated(rows: readonly (readonly string[])[]): string {
  const quoted = (cell: string): string => (/[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return `\ufeff${rows.map((row) => row.map((cell) => quoted(plainCell(cell))).join(';')).join('\r\n')}\r\n`;
}

function plainCell(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
