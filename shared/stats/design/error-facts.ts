import { isNegligible } from '../check';
import type { ErrorFacts, ReasonId } from '../types';
import type { JoinedFrame } from './frame';
import type { DesignSpread, Presence } from './variance';

/** The standard error and degrees of freedom to build an interval on, or the reason why there are none. */
export type JudgedError =
  | { standardError: number; degrees: number; facts: ErrorFacts; reason: null }
  | { standardError: null; degrees: null; facts: ErrorFacts; reason: ReasonId };

/** Clusters and strata with people in the domain; everything else null. */
function bareFacts(frame: JoinedFrame, presence: Presence): ErrorFacts {
  return {
    standardError: null,
    degreesOfFreedom: null,
    designEffect: null,
    clusters: frame.clustered ? presence.units : null,
    strata: frame.stratified ? presence.stratumNames : null,
  };
}

function whyNoError(frame: JoinedFrame, presence: Presence): ReasonId | null {
  if (frame.populationBelowSample) return 'population-below-sample';
  if (presence.isComplete) return 'whole-population';
  if (presence.rowsByPart.some((rows) => rows < 2)) return 'single-case';
  // Its only cluster's score is zero by construction, so the error would seem to be none.
  if (presence.unitsByPart.some((units) => units < 2)) return 'single-cluster';
  return presence.degrees < 1 ? 'no-degrees-of-freedom' : null;
}

/**
 * Whether the variance can stand for the error of a figure. With every unit of the population taken the standard error is
 * 0 and the reason 'whole-population': the figure is exact and an interval without width would say no more. Where all units
 * agree, the standard error is not 0 but unknown ('no-variation'). `simple` is the variance of a simple sample,
 * `magnitudes` the size of what was summed.
 */
export function judgeError(
  frame: JoinedFrame,
  { covariance, rounding, presence }: DesignSpread,
  simple: number | null,
  magnitudes: readonly number[],
): JudgedError {
  const facts = bareFacts(frame, presence);
  const reason = whyNoError(frame, presence);
  const none = { standardError: null, degrees: null };
  if (reason !== null) {
    const exact = reason === 'whole-population';
    return { ...none, facts: exact ? { ...facts, standardError: 0 } : facts, reason };
  }
  const degrees = presence.degrees;
  const withDegrees = { ...facts, degreesOfFreedom: degrees };
  const variance = covariance?.[0];
  if (variance === undefined) return { ...none, facts: withDegrees, reason: 'no-degrees-of-freedom' };
  const standardError = Math.sqrt(Math.max(0, variance));
  if (!(variance > rounding) || isNegligible(standardError, ...magnitudes))
    return { ...none, facts: withDegrees, reason: 'no-variation' };
  const designEffect = designEffectOf(variance, simple);
  return { standardError, degrees, facts: { ...withDegrees, standardError, designEffect }, reason: null };
}

/** Variance over that of a simple sample; null where the latter is absent or nothing. */
export function designEffectOf(variance: number, simple: number | null): number | null {
  if (simple === null || !(simple > 0)) return null;
  const effect = variance / simple;
  return Number.isFinite(effect) ? effect : null;
}
