import type { Delimiter } from '../../../shared/domain/dialect';
import { readRecord } from './cell-rules';
import { looksLikeDate, looksLikeNumber } from './cell-shapes';

/**
 * How the lines of a text are dressed so that its table does not show: each in quotes as a whole (`wrapped`), drawn with bars
 * and dashes (`ruled`), or aligned with spaces (`aligned`, with the places each column takes; `spaced`, where
 * two spaces or more part the cells whatever their position).
 */
export type LineForm =
  | { kind: 'wrapped'; delimiter: Delimiter; width: number; lines: number }
  | { kind: 'ruled'; delimiter: '|'; width: number }
  | { kind: 'aligned'; delimiter: '  '; width: number; columns: readonly Span[] }
  | { kind: 'spaced'; delimiter: '  '; width: number };

/** From the first place of a column to the place after its last. */
type Span = { from: number; to: number };

const judgedLines = 300;
const fewestRows = 2;
const mostColumns = 200;
const fewestEvenGaps = 3;

/** Finds how the lines of a head are dressed; null for a text whose lines are its rows as they stand. */
export function findLineForm(text: string): LineForm | null {
  const lines = text.split(/\r\n|\r|\n/, judgedLines + 1).slice(0, judgedLines);
  return findWrapped(lines) ?? findRuled(lines) ?? findAligned(lines);
}

const wholeLine = /^"((?:[^"]|"")*)"([;,\t]*)$/;

/** What stands in a line that is one cell in quotes, with nothing but empty cells after it; null for another line. */
export function unwrapLine(line: string): string | null {
  const found = wholeLine.exec(line.trimEnd());
  return found ? (found[1] ?? '').replaceAll('""', '"') : null;
}

const decimalComma = /^[-+$]?\s?\d[\d.]*,\d+\s?%?$/;
const innerDelimiters = [',', ';', '\t', '|'] as const satisfies readonly Delimiter[];

/** The cells of one line without line breaks in them; null where its quotes do not work out. */
export function innerCells(line: string, delimiter: Delimiter): string[] | null {
  const found = readRecord(
    line,
    0,
    { delimiter, quote: '"', escape: 'doubled', commentMark: null, endsAtCarriageReturn: false },
    true,
  );
  return typeof found === 'string' || found.isLoose || found.breaks > 0 ? null : found.cells;
}

function findWrapped(lines: readonly string[]): LineForm | null {
  const filled = lines.filter((line) => line.trim() !== '');
  const wrapped = filled.flatMap((line) => unwrapLine(line) ?? []);
  if (wrapped.length === 0 || filled.length < fewestRows) return null;
  for (const delimiter of innerDelimiters) {
    const inner = wrapped.map((line) => innerCells(line, delimiter));
    const width = commonest(inner.map((cells) => cells?.length ?? 0));
    if (width < 2) continue;
    const fitting = inner.filter((cells) => cells?.length === width);
    const bare = filled.filter((line) => unwrapLine(line) === null);
    const bareFitting = bare.filter((line) => innerCells(line, delimiter)?.length === width);
    if (fitting.length + bareFitting.length < filled.length * 0.9) continue;
    const [first] = filled;
    const head = first === undefined ? null : innerCells(unwrapLine(first) ?? first, delimiter);
    const hasQuotes = wrapped.some((line) => /(^|[;,\t|])"/.test(line));
    if (head?.length !== width && !hasQuotes) continue;
    const isSentence = fitting.every((cells) => cells?.slice(1).every((cell) => cell.startsWith(' ')));
    const decimals = wrapped.filter((line) => decimalComma.test(line.trim())).length;
    if (delimiter === ',' && decimals >= Math.max(1, wrapped.length - 1)) continue;
    if (hasQuotes || (!isSentence && (width >= 3 || hasValues(fitting)))) {
      return { kind: 'wrapped', delimiter, width, lines: wrapped.length };
    }
  }
  return null;
}

/** True where a column holds numbers or dates in nearly all rows below the first. */
function hasValues(rows: readonly (readonly string[] | null)[]): boolean {
  const below = rows.slice(1).flatMap((cells) => (cells ? [cells] : []));
  const [first] = below;
  if (!first) return false;
  return first.some((_, column) => {
    const values = below.filter((cells) => {
      const cell = (cells[column] ?? '').trim();
      return looksLikeNumber(cell) || looksLikeDate(cell);
    });
    return values.length >= below.length * 0.9;
  });
}

/** A line of a drawing: dashes between bars or crosses, as SQL clients and Markdown write it. Without spaces around it. */
const rule = /^[|+]?\s*:?-{2,}:?\s*([|+]\s*:?-{2,}:?\s*)+[|+]?$/;
const framed = /^\s*\|.*\|\s*$/;

/** Markdown needs one dash a column where bars stand around the line. */
const framedRule = /^\|(\s*:?-+:?\s*\|)+$/;
const onlyDraws = /^[-=+|: ]+$/;
const threeDashes = /[-=]{3}/;

/** True for a line that only draws: of dashes, bars and crosses. */
export function isRule(line: string): boolean {
  // Two tests, each of which passes over the line once: together in one pattern they take cubic time.
  return isTableRule(line) || (onlyDraws.test(line.trim()) && threeDashes.test(line));
}

/** True for a line that draws the edges of columns. */
function isTableRule(line: string): boolean {
  const bare = line.trim();
  return rule.test(bare) || framedRule.test(bare);
}

function findRuled(lines: readonly string[]): LineForm | null {
  const at = lines.findIndex(isTableRule);
  if (at < 0 || at > 20) return null;
  const width = ruledCells(lines[at]?.replaceAll('+', '|') ?? '').length;
  const others = lines.filter((line) => line.includes('|') && !isRule(line));
  const fitting = others.filter((line) => ruledCells(line).length === width);
  if (width < 2 || fitting.length < fewestRows || fitting.length < others.length * 0.9) return null;
  return { kind: 'ruled', delimiter: '|', width };
}

/** The cells of a line between bars, without the spaces around them. */
export function ruledCells(line: string): string[] {
  const text = framed.test(line) ? line.trim().slice(1, -1) : line;
  return text.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

const dashes = /^\s*-+( +-+)+\s*$/;

function findAligned(lines: readonly string[]): LineForm | null {
  const at = lines.findIndex((line) => dashes.test(line));
  if (at > 0 && at <= 20) {
    const spans = [...(lines[at] ?? '').matchAll(/-+/g)].map((found) => ({
      from: found.index,
      to: found.index + found[0].length,
    }));
    const form = alignedFrom(spans);
    const rows = lines.slice(at - 1).filter((line) => line.trim() !== '' && !isRule(line));
    if (rows.filter((line) => alignedCells(line, form).length > 1).length >= fewestRows) return form;
  }
  const rows = longestStretch(lines);
  const wide = rows.filter((line) => /\S {2,}\S/.test(line)).length;
  if (rows.length <= fewestRows || wide < rows.length * 0.6 || isDivided(rows)) return null;
  for (let skipped = 0; skipped <= 2 && rows.length - skipped > fewestRows; skipped += 1) {
    // Only a title may stand above the columns.
    if (rows.slice(0, skipped).some((line) => wideGap.test(line.trim()))) break;
    const columns = findColumns(rows.slice(skipped));
    if (columns) return alignedFrom(columns);
    const counts = rows.slice(skipped).map((line) => line.trim().split(wideGap).length);
    const [width = 1] = counts;
    if (width >= 2 && counts.every((count) => count === width))
      return { kind: 'spaced', delimiter: '  ', width };
  }
  return null;
}

const wideGap = / {2,}/;

/** The cells of a line whose cells are set apart by two spaces or more. */
export function spacedCells(line: string): string[] {
  return line.trim().split(wideGap);
}

function alignedFrom(columns: readonly Span[]): LineForm & { kind: 'aligned' } {
  return { kind: 'aligned', delimiter: '  ', width: columns.length, columns };
}

/** Lines that another sign divides alike are no aligned columns. */
function isDivided(rows: readonly string[]): boolean {
  return [';', '\t', '|'].some((sign) => {
    const counts = rows.map((line) => line.split(sign).length);
    return (counts[0] ?? 1) > 1 && counts.filter((count) => count === counts[0]).length >= rows.length * 0.8;
  });
}

/** The most lines in a row without a blank one between them. */
function longestStretch(lines: readonly string[]): string[] {
  let best: string[] = [];
  let current: string[] = [];
  for (const line of lines) {
    if (line.trim() === '') current = [];
    else current.push(line);
    if (current.length > best.length) best = current;
  }
  return best;
}

/**
 * The places that the columns of aligned lines take, with nothing but spaces between them in any line: two spaces or more,
 * else one. Each column must have a title, but for the first, its cells must all begin, or all end, at one place, and no cell
 * may hold two spaces in a row. Null where that is not so.
 */
function findColumns(rows: readonly string[]): Span[] | null {
  const length = Math.max(...rows.map((line) => line.length));
  const filled = new Uint8Array(length + 1);
  for (const line of rows) {
    for (let at = 0; at < line.length; at += 1) if (line[at] !== ' ') filled[at] = 1;
  }
  const finest = spansOf(filled, 1);
  const coarse = spansOf(filled, 2);
  const sound = soundColumns(finest, rows);
  if (sound) return sound;
  return partsAreWords(finest, rows) || areEvenlySpaced(coarse) ? soundColumns(coarse, rows) : null;
}

/** Columns as wide as their widest cell, with the same number of spaces between any two. */
function areEvenlySpaced(spans: readonly Span[]): boolean {
  const gaps = spans.slice(1).map(({ from }, column) => from - (spans[column]?.to ?? 0));
  return gaps.length >= fewestEvenGaps && gaps.every((gap) => gap === gaps[0]);
}

function spansOf(filled: Uint8Array, gap: number): Span[] {
  const spans: Span[] = [];
  filled.forEach((isFilled, at) => {
    if (isFilled === 0) return;
    const last = spans.at(-1);
    if (last && at - last.to < gap) last.to = at + 1;
    else spans.push({ from: at, to: at + 1 });
  });
  return spans;
}

/** True where a single space parts only the words of a title, or of a cell: on one of its sides a title or all cells are missing. */
function partsAreWords(spans: readonly Span[], [header = '', ...data]: readonly string[]): boolean {
  const isWhole = ({ from, to }: Span): boolean =>
    header.slice(from, to).trim() !== '' && data.some((line) => line.slice(from, to).trim() !== '');
  return spans.every((span, column) => {
    const next = spans[column + 1];
    return !next || next.from - span.to > 1 || !isWhole(span) || !isWhole(next);
  });
}

function soundColumns(spans: readonly Span[], rows: readonly string[]): Span[] | null {
  if (spans.length < 2 || spans.length > mostColumns) return null;
  const [header = '', ...data] = rows;
  const joined = joinUntitled(spans, header, data);
  const isSound = joined?.every((span) => {
    const { isLeft, isRight } = alignment(span, data);
    const isWhole = rows.every((line) => !wideGap.test(line.slice(span.from, span.to).trim()));
    return (isLeft || isRight) && isWhole;
  });
  return joined && isSound ? joined : null;
}

/**
 * The columns with those that have no title joined to the neighbour they are words of: texts such as "Los Ángeles" may all
 * have a space at one place. Null where it could be either neighbour.
 */
function joinUntitled(spans: readonly Span[], header: string, data: readonly string[]): Span[] | null {
  const joined = [...spans];
  for (;;) {
    const at = joined.findIndex(({ from, to }, column) => column > 0 && header.slice(from, to).trim() === '');
    const [left, own, right] = [joined[at - 1], joined[at], joined[at + 1]];
    if (at < 0 || !left || !own) return joined.length > 1 ? joined : null;
    const before = alignment(left, data);
    const after = right && alignment(right, data);
    const mayBeLeft = before.isLeft && !before.isRight;
    const mayBeRight = after ? after.isRight && !after.isLeft : false;
    if (mayBeLeft === mayBeRight) return null;
    if (mayBeLeft) joined.splice(at - 1, 2, { from: left.from, to: own.to });
    else joined.splice(at, 2, { from: own.from, to: right?.to ?? own.to });
  }
}

/** Whether the cells of a column all begin, and all end, at one place. */
function alignment({ from, to }: Span, data: readonly string[]): { isLeft: boolean; isRight: boolean } {
  const cells = data
    .map((line) => line.slice(from, to).padEnd(to - from))
    .filter((cell) => cell.trim() !== '');
  if (cells.length === 0) return { isLeft: false, isRight: false };
  return {
    isLeft: cells.every((cell) => !cell.startsWith(' ')),
    isRight: cells.every((cell) => !cell.endsWith(' ')),
  };
}

/**
 * The cells of an aligned line; the whole line as one where it does not keep to the columns. A longer cell may run into the
 * gap before or after its column as long as a space remains.
 */
export function alignedCells(line: string, form: LineForm & { kind: 'aligned' }): string[] {
  const cells: string[] = [];
  let start = 0;
  for (const [column, { to }] of form.columns.entries()) {
    const next = form.columns[column + 1];
    if (!next) break;
    const gap = line.slice(to, next.from).padEnd(next.from - to);
    const [first, last] = [gap.indexOf(' '), gap.lastIndexOf(' ')];
    if (first < 0 || gap.slice(first, last + 1).trim() !== '') return [line];
    cells.push(line.slice(start, to + first).trim());
    start = to + last + 1;
  }
  return [...cells, line.slice(start).trim()];
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? 0;
}
