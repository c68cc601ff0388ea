/**
 * How a field of a record is written into one cell of a CSV file and read back without loss. Lists have an item a line;
 * inside an item `\n`, `\r` and `\\` stand for line breaks and the backslash, and `\-` alone for the one empty item.
 */
export type CellForm<Value> = { write(value: Value): string; read(cell: string): unknown };

export const textCell: CellForm<string> = { write: (value) => value, read: (cell) => cell };

/** Nothing is an empty cell; an empty text is `\-`. */
export const optionalCell: CellForm<string | null> = {
  write: (value) => (value === null ? '' : value === '' ? emptyItem() : escapeItem(value)),
  read: (cell) => (cell === '' ? null : readItem(cell)),
};

export const listCell: CellForm<readonly string[]> = { write: writeLines, read: readLines };

export const numbersCell: CellForm<readonly number[]> = {
  write: (values) => values.map(String).join('\n'),
  read: (cell) => trimmedLines(cell).map((line) => (/^\d+$/.test(line) ? Number(line) : line)),
};

/** Five digits; the zero in front that a spreadsheet drops is given back. */
export const comunaCell: CellForm<string | null> = {
  write: (value) => value ?? '',
  read: (cell) => (cell.trim() === '' ? null : cell.trim().padStart(5, '0')),
};

/** A day, also as a spreadsheet in Chile writes it: 19-09-2023. */
export const dateCell: CellForm<string | null> = {
  write: (value) => value ?? '',
  read: (cell) => {
    const text = cell.trim();
    const [, day, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
    if (day && month && year) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return text === '' ? null : text;
  },
};

/** One word of a closed list, by the name a person reads; an empty cell leaves it as it is in a new record. */
export function nameCell<Word extends string>(names: Readonly<Record<Word, string>>): CellForm<Word> {
  return {
    write: (value) => names[value],
    read: (cell) => (cell.trim() === '' ? undefined : wordNamed(cell.trim(), Object.entries<string>(names))),
  };
}

/** Words of a closed list, a name a line; what no name fits stays as written, for the message. */
export function namesCell<Word extends string>(
  order: readonly Word[],
  names: Readonly<Record<Word, string>>,
): CellForm<readonly Word[]> {
  const known = order.map((word): [string, string] => [word, names[word]]);
  return {
    write: (values) => values.map((value) => names[value]).join('\n'),
    read: (cell) => trimmedLines(cell).map((line) => wordNamed(line, known)),
  };
}

function wordNamed(name: string, known: readonly [string, string][]): string {
  const folded = name.toLowerCase();
  return known.find(([word, each]) => word === name || each.toLowerCase() === folded)?.[0] ?? name;
}

type Range = { from: string | null; to: string | null; note: string };

/** One period a line: `2024-04-03 | 2024-10-08 | nota`; nothing before a bar is an open end. */
export const rangesCell: CellForm<readonly Range[]> = {
  write: (ranges) => writeLines(ranges.map(({ from, to, note }) => `${from ?? ''} | ${to ?? ''} | ${note}`)),
  read: (cell) =>
    readLines(cell).map((line) => {
      const [from = '', to = '', ...note] = line.split(' | ');
      return { from: from.trim() || null, to: to.trim() || null, note: note.join(' | ') };
    }),
};

/** Items as lines of one cell. */
export function writeLines(items: readonly string[]): string {
  return items.length === 1 && items[0] === '' ? emptyItem() : items.map(escapeItem).join('\n');
}

/** The items of a cell; an empty cell has none. */
export function readLines(cell: string): string[] {
  return cell === '' ? [] : cell.split(/\r\n|\n/).map(readItem);
}

function trimmedLines(cell: string): string[] {
  return cell
    .split(/\r\n|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function emptyItem(): string {
  return '\\-';
}

function escapeItem(item: string): string {
  return item.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
}

function readItem(line: string): string {
  if (line === emptyItem()) return '';
  return line.replace(/\\([nr\\])/g, (_whole, mark: string) =>
    mark === 'n' ? '\n' : mark === 'r' ? '\r' : '\\',
  );
}

/** The text with an apostrophe before it where a spreadsheet would run it, so that `unguard` gives it back. */
export function guard(text: string): string {
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** The text without the apostrophe that `guard` put before it. */
export function unguard(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}
