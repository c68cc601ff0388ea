import { assertCount, assertLevel } from './check';
import { normalCritical } from './distributions';
import { DEFAULT_LEVEL, type Interval } from './types';

/** So many durations alike: `ended` at `time`, or known only to have lasted at least that long. */
export type Duration = { time: number; ended: number; censored: number };

/** `value` null where fewer than half ended; `interval` null where an end of it is not reached. */
export type SurvivalMedian = {
  value: number | null;
  interval: Interval | null;
  reason: 'no-cases' | 'median-not-reached' | 'median-interval-open' | null;
};

/**
 * The median of durations of which some have not ended: the first time at which the share still going on is one half or less
 * (Kaplan and Meier 1958), halfway to the next end where it is exactly one half; the interval holds the times at which the
 * log-log interval of that share (Greenwood's variance) spans one half (Brookmeyer and Crowley 1982). R: `survfit` with
 * `conf.type = "log-log"`.
 */
export function survivalMedian(
  durations: readonly Duration[],
  level: number = DEFAULT_LEVEL,
): SurvivalMedian {
  assertLevel(level);
  for (const { ended, censored } of durations) {
    assertCount('ended', ended);
    assertCount('censored', censored);
  }
  const sorted = [...durations].sort((left, right) => left.time - right.time);
  let atRisk = sorted.reduce((sum, { ended, censored }) => sum + ended + censored, 0);
  if (atRisk === 0) return { value: null, interval: null, reason: 'no-cases' };
  const z = normalCritical(level);
  const steps: Step[] = [];
  let share = 1;
  let variance = 0;
  for (const { time, ended, censored } of sorted) {
    if (ended > 0) {
      share *= 1 - ended / atRisk;
      variance += atRisk === ended ? 0 : ended / (atRisk * (atRisk - ended));
      steps.push({ time, share, ...limits(share, variance, z) });
    }
    atRisk -= ended + censored;
  }
  const last = sorted.at(-1)?.time ?? 0;
  const firstAtHalf = (of: (step: Step) => number): number | null => timeAtHalf(steps, of, last);
  const value = firstAtHalf(({ share: rest }) => rest);
  if (value === null) return { value: null, interval: null, reason: 'median-not-reached' };
  const lower = firstAtHalf((step) => step.lower);
  const upper = firstAtHalf((step) => step.upper);
  if (lower === null || upper === null) return { value, interval: null, reason: 'median-interval-open' };
  return { value, interval: { lower, upper, level }, reason: null };
}

function limits(share: number, variance: number, z: number): { lower: number; upper: number } {
  if (share <= 0) return { lower: Number.NaN, upper: Number.NaN };
  const spread = (z * Math.sqrt(variance)) / Math.log(share);
  const centre = Math.log(-Math.log(share));
  return {
    lower: Math.exp(-Math.exp(centre - spread)),
    upper: Math.exp(-Math.exp(centre + spread)),
  };
}

const half = 0.5;
const tolerance = 1e-9;

type Step = { time: number; share: number; lower: number; upper: number };

/** Where a falling curve reaches one half; a flat stretch at one half gives its middle, as `quantile.survfit` does. */
function timeAtHalf(steps: readonly Step[], of: (step: Step) => number, last: number): number | null {
  const index = steps.findIndex((step) => of(step) <= half + tolerance);
  const found = steps[index];
  if (!found) return null;
  const next = steps[index + 1]?.time ?? last;
  return Math.abs(of(found) - half) <= tolerance ? (found.time + next) / 2 : found.time;
}
