/** Values ascending, each once, with how many people gave it. */
export type SortedValues = readonly { value: number; count: number }[];

/** All pairs of one value with another, in the order of a number each pair has, never written out. */
export type OrderedPairs = {
  /** How many pairs there are. */
  total: bigint;
  /** The number of the pair in place `rank`, from 1 to `total`, once all are in ascending order. */
  select(rank: bigint): number;
};

/** `selfWeight` is 1 where the second column holds the same people as the first, mirrored, and a person pairs with themself. */
type Columns = {
  first: Column;
  second: Column;
  total: bigint;
  selfWeight: 0 | 1;
};
type Column = { values: Float64Array; counts: Float64Array };

// So many pairs of values are sorted faster than the range is halved again.
const fewPairs = 10_000;
// Below this, doubles count pairs without error.
const largestPlainCount = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * The differences `second` - `first` over all pairs of a person of each. Each look costs one pass over both lists of
 * distinct values, whatever their counts; neither list may be empty.
 */
export function pairDifferences(first: SortedValues, second: SortedValues): OrderedPairs {
  const total = countOf(first) * countOf(second);
  const columns = { first: columnOf(first), second: columnOf(second), total, selfWeight: 0 } as const;
  return { total, select: (rank) => selectPair(columns, rank) };
}

/**
 * The sums of the values of two people, each pair of people once and each person with themself: twice the Walsh
 * averages. The list may not be empty.
 */
export function walshSums(values: SortedValues): OrderedPairs {
  const mirrored = values.map(({ value, count }) => ({ value: -value, count })).reverse();
  const people = countOf(values);
  // In both orders, and a person with themself twice: each pair counts double.
  const total = people * people + people;
  const columns = { first: columnOf(mirrored), second: columnOf(values), total, selfWeight: 1 } as const;
  return { total: total / 2n, select: (rank) => selectPair(columns, 2n * rank) };
}

function countOf(values: SortedValues): bigint {
  return BigInt(values.reduce((sum, { count }) => sum + count, 0));
}

function columnOf(values: SortedValues): Column {
  return {
    values: Float64Array.from(values, ({ value }) => value),
    counts: Float64Array.from(values, ({ count }) => count),
  };
}

function at(list: Float64Array, index: number): number {
  return list[index] ?? 0;
}

/** Pairs of people, and of values, whose difference is at most a limit. */
type Counted = { people: bigint; cells: number };

// As the first value grows, so does the part of the second list that stays within the limit.
function countUpTo({ first, second, total, selfWeight }: Columns, limit: number): Counted {
  const isPlain = total <= largestPlainCount;
  const size = second.values.length;
  let [position, within, cells, plain, exact] = [0, 0, 0, 0, 0n];
  for (let index = 0; index < first.values.length; index += 1) {
    const value = at(first.values, index);
    while (position < size && at(second.values, position) - value <= limit) {
      within += at(second.counts, position);
      position += 1;
    }
    cells += position;
    const count = at(first.counts, index);
    const isWithThemself = selfWeight === 1 && size - 1 - index < position;
    if (isPlain) plain += count * within + (isWithThemself ? count : 0);
    else exact += BigInt(count) * BigInt(within) + (isWithThemself ? BigInt(count) : 0n);
  }
  return { people: isPlain ? BigInt(plain) : exact, cells };
}

/** The pairs of values above `low` and up to `high`, ascending, with how many pairs of people they stand for. */
function collect({ first, second, selfWeight }: Columns, low: number, high: number) {
  const size = second.values.length;
  const found: { difference: number; people: bigint }[] = [];
  let start = 0;
  for (let index = 0; index < first.values.length; index += 1) {
    const value = at(first.values, index);
    while (start < size && at(second.values, start) - value <= low) start += 1;
    for (let place = start; place < size && at(second.values, place) - value <= high; place += 1) {
      const count = BigInt(at(first.counts, index));
      const themself = selfWeight === 1 && place === size - 1 - index ? count : 0n;
      found.push({
        difference: at(second.values, place) - value,
        people: count * BigInt(at(second.counts, place)) + themself,
      });
    }
  }
  return found.sort((left, right) => left.difference - right.difference);
}

/** Halves the range of differences until the pairs of values left are few enough to be written out. */
function selectPair(columns: Columns, rank: bigint): number {
  const { first, second } = columns;
  const last = first.values.length - 1;
  let low = at(second.values, 0) - at(first.values, last);
  let high = at(second.values, second.values.length - 1) - at(first.values, 0);
  let below = countUpTo(columns, low);
  let cellsUpToHigh = first.values.length * second.values.length;
  if (below.people >= rank) return low;
  while (cellsUpToHigh - below.cells > fewPairs) {
    const middle = low / 2 + high / 2;
    // No number lies between, so all that is left is one difference.
    if (middle <= low || middle >= high) return high;
    const counted = countUpTo(columns, middle);
    if (counted.people >= rank) {
      high = middle;
      cellsUpToHigh = counted.cells;
    } else {
      low = middle;
      below = counted;
    }
  }
  let { people } = below;
  for (const pair of collect(columns, low, high)) {
    people += pair.people;
    if (people >= rank) return pair.difference;
  }
  return high;
}
