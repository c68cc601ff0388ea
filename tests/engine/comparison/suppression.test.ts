import { describe, expect, it } from 'vitest';
import {
  allValues,
  type CountedCell,
  cellAddress,
  isBelow,
  protectTable,
} from '../../../electron/engine/privacy/suppression';

/** The same numbers every time: mulberry32. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function cell(row: string, column: string, size: number, threshold: number): CountedCell {
  return { row, column, size, asked: size, isSmall: isBelow(threshold, size) };
}

/** A table with its margins and total; without columns it is a table by one variable. */
function tableOf(
  sizes: readonly (readonly number[])[],
  threshold: number,
  isCrossed: boolean,
): CountedCell[] {
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
  const rows = sizes.map((line, row) => cell(`r${row}`, allValues, sum(line), threshold));
  const total = cell(allValues, allValues, sum(sizes.flat()), threshold);
  if (!isCrossed) return [total, ...rows];
  const columns = (sizes[0] ?? []).map((_, column) =>
    cell(allValues, `c${column}`, sum(sizes.map((line) => line[column] ?? 0)), threshold),
  );
  const crossing = sizes.flatMap((line, row) =>
    line.map((size, column) => cell(`r${row}`, `c${column}`, size, threshold)),
  );
  return [total, ...rows, ...columns, ...crossing];
}

/** Every sum a reader knows to hold: each coefficient list adds up to zero over the whole table. */
function equations(cells: readonly CountedCell[]): Map<string, number>[] {
  const crossing = cells.filter(({ row, column }) => row !== allValues && column !== allValues);
  const rows = cells.filter(({ row, column }) => row !== allValues && column === allValues);
  const columns = cells.filter(({ row, column }) => row === allValues && column !== allValues);
  const total = cells.filter(({ row, column }) => row === allValues && column === allValues);
  const equation = (parts: readonly CountedCell[], sums: readonly CountedCell[]): Map<string, number> =>
    new Map([
      ...parts.map((part) => [cellAddress(part), 1] as const),
      ...sums.map((sum) => [cellAddress(sum), -1] as const),
    ]);
  const lists = [equation(rows, total)];
  if (crossing.length > 0) {
    lists.push(
      equation(columns, total),
      ...rows.map((sum) =>
        equation(
          crossing.filter(({ row }) => row === sum.row),
          [sum],
        ),
      ),
      ...columns.map((sum) =>
        equation(
          crossing.filter(({ column }) => column === sum.column),
          [sum],
        ),
      ),
    );
  }
  return lists;
}

/** The attack: what Gaussian elimination over the sums says about the unknown cells. */
function solvedCells(cells: readonly CountedCell[], hidden: ReadonlySet<string>): Set<string> {
  const unknown = cells.map(cellAddress).filter((address) => hidden.has(address));
  const matrix = equations(cells).map((coefficients) =>
    unknown.map((address) => coefficients.get(address) ?? 0),
  );
  let top = 0;
  const pivots: number[] = [];
  for (let column = 0; column < unknown.length && top < matrix.length; column += 1) {
    const found = matrix.findIndex((line, index) => index >= top && Math.abs(line[column] ?? 0) > 1e-9);
    if (found < 0) continue;
    const [line = []] = matrix.splice(found, 1);
    matrix.splice(top, 0, line);
    const pivot = line[column] ?? 1;
    matrix.forEach((other, index) => {
      const factor = index === top ? 0 : (other[column] ?? 0) / pivot;
      if (factor !== 0)
        other.forEach((value, place) => {
          other[place] = value - factor * (line[place] ?? 0);
        });
    });
    pivots.push(column);
    top += 1;
  }
  const solved = new Set<string>();
  pivots.forEach((column, index) => {
    const line = matrix[index] ?? [];
    const others = line.filter((value, place) => place !== column && Math.abs(value) > 1e-9);
    if (others.length === 0) solved.add(unknown[column] ?? '');
  });
  return solved;
}

/** Sums of hidden cells, without negative terms, that adding and subtracting whole rows and columns gives. */
function derivedSums(cells: readonly CountedCell[], hidden: ReadonlySet<string>): number[] {
  const lists = equations(cells);
  const sums: number[] = [];
  const size = new Map(cells.map((one) => [cellAddress(one), one.size]));
  for (let choice = 1; choice < 3 ** lists.length; choice += 1) {
    const combined = new Map<string, number>();
    let rest = choice;
    for (const list of lists) {
      const sign = [0, 1, -1][rest % 3] ?? 0;
      rest = Math.floor(rest / 3);
      for (const [address, coefficient] of list) {
        if (hidden.has(address)) combined.set(address, (combined.get(address) ?? 0) + sign * coefficient);
      }
    }
    const terms = [...combined].filter(([, coefficient]) => coefficient !== 0);
    if (terms.length > 0 && terms.every(([, coefficient]) => coefficient === 1)) {
      sums.push(terms.reduce((sum, [address]) => sum + (size.get(address) ?? 0), 0));
    }
  }
  return sums;
}

function randomSizes(random: () => number, rows: number, columns: number): number[][] {
  const mode = random();
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => {
      if (random() < 0.15) return 0;
      return Math.floor(random() ** 2 * (mode < 0.5 ? 25 : 80));
    }),
  );
}

describe('suppression', () => {
  const threshold = 10;

  it('hides a small group and the next smallest, so that the total does not give it back', () => {
    const cells = tableOf([[4], [30], [12], [50]], threshold, false);
    expect([...protectTable(cells, threshold)].sort()).toEqual(
      [
        { row: 'r0', column: allValues },
        { row: 'r2', column: allValues },
      ].map(cellAddress),
    );
  });

  it('hides more where the hidden groups together are still below the threshold', () => {
    const cells = tableOf([[2], [3], [40], [60]], threshold, false);
    expect(protectTable(cells, threshold).size).toBe(3);
  });

  it('takes the first by value where two groups are as small', () => {
    const cells = tableOf([[4], [12], [12]], threshold, false);
    expect(protectTable(cells, threshold).has(cellAddress({ row: 'r1', column: allValues }))).toBe(true);
    expect(protectTable([...cells].reverse(), threshold)).toEqual(protectTable(cells, threshold));
  });

  it('hides everything where everybody together are below the threshold', () => {
    const cells = tableOf([[3], [4]], threshold, false);
    expect(protectTable(cells, threshold).size).toBe(cells.length);
  });

  it('hides nothing where no group is small', () => {
    expect(
      protectTable(
        tableOf(
          [
            [10, 0],
            [30, 11],
          ],
          threshold,
          true,
        ),
        threshold,
      ).size,
    ).toBe(0);
  });

  it('shows empty groups and counts none of them as a companion', () => {
    const cells = tableOf([[4], [0], [20]], threshold, false);
    const hidden = protectTable(cells, threshold);
    expect(hidden.has(cellAddress({ row: 'r1', column: allValues }))).toBe(false);
    expect(hidden.has(cellAddress({ row: 'r2', column: allValues }))).toBe(true);
  });

  it('withstands subtraction in random tables by one variable', () => {
    const random = randomNumbers(20241120);
    for (let round = 0; round < 2000; round += 1) {
      const rows = 1 + Math.floor(random() * 12);
      const cells = tableOf(randomSizes(random, rows, 1), threshold, false);
      const hidden = protectTable(cells, threshold);
      for (const one of cells.filter(({ isSmall }) => isSmall)) expect(hidden).toContain(cellAddress(one));
      const isOneGroup = cells.filter(({ asked, row }) => asked > 0 && row !== allValues).length === 1;
      if (!isOneGroup) expect([...solvedCells(cells, hidden)]).toEqual([]);
    }
  });

  it('withstands subtraction in random tables by two variables, margins included', () => {
    const random = randomNumbers(7);
    let protectedTables = 0;
    for (let round = 0; round < 1500; round += 1) {
      const sizes = randomSizes(random, 2 + Math.floor(random() * 6), 2 + Math.floor(random() * 5));
      const cells = tableOf(sizes, threshold, true);
      const hidden = protectTable(cells, threshold);
      const small = cells.filter(({ isSmall }) => isSmall).map(cellAddress);
      for (const address of small) expect(hidden).toContain(address);
      const solved = solvedCells(cells, hidden);
      expect(small.filter((address) => solved.has(address))).toEqual([]);
      if (small.length > 0 && hidden.size < cells.length) protectedTables += 1;
    }
    expect(protectedTables).toBeGreaterThan(500);
  });

  it('lets no group below the threshold be put together from several hidden ones', () => {
    const random = randomNumbers(99);
    for (let round = 0; round < 150; round += 1) {
      const sizes = randomSizes(random, 2 + Math.floor(random() * 2), 2 + Math.floor(random() * 2));
      const cells = tableOf(sizes, threshold, true);
      const hidden = protectTable(cells, threshold);
      const total = sizes.flat().reduce((sum, size) => sum + size, 0);
      if (isBelow(threshold, total)) continue;
      expect(derivedSums(cells, hidden).filter((sum) => isBelow(threshold, sum))).toEqual([]);
    }
  });

  it('hides the same margins with and without the crossing, so that one file does not undo another', () => {
    const random = randomNumbers(3);
    for (let round = 0; round < 500; round += 1) {
      const sizes = randomSizes(random, 2 + Math.floor(random() * 6), 2 + Math.floor(random() * 4));
      const crossed = protectTable(tableOf(sizes, threshold, true), threshold);
      const single = tableOf(sizes, threshold, false);
      const margins = single.map(cellAddress);
      expect(margins.filter((address) => crossed.has(address))).toEqual(
        margins.filter((address) => protectTable(single, threshold).has(address)),
      );
    }
  });

  it('hides at the higher threshold whatever it hides at the lower, by one variable', () => {
    const random = randomNumbers(11);
    for (let round = 0; round < 500; round += 1) {
      const sizes = randomSizes(random, 2 + Math.floor(random() * 9), 1);
      const inside = protectTable(tableOf(sizes, 5, false), 5);
      const outside = protectTable(tableOf(sizes, 10, false), 10);
      expect([...inside].filter((address) => !outside.has(address))).toEqual([]);
    }
  });

  it('keeps a cell hidden for another reason from being worked out', () => {
    const cells = tableOf(
      [
        [40, 30],
        [25, 60],
        [33, 44],
      ],
      threshold,
      true,
    );
    const forced = cellAddress({ row: 'r0', column: 'c1' });
    const hidden = protectTable(cells, threshold, new Set([forced]));
    expect(hidden).toContain(forced);
    expect(solvedCells(cells, hidden)).not.toContain(forced);
    expect(hidden.size).toBeLessThan(6);
  });
});
