import { z } from 'zod';
import { SetAsideReason } from '../../../shared/domain/import';
import type { Wave } from '../../../shared/domain/wave';
import type { Vault } from '../privacy/vault';

const Head = z.strictObject({ headers: z.array(z.string()) });
const Row = z.strictObject({ line: z.int(), reason: SetAsideReason, cells: z.array(z.string()) });
type Row = z.infer<typeof Row>;

/** The reasons as the office reads them in the exported file, beside its Spanish headers. */
const reasonWords = {
  'short-row': 'fila corta',
  'long-row': 'fila larga',
  'blank-row': 'fila en blanco',
  'totals-row': 'fila de totales',
  'repeated-row': 'fila repetida',
  'repeated-identifier': 'identificador repetido',
  'missing-identifier': 'sin identificador',
  'unclosed-quote': 'comilla sin cerrar',
  'undecodable-text': 'letras ilegibles',
} as const satisfies Record<Row['reason'], string>;

/**
 * The rows a wave set aside as CSV for Excel in Chile (`;`, UTF-8 with byte order mark): the original cells under the
 * original headers, then the line in the source and the reason.
 */
export function setAsideCsv(wave: Wave, vault: Vault | null): string {
  const lines =
    vault
      ?.read(wave.id, 'set-aside')
      ?.toString('utf8')
      .split('\n')
      .filter((line) => line !== '') ?? [];
  const [first, ...rest] = lines;
  const headers = first === undefined ? [] : Head.parse(JSON.parse(first)).headers;
  const rows = rest.map((line) => Row.parse(JSON.parse(line))).sort((left, right) => left.line - right.line);
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), headers.length);
  const padded = (cells: readonly string[]): string[] =>
    Array.from({ length: width }, (_, index) => cells[index] ?? '');
  const table = [
    [...padded(headers), 'linea', 'motivo'],
    ...rows.map((row) => [...padded(row.cells), String(row.line), reasonWords[row.reason]]),
  ];
  return `\uFEFF${table.map((cells) => cells.map(csvCell).join(';')).join('\r\n')}\r\n`;
}

/** A cell a spreadsheet cannot take for a formula: what begins like one gets an apostrophe, numbers stay as they are. */
export function csvCell(text: string): string {
  const isNumber = /^[+-]?[\d.,]+$/.test(text);
  const neutral = /^[=+\-@\t\r]/.test(text) && !isNumber && text !== '-' ? `'${text}` : text;
  return /[";\r\n]/.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
}
