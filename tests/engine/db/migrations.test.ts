import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../../electron/engine/db/migrate';
import { AppError } from '../../../shared/errors';

async function memory() {
  const instance = await DuckDBInstance.create(':memory:');
  return instance.connect();
}

async function tables(connection: Awaited<ReturnType<typeof memory>>): Promise<string[]> {
  const reader = await connection.runAndReadAll(
    "select table_name from information_schema.tables where table_schema = 'main' order by 1",
  );
  return reader.getRowObjectsJS().map((row) => String(row.table_name));
}

describe('migrations', () => {
  it('bring an empty file to the current schema and are not run twice', async () => {
    const connection = await memory();
    await migrate(connection, 'nuevo.lineabase');
    const first = await tables(connection);
    await connection.run("insert into meta values ('name', 'Proyecto')");
    await migrate(connection, 'nuevo.lineabase');
    expect(await tables(connection)).toEqual(first);
    const name = await connection.runAndReadAll("select value from meta where key = 'name'");
    expect(name.getRowObjectsJS()).toEqual([{ value: 'Proyecto' }]);
    const version = await connection.runAndReadAll("select value from meta where key = 'schema-version'");
    expect(version.getRowObjectsJS()).toEqual([{ value: String(migrations.length) }]);
  });

  it('001 initial makes the tables of a project', async () => {
    const connection = await memory();
    for (const statement of migrations[0]?.statements ?? []) await connection.run(statement);
    expect(await tables(connection)).toEqual(['audit', 'definition', 'history', 'meta', 'rendering', 'wave']);
  });

  it('refuse a database of somebody else and one of a later version', async () => {
    const foreign = await memory();
    await foreign.run('create table cosas (a integer)');
    await expect(migrate(foreign, 'otra.lineabase')).rejects.toMatchObject({ code: 'project-foreign' });
    const later = await memory();
    await migrate(later, 'x.lineabase');
    await later.run("update meta set value = '42' where key = 'schema-version'");
    const refusal = await migrate(later, 'x.lineabase').catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(AppError);
    expect(refusal).toMatchObject({ code: 'project-newer', details: { found: 42 } });
  });
});
