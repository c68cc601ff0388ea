import type { DesignSample } from '../../../shared/stats/design/types';
import type {
  Moments,
  PairedCounts,
  PairedMoments,
  PairedRatioMoments,
  ProportionCounts,
  RateCounts,
  RatioMoments,
} from '../../../shared/stats/types';

type Answered = {
  /** Rows (or matched people) that fulfil the filter. */
  asked: number;
  /** Those in the denominator. */
  n: number;
  /** Those asked without an answer; they are inside `n` where unanswered counts as no. */
  missing: number;
  /** Those who fulfil the filter and to whom a question was not put; outside `asked`. Absent where there can be none. */
  notApplicable?: number;
};

/** Yes or no, in one wave. */
export type ShareStatistics = Answered & { shape: 'share'; x: number };
/** Yes or no, of the same people in two waves. */
export type PairedShareStatistics = Answered & { shape: 'paired-share' } & PairedCounts;
/**
 * Sums of some variables over the same rows and their covariances (divisor n - 1) in the order 11, 12, …, 22, 23, …;
 * no covariances where the measure needs none, null ones below two rows. Neither where rows have weights.
 */
export type MomentStatistics = Answered & {
  shape: 'moments';
  sums: readonly number[];
  covariances: readonly (number | null)[];
};
/** Everything an estimator needs to know of one indicator in one group, whatever its number of rows. */
export type Statistics = ShareStatistics | PairedShareStatistics | MomentStatistics;

/** One group: its values in the order of the grouping variables, all its rows, and a figure for each indicator. */
export type GroupStatistics = {
  values: readonly (string | null)[];
  people: number;
  /** Null for an indicator that could not be asked. */
  statistics: readonly (Statistics | null)[];
  /** The material of each figure where it comes from a designed sample; absent where rows are drawn on their own. */
  samples?: readonly (DesignSample | null)[];
};

/** The statistics of two groups put together. Throws RangeError unless both are of the same measure. */
export function mergeStatistics(left: Statistics, right: Statistics): Statistics {
  const counts = {
    asked: left.asked + right.asked,
    n: left.n + right.n,
    missing: left.missing + right.missing,
    ...(left.notApplicable === undefined && right.notApplicable === undefined
      ? {}
      : { notApplicable: (left.notApplicable ?? 0) + (right.notApplicable ?? 0) }),
  };
  if (left.shape === 'share' && right.shape === 'share') {
    return { shape: 'share', ...counts, x: left.x + right.x };
  }
  if (left.shape === 'paired-share' && right.shape === 'paired-share') {
    return {
      shape: 'paired-share',
      ...counts,
      both: left.both + right.both,
      onlyBaseline: left.onlyBaseline + right.onlyBaseline,
      onlyFollowUp: left.onlyFollowUp + right.onlyFollowUp,
      neither: left.neither + right.neither,
    };
  }
  if (left.shape === 'moments' && right.shape === 'moments') {
    return { shape: 'moments', ...counts, ...mergeMoments(left, right) };
  }
  throw new RangeError('statistics of different measures');
}

// Chan, Golub and LeVeque 1983: deviations from each group's mean, and the distance between the means.
function mergeMoments(
  left: MomentStatistics,
  right: MomentStatistics,
): Pick<MomentStatistics, 'sums' | 'covariances'> {
  if (left.n === 0) return { sums: right.sums, covariances: right.covariances };
  if (right.n === 0) return { sums: left.sums, covariances: left.covariances };
  const total = left.n + right.n;
  const distances = left.sums.map((sum, index) => sum / left.n - at(right.sums, index) / right.n);
  const covariances = left.covariances.map((covariance, index) => {
    const [row, column] = covariancePosition(left.sums.length, index);
    const between = at(distances, row) * at(distances, column) * ((left.n * right.n) / total);
    const other = right.covariances[index] ?? 0;
    return ((covariance ?? 0) * (left.n - 1) + other * (right.n - 1) + between) / (total - 1);
  });
  return { sums: left.sums.map((sum, index) => sum + at(right.sums, index)), covariances };
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

/** The pairs of variables of a covariance list: 11, 12, …, 22, 23, … counted from 0. */
export function covariancePairs(size: number): (readonly [number, number])[] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size - row }, (_unused, step) => [row, row + step] as const),
  ).flat();
}

function covariancePosition(size: number, index: number): readonly [number, number] {
  return covariancePairs(size)[index] ?? [0, 0];
}

/** Those counted among those who answered. */
export function shareCounts({ n, x }: ShareStatistics): ProportionCounts {
  return { n, x };
}

/** Mean and variance of one variable, null where too few answered. */
export function valueMoments(statistics: MomentStatistics): Moments {
  return { n: statistics.n, mean: mean(statistics, 0), variance: covariance(statistics, 0, 0) };
}

/** Moments of people with both answers: the first variable is the baseline, the second the follow-up. */
export function pairedMoments(statistics: MomentStatistics): PairedMoments {
  return {
    n: statistics.n,
    meanBaseline: mean(statistics, 0),
    meanFollowUp: mean(statistics, 1),
    varianceBaseline: covariance(statistics, 0, 0),
    varianceFollowUp: covariance(statistics, 1, 1),
    covariance: covariance(statistics, 0, 1),
  };
}

/** Numerator and denominator are the variables `first` and `first + 1`. */
export function ratioMoments(statistics: MomentStatistics, first = 0): RatioMoments {
  return {
    n: statistics.n,
    meanNumerator: mean(statistics, first),
    meanDenominator: mean(statistics, first + 1),
    varianceNumerator: covariance(statistics, first, first),
    varianceDenominator: covariance(statistics, first + 1, first + 1),
    covariance: covariance(statistics, first, first + 1),
  };
}

/** The variables are the numerator and denominator of the baseline, then those of the follow-up. */
export function pairedRatioMoments(statistics: MomentStatistics): PairedRatioMoments {
  return {
    baseline: ratioMoments(statistics, 0),
    followUp: ratioMoments(statistics, 2),
    covarianceNumerators: covariance(statistics, 0, 2),
    covarianceDenominators: covariance(statistics, 1, 3),
    covarianceBaselineNumeratorFollowUpDenominator: covariance(statistics, 0, 3),
    covarianceBaselineDenominatorFollowUpNumerator: covariance(statistics, 1, 2),
  };
}

/** Events and exposure; an exposure that is not positive counts as none. */
export function rateCounts({ sums }: MomentStatistics, first = 0): RateCounts {
  return { events: at(sums, first), exposure: Math.max(0, at(sums, first + 1)) };
}

function mean({ n, sums }: MomentStatistics, index: number): number | null {
  return n === 0 ? null : at(sums, index) / n;
}

function covariance({ sums, covariances }: MomentStatistics, row: number, column: number): number | null {
  const index = covariancePairs(sums.length).findIndex(
    ([first, second]) => first === row && second === column,
  );
  return covariances[index] ?? null;
}
