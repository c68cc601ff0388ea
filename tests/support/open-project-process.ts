import os from 'node:os';
import path from 'node:path';
import { ProjectDatabase } from '../../electron/engine/db/project-database';
import { sql } from '../../electron/engine/db/sql';
import { neverCancelled } from '../../shared/cancel';
import { AppError } from '../../shared/errors';

/** Run as its own process by tests: opens a project, or writes to it inside a transaction until it is killed. */
const [mode, filePath = ''] = process.argv.slice(2);
const staging = path.join(os.tmpdir(), `linea-base-other-${process.pid}`);

try {
  const database = await ProjectDatabase.open(filePath, staging);
  if (mode === 'write') {
    await database.write(neverCancelled, async (session) => {
      await session.run(sql`insert into history (entity, id, action, name, happened_at)
        select 'indicator', 'x' || i, 'created', repeat('a', 200), '' from range(2000000) t(i)`);
      process.stdout.write('writing\n');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });
  }
  await database.close();
  process.stdout.write('opened\n');
} catch (error) {
  process.stdout.write(`${error instanceof AppError ? error.code : String(error)}\n`);
}
