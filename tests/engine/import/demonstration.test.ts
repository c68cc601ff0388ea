import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestEngine, type TestEngine } from '../../support/engine';
import { failureOf } from '../../support/import';

describe('the demonstration project', () => {
  let test: TestEngine;
  const folder = () => path.join(test.folder, 'projects');
  const fileName = 'Demostración Los Andes.lineabase';

  beforeEach(async () => {
    test = await startTestEngine();
  });
  afterEach(() => test.close());

  it('is made by the ordinary import, says that it is synthetic, and opens as it was left', async () => {
    const stages = new Set<string>();
    const made = await test.client.call(
      'project.openDemonstration',
      { fresh: false },
      { onProgress: ({ stage }) => stages.add(stage) },
    );
    expect(made).toMatchObject({ isDemonstration: true, fileName, counts: { waves: 2 } });
    expect([...stages]).toEqual(expect.arrayContaining(['reading', 'converting', 'storing']));
    const { waves } = await test.client.call('wave.list', {});
    expect(waves.map(({ rows, isSynthetic, moment }) => [rows, isSynthetic, moment])).toEqual([
      [605, true, 'ex-ante'],
      [613, true, 'ex-post'],
    ]);
    const [first] = waves;
    if (!first) throw new Error('no wave');
    expect((await test.client.call('wave.receipt', { waveId: first.id })).rowsSetAside).toBe(6);
    await test.client.call('project.rename', { name: 'Mío' });
    await test.client.call('project.close', {});
    expect(await test.client.call('project.openDemonstration', { fresh: false })).toMatchObject({
      id: made.id,
      name: 'Mío',
    });
  });

  it('is made anew on request, and nothing of the old one stays', async () => {
    const old = await test.client.call('project.openDemonstration', { fresh: false });
    const fresh = await test.client.call('project.openDemonstration', { fresh: true });
    expect(fresh.id).not.toBe(old.id);
    expect(fresh.counts).toEqual(old.counts);
    await test.client.call('project.close', {});
    expect(readdirSync(folder()).sort()).toEqual([fileName, `${fileName}-vault`]);
    expect(readdirSync(path.join(test.folder, 'keys'))).toEqual([`${fresh.id}.key`]);
  });

  it('leaves no half-made file when it is cancelled', async () => {
    const controller = new AbortController();
    const failure = await failureOf(
      test.client.call(
        'project.openDemonstration',
        { fresh: false },
        {
          signal: controller.signal,
          onProgress: ({ stage }) => {
            if (stage === 'storing') controller.abort();
          },
        },
      ),
    );
    expect(failure.code).toBe('cancelled');
    expect(existsSync(path.join(folder(), fileName))).toBe(false);
    expect(await test.client.call('project.current', {})).toEqual({ project: null });
    expect((await test.client.call('project.openDemonstration', { fresh: false })).counts.waves).toBe(2);
  });
});
