import { itemAt, type Random } from './random';

/** Whole numbers that add up to `total` in proportion to `weights` (largest remainder, ties to the earlier). */
export function spread(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + right, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((one, other) => one + other, 0);
  const order = exact.map((value, at) => ({ at, rest: value - Math.floor(value) }));
  order.sort((one, other) => other.rest - one.rest || one.at - other.at);
  for (const { at } of order.slice(0, left)) whole[at] = itemAt(whole, at) + 1;
  return whole;
}

/** Each item as often as it is told, in an order drawn at random. */
export function dealt<Item>(random: Random, counts: readonly (readonly [Item, number])[]): Item[] {
  return random.shuffled(counts.flatMap(([item, count]) => Array.from({ length: count }, () => item)));
}

/** `total` items in exact proportion to their weights, in an order drawn at random. */
export function dealtByWeight<Item>(
  random: Random,
  total: number,
  weighted: readonly (readonly [Item, number])[],
): Item[] {
  const counts = spread(
    total,
    weighted.map(([, weight]) => weight),
  );
  return dealt(
    random,
    weighted.map(([item], at) => [item, itemAt(counts, at)] as const),
  );
}

/** The answers with every option given at least once: where nobody chose it, somebody drawn at random did. */
export function withEveryOption<Option>(
  random: Random,
  answers: readonly (Option | null)[],
  options: readonly Option[],
): (Option | null)[] {
  const complete = [...answers];
  for (const option of options) {
    if (complete.includes(option)) continue;
    const free = complete.flatMap((answer, at) =>
      answer !== null && complete.filter((other) => other === answer).length > 1 ? [at] : [],
    );
    complete[random.pick(free)] = option;
  }
  return complete;
}
