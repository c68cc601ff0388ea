import { chosenMarks, unchosenMarks } from '../column-parts';
import type { RawColumn } from './reading';

/** Columns that hold the options of one question, with the column that joins them where there is one. */
export type OptionColumns = {
  question: string;
  combined: RawColumn | null;
  parts: { column: RawColumn; option: string }[];
};

/** True for a column of ticks: nothing but 0 and 1, yes and no, or blank throughout. */
export function isTicked(column: RawColumn): boolean {
  const marks = [...chosenMarks, ...unchosenMarks];
  return !column.isUnlisted && column.values.every(({ value }) => marks.includes(value.trim().toLowerCase()));
}

/**
 * Questions spread over columns headed `question/option`: those that follow their combined column, and runs of ticks that
 * share the part before the slash. Neighbours only, since labels of different questions may be the same.
 */
export function findOptionColumns(columns: readonly RawColumn[], separator: string): OptionColumns[] {
  const found: OptionColumns[] = [];
  for (let index = 0; index < columns.length; ) {
    const group = withCombined(columns, index, separator) ?? withoutCombined(columns, index, separator);
    if (group) found.push(group);
    index += group ? group.parts.length + (group.combined ? 1 : 0) : 1;
  }
  return found;
}

function withCombined(columns: readonly RawColumn[], index: number, separator: string): OptionColumns | null {
  const combined = columns[index];
  if (!combined || combined.header.trim() === '') return null;
  const parts = run(columns, index + 1, combined.header + separator);
  return parts.length > 0 ? { question: combined.header, combined, parts } : null;
}

function withoutCombined(
  columns: readonly RawColumn[],
  index: number,
  separator: string,
): OptionColumns | null {
  const first = columns[index];
  if (!first || !isTicked(first)) return null;
  const prefixes = prefixesOf(first.header, separator);
  for (const question of prefixes) {
    const parts = run(columns, index, question + separator);
    const isUsed = parts.some(({ column }) => column.filled > 0);
    if (parts.length >= 2 && isUsed) return { question, combined: null, parts };
  }
  return null;
}

/** Everything before each separator, the longest first. */
export function prefixesOf(header: string, separator: string): string[] {
  const prefixes: string[] = [];
  for (let at = header.lastIndexOf(separator); at > 0; at = header.lastIndexOf(separator, at - 1)) {
    prefixes.push(header.slice(0, at));
  }
  return prefixes;
}

function run(columns: readonly RawColumn[], from: number, prefix: string): OptionColumns['parts'] {
  const parts: OptionColumns['parts'] = [];
  const seen = new Set<string>();
  for (const column of columns.slice(from)) {
    const option = column.header.slice(prefix.length);
    if (!column.header.startsWith(prefix) || option === '' || seen.has(option) || !isTicked(column)) break;
    seen.add(option);
    parts.push({ column, option });
  }
  return parts;
}
