/** Which sums and differences of told cells give another cell. */
export type SumsOfCells = {
  /** Positions of the told cells that enter the sum that gives a cell of these groups, in order; null where none does. */
  partsOf(groups: Int32Array): number[] | null;
};

const tolerance = 1e-8;
const negligible = 1e-7;

/**
 * Reads told cells, each the numbers of the groups it adds up. A cell is a sum of others where nothing of its vector of zeros and
 * ones is left beside theirs; that is decided on the products of the vectors (how many groups two cells share), factored after
 * Cholesky with what is zero left out, since most cells share nothing. Told cells that are sums of earlier ones are passed over.
 */
export function createSums(told: readonly Int32Array[]): SumsOfCells {
  const cellsOf = new Map<number, number[]>();
  told.forEach((groups, cell) => {
    for (const group of groups) {
      const own = cellsOf.get(group);
      if (own) own.push(cell);
      else cellsOf.set(group, [cell]);
    }
  });
  // The factor by columns: of each told cell that is no sum of earlier ones, the later cells it enters and how much.
  const columns: { diagonal: number; cells: number[]; values: number[] }[] = told.map(() => ({
    diagonal: 0,
    cells: [],
    values: [],
  }));
  const rest = new Float64Array(told.length);
  /** Leaves the factor's row for a vector of groups in `rest` and gives what is left of the vector's own product. */
  const resolve = (groups: Int32Array, before: number): number => {
    rest.fill(0, 0, before);
    for (const group of groups) {
      for (const cell of cellsOf.get(group) ?? []) if (cell < before) rest[cell] = (rest[cell] ?? 0) + 1;
    }
    let left = groups.length;
    for (let cell = 0; cell < before; cell += 1) {
      const product = rest[cell] ?? 0;
      const column = columns[cell];
      if (product === 0 || !column) continue;
      const value = column.diagonal === 0 || Math.abs(product) < 1e-11 ? 0 : product / column.diagonal;
      rest[cell] = value;
      if (value === 0) continue;
      left -= value * value;
      for (let at = 0; at < column.cells.length; at += 1) {
        const later = column.cells[at] ?? 0;
        if (later >= before) break;
        rest[later] = (rest[later] ?? 0) - value * (column.values[at] ?? 0);
      }
    }
    return left;
  };
  told.forEach((groups, cell) => {
    const left = resolve(groups, cell);
    if (left <= tolerance * Math.max(1, groups.length)) return;
    for (let earlier = 0; earlier < cell; earlier += 1) {
      const value = rest[earlier] ?? 0;
      if (value === 0) continue;
      columns[earlier]?.cells.push(cell);
      columns[earlier]?.values.push(value);
    }
    const own = columns[cell];
    if (own) own.diagonal = Math.sqrt(left);
  });
  return {
    partsOf(groups) {
      if (resolve(groups, told.length) > tolerance * Math.max(1, groups.length)) return null;
      const parts: number[] = [];
      for (let cell = told.length - 1; cell >= 0; cell -= 1) {
        const column = columns[cell];
        if (!column || column.diagonal === 0) continue;
        let value = rest[cell] ?? 0;
        for (let at = 0; at < column.cells.length; at += 1) {
          value -= (column.values[at] ?? 0) * (rest[column.cells[at] ?? 0] ?? 0);
        }
        rest[cell] = value / column.diagonal;
        if (Math.abs(rest[cell] ?? 0) > negligible) parts.unshift(cell);
      }
      return parts;
    },
  };
}
