import iconv from 'iconv-lite';
import type { Delimiter, Encoding, Escape } from '../../shared/domain/dialect';

/** How a table is written out for a test; the reader is told nothing of it. */
export type Writing = {
  encoding: Encoding;
  hasMark: boolean;
  delimiter: Delimiter;
  quote: '"' | "'";
  escape: Escape;
  quotesAll: boolean;
  lineEnd: '\n' | '\r\n' | '\r';
  endsWithLineEnd: boolean;
};

export type Table = { headers: string[]; rows: string[][] };

/** Writes one cell by the rules of a dialect, in quotes where they are needed. */
export function writeCell(cell: string, writing: Writing): string {
  const { quote, delimiter, quotesAll } = writing;
  const isBackslash = writing.escape === 'backslash';
  const isSpecial =
    cell.includes(delimiter[0] ?? '') ||
    cell.includes(quote) ||
    /[\n\r]/.test(cell) ||
    /^ | $/.test(cell) ||
    (isBackslash && cell.includes('\\'));
  if (!quotesAll && !isSpecial) return cell;
  const inside = isBackslash
    ? cell.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
    : cell.replaceAll(quote, quote + quote);
  return `${quote}${inside}${quote}`;
}

export function writeText({ headers, rows }: Table, writing: Writing): string {
  const lines = [headers, ...rows].map((cells) =>
    cells.map((cell) => writeCell(cell, writing)).join(writing.delimiter),
  );
  return lines.join(writing.lineEnd) + (writing.endsWithLineEnd ? writing.lineEnd : '');
}

const marks: Partial<Record<Encoding, Buffer>> = {
  'utf-8': Buffer.from([0xef, 0xbb, 0xbf]),
  'utf-16le': Buffer.from([0xff, 0xfe]),
  'utf-16be': Buffer.from([0xfe, 0xff]),
};

export function encodeText(
  text: string,
  { encoding, hasMark }: Pick<Writing, 'encoding' | 'hasMark'>,
): Buffer {
  const names: Record<Encoding, string> = {
    'utf-8': 'utf8',
    'utf-16le': 'utf16-le',
    'utf-16be': 'utf16-be',
    'windows-1252': 'win1252',
    'iso-8859-1': 'iso88591',
    macintosh: 'macintosh',
  };
  const bytes = iconv.encode(text, names[encoding], { addBOM: false });
  return hasMark ? Buffer.concat([marks[encoding] ?? Buffer.alloc(0), bytes]) : bytes;
}

/** Reads RFC 4180 strictly, as a witness for what we write: throws on anything else. */
export function readStrictly(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) throw new Error('a quote is not closed');
        cell += text.slice(at, close);
        at = close + 1;
        if (text[at] !== '"') break;
        cell += '"';
        at += 1;
      }
    } else {
      const end = text.slice(at).search(/,|\r\n/);
      if (end < 0) throw new Error('the last line has no end');
      cell = text.slice(at, at + end);
      if (/["\r\n]/.test(cell)) throw new Error(`a cell lacks its quotes: ${JSON.stringify(cell)}`);
      at += end;
    }
    row.push(cell);
    if (text[at] === ',') at += 1;
    else if (text.startsWith('\r\n', at)) {
      rows.push(row);
      row = [];
      at += 2;
      continue;
    } else throw new Error(`neither comma nor line end after a cell at ${at}`);
    if (text.startsWith('\r\n', at)) {
      row.push('');
      rows.push(row);
      row = [];
      at += 2;
    }
  }
  return rows;
}
