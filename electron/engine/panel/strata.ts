import { notAskedGroup } from '../../../shared/domain/comparison';
import type { Measure } from '../../../shared/domain/indicator';
import type { Variable } from '../../../shared/domain/instrument';
import { mergeUnits } from '../../../shared/stats/design/merge';
import type { DesignSample, UnitSums } from '../../../shared/stats/design/types';
import type { Material } from '../comparison/estimators';
import { breakdownSets, groupTable, listPlaces, optionsOf } from '../comparison/groups';
import { countPeople, protectGroups } from '../comparison/protect';
import { rollUp } from '../indicators/grouping';
import { type GroupStatistics, mergeStatistics } from '../indicators/statistics';
import { cellAddress } from '../privacy/suppression';
import { materialOf } from './indicator-figures';

/** A group formed by all composition variables at once, or several put together; null where a wave has nobody there. */
export type IndicatorStratum = {
  names: readonly string[];
  label: string;
  baseline: Material | null;
  followUp: Material | null;
};

/** The name of a group by its values of the composition variables. */
export function stratumName(values: readonly (string | null)[]): string {
  return JSON.stringify(values);
}

/** The groups of one indicator in both waves, in the order of the baseline, then those only the follow-up has. */
export function listStrata(
  variables: readonly Variable[],
  baseline: readonly GroupStatistics[],
  followUp: readonly GroupStatistics[],
  index: number,
): IndicatorStratum[] {
  const names = new Map<string, readonly (string | null)[]>();
  for (const { values } of [...baseline, ...followUp]) names.set(stratumName(values), values);
  const find = (groups: readonly GroupStatistics[]) =>
    new Map(groups.map((group) => [stratumName(group.values), materialOf(group, index)]));
  const before = find(baseline);
  const after = find(followUp);
  return [...names]
    .map(([name, values]): IndicatorStratum => {
      const answered = (material: Material | null | undefined): Material | null =>
        material && material.statistics.n > 0 ? material : null;
      return {
        names: [name],
        label: labelOf(variables, values),
        baseline: answered(before.get(name)),
        followUp: answered(after.get(name)),
      };
    })
    .filter(({ baseline: first, followUp: second }) => first !== null || second !== null);
}

/**
 * Puts groups of too few people in either wave together, with those that a table of the groups hides in either
 * (`hidden`, by name), and as many others, smallest first, as it takes for the sum to be no small group: so what is told
 * follows from what such tables show, and no sum of it parts them. Null where that leaves one group alone.
 */
export function joinSmallStrata(
  strata: readonly IndicatorStratum[],
  measure: Pick<Measure, 'kind'>,
  threshold: number,
  hidden: ReadonlySet<string>,
): { strata: IndicatorStratum[]; joined: number } | null {
  const isSmall = ({ names, baseline, followUp }: IndicatorStratum): boolean =>
    (names.length === 1 && names.some((name) => hidden.has(name))) ||
    [baseline, followUp].some(
      (material) => countPeople(material?.statistics ?? null, measure, threshold).isSmall,
    );
  const small = strata.filter(isSmall);
  const large = strata.filter((stratum) => !isSmall(stratum)).sort(bySize);
  let [together] = small;
  if (!together) return { strata: [...strata], joined: 0 };
  for (const stratum of small.slice(1)) together = joinTwo(together, stratum);
  let joined = small.length;
  while (joined < 2 || isSmall(together)) {
    const next = large.shift();
    if (!next) return null;
    together = joinTwo(together, next);
    joined += 1;
  }
  return large.length === 0 ? null : { strata: [...large, together], joined };
}

/**
 * Names of the groups that a table by one or two of the variables hides of one wave for an indicator. Three are crossed
 * in no table.
 */
export function hiddenStrata(
  variables: readonly Variable[],
  groups: readonly GroupStatistics[],
  indicators: readonly { measure: Pick<Measure, 'kind'> }[],
  index: number,
  threshold: number,
): string[] {
  if (variables.length > 2) return [];
  const ids = variables.map(({ id }) => id as string);
  const sets = breakdownSets(ids).map((variableIds) => ({
    variableIds,
    groups: rollUp(groups, ids, variableIds),
  }));
  const places = listPlaces(variables, sets);
  const measures = indicators.map(({ measure }) => measure);
  const hidden = protectGroups(places, groupTable(ids, sets), measures, threshold)[index];
  return places.flatMap((place) =>
    place.key.length === ids.length && hidden?.has(cellAddress(place))
      ? [stratumName(place.key.map(({ value }) => value))]
      : [],
  );
}

function sizeOf({ baseline, followUp }: IndicatorStratum): number {
  return (baseline?.statistics.n ?? 0) + (followUp?.statistics.n ?? 0);
}

function bySize(left: IndicatorStratum, right: IndicatorStratum): number {
  return sizeOf(left) - sizeOf(right) || (left.label < right.label ? -1 : 1);
}

function joinTwo(left: IndicatorStratum, right: IndicatorStratum): IndicatorStratum {
  return {
    names: [...left.names, ...right.names],
    label: `${left.label} + ${right.label}`,
    baseline: joinMaterial(left.baseline, right.baseline),
    followUp: joinMaterial(left.followUp, right.followUp),
  };
}

function joinMaterial(left: Material | null, right: Material | null): Material | null {
  if (!left || !right) return left ?? right;
  return {
    statistics: mergeStatistics(left.statistics, right.statistics),
    sample: left.sample && right.sample ? joinSamples(left.sample, right.sample) : null,
  };
}

function joinSamples(left: DesignSample, right: DesignSample): DesignSample {
  const units = new Map<string, UnitSums>();
  for (const unit of [...left.units, ...right.units]) {
    const name = JSON.stringify([unit.stratum, unit.cluster]);
    const known = units.get(name);
    units.set(name, known ? mergeUnits(known, unit) : unit);
  }
  return { ...left, units: [...units.values()] };
}

function labelOf(variables: readonly Variable[], values: readonly (string | null)[]): string {
  return variables
    .map((variable, index) => {
      const value = values[index] ?? null;
      if (value === null) return 'Sin respuesta';
      if (value === notAskedGroup) return 'No corresponde';
      return optionsOf(variable).find((option) => option.value === value)?.label ?? value;
    })
    .join(' · ');
}
