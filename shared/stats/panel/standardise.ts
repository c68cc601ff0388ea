import { bareChange, symmetricInterval } from '../change';
import { assertCount, assertLevel, isNegligible } from '../check';
import { tCritical } from '../distributions';
import { studentTest } from '../student';
import { type Coverage, DEFAULT_LEVEL, type Moments, type ProportionCounts } from '../types';
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

/**
 * The observed change and its two parts. `standardised` is the change had the composition stayed that of the baseline;
 * `compositionPart` is observed minus standardised. Of it, `compositionAtBaseline` is what the new composition does with
 * the baseline's figures and `interaction` the rest; both null where a stratum is missing in a wave. `kitagawa` splits
 * the interaction evenly (Kitagawa 1955). `coveredBaseline` and `coveredFollowUp` are the shares of each wave's people
 * in strata found in both.
 */
export type Standardisation = {
  baseline: number | null;
  followUp: number | null;
  /** The follow-up's figure with the baseline's composition, and the baseline's over the same strata. */
  standardisedBaseline: number | null;
  standardisedFollowUp: number | null;
  observed: number | null;
  standardised: PanelChange;
  compositionPart: number | null;
  compositionAtBaseline: number | null;
  interaction: number | null;
  kitagawa: { change: number; composition: number } | null;
  strata: number;
  commonStrata: number;
  coveredBaseline: number | null;
  coveredFollowUp: number | null;
};

type Side = { n: number; mean: number; variance: number | null };
type Common = { share: number; baseline: Side; followUp: Side; position: number };

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
  const present = strata.filter(({ baseline, followUp }) => baseline.n > 0 || followUp.n > 0);
  const before = overall(strata.map(({ baseline }) => baseline));
  const after = overall(strata.map(({ followUp }) => followUp));
  const common = commonStrata(strata);
  const observed = before.mean === null || after.mean === null ? null : after.mean - before.mean;
  const covered = (side: 'baseline' | 'followUp', all: number): number | null =>
    all === 0 ? null : common.reduce((sum, stratum) => sum + stratum[side].n, 0) / all;
  const base = {
    baseline: before.mean,
    followUp: after.mean,
    observed,
    strata: present.length,
    commonStrata: common.length,
    coveredBaseline: covered('baseline', before.n),
    coveredFollowUp: covered('followUp', after.n),
  };
  if (observed === null || common.length === 0) {
    const reason = observed === null ? 'no-cases' : 'no-common-strata';
    return { ...base, ...nothing(reason) };
  }
  const standardisedBaseline = weigh(common, ({ baseline }) => baseline.mean);
  const standardisedFollowUp = weigh(common, ({ followUp }) => followUp.mean);
  const standardised = standardisedChange(common, shared, { level, coverage });
  const change = standardised.change ?? 0;
  const parts = common.length === present.length ? compositionParts(common, before.n, after.n) : null;
  return {
    ...base,
    standardisedBaseline,
    standardisedFollowUp,
    standardised,
    compositionPart: observed - change,
    compositionAtBaseline: parts?.atBaseline ?? null,
    interaction: parts?.interaction ?? null,
    kitagawa: parts
      ? { change: change + parts.interaction / 2, composition: parts.atBaseline + parts.interaction / 2 }
      : null,
  };
}

function nothing(reason: PanelReasonId) {
  return {
    standardisedBaseline: null,
    standardisedFollowUp: null,
    standardised: { ...bareChange('plain-difference', 'no-cases'), method: 'standardised' as const, reason },
    compositionPart: null,
    compositionAtBaseline: null,
    interaction: null,
    kitagawa: null,
  };
}

function overall(sides: readonly Moments[]): { n: number; mean: number | null } {
  const n = sides.reduce((sum, side) => sum + side.n, 0);
  if (n === 0) return { n, mean: null };
  return { n, mean: sides.reduce((sum, side) => sum + (side.n / n) * (side.mean ?? 0), 0) };
}

function commonStrata(strata: readonly Stratum[]): Common[] {
  const found = strata.flatMap(({ baseline, followUp }, position) =>
    baseline.mean === null || followUp.mean === null || baseline.n === 0 || followUp.n === 0
      ? []
      : [
          {
            position,
            baseline: { n: baseline.n, mean: baseline.mean, variance: baseline.variance },
            followUp: { n: followUp.n, mean: followUp.mean, variance: followUp.variance },
          },
        ],
  );
  const people = found.reduce((sum, { baseline }) => sum + baseline.n, 0);
  return found.map((stratum) => ({ ...stratum, share: stratum.baseline.n / people }));
}

function weigh(common: readonly Common[], figure: (stratum: Common) => number): number {
  return common.reduce((sum, stratum) => sum + stratum.share * figure(stratum), 0);
}

function compositionParts(common: readonly Common[], baselineN: number, followUpN: number) {
  let atBaseline = 0;
  let interaction = 0;
  for (const { baseline, followUp } of common) {
    const shift = followUp.n / followUpN - baseline.n / baselineN;
    atBaseline += shift * baseline.mean;
    interaction += shift * (followUp.mean - baseline.mean);
  }
  return { atBaseline, interaction };
}

function standardisedChange(
  common: readonly Common[],
  shared: readonly SharedPeople[],
  { level, coverage }: { level: number; coverage: Coverage },
): PanelChange {
  const change = weigh(common, ({ baseline, followUp }) => followUp.mean - baseline.mean);
  const method = 'standardised';
  if (coverage === 'census') return { ...bareChange('exact-difference', 'not-sampled', change), method };
  const parts = common.flatMap(({ share, baseline, followUp }) =>
    [baseline, followUp].map((side) => ({
      n: side.n,
      variance: side.variance === null ? null : (share * share * side.variance) / side.n,
    })),
  );
  if (parts.some(({ n, variance }) => n < 2 || variance === null)) {
    return { ...bareChange('plain-difference', 'single-case', change), method };
  }
  const separate = parts.reduce((sum, { variance }) => sum + (variance ?? 0), 0);
  const joint = sharedCovariance(common, shared);
  const variance = separate - 2 * joint;
  const standardError = Math.sqrt(Math.max(0, variance));
  const figures = common.flatMap(({ baseline, followUp }) => [baseline.mean, followUp.mean]);
  if (!(variance > 4 * Number.EPSILON * separate) || isNegligible(standardError, ...figures)) {
    return { ...bareChange('plain-difference', 'no-variation', change), method };
  }
  const hasShared = shared.some(({ n }) => n > 0);
  const df = hasShared ? smallerDegrees(common) : satterthwaite(parts, separate);
  return {
    change,
    interval: symmetricInterval(change, tCritical(level, df) * standardError, level),
    test: studentTest(hasShared ? 'design-t' : 'welch-t', change, standardError, df),
    secondaryTest: null,
    effectSize: null,
    error: { standardError, degreesOfFreedom: df, designEffect: null, clusters: null, strata: common.length },
    method,
    reason: null,
  };
}

function satterthwaite(parts: readonly { n: number; variance: number | null }[], all: number): number {
  // Relative to the sum, so that squares of tiny variances do not underflow.
  return 1 / parts.reduce((sum, { n, variance }) => sum + ((variance ?? 0) / all) ** 2 / (n - 1), 0);
}

function smallerDegrees(common: readonly Common[]): number {
  const people = (side: 'baseline' | 'followUp'): number =>
    common.reduce((sum, stratum) => sum + stratum[side].n, 0);
  return Math.min(people('baseline'), people('followUp')) - common.length;
}

/** Covariance of the two standardised figures through the people in both waves. */
function sharedCovariance(common: readonly Common[], shared: readonly SharedPeople[]): number {
  const byPosition = new Map(common.map((stratum) => [stratum.position, stratum]));
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
