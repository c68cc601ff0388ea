import type { Indicator } from '../../../shared/domain/indicator';
import type { AttritionWeighting, PanelDifference } from '../../../shared/domain/panel';
import type { PanelChange } from '../../../shared/stats/panel/types';
import {
  compareWeightedMatched,
  compareWeightedSamples,
  pairedCountsPattern,
  type WeightedPattern,
} from '../../../shared/stats/panel/weighted-change';
import { stabilisedWeight, summariseWeights } from '../../../shared/stats/panel/weights';
import { countPeople } from '../comparison/protect';
import { isTellingBySizes } from '../comparison/telling-sizes';
import type { GroupStatistics, Statistics } from '../indicators/statistics';
import { isBelow } from '../privacy/suppression';
import { absentDifference, roundDifference, showDifference } from './figures';
import { type FlowCounts, isFlowHidden } from './flow';
import { compareSamePeople, materialOf } from './indicator-figures';
import { groupsOf, type MeasuredPairs, type MeasuredPanel } from './measure';
import type { PanelPlan } from './plan';
import {
  areTermsTelling,
  describeTerms,
  modelStaying,
  patternName,
  type StayingModel,
} from './staying-model';

const nothing = { model: null, weights: null, joined: [], separated: [], changes: [] };

/** The change of those found again beside the same with each weighted for who was lost, behind the privacy gate. */
export function weighAttrition(
  plan: PanelPlan,
  measured: MeasuredPanel,
  pairs: MeasuredPairs,
  counts: FlowCounts,
): AttritionWeighting {
  if (isFlowHidden(counts, plan.threshold)) return { ...nothing, status: 'suppressed', reason: 'protected' };
  const { model, joined, separated, reason } = modelStaying(plan, measured);
  if (!model) {
    const status = reason === 'protected' ? 'suppressed' : 'empty';
    return { ...nothing, joined, separated, status, reason };
  }
  const overall = model.stayed / model.people;
  const isTelling = areTermsTelling(model, plan.threshold);
  const summary = isTelling ? null : summariseWeights([...model.patterns.values()], overall);
  return {
    status: 'shown',
    reason: null,
    joined,
    separated,
    model: isTelling
      ? null
      : {
          people: model.people,
          stayed: model.stayed,
          terms: describeTerms(model, plan.declared),
          test: plan.declared.coverage === 'census' ? null : model.fit.test,
        },
    weights: summary
      ? {
          mean: summary.mean,
          minimum: summary.minimum,
          maximum: summary.maximum,
          effectiveN: summary.effectiveN,
          designEffect: summary.designEffect,
          isExtreme: summary.isExtreme,
        }
      : null,
    changes: plan.indicators.map((indicator, index) =>
      weighChange(plan, measured, pairs, { model, overall }, indicator, index),
    ),
  };
}

type Weighing = { model: StayingModel; overall: number };

function weighChange(
  plan: PanelPlan,
  measured: MeasuredPanel,
  pairs: MeasuredPairs,
  weighing: Weighing,
  indicator: Indicator,
  index: number,
): AttritionWeighting['changes'][number] {
  const [all] = groupsOf(pairs.sets, []);
  const material = materialOf(all, index);
  const absent = (reason: string): AttritionWeighting['changes'][number] => ({
    indicatorId: indicator.id,
    n: null,
    unweighted: absentDifference('none', reason),
    weighted: absentDifference('weighted-matched', reason),
  });
  if (!material || !all) {
    const { baseline, followUp } = measured;
    return absent(baseline.absences[index] ?? followUp.absences[index] ?? 'variable-not-in-wave');
  }
  const { isSmall } = countPeople(material.statistics, indicator.measure, plan.threshold);
  const areSizesTelling = isTellingBySizes(material.sample, plan.threshold);
  if (isSmall || areSizesTelling || isBelow(plan.threshold, all.people)) return absent('protected');
  return {
    indicatorId: indicator.id,
    n: material.statistics.n,
    unweighted: compareSamePeople(material, indicator, plan.declared),
    weighted: weightedDifference(plan, measured, pairs, weighing, indicator, index),
  };
}

function weightedDifference(
  { declared, threshold }: PanelPlan,
  { compositionBefore }: MeasuredPanel,
  pairs: MeasuredPairs,
  { model, overall }: Weighing,
  { measure }: Indicator,
  index: number,
): PanelDifference {
  const kind = weightedKind(measure.kind);
  if (!kind) return absentDifference('weighted-matched', 'kind-not-weighted');
  const scale = measure.kind === 'rate' ? measure.per : 1;
  const { confidenceLevel: level, coverage } = declared;
  const groups = groupsOf(
    pairs.sets,
    compositionBefore.map(({ id }) => id),
  ).flatMap((group) => {
    const name = patternName(model.factors, compositionBefore, group.values);
    const pattern = model.patterns.get(name);
    return pattern && pattern.chance > 0
      ? [{ group, name, weight: stabilisedWeight(overall, pattern.chance) }]
      : [];
  });
  const answered = new Map<string, number>();
  for (const { group, name } of groups) {
    answered.set(name, (answered.get(name) ?? 0) + (group.statistics[index]?.n ?? 0));
  }
  const isCoarse = areTermsTelling(model, threshold) || isBelow(threshold, ...answered.values());
  const show = (change: PanelChange): PanelDifference =>
    isCoarse ? roundDifference(showDifference(change)) : showDifference(change);
  const samples = groups.flatMap(({ group, weight }) => {
    const sample = group.samples?.[index];
    return sample ? [{ weight, sample }] : [];
  });
  if (samples.length > 0) return show(compareWeightedSamples(kind, samples, { level, scale }));
  const patterns = groups.flatMap(({ group, weight }) => patternOf(group, index, weight));
  return show(compareWeightedMatched(kind, patterns, { level, scale, coverage }));
}

function weightedKind(kind: Indicator['measure']['kind']): 'proportion' | 'mean' | 'ratio' | null {
  switch (kind) {
    case 'proportion':
    case 'top-box':
      return 'proportion';
    case 'mean':
    case 'index':
      return 'mean';
    case 'ratio':
    case 'rate':
      return 'ratio';
    case 'count':
    case 'total':
      return null;
  }
}

function patternOf(group: GroupStatistics, index: number, weight: number): WeightedPattern[] {
  const statistics: Statistics | null = group.statistics[index] ?? null;
  if (!statistics || statistics.n === 0) return [];
  if (statistics.shape === 'paired-share') return [pairedCountsPattern(weight, statistics)];
  if (statistics.shape === 'share') return [];
  const { n, sums, covariances } = statistics;
  return [
    { weight, n, means: sums.map((sum) => sum / n), covariances: covariances.map((value) => value ?? 0) },
  ];
}
