import {
  type ChangeResult,
  type ComparisonSpec,
  defaultAnalysis,
  type WaveCell,
} from '../../../shared/domain/comparison';
import { samplingFacts } from '../../../shared/domain/design';
import type { Indicator } from '../../../shared/domain/indicator';
import { chooseMethod } from '../../../shared/stats/choose-method';
import { judgeDirection } from '../../../shared/stats/direction';
import { judgeTarget } from '../../../shared/stats/target';
import type { ChangeResult as Change } from '../../../shared/stats/types';
import type { Statistics } from '../indicators/statistics';
import { absentChange, showCell } from './cells';
import { compareIndependent, compareMatched, splitPaired } from './estimators';

/** The indicator, what was declared, and the two waves' own cells. */
type Facts = { indicator: Indicator; spec: ComparisonSpec; baseline: WaveCell; followUp: WaveCell };

/** The name of the method for the change of an indicator. */
export function methodOf(indicator: Indicator, spec: ComparisonSpec): string {
  const kind = indicator.measure.kind === 'top-box' ? 'top-two-box' : indicator.measure.kind;
  return chooseMethod({
    kind,
    linkage: spec.linkage,
    coverage: spec.coverage,
    ...samplingFacts(spec.sampling),
    proportionInterval: (spec.analysis ?? defaultAnalysis).proportionInterval,
  }).change;
}

/** The change between independent cuts; absent where either wave's cell is. */
export function independentChange(
  facts: Facts,
  statistics: { baseline: Statistics | null | undefined; followUp: Statistics | null | undefined },
): ChangeResult {
  const { indicator, spec, baseline, followUp } = facts;
  const isShown = baseline.status === 'shown' && followUp.status === 'shown';
  if (!isShown || !statistics.baseline || !statistics.followUp) {
    return absentChange(methodOf(indicator, spec), baseline, followUp);
  }
  const change = compareIndependent(statistics.baseline, statistics.followUp, indicator.measure, spec);
  return shownChange(change, facts, { baseline, followUp });
}

/** The change over the same people, whose own figures take the place of the waves'. */
export function matchedChange(facts: Facts, paired: Statistics | null | undefined): ChangeResult {
  const { indicator, spec, baseline, followUp } = facts;
  const method = methodOf(indicator, spec);
  if (!paired) {
    const isAbsent = baseline.status === 'empty' || followUp.status === 'empty';
    return absentChange(method, baseline, followUp, isAbsent ? null : 'no-matched-people');
  }
  const sides = splitPaired(paired);
  const own = {
    baseline: showCell(baseline.waveId, sides.baseline, indicator.measure, spec),
    followUp: showCell(followUp.waveId, sides.followUp, indicator.measure, spec),
  };
  if (own.baseline.status !== 'shown' || own.followUp.status !== 'shown') {
    return absentChange(method, own.baseline, own.followUp, paired.n === 0 ? 'no-matched-people' : null);
  }
  return shownChange(compareMatched(paired, indicator.measure, spec), facts, own);
}

/**
 * The target is judged by the figures shown beside it: where people are matched, the pairs'. Those of a whole wave may
 * be hidden, and a share of the way to the target would give them back.
 */
function shownChange(
  change: Change,
  { indicator, spec }: Pick<Facts, 'indicator' | 'spec'>,
  cells: { baseline: WaveCell; followUp: WaveCell },
): ChangeResult {
  const target = indicator.target?.value ?? null;
  const attainment =
    target === null
      ? null
      : judgeTarget({
          baseline: cells.baseline.estimate,
          followUp: cells.followUp.estimate,
          interval: cells.followUp.interval,
          target,
          betterWhen: indicator.direction,
          coverage: spec.coverage,
        });
  return {
    followUpWaveId: cells.followUp.waveId,
    baseline: cells.baseline,
    followUp: cells.followUp,
    status: change.change === null ? 'empty' : 'shown',
    change: change.change,
    interval: change.interval,
    test: change.test,
    secondaryTest: change.secondaryTest,
    effectSize: change.effectSize,
    direction: judgeDirection({
      change: change.change,
      interval: change.interval,
      betterWhen: indicator.direction,
      coverage: spec.coverage,
    }),
    target:
      target === null || !attainment || attainment.reached === null
        ? null
        : { value: target, reached: attainment.reached, progressShare: attainment.progressShare },
    method: change.method,
    reason: change.reason,
  };
}
