import { describe, expect, it } from 'vitest';
import { foldText } from '../../../electron/engine/import/cell-shapes';
import { isRule } from '../../../electron/engine/import/line-forms';
import { repairLine } from '../../../electron/engine/import/repair-quotes';

const quotes = { delimiter: ',', quote: '"', escape: 'doubled' } as const;

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

describe('time that odd lines take', () => {
  it('tells a long line of dashes or spaces from a drawing in linear time', () => {
    const lines = [
      `${'-'.repeat(100_000)}x`,
      `${' '.repeat(50_000)}${'-'.repeat(50_000)}x`,
      `--|--${' '.repeat(100_000)}x`,
      `${' '.repeat(100_000)}x`,
    ];
    const taken = milliseconds(() => expect(lines.map(isRule)).toEqual([false, false, false, false]));
    expect(taken).toBeLessThan(1000);
    expect(['+----+----+', '-----', '| --- | :-: |', ' ===== ', '|-|-|'].map(isRule)).toEqual(
      Array.from({ length: 5 }, () => true),
    );
  });

  it('divides a line of twenty thousand quoted cells without copying the way to each', () => {
    const line = Array.from({ length: 20_000 }, () => '"a"').join(',');
    const taken = milliseconds(() => expect(repairLine(line, quotes, 19_990)).toBeNull());
    expect(taken).toBeLessThan(1500);
  });

  it('folds a cell of millions of signs without running out of memory', () => {
    expect(foldText(`Ñuñoa${';'.repeat(8_000_000)}-  Sí`)).toBe('nunoa si');
  });

  it('repairs a row of five thousand columns', () => {
    const cells = Array.from({ length: 5000 }, (_, column) => (column === 3 ? '"a "b", c"' : `x${column}`));
    const repair = repairLine(cells.join(','), quotes, 5000);
    const expected = cells.map((cell, column) => (column === 3 ? 'a "b", c' : cell));
    expect(repair).toEqual({ cells: expected, hasInnerQuotes: true });
  });
});
