import type { Delimiter, Dialect, Escape } from '../../../shared/domain/dialect';

/** How a text falls into records and cells. */
export type CellRules = {
  delimiter: Delimiter;
  quote: '"' | "'" | null;
  escape: Escape;
  commentMark: string | null;
  /** A carriage return by itself ends a record too; otherwise it is part of the cell it stands in. */
  endsAtCarriageReturn: boolean;
};

export function rulesOf(dialect: Dialect, endsAtCarriageReturn: boolean): CellRules {
  const { delimiter, quote, commentMark } = dialect;
  return { delimiter, quote, escape: dialect.escape, commentMark, endsAtCarriageReturn };
}

/** One record of a text; `next` is where the following one begins, `breaks` how many line breaks its cells hold. */
export type ReadRecord = {
  cells: string[];
  next: number;
  breaks: number;
  /** A quote breaks the rules but could be read as part of a text. */
  isLoose: boolean;
  /** Cells that stood in quotes, by position; null where none did. */
  quoted: Set<number> | null;
};

/**
 * Reads the record that begins at `start`. A cell is quoted when a quote is its first sign; a quote inside it ends it only
 * before a delimiter, a line end or the end of the text. Gives `incomplete` when the text ends before the record does, and
 * `never-closes` when the text is the last and a quote stays open.
 */
export function readRecord(
  text: string,
  start: number,
  rules: CellRules,
  isLast: boolean,
): ReadRecord | 'incomplete' | 'never-closes' {
  const end = lineEndFrom(text, start, rules);
  if (end === null && !isLast) return 'incomplete';
  const line = text.slice(start, end?.at ?? text.length);
  const isPlain =
    (rules.quote === null || !line.includes(rules.quote)) &&
    (rules.escape === 'doubled' || !line.includes('\\'));
  if (isPlain) {
    if (end?.isUnsure && !isLast) return 'incomplete';
    return {
      cells: line.split(rules.delimiter),
      next: end?.next ?? text.length,
      breaks: 0,
      isLoose: false,
      quoted: null,
    };
  }
  return readQuoted(text, start, rules, isLast);
}

const anyLineEnd = /[\r\n]/g;

type LineEnd = { at: number; next: number; isUnsure: boolean };

/** Where the line ends and the next begins; unsure where a line feed could still follow a carriage return. */
function lineEndFrom(text: string, start: number, rules: CellRules): LineEnd | null {
  if (!rules.endsAtCarriageReturn) {
    const feed = text.indexOf('\n', start);
    if (feed < 0) return null;
    const at = feed > start && text[feed - 1] === '\r' ? feed - 1 : feed;
    return { at, next: feed + 1, isUnsure: false };
  }
  anyLineEnd.lastIndex = start;
  const back = anyLineEnd.exec(text)?.index;
  if (back === undefined) return null;
  if (text[back] === '\n') return { at: back, next: back + 1, isUnsure: false };
  return { at: back, next: text[back + 1] === '\n' ? back + 2 : back + 1, isUnsure: back + 1 >= text.length };
}

/** The length of a line end at this place, 0 where there is none. */
function lineEndAt(text: string, at: number, rules: CellRules): number {
  if (text[at] === '\n') return 1;
  if (text[at] !== '\r') return 0;
  if (text[at + 1] === '\n') return 2;
  return rules.endsAtCarriageReturn || at + 1 >= text.length ? 1 : 0;
}

function readQuoted(
  text: string,
  start: number,
  rules: CellRules,
  isLast: boolean,
): ReadRecord | 'incomplete' | 'never-closes' {
  const { delimiter, quote } = rules;
  const cells: string[] = [];
  const quoted = new Set<number>();
  let isLoose = false;
  let breaks = 0;
  let at = start;
  for (;;) {
    if (quote !== null && text[at] === quote) {
      const closed = readQuotedCell(text, at + 1, rules, quote, isLast);
      if (typeof closed === 'string') return closed;
      quoted.add(cells.length);
      cells.push(closed.value);
      breaks += closed.breaks;
      isLoose ||= closed.isLoose;
      at = closed.end;
    } else {
      const plain = readPlainCell(text, at, rules, isLast);
      if (plain === 'incomplete') return plain;
      cells.push(plain.value);
      breaks += plain.breaks;
      at = plain.end;
    }
    if (at >= text.length) {
      if (!isLast) return 'incomplete';
      return { cells, next: at, breaks, isLoose, quoted };
    }
    if (text.startsWith(delimiter, at)) {
      at += delimiter.length;
      continue;
    }
    const ending = lineEndAt(text, at, rules);
    if (text[at] === '\r' && at + 1 >= text.length && !isLast) return 'incomplete';
    return { cells, next: at + ending, breaks, isLoose, quoted };
  }
}

type CellEnd = { value: string; end: number; breaks: number; isLoose: boolean };

function readPlainCell(
  text: string,
  start: number,
  rules: CellRules,
  isLast: boolean,
): CellEnd | 'incomplete' {
  const { delimiter } = rules;
  const escapes = rules.escape === 'backslash';
  let value = '';
  let from = start;
  let at = start;
  let breaks = 0;
  for (; at < text.length; at += 1) {
    const sign = text[at];
    if (escapes && sign === '\\') {
      if (at + 1 >= text.length) {
        if (!isLast) return 'incomplete';
        break;
      }
      const length = escapedLength(text, at + 1, rules);
      if (length > 0) {
        value += text.slice(from, at);
        from = at + 1;
        if (lineEndAt(text, at + 1, rules) > 0) breaks += 1;
        at += length;
      }
    } else if (sign === delimiter[0] && text.startsWith(delimiter, at)) {
      break;
    } else if ((sign === '\n' || sign === '\r') && lineEndAt(text, at, rules) > 0) {
      break;
    }
  }
  if (at >= text.length && !isLast) return 'incomplete';
  return { value: value + text.slice(from, at), end: at, breaks, isLoose: false };
}

/** How many signs a backslash before this place takes literally; 0 where it is a sign like any other. */
function escapedLength(text: string, at: number, rules: CellRules): number {
  if (text[at] === '\\' || text[at] === rules.quote) return 1;
  if (text.startsWith(rules.delimiter, at)) return rules.delimiter.length;
  return lineEndAt(text, at, rules);
}

function readQuotedCell(
  text: string,
  start: number,
  rules: CellRules,
  quote: string,
  isLast: boolean,
): CellEnd | 'incomplete' | 'never-closes' {
  const escapes = rules.escape === 'backslash';
  let value = '';
  let from = start;
  let at = start;
  let isLoose = false;
  for (;;) {
    const close = nextOf(text, at, quote, escapes);
    if (close < 0) return isLast ? 'never-closes' : 'incomplete';
    if (close + 2 >= text.length && !isLast) return 'incomplete';
    if (escapes && text[close] === '\\') {
      const next = text[close + 1];
      if (next === '\\' || next === quote) {
        value += text.slice(from, close);
        from = close + 1;
      }
      at = close + 2;
      continue;
    }
    if (text[close + 1] === quote) {
      value += text.slice(from, close + 1);
      from = close + 2;
      at = close + 2;
      continue;
    }
    const after = afterSpaces(text, close + 1, rules.delimiter);
    if (after >= text.length && !isLast) return 'incomplete';
    if (text[after] === '\r' && after + 1 >= text.length && !isLast) return 'incomplete';
    if (
      after >= text.length ||
      text.startsWith(rules.delimiter, after) ||
      lineEndAt(text, after, rules) > 0
    ) {
      const breaks = countBreaks(text, start, close, rules);
      return {
        value: value + text.slice(from, close),
        end: after,
        breaks,
        isLoose: isLoose || after > close + 1,
      };
    }
    isLoose = true;
    at = close + 1;
  }
}

/** Spaces between a closing quote and the delimiter are no part of the cell, unless the delimiter begins with one. */
function afterSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while (text[at] === ' ' && !text.startsWith(delimiter, at)) at += 1;
  return at;
}

function nextOf(text: string, from: number, quote: string, escapes: boolean): number {
  const close = text.indexOf(quote, from);
  if (!escapes) return close;
  // Only as far as the quote: a search to the end of the text at each quote would take quadratic time.
  const back = text.slice(from, close < 0 ? text.length : close).indexOf('\\');
  return back >= 0 ? from + back : close;
}

/** Line breaks of a stretch of text, as the rules count physical lines. */
export function countBreaks(text: string, from: number, to: number, rules: CellRules): number {
  const stretch = text.slice(from, to);
  let count = 0;
  for (let at = stretch.indexOf('\n'); at >= 0; at = stretch.indexOf('\n', at + 1)) count += 1;
  if (!rules.endsAtCarriageReturn) return count;
  for (let at = stretch.indexOf('\r'); at >= 0; at = stretch.indexOf('\r', at + 1)) {
    if (stretch[at + 1] !== '\n') count += 1;
  }
  return count;
}

/** The cells of one line, whatever its quotes. */
export function splitLoosely(line: string, rules: CellRules): string[] {
  return line.replace(/[\r\n]+$/, '').split(rules.delimiter);
}
