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
const mostYears = 100;
const phases = ['before', 'after'] as const;
const levels = ['year', 'quarter', 'month'] as const;

/** Every place, the whole first. Years, quarters and months are all there, so that each is protected like the others. */
export function casePlaces(plan: CasesPlan, groups: readonly CaseGroup[], span: Span): CasePlace[] {
  const { spec } = plan;
  const find = groupFinder(groups);
  const add = (kind: CasePlace['kind'], place: FigurePlace, at: At): CasePlace => {
    const members = find(at);
    return {
      ...sumCounts(
        members.flatMap((index) => groups[index] ?? []),
        spec.standards.length,
      ),
      id: kind === 'whole' ? wholeId : JSON.stringify([kind, at]),
      kind,
      place,
      split: at.split ?? null,
      value: at.value ?? null,
      phase: at.phase ?? null,
      start: at.start ?? null,
      members,
    };
  };
  const periods = periodsOf(groups, span, spec.period);
  const told = spec.cutDate ? phases : [];
  return [
    add('whole', {}, {}),
    ...levels.flatMap((level) =>
      periodsOf(groups, span, level).map(({ start, label }) =>
        add(level, { period: label }, { level, start }),
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

type Level = (typeof levels)[number];
type At = { level?: Level; start?: string; phase?: Phase; split?: number; value?: string | null };

/** Gives the positions of the groups of a place, in order; without reading through all groups for each. */
function groupFinder(groups: readonly CaseGroup[]): (at: At) => number[] {
  const all = [...groups.keys()];
  const lists = new Map<string, number[]>();
  const note = (name: string, index: number): void => {
    const known = lists.get(name);
    if (known) known.push(index);
    else lists.set(name, [index]);
  };
  const starts = groups.map(({ month }) => startsOf(month));
  for (const [index, group] of groups.entries()) {
    for (const level of levels) note(JSON.stringify([level, starts[index]?.[level]]), index);
    for (const [split, value] of group.values.entries()) note(JSON.stringify([split, value]), index);
  }
  return ({ level, start, phase, split, value }) => {
    const inPeriod = level === undefined ? null : (lists.get(JSON.stringify([level, start])) ?? []);
    const inSplit = split === undefined ? null : (lists.get(JSON.stringify([split, value])) ?? []);
    const fewest =
      [inPeriod ?? all, inSplit ?? all].sort((left, right) => left.length - right.length)[0] ?? [];
    return fewest.filter((index) => {
      const group = groups[index];
      return (
        (level === undefined || starts[index]?.[level] === start) &&
        (phase === undefined || group?.phase === phase) &&
        (split === undefined || (group?.values[split] ?? null) === value)
      );
    });
  };
}

function startsOf(month: string): Record<Level, string> {
  const day = `${month}-01`;
  return { year: planStart(day, 'year'), quarter: planStart(day, 'quarter'), month: day };
}

/** All periods of the register, or those with cases where a date lies so far away that it can only be a slip. */
function periodsOf(
  groups: readonly CaseGroup[],
  { from, to }: Span,
  level: Level,
): { start: string; label: string }[] {
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) <= mostYears) return planPeriods(from, to, level);
  const starts = new Set(groups.map(({ month }) => startsOf(month)[level]));
  return [...starts].sort().map((start) => ({ start, label: planLabel(start, level) }));
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
  const hidden = hiddenByNumber(plan, places, ({ cases }) => cases, new Set());
  if (hidden.has(wholeId)) return new Set(places.map(({ id }) => id));
  for (const id of hiddenPeriods(places, threshold)) hidden.add(id);
  const whole = places.find(({ id }) => id === wholeId);
  const columns = places.filter(({ kind }) => kind === plan.spec.period);
  for (const split of plan.spec.splitIds.keys()) {
    const rows = places.filter((place) => place.kind === 'split' && place.split === split);
    const cells = places
      .filter((place) => place.kind === 'split-period' && place.split === split)
      .map((cell) => ({
        ...countable(cell, cell.cases, threshold),
        row: rows.find(({ value }) => value === cell.value)?.id ?? '',
        column: columns.find(({ start }) => start === cell.start)?.id ?? '',
      }));
    if (!whole || cells.length === 0) continue;
    const table = {
      rows: rows.map((row) => countable(row, row.cases, threshold)),
      columns: columns.map((column) => countable(column, column.cases, threshold)),
      cells,
    };
    const crossed = protectCrossed(countable(whole, whole.cases, threshold), table, threshold, hidden);
    for (const { id } of cells) if (crossed.has(id)) hidden.add(id);
  }
  hideExposed(
    places.map(
      (place): SummedCell => ({ ...countable(place, place.cases, threshold), members: place.members }),
    ),
    hidden,
  );
  return hidden;
}

/**
 * Ids of places to hide where all numbers of `numbersOf` are told: phases, splits and both crossed, with `forced` among
 * them. Each number adds up by itself, so each is protected by itself; a place hidden for one is hidden for all. Periods are
 * left out.
 */
export function hiddenBySize(
  plan: Pick<CasesPlan, 'spec' | 'threshold'>,
  { places, groups }: { places: readonly CasePlace[]; groups: readonly CaseGroup[] },
  numbersOf: (counts: CaseCounts) => number[],
  forced: ReadonlySet<string>,
): Set<string> {
  const hidden = new Set(forced);
  const [whole] = places;
  const count = whole ? numbersOf(whole).length : 0;
  const timeless = places.filter(({ start }) => start === null);
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    for (let index = 0; index < count; index += 1) {
      const numberOf = (counts: CaseCounts): number => numbersOf(counts)[index] ?? 0;
      for (const id of hiddenByNumber(plan, timeless, numberOf, hidden)) hidden.add(id);
      hideExposed(
        timeless.map(
          (place): SummedCell => ({
            ...countable(place, numberOf(place), plan.threshold),
            members: place.members.filter((member) => groups[member] && numberOf(groups[member]) > 0),
          }),
        ),
        hidden,
      );
    }
  }
  return hidden;
}

function hiddenByNumber(
  { spec, threshold }: Pick<CasesPlan, 'spec' | 'threshold'>,
  places: readonly CasePlace[],
  numberOf: (counts: CaseCounts) => number,
  forced: ReadonlySet<string>,
): Set<string> {
  const hidden = new Set(forced);
  const whole = places.find(({ id }) => id === wholeId);
  if (!whole) return hidden;
  const cell = (place: CasePlace) => countable(place, numberOf(place), threshold);
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

function countable({ id }: Pick<CasePlace, 'id'>, size: number, threshold: number) {
  return { id, size, isSmall: isBelow(threshold, size) };
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
          countable(parent, parent.cases, threshold),
          inhabited.map((part) => countable(part, part.cases, threshold)),
          threshold,
        );
    for (const { id } of parts) if (gone.has(id)) hidden.add(id);
    for (const part of parts) visit(part, depth + 1);
  };
  visit(whole, 0);
  return hidden;
}
