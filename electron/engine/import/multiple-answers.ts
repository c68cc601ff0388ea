import type { ColumnPlan } from '../../../shared/domain/import';
import { collapseSpaces } from './cell-shapes';

type Value = { value: string; count: number };
type Separator = NonNullable<ColumnPlan['optionSeparator']>;

export const separators: readonly Separator[] = ['; ', ';', '|', ', '];
const mostOptions = 60;

/**
 * Whether the cells hold several answers joined by a separator; null when they do not. Options come most
 * frequent first, one for the wordings that differ only in case and accents.
 */
export function findMultipleAnswers(
  values: readonly Value[],
): { separator: Separator; options: string[] } | null {
  for (const separator of separators) {
    const options = optionsWith(values, separator);
    if (options) return { separator, options };
  }
  return null;
}

function optionsWith(values: readonly Value[], separator: Separator): string[] | null {
  const filled = values.reduce((sum, { count }) => sum + count, 0);
  const joined = values.filter(({ value }) => value.includes(separator));
  const joinedCells = joined.reduce((sum, { count }) => sum + count, 0);
  if (joinedCells < Math.max(2, filled * 0.05)) return null;
  const cells = values.map(({ value, count }) => ({ parts: splitParts(value, separator), count }));
  const counts = new Map<string, number>();
  for (const { parts, count } of cells) {
    for (const part of new Set(parts)) counts.set(part, (counts.get(part) ?? 0) + count);
  }
  const merged = separator === ', ' ? mergeInseparable(cells, counts) : counts;
  const wordings = new Map<string, string>();
  for (const [part] of [...merged].sort((left, right) => right[1] - left[1])) {
    if (!wordings.has(plainWording(part))) wordings.set(plainWording(part), part);
  }
  const distinct = wordings.size;
  const totalParts = cells.reduce((sum, { parts, count }) => sum + parts.length * count, 0);
  const repeatsEnough = totalParts / Math.max(distinct, 1) >= 3;
  const combines = new Set(values.map(({ value }) => plainWording(collapseSpaces(value)))).size > distinct;
  const isShort = [...merged.keys()].every((part) => part.length <= 80);
  if (distinct < 2 || distinct > mostOptions || !repeatsEnough || !combines || !isShort) return null;
  return [...wordings.values()];
}

function plainWording(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The answers in a cell, without spaces around them. */
export function splitParts(value: string, separator: string): string[] {
  return value
    .split(separator)
    .map(collapseSpaces)
    .filter((part) => part !== '');
}

/** Parts that never occur but one after the other are one option that holds commas. */
function mergeInseparable(
  cells: readonly { parts: string[]; count: number }[],
  counts: ReadonlyMap<string, number>,
): Map<string, number> {
  const followers = new Map<string, Set<string>>();
  const leaders = new Map<string, Set<string>>();
  for (const { parts } of cells) {
    parts.forEach((part, index) => {
      addTo(followers, part, parts[index + 1] ?? '');
      addTo(leaders, part, parts[index - 1] ?? '');
    });
  }
  const next = new Map<string, string>();
  for (const [part, following] of followers) {
    const [only] = [...following];
    if (following.size === 1 && only && leaders.get(only)?.size === 1) next.set(part, only);
  }
  const continued = new Set(next.values());
  const merged = new Map(counts);
  for (const first of next.keys()) {
    if (continued.has(first)) continue;
    const chain = [first];
    for (let part = next.get(first); part; part = next.get(part)) chain.push(part);
    for (const part of chain) merged.delete(part);
    merged.set(chain.join(', '), counts.get(first) ?? 0);
  }
  return merged;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key) ?? new Set<string>();
  set.add(value);
  map.set(key, set);
}
