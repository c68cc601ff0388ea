import type { ComparisonSpec } from '../../../shared/domain/comparison';
import type { Measure } from '../../../shared/domain/indicator';
import { assertNever } from '../../../shared/errors';
import { exactDifference, exactEstimate } from '../../../shared/stats/census';
import { compareIndependentMeans, compareMatchedMeans, estimateMean } from '../../../shared/stats/mean';
import { estimateProportion } from '../../../shared/stats/proportion';
import { compareIndependentProportions } from '../../../shared/stats/proportion-independent';
import { compareMatchedProportions } from '../../../shared/stats/proportion-matched';
import { compareIndependentRates, compareMatchedRates, estimateRate } from '../../../shared/stats/rate';
import { compareIndependentRatios, compareMatchedRatios, estimateRatio } from '../../../shared/stats/ratio';
import { compareTotals, estimateTotal } from '../../../shared/stats/total';
import type { ChangeResult, Estimate } from '../../../shared/stats/types';
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

/** What the analyst declared that decides how a figure is computed. */
export type Declared = Pick<ComparisonSpec, 'coverage' | 'confidenceLevel'>;

/** The figure of one wave from its statistics. */
export function estimateFigure(statistics: Statistics, measure: Measure, declared: Declared): Estimate {
  const estimate = estimateSample(statistics, measure, declared.confidenceLevel);
  return declared.coverage === 'census'
    ? exactEstimate(estimate.value, estimate.reason ?? 'no-cases')
    : estimate;
}

function estimateSample(statistics: Statistics, measure: Measure, level: number): Estimate {
  switch (measure.kind) {
    case 'proportion':
    case 'top-box':
      return estimateProportion(shareCounts(asShare(statistics)), level);
    case 'count':
      return estimateTotal(asShare(statistics).x);
    case 'mean':
    case 'index':
      return estimateMean(valueMoments(asMoments(statistics)), level);
    case 'total':
      return estimateTotal(statistics.n === 0 ? null : (asMoments(statistics).sums[0] ?? null));
    case 'ratio':
      return estimateRatio(ratioMoments(asMoments(statistics)), level);
    case 'rate':
      return estimateRate(rateCounts(asMoments(statistics)), measure.per, level);
    default:
      return assertNever(measure);
  }
}

/** The change between two waves whose people are not the same, or not known to be. */
export function compareIndependent(
  baseline: Statistics,
  followUp: Statistics,
  measure: Measure,
  declared: Declared,
): ChangeResult {
  if (declared.coverage === 'census') return compareExactly(baseline, followUp, measure, declared);
  const level = declared.confidenceLevel;
  switch (measure.kind) {
    case 'proportion':
    case 'top-box':
      return compareIndependentProportions(
        shareCounts(asShare(baseline)),
        shareCounts(asShare(followUp)),
        level,
      );
    case 'mean':
    case 'index':
      return compareIndependentMeans(
        valueMoments(asMoments(baseline)),
        valueMoments(asMoments(followUp)),
        level,
      );
    case 'ratio':
      return compareIndependentRatios(
        ratioMoments(asMoments(baseline)),
        ratioMoments(asMoments(followUp)),
        level,
      );
    case 'rate':
      return compareIndependentRates(
        rateCounts(asMoments(baseline)),
        rateCounts(asMoments(followUp)),
        measure.per,
        level,
      );
    case 'count':
    case 'total':
      return compareTotals(...figures(baseline, followUp, measure, declared));
    default:
      return assertNever(measure);
  }
}

/** The change over the same people, from the statistics of both waves together. */
export function compareMatched(paired: Statistics, measure: Measure, declared: Declared): ChangeResult {
  const { baseline, followUp } = splitPaired(paired);
  if (declared.coverage === 'census') return compareExactly(baseline, followUp, measure, declared);
  const level = declared.confidenceLevel;
  switch (measure.kind) {
    case 'proportion':
    case 'top-box':
      return compareMatchedProportions(asPairedShare(paired), level);
    case 'mean':
    case 'index':
      return compareMatchedMeans(pairedMoments(asMoments(paired)), level);
    case 'ratio':
      return compareMatchedRatios(pairedRatioMoments(asMoments(paired)), level);
    case 'rate':
      return compareMatchedRates(pairedRatioMoments(asMoments(paired)), measure.per, level);
    case 'count':
    case 'total':
      return compareTotals(...figures(baseline, followUp, measure, declared));
    default:
      return assertNever(measure);
  }
}

/** Each wave's own statistics over the people of both. */
export function splitPaired(paired: Statistics): { baseline: Statistics; followUp: Statistics } {
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
  baseline: Statistics,
  followUp: Statistics,
  measure: Measure,
  declared: Declared,
): ChangeResult {
  const before = estimateFigure(baseline, measure, declared);
  const after = estimateFigure(followUp, measure, declared);
  const absent = before.value === null ? before.reason : after.reason;
  return exactDifference(before.value, after.value, absent ?? 'no-cases');
}

function figures(
  baseline: Statistics,
  followUp: Statistics,
  measure: Measure,
  declared: Declared,
): [number | null, number | null] {
  return [
    estimateFigure(baseline, measure, declared).value,
    estimateFigure(followUp, measure, declared).value,
  ];
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
