import type { Measure } from '../../../shared/domain/indicator';
import type { GroupStatistics, Statistics } from '../indicators/statistics';
import { allValues, type CountedCell, cellAddress, isBelow, protectTable } from '../privacy/suppression';
import type { GroupPlace, GroupTable } from './groups';
import { tellingSizes } from './telling-sizes';

/** Addresses hidden in one table, indicator by indicator. */
export type HiddenCells = readonly ReadonlySet<string>[];

/**
 * What the privacy gate hides in the table of one wave, or of one pair of matched waves. Groups too small are hidden
 * in every indicator; on top of that, each indicator hides those with too few answers of its own. `forced` are
 * addresses hidden for a reason outside this table, by indicator.
 */
export function protectGroups(
  places: readonly GroupPlace[],
  table: GroupTable,
  measures: readonly Pick<Measure, 'kind'>[],
  threshold: number,
  forced: HiddenCells = [],
): HiddenCells {
  const smallGroups = protectTable(
    places.map((place) => {
      const people = groupAt(table, place)?.people ?? 0;
      return { ...position(place), size: people, asked: people, isSmall: isBelow(threshold, people) };
    }),
    threshold,
  );
  return measures.map((measure, index) => {
    const cells = places.map((place) => {
      const statistics = groupAt(table, place)?.statistics[index] ?? null;
      return { ...position(place), ...countPeople(statistics, measure, threshold) };
    });
    // Everybody may be hidden elsewhere for what their figure tells beside the groups, which then stay.
    const elsewhere = [...(forced[index] ?? [])];
    const groups = elsewhere.filter((address) => address !== everybody);
    const hidden = protectTable(cells, threshold, new Set([...smallGroups, ...groups]));
    if (groups.length < elsewhere.length) hidden.add(everybody);
    for (const address of tellingSizes(places, table, hidden, index, threshold)) hidden.add(address);
    return hidden;
  });
}

const everybody = cellAddress({ row: allValues, column: allValues });

/** The statistics of one place; undefined where the table has nobody there. */
export function groupAt(table: GroupTable, place: GroupPlace): GroupStatistics | undefined {
  return table.get(cellAddress(place));
}

function position({ row, column }: GroupPlace): { row: string; column: string } {
  return { row, column };
}

type Counted = Pick<CountedCell, 'size' | 'asked' | 'isSmall'>;

/**
 * A share rests on those who answered, also where those who did not count as no: else another figure of the same
 * answers would hide other groups, and the two together give a small one back. A count rests on those counted as well.
 */
export function countPeople(
  statistics: Statistics | null,
  measure: Pick<Measure, 'kind'>,
  threshold: number,
): Counted {
  if (!statistics) return { size: 0, asked: 0, isSmall: false };
  const { asked, n, missing } = statistics;
  const counted = measure.kind === 'count' ? countedPeople(statistics) : [];
  return {
    size: Math.min(n, asked - missing, ...counted),
    asked,
    isSmall: isBelow(threshold, asked, n, asked - missing, ...counted),
  };
}

function countedPeople(statistics: Statistics): number[] {
  switch (statistics.shape) {
    case 'share':
      return [statistics.x];
    case 'paired-share':
      return [statistics.both + statistics.onlyBaseline, statistics.both + statistics.onlyFollowUp];
    case 'moments':
      return [];
  }
}
