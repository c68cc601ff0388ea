import type { Indicator, MeasureKind } from '../../../shared/domain/indicator';
import type { StandardisedChange } from '../../../shared/domain/panel';
import {
  proportionMoments,
  type SharedPeople,
  type Standardisation,
  type Stratum,
  standardiseChange,
} from '../../../shared/stats/panel/standardise';
import { standardiseDesigned } from '../../../shared/stats/panel/standardise-designed';
import { pairedCountsPattern } from '../../../shared/stats/panel/weighted-change';
import type { Moments } from '../../../shared/stats/types';
import type { Material } from '../comparison/estimators';
import { countPeople } from '../comparison/protect';
import { isTellingBySizes } from '../comparison/telling-sizes';
import { pairedMoments, type Statistics, shareCounts, valueMoments } from '../indicators/statistics';
import { isBelow } from '../privacy/suppression';
import { liesBetween } from './attrition';
import { absentDifference, showDifference } from './figures';
import { groupsOf, type MeasuredPairs, type MeasuredPanel } from './measure';
import type { PanelPlan } from './plan';
import { hiddenStrata, type IndicatorStratum, joinSmallStrata, listStrata, stratumName } from './strata';

const standardisedKinds: readonly MeasureKind[] = ['proportion', 'top-box', 'mean', 'index'];

/** Each indicator's change with the composition of the baseline held fixed, behind the privacy gate. */
export function standardiseIndicators(plan: PanelPlan, measured: MeasuredPanel): StandardisedChange[] {
  return plan.indicators.map((indicator, index) => standardiseOne(plan, measured, indicator, index));
}

function standardiseOne(
  plan: PanelPlan,
  measured: MeasuredPanel,
  indicator: Indicator,
  index: number,
): StandardisedChange {
  const reason = obstacle(plan, measured, indicator, index);
  if (reason !== null) return absent(indicator, reason);
  const { compositionBoth } = measured;
  const ids = compositionBoth.map(({ id }) => id as string);
  const waves = [groupsOf(measured.baseline.figures, ids), groupsOf(measured.followUp.figures, ids)] as const;
  const strata = listStrata(compositionBoth, ...waves, index);
  if (strata.length < 2) return absent(indicator, strata.length === 0 ? 'no-cases' : 'single-stratum');
  const hidden = waves.flatMap((groups) =>
    hiddenStrata(compositionBoth, groups, plan.indicators, index, plan.threshold),
  );
  const formed = joinSmallStrata(strata, indicator.measure, plan.threshold, new Set(hidden));
  if (!formed) return absent(indicator, 'protected');
  const result = compute(plan, measured, formed.strata, index);
  const only = (side: 'baseline' | 'followUp', other: 'baseline' | 'followUp'): string[] =>
    formed.strata.filter((stratum) => stratum[side] && !stratum[other]).map(({ label }) => label);
  return {
    indicatorId: indicator.id,
    status: result.observed === null ? 'empty' : 'shown',
    reason: result.observed === null ? 'no-cases' : null,
    baseline: result.baseline,
    followUp: result.followUp,
    standardisedFollowUp: result.standardisedFollowUp,
    observed: result.observed,
    standardised: showDifference(result.standardised),
    compositionPart: result.compositionPart,
    kitagawa: result.kitagawa,
    strata: { all: result.strata, common: result.commonStrata, joined: formed.joined },
    onlyBaseline: only('baseline', 'followUp'),
    onlyFollowUp: only('followUp', 'baseline'),
    coveredBaseline: result.coveredBaseline,
    coveredFollowUp: result.coveredFollowUp,
  };
}

/** What stands in the way of a standardised change, or null. */
function obstacle(
  plan: PanelPlan,
  measured: MeasuredPanel,
  { measure }: Indicator,
  index: number,
): string | null {
  if (!standardisedKinds.includes(measure.kind)) return 'kind-not-standardised';
  if (plan.composition.length === 0) return 'no-composition-variables';
  if (measured.compositionBoth.length === 0) return 'variable-not-in-wave';
  const absence = measured.baseline.absences[index] ?? measured.followUp.absences[index];
  if (absence) return absence;
  const [before] = groupsOf(measured.baseline.figures, []);
  const [after] = groupsOf(measured.followUp.figures, []);
  const [pairs] = measured.pairs ? groupsOf(measured.pairs.sets, []) : [];
  const matched = pairs?.statistics[index] ?? null;
  const isHidden = [before, after].some((group) => {
    const statistics = group?.statistics[index] ?? null;
    const { isSmall } = countPeople(statistics, measure, plan.threshold);
    // Beside the figure of the matched people, that of everybody would give the answers of a few away.
    return (
      isSmall ||
      isTellingBySizes(group?.samples?.[index], plan.threshold) ||
      isBelow(plan.threshold, group?.people ?? 0) ||
      liesBetween(statistics, matched, plan.threshold)
    );
  });
  return isHidden ? 'protected' : null;
}

function compute(
  { declared }: PanelPlan,
  { pairs, compositionBefore, compositionBoth }: MeasuredPanel,
  strata: readonly IndicatorStratum[],
  index: number,
): Standardisation {
  const { confidenceLevel: level, coverage } = declared;
  const isDesigned = strata.some(({ baseline, followUp }) => baseline?.sample || followUp?.sample);
  if (isDesigned) {
    return standardiseDesigned(
      strata.map(({ baseline, followUp }) => ({
        baseline: baseline?.sample ?? null,
        followUp: followUp?.sample ?? null,
      })),
      level,
    );
  }
  const moments = strata.map(
    ({ baseline, followUp }): Stratum => ({ baseline: momentsOf(baseline), followUp: momentsOf(followUp) }),
  );
  const places = compositionBoth.map(({ id }) =>
    compositionBefore.findIndex((variable) => variable.id === id),
  );
  const shared = pairs ? sharedPeople(pairs, places, strata, index) : [];
  return standardiseChange(moments, { level, coverage, shared });
}

function momentsOf(material: Material | null): Moments {
  const statistics = material?.statistics;
  if (!statistics) return { n: 0, mean: null, variance: null };
  if (statistics.shape === 'share') return proportionMoments(shareCounts(statistics));
  if (statistics.shape === 'moments') return valueMoments(statistics);
  throw new RangeError(`one wave has no ${statistics.shape}`);
}

/** The people in both waves by their stratum in each; `places` are the composition variables within the pairs' values. */
function sharedPeople(
  pairs: MeasuredPairs,
  places: readonly number[],
  strata: readonly IndicatorStratum[],
  index: number,
): SharedPeople[] {
  const positions = new Map(strata.flatMap(({ names }, position) => names.map((name) => [name, position])));
  const own = pairs.keys.length - pairs.later.length;
  return groupsOf(pairs.sets, pairs.keys).flatMap(({ values, statistics }): SharedPeople[] => {
    const before = positions.get(stratumName(places.map((place) => values[place] ?? null)));
    const after = positions.get(stratumName(values.slice(own)));
    const paired = statistics[index];
    if (before === undefined || after === undefined || !paired || paired.n === 0) return [];
    return [{ baselineStratum: before, followUpStratum: after, ...sharedMoments(paired) }];
  });
}

function sharedMoments(
  paired: Statistics,
): Pick<SharedPeople, 'n' | 'meanBaseline' | 'meanFollowUp' | 'covariance'> {
  if (paired.shape === 'paired-share') {
    const { n, means, covariances } = pairedCountsPattern(1, paired);
    return {
      n,
      meanBaseline: means[0] ?? 0,
      meanFollowUp: means[1] ?? 0,
      covariance: covariances[1] ?? null,
    };
  }
  if (paired.shape !== 'moments') throw new RangeError(`matched people have no ${paired.shape}`);
  const { n, meanBaseline, meanFollowUp, covariance } = pairedMoments(paired);
  return { n, meanBaseline: meanBaseline ?? 0, meanFollowUp: meanFollowUp ?? 0, covariance };
}

function absent({ id }: Indicator, reason: string): StandardisedChange {
  return {
    indicatorId: id,
    status: reason === 'protected' ? 'suppressed' : 'empty',
    reason,
    baseline: null,
    followUp: null,
    standardisedFollowUp: null,
    observed: null,
    standardised: absentDifference('standardised', reason),
    compositionPart: null,
    kitagawa: null,
    strata: { all: 0, common: 0, joined: 0 },
    onlyBaseline: [],
    onlyFollowUp: [],
    coveredBaseline: null,
    coveredFollowUp: null,
  };
}
