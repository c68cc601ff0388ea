import { bareChange, symmetricInterval } from '../change';
import { assertCount, assertLevel, isNegligible } from '../check';
import { tCritical } from '../distributions';
import { studentTest } from '../student';
import {
  type ChangeResult,
  type Coverage,
  DEFAULT_LEVEL,
  type Moments,
  type ProportionCounts,
} from '../types';
import { type CommonStratum, type CompositionParts, commonStrata, partChange } from './composition-parts';
import type { PanelChange, PanelReasonId } from './types';

/** One group of people by their composition (sex and school, say) in both waves; a wave with n = 0 had nobody there. */
export type Stratum = { baseline: Moments; followUp: Moments };

/**
 * People in both waves by their stratum (positions in the list of strata) in each. Means and covariance (divisor n - 1, null
 * if n is 1) are of their own answers.
 */
export type SharedPeople = {
  baselineStratum: number;
  followUpStratum: number;
  n: number;
  meanBaseline: number;
  meanFollowUp: number;
  covariance: number | null;
};

/** The parts of a change, with the error of the standardised one. */
export type Standardisation = Omit<CompositionParts, 'standardised'> & { standardised: PanelChange };

/** Counts of a yes/no answer as moments of 0 and 1. */
export function proportionMoments({ n, x }: ProportionCounts): Moments {
  if (n === 0) return { n, mean: null, variance: null };
  const share = x / n;
  return { n, mean: share, variance: n > 1 ? share * ((n - x) / (n - 1)) : null };
}

/**
 * The change standardised to the baseline's composition (direct standardisation; the baseline's composition is taken as
 * fixed). Variances of the strata are added with the squared shares; t with Satterthwaite's degrees of freedom. Where
 * some people are in both waves, their covariance is taken off and the degrees are those of the smaller wave (people
 * minus strata). Strata missing in a wave are left out and the shares of the others made to add to 1. Reasons:
 * 'no-cases', 'no-common-strata', 'single-case' (a stratum with one answer in a wave), 'no-variation', 'not-sampled'.
 */
export function standardiseChange(
  strata: readonly Stratum[],
  options: { level?: number; coverage?: Coverage; shared?: readonly SharedPeople[] } = {},
): Standardisation {
  const { level = DEFAULT_LEVEL, coverage = 'sample', shared = [] } = options;
  assertLevel(level);
  for (const { baseline, followUp } of strata) {
    assertCount('baseline n', baseline.n);
    assertCount('follow-up n', followUp.n);
  }
  const sized = strata.map(({ baseline, followUp }) => ({
    baseline: { size: baseline.n, mean: baseline.mean },
    followUp: { size: followUp.n, mean: followUp.mean },
  }));
  const parts = partChange(sized);
  const { standardised } = parts;
  if (standardised === null) return { ...parts, standardised: absence(parts) };
  if (coverage === 'census') return { ...parts, standardised: named(standardised, 'not-sampled') };
  return { ...parts, standardised: estimate(strata, commonStrata(sized), standardised, shared, level) };
}

/** Why there is no standardised change. */
export function absence({ observed }: Pick<CompositionParts, 'observed'>): PanelChange {
  return { ...named(null, 'no-cases'), reason: observed === null ? 'no-cases' : 'no-common-strata' };
}

/** The standardised change alone, without its error for the reason given. */
export function named(change: number | null, reason: PanelReasonId): PanelChange {
  return { ...bareChange('plain-difference', 'no-cases', change), method: 'standardised', reason };
}

/** The standardised change with its error, interval and test. */
export function withError(
  change: number,
  error: NonNullable<ChangeResult['error']> & { standardError: number; degreesOfFreedom: number },
  test: 'welch-t' | 'design-t',
  level: number,
): PanelChange {
  const { standardError, degreesOfFreedom: df } = error;
  return {
    change,
    interval: symmetricInterval(change, tCritical(level, df) * standardError, level),
    test: studentTest(test, change, standardError, df),
    secondaryTest: null,
    effectSize: null,
    error,
    method: 'standardised',
    reason: null,
  };
}

type Side = { n: number; mean: number; variance: number | null };
type Weighted = { position: number; share: number; baseline: Side; followUp: Side };

function estimate(
  strata: readonly Stratum[],
  common: readonly CommonStratum[],
  change: number,
  shared: readonly SharedPeople[],
  level: number,
): PanelChange {
  const weighted = common.map(({ position, share, baseline, followUp }): Weighted => {
    const own = strata[position];
    return {
      position,
      share,
      baseline: { n: baseline.size, mean: baseline.mean, variance: own?.baseline.variance ?? null },
      followUp: { n: followUp.size, mean: followUp.mean, variance: own?.followUp.variance ?? null },
    };
  });
  const parts = weighted.flatMap(({ share, baseline, followUp }) =>
    [baseline, followUp].map((side) => ({
      n: side.n,
      variance: side.variance === null ? null : (share * share * side.variance) / side.n,
    })),
  );
  if (parts.some(({ n, variance }) => n < 2 || variance === null)) return named(change, 'single-case');
  const separate = parts.reduce((sum, { variance }) => sum + (variance ?? 0), 0);
  const variance = separate - 2 * sharedCovariance(weighted, shared);
  const standardError = Math.sqrt(Math.max(0, variance));
  const figures = weighted.flatMap(({ baseline, followUp }) => [baseline.mean, followUp.mean]);
  if (!(variance > 4 * Number.EPSILON * separate) || isNegligible(standardError, ...figures)) {
    return named(change, 'no-variation');
  }
  const hasShared = shared.some(({ n }) => n > 0);
  const degreesOfFreedom = hasShared ? smallerDegrees(weighted) : satterthwaite(parts, separate);
  const error = { standardError, degreesOfFreedom, designEffect: null, clusters: null, strata: null };
  return withError(change, error, hasShared ? 'design-t' : 'welch-t', level);
}

function satterthwaite(parts: readonly { n: number; variance: number | null }[], all: number): number {
  // Relative to the sum, so that squares of tiny variances do not underflow.
  return 1 / parts.reduce((sum, { n, variance }) => sum + ((variance ?? 0) / all) ** 2 / (n - 1), 0);
}

function smallerDegrees(strata: readonly Weighted[]): number {
  const people = (side: 'baseline' | 'followUp'): number =>
    strata.reduce((sum, stratum) => sum + stratum[side].n, 0);
  return Math.min(people('baseline'), people('followUp')) - strata.length;
}

/** Covariance of the two standardised figures through the people in both waves. */
function sharedCovariance(strata: readonly Weighted[], shared: readonly SharedPeople[]): number {
  const byPosition = new Map(strata.map((stratum) => [stratum.position, stratum]));
  return shared.reduce((sum, people) => {
    const first = byPosition.get(people.baselineStratum);
    const second = byPosition.get(people.followUpStratum);
    if (!first || !second || people.n === 0) return sum;
    const products =
      (people.n - 1) * (people.covariance ?? 0) +
      people.n * (people.meanBaseline - first.baseline.mean) * (people.meanFollowUp - second.followUp.mean);
    const [before, after] = [first.baseline.n, second.followUp.n];
    // The divisor n - 1 of both variances; with one stratum of the same people this is the paired t test.
    const correction = Math.sqrt((before / (before - 1)) * (after / (after - 1)));
    return sum + first.share * second.share * correction * (products / before / after);
  }, 0);
}
