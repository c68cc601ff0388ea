import {
  Bool,
  DateMillisecond,
  Float64,
  Int32,
  makeData,
  makeVector,
  Table,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow';
import { AppError } from '../../shared/errors';

/** The column types that charts read rightly; nothing else crosses a transport. */
export type ArrowColumn =
  | { type: 'utf8'; values: readonly (string | null)[] }
  | { type: 'bool'; values: readonly (boolean | null)[] }
  | { type: 'int32'; values: readonly (number | null)[] }
  | { type: 'float64'; values: readonly (number | null)[] }
  | { type: 'date'; values: readonly (Date | null)[] }
  | { type: 'timestamp'; values: readonly (Date | null)[] };

/** Encodes named columns of equal length as an Arrow IPC stream. Throws `internal` on a value its type cannot hold. */
export function encodeArrow(columns: Readonly<Record<string, ArrowColumn>>): Uint8Array<ArrayBuffer> {
  const vectors: Record<string, Vector> = {};
  for (const [name, column] of Object.entries(columns)) vectors[name] = toVector(name, column);
  return new Uint8Array(tableToIPC(new Table(vectors), 'stream'));
}

function toVector(name: string, column: ArrowColumn): Vector {
  switch (column.type) {
    case 'utf8':
      return vectorFromArray([...column.values], new Utf8());
    case 'bool':
      return vectorFromArray([...column.values], new Bool());
    case 'int32':
      for (const value of column.values) {
        if (value !== null && !isInt32(value)) throw unexpected(name, value);
      }
      return numbers(column.values, new Int32(), (size) => new Int32Array(size));
    case 'float64':
      return numbers(column.values, new Float64(), (size) => new Float64Array(size));
    case 'date':
      return vectorFromArray([...column.values], new DateMillisecond());
    case 'timestamp':
      return vectorFromArray(
        column.values.map((value) => (value === null ? null : value.getTime())),
        new TimestampMillisecond(),
      );
  }
}

function numbers<T extends Int32 | Float64>(
  values: readonly (number | null)[],
  type: T,
  make: (size: number) => Int32Array | Float64Array,
): Vector {
  const data = make(values.length);
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
  let nullCount = 0;
  values.forEach((value, index) => {
    if (value === null) nullCount += 1;
    else {
      data[index] = value;
      nullBitmap[index >> 3] = (nullBitmap[index >> 3] ?? 0) | (1 << (index & 7));
    }
  });
  // Safe: `make` gives the array that belongs to `type`; the library's overloads cannot express the pair.
  return makeVector(makeData({ type, data, nullBitmap, nullCount, length: values.length } as never));
}

function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -2147483648 && value <= 2147483647;
}

function unexpected(column: string, value: unknown): AppError {
  return new AppError('internal', { column, unexpected: String(value) });
}

/** Whole numbers as Int32 where they fit, else as Float64. Throws `internal` beyond 2^53, where Float64 loses digits. */
export function integerColumn(name: string, values: readonly (number | bigint | null)[]): ArrowColumn {
  const plain = values.map((value) => {
    if (value === null) return null;
    const number = Number(value);
    if (!Number.isSafeInteger(number)) throw unexpected(name, value);
    return number;
  });
  return plain.every((value) => value === null || isInt32(value))
    ? { type: 'int32', values: plain }
    : { type: 'float64', values: plain };
}
