import { planLabel, planPeriods, planStart } from '../../../shared/domain/planned-period';
import { isBelow } from '../privacy/suppression';
import type { CaseCounts, CaseGroup, CasesPlan, Phase, Span } from './case-rows';
import type { FigurePlace } from './made-figure';
import { hideExposed, protectCrossed, protectParts, type SummedCell, wholeId } from './protect-counts';
import { orderedValues, splitVariable, valueLabel } from './split-values';

/** A place where cases are told, with the sums of the groups it is made of. */
export type CasePlace = CaseCounts & {
  id: string;
  kind: 'whole' | 'year' | 'quarter' | 'month' | 'phase' | 'split' | 'split-phase' | 'split-period';
  place: FigurePlace;
  split: number | null;
  value: string | null;
  phase: Phase | null;
  /** First day of the period, null for places of all periods. */
  start: string | null;
  members: readonly number[];
};

const mostCrossed = 600;
const phases = ['before', 'after'] as const;
const levels = ['year', 'quarter', 'month'] as const;

/** Every place, the whole first. Years, quarters and months are all there, so that each is protected like the others. */
export function casePlaces(plan: CasesPlan, groups: readonly CaseGroup[], span: Span): CasePlace[] {
  const { spec } = plan;
  type At = {
    level?: (typeof levels)[number];
    start?: string;
    phase?: Phase;
    split?: number;
    value?: string | null;
  };
  const add = (kind: CasePlace['kind'], place: FigurePlace, at: At): CasePlace => {
    const members = [...groups.entries()].filter(
      ([, group]) =>
        (at.level === undefined || planStart(`${group.month}-01`, at.level) === at.start) &&
        (at.phase === undefined || group.phase === at.phase) &&
        (at.split === undefined || (group.values[at.split] ?? null) === at.value),
    );
    return {
      ...sumCounts(
        members.map(([, group]) => group),
        spec.standards.length,
      ),
      id: kind === 'whole' ? wholeId : JSON.stringify([kind, at]),
      kind,
      place,
      split: at.split ?? null,
      value: at.value ?? null,
      phase: at.phase ?? null,
      start: at.start ?? null,
      members: members.map(([index]) => index),
    };
  };
  const periods = planPeriods(span.from, span.to, spec.period);
  const told = spec.cutDate ? phases : [];
  return [
    add('whole', {}, {}),
    ...levels.flatMap((level) =>
      planPeriods(span.from, span.to, level).map(({ start }) =>
        add(level, { period: planLabel(start, level) }, { level, start }),
      ),
    ),
    ...told.map((phase) => add('phase', { phase }, { phase })),
    ...spec.splitIds.flatMap((splitId, split) => {
      const variable = splitVariable(plan, splitId);
      const values = orderedValues(
        variable,
        groups.map((group) => group.values[split] ?? null),
      );
      const isCrossed = values.length * periods.length <= mostCrossed;
      return values.flatMap((value) => {
        const place = { splits: [{ name: variable.name, value }], of: [valueLabel(variable, value)] };
        return [
          add('split', place, { split, value }),
          ...told.map((phase) => add('split-phase', { ...place, phase }, { split, value, phase })),
          ...(isCrossed
            ? periods.map(({ start, label: period }) =>
                add('split-period', { ...place, period }, { split, value, level: spec.period, start }),
              )
            : []),
        ];
      });
    }),
  ];
}

function sumCounts(groups: readonly CaseGroup[], standards: number): CaseCounts {
  const sum = (of: (group: CaseGroup) => number): number =>
    groups.reduce((total, group) => total + of(group), 0);
  return {
    cases: sum(({ cases }) => cases),
    open: sum(({ open }) => open),
    closed: sum(({ closed }) => closed),
    standards: Array.from({ length: standards }, (_, index) => ({
      n: sum((group) => group.standards[index]?.n ?? 0),
      x: sum((group) => group.standards[index]?.x ?? 0),
    })),
    complete: {
      n: sum(({ complete }) => complete.n),
      x: sum(({ complete }) => complete.x),
      sum: sum(({ complete }) => complete.sum),
      squares: sum(({ complete }) => complete.squares),
    },
  };
}

/** Ids of places whose number of cases must not be told, whichever length of period and whichever tables are looked at. */
export function hiddenCases(plan: CasesPlan, places: readonly CasePlace[]): Set<string> {
  const { threshold } = plan;
  const hidden = hiddenBySize(plan, places, ({ cases }) => [cases], new Set());
  if (hidden.has(wholeId)) return new Set(places.map(({ id }) => id));
  for (const id of hiddenPeriods(places, threshold)) hidden.add(id);
  const whole = places.find(({ id }) => id === wholeId);
  const columns = places.filter(({ kind }) => kind === plan.spec.period);
  for (const split of plan.spec.splitIds.keys()) {
    const rows = places.filter((place) => place.kind === 'split' && place.split === split);
    const cells = places
      .filter((place) => place.kind === 'split-period' && place.split === split)
      .map((cell) => ({
        ...countable(cell, [cell.cases], threshold),
        row: rows.find(({ value }) => value === cell.value)?.id ?? '',
        column: columns.find(({ start }) => start === cell.start)?.id ?? '',
      }));
    if (!whole || cells.length === 0) continue;
    const table = {
      rows: rows.map((row) => countable(row, [row.cases], threshold)),
      columns: columns.map((column) => countable(column, [column.cases], threshold)),
      cells,
    };
    const crossed = protectCrossed(countable(whole, [whole.cases], threshold), table, threshold, hidden);
    for (const { id } of cells) if (crossed.has(id)) hidden.add(id);
  }
  hideExposed(
    places.map(
      (place): SummedCell => ({ ...countable(place, [place.cases], threshold), members: place.members }),
    ),
    hidden,
  );
  return hidden;
}

/**
 * Ids of places to hide where all numbers of `numbersOf` are told: phases, splits and both crossed, with `forced` among
 * them. Periods are left out.
 */
export function hiddenBySize(
  { spec, threshold }: Pick<CasesPlan, 'spec' | 'threshold'>,
  places: readonly CasePlace[],
  numbersOf: (place: CasePlace) => number[],
  forced: ReadonlySet<string>,
): Set<string> {
  const hidden = new Set(forced);
  const whole = places.find(({ id }) => id === wholeId);
  if (!whole) return hidden;
  const cell = (place: CasePlace) => countable(place, numbersOf(place), threshold);
  const byPhase = places.filter(({ kind }) => kind === 'phase').map(cell);
  for (const id of protectParts(cell(whole), byPhase, threshold, hidden)) hidden.add(id);
  for (const split of spec.splitIds.keys()) {
    const rows = places.filter((place) => place.kind === 'split' && place.split === split);
    for (const id of protectParts(cell(whole), rows.map(cell), threshold, hidden)) hidden.add(id);
    const cells = places
      .filter((place) => place.kind === 'split-phase' && place.split === split)
      .map((place) => ({
        ...cell(place),
        row: rows.find(({ value }) => value === place.value)?.id ?? '',
        column: places.find(({ kind, phase }) => kind === 'phase' && phase === place.phase)?.id ?? '',
      }));
    if (cells.length === 0) continue;
    const crossed = protectCrossed(
      cell(whole),
      { rows: rows.map(cell), columns: byPhase, cells },
      threshold,
      hidden,
    );
    for (const { id } of cells) if (crossed.has(id)) hidden.add(id);
  }
  return hidden;
}

function countable({ id }: Pick<CasePlace, 'id'>, numbers: readonly number[], threshold: number) {
  const present = numbers.filter((number) => number > 0);
  return {
    id,
    size: present.length === 0 ? 0 : Math.min(...present),
    isSmall: isBelow(threshold, ...numbers),
  };
}

/** From years down to months: in each whole that is told the small parts and their neighbours; what is hidden hides its parts. */
function hiddenPeriods(places: readonly CasePlace[], threshold: number): Set<string> {
  const hidden = new Set<string>();
  const whole = places.find(({ id }) => id === wholeId);
  if (!whole) return hidden;
  const visit = (parent: CasePlace, depth: number): void => {
    const level = levels[depth];
    if (level === undefined) return;
    const above = levels[depth - 1];
    const parts = places.filter(
      ({ kind, start }) =>
        kind === level && (above === undefined || planStart(start ?? '', above) === parent.start),
    );
    const isHidden = hidden.has(parent.id);
    const inhabited = parts.filter(({ cases }) => cases > 0);
    const gone = isHidden
      ? new Set(inhabited.map(({ id }) => id))
      : protectParts(
          countable(parent, [parent.cases], threshold),
          inhabited.map((part) => countable(part, [part.cases], threshold)),
          threshold,
        );
    for (const { id } of parts) if (gone.has(id)) hidden.add(id);
    for (const part of parts) visit(part, depth + 1);
  };
  visit(whole, 0);
  return hidden;
}
