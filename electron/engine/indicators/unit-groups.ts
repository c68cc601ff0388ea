import { weightByPopulation } from '../../../shared/stats/design/merge';
import type { DesignSample, SampleFrame, UnitSums } from '../../../shared/stats/design/types';
import type { Row } from '../db/session';
import type { WaveSample } from '../design/sample-frame';
import type { GroupingSet } from './grouping';
import type { GroupStatistics } from './statistics';
import type { UnitReader } from './unit-sums';

/** The rows of one unit in the finest groups: the values of the grouping variables, its names, and its sums. */
export type UnitRow = {
  values: readonly (string | null)[];
  stratum: string | null;
  cluster: string | null;
  sums: Float64Array;
};

/** Takes a row of `g0 …`, `stratum`, `cluster` and sums apart. */
export function readUnitRow(row: Row, keys: number, names: readonly string[]): UnitRow {
  return {
    values: Array.from({ length: keys }, (_, index) => textOf(row, `g${index}`)),
    stratum: textOf(row, 'stratum'),
    cluster: textOf(row, 'cluster'),
    sums: Float64Array.from(names, (name) => Number(row[name] ?? 0)),
  };
}

function textOf(row: Row, name: string): string | null {
  const value = row[name];
  return value === null || value === undefined ? null : String(value);
}

export type UnitGroupsInput = {
  rows: readonly UnitRow[];
  /** The grouping variables, in the order of the rows' values. */
  keys: readonly string[];
  groupingSets: readonly (readonly string[])[];
  readers: readonly (UnitReader | null)[];
  /** Where the rows' people are counted in the sums. */
  peopleAt: number;
  sample: WaveSample;
  clusterId: string | null;
  hasWeights: boolean;
};

type Group = { values: (string | null)[]; sums: Float64Array; units: Map<string, UnitRow> };

/**
 * Puts the units of the finest groups together into every group of every grouping set. Where groups are formed by the
 * cluster itself people are the units of each: with weights its sample is of rows, without them its statistics suffice.
 */
export function groupUnits(input: UnitGroupsInput): GroupingSet[] {
  return input.groupingSets.map((variableIds) => ({
    variableIds,
    groups: rollUpUnits(input, variableIds).map((group) =>
      describeGroup(input, group, variableIds.indexOf(input.clusterId ?? '')),
    ),
  }));
}

function rollUpUnits(
  { rows, keys }: Pick<UnitGroupsInput, 'rows' | 'keys'>,
  variableIds: readonly string[],
): Group[] {
  const positions = variableIds.map((id) => keys.indexOf(id));
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const values = positions.map((position) => row.values[position] ?? null);
    const name = JSON.stringify(values);
    const group = groups.get(name) ?? {
      values,
      sums: new Float64Array(row.sums.length),
      units: new Map<string, UnitRow>(),
    };
    groups.set(name, group);
    addTo(group.sums, row.sums);
    const unitName = JSON.stringify([row.stratum, row.cluster]);
    const unit = group.units.get(unitName);
    if (unit) addTo(unit.sums, row.sums);
    else group.units.set(unitName, { ...row, sums: row.sums.slice() });
  }
  return [...groups.values()];
}

function addTo(target: Float64Array, more: Float64Array): void {
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] ?? 0) + (more[index] ?? 0);
  }
}

function describeGroup(input: UnitGroupsInput, group: Group, clusterAt: number): GroupStatistics {
  const { readers, sample, hasWeights, peopleAt } = input;
  const counted = {
    values: group.values,
    people: group.sums[peopleAt] ?? 0,
    statistics: readers.map((reader) => (reader ? reader.statistics(group.sums) : null)),
  };
  const cluster = clusterAt < 0 ? null : (group.values[clusterAt] ?? null);
  const size = cluster === null ? undefined : sample.rowsByCluster?.get(cluster);
  if (size === undefined) {
    const units = [...group.units.values()];
    return {
      ...counted,
      samples: readers.map((reader) => {
        if (!reader) return null;
        const found = units.map(({ sums, stratum, cluster: name }) => reader.unit(sums, stratum, name));
        const whole = sampleOf(sample.frame, reader, found);
        return hasWeights ? whole : weightByPopulation(whole);
      }),
    };
  }
  if (!hasWeights) return counted;
  const frame: SampleFrame = {
    strata: [{ stratum: null, clusters: null, rows: size, population: null }],
    lonelyStratum: sample.frame.lonelyStratum,
  };
  return {
    ...counted,
    samples: readers.map((reader) =>
      reader ? sampleOf(frame, reader, [reader.unit(group.sums, null, null)]) : null,
    ),
  };
}

function sampleOf(frame: SampleFrame, { origin }: UnitReader, units: readonly UnitSums[]): DesignSample {
  return { frame, origin, units: units.filter(({ rows }) => rows > 0) };
}
