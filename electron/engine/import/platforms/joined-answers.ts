import { collapseSpaces } from '../cell-shapes';
import type { CountedValue } from '../value-counts';

/** The options of a question whose answers stand joined in one cell, and the cells that hold a free answer besides. */
export type JoinedAnswers = {
  /** In the order of the form, as far as the cells tell it. */
  options: string[];
  /** Cells with an answer of the person's own, and how they read once it counts as "other". */
  free: { cell: string; known: string[] }[];
};

const mostOptions = 60;
const mostValues = 1000;
/** Sentences have more words than a question has options. */
const mostPieces = 40;

/**
 * Finds which wordings recur as wholes in cells joined by `separator`, where an option may itself hold the separator.
 * Null where the cells are not several answers: too few joined ones, or hardly any wording that recurs.
 */
export function resolveJoined(
  values: readonly CountedValue[],
  separator: string,
  { minimumJoined = 1 } = {},
): JoinedAnswers | null {
  if (values.length > mostValues) return null;
  const cells = values.map(({ value, count }) => ({ pieces: piecesOf(value, separator), value, count }));
  const longest = cells.reduce((most, { pieces }) => Math.max(most, pieces.length), 0);
  if (longest < 2 || longest > mostPieces) return null;
  const wholes = findWholes(cells, separator);
  const split = cells.map((cell) => ({ ...cell, answers: segment(cell.pieces, wholes, separator) }));
  const counts = new Map<string, number>();
  for (const { answers, count } of split) {
    for (const answer of answers.known) counts.set(answer, (counts.get(answer) ?? 0) + count);
  }
  const several = split.filter(({ answers }) => answers.known.length > 1);
  const severalCount = several.reduce((sum, { count }) => sum + count, 0);
  const options = [...counts.keys()];
  const isRepeated = [...counts.values()].reduce((sum, count) => sum + count, 0) >= options.length * 1.5;
  if (options.length < 2 || options.length > mostOptions || !isRepeated || severalCount < minimumJoined) {
    return null;
  }
  return {
    options: inFormOrder(
      split.map(({ answers }) => answers.known),
      counts,
    ),
    free: split
      .filter(({ answers }) => answers.rest)
      .map(({ value, answers }) => ({ cell: value, known: answers.known })),
  };
}

function piecesOf(value: string, separator: string): string[] {
  return collapseSpaces(value)
    .split(separator.trim() === '' ? ' ' : separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

type Cell = { pieces: string[]; count: number };

/**
 * Wordings that stand alone in some cell and are not made of shorter ones, and what remains of a cell beside them where
 * the same remains in another cell too.
 */
function findWholes(cells: readonly Cell[], separator: string): Set<string> {
  const wholes = new Set<string>();
  const sorted = [...cells].sort((left, right) => left.pieces.length - right.pieces.length);
  const repeated = new Set(
    cells.filter(({ count }) => count > 1).map(({ pieces }) => pieces.join(separator)),
  );
  const beside = partsOfLonger(cells, separator);
  for (const { pieces } of sorted) {
    const text = pieces.join(separator);
    if (!repeated.has(text) && !beside.has(text)) continue;
    if (pieces.length === 1 || segment(pieces, wholes, separator).known.length === 0) wholes.add(text);
  }
  for (let round = 0; round < mostOptions; round += 1) {
    const rest = recurringRest(cells, wholes, separator);
    if (rest === null) break;
    wholes.add(rest);
  }
  return wholes;
}

/** Single pieces of longer cells, and what such cells begin or end with. */
function partsOfLonger(cells: readonly Cell[], separator: string): Set<string> {
  const parts = new Set<string>();
  for (const { pieces } of cells) {
    if (pieces.length < 2) continue;
    for (const piece of pieces) parts.add(piece);
    for (let end = 1; end < pieces.length; end += 1) {
      parts.add(pieces.slice(0, end).join(separator));
      parts.add(pieces.slice(end).join(separator));
    }
  }
  return parts;
}

/** The shortest of what stays beside known wholes in more than one answer; null where nothing does. */
function recurringRest(
  cells: readonly Cell[],
  wholes: ReadonlySet<string>,
  separator: string,
): string | null {
  const rests = new Map<string, number>();
  for (const { pieces, count } of cells) {
    const { rest } = segment(pieces, wholes, separator);
    if (!rest || rest.length === pieces.length) continue;
    const text = rest.join(separator);
    rests.set(text, (rests.get(text) ?? 0) + count);
  }
  const [best] = [...rests]
    .filter(([, count]) => count > 1)
    .sort((left, right) => left[0].length - right[0].length);
  return best?.[0] ?? null;
}

/** Splits pieces into known wholes, the longest first; what is left in the middle or at the end is the rest. */
function segment(
  pieces: readonly string[],
  wholes: ReadonlySet<string>,
  separator: string,
): { known: string[]; rest: string[] | null } {
  const known: string[] = [];
  const rest: string[] = [];
  for (let start = 0; start < pieces.length; ) {
    let end = pieces.length;
    while (end > start && !wholes.has(pieces.slice(start, end).join(separator))) end -= 1;
    if (end > start) {
      known.push(pieces.slice(start, end).join(separator));
      start = end;
    } else {
      rest.push(pieces[start] ?? '');
      start += 1;
    }
  }
  return { known, rest: rest.length === 0 ? null : rest };
}

/** Options as the form orders them: whichever comes first in cells that hold both; the most frequent where none does. */
export function inFormOrder(
  lists: readonly (readonly string[])[],
  counts: ReadonlyMap<string, number>,
): string[] {
  const before = new Map<string, number>();
  for (const list of lists) {
    list.forEach((first, index) => {
      for (const second of list.slice(index + 1)) {
        const key = JSON.stringify([first, second]);
        before.set(key, (before.get(key) ?? 0) + 1);
      }
    });
  }
  const precedes = (first: string, second: string): boolean =>
    (before.get(JSON.stringify([first, second])) ?? 0) > (before.get(JSON.stringify([second, first])) ?? 0);
  const left = [...counts].sort((one, other) => other[1] - one[1]).map(([option]) => option);
  const ordered: string[] = [];
  while (left.length > 0) {
    const free = left.findIndex(
      (option) => !left.some((other) => other !== option && precedes(other, option)),
    );
    const [next] = left.splice(Math.max(free, 0), 1);
    if (next !== undefined) ordered.push(next);
  }
  return ordered;
}
