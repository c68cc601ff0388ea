import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WaveId } from '../../../shared/domain/ids';
import { startTestEngine, type TestEngine } from '../../support/engine';

let test: TestEngine;

beforeEach(async () => {
  test = await startTestEngine();
});

afterEach(async () => {
  await test.close();
});

async function createProject(): Promise<string> {
  const project = await test.client.call('project.create', { name: 'Borrado', fileId: null });
  return path.join(project.folder, project.fileName);
}

/** A text that repeats nothing, so that the database stores it as it stands. */
function comment(word: string, index: number): string {
  return createHash('sha256').update(`${word} ${index}`).digest('base64');
}

const identifier = { type: 'identifier', role: 'identifier' } as const;

/** Imports a wave whose comments are nowhere else; "stop" fails where the first column, taken for an identifier, repeats itself. */
async function importWave(word: string, repeats = false): Promise<WaveId> {
  const rows = Array.from({ length: 40 }, (_, index) => `${repeats ? 7 : index};${comment(word, index)}`);
  const fileId = await test.stage(`${word}.csv`, `Folio;Comentario\n${rows.join('\n')}\n`);
  const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
  const { wave } = await test.client.call('wave.import', {
    fileId,
    sha256: inspection.sha256,
    dialect: inspection.dialect,
    columns: inspection.columns.map(({ proposal }) => ({
      ...proposal,
      action: 'keep',
      ...(proposal.header === 'Folio' ? identifier : { type: 'text' as const }),
      options: [],
    })),
    wave: { name: word, moment: 'ex-ante', startDate: null, endDate: null, isSynthetic: true },
    instrumentId: null,
    instrumentName: word,
    repeatedIdentifiers: 'stop',
  });
  return wave.id;
}

async function holds(filePath: string, word: string): Promise<boolean> {
  return (await readFile(filePath)).includes(comment(word, 7));
}

describe('a wave that was deleted', () => {
  it('is in the bytes of the file before, and in none after the project is closed', async () => {
    const filePath = await createProject();
    const gone = await importWave('jacaranda');
    await importWave('alerce');
    await test.client.call('project.close', {});
    expect(await holds(filePath, 'jacaranda')).toBe(true);

    await test.client.call('project.openFile', { fileId: await test.grant(filePath) });
    await test.client.call('wave.remove', { waveId: gone });
    await test.client.call('project.close', {});
    expect(await holds(filePath, 'jacaranda')).toBe(false);
    expect(await holds(filePath, 'alerce')).toBe(true);

    const reopened = await test.client.call('project.openFile', { fileId: await test.grant(filePath) });
    expect(reopened.counts.waves).toBe(1);
    expect(reopened.name).toBe('Borrado');
  });

  it('leaves the bytes at the next opening when the program was killed before', async () => {
    const filePath = await createProject();
    const gone = await importWave('jacaranda');
    await importWave('alerce');
    await test.client.call('project.close', {});
    const script = path.resolve(import.meta.dirname, '../../support/open-project-process.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', script, 'remove', filePath, gone], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await holds(filePath, 'jacaranda')).toBe(true);

    await test.client.call('project.openFile', { fileId: await test.grant(filePath) });
    await test.client.call('project.close', {});
    expect(await holds(filePath, 'jacaranda')).toBe(false);
    expect(await holds(filePath, 'alerce')).toBe(true);
  });
});

describe('an import that came to no end', () => {
  it('leaves neither rows nor bytes when it fails after its rows were stored', async () => {
    const filePath = await createProject();
    await importWave('alerce');
    await expect(importWave('jacaranda', true)).rejects.toMatchObject({ code: 'identifier-repeated' });
    await importWave('quillay');
    await test.client.call('project.close', {});
    expect(await holds(filePath, 'jacaranda')).toBe(false);
    expect(await holds(filePath, 'alerce')).toBe(true);
    expect(await holds(filePath, 'quillay')).toBe(true);
    expect(await dataTables(filePath)).toBe(2);
  });

  it('is taken out at the next opening when the program was killed after its rows were stored', async () => {
    const filePath = await createProject();
    await importWave('alerce');
    await test.client.call('project.close', {});
    await leaveRows(filePath, 'jacaranda');
    expect(await holds(filePath, 'jacaranda')).toBe(true);
    expect(await dataTables(filePath)).toBe(2);

    const reopened = await test.client.call('project.openFile', { fileId: await test.grant(filePath) });
    expect(reopened.counts.waves).toBe(1);
    await test.client.call('project.close', {});
    expect(await holds(filePath, 'jacaranda')).toBe(false);
    expect(await holds(filePath, 'alerce')).toBe(true);
    expect(await dataTables(filePath)).toBe(1);
  });
});

/** What a kill between the two steps of an import leaves: rows of a wave that the project does not know. */
async function leaveRows(filePath: string, word: string): Promise<void> {
  const instance = await DuckDBInstance.create(filePath);
  const connection = await instance.connect();
  const rows = Array.from({ length: 40 }, (_, index) => `(${index}, '${comment(word, index)}')`);
  await connection.run(
    `create table data_wav_left as select * from (values ${rows.join(', ')}) rows(line, said)`,
  );
  await connection.run('checkpoint');
  connection.closeSync();
  instance.closeSync();
}

async function dataTables(filePath: string): Promise<number> {
  const instance = await DuckDBInstance.create(filePath);
  const connection = await instance.connect();
  const found = await connection.runAndReadAll(
    `select table_name from duckdb_tables() where table_name like 'data%'`,
  );
  connection.closeSync();
  instance.closeSync();
  return found.getRows().length;
}
