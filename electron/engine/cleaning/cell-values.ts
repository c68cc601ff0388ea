import type { JS } from '@duckdb/node-api';
import type { CellValue } from '../../../shared/domain/cleaning';
import type { Variable } from '../../../shared/domain/instrument';
import { AppError, assertNever } from '../../../shared/errors';
import { ident, type Sql, sql } from '../db/sql';

/** A stored value as the text of the cleaning log; several answers stay a list. */
export function asCellValue(variable: Variable): Sql {
  const column = ident(variable.id);
  switch (variable.type) {
    case 'multiple':
    case 'single':
    case 'ordinal':
    case 'text':
    case 'identifier':
      return column;
    case 'integer':
    case 'decimal':
    case 'boolean':
    case 'date':
      return sql`cast(${column} as varchar)`;
    case 'datetime':
      return sql`strftime(${column}, '%Y-%m-%d %H:%M:%S')`;
    default:
      return assertNever(variable.type);
  }
}

/** A value of the cleaning log as its column stores it. */
export function asStored(variable: Variable, value: CellValue): Sql {
  const type = { parts: [storedType(variable)], values: [] };
  if (value === null) return sql`null::${type}`;
  return sql`cast(${value} as ${type})`;
}

function storedType({ type }: Variable): string {
  switch (type) {
    case 'integer':
      return 'bigint';
    case 'decimal':
      return 'double';
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'date';
    case 'datetime':
      return 'timestamp';
    case 'multiple':
      return 'varchar[]';
    case 'single':
    case 'ordinal':
    case 'text':
    case 'identifier':
      return 'varchar';
    default:
      return assertNever(type);
  }
}

/** A value read by `asCellValue`. */
export function readCellValue(value: JS | undefined): CellValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value === '' ? null : value;
  if (Array.isArray(value)) return value.filter((item): item is string => typeof item === 'string');
  throw new AppError('internal', { unexpected: typeof value });
}

/** Why a value cannot stand in a column of this variable; null where it can. */
export function misfitOf(variable: Variable, value: CellValue): 'wrong-type' | 'not-an-answer' | null {
  if (value === null) return null;
  if (Array.isArray(value) !== (variable.type === 'multiple')) return 'wrong-type';
  const answers = Array.isArray(value) ? value : [value];
  return answers.map((answer) => answerMisfit(variable, answer)).find((misfit) => misfit !== null) ?? null;
}

/** As `misfitOf` for one answer; in a multiple choice that is one of several. */
export function answerMisfit(variable: Variable, answer: string): 'wrong-type' | 'not-an-answer' | null {
  switch (variable.type) {
    case 'integer':
      return /^-?\d{1,18}$/.test(answer) ? null : 'wrong-type';
    case 'decimal':
      return /^-?\d{1,300}(\.\d{1,300})?(e[+-]?\d{1,3})?$/i.test(answer) && Number.isFinite(Number(answer))
        ? null
        : 'wrong-type';
    case 'boolean':
      return answer === 'true' || answer === 'false' ? null : 'wrong-type';
    case 'date':
      return isDay(answer) ? null : 'wrong-type';
    case 'datetime':
      return /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(answer) && isDay(answer.slice(0, 10))
        ? null
        : 'wrong-type';
    case 'single':
    case 'ordinal':
    case 'multiple':
      return variable.options.some(({ value }) => value === answer) ? null : 'not-an-answer';
    case 'text':
      return answer.trim() === '' ? 'wrong-type' : null;
    case 'identifier':
      return 'wrong-type';
    default:
      return assertNever(variable.type);
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
