import { type Indicator, isShare } from '../../../shared/domain/indicator';
import type { PanelDifference, PanelFigure } from '../../../shared/domain/panel';
import {
  compareIndependent,
  compareMatched,
  type Declared,
  estimateFigure,
  type Material,
} from '../comparison/estimators';
import type { GroupStatistics } from '../indicators/statistics';
import { absentDifference, emptyFigure, showDifference } from './figures';

/** What an indicator's figure of a group is computed from; `index` is its place among the indicators. */
export function materialOf(group: GroupStatistics | undefined, index: number): Material | null {
  const statistics = group?.statistics[index];
  return statistics ? { statistics, sample: group?.samples?.[index] ?? null } : null;
}

/** An indicator's figure of one group. */
export function indicatorFigure(
  material: Material | null,
  { measure }: Indicator,
  declared: Declared,
): PanelFigure {
  if (!material) return emptyFigure('no-cases', 0, 0);
  const { statistics } = material;
  const { n, missing, asked } = statistics;
  if (n === 0 && measure.kind !== 'count') {
    return emptyFigure(asked > 0 ? 'no-answers' : 'no-cases', n, missing);
  }
  const estimate = estimateFigure(material, measure, declared);
  const isCounted = isShare(measure) && statistics.shape === 'share' && !declared.facts?.hasWeights;
  return {
    status: estimate.value === null ? 'empty' : 'shown',
    n,
    missing,
    numerator: isCounted ? statistics.x : null,
    estimate: estimate.value,
    interval: estimate.interval,
    reason: estimate.reason,
  };
}

/**
 * The second group's figure minus the first's, of different people of one wave. Totals of groups are not compared. Under a
 * design, errors are those of two domains of the wave's sample (R: `svyby` and `svycontrast`); where rows are units, degrees
 * of freedom are rows - 2, as those of R's `svyttest`, one fewer than `degf`.
 */
export function compareFigures(
  first: Material | null,
  second: Material | null,
  { measure }: Indicator,
  declared: Declared,
): PanelDifference {
  if (measure.kind === 'count' || measure.kind === 'total') {
    return absentDifference('none', 'kind-not-compared');
  }
  if (!first || !second) return absentDifference('none', 'no-cases');
  return showDifference(compareIndependent(first, second, measure, declared));
}

/** The change of an indicator over the people of both waves. */
export function compareSamePeople(
  paired: Material | null,
  { measure }: Indicator,
  declared: Declared,
): PanelDifference {
  if (!paired) return absentDifference('none', 'variable-not-in-wave');
  return showDifference(compareMatched(paired, measure, declared));
}
