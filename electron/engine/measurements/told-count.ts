import { isBelow } from '../privacy/suppression';

/** A number of rows for a notice; nothing where so few would be told, which the notice then words without it. */
export function toldCount(count: number, threshold: number): { count: number } | Record<string, never> {
  return isBelow(threshold, count) ? {} : { count };
}
