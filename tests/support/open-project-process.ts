import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ProjectDatabase } from '../../electron/engine/db/project-database';
import { sql } from '../../electron/engine/db/sql';
import { neverCancelled } from '../../shared/cancel';
import { WaveId } from '../../shared/domain/ids';
import { AppError } from '../../shared/errors';
import { startTestEngine } from './engine';

/**
 * Run as its own process by tests: opens a project, writes to it inside a transaction, or removes a wave, and then
 * waits to be killed.
 */
const [mode, filePath = '', waveId = ''] = process.argv.slice(2);

async function waitToBeKilled(word: string): Promise<void> {
  process.stdout.write(`${word}\n`);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
}

async function removeWave(): Promise<void> {
  const { client, grant } = await startTestEngine();
  await client.call('project.openFile', { fileId: await grant(filePath) });
  await client.call('wave.remove', { waveId: WaveId.parse(waveId) });
  await waitToBeKilled('removed');
}

async function openProject(): Promise<void> {
  const staging = await mkdtemp(path.join(os.tmpdir(), 'linea-base-other-'));
  const database = await ProjectDatabase.open(filePath, staging);
  if (mode === 'write') {
    await database.write(neverCancelled, async (session) => {
      await session.run(sql`insert into history (entity, id, action, name, happened_at)
        select 'indicator', 'x' || i, 'created', repeat('a', 200), '' from range(2000000) t(i)`);
      await waitToBeKilled('writing');
    });
  }
  await database.close();
  process.stdout.write('opened\n');
}

try {
  await (mode === 'remove' ? removeWave() : openProject());
} catch (error) {
  process.stdout.write(`${error instanceof AppError ? error.code : String(error)}\n`);
}
