import type { SetAsideReason } from '../../../shared/domain/import';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import { type SetAsideSection, tokenOf } from './set-aside-rows';

/** The reasons as the office reads them in the exported file, beside its Spanish headers. */
const reasonWords = {
  'short-row': 'fila corta',
  'long-row': 'fila larga',
  'blank-row': 'fila en blanco',
  'totals-row': 'fila de totales',
  'repeated-header': 'títulos repetidos',
  'repeated-row': 'fila repetida',
  'repeated-identifier': 'identificador repetido',
  'missing-identifier': 'sin identificador',
  'unclosed-quote': 'comilla sin cerrar',
  'sub-heading': 'subtítulo',
  'undecodable-text': 'letras ilegibles',
} as const satisfies Record<SetAsideReason, string>;

/** The columns that stand after the file's own: line and reason, and what the row is recognised by when it comes back. */
export const setAsideColumns = { line: 'linea', reason: 'motivo', token: 'comprobante' } as const;
/** After those, in a wave of several files: which one the row is from, and where it stands in it. */
const fileColumns = ['archivo', 'linea del archivo'] as const;

/**
 * The rows a wave set aside as CSV for Excel in Chile (`;`, UTF-8 with byte order mark): the original cells under the
 * original headers, then the line in the source, the reason and the token by which a corrected row is recognised; for several files also the
 * file and the line inside it.
 */
export function setAsideCsv(wave: Wave, { headers, rows }: SetAsideSection, files: Receipt['files']): string {
  const width = widthOf({ headers, rows });
  const { line, reason, token } = setAsideColumns;
  const table = [
    [...padded(headers, width), line, reason, token, ...(files.length > 0 ? fileColumns : [])],
    ...rows.map((row) => [
      ...padded(row.cells, width),
      String(row.line),
      reasonWords[row.reason],
      tokenOf(wave, row.line),
      ...placeInFile(files, row.line),
    ]),
  ];
  return `\uFEFF${table.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

function placeInFile(files: Receipt['files'], line: number): string[] {
  const file = files.findLast(({ firstLine }) => line >= firstLine);
  return file ? [file.fileName, String(line - file.firstLine + 1)] : [];
}

/** Columns of the exported file before line, reason and token. */
export function widthOf({ headers, rows }: Pick<SetAsideSection, 'headers' | 'rows'>): number {
  return rows.reduce((widest, row) => Math.max(widest, row.cells.length), headers.length);
}

/** The cells, with empty ones up to a width. */
export function padded(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '');
}

/** A cell a spreadsheet cannot take for a formula: what begins like one gets an apostrophe, numbers stay as they are. */
export function csvCell(text: string): string {
  const isNumber = /^[+-]?[\d.,]+$/.test(text);
  const neutral = /^[=+\-@\t\r]/.test(text) && !isNumber && text !== '-' ? `'${text}` : text;
  return /[";\r\n]/.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
}
