import iconv from 'iconv-lite';

export interface CsvForm {
  delimiter: ';' | ',' | '\t';
  encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252' | 'utf-16le-bom';
  /** CRLF unless told otherwise. */
  lineEnd?: '\r\n' | '\n';
  /** Quotes around every cell, as KoboToolbox writes; otherwise only where the cell needs them. */
  quotesAll?: boolean;
}

/** A table as bytes of a text file; the same cells give the same bytes. */
export function csvBytes(rows: readonly (readonly string[])[], form: CsvForm): Buffer {
  const lineEnd = form.lineEnd ?? '\r\n';
  const lines = rows.map((cells) => cells.map((cell) => written(cell, form)).join(form.delimiter));
  const text = `${lines.join(lineEnd)}${lineEnd}`;
  if (form.encoding === 'utf-8-bom') return iconv.encode(text, 'utf-8', { addBOM: true });
  if (form.encoding === 'utf-16le-bom') return iconv.encode(text, 'utf-16le', { addBOM: true });
  return iconv.encode(text, form.encoding);
}

function written(cell: string, { delimiter, quotesAll }: CsvForm): string {
  const needsQuotes = quotesAll === true || cell.includes(delimiter) || /["\r\n]/.test(cell);
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** `7.5` becomes `7,5`. */
export function decimalComma(value: number, decimals?: number): string {
  return (decimals === undefined ? String(value) : value.toFixed(decimals)).replace('.', ',');
}
