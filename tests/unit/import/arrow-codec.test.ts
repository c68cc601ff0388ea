import { tableFromIPC } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { encodeArrow, integerColumn } from '../../../electron/engine/arrow-codec';
import { csvCell } from '../../../electron/engine/waves/export-set-aside';

describe('the Arrow codec', () => {
  it('carries each type and its gaps', () => {
    const day = new Date('2024-03-01T00:00:00Z');
    const instant = new Date('2024-03-01T10:20:30.123Z');
    const table = tableFromIPC(
      encodeArrow({
        text: { type: 'utf8', values: ['ñ', null, ''] },
        yes: { type: 'bool', values: [true, null, false] },
        whole: integerColumn('whole', [1, null, -5]),
        big: integerColumn('big', [3_000_000_000n, null, 1]),
        part: { type: 'float64', values: [1.5, null, -0.25] },
        day: { type: 'date', values: [day, null, day] },
        at: { type: 'timestamp', values: [instant, null, instant] },
      }),
    );
    expect(table.schema.fields.map(({ name, type }) => [name, String(type)])).toEqual([
      ['text', 'Utf8'],
      ['yes', 'Bool'],
      ['whole', 'Int32'],
      ['big', 'Float64'],
      ['part', 'Float64'],
      ['day', 'Date64<MILLISECOND>'],
      ['at', 'Timestamp<MILLISECOND>'],
    ]);
    expect(table.get(0)?.toJSON()).toMatchObject({ text: 'ñ', yes: true, whole: 1, big: 3e9, part: 1.5 });
    expect(Number(table.get(0)?.day)).toBe(day.getTime());
    expect(Number(table.get(0)?.at)).toBe(instant.getTime());
    expect(Object.values(table.get(1)?.toJSON() ?? {})).toEqual(Array(7).fill(null));
    expect(table.get(2)?.toJSON()).toMatchObject({ text: '', yes: false, whole: -5, big: 1, part: -0.25 });
  });

  it('refuses whole numbers that would lose digits', () => {
    expect(() => integerColumn('x', [2n ** 53n])).toThrow('internal');
    expect(() => encodeArrow({ x: { type: 'int32', values: [1.5] } })).toThrow('internal');
  });
});

describe('cells of an exported CSV', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['@x', "'@x"],
    ['-cmd', "'-cmd"],
    ['\tx', "'\tx"],
    ['-5', '-5'],
    ['+5,2', '+5,2'],
    ['-', '-'],
    ['a;"b"', '"a;""b"""'],
    ['dos\nlíneas', '"dos\nlíneas"'],
    ['llano', 'llano'],
  ])('writes %j as %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell);
  });
});
