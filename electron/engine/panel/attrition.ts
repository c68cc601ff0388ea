import type { Variable } from '../../../shared/domain/instrument';
import type { AttritionComparison, PanelFigure } from '../../../shared/domain/panel';
import { type GroupPlace, groupTable, listPlaces } from '../comparison/groups';
import { groupAt, protectGroups } from '../comparison/protect';
import { isTellingBySizes } from '../comparison/telling-sizes';
import type { Statistics } from '../indicators/statistics';
import { type CountedCell, cellAddress, isBelow, protectTable } from '../privacy/suppression';
import { stayedVariable } from './baseline-view';
import {
  adjustTogether,
  differenceOfAbsent,
  emptyFigure,
  protectedFigure,
  shareDifference,
  shareFigure,
} from './figures';
import { compareFigures, indicatorFigure, materialOf } from './indicator-figures';
import { groupsOf, type MeasuredPairs, type MeasuredPanel } from './measure';
import { askedIn, type PanelPlan } from './plan';

type IndicatorRow = AttritionComparison['indicators'][number];
type CompositionRow = AttritionComparison['composition'][number];
type CategoryRow = CompositionRow['categories'][number];

/** Those found again against those not, as they were at the baseline, behind the privacy gate. */
export function compareAttrition(
  plan: PanelPlan,
  measured: MeasuredPanel,
  pairs: MeasuredPairs,
): AttritionComparison {
  const composition = plan.composition.map((variable): CompositionRow => {
    if (askedIn(plan.baseline, [variable]).length === 0) {
      return { variableId: variable.id, reason: 'variable-not-in-wave', categories: [] };
    }
    return { variableId: variable.id, reason: null, categories: compareCategories(plan, measured, variable) };
  });
  // Corrected over all categories of all variables, then dealt out again.
  const adjusted = adjustTogether(composition.flatMap(({ categories }) => categories));
  let next = 0;
  return {
    indicators: adjustTogether(compareIndicators(plan, measured, pairs)),
    composition: composition.map((row) => {
      const first = next;
      next += row.categories.length;
      return { ...row, categories: adjusted.slice(first, next) };
    }),
  };
}

function compareIndicators(plan: PanelPlan, measured: MeasuredPanel, pairs: MeasuredPairs): IndicatorRow[] {
  const own = measured.baseline.figures.filter(({ variableIds }) =>
    variableIds.every((id) => id === stayedVariable.id),
  );
  const places = listPlaces([stayedVariable], own);
  const table = groupTable([stayedVariable.id], own);
  const placeOf = (value: string): GroupPlace | undefined =>
    places.find(({ key }) => key[0]?.value === value);
  const stayedPlace = placeOf('true');
  const leftPlace = placeOf('false');
  const [matched] = groupsOf(pairs.sets, []);
  const measures = plan.indicators.map(({ measure }) => measure);
  const at = (place: GroupPlace | undefined, index: number): Statistics | null =>
    (place ? groupAt(table, place)?.statistics[index] : null) ?? null;
  const forced = plan.indicators.map((_, index) => {
    const tellsApart = liesBetween(
      at(stayedPlace, index),
      matched?.statistics[index] ?? null,
      plan.threshold,
    );
    const sides = [stayedPlace, leftPlace].flatMap((place) => (place ? [place] : []));
    const areSizesTelling = sides.some((place) =>
      isTellingBySizes(groupAt(table, place)?.samples?.[index], plan.threshold),
    );
    return new Set(tellsApart || areSizesTelling ? sides.map(cellAddress) : []);
  });
  const hidden = protectGroups(places, table, measures, plan.threshold, forced);
  return plan.indicators.map((indicator, index): IndicatorRow => {
    const figure = (place: GroupPlace | undefined): PanelFigure => {
      const absence = measured.baseline.absences[index];
      if (absence) return absence === 'protected' ? protectedFigure : emptyFigure(absence);
      if (!place) return emptyFigure('no-cases', 0, 0);
      if (hidden[index]?.has(cellAddress(place))) return protectedFigure;
      return indicatorFigure(materialOf(groupAt(table, place), index), indicator, plan.declared);
    };
    const stayed = figure(stayedPlace);
    const left = figure(leftPlace);
    const areShown = stayed.status === 'shown' && left.status === 'shown';
    const material = (place: GroupPlace | undefined) =>
      place ? materialOf(groupAt(table, place), index) : null;
    return {
      indicatorId: indicator.id,
      stayed,
      left,
      difference: areShown
        ? compareFigures(material(leftPlace), material(stayedPlace), indicator, plan.declared)
        : differenceOfAbsent('none', left, stayed),
    };
  });
}

/**
 * True where a figure and that of the matched people among them, shown elsewhere, differ by so few people that the answers
 * of these would follow by subtraction.
 */
export function liesBetween(all: Statistics | null, matched: Statistics | null, threshold: number): boolean {
  if (!all || !matched) return false;
  return isBelow(
    threshold,
    Math.abs(all.n - matched.n),
    Math.abs(all.n + all.missing - matched.n - matched.missing),
  );
}

/** The categories of one variable crossed with staying: the cells of the table and which of them are hidden. */
export type CategoryTable = {
  categories: { value: string | null; label: string; stayed: number; left: number }[];
  stayed: number;
  left: number;
  isHidden(value: string | null, side: 'stayed' | 'left'): boolean;
};

/** Crosses a composition variable with staying; its margins are protected as in a table by that variable alone. */
export function categoryTable(
  plan: PanelPlan,
  { baseline }: MeasuredPanel,
  variable: Variable,
): CategoryTable {
  const breakdown = [variable, stayedVariable];
  const ids = breakdown.map(({ id }) => id as string);
  const sets = baseline.people.filter(({ variableIds }) => variableIds.every((id) => ids.includes(id)));
  const places = listPlaces(breakdown, sets);
  const table = groupTable(ids, sets);
  const people = (place: GroupPlace | undefined): number =>
    place ? (groupAt(table, place)?.people ?? 0) : 0;
  const cells = places.map((place): CountedCell => {
    const size = people(place);
    const { row, column } = place;
    return { row, column, size, asked: size, isSmall: isBelow(plan.threshold, size) };
  });
  const hidden = protectTable(cells, plan.threshold);
  const crossing = (value: string | null, side: 'stayed' | 'left'): GroupPlace | undefined =>
    places.find(
      ({ key }) => key.length === 2 && key[0]?.value === value && key[1]?.value === String(side === 'stayed'),
    );
  const alone = (value: string): GroupPlace | undefined =>
    places.find(
      ({ key: [part, more] }) => !more && part?.variableId === stayedVariable.id && part.value === value,
    );
  const rows = places.flatMap(({ key: [part, more] }) =>
    part && !more && part.variableId === variable.id ? [part] : [],
  );
  return {
    categories: rows.map(({ value, label }) => ({
      value,
      label,
      stayed: people(crossing(value, 'stayed')),
      left: people(crossing(value, 'left')),
    })),
    stayed: people(alone('true')),
    left: people(alone('false')),
    isHidden(value, side) {
      // A share of those found again tells how many they are, and with the rest of a category how many of it are not.
      const all = alone(String(side === 'stayed'));
      if (all !== undefined && hidden.has(cellAddress(all))) return true;
      const place = crossing(value, side);
      return place !== undefined && hidden.has(cellAddress(place));
    },
  };
}

function compareCategories(plan: PanelPlan, measured: MeasuredPanel, variable: Variable): CategoryRow[] {
  const table = categoryTable(plan, measured, variable);
  return table.categories.map(({ value, label, stayed, left }): CategoryRow => {
    const counts = {
      stayed: { n: table.stayed, x: stayed },
      left: { n: table.left, x: left },
    };
    const figure = (side: 'stayed' | 'left'): PanelFigure =>
      table.isHidden(value, side) ? protectedFigure : shareFigure(counts[side], plan.declared);
    const found = { stayed: figure('stayed'), left: figure('left') };
    const areShown = found.stayed.status === 'shown' && found.left.status === 'shown';
    return {
      value,
      label,
      ...found,
      difference: areShown
        ? shareDifference(counts.left, counts.stayed, plan.declared)
        : differenceOfAbsent('newcombe-independent', found.left, found.stayed),
    };
  });
}
