import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestEngine } from '../../support/engine';

describe('a project file handed over by a browser', () => {
  let dataFolder: string;
  beforeEach(async () => {
    dataFolder = await mkdtemp(path.join(os.tmpdir(), 'linea-base-staged-'));
  });
  afterEach(() => rm(dataFolder, { recursive: true, force: true }));

  async function exportedProject(): Promise<Buffer> {
    const test = await startTestEngine();
    await test.client.call('project.create', { name: 'Convivencia', fileId: null });
    const file = await test.client.call('project.exportFile', {});
    const bytes = await readFile(test.engine.files.output(file.fileId).path);
    await test.close();
    return bytes;
  }

  it('is opened from a copy in the projects folder, which outlives the engine with the work done in it', async () => {
    const bytes = await exportedProject();
    const first = await startTestEngine({ dataFolder });
    const fileId = await first.stage('Convivencia.lineabase', bytes);
    const opened = await first.client.call('project.openFile', { fileId });
    expect([opened.fileName, opened.folder]).toEqual([
      'Convivencia.lineabase',
      path.join(dataFolder, 'projects'),
    ]);
    await first.client.call('project.rename', { name: 'Convivencia 2024' });
    await first.engine.close();

    const second = await startTestEngine({ dataFolder });
    const { recent } = await second.client.call('project.recent', {});
    expect(recent.map(({ name, exists }) => [name, exists])).toEqual([['Convivencia 2024', true]]);
    const again = await second.client.call('project.open', { reference: recent[0]?.reference ?? '' });
    expect(again.name).toBe('Convivencia 2024');
    await second.engine.close();
  });

  it('leaves nothing in the projects folder when it is not a project, and is named as the person named it', async () => {
    const test = await startTestEngine({ dataFolder });
    const fileId = await test.stage('apuntes.lineabase', 'Esto no es un proyecto.');
    await expect(test.client.call('project.openFile', { fileId })).rejects.toMatchObject({
      code: 'project-foreign',
      details: { fileName: 'apuntes.lineabase' },
    });
    expect(await readdir(path.join(dataFolder, 'projects'))).toEqual([]);
    await test.engine.close();
  });
});
