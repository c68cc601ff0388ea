/** Values ascending, each once, with how many people gave it. */
export type SortedValues = readonly { value: number; count: number }[];

/** All pairs of one value with another, in the order of a number each pair has, never written out. */
export type OrderedPairs = {
  /** How many pairs there are. */
  total: bigint;
  /** The number of the pair in place `rank`, from 1 to `total`, once all are in ascending order. */
  select(rank: bigint): number;
};

// Below this, doubles count pairs without error.
const largestPlainCount = BigInt(Number.MAX_SAFE_INTEGER);

/**
 * The differences `second` - `first` over all pairs of a person of each. Each look costs one pass over both lists of
 * distinct values, whatever their counts; neither list may be empty.
 */
export function pairDifferences(first: SortedValues, second: SortedValues): OrderedPairs {
  const total = countOf(first) * countOf(second);
  return {
    total,
    select: createSelection({
      ...differenceRange(first, second),
      countUpTo: (limit) => countDifferences(first, second, limit, total),
      nextAbove: (limit) => nextDifference(first, second, limit),
    }),
  };
}

/**
 * The sums of the values of two people, each pair of people once and each person with themself: twice the Walsh
 * averages. The list may not be empty.
 */
export function walshSums(values: SortedValues): OrderedPairs {
  const mirrored = values.map(({ value, count }) => ({ value: -value, count })).reverse();
  const people = countOf(values);
  const ordered = people * people;
  return {
    total: (ordered + people) / 2n,
    select: createSelection({
      ...differenceRange(mirrored, values),
      countUpTo: (limit) => {
        const themselves = values.reduce(
          (sum, { value, count }) => (value + value <= limit ? sum + count : sum),
          0,
        );
        return (countDifferences(mirrored, values, limit, ordered) + BigInt(themselves)) / 2n;
      },
      nextAbove: (limit) => nextDifference(mirrored, values, limit),
    }),
  };
}

function countOf(values: SortedValues): bigint {
  return BigInt(values.reduce((sum, { count }) => sum + count, 0));
}

function differenceRange(first: SortedValues, second: SortedValues): { lowest: number; highest: number } {
  return {
    lowest: (second[0]?.value ?? 0) - (first.at(-1)?.value ?? 0),
    highest: (second.at(-1)?.value ?? 0) - (first[0]?.value ?? 0),
  };
}

// As the first value grows, so does the part of the second list that stays within the limit.
function countDifferences(first: SortedValues, second: SortedValues, limit: number, total: bigint): bigint {
  const isPlain = total <= largestPlainCount;
  let [position, within, plain, exact] = [0, 0, 0, 0n];
  for (const { value, count } of first) {
    for (let next = second[position]; next && next.value - value <= limit; next = second[position]) {
      within += next.count;
      position += 1;
    }
    if (isPlain) plain += count * within;
    else exact += BigInt(count) * BigInt(within);
  }
  return isPlain ? BigInt(plain) : exact;
}

function nextDifference(first: SortedValues, second: SortedValues, limit: number): number {
  let position = 0;
  let nearest = Number.POSITIVE_INFINITY;
  for (const { value } of first) {
    while ((second[position]?.value ?? Number.POSITIVE_INFINITY) - value <= limit) position += 1;
    const next = second[position];
    if (next) nearest = Math.min(nearest, next.value - value);
  }
  return nearest;
}

type Counting = {
  lowest: number;
  highest: number;
  countUpTo(limit: number): bigint;
  nextAbove(limit: number): number;
};

function createSelection({ lowest, highest, countUpTo, nextAbove }: Counting): (rank: bigint) => number {
  return (rank) => {
    if (countUpTo(lowest) >= rank) return lowest;
    let [low, high] = [lowest, highest];
    for (;;) {
      const next = nextAbove(low);
      if (next >= high || countUpTo(next) >= rank) return next;
      low = next;
      const middle = low / 2 + high / 2;
      if (countUpTo(middle) >= rank) high = middle;
      else low = Math.max(low, middle);
    }
  };
}
