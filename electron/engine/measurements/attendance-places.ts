import { isBelow } from '../privacy/suppression';
import type { AttendanceGroup, AttendancePlan, PeopleCount } from './attendance-rows';
import type { FigurePlace } from './made-figure';
import { hideExposed, protectCrossed, protectParts, type SummedCell, wholeId } from './protect-counts';
import { orderedValues, splitVariable, valueLabel } from './split-values';

/** A place where attendance is told, with the groups it is made of. `people` null: they are not followed. */
export type AttendancePlace = SummedCell & {
  place: FigurePlace;
  kind: 'whole' | 'session' | 'wave' | 'year' | 'split' | 'split-wave' | 'split-year';
  split: number | null;
  came: number;
  people: number | null;
  sessions: number;
};

/** Every place, the whole first, in the order in which tables show them. */
export function attendancePlaces(
  plan: AttendancePlan,
  groups: readonly AttendanceGroup[],
  people: readonly PeopleCount[],
  order: readonly string[],
): AttendancePlace[] {
  const threshold = plan.peopleThreshold;
  const followed = plan.spec.personId !== null;
  const find = groupFinder(groups);
  const add = (kind: AttendancePlace['kind'], place: FigurePlace, at: At): AttendancePlace[] => {
    const members = find(at);
    if (members.length === 0) return [];
    const came = members.reduce((sum, index) => sum + (groups[index]?.came ?? 0), 0);
    const counted = people.find(
      (one) =>
        one.wave === (at.wave ?? null) &&
        one.year === (at.year ?? null) &&
        one.split === (at.split ?? null) &&
        one.value === (at.value ?? null),
    );
    const own = followed && kind !== 'session' ? (counted?.people ?? 0) : null;
    return [
      {
        id: kind === 'whole' ? wholeId : JSON.stringify([kind, at]),
        kind,
        place,
        split: at.split ?? null,
        members: members.filter((index) => (groups[index]?.came ?? 0) > 0),
        came,
        people: own,
        sessions: new Set(members.map((index) => `${groups[index]?.wave} ${groups[index]?.session}`)).size,
        size: own === null ? came : Math.min(own, came),
        isSmall: isBelow(threshold, came, ...(own === null ? [] : [own])),
      },
    ];
  };
  const sessionVariable = plan.variable(plan.spec.sessionId);
  const waves = plan.waves.length > 1 ? plan.waves : [];
  const years = [...new Set(groups.flatMap(({ year }) => year ?? []))].sort();
  return [
    ...add('whole', {}, {}),
    ...order.flatMap((session) =>
      add('session', { session, of: [valueLabel(sessionVariable, session)] }, { session }),
    ),
    ...waves.flatMap(({ id, name }) => add('wave', { wave: id, of: [name] }, { wave: id })),
    ...years.flatMap((year) => add('year', { period: year }, { year })),
    ...plan.spec.splitIds.flatMap((splitId, split) => {
      const variable = splitVariable(plan, splitId);
      const values = orderedValues(
        variable,
        groups.map((group) => group.values[split] ?? null),
      );
      return values.flatMap((value) => {
        const place = { splits: [{ name: variable.name, value }], of: [valueLabel(variable, value)] };
        return [
          ...add('split', place, { split, value }),
          ...years.flatMap((year) => add('split-year', { ...place, period: year }, { split, value, year })),
          ...waves.flatMap((wave) =>
            add(
              'split-wave',
              { ...place, wave: wave.id, of: [...place.of, wave.name] },
              { split, value, wave: wave.id },
            ),
          ),
        ];
      });
    }),
  ];
}

type At = { session?: string; wave?: string; year?: string; split?: number; value?: string | null };

/** Gives the positions of the groups of a place, in order; without reading through all groups for each session. */
function groupFinder(groups: readonly AttendanceGroup[]): (at: At) => number[] {
  const all = [...groups.keys()];
  const bySession = new Map<string, number[]>();
  for (const [index, { session }] of groups.entries()) {
    const known = bySession.get(session);
    if (known) known.push(index);
    else bySession.set(session, [index]);
  }
  return ({ session, wave, year, split, value }) =>
    (session === undefined ? all : (bySession.get(session) ?? [])).filter((index) => {
      const group = groups[index];
      return (
        (wave === undefined || group?.wave === wave) &&
        (year === undefined || group?.year === year) &&
        (split === undefined || (group?.values[split] ?? null) === value)
      );
    });
}

/**
 * Ids of places whose numbers of people must not be told: each table by itself first, so that it hides the same whatever
 * stands beside it, then what sums and differences across tables would give back.
 */
export function hiddenPlaces(plan: AttendancePlan, places: readonly AttendancePlace[]): Set<string> {
  const threshold = plan.peopleThreshold;
  const whole = places.find(({ kind }) => kind === 'whole');
  if (!whole) return new Set();
  const hidden = new Set<string>();
  const of = (kind: AttendancePlace['kind'], split: number | null = null) =>
    places.filter((place) => place.kind === kind && place.split === split);
  const lines = [
    of('session'),
    of('wave'),
    of('year'),
    ...plan.spec.splitIds.map((_, split) => of('split', split)),
  ];
  for (const line of lines) for (const id of protectParts(whole, line, threshold)) hidden.add(id);
  if (hidden.has(wholeId)) return new Set(places.map(({ id }) => id));
  for (const split of plan.spec.splitIds.keys()) {
    for (const [kind, columnKind] of [
      ['split-year', 'year'],
      ['split-wave', 'wave'],
    ] as const) {
      const rows = of('split', split);
      const columns = of(columnKind);
      const idOf = (line: readonly AttendancePlace[], cell: AttendancePlace, isRow: boolean): string =>
        line.find(({ place }) =>
          isRow
            ? place.splits?.[0]?.value === cell.place.splits?.[0]?.value
            : columnKind === 'year'
              ? place.period === cell.place.period
              : place.wave === cell.place.wave,
        )?.id ?? '';
      const cells = of(kind, split).map((cell) => ({
        ...cell,
        row: idOf(rows, cell, true),
        column: idOf(columns, cell, false),
      }));
      if (cells.length === 0) continue;
      const own = cells.map(({ id }) => id);
      const crossed = protectCrossed(whole, { rows, columns, cells }, threshold, hidden);
      for (const id of own) if (crossed.has(id)) hidden.add(id);
    }
  }
  hideExposed(places, hidden);
  return hidden;
}
