import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/errors';
import { startTestEngine, type TestEngine } from '../../support/engine';

let test: TestEngine;

beforeEach(async () => {
  test = await startTestEngine();
});

afterEach(async () => {
  await test.close();
});

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'none';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

async function createProject(name: string): Promise<string> {
  const project = await test.client.call('project.create', { name, fileId: null });
  return path.join(project.folder, project.fileName);
}

describe('a project file', () => {
  it('is created, closed and opened again with its name', async () => {
    const filePath = await createProject('Escuelas de Ñuñoa');
    await test.client.call('project.close', {});
    expect((await test.client.call('project.current', {})).project).toBeNull();
    const fileId = await test.grant(filePath);
    const opened = await test.client.call('project.openFile', { fileId });
    expect(opened.name).toBe('Escuelas de Ñuñoa');
    expect(opened.fileName).toBe('Escuelas de Ñuñoa.lineabase');
  });

  it('takes a free name when one of that name exists, and refuses to overwrite a file that was asked for', async () => {
    const first = await createProject('Igual');
    const second = await createProject('Igual');
    expect(second).not.toBe(first);
    const fileId = await test.grant(first, 'write');
    expect(await codeOf(test.client.call('project.create', { name: 'Otro', fileId }))).toBe('project-exists');
  });

  it('lists recent projects newest first and opens them by reference', async () => {
    await createProject('Uno');
    await createProject('Dos');
    const { recent } = await test.client.call('project.recent', {});
    expect(recent.map((entry) => entry.name)).toEqual(['Dos', 'Uno']);
    const reference = recent[1]?.reference ?? '';
    expect((await test.client.call('project.open', { reference })).name).toBe('Uno');
  });

  it('says that a recent project is gone', async () => {
    const gone = await createProject('Perdido');
    await createProject('Otro');
    await rm(gone);
    const { recent } = await test.client.call('project.recent', {});
    const entry = recent.find((candidate) => candidate.name === 'Perdido');
    expect(entry?.exists).toBe(false);
    expect(await codeOf(test.client.call('project.open', { reference: entry?.reference ?? '' }))).toBe(
      'project-missing',
    );
  });

  it('saves a copy under another name and goes on in the copy', async () => {
    const original = await createProject('Original');
    const copy = await test.client.call('project.saveAs', { name: 'Copia', fileId: null });
    expect(copy.name).toBe('Copia');
    const reopened = await test.client.call('project.openFile', { fileId: await test.grant(original) });
    expect(reopened.name).toBe('Original');
    const leftovers = (await readdir(path.dirname(original))).filter((name) => !name.endsWith('.lineabase'));
    expect(leftovers).toEqual([]);
  });

  it('exports a copy that opens elsewhere', async () => {
    await createProject('Compacto');
    const output = await test.client.call('project.exportFile', {});
    const { path: outputPath } = test.engine.files.output(output.fileId);
    const copy = await startTestEngine();
    const target = path.join(copy.folder, 'recibido.lineabase');
    await copyFile(outputPath, target);
    const opened = await copy.client.call('project.openFile', { fileId: await copy.grant(target) });
    expect(opened.name).toBe('Compacto');
    await copy.close();
  });

  it('refuses a second writer in the same process and in another', async () => {
    const filePath = await createProject('Ocupado');
    const other = await startTestEngine();
    expect(await codeOf(other.client.call('project.openFile', { fileId: await other.grant(filePath) }))).toBe(
      'project-locked',
    );
    await other.close();
    const answer = await openInAnotherProcess(filePath);
    expect(answer).toBe('project-locked');
  });

  it('names a file that is not ours, damaged, newer or missing, and leaves the open project open', async () => {
    await createProject('Abierto');
    const notOurs = path.join(test.folder, 'planilla.lineabase');
    await writeFile(notOurs, 'RUN;Nombre\n1;2\n'.repeat(50));
    const foreign = path.join(test.folder, 'otra-base.lineabase');
    const instance = await DuckDBInstance.create(foreign);
    const connection = await instance.connect();
    await connection.run('create table cosas (a integer)');
    connection.closeSync();
    instance.closeSync();
    const damaged = path.join(test.folder, 'roto.lineabase');
    const intact = await createProject('Intacto');
    await createProject('Abierto de nuevo');
    await copyFile(intact, damaged);
    const handle = await open(damaged, 'r+');
    await handle.write(Buffer.alloc(8192, 7), 0, 8192, 4096);
    await handle.close();
    const newer = path.join(test.folder, 'futuro.lineabase');
    await copyFile(intact, newer);
    const newerInstance = await DuckDBInstance.create(newer);
    const newerConnection = await newerInstance.connect();
    await newerConnection.run("update meta set value = '999' where key = 'schema-version'");
    newerConnection.closeSync();
    newerInstance.closeSync();

    const codes: string[] = [];
    for (const file of [notOurs, foreign, damaged, newer]) {
      codes.push(await codeOf(test.client.call('project.openFile', { fileId: await test.grant(file) })));
    }
    expect(codes).toEqual(['project-foreign', 'project-foreign', 'project-damaged', 'project-newer']);
    expect((await test.client.call('project.current', {})).project?.name).toBe('Abierto de nuevo');
  });

  it('says when the folder cannot be written', async () => {
    // Root may write anywhere, so the folder is a place where nobody can: inside a regular file.
    const blocked = path.join(test.folder, 'no-es-carpeta');
    await writeFile(blocked, '');
    const fileId = await test.grant(path.join(blocked, 'x.lineabase'), 'write');
    expect(await codeOf(test.client.call('project.create', { name: 'X', fileId }))).toBe(
      'folder-not-writable',
    );
    if (process.getuid?.() !== 0) {
      const readOnly = path.join(test.folder, 'solo-lectura');
      await mkdir(readOnly);
      await chmod(readOnly, 0o500);
      const denied = await test.grant(path.join(readOnly, 'x.lineabase'), 'write');
      expect(await codeOf(test.client.call('project.create', { name: 'X', fileId: denied }))).toBe(
        'folder-not-writable',
      );
    }
  });

  it('keeps SQL away from files outside staging', async () => {
    const filePath = await createProject('Cerrado');
    await test.client.call('project.close', {});
    const { ProjectDatabase } = await import('../../../electron/engine/db/project-database');
    const { sql, literal } = await import('../../../electron/engine/db/sql');
    const { neverCancelled } = await import('../../../shared/cancel');
    const database = await ProjectDatabase.open(filePath, path.join(test.folder, 'staging'));
    await writeFile(path.join(test.folder, 'secreto.csv'), 'a\n1\n');
    const outside = literal(path.join(test.folder, 'secreto.csv'));
    await expect(
      database.read(neverCancelled, (session) => session.all(sql`select * from read_csv(${outside})`)),
    ).rejects.toThrow(/Permission|disabled/);
    await expect(
      database.read(neverCancelled, (session) => session.run(sql`set enable_external_access = true`)),
    ).rejects.toThrow(/locked|configuration/i);
    await database.close();
  });

  it('asks for a reason before it lowers a privacy threshold, and keeps it', async () => {
    const filePath = await createProject('Umbral');
    const { settings } = (await test.client.call('project.current', {})).project ?? {};
    if (!settings) throw new Error('no settings');
    const lowered = { ...settings, thresholdPublication: 3 };
    expect(await codeOf(test.client.call('project.configure', { settings: lowered, reason: '  ' }))).toBe(
      'invalid-input',
    );
    await test.client.call('project.configure', {
      settings: lowered,
      reason: 'Mesa técnica, uso interno',
    });
    await test.client.call('project.close', {});
    const instance = await DuckDBInstance.create(filePath);
    const connection = await instance.connect();
    const audit = await connection.runAndReadAll('select action, reason from audit');
    expect(audit.getRowObjectsJS()).toEqual([
      { action: 'project.configure', reason: 'Mesa técnica, uso interno' },
    ]);
    connection.closeSync();
    instance.closeSync();
  });

  it('is whole after the process is killed while it writes', async () => {
    const filePath = await createProject('Matado');
    await test.client.call('project.close', {});
    const before = await stat(filePath);
    await killWhileWriting(filePath);
    const opened = await test.client.call('project.openFile', { fileId: await test.grant(filePath) });
    expect(opened.name).toBe('Matado');
    expect(before.size).toBeGreaterThan(0);
    const { undo } = await test.client.call('history.state', {});
    expect(undo).toBeNull();
  });
});

async function openInAnotherProcess(filePath: string): Promise<string> {
  const script = path.resolve(import.meta.dirname, '../../support/open-project-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, 'open', filePath], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'exit');
  return Buffer.concat(chunks).toString('utf8').trim();
}

async function killWhileWriting(filePath: string): Promise<void> {
  const script = path.resolve(import.meta.dirname, '../../support/open-project-process.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, 'write', filePath], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await readFile(filePath)).length).toBeGreaterThan(0);
}
