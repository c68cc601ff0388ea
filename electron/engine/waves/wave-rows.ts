import type { JS } from '@duckdb/node-api';
import type { Variable } from '../../../shared/domain/instrument';
import type { Wave } from '../../../shared/domain/wave';
import { AppError, assertNever } from '../../../shared/errors';
import { type ArrowColumn, encodeArrow, integerColumn } from '../arrow-codec';
import type { Row, Session } from '../db/session';
import { ident, join, sql } from '../db/sql';
import { skippedColumn } from '../import/form-rules/not-asked';
import { waveTable } from '../projects/open-project';

const answerJoiner = ' · ';

/**
 * A window of a wave's rows in the order of the file, as an Arrow IPC stream: `line` and one column a variable, named
 * by its id. Null is a missing answer; several answers of one question are joined by " · ". Where questions were not put
 * to everybody, `skipped` lists those not put to this person, by id with spaces between.
 */
export async function readRows(
  session: Session,
  wave: Wave,
  variables: readonly Variable[],
  window: { offset: number; limit: number },
): Promise<Uint8Array<ArrayBuffer>> {
  const answered = variables.filter((variable) => wave.variableIds.includes(variable.id));
  const hasSkipped = wave.skippedIds.length > 0;
  const skipped = sql`array_to_string(${ident(skippedColumn)}, ' ') as ${ident(skippedColumn)}`;
  const names = join([
    sql`line`,
    ...answered.map((variable) => ident(variable.id)),
    ...(hasSkipped ? [skipped] : []),
  ]);
  const rows = await session.all(
    sql`select ${names} from ${ident(waveTable(wave.id))} order by line limit ${window.limit} offset ${window.offset}`,
  );
  const columns: Record<string, ArrowColumn> = { line: integerColumn('line', wholeNumbers('line', rows)) };
  for (const variable of answered) columns[variable.id] = columnOf(variable, rows);
  if (hasSkipped) {
    const values = rows.map((row) => only(skippedColumn, row[skippedColumn] ?? null, isText));
    columns[skippedColumn] = { type: 'utf8', values };
  }
  return encodeArrow(columns);
}

function wholeNumbers(name: string, rows: readonly Row[]): (number | bigint | null)[] {
  return rows.map((row) => {
    const value = row[name] ?? null;
    if (value === null || typeof value === 'number' || typeof value === 'bigint') return value;
    throw unexpected(name, value);
  });
}

function columnOf({ id, type }: Variable, rows: readonly Row[]): ArrowColumn {
  const values = rows.map((row) => row[id] ?? null);
  switch (type) {
    case 'integer':
      return integerColumn(id, wholeNumbers(id, rows));
    case 'decimal':
      return { type: 'float64', values: values.map((value) => only(id, value, isNumber)) };
    case 'date':
      return { type: 'date', values: values.map((value) => only(id, value, isDate)) };
    case 'datetime':
      return { type: 'timestamp', values: values.map((value) => only(id, value, isDate)) };
    case 'boolean':
      return { type: 'bool', values: values.map((value) => only(id, value, isBoolean)) };
    case 'multiple':
      return {
        type: 'utf8',
        values: values.map((value) => only(id, value, Array.isArray)?.join(answerJoiner) ?? null),
      };
    case 'single':
    case 'ordinal':
    case 'text':
    case 'identifier':
      return { type: 'utf8', values: values.map((value) => only(id, value, isText)) };
    default:
      return assertNever(type);
  }
}

function only<T extends JS>(name: string, value: JS, fits: (value: JS) => value is T): T | null {
  if (value === null) return null;
  if (!fits(value)) throw unexpected(name, value);
  return value;
}

const isNumber = (value: JS): value is number => typeof value === 'number';
const isText = (value: JS): value is string => typeof value === 'string';
const isBoolean = (value: JS): value is boolean => typeof value === 'boolean';
const isDate = (value: JS): value is Date => value instanceof Date;

function unexpected(column: string, value: JS): AppError {
  return new AppError('internal', { column, unexpected: String(value) });
}
