import type { Interval } from './types';

/** A change and its own interval, null where its method gives none. */
export type OwnChange = { change: number; interval: Interval | null };

/**
 * The change of the exposed group less that of the comparison group, in the unit of both. The interval is recovered from both
 * changes' own (MOVER), so that it follows whatever method gave them, matched or not; null where either has none. The two
 * groups are taken as independent of each other. Zou and Donner 2008 (Statistics in Medicine 27:1693).
 */
export function differenceInChanges(
  exposed: OwnChange,
  comparison: OwnChange,
): { difference: number; interval: Interval | null } {
  const difference = exposed.change - comparison.change;
  if (!exposed.interval || !comparison.interval) return { difference, interval: null };
  const below = Math.hypot(
    exposed.change - exposed.interval.lower,
    comparison.interval.upper - comparison.change,
  );
  const above = Math.hypot(
    exposed.interval.upper - exposed.change,
    comparison.change - comparison.interval.lower,
  );
  return {
    difference,
    interval: { lower: difference - below, upper: difference + above, level: exposed.interval.level },
  };
}
