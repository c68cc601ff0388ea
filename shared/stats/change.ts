import type { ChangeResult, ErrorFacts, Estimate, Interval, MethodId, ReasonId } from './types';

/** A figure without value, for the reason given. */
export function absentEstimate(reason: ReasonId): Estimate {
  return { value: null, interval: null, reason };
}

/** A change result with nothing in it, or with the change alone, for the reason given. */
export function bareChange(method: MethodId, reason: ReasonId, change: number | null = null): ChangeResult {
  return { change, interval: null, test: null, secondaryTest: null, effectSize: null, method, reason };
}

/** The error of rows drawn on their own: no design effect, clusters or strata. */
export function simpleError(standardError: number, degreesOfFreedom: number | null): ErrorFacts {
  return { standardError, degreesOfFreedom, designEffect: null, clusters: null, strata: null };
}

/** The interval `centre` plus and minus `margin`. */
export function symmetricInterval(centre: number, margin: number, level: number): Interval {
  return { lower: centre - margin, upper: centre + margin, level };
}

/** An interval with both limits multiplied by `factor` (positive): from events per month to events per year. */
export function scaleInterval(interval: Interval, factor: number): Interval {
  return { lower: interval.lower * factor, upper: interval.upper * factor, level: interval.level };
}
