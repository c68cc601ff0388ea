import Papa from 'papaparse';

/** How a CSV file is written: as Excel in Chile reads it, or as RFC 4180 says. */
export type CsvFlavour = 'excel-cl' | 'rfc4180';

/** Numbers are written as numbers, with the flavour's decimal mark; null is an empty cell. */
export type CsvCell = string | number | null;

const byteOrderMark = '\uFEFF';

/**
 * Rows as CSV text with CRLF. `excel-cl`: `;`, decimal comma and a byte order mark; `rfc4180`: `,` and decimal
 * point. A text that a spreadsheet would run as a formula (it begins with = + - @, tab or carriage return) gets an
 * apostrophe before it; numbers come from us and stay numbers, negative ones too. Not-a-number counts as empty.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[], flavour: CsvFlavour): string {
  const isExcel = flavour === 'excel-cl';
  const cells = rows.map((row) => row.map((cell) => writeCell(cell, isExcel ? ',' : '.')));
  const text = Papa.unparse(cells, { delimiter: isExcel ? ';' : ',', newline: '\r\n' });
  return `${isExcel ? byteOrderMark : ''}${text}\r\n`;
}

function writeCell(cell: CsvCell, decimalMark: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return neutralise(cell);
  return Number.isFinite(cell) ? String(cell).replace('.', decimalMark) : '';
}

/** The text with an apostrophe before it where a spreadsheet would take it for a formula. */
function neutralise(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
