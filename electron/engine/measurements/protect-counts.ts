import { allValues, cellAddress, protectTable } from '../privacy/suppression';
import { createSums } from './sums-of-cells';

/** A number of people that may be told: how many, and whether it or another told with it is below the threshold. */
export type Countable = { id: string; size: number; isSmall: boolean };

/** The id under which `protectParts` hides the whole. */
export const wholeId = '*';

/**
 * Ids that must not be told of a whole and its parts: the small ones, those in `forced`, and the next smallest until no
 * subtraction gives one back. With the whole hidden (its id is `wholeId`) all parts are.
 */
export function protectParts(
  whole: Omit<Countable, 'id'>,
  parts: readonly Countable[],
  threshold: number,
  forced: ReadonlySet<string> = new Set(),
): Set<string> {
  const cell = ({ id, size, isSmall }: Countable) => ({
    row: id === wholeId ? allValues : `=${id}`,
    column: allValues,
    size,
    asked: size,
    isSmall,
  });
  const cells = [{ ...whole, id: wholeId }, ...parts].map((one) => ({ id: one.id, cell: cell(one) }));
  const forcedAddresses = cells.filter(({ id }) => forced.has(id)).map((one) => cellAddress(one.cell));
  const hidden = protectTable(
    cells.map((one) => one.cell),
    threshold,
    new Set(forcedAddresses),
  );
  return new Set(cells.filter((one) => hidden.has(cellAddress(one.cell))).map(({ id }) => id));
}

/** A number of people told somewhere in a result, as the sum of the smallest groups it holds (their positions). */
export type SummedCell = Countable & { members: readonly number[] };

/**
 * Adds to `hidden` what it takes that no sums and differences of told cells, in whatever tables they stand, give a small
 * hidden cell back: of each sum that does, the narrowest told cell goes (fewest groups, then fewest people), so that margins
 * stay as long as they can. Groups in which nobody is must not be among the members.
 */
export function hideExposed(cells: readonly SummedCell[], hidden: Set<string>): void {
  let secret = cells.filter(({ id, isSmall, size }) => isSmall && size > 0 && hidden.has(id));
  if (secret.length === 0) return;
  const distinct = distinctGroups(cells);
  const groupsOf = (cell: SummedCell): Int32Array => distinct.get(cell.id) ?? new Int32Array();
  for (;;) {
    const told = cells.filter(({ id, size }) => size > 0 && !hidden.has(id));
    // Broad cells first leave margins longest; over many cells that takes minutes, and narrow ones first a second.
    if (told.length > mostBroadFirst) told.sort(narrowFirst);
    const sums = createSums(told.map(groupsOf));
    const found = secret.flatMap((cell) => {
      const parts = sums.partsOf(groupsOf(cell));
      return parts ? [{ cell, parts }] : [];
    });
    if (found.length === 0) return;
    // What no sum gives back now is not given back by fewer told cells either.
    secret = found.map(({ cell }) => cell);
    for (const { parts } of found) {
      const used = parts.flatMap((index) => told[index] ?? []);
      // A sum that another one already lost a part of gives nothing away any more.
      if (used.some(({ id }) => hidden.has(id))) continue;
      const [next] = used.sort(narrowFirst);
      if (next) hidden.add(next.id);
    }
  }
}

const mostBroadFirst = 500;

function narrowFirst(left: SummedCell, right: SummedCell): number {
  return (
    left.members.length - right.members.length || left.size - right.size || (left.id < right.id ? -1 : 1)
  );
}

/** The groups of each cell by its id; groups that stand in the same cells cannot be told apart by sums, so they count as one. */
function distinctGroups(cells: readonly SummedCell[]): Map<string, Int32Array> {
  const pattern = new Map<number, number>();
  const next = new Map<string, number>();
  let patterns = 0;
  // Refines cell by cell: members that stood together so far part where only some of them are in this cell.
  cells.forEach(({ members }, index) => {
    for (const member of members) {
      const name = `${pattern.get(member) ?? -1} ${index}`;
      const known = next.get(name) ?? patterns;
      if (known === patterns) {
        next.set(name, known);
        patterns += 1;
      }
      pattern.set(member, known);
    }
  });
  const numbers = new Map<number, number>();
  return new Map(
    cells.map(({ id, members }) => {
      const own = new Set<number>();
      for (const member of members) {
        const name = pattern.get(member) ?? -1;
        const number = numbers.get(name) ?? numbers.size;
        numbers.set(name, number);
        own.add(number);
      }
      return [id, Int32Array.from(own).sort()];
    }),
  );
}

/** A cell of a table by two things; `row` and `column` are ids of `rows` and `columns`. */
export type CrossedCell = Countable & { row: string; column: string };

/** As `protectParts` for a table by two things: ids of its cells that must not be told. `forced` are ids of either. */
export function protectCrossed(
  whole: Omit<Countable, 'id'>,
  {
    rows,
    columns,
    cells,
  }: { rows: readonly Countable[]; columns: readonly Countable[]; cells: readonly CrossedCell[] },
  threshold: number,
  forced: ReadonlySet<string>,
): Set<string> {
  const counted = ({ size, isSmall }: Omit<Countable, 'id'>) => ({ size, asked: size, isSmall });
  const placed = [
    { id: wholeId, cell: { row: allValues, column: allValues, ...counted(whole) } },
    ...rows.map((row) => ({ id: row.id, cell: { row: `=${row.id}`, column: allValues, ...counted(row) } })),
    ...columns.map((one) => ({
      id: one.id,
      cell: { row: allValues, column: `=${one.id}`, ...counted(one) },
    })),
    ...cells.map((one) => ({
      id: one.id,
      cell: { row: `=${one.row}`, column: `=${one.column}`, ...counted(one) },
    })),
  ];
  const forcedAddresses = placed.filter(({ id }) => forced.has(id)).map(({ cell }) => cellAddress(cell));
  const hidden = protectTable(
    placed.map(({ cell }) => cell),
    threshold,
    new Set(forcedAddresses),
  );
  return new Set(placed.filter(({ cell }) => hidden.has(cellAddress(cell))).map(({ id }) => id));
}
