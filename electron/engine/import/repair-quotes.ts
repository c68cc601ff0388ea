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
  const lengths = divide(pieces, quote, spare);
  if (lengths === null) return null;
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

const severalWays = -1;

/**
 * The lengths of the cells in pieces where `spare` delimiters belong to cells and one way only leads there. Only the last
 * cell of each way is kept while searching, so that memory grows with the pieces and not with their square.
 */
function divide(pieces: readonly string[], quote: string, spare: number): number[] | 'several' | null {
  // lastLength[piece * columns + spent]: the last cell of the pieces before this one; 0 where no way leads there.
  const columns = spare + 1;
  const lastLength = new Int8Array((pieces.length + 1) * columns);
  for (const [from, piece] of pieces.entries()) {
    const isReached = from === 0 || lastLength.subarray(from * columns, (from + 1) * columns).some(Boolean);
    if (!isReached) continue;
    for (const length of lengthsFrom(pieces, from, piece, quote, spare)) {
      const most = spare - length + 1;
      for (let spent = 0; spent <= (from === 0 ? 0 : most); spent += 1) {
        const before = from === 0 ? 1 : lastLength[from * columns + spent];
        const at = (from + length) * columns + spent + length - 1;
        if (before === 0 || length - 1 > spare || at >= lastLength.length) continue;
        lastLength[at] = lastLength[at] !== 0 || before === severalWays ? severalWays : length;
      }
    }
  }
  const lengths: number[] = [];
  let spent = spare;
  for (let at = pieces.length; at > 0; ) {
    const length = lastLength[at * columns + spent] ?? 0;
    if (length === 0) return null;
    if (length === severalWays) return 'several';
    lengths.push(length);
    at -= length;
    spent -= length - 1;
  }
  return lengths.reverse();
}

function lengthsFrom(
  pieces: readonly string[],
  from: number,
  piece: string,
  quote: string,
  spare: number,
): number[] {
  if (!piece.startsWith(quote)) return piece.includes(quote) ? [] : [1];
  const lengths = quotedLengths(pieces, from, quote, spare);
  return isSaying(piece, quote) ? [...lengths, 1] : lengths;
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
