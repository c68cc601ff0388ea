import { z } from 'zod';
import type { BetterWhen, Coverage, Interval } from './types';

export const Direction = z.enum(['improved', 'worsened', 'no-clear-change', 'not-judged']);
export type Direction = z.infer<typeof Direction>;

/**
 * Whether a change is for the better. In a sample the interval must exclude 0; in a census the sign of the exact
 * difference decides. 'not-judged' if there is no change, no interval in a sample, or no better side.
 */
export function judgeDirection(facts: {
  change: number | null;
  interval: Interval | null;
  betterWhen: BetterWhen;
  coverage: Coverage;
}): Direction {
  const { change, interval, betterWhen, coverage } = facts;
  if (change === null || betterWhen === 'neutral') return 'not-judged';
  if (coverage === 'sample' && interval === null) return 'not-judged';
  const rose = coverage === 'census' || interval === null ? change > 0 : interval.lower > 0;
  const fell = coverage === 'census' || interval === null ? change < 0 : interval.upper < 0;
  if (!rose && !fell) return 'no-clear-change';
  return rose === (betterWhen === 'higher') ? 'improved' : 'worsened';
}
