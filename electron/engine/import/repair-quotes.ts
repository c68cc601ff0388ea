import type { CellRules } from './cell-rules';

/** How often a line may have more delimiters than its cells need, and how long it may be, to be tried at all. */
const mostSpare = 40;
const longestLine = 100_000;

type QuoteRules = Pick<CellRules, 'quote' | 'escape'> & { delimiter: string };

export type Repair = {
  cells: string[];
  /** A quote stood inside a quoted cell without being written twice. */
  hasInnerQuotes: boolean;
};

/**
 * The cells of one line whose quotes inside quoted cells are not written twice, where exactly one way of dividing it gives
 * `width` cells: a cell without quotes, or one from a quote to a quote. `ambiguous` where there are several ways; null where
 * there is none. Two cells in quotes side by side are never taken for one.
 */
export function repairLine(line: string, rules: QuoteRules, width: number): Repair | 'ambiguous' | null {
  const { quote, delimiter } = rules;
  if (quote === null || rules.escape !== 'doubled' || line.length > longestLine) return null;
  const pieces = line.replace(/[\r\n]+$/, '').split(delimiter);
  const spare = pieces.length - width;
  if (spare < 0 || spare > mostSpare) return null;
  const paths = divide(pieces, quote, spare);
  const lengths = paths[spare];
  if (lengths === undefined || lengths === null) return null;
  if (lengths === 'several') return 'ambiguous';
  let hasInnerQuotes = false;
  let at = 0;
  const cells = lengths.map((length) => {
    const text = pieces.slice(at, at + length).join(delimiter);
    at += length;
    if (!text.startsWith(quote) || isSaying(text, quote)) return text;
    const inner = text.trimEnd().slice(1, -1);
    if (inner.replaceAll(quote + quote, '').includes(quote)) hasInnerQuotes = true;
    return innerText(inner, quote);
  });
  return { cells, hasInnerQuotes };
}

type Path = readonly number[] | 'several' | null;

/** For each number of delimiters that belong to cells, the lengths of the cells in pieces where one way only leads there. */
function divide(pieces: readonly string[], quote: string, spare: number): Path[] {
  // paths[piece][spent]: how the pieces before this one fall into cells.
  const paths: Path[][] = Array.from({ length: pieces.length + 1 }, () =>
    Array.from({ length: spare + 1 }, () => null),
  );
  const [start] = paths;
  if (start) start[0] = [];
  const extend = (from: number, spent: number, length: number): void => {
    const before = paths[from]?.[spent];
    const row = paths[from + length];
    const total = spent + length - 1;
    if (before === undefined || before === null || row === undefined || total > spare) return;
    if (row[total] !== null) row[total] = 'several';
    else row[total] = before === 'several' ? 'several' : [...before, length];
  };
  pieces.forEach((piece, from) => {
    const lengths = piece.startsWith(quote)
      ? quotedLengths(pieces, from, quote, spare)
      : piece.includes(quote)
        ? []
        : [1];
    if (isSaying(piece, quote)) lengths.push(1);
    for (let spent = 0; spent <= spare; spent += 1) {
      for (const length of lengths) extend(from, spent, length);
    }
  });
  return paths[pieces.length] ?? [];
}

/** A text that begins with something quoted and goes on without quotes at its end: `"Sí" y nada más`. */
function isSaying(piece: string, quote: string): boolean {
  if (!piece.startsWith(quote) || piece.trimEnd().endsWith(quote)) return false;
  return piece.split(quote).length % 2 === 1 && !piece.includes(quote + quote);
}

/** How many pieces a cell that begins with a quote may take: up to each one that ends with a quote. */
function quotedLengths(pieces: readonly string[], from: number, quote: string, spare: number): number[] {
  const lengths: number[] = [];
  for (let length = 1; length <= spare + 1; length += 1) {
    const piece = pieces[from + length - 1];
    if (piece === undefined) break;
    const before = pieces[from + length - 2];
    if (length > 1 && piece.startsWith(quote) && before?.endsWith(quote)) break;
    const text = piece.trimEnd();
    if (text.endsWith(quote) && (length > 1 || text.length > 1)) lengths.push(length);
  }
  return lengths;
}

/**
 * What stands between the outer quotes. Where the first inner quote closes something and the last one opens something, as
 * in `"sí" y "no"`, the outer quotes belong to the text.
 */
function innerText(inner: string, quote: string): string {
  const plain = inner.replaceAll(quote + quote, '');
  const first = plain.indexOf(quote);
  const last = plain.lastIndexOf(quote);
  const closes =
    first > 0 && /[^\s(¿¡]/.test(plain[first - 1] ?? ' ') && /[\s,.;:)]/.test(plain[first + 1] ?? ' ');
  const opens = last >= 0 && /[\s(¿¡]/.test(plain[last - 1] ?? ' ') && /\S/.test(plain[last + 1] ?? ' ');
  if (closes && opens && last > first) return quote + inner + quote;
  return inner.replaceAll(quote + quote, quote);
}
