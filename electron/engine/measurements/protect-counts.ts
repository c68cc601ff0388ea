import { allValues, cellAddress, protectTable } from '../privacy/suppression';

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
  const secret = cells.filter(({ id, isSmall, size }) => isSmall && size > 0 && hidden.has(id));
  if (secret.length === 0) return;
  const columns = mergedGroups(cells);
  const vectors = new Map(cells.map((cell) => [cell.id, vectorOf(cell, columns)]));
  const vector = (cell: SummedCell): Float64Array => vectors.get(cell.id) ?? new Float64Array(columns.count);
  for (;;) {
    const told = cells.filter(({ id, size }) => size > 0 && !hidden.has(id));
    const basis = reduce(told.map(vector), columns.count);
    const sums = secret.flatMap((cell) => summedFrom(vector(cell), basis, told.length) ?? []);
    if (sums.length === 0) return;
    for (const parts of sums) {
      const used = told.filter((_, index) => Math.abs(parts[index] ?? 0) > tolerance);
      // A sum that another one already lost a part of gives nothing away any more.
      if (used.some(({ id }) => hidden.has(id))) continue;
      const [next] = used.sort(narrowFirst);
      if (next) hidden.add(next.id);
    }
  }
}

function narrowFirst(left: SummedCell, right: SummedCell): number {
  return (
    left.members.length - right.members.length || left.size - right.size || (left.id < right.id ? -1 : 1)
  );
}

/** Groups that stand in the same cells cannot be told apart by sums, so they count as one. */
function mergedGroups(cells: readonly SummedCell[]): { of: Map<number, number>; count: number } {
  const pattern = new Map<number, string>();
  cells.forEach(({ members }, index) => {
    for (const member of members) pattern.set(member, `${pattern.get(member) ?? ''},${index}`);
  });
  const names = new Map<string, number>();
  const of = new Map<number, number>();
  for (const [member, name] of pattern) {
    const column = names.get(name) ?? names.size;
    names.set(name, column);
    of.set(member, column);
  }
  return { of, count: names.size };
}

function vectorOf({ members }: SummedCell, { of, count }: ReturnType<typeof mergedGroups>): Float64Array {
  const vector = new Float64Array(count);
  for (const member of members) vector[of.get(member) ?? 0] = 1;
  return vector;
}

/** `row` is the sum of the told cells in `parts`, by their place and each so many times. */
type Basis = { pivot: number; row: Float64Array; parts: Float64Array }[];
const negligible = 1e-9;
const tolerance = 1e-7;

/** Gaussian elimination with the largest entry as pivot. */
function reduce(rows: readonly Float64Array[], columns: number): Basis {
  const basis: Basis = [];
  rows.forEach((original, index) => {
    const { row, parts } = remainder(original, basis, rows.length);
    parts[index] = (parts[index] ?? 0) + 1;
    let pivot = -1;
    for (let column = 0; column < columns; column += 1) {
      if (Math.abs(row[column] ?? 0) > Math.abs(row[pivot] ?? negligible)) pivot = column;
    }
    if (pivot < 0) return;
    const scale = row[pivot] ?? 1;
    for (let column = 0; column < columns; column += 1) row[column] = (row[column] ?? 0) / scale;
    for (let part = 0; part < parts.length; part += 1) parts[part] = (parts[part] ?? 0) / scale;
    basis.push({ pivot, row, parts });
  });
  return basis;
}

/** What is left of a vector without the basis, and the told cells that were taken off, as negative numbers. */
function remainder(
  vector: Float64Array,
  basis: Basis,
  told: number,
): { row: Float64Array; parts: Float64Array } {
  const rest = Float64Array.from(vector);
  const taken = new Float64Array(told);
  for (const { pivot, row, parts } of basis) {
    const factor = rest[pivot] ?? 0;
    if (Math.abs(factor) <= negligible) continue;
    for (let column = 0; column < rest.length; column += 1) {
      rest[column] = (rest[column] ?? 0) - factor * (row[column] ?? 0);
    }
    for (let part = 0; part < told; part += 1) {
      taken[part] = (taken[part] ?? 0) - factor * (parts[part] ?? 0);
    }
  }
  return { row: rest, parts: taken };
}

/** How often each told cell enters the sum that gives the vector; null where none does. */
function summedFrom(vector: Float64Array, basis: Basis, told: number): [Float64Array] | null {
  const { row, parts } = remainder(vector, basis, told);
  return row.every((entry) => Math.abs(entry) <= tolerance) ? [parts] : null;
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
