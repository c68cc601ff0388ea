import { rm } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { likertCount, numberCount, yesNoCount } from './survey-file';

/** DuckDB used by hand: what somebody who knows the file would type. */

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Milliseconds of `create table as select * from read_csv(...)` into a database file. */
export async function importByHand(csvPath: string, databasePath: string, table: string): Promise<number> {
  const instance = await DuckDBInstance.create(databasePath);
  const connection = await instance.connect();
  const start = performance.now();
  await connection.run(
    `create table ${table} as select * from read_csv(${quote(csvPath)}, delim = ';', header = true,
      decimal_separator = ',', dateformat = '%d-%m-%Y')`,
  );
  await connection.run('checkpoint');
  const elapsed = performance.now() - start;
  connection.closeSync();
  instance.closeSync();
  return elapsed;
}

/** Milliseconds of one grouping-sets query a wave: 30 indicators by 4 breakdowns, on two tables. */
export async function computeByHand(databasePath: string, tables: readonly string[]): Promise<number> {
  const instance = await DuckDBInstance.create(databasePath);
  const connection = await instance.connect();
  const yesNo = Array.from({ length: yesNoCount }, (_, index) => `"Pregunta sí o no ${index + 1}"`);
  const likert = Array.from({ length: likertCount }, (_, index) => `"Afirmación ${index + 1}"`);
  const numbers = Array.from({ length: 6 }, (_, index) => `"Medida ${index + 1}"`);
  const aggregates = [
    ...yesNo.map((column) => `count(${column}), count(*) filter (where ${column} = 'Sí')`),
    ...likert.map(
      (column) => `count(${column}), count(*) filter (where ${column} in ('De acuerdo', 'Muy de acuerdo'))`,
    ),
    ...numbers.map((column) => `count(${column}), avg(${column}), var_samp(${column})`),
  ];
  const start = performance.now();
  for (const table of tables) {
    await connection.runAndReadAll(
      `select "Establecimiento", "Sexo", "Nacionalidad", "Situación migratoria", count(*), ${aggregates.join(', ')}
       from ${table}
       group by grouping sets ((), ("Establecimiento"), ("Sexo"), ("Nacionalidad"), ("Situación migratoria"))`,
    );
  }
  const elapsed = performance.now() - start;
  connection.closeSync();
  instance.closeSync();
  return elapsed;
}

export const designBreakdowns = ['Sexo', 'Nacionalidad', 'Situación migratoria', 'Curso'] as const;

/** The 30 indicators as SQL that is true or false (or a number) where there is an answer and null where there is none. */
export function indicatorColumns(): string[] {
  return [
    ...Array.from({ length: yesNoCount }, (_, index) => `("Pregunta sí o no ${index + 1}" = 'Sí')`),
    ...Array.from(
      { length: likertCount },
      (_, index) => `("Afirmación ${index + 1}" in ('De acuerdo', 'Muy de acuerdo'))`,
    ),
    ...Array.from({ length: numberCount }, (_, index) => `"Medida ${index + 1}"`),
  ];
}

/**
 * Milliseconds of the one query a wave that any weighted and clustered battery needs: answers, weights and weighted
 * values of each indicator by school and all four breakdowns at once (6656 groups), which is quicker than five grouping
 * sets. Adding groups up and estimating is not in it.
 */
export async function computeDesignByHand(databasePath: string, tables: readonly string[]): Promise<number> {
  const instance = await DuckDBInstance.create(databasePath);
  const connection = await instance.connect();
  const aggregates = indicatorColumns().map((_, index) => {
    const y = `y${index}`;
    const weighted =
      index < yesNoCount + likertCount
        ? `sum(case when ${y} then w end)`
        : `sum(w * ${y}), sum(w * ${y} * ${y})`;
    return `count(${y}), sum(case when ${y} is not null then w end), ${weighted}`;
  });
  const columns = indicatorColumns().map((column, index) => `${column} as y${index}`);
  const keys = ['Establecimiento', ...designBreakdowns].map((name) => `"${name}"`).join(', ');
  const start = performance.now();
  for (const table of tables) {
    await connection.runAndReadAll(
      `select ${keys}, count(*), ${aggregates.join(', ')}
       from (select ${keys}, "Ponderador" as w, ${columns.join(', ')} from ${table}) group by ${keys}`,
    );
  }
  const elapsed = performance.now() - start;
  connection.closeSync();
  instance.closeSync();
  return elapsed;
}

/** Writes one wave for R: breakdowns as texts, school, weight, and y1 to y30, with nothing where there is no answer. */
export async function exportForR(databasePath: string, table: string, target: string): Promise<void> {
  const instance = await DuckDBInstance.create(databasePath);
  const connection = await instance.connect();
  const columns = indicatorColumns().map((column, index) => `${column}::double as y${index + 1}`);
  const groups = designBreakdowns.map((name, index) => `"${name}" as b${index + 1}`);
  await connection.run(
    `copy (select "Establecimiento" as school, "Ponderador" as w, ${[...groups, ...columns].join(', ')} from ${table})
     to ${quote(target)} (header, delimiter ',')`,
  );
  connection.closeSync();
  instance.closeSync();
}

export async function removeDatabase(databasePath: string): Promise<void> {
  await rm(databasePath, { force: true });
  await rm(`${databasePath}.wal`, { force: true });
}
