import { rm } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { likertCount, yesNoCount } from './survey-file';

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

export async function removeDatabase(databasePath: string): Promise<void> {
  await rm(databasePath, { force: true });
  await rm(`${databasePath}.wal`, { force: true });
}
