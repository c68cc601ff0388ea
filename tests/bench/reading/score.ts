import type { Polluted } from './pollute';

export type Score = { isExact: boolean; recordF1: number; cellF1: number };

/** Compares what a reader gave with what stands in a file; damaged rows count neither for nor against it. */
export function scoreReading(file: Polluted, found: readonly string[][] | null): Score {
  if (found === null) return { isExact: false, recordF1: 0, cellF1: 0 };
  const damaged = new Set(file.damaged.map(keyOf));
  const rows = found.filter((row) => !damaged.has(keyOf(row)));
  const isExact =
    rows.length === file.expected.length &&
    rows.every((row, index) => keyOf(row) === keyOf(file.expected[index] ?? []));
  return {
    isExact,
    recordF1: f1(rows.map(keyOf), file.expected.map(keyOf)),
    cellF1: f1(rows.flatMap(cellsOf), file.expected.flatMap(cellsOf)),
  };
}

function keyOf(row: readonly string[]): string {
  return JSON.stringify(row);
}

function cellsOf(row: readonly string[]): string[] {
  return row.map((cell, column) => `${column} ${cell}`);
}

/** Harmonic mean of precision and recall over two bags. */
function f1(found: readonly string[], expected: readonly string[]): number {
  if (found.length + expected.length === 0) return 1;
  const left = new Map<string, number>();
  for (const item of expected) left.set(item, (left.get(item) ?? 0) + 1);
  let shared = 0;
  for (const item of found) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    left.set(item, count - 1);
    shared += 1;
  }
  return (2 * shared) / (found.length + expected.length);
}
