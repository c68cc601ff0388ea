import type { AnalysisOptions, ComparisonSpec } from '../../../shared/domain/comparison';
import type { SamplingFacts } from '../../../shared/domain/design';
import type { Measure } from '../../../shared/domain/indicator';
import { assertNever } from '../../../shared/errors';
import { exactDifference, exactEstimate } from '../../../shared/stats/census';
import { chooseMethod, type MethodChoice } from '../../../shared/stats/choose-method';
import { sideOfPairs } from '../../../shared/stats/design/merge';
import type { DesignSample } from '../../../shared/stats/design/types';
import { compareIndependentMeans, compareMatchedMeans, estimateMean } from '../../../shared/stats/mean';
import { compareProportionsMiettinenNurminen } from '../../../shared/stats/miettinen-nurminen';
import { estimateProportion } from '../../../shared/stats/proportion';
import { compareIndependentProportions } from '../../../shared/stats/proportion-independent';
import { compareMatchedProportions } from '../../../shared/stats/proportion-matched';
import { compareIndependentRates, compareMatchedRates, estimateRate } from '../../../shared/stats/rate';
import { compareIndependentRatios, compareMatchedRatios, estimateRatio } from '../../../shared/stats/ratio';
import { compareTotals, estimateTotal } from '../../../shared/stats/total';
import type { ChangeResult, Estimate, Linkage } from '../../../shared/stats/types';
import {
  type MomentStatistics,
  type PairedShareStatistics,
  pairedMoments,
  pairedRatioMoments,
  rateCounts,
  ratioMoments,
  type ShareStatistics,
  type Statistics,
  shareCounts,
  valueMoments,
} from '../indicators/statistics';
import { compareDesignedPairs, compareDesignedWaves, estimateDesigned } from './design-estimators';

/**
 * What the analyst declared that decides how the figures of a group are computed; without `facts` every row was drawn on
 * its own, without a standard nothing is labelled.
 */
export type Declared = Pick<ComparisonSpec, 'coverage' | 'confidenceLevel'> &
  Partial<Pick<AnalysisOptions, 'proportionInterval' | 'reliabilityStandard'>> & {
    facts?: SamplingFacts;
    /** Counts of people below this are not told where they only stand beside a figure. */
    fewPeople?: number;
  };

/** What a figure is computed from; `sample` is null where rows are drawn on their own, and in a census. */
export type Material = { statistics: Statistics; sample: DesignSample | null };

/** The method for an indicator, by the one table of decisions. */
export function choiceFor(measure: Measure, linkage: Linkage, declared: Declared): MethodChoice {
  const { coverage, proportionInterval, facts } = declared;
  const kind = measure.kind === 'top-box' ? 'top-two-box' : measure.kind;
  return chooseMethod({
    kind,
    linkage,
    coverage,
    ...(proportionInterval ? { proportionInterval } : {}),
    ...facts,
  });
}

/** The figure of one wave. */
export function estimateFigure(material: Material, measure: Measure, declared: Declared): Estimate {
  const { statistics } = material;
  const level = declared.confidenceLevel;
  const { estimate } = choiceFor(measure, 'independent', declared);
  switch (estimate) {
    case 'exact-figure': {
      const { value, reason } = estimateFigure(material, measure, { ...declared, coverage: 'sample' });
      return exactEstimate(value, reason ?? 'no-cases');
    }
    case 'wilson':
      return estimateProportion(shareCounts(asShare(statistics)), level);
    case 't-interval':
      return estimateMean(valueMoments(asMoments(statistics)), level);
    case 'ratio-linearised':
      return estimateRatio(ratioMoments(asMoments(statistics)), level);
    case 'poisson-exact':
      return estimateRate(rateCounts(asMoments(statistics)), perOf(measure), level);
    case 'plain-figure':
      return estimateTotal(observedTotal(statistics, measure));
    case 'design-logit':
    case 'design-mean':
    case 'design-ratio':
    case 'design-total':
      return estimateDesigned(asSample(material), measure, level);
    default:
      return assertNever(estimate);
  }
}

function observedTotal(statistics: Statistics, measure: Measure): number | null {
  if (measure.kind === 'count') return asShare(statistics).x;
  return statistics.n === 0 ? null : (asMoments(statistics).sums[0] ?? null);
}

function perOf(measure: Measure): number {
  return measure.kind === 'rate' ? measure.per : 1;
}

/** The change between two waves whose people are not the same, or not known to be. */
export function compareIndependent(
  baseline: Material,
  followUp: Material,
  measure: Measure,
  declared: Declared,
): ChangeResult {
  const level = declared.confidenceLevel;
  const [before, after] = [baseline.statistics, followUp.statistics];
  const { change } = choiceFor(measure, 'independent', declared);
  switch (change) {
    case 'exact-difference':
      return compareExactly(baseline, followUp, measure, declared);
    case 'newcombe-independent':
      return compareIndependentProportions(shareCounts(asShare(before)), shareCounts(asShare(after)), level);
    case 'miettinen-nurminen':
      return compareProportionsMiettinenNurminen(
        shareCounts(asShare(before)),
        shareCounts(asShare(after)),
        level,
      );
    case 'welch':
      return compareIndependentMeans(valueMoments(asMoments(before)), valueMoments(asMoments(after)), level);
    case 'ratio-linearised-independent':
      return compareIndependentRatios(ratioMoments(asMoments(before)), ratioMoments(asMoments(after)), level);
    case 'rate-poisson-independent':
      return compareIndependentRates(
        rateCounts(asMoments(before)),
        rateCounts(asMoments(after)),
        perOf(measure),
        level,
      );
    case 'plain-difference':
      return compareTotals(observedTotal(before, measure), observedTotal(after, measure));
    case 'design-independent':
    case 'cluster-robust-independent':
      return compareDesignedWaves(asSample(baseline), asSample(followUp), measure, level);
    case 'newcombe-paired':
    case 'paired-t':
    case 'ratio-linearised-matched':
    case 'rate-linearised-matched':
    case 'design-matched':
    case 'cluster-robust-matched':
      throw new RangeError(`${change} is for matched people`);
    default:
      return assertNever(change);
  }
}

/** The change over the same people, from the statistics of both waves together. */
export function compareMatched(paired: Material, measure: Measure, declared: Declared): ChangeResult {
  const level = declared.confidenceLevel;
  const { statistics } = paired;
  const { change } = choiceFor(measure, 'matched', declared);
  switch (change) {
    case 'exact-difference': {
      const { baseline, followUp } = splitPaired(paired);
      return compareExactly(baseline, followUp, measure, declared);
    }
    case 'newcombe-paired':
      return compareMatchedProportions(asPairedShare(statistics), level);
    case 'paired-t':
      return compareMatchedMeans(pairedMoments(asMoments(statistics)), level);
    case 'ratio-linearised-matched':
      return compareMatchedRatios(pairedRatioMoments(asMoments(statistics)), level);
    case 'rate-linearised-matched':
      return compareMatchedRates(pairedRatioMoments(asMoments(statistics)), perOf(measure), level);
    case 'plain-difference': {
      const { baseline, followUp } = splitPaired(paired);
      return compareTotals(
        observedTotal(baseline.statistics, measure),
        observedTotal(followUp.statistics, measure),
      );
    }
    case 'design-matched':
    case 'cluster-robust-matched':
      return compareDesignedPairs(asSample(paired), measure, level);
    case 'newcombe-independent':
    case 'miettinen-nurminen':
    case 'welch':
    case 'ratio-linearised-independent':
    case 'rate-poisson-independent':
    case 'design-independent':
    case 'cluster-robust-independent':
      throw new RangeError(`${change} is for independent waves`);
    default:
      return assertNever(change);
  }
}

/** Each wave's own material over the people of both. */
export function splitPaired(paired: Material): { baseline: Material; followUp: Material } {
  const { baseline, followUp } = splitStatistics(paired.statistics);
  const side = (which: 'baseline' | 'followUp'): DesignSample | null =>
    paired.sample ? sideOfPairs(paired.sample, which) : null;
  return {
    baseline: { statistics: baseline, sample: side('baseline') },
    followUp: { statistics: followUp, sample: side('followUp') },
  };
}

function splitStatistics(paired: Statistics): { baseline: Statistics; followUp: Statistics } {
  const { asked, n, missing } = paired;
  if (paired.shape === 'paired-share') {
    const one = (x: number): ShareStatistics => ({ shape: 'share', asked, n, missing, x });
    return {
      baseline: one(paired.both + paired.onlyBaseline),
      followUp: one(paired.both + paired.onlyFollowUp),
    };
  }
  const moments = asMoments(paired);
  const half = moments.sums.length / 2;
  const one = (first: number): MomentStatistics => {
    const ratio = half === 2 ? ratioMoments(moments, first) : null;
    const value = pairedMoments(moments);
    return {
      shape: 'moments',
      asked,
      n,
      missing,
      sums: moments.sums.slice(first, first + half),
      covariances: ratio
        ? [ratio.varianceNumerator, ratio.covariance, ratio.varianceDenominator]
        : [first === 0 ? value.varianceBaseline : value.varianceFollowUp],
    };
  };
  return { baseline: one(0), followUp: one(half) };
}

function compareExactly(
  baseline: Material,
  followUp: Material,
  measure: Measure,
  declared: Declared,
): ChangeResult {
  const before = estimateFigure(baseline, measure, declared);
  const after = estimateFigure(followUp, measure, declared);
  const absent = before.value === null ? before.reason : after.reason;
  return exactDifference(before.value, after.value, absent ?? 'no-cases');
}

function asShare(statistics: Statistics): ShareStatistics {
  if (statistics.shape !== 'share') throw new RangeError(`expected a share, got ${statistics.shape}`);
  return statistics;
}

function asPairedShare(statistics: Statistics): PairedShareStatistics {
  if (statistics.shape !== 'paired-share') throw new RangeError(`expected pairs, got ${statistics.shape}`);
  return statistics;
}

function asMoments(statistics: Statistics): MomentStatistics {
  if (statistics.shape !== 'moments') throw new RangeError(`expected moments, got ${statistics.shape}`);
  return statistics;
}

function asSample({ sample }: Material): DesignSample {
  if (!sample) throw new RangeError('a declared design takes a sample');
  return sample;
}
