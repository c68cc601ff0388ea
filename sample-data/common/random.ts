/** A seeded source of random draws; the same seed gives the same sequence on every machine. */
export interface Random {
  /** Uniform on [0, 1). */
  uniform(): number;
  /** Integer from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** About standard normal: the sum of twelve uniforms less six, which needs no library function. */
  bell(): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** One item, each with its relative weight. */
  weighted<Item>(items: readonly (readonly [Item, number])[]): Item;
  /** A shuffled copy (Fisher and Yates). */
  shuffled<Item>(items: readonly Item[]): Item[];
}

/**
 * Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, period 2^32. Enough for a demonstration file, not
 * for cryptography.
 */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The item at a position; throws RangeError instead of giving undefined. */
export function itemAt<Item>(items: readonly Item[], position: number): Item {
  const item = items[position];
  if (item === undefined) throw new RangeError(`no item at ${position} of ${items.length}`);
  return item;
}

/** Draws from one mulberry32 sequence. */
export function createRandom(seed: number): Random {
  const uniform = mulberry32(seed);
  const integer = (low: number, high: number): number => low + Math.floor(uniform() * (high - low + 1));
  return {
    uniform,
    integer,
    bell() {
      let sum = -6;
      for (let draw = 0; draw < 12; draw += 1) sum += uniform();
      return sum;
    },
    chance: (probability) => uniform() < probability,
    pick: (items) => itemAt(items, integer(0, items.length - 1)),
    weighted(items) {
      let rest = uniform() * items.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [item, weight] of items) {
        rest -= weight;
        if (rest < 0) return item;
      }
      return itemAt(items, items.length - 1)[0];
    },
    shuffled(items) {
      const copy = [...items];
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = integer(0, last);
        const held = itemAt(copy, last);
        copy[last] = itemAt(copy, other);
        copy[other] = held;
      }
      return copy;
    },
  };
}
