import type { ChangeResult, WaveCell } from '../../../shared/domain/comparison';
import type { Coverage, Linkage } from '../../../shared/domain/design';
import type { WaveId } from '../../../shared/domain/ids';
import type { Indicator } from '../../../shared/domain/indicator';
import { judgeDirection } from '../../../shared/stats/direction';
import { judgeTarget } from '../../../shared/stats/target';
import type { ChangeResult as Change } from '../../../shared/stats/types';
import { absentChange, showCell } from './cells';
import {
  choiceFor,
  compareIndependent,
  compareMatched,
  type Declared,
  type Material,
  splitPaired,
} from './estimators';
import { changePrecision } from './precision';
import { changeWithoutError, withoutError } from './telling-errors';

/**
 * The indicator, what was declared of the group, and the two waves' own cells. `isErrorTelling`: the error of the change
 * would tell figures of hidden groups.
 */
type Facts = {
  indicator: Indicator;
  declared: Declared;
  baseline: WaveCell;
  followUp: WaveCell;
  isErrorTelling: boolean;
};
type How = { method: string; linkage: Linkage };

/** The method for the change of an indicator where there is no figure to show. */
export function methodOf({ measure }: Indicator, linkage: Linkage, declared: Declared): How {
  return { method: choiceFor(measure, linkage, declared).change, linkage };
}

/** The change between independent cuts; absent where either wave's cell is. */
export function independentChange(
  facts: Facts,
  material: { baseline: Material | null; followUp: Material | null },
): ChangeResult {
  const { indicator, declared, baseline, followUp } = facts;
  const isShown = baseline.status === 'shown' && followUp.status === 'shown';
  if (!isShown || !material.baseline || !material.followUp) {
    return absentChange(methodOf(indicator, 'independent', declared), baseline, followUp);
  }
  const change = compareIndependent(material.baseline, material.followUp, indicator.measure, declared);
  return shownChange(change, 'independent', facts, { baseline, followUp });
}

/** The change over the same people, whose own figures take the place of the waves'. */
export function matchedChange(facts: Facts, paired: Material | null): ChangeResult {
  const { indicator, declared, baseline, followUp } = facts;
  const how = methodOf(indicator, 'matched', declared);
  if (!paired) {
    const isAbsent = baseline.status === 'empty' || followUp.status === 'empty';
    return absentChange(how, baseline, followUp, isAbsent ? null : 'no-matched-people');
  }
  const sides = splitPaired(paired);
  const show = (waveId: WaveId, side: Material): WaveCell => {
    const cell = showCell(waveId, side, indicator.measure, declared);
    return facts.isErrorTelling ? withoutError(cell) : cell;
  };
  const own = {
    baseline: show(baseline.waveId, sides.baseline),
    followUp: show(followUp.waveId, sides.followUp),
  };
  if (own.baseline.status !== 'shown' || own.followUp.status !== 'shown') {
    const isNobody = paired.statistics.n === 0;
    return absentChange(how, own.baseline, own.followUp, isNobody ? 'no-matched-people' : null);
  }
  return shownChange(compareMatched(paired, indicator.measure, declared), 'matched', facts, own);
}

/** A sample that took in the whole declared population is judged as a census is: by the exact figure. */
function coverageOf(reason: string | null, { coverage }: Declared): Coverage {
  return reason === 'whole-population' ? 'census' : coverage;
}

/**
 * The target is judged by the figures shown beside it: where people are matched, the pairs'. Those of a whole wave may
 * be hidden, and a share of the way to the target would give them back.
 */
function shownChange(
  change: Change,
  linkage: Linkage,
  { indicator, declared, isErrorTelling }: Facts,
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
          coverage: coverageOf(cells.followUp.reason, declared),
        });
  const shown: ChangeResult = {
    followUpWaveId: cells.followUp.waveId,
    baseline: cells.baseline,
    followUp: cells.followUp,
    status: change.change === null ? 'empty' : 'shown',
    change: change.change,
    interval: change.interval,
    test: change.test,
    secondaryTest: change.secondaryTest,
    effectSize: change.effectSize,
    precision: change.change === null ? null : changePrecision(change.error),
    cautious: change.cautious ?? null,
    direction: judgeDirection({
      change: change.change,
      interval: change.interval,
      betterWhen: indicator.direction,
      coverage: coverageOf(change.reason, declared),
    }),
    target:
      target === null || !attainment || attainment.reached === null
        ? null
        : { value: target, reached: attainment.reached, progressShare: attainment.progressShare },
    method: change.method,
    reason: change.reason,
    linkage,
  };
  return isErrorTelling ? changeWithoutError(shown) : shown;
}
