import { assertCount } from './check';
import { chiSquareUpperTail } from './distributions';
import { fisherExactTest } from './fisher';
import type { EffectSize, ReasonId, TestResult } from './types';

const SMALLEST_EXPECTED_COUNT = 5;
// Cochran 1954: at most a fifth of the expected counts below 5, none below 1.
const LARGEST_SMALL_SHARE = 0.2;

/**
 * A test over all categories at once, or why there is none. `categories` are those somebody gave (on the same people:
 * those somebody left or took up). `isRough` is true where counts are too small to lean on the chi-square.
 */
export type CategoryComparison = {
  test: TestResult | null;
  effectSize: EffectSize | null;
  categories: number;
  isRough: boolean;
  reason: ReasonId | null;
};

/**
 * Pearson's chi-square of the answers of two independent waves, category by category in the same order; categories nobody
 * gave are left out. With two categories and an expected count below 5 it is Fisher's exact test. The effect size is Cramér's
 * V, from 0 (same shares) to 1 (no category in common), without sign or interval. R: `chisq.test(correct = FALSE)`.
 */
export function compareIndependentCategories(
  baseline: readonly number[],
  followUp: readonly number[],
): CategoryComparison {
  const given = pairCounts(baseline, followUp);
  const n1 = given.reduce((sum, [first]) => sum + first, 0);
  const n2 = given.reduce((sum, [, second]) => sum + second, 0);
  if (n1 === 0 || n2 === 0) return absent('no-cases', given.length);
  if (given.length < 2) return absent('no-variation', given.length);
  const total = n1 + n2;
  const statistic = given.reduce((sum, [first, second]) => {
    // In whole numbers: shares of a thousand million people would lose the digits they differ in.
    const difference = Number(BigInt(first) * BigInt(n2) - BigInt(second) * BigInt(n1));
    return sum + ((difference / n1) * (difference / n2)) / (first + second);
  }, 0);
  const expected = given.flatMap(([first, second]) =>
    [n1, n2].map((size) => (first + second) * (size / total)),
  );
  const small = expected.filter((count) => count < SMALLEST_EXPECTED_COUNT).length;
  const [[x1 = 0, x2 = 0] = []] = given;
  const isExact = given.length === 2 && small > 0;
  const df = given.length - 1;
  const test: TestResult = isExact
    ? fisherExactTest({ n: n1, x: x1 }, { n: n2, x: x2 })
    : { name: 'chi-square', statistic, df, p: chiSquareUpperTail(statistic, df) };
  return {
    test,
    effectSize: { name: 'cramers-v', value: Math.min(1, Math.sqrt(statistic / total)), interval: null },
    categories: given.length,
    isRough: !isExact && (small > LARGEST_SMALL_SHARE * expected.length || Math.min(...expected) < 1),
    reason: test.p === null ? 'too-large-for-exact-test' : null,
  };
}

/**
 * Stuart and Maxwell's test that a question was answered alike in both waves by the same people: `moves[i][j]` gave
 * category i at the baseline and j at the follow-up. Categories nobody left or took up drop out, and where categories fall into
 * sets without moves between them, each set has one degree of freedom fewer than its categories (the rank of the
 * covariance). With two categories it is McNemar's chi-square. Maxwell 1970 (Br J Psychiatry 116:651); R: `coin::mh_test`.
 */
export function compareMatchedCategories(moves: readonly (readonly number[])[]): CategoryComparison {
  const size = moves.length;
  for (const row of moves) {
    if (row.length !== size) throw new RangeError('a table of moves has as many columns as rows');
    for (const count of row) assertCount('moves', count);
  }
  const both = (i: number, j: number): number => (i === j ? 0 : at(moves, i, j) + at(moves, j, i));
  if (moves.every((row) => row.every((count) => count === 0))) return absent('no-cases', 0);
  const sets = connectedSets(size, both).filter((set) => set.length > 1);
  if (sets.length === 0) return absent('no-discordant-pairs', 0);
  const gains = moves.map((_, i) =>
    moves.reduce((sum, _row, j) => sum + (i === j ? 0 : at(moves, j, i) - at(moves, i, j)), 0),
  );
  const statistic = sets.reduce((sum, set) => sum + setStatistic(set, gains, both), 0);
  const df = sets.reduce((sum, set) => sum + set.length - 1, 0);
  const moved = moves.reduce((sum, row, i) => row.reduce((all, n, j) => (i === j ? all : all + n), sum), 0);
  return {
    test: { name: 'stuart-maxwell', statistic, df, p: chiSquareUpperTail(statistic, df) },
    effectSize: null,
    categories: df + sets.length,
    isRough: moved < 2 * SMALLEST_EXPECTED_COUNT * df,
    reason: null,
  };
}

function absent(reason: ReasonId, categories: number): CategoryComparison {
  return { test: null, effectSize: null, categories, isRough: false, reason };
}

function at(table: readonly (readonly number[])[], row: number, column: number): number {
  return table[row]?.[column] ?? 0;
}

function pairCounts(baseline: readonly number[], followUp: readonly number[]): [number, number][] {
  if (baseline.length !== followUp.length) throw new RangeError('both waves count the same categories');
  for (const count of [...baseline, ...followUp]) assertCount('count', count);
  return baseline
    .map((count, index): [number, number] => [count, followUp[index] ?? 0])
    .filter(([first, second]) => first + second > 0);
}

type Exchange = (i: number, j: number) => number;

function connectedSets(size: number, both: Exchange): number[][] {
  const left = new Set(Array.from({ length: size }, (_, index) => index));
  const sets: number[][] = [];
  for (const start of left) {
    left.delete(start);
    const set = [start];
    for (const member of set) {
      for (const other of [...left]) {
        if (both(member, other) === 0) continue;
        left.delete(other);
        set.push(other);
      }
    }
    sets.push(set);
  }
  return sets;
}

/**
 * g' V⁻¹ g over a set without its last category, V the people exchanged: off the diagonal with a minus, on it all
 * exchanges of the category. Categories are eliminated one by one, their exchanges passed on to the others, which
 * only adds numbers of one sign (Grassmann, Taksar and Heyman's elimination).
 */
function setStatistic(set: readonly number[], gains: readonly number[], both: Exchange): number {
  const links = set.map((i) => set.map((j) => both(i, j)));
  const rest = set.map((i) => gains[i] ?? 0);
  let statistic = 0;
  for (let i = 0; i < set.length - 1; i += 1) {
    const own = links[i] ?? [];
    const degree = own.slice(i + 1).reduce((sum, link) => sum + link, 0);
    const gain = rest[i] ?? 0;
    statistic += (gain * gain) / degree;
    for (let j = i + 1; j < set.length; j += 1) {
      const share = (own[j] ?? 0) / degree;
      rest[j] = (rest[j] ?? 0) + gain * share;
      const row = links[j] ?? [];
      for (let k = i + 1; k < set.length; k += 1) {
        if (k !== j) row[k] = (row[k] ?? 0) + share * (own[k] ?? 0);
      }
    }
  }
  return statistic;
}
