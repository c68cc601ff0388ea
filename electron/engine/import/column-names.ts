import { redactTitle } from '../privacy/redact-title';
import { collapseSpaces, foldText } from './cell-shapes';
import type { PlatformReading } from './platforms/reading';

const longestName = 60;

export type NamedColumn = { header: string; label: string; name: string };

/** Labels and machine names for the columns of a file: repeated headers get a number, empty ones a position. */
export function nameColumns(headers: readonly string[], width: number): NamedColumn[] {
  const labels = new Map<string, number>();
  const names = new Set<string>();
  return Array.from({ length: width }, (_, source) => {
    const header = headers[source] ?? '';
    const text = textOf(header, source);
    return { header, label: numbered(text, labels), name: freeName(text, names) };
  });
}

/**
 * The same with what a platform or codebook calls them, those put together from several last. Equal labels are told apart
 * by the group they stand in, where that helps, and then by number.
 */
export function nameReadings(
  headers: readonly string[],
  width: number,
  reading: PlatformReading,
): NamedColumn[] {
  const own = Array.from({ length: width }, (_, source) => {
    const said = reading.columns.get(source);
    const header = headers[source] ?? '';
    return {
      header,
      text: collapseSpaces(said?.label ?? '') || textOf(header, source),
      group: said?.group ?? null,
      isStored: said?.partOf === undefined,
    };
  });
  const composed = reading.compositions.map(({ header, label, group }) => ({
    header,
    text: collapseSpaces(label) || header,
    group: group ?? null,
    isStored: true,
  }));
  const columns = [...own, ...composed];
  const texts = timesOf(columns.filter(({ isStored }) => isStored).map(({ text }) => text));
  const labels = new Map<string, number>();
  const names = new Set<string>();
  const named = new Map<number, NamedColumn>();
  // Columns that are stored take their labels first; a part that is not stored bears the number.
  const order = [...columns.keys()].sort(
    (left, right) => Number(columns[right]?.isStored) - Number(columns[left]?.isStored) || left - right,
  );
  for (const index of order) {
    const column = columns[index];
    if (!column) continue;
    const isShared = (texts.get(column.text) ?? 0) > 1;
    const text = isShared && column.group ? `${column.group}: ${column.text}` : column.text;
    named.set(index, { header: column.header, label: numbered(text, labels), name: freeName(text, names) });
  }
  return columns.map((column, index) => named.get(index) ?? { header: column.header, label: '', name: '' });
}

function textOf(header: string, source: number): string {
  return header.replace(/\s+/gu, ' ').trim() || `Columna ${source + 1}`;
}

function timesOf(texts: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return times;
}

function numbered(text: string, seen: Map<string, number>): string {
  const times = (seen.get(text) ?? 0) + 1;
  seen.set(text, times);
  return times === 1 ? text : `${text} (${times})`;
}

function freeName(label: string, names: Set<string>): string {
  // A name is stored even where the label is written without what it says of a person.
  const words = foldText(redactTitle(label))
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const stem = (/^[a-z]/.test(words) ? words : `columna_${words}`).slice(0, longestName).replace(/_+$/, '');
  let name = stem;
  for (let number = 2; names.has(name); number += 1) name = `${stem}_${number}`;
  names.add(name);
  return name;
}
