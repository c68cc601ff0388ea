import type { Delimiter, DialectEvidence, Escape } from '../../../shared/domain/dialect';
import type { CellRules } from './cell-rules';
import { looksLikeDate, looksLikeNumber } from './cell-shapes';
import { decideCommentMark } from './detect-comments';
import { isBlankRecord, splitRecords } from './head-sample';
import { isOneColumn } from './one-column';

const unitSeparator = '\u001f';
const opensWithApostrophe = new RegExp(`(^|[;,\\t|:^~ \\r\\n${unitSeparator}])'`);
const otherDelimiters = new RegExp(`[;\\t|${unitSeparator}]`);

type Quote = '"' | "'" | null;
type Attempt = CellRules & { score: number; width: number; consistency: number; loose: number };

export type StructureCorrections = {
  delimiter?: Delimiter | undefined;
  quote?: Quote | undefined;
  escape?: Escape | undefined;
  commentMark?: string | null | undefined;
};

export type StructureDecision = {
  rules: CellRules;
  /** Fields that most records of the table have. */
  width: number;
  evidence: DialectEvidence[];
};

/** Each with how readily it is believed: a space or a colon stands in texts and hours too. */
const delimiters: readonly (readonly [Delimiter, number])[] = [
  [';', 1],
  [',', 1],
  ['\t', 1],
  ['|', 1],
  ['\u001f', 1],
  ['^', 0.95],
  ['~', 0.95],
  [', ', 0.99],
  ['; ', 0.99],
  ['||', 1],
  ['::', 1],
  [' | ', 0.99],
  ['#', 0.9],
  [':', 0.8],
  [' ', 0.8],
];
const sampleRecords = 400;
const sampleCells = 60_000;
const sampleLength = 200_000;
const fewestLines = 12;
/** A delimiter that the first line has not, such as a decimal comma, is believed less. */
const lateStart = 0.85;

/**
 * Tries every delimiter, quote and escape on the head of the file. The score follows van den Burg, Nazábal and Sutton
 * (2019): how regular the rows come out, times the share of cells that look like one clean value.
 */
export function decideStructure(text: string, corrections: StructureCorrections): StructureDecision {
  const sample = sampleOf(text);
  const endsAtCarriageReturn = returnsEndRecords(sample);
  const lines = sample.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const possible = delimiters.filter(([delimiter]) => isPossible(delimiter, lines));
  const quotes = quotesIn(sample);
  const escapes = escapesIn(sample);
  const attempts = possible
    .flatMap(([delimiter, belief]) =>
      quotes.flatMap((quote) =>
        escapes.map((manner) =>
          attempt(
            sample,
            { delimiter, quote, escape: manner, commentMark: null, endsAtCarriageReturn },
            belief,
          ),
        ),
      ),
    )
    .sort((left, right) => right.score - left.score);
  const best = settle(attempts, sample, endsAtCarriageReturn);
  const delimiter = corrections.delimiter ?? best.delimiter;
  const ofDelimiter =
    delimiter === best.delimiter
      ? best
      : (attempts.find((item) => item.delimiter === delimiter) ?? { ...best, delimiter });
  const quote = corrections.quote === undefined ? ofDelimiter.quote : corrections.quote;
  const chosenEscape = corrections.escape ?? ofDelimiter.escape;
  const plain: CellRules = {
    delimiter,
    quote,
    escape: chosenEscape,
    commentMark: null,
    endsAtCarriageReturn,
  };
  const comment = decideCommentMark(sample, plain, corrections.commentMark);
  const rules = { ...plain, commentMark: comment.commentMark };
  const chosen = attempt(sample, rules, 1);
  const strongest = Math.max(best.score, chosen.score, 1e-9);
  return {
    rules,
    width: chosen.width,
    evidence: [
      {
        aspect: 'delimiter',
        chosen: delimiter,
        why: why(corrections.delimiter !== undefined && delimiter !== best.delimiter, chosen),
        details: { fields: chosen.width, consistentPercent: Math.round(chosen.consistency * 1000) / 10 },
        rivals: possible
          .map(([value]) => ({
            value,
            score: Math.min(1, bestScore(attempts, (item) => item.delimiter === value) / strongest),
            why: 'field-count-less-consistent',
          }))
          .filter((item) => item.value !== delimiter && item.score > 0)
          .sort((left, right) => right.score - left.score),
      },
      {
        aspect: 'quote',
        chosen: quote ?? 'none',
        why: quoteWhy(sample, quote, corrections.quote),
        details: { occurrences: quote === null ? 0 : sample.split(quote).length - 1 },
        rivals: quotes
          .filter((item) => item !== quote)
          .map((item) => ({
            value: item ?? 'none',
            score: Math.min(
              1,
              bestScore(attempts, (other) => other.delimiter === delimiter && other.quote === item) /
                strongest,
            ),
            why: 'cells-less-clean',
          })),
      },
      {
        aspect: 'escape',
        chosen: chosenEscape,
        why: escapeWhy(chosenEscape, corrections.escape),
        details: { backslashes: sample.split('\\').length - 1 },
        rivals: escapes
          .filter((item) => item !== chosenEscape)
          .map((item) => ({
            value: item,
            score: Math.min(
              1,
              bestScore(attempts, (other) => other.delimiter === delimiter && other.escape === item) /
                strongest,
            ),
            why: 'cells-less-clean',
          })),
      },
      comment.evidence,
    ],
  };
}

function sampleOf(text: string): string {
  if (text.length <= sampleLength) return text;
  let end = sampleLength;
  let lines = 0;
  for (const found of text.matchAll(/\r\n|\r|\n/g)) {
    lines += 1;
    end = found.index + found[0].length;
    if (lines >= fewestLines && end >= sampleLength) break;
  }
  return text.slice(0, Math.max(end, sampleLength));
}

/** True when a carriage return by itself ends records: it stands outside quotes, where line feeds hardly do. */
function returnsEndRecords(text: string): boolean {
  if (!/\r(?!\n)/.test(text)) return false;
  const outside = text.replace(/"(?:[^"]|"")*"/g, '""');
  const returns = outside.match(/\r(?!\n)/g)?.length ?? 0;
  if (returns === 0) return false;
  const feeds = outside.match(/\n/g)?.length ?? 0;
  if (feeds === 0 || returns > feeds * 3) return true;
  const widths = (pieces: string[]): number => {
    const counts = new Map<number, number>();
    const lines = pieces.filter((line) => line.trim() !== '');
    for (const line of lines) {
      const signs = line.replace(/[^;,\t|]/g, '').length;
      counts.set(signs, (counts.get(signs) ?? 0) + 1);
    }
    return Math.max(0, ...counts.values()) / Math.max(1, lines.length);
  };
  return widths(outside.split(/\r\n|\r|\n/)) > widths(outside.split(/\r\n|\n/)) + 1e-9;
}

function isPossible(delimiter: Delimiter, lines: readonly string[]): boolean {
  let found = 0;
  for (const line of lines) if (line.includes(delimiter)) found += 1;
  return found > 0 && found >= lines.length * 0.15;
}

function bestScore(attempts: readonly Attempt[], test: (item: Attempt) => boolean): number {
  return attempts.reduce((best, item) => (test(item) ? Math.max(best, item.score) : best), 0);
}

/** The likeliest attempt, once a comma and a comma with a space, or one column and none, have been told apart. */
function settle(attempts: readonly Attempt[], sample: string, endsAtCarriageReturn: boolean): Attempt {
  const alone = singleColumn(sample, endsAtCarriageReturn);
  const [first = alone] = attempts;
  const best = withQuotes(first, attempts, sample);
  if (best.width === 1 || alone.score > best.score) return alone;
  const whole = attempts.find((item) => item !== best && isWhole(item, best, sample));
  if (whole) return whole;
  const spaced = attempts.find(
    (item) =>
      item.delimiter === `${best.delimiter} ` && item.width >= best.width && item.score > best.score * 0.9,
  );
  const longer = attempts.find(
    ({ delimiter }) => delimiter !== best.delimiter && wholeSigns[delimiter] === best.delimiter,
  );
  const settled =
    longer && isLonger(sample, best, longer)
      ? longer
      : spaced && isAlwaysSpaced(sample, best)
        ? spaced
        : best;
  return isOneColumn(sample, settled) ? alone : settled;
}

/**
 * True where another delimiter divides every line alike, titles first, while the likeliest does not divide the first line
 * at all: texts such as `A|b|c` in a table of commas.
 */
function isWhole(item: Attempt, best: Attempt, sample: string): boolean {
  if (item.width < 3 || item.score < best.score * 0.4) return false;
  const records = splitRecords(sample, item, sampleRecords, { cellLimit: sampleCells });
  const rows = records.filter(({ cells }) => !isBlankRecord(cells));
  const [first, ...others] = rows;
  if (!first || others.length < 3 || rows.some(({ cells }) => cells.length !== item.width)) return false;
  const titles = first.cells.map((cell) => cell.trim());
  const isTitled = titles.every((cell) => cell !== '' && !looksLikeNumber(cell) && !looksLikeDate(cell));
  const [line] = splitRecords(sample, best, 1);
  return isTitled && new Set(titles).size === titles.length && line?.cells.length === 1;
}

/** Delimiters of several signs, and the single one that they would also be divided by. */
const wholeSigns: Partial<Record<Delimiter, Delimiter>> = { '||': '|', '::': ':', ' | ': '|' };

/** True where a delimiter of several signs stands wherever the single one does: it left empty cells, or spaces, between. */
function isLonger(sample: string, best: Attempt, longer: Attempt): boolean {
  if (longer.delimiter !== ' | ') return longer.width >= 2 && longer.width * 2 - 1 === best.width;
  if (longer.width < best.width) return false;
  const records = splitRecords(sample, best, sampleRecords, { cellLimit: sampleCells });
  const inner = records.filter(({ cells }) => cells.length === best.width);
  return inner.every(({ cells }) =>
    cells.every(
      (cell, column) =>
        (column === 0 || cell.startsWith(' ')) && (column === best.width - 1 || cell.endsWith(' ')),
    ),
  );
}

/**
 * Quotes are believed to enclose cells unless they do so badly throughout: a lone quote breaks the row it stands in, and is
 * no reason to read the quotes of all other rows as part of their texts.
 */
function withQuotes(best: Attempt, attempts: readonly Attempt[], sample: string): Attempt {
  if (best.quote !== null) return best;
  const quoted = attempts.find(
    (item) => item.delimiter === best.delimiter && item.quote === '"' && item.escape === best.escape,
  );
  if (!quoted || quoted.width !== best.width) return best;
  const limits = { cellLimit: sampleCells };
  const opening = splitRecords(sample, best, sampleRecords, limits).filter(({ cells }) =>
    cells.some((cell) => cell.startsWith('"')),
  );
  // A quote without its fellow is no part of a text.
  const isText = opening.filter(({ cells }) => cells.every((cell) => cell.split('"').length % 2 === 1));
  if (isText.length < opening.length * 0.5) return quoted;
  const broken = splitRecords(sample, quoted, sampleRecords, limits).filter(({ isLoose }) => isLoose);
  return broken.length <= Math.max(1, opening.length * 0.5) ? quoted : best;
}

/** A single column is read with a delimiter that its texts do not hold. */
function singleColumn(sample: string, endsAtCarriageReturn: boolean): Attempt {
  const outside = sample.replace(/"(?:[^"]|"")*"/g, '""');
  const delimiter = ([';', ',', '\t', '|'] as const).find((sign) => !outside.includes(sign)) ?? '\u001f';
  const rules: CellRules = {
    delimiter,
    quote: '"',
    escape: 'doubled',
    commentMark: null,
    endsAtCarriageReturn,
  };
  return attempt(sample, rules, 0.97);
}

function isAlwaysSpaced(sample: string, rules: CellRules): boolean {
  const records = splitRecords(sample, rules, sampleRecords, { cellLimit: sampleCells });
  const cells = records.flatMap((record) => record.cells.slice(1));
  return cells.length > 0 && cells.filter((cell) => !cell.startsWith(' ')).length === 0;
}

function why(isCorrected: boolean, chosen: Attempt): string {
  if (isCorrected) return 'corrected';
  return chosen.width === 1 ? 'single-column' : 'field-count-consistent';
}

function quoteWhy(text: string, quote: Quote, correction: Quote | undefined): string {
  if (correction !== undefined) return 'corrected';
  if (quote === null) return 'quotes-inside-text';
  return text.includes(quote) ? 'quotes-enclose-cells' : 'no-quotes-found';
}

function escapeWhy(chosen: Escape, correction: Escape | undefined): string {
  if (correction !== undefined) return 'corrected';
  return chosen === 'backslash' ? 'backslash-before-quotes' : 'usual-escape';
}

function quotesIn(text: string): Quote[] {
  const quotes: Quote[] = ['"'];
  if (opensWithApostrophe.test(text)) quotes.push("'");
  if (text.includes('"')) quotes.push(null);
  return quotes;
}

/** A backslash can only escape where it stands before a quote, a delimiter, or another backslash. */
function escapesIn(text: string): Escape[] {
  return /\\["'\\;,\t|]/.test(text) ? ['doubled', 'backslash'] : ['doubled'];
}

function attempt(text: string, rules: CellRules, belief: number): Attempt {
  const records = splitRecords(text, rules, sampleRecords, { cellLimit: sampleCells });
  const rows = records.filter((record) => !isBlankRecord(record.cells));
  const found = usualWidth(rows.map(({ cells }) => cells.length));
  const usual = rows.filter((record) => record.cells.length === found.width);
  let cells = 0;
  let clean = 0;
  for (const record of usual) {
    record.cells.forEach((cell, column) => {
      cells += 1;
      if (record.quoted?.has(column) && !record.isLoose) clean += 1;
      else if (isCleanCell(cell)) clean += 1;
    });
  }
  // Swallowing line breaks into cells makes few, odd records: a wrong quote does that.
  const swallowed = rows.reduce((sum, record) => sum + (record.lines > 20 ? 1 : 0), 0);
  const loose = rows.reduce((sum, record) => sum + (record.isLoose ? 1 : 0), 0);
  const tidy = 1 - (0.5 * loose) / Math.max(1, rows.length);
  const handicap =
    (rules.quote === '"' ? 1 : rules.quote === null ? 0.97 : 0.999) *
    (rules.escape === 'doubled' ? 1 : 0.9995) *
    belief;
  const score = (found.score * (clean / Math.max(cells, 1)) ** 2 * tidy * handicap) / (1 + swallowed);
  return { ...rules, score, width: found.width, consistency: found.consistency, loose };
}

/** The width that best explains the records: nearly all of them between its first and its last have it. */
function usualWidth(widths: readonly number[]): { width: number; score: number; consistency: number } {
  const stretches = new Map<number, { count: number; first: number; last: number }>();
  widths.forEach((width, index) => {
    const found = stretches.get(width);
    if (found) {
      found.count += 1;
      found.last = index;
    } else stretches.set(width, { count: 1, first: index, last: index });
  });
  let best = { width: 1, score: 0, consistency: 0 };
  for (const [width, { count, first, last }] of stretches) {
    if (count === 1 && widths.length > 3) continue;
    const consistency = count / (last - first + 1);
    const coverage = Math.sqrt((last - first + 1) / widths.length);
    const beginsLate = first === 0 ? 1 : lateStart;
    const score = consistency * coverage * beginsLate * (1 - 1 / (width + 1));
    if (score > best.score) best = { width, score, consistency };
  }
  return best;
}

/** Several values with spaces between them, a date among them: a row that was not divided. */
function isRowOfValues(text: string): boolean {
  const pieces = text.split(' ');
  if (pieces.length < 3) return false;
  return (
    pieces.every((piece) => piece === '' || looksLikeNumber(piece) || looksLikeDate(piece)) &&
    pieces.some(looksLikeDate)
  );
}

/** A cell that is one value: nothing, a number, a date, or text that holds no other delimiter and no stray quote. */
function isCleanCell(cell: string): boolean {
  const text = cell.trim();
  if (text === '' || looksLikeNumber(text) || looksLikeDate(text)) return true;
  if (otherDelimiters.test(text)) return false;
  if (/\\["']/.test(text) || isRowOfValues(text)) return false;
  return !/^["']|["']$/.test(text) && !/^,|,,/.test(text) && !/,\S/.test(text);
}
