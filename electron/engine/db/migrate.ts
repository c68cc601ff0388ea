import type { DuckDBConnection } from '@duckdb/node-api';
import { AppError } from '../../../shared/errors';
import { createMeta } from './migrations/001-initial';
import { keepPlans } from './migrations/002-wave-plan';

/** One step of the schema; its position in the list is its version. */
export type Migration = { name: string; statements: readonly string[] };

export const migrations: readonly Migration[] = [createMeta, keepPlans];

const applicationMark = 'linea-base';

/**
 * Brings a project file to the current schema, each step in a transaction of its own. Throws `project-foreign`
 * when the database belongs to something else and `project-newer` when a later version wrote it.
 */
export async function migrate(connection: DuckDBConnection, fileName: string): Promise<void> {
  const version = await readVersion(connection, fileName);
  if (version > migrations.length) {
    throw new AppError('project-newer', { fileName, found: version, known: migrations.length });
  }
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    await connection.run('begin transaction');
    try {
      for (const statement of migration.statements) await connection.run(statement);
      await connection.run("insert or replace into meta values ('application', $1)", [applicationMark]);
      await connection.run("insert or replace into meta values ('schema-version', $1)", [String(index + 1)]);
      await connection.run('commit');
    } catch (error) {
      await connection.run('rollback').catch(() => undefined);
      throw error;
    }
  }
}

async function readVersion(connection: DuckDBConnection, fileName: string): Promise<number> {
  const tables = await connection.runAndReadAll(
    "select table_name from information_schema.tables where table_schema = 'main'",
  );
  const names = tables.getRowObjectsJS().map((row) => row.table_name);
  if (names.length === 0) return 0;
  if (!names.includes('meta')) throw new AppError('project-foreign', { fileName });
  const meta = await connection.runAndReadAll(
    "select key, value from meta where key in ('application', 'schema-version')",
  );
  const values = new Map(meta.getRowObjectsJS().map((row) => [row.key, row.value]));
  if (values.get('application') !== applicationMark) throw new AppError('project-foreign', { fileName });
  return Number(values.get('schema-version'));
}
