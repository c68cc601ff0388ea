import { copyFile, rename, rm } from 'node:fs/promises';
import { neverCancelled } from '../../../shared/cancel';
import type { ProjectDatabase } from '../db/project-database';
import type { Session } from '../db/session';
import { ident, literal, sql } from '../db/sql';
import { readMeta, writeMeta } from './open-project';

const deletedDataKey = 'has-deleted-data';

/** Remembers that blocks of the file still hold data that was deleted, until the file is written anew. */
export async function markDeletedData(session: Session): Promise<void> {
  await writeMeta(session, deletedDataKey, 'true');
}

/** True where the file still holds blocks of data that was deleted. */
export function holdsDeletedData(database: ProjectDatabase): Promise<boolean> {
  return database.read(
    neverCancelled,
    async (session) => (await readMeta(session, deletedDataKey)) === 'true',
  );
}

/** Copies what is in a database, and nothing that was deleted, into a new file at `scratch` (a staging path). */
export async function copyDatabase(database: ProjectDatabase, scratch: string): Promise<void> {
  await database.checkpoint();
  await database.read(neverCancelled, async (session) => {
    const catalog = await session.first(sql`select current_database() as name`);
    await session.run(sql`attach ${literal(scratch)} as copy_target`);
    try {
      await session.run(sql`copy from database ${ident(String(catalog?.name))} to copy_target`);
      await session.run(sql`delete from copy_target.meta where key = ${deletedDataKey}`);
    } finally {
      await session.run(sql`detach copy_target`);
    }
  });
}

/** Puts a file in place of another so that a kill leaves one of the two whole. */
export async function replaceFile(source: string, target: string): Promise<void> {
  const beside = `${target}.new`;
  await copyFile(source, beside);
  await rename(beside, target);
  await rm(source, { force: true });
}

/**
 * Closes a database; where data was deleted from it, the file is first written anew without it. If that fails, the
 * file stays as it was and the mark remains for the next time.
 */
export async function closeForGood(
  database: ProjectDatabase,
  scratch: string,
  log: (line: string) => void,
): Promise<void> {
  const isDue = await holdsDeletedData(database).catch(() => false);
  if (!isDue) return database.close();
  try {
    await copyDatabase(database, scratch);
  } catch (error) {
    log(`rewrite of ${database.path} failed: ${String(error)}`);
    await rm(scratch, { force: true });
    return database.close();
  }
  await database.close();
  await replaceFile(scratch, database.path);
}
