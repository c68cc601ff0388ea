import type { VariableGroup, VariableSide } from '../../../shared/domain/variable-comparison';
import type { GroupPlace } from '../comparison/groups';
import { cellAddress } from '../privacy/suppression';
import type { VariablePlan } from './plan';
import type { AnswerTally } from './tallies';

/**
 * True where the error of everybody must not be shown: it is a sum of squares over clusters (or strata), and with one of
 * the hidden groups made of whole ones the answers of these would follow from it and the groups beside. See
 * `comparison/telling-errors.ts`, which says the same of indicators.
 */
export function isErrorTelling(
  { sampling }: VariablePlan,
  places: readonly GroupPlace[],
  hidden: ReadonlySet<string>,
  answers: readonly AnswerTally[],
): boolean {
  if (!sampling?.cluster && !sampling?.stratum) return false;
  const whole = rowsByUnit(answers);
  return places.some((place) => {
    const [part] = place.key;
    if (!part || !hidden.has(cellAddress(place))) return false;
    const own = rowsByUnit(answers.filter(({ group }) => group === part.value));
    return own.size > 0 && [...own].every(([unit, rows]) => whole.get(unit) === rows);
  });
}

function rowsByUnit(answers: readonly AnswerTally[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const { stratum, cluster, count } of answers) {
    const unit = JSON.stringify([stratum, cluster]);
    rows.set(unit, (rows.get(unit) ?? 0) + count);
  }
  return rows;
}

/** The figures of one wave without their errors. */
export function sideWithoutErrors(side: VariableSide): VariableSide {
  if (side.status !== 'shown') return side;
  return { ...side, median: withoutInterval(side.median), topBox: withoutInterval(side.topBox) };
}

/** The figures of both waves without errors and tests; each wave's own are left as they are. */
export function groupWithoutErrors(group: VariableGroup): VariableGroup {
  if (group.status !== 'shown') return group;
  return {
    ...group,
    shift: withoutInterval(group.shift),
    test: null,
    effectSize: null,
    topBox: group.topBox && { ...group.topBox, interval: null, p: null, reason: 'error-would-tell' },
    reason: 'error-would-tell',
  };
}

function withoutInterval(figure: VariableSide['median']): VariableSide['median'] {
  return figure && { ...figure, interval: null, reason: 'error-would-tell' };
}
