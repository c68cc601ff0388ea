import type { JS } from '@duckdb/node-api';
import { weightByPopulation } from '../../../shared/stats/design/merge';
import type { DesignSample, SampleFrame, UnitSums } from '../../../shared/stats/design/types';
import type { WaveSample } from '../design/sample-frame';
import type { GroupingSet } from './grouping';
import type { GroupStatistics } from './statistics';
import type { UnitReader } from './unit-sums';

/**
 * One row for each unit in each of the finest groups, by columns: the values of the grouping variables, the unit's names,
 * and its sums by position.
 */
export type UnitTable = {
  rows: number;
  values: readonly (readonly (string | null)[])[];
  stratum: readonly (string | null)[];
  cluster: readonly (string | null)[];
  sums: readonly Float64Array[];
};

/** Takes the columns of `g0 …`, `stratum`, `cluster` and sums apart. */
export function readUnitTable(columns: readonly (readonly JS[])[], keys: number): UnitTable {
  const texts = columns.slice(0, keys + 2).map((column) => column.map(textOf));
  const [stratum = [], cluster = []] = texts.slice(keys);
  return {
    rows: stratum.length,
    values: texts.slice(0, keys),
    stratum,
    cluster,
    sums: columns.slice(keys + 2).map((column) => Float64Array.from(column, (value) => Number(value ?? 0))),
  };
}

function textOf(value: JS): string | null {
  return value === null || value === undefined ? null : String(value);
}

export type UnitGroupsInput = {
  table: UnitTable;
  /** The grouping variables, in the order of the table's values. */
  keys: readonly string[];
  groupingSets: readonly (readonly string[])[];
  readers: readonly (UnitReader | null)[];
  /** Where the rows' people are counted in the sums. */
  peopleAt: number;
  sample: WaveSample;
  clusterId: string | null;
  hasWeights: boolean;
};

type Unit = { stratum: string | null; cluster: string | null; sums: Float64Array };
type Group = { values: (string | null)[]; sums: Float64Array; units: Unit[] };

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
  { table, keys }: Pick<UnitGroupsInput, 'table' | 'keys'>,
  variableIds: readonly string[],
): Group[] {
  const columns = variableIds.map((id) => table.values[keys.indexOf(id)] ?? []);
  const groups = new Map<string, Group>();
  const units = new Map<string, Unit>();
  const unitOfRow = Array.from({ length: table.rows }, (_, row) => {
    const values = columns.map((column) => column[row] ?? null);
    const stratum = table.stratum[row] ?? null;
    const cluster = table.cluster[row] ?? null;
    const name = JSON.stringify([values, stratum, cluster]);
    const known = units.get(name);
    if (known) return known;
    const unit = { stratum, cluster, sums: new Float64Array(table.sums.length) };
    units.set(name, unit);
    const groupName = JSON.stringify(values);
    const group = groups.get(groupName) ?? { values, sums: new Float64Array(table.sums.length), units: [] };
    group.units.push(unit);
    groups.set(groupName, group);
    return unit;
  });
  table.sums.forEach((column, position) => {
    unitOfRow.forEach(({ sums }, row) => {
      sums[position] = (sums[position] ?? 0) + (column[row] ?? 0);
    });
  });
  for (const group of groups.values()) {
    for (const { sums } of group.units) addTo(group.sums, sums);
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
    return {
      ...counted,
      samples: readers.map((reader) => {
        if (!reader) return null;
        const found = group.units.map(({ sums, stratum, cluster: name }) => reader.unit(sums, stratum, name));
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
