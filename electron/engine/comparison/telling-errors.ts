import type { ChangeResult, WaveCell } from '../../../shared/domain/comparison';
import { cellAddress } from '../privacy/suppression';
import type { GroupPlace, GroupTable } from './groups';
import { groupAt, type HiddenCells } from './protect';

/** Addresses whose error would tell figures of hidden groups, by indicator. */
export type TellingErrors = readonly ReadonlySet<string>[];

/**
 * Places of one table whose error must not be shown. The error of a designed sample is a sum of squares over clusters (or
 * strata): where a hidden part of the place is made of whole ones, and the others are shown beside it, the part's
 * figures follow from that sum by subtraction. An error over rows of many groups tells no such thing.
 */
export function tellingErrors(
  places: readonly GroupPlace[],
  table: GroupTable,
  hidden: HiddenCells,
  clusterId: string | null,
): TellingErrors {
  return hidden.map((addresses, index) => {
    const parts = places.filter((place) => addresses.has(cellAddress(place)));
    if (parts.length === 0) return new Set<string>();
    const telling = places.filter((place) => {
      const rows = rowsByUnit(table, place, index);
      return rows !== null && parts.some((part) => isMadeOfUnits(part, place, table, index, rows, clusterId));
    });
    return new Set(telling.map(cellAddress));
  });
}

function unitName({ stratum, cluster }: { stratum: string | null; cluster: string | null }): string {
  return JSON.stringify([stratum, cluster]);
}

function rowsByUnit(table: GroupTable, place: GroupPlace, index: number): Map<string, number> | null {
  const sample = groupAt(table, place)?.samples?.[index];
  return sample ? new Map(sample.units.map((unit) => [unitName(unit), unit.rows])) : null;
}

function isMadeOfUnits(
  part: GroupPlace,
  whole: GroupPlace,
  table: GroupTable,
  index: number,
  rows: ReadonlyMap<string, number>,
  clusterId: string | null,
): boolean {
  const isPart =
    part.key.length > whole.key.length &&
    whole.key.every(({ variableId, value }) =>
      part.key.some((own) => own.variableId === variableId && own.value === value),
    );
  if (!isPart) return false;
  // Groups formed by the cluster are whole clusters of any place that is not.
  const isCluster = ({ key }: GroupPlace): boolean => key.some(({ variableId }) => variableId === clusterId);
  if (isCluster(part)) return !isCluster(whole);
  const units = groupAt(table, part)?.samples?.[index]?.units ?? [];
  return units.length > 0 && units.every((unit) => rows.get(unitName(unit)) === unit.rows);
}

/** The cell with its figure alone. */
export function withoutError(cell: WaveCell): WaveCell {
  if (cell.status !== 'shown') return cell;
  return { ...cell, interval: null, precision: null, reason: 'error-would-tell' };
}

/** The change with its figure alone; its sides are left as they are. */
export function changeWithoutError(change: ChangeResult): ChangeResult {
  if (change.status !== 'shown') return change;
  return {
    ...change,
    interval: null,
    test: null,
    secondaryTest: null,
    precision: null,
    cautious: null,
    direction: 'not-judged',
    reason: 'error-would-tell',
  };
}
