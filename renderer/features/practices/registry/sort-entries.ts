import { evidenceStrengths } from '../../../../shared/domain/evidence';
import { type Entry, ownerOf, yearsOf } from './entry';
import { populationGroups, populationGroupsOf } from './population';
import type { Sorting } from './use-registry-address';
import { type RungsOf, strongest } from './use-strengths';

export const sortableColumns = ['title', 'municipality', 'lines', 'population', 'years', 'evidence'] as const;
export type SortableColumn = (typeof sortableColumns)[number];

/** Entries in the order of a column; entries without a value stand last in either direction. Null: as they come. */
export function sortEntries(
  entries: readonly Entry[],
  sorting: Sorting | null,
  rungsOf: RungsOf,
): readonly Entry[] {
  const column = sortableColumns.find((each) => each === sorting?.column);
  if (!sorting || !column) return entries;
  const sign = sorting.isDescending ? -1 : 1;
  return entries
    .map((entry) => ({ entry, value: sortValue(entry, column, rungsOf) }))
    .sort((left, right) => {
      if (left.value === '' || right.value === '')
        return Number(left.value === '') - Number(right.value === '');
      if (typeof left.value === 'number' && typeof right.value === 'number')
        return sign * (left.value - right.value);
      return sign * String(left.value).localeCompare(String(right.value), 'es');
    })
    .map(({ entry }) => entry);
}

function sortValue(entry: Entry, column: SortableColumn, rungsOf: RungsOf): string | number {
  const { record } = entry;
  switch (column) {
    case 'title':
      return record.title;
    case 'municipality':
      return ownerOf(record);
    case 'lines':
      return record.selloLines.length;
    case 'population':
      return Math.min(...populationGroupsOf(record).map((group) => populationGroups.indexOf(group)));
    case 'years':
      return yearsOf(record)[0] ?? '';
    case 'evidence': {
      const strength = strongest(rungsOf(entry));
      return strength === null ? '' : evidenceStrengths.indexOf(strength);
    }
  }
}
