import { absentEstimate, bareChange, scaleInterval, simpleError } from './change';
import { assertCount, assertLevel } from './check';
import { chiSquareQuantile, normalCritical } from './distributions';
import { equalRatesTest } from './poisson-test';
import { compareMatchedRatios } from './ratio';
import {
  type ChangeResult,
  DEFAULT_LEVEL,
  type EffectSize,
  type Estimate,
  type Interval,
  type PairedRatioMoments,
  type RateCounts,
} from './types';

/** Throws RangeError unless events are a whole number and exposure is finite and not negative. */
function assertRateCounts({ events, exposure }: RateCounts): void {
  assertCount('events', events);
  if (!(exposure >= 0 && Number.isFinite(exposure))) {
    throw new RangeError(`exposure must be a finite number of at least 0, got ${exposure}`);
  }
}

/** Exact interval for a Poisson count from chi-square quantiles. Garwood 1936; R: `poisson.test`. */
export function poissonInterval(events: number, level: number = DEFAULT_LEVEL): Interval {
  assertCount('events', events);
  assertLevel(level);
  const tail = (1 - level) / 2;
  const lower = events === 0 ? 0 : chiSquareQuantile(tail, 2 * events) / 2;
  return { lower, upper: chiSquareQuantile(1 - tail, 2 * events + 2) / 2, level };
}

/**
 * Events for each `per` units of exposure with the exact Poisson interval; 'zero-denominator' without exposure. The
 * standard error is √events over exposure, without degrees of freedom; left out without events.
 */
export function estimateRate(counts: RateCounts, per: number, level: number = DEFAULT_LEVEL): Estimate {
  assertRateCounts(counts);
  if (counts.exposure === 0) return absentEstimate('zero-denominator');
  const factor = per / counts.exposure;
  const estimate: Estimate = {
    value: counts.events * factor,
    interval: scaleInterval(poissonInterval(counts.events, level), factor),
    reason: null,
  };
  if (counts.events === 0) return estimate;
  return { ...estimate, error: simpleError(Math.sqrt(counts.events) * factor, null) };
}

/** Follow-up rate over baseline rate with the log-normal interval exp(log RR ± z √(1/x1 + 1/x2)); null if either has no events. */
export function rateRatio(
  baseline: RateCounts,
  followUp: RateCounts,
  level: number = DEFAULT_LEVEL,
): EffectSize | null {
  if (baseline.events === 0 || followUp.events === 0) return null;
  if (baseline.exposure === 0 || followUp.exposure === 0) return null;
  const value = followUp.events / followUp.exposure / (baseline.events / baseline.exposure);
  const margin = normalCritical(level) * Math.sqrt(1 / baseline.events + 1 / followUp.events);
  const interval = { lower: value * Math.exp(-margin), upper: value * Math.exp(margin), level };
  return { name: 'rate-ratio', value, interval };
}

/**
 * Change of a rate, for each `per` units of exposure, between independent waves: interval recovered from both exact
 * intervals (MOVER: Donner and Zou 2012), exact test of equal rates, rate ratio. Without events in either wave
 * there is nothing to test: 'no-variation'.
 */
export function compareIndependentRates(
  baseline: RateCounts,
  followUp: RateCounts,
  per: number,
  level: number = DEFAULT_LEVEL,
): ChangeResult {
  const method = 'rate-poisson-independent';
  const first = estimateRate(baseline, per, level);
  const second = estimateRate(followUp, per, level);
  if (first.value === null || second.value === null || first.interval === null || second.interval === null) {
    return bareChange(method, 'zero-denominator');
  }
  const change = second.value - first.value;
  const test = equalRatesTest(baseline, followUp);
  return {
    change,
    interval: {
      lower: change - Math.hypot(second.value - second.interval.lower, first.interval.upper - first.value),
      upper: change + Math.hypot(second.interval.upper - second.value, first.value - first.interval.lower),
      level,
    },
    test,
    secondaryTest: null,
    effectSize: rateRatio(baseline, followUp, level),
    method,
    reason: test === null ? 'no-variation' : null,
  };
}

/** Change of a rate on the same people or units: the matched ratio of sums, for each `per` units of exposure. */
export function compareMatchedRates(
  pairs: PairedRatioMoments,
  per: number,
  level: number = DEFAULT_LEVEL,
): ChangeResult {
  const ratios = compareMatchedRatios(pairs, level);
  return {
    ...ratios,
    change: ratios.change === null ? null : ratios.change * per,
    interval: ratios.interval === null ? null : scaleInterval(ratios.interval, per),
    method: 'rate-linearised-matched',
    ...(ratios.error?.standardError
      ? { error: { ...ratios.error, standardError: ratios.error.standardError * per } }
      : {}),
  };
}
