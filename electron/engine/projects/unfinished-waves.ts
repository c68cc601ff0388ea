import { asText, type Session } from '../db/session';
import { ident, sql } from '../db/sql';
import { waveTable } from './open-project';
import { markDeletedData } from './rewrite-database';

/**
 * Drops the rows of imports that came to no end: tables of data that belong to no wave. Their bytes leave the file when
 * it is written anew at closing. Returns how many there were.
 */
export async function dropUnfinished(session: Session): Promise<number> {
  const waves = await session.all(sql`select id from wave`);
  const known = new Set(waves.map(({ id }) => waveTable(asText(id))));
  const tables = await session.all(
    sql`select table_name as name from duckdb_tables()
        where database_name = current_database() and not temporary and starts_with(table_name, ${waveTable('')})`,
  );
  const left = tables.map(({ name }) => asText(name)).filter((name) => !known.has(name));
  for (const name of left) await session.run(sql`drop table ${ident(name)}`);
  if (left.length > 0) await markDeletedData(session);
  return left.length;
}
