import { type DuckDBValue, listValue } from '@duckdb/node-api';

export type SqlValue = string | number | bigint | boolean | null | readonly string[];

/** A statement with its bound values; text and values only ever grow together. */
export type Sql = { readonly parts: readonly string[]; readonly values: readonly SqlValue[] };

type Interpolated = SqlValue | Sql;

function isSql(value: Interpolated): value is Sql {
  return typeof value === 'object' && value !== null && 'parts' in value;
}

/** Builds a statement: values are bound, nested statements are spliced; identifiers go through `ident`. */
export function sql(strings: TemplateStringsArray, ...interpolated: Interpolated[]): Sql {
  const parts: string[] = [strings[0] ?? ''];
  const values: SqlValue[] = [];
  interpolated.forEach((item, index) => {
    const following = strings[index + 1] ?? '';
    if (isSql(item)) {
      appendText(parts, item.parts[0] ?? '');
      item.values.forEach((value, nested) => {
        values.push(value);
        parts.push(item.parts[nested + 1] ?? '');
      });
      appendText(parts, following);
    } else {
      values.push(item);
      parts.push(following);
    }
  });
  return { parts, values };
}

function appendText(parts: string[], text: string): void {
  parts[parts.length - 1] = (parts[parts.length - 1] ?? '') + text;
}

/** A quoted identifier; the only way a name gets into a statement. */
export function ident(name: string): Sql {
  return { parts: [`"${name.replaceAll('"', '""')}"`], values: [] };
}

/** A text literal, for the few places (reader options, DDL) where DuckDB takes no bound value. */
export function literal(text: string): Sql {
  return { parts: [`'${text.replaceAll("'", "''")}'`], values: [] };
}

/** Joins statements with a separator, `, ` unless told. An empty list gives an empty statement. */
export function join(items: readonly Sql[], separator = ', '): Sql {
  const parts: string[] = [''];
  const values: SqlValue[] = [];
  items.forEach((item, index) => {
    if (index > 0) appendText(parts, separator);
    appendText(parts, item.parts[0] ?? '');
    item.values.forEach((value, nested) => {
      values.push(value);
      parts.push(item.parts[nested + 1] ?? '');
    });
  });
  return { parts, values };
}

export const emptySql: Sql = { parts: [''], values: [] };

/** The text with `$1 …` and the values as DuckDB binds them. */
export function compileSql(statement: Sql): { text: string; values: DuckDBValue[] } {
  const text = statement.parts.map((part, index) => (index === 0 ? part : `$${index}${part}`)).join('');
  return { text, values: statement.values.map(toDuckDbValue) };
}

function toDuckDbValue(value: SqlValue): DuckDBValue {
  return typeof value === 'object' && value !== null ? listValue([...value]) : value;
}
