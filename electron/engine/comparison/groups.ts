import { type CellKey, notAskedGroup } from '../../../shared/domain/comparison';
import type { Variable } from '../../../shared/domain/instrument';
import { AppError } from '../../../shared/errors';
import type { GroupingSet } from '../indicators/grouping';
import type { GroupStatistics } from '../indicators/statistics';
import { allValues, cellAddress } from '../privacy/suppression';

/** Where a group stands in the table of a comparison: everybody, a margin, or a crossing of two variables. */
export type GroupPlace = { row: string; column: string; key: CellKey };

/** The groups of one wave by their address in the table. */
export type GroupTable = ReadonlyMap<string, GroupStatistics>;

export const largestCrossing = 2000;

/** The grouping sets of a breakdown by up to two variables: everybody, each variable, and both crossed. */
export function breakdownSets(breakdown: readonly string[]): string[][] {
  const [first, second] = breakdown;
  if (first === undefined) return [[]];
  if (second === undefined) return [[], [first]];
  return [[], [first], [second], [first, second]];
}

/** Throws `variable-type` for a variable whose answers do not part people into groups, or are personal details. */
export function assertGroups(variable: Variable): void {
  // Names of groups are told even where their figures are hidden.
  if (
    variable.identity !== null ||
    ['multiple', 'identifier', 'decimal', 'date', 'datetime'].includes(variable.type)
  ) {
    throw new AppError('variable-type', {
      variableId: variable.id,
      variable: variable.label,
      type: variable.type,
    });
  }
}

function valueName(value: string | null): string {
  return value === null ? 'unanswered' : `=${value}`;
}

function addressOf(
  breakdown: readonly string[],
  variableIds: readonly string[],
  values: readonly (string | null)[],
) {
  const place = (variableId: string | undefined): string => {
    const index = variableId === undefined ? -1 : variableIds.indexOf(variableId);
    return index < 0 ? allValues : valueName(values[index] ?? null);
  };
  return cellAddress({ row: place(breakdown[0]), column: place(breakdown[1]) });
}

/** Puts the groups of all sets in one table by address. */
export function groupTable(breakdown: readonly string[], sets: readonly GroupingSet[]): GroupTable {
  return new Map(
    sets.flatMap(({ variableIds, groups }) =>
      groups.map((group) => [addressOf(breakdown, variableIds, group.values), group] as const),
    ),
  );
}

/**
 * Every place of the table: everybody first, then each variable's groups, then their crossings, in the order of the
 * options; values outside the options follow, then people who were not asked, and last those who did not answer. Throws `comparison-invalid`
 * when there are more than 2000.
 */
export function listPlaces(breakdown: readonly Variable[], sets: readonly GroupingSet[]): GroupPlace[] {
  const [first, second] = breakdown.map((variable) => ({ variable, values: presentValues(variable, sets) }));
  const rows = first ? first.values.map((value) => ({ variable: first.variable, value })) : [];
  const columns = second ? second.values.map((value) => ({ variable: second.variable, value })) : [];
  if (rows.length * Math.max(1, columns.length) > largestCrossing) {
    throw new AppError('comparison-invalid', {
      reason: 'too-many-groups',
      groups: rows.length * Math.max(1, columns.length),
      limit: largestCrossing,
    });
  }
  const everybody = { row: allValues, column: allValues, key: [] };
  return [
    everybody,
    ...rows.map((row) => ({ row: valueName(row.value), column: allValues, key: [keyPart(row)] })),
    ...columns.map((column) => ({ row: allValues, column: valueName(column.value), key: [keyPart(column)] })),
    ...rows.flatMap((row) =>
      columns.map((column) => ({
        row: valueName(row.value),
        column: valueName(column.value),
        key: [keyPart(row), keyPart(column)],
      })),
    ),
  ];
}

function presentValues(variable: Variable, sets: readonly GroupingSet[]): (string | null)[] {
  const found = new Set<string | null>();
  for (const { variableIds, groups } of sets) {
    const index = variableIds.indexOf(variable.id);
    if (index >= 0 && variableIds.length === 1) {
      for (const group of groups) found.add(group.values[index] ?? null);
    }
  }
  const order = new Map(optionsOf(variable).map((option, index) => [option.value, index]));
  const rank = (value: string): number => order.get(value) ?? order.size;
  const values = [...found]
    .filter((value) => value !== null)
    .filter((value) => value !== notAskedGroup)
    .sort((left, right) => {
      return rank(left) - rank(right) || left.localeCompare(right, 'es', { numeric: true });
    });
  return [
    ...values,
    ...(found.has(notAskedGroup) ? [notAskedGroup] : []),
    ...(found.has(null) ? [null] : []),
  ];
}

/** The options of a variable; yes/no variables have them whether or not the instrument lists them. */
export function optionsOf(variable: Variable): Variable['options'] {
  if (variable.type !== 'boolean' || variable.options.length > 0) return variable.options;
  return [
    { value: 'true', label: 'Sí' },
    { value: 'false', label: 'No' },
  ];
}

function keyPart({ variable, value }: { variable: Variable; value: string | null }): CellKey[number] {
  const option = optionsOf(variable).find((candidate) => candidate.value === value);
  return {
    variableId: variable.id,
    value,
    label:
      value === null
        ? 'Sin respuesta'
        : value === notAskedGroup
          ? 'No corresponde'
          : (option?.label ?? value),
  };
}
