import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resourcesFolder, startTestEngine, type TestEngine } from '../../support/engine';
import { acceptProposals, failureOf, importFile, storedRows } from '../../support/import';

const table = `RUN;edad\n12345678-5;9\n15509661-6;10\n12678579-8;11\n`;

describe('input that cannot be imported', () => {
  let test: TestEngine;
  let folder: string;

  beforeAll(async () => {
    test = await startTestEngine();
    folder = mkdtempSync(path.join(os.tmpdir(), 'linea-base-bad-'));
    await test.client.call('project.create', { name: 'Proyecto', fileId: null });
    await importFile(test, await test.stage('base.csv', table));
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function inspect(name: string, content: string | Uint8Array) {
    return test.client.call('import.inspect', { fileId: await test.stage(name, content), corrections: {} });
  }
  /** Everything the project says about itself; a failed import must not change it. */
  async function projectState() {
    const { waves } = await test.client.call('wave.list', {});
    const { instruments } = await test.client.call('instrument.list', {});
    return JSON.stringify({ waves, instruments });
  }

  it('says that an empty file is empty', async () => {
    expect(await failureOf(inspect('vacio.csv', ''))).toMatchObject({
      code: 'file-empty',
      details: { fileName: 'vacio.csv' },
    });
  });

  it.each([
    ['imagen.csv', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'file-binary'],
    [
      'programa.csv',
      Buffer.concat([Buffer.from('a;b\n1;2\n'), Buffer.alloc(50), Buffer.from([1, 2, 3])]),
      'file-binary',
    ],
    [
      'libro.csv',
      Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.from('lleno de texto')]),
      'workbook-damaged',
    ],
    ['antiguo.csv', Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'), 'workbook-damaged'],
    ['documento.csv', Buffer.from('%PDF-1.7\n1 0 obj'), 'file-unsupported'],
  ] as const)('recognises what %s really is', async (name, bytes, code) => {
    expect(await failureOf(inspect(name, bytes))).toMatchObject({ code, details: { fileName: name } });
  });

  it.each(['a;b;c\n', 'a;b;c', 'a;b;c\n\n;;\n'])('says that a file has a header only (%j)', async (text) => {
    expect((await failureOf(inspect('solo.csv', text))).code).toBe('header-only');
  });

  it('stops at a line of 200 MB without holding it in memory', async () => {
    const big = path.join(folder, 'linea.csv');
    const stream = createWriteStream(big);
    stream.write('a;b\n1;2\n3;');
    const piece = Buffer.alloc(1 << 20, 'x');
    for (let index = 0; index < 200; index += 1) if (!stream.write(piece)) await once(stream, 'drain');
    stream.end('\n4;5\n');
    await once(stream, 'finish');
    let peak = 0;
    const before = process.memoryUsage().rss;
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().rss - before);
    }, 5);
    const fileId = await test.grant(big);
    const failure = await failureOf(test.client.call('import.inspect', { fileId, corrections: {} }));
    clearInterval(timer);
    expect(failure).toMatchObject({ code: 'line-too-long', details: { line: 3 } });
    expect(peak).toBeLessThan(120_000_000);
  });

  it('refuses a file that changed between inspection and import', async () => {
    const changing = path.join(folder, 'cambia.csv');
    writeFileSync(changing, 'a;b\n1;2\n3;4\n');
    const fileId = await test.grant(changing);
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
    const state = await projectState();
    appendFileSync(changing, '5;6\n');
    const failure = await failureOf(test.client.call('wave.import', acceptProposals(inspection)));
    expect(failure).toMatchObject({ code: 'file-changed', details: { fileName: 'cambia.csv' } });
    expect(await projectState()).toBe(state);
  });

  it('refuses a file that changed by one letter of the same length', async () => {
    const changing = path.join(folder, 'letra.csv');
    writeFileSync(changing, 'a;b\n1;2\n3;4\n');
    const fileId = await test.grant(changing);
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
    writeFileSync(changing, 'a;b\n1;2\n3;5\n');
    expect((await failureOf(test.client.call('wave.import', acceptProposals(inspection)))).code).toBe(
      'file-changed',
    );
  });

  it('refuses a repeated identifier and leaves the project as it was', async () => {
    const state = await projectState();
    const fileId = await test.stage('repite.csv', `${table}12.345.678-5;12\n`);
    const failure = await failureOf(importFile(test, fileId, { repeatedIdentifiers: 'stop' }));
    expect(failure).toMatchObject({ code: 'identifier-repeated', details: { lines: [2, 5], column: 'RUN' } });
    expect(await projectState()).toBe(state);
    const again = await importFile(test, fileId, { repeatedIdentifiers: 'set-aside' });
    expect(again.receipt).toMatchObject({ rowsKept: 3, rowsSetAside: 1 });
  });

  it('refuses a second wave that shares no variable with the instrument', async () => {
    const { instruments } = await test.client.call('instrument.list', {});
    const state = await projectState();
    const fileId = await test.stage('otra.csv', 'temperatura;presión\n12,5;1013\n13,5;1010\n');
    const failure = await failureOf(importFile(test, fileId, { instrumentId: instruments[0]?.id ?? null }));
    expect(failure.code).toBe('waves-share-no-variable');
    expect(await projectState()).toBe(state);
  });

  it('refuses a plan for a column the file has not', async () => {
    const fileId = await test.stage('dos.csv', 'a;b\n1;2\n3;4\n');
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
    const plan = acceptProposals(inspection, {
      columns: (column) => ({ ...column, source: column.source + 5 }),
    });
    expect((await failureOf(test.client.call('wave.import', plan))).code).toBe('column-unknown');
  });

  it('can be cancelled in the middle and leaves nothing behind', async () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, index) => `${index};texto ${index % 977};"${index},5"`,
    ).join('\n');
    const fileId = await test.stage('grande.csv', `id;t;n\n${rows}\n`);
    const inspection = await test.client.call('import.inspect', { fileId, corrections: {} });
    const state = await projectState();
    const controller = new AbortController();
    const failure = await failureOf(
      test.client.call('wave.import', acceptProposals(inspection), {
        signal: controller.signal,
        onProgress: ({ stage, share }) => {
          if (stage === 'storing' && share === 0) setImmediate(() => controller.abort());
        },
      }),
    );
    expect(failure.code).toBe('cancelled');
    expect(await projectState()).toBe(state);
    const { waves } = await test.client.call('wave.list', {});
    expect(waves.every(({ fileName }) => fileName !== 'grande.csv')).toBe(true);
    expect((await importFile(test, fileId)).receipt.rowsKept).toBe(200_000);
  });
});

/** A small file system of its own; null, with the reason printed, where this process may not mount one. */
function mountTiny(megabytes: number): string | null {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'linea-base-tiny-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    process.stderr.write('disk-full tests not run: this user may not mount a file system\n');
    rmSync(folder, { recursive: true });
    return null;
  }
}

function unmount(folder: string): void {
  execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
}

const noisy = `id;t\n${Array.from({ length: 60_000 }, (_, index) => `${index};${createHash('sha256').update(String(index)).digest('hex')}`).join('\n')}\n`;

describe('a full disk', () => {
  it('says so when there is no room for the copy, and keeps the project as it was', async () => {
    const tiny = mountTiny(3);
    if (!tiny) return;
    const outside = mkdtempSync(path.join(os.tmpdir(), 'linea-base-out-'));
    const test = await startTestEngine({ dataFolder: path.join(tiny, 'data'), projectsFolder: outside });
    try {
      await test.client.call('project.create', { name: 'Lleno', fileId: null });
      const big = path.join(outside, 'grande.csv');
      writeFileSync(big, noisy);
      const fileId = await test.grant(big);
      const failure = await failureOf(test.client.call('import.inspect', { fileId, corrections: {} }));
      expect(failure.code).toBe('disk-full');
      expect((await test.client.call('wave.list', {})).waves).toEqual([]);
    } finally {
      await test.close();
      unmount(tiny);
      rmSync(outside, { recursive: true });
    }
  });

  it('says so when the project has no room for the rows, and the project opens again as it was', async () => {
    const tiny = mountTiny(2);
    if (!tiny) return;
    const test = await startTestEngine({ projectsFolder: tiny });
    try {
      await test.client.call('project.create', { name: 'Lleno', fileId: null });
      await importFile(test, await test.stage('base.csv', table));
      const failure = await failureOf(importFile(test, await test.stage('grande.csv', noisy)));
      expect(failure.code).toBe('disk-full');
      const grant = await test.grant(path.join(tiny, 'Lleno.lineabase'));
      await test.client.call('project.close', {});
      await test.client.call('project.openFile', { fileId: grant });
      const { waves } = await test.client.call('wave.list', {});
      expect(waves.map(({ fileName }) => fileName)).toEqual(['base.csv']);
    } finally {
      await test.close();
      unmount(tiny);
    }
  });
});

describe('an engine killed in the middle of an import', () => {
  it.each(['inspected', 'storing 0', 'storing 0.5', 'storing 0.9', 'writing'])(
    'leaves the project as it was (at "%s")',
    async (moment) => {
      const test = await startTestEngine();
      try {
        await test.client.call('project.create', { name: 'Corte', fileId: null });
        const first = await importFile(test, await test.stage('base.csv', table));
        const before = await storedRows(test, first);
        await test.client.call('project.close', {});
        const project = path.join(test.folder, 'projects', 'Corte.lineabase');
        const big = path.join(test.folder, 'grande.csv');
        writeFileSync(
          big,
          `RUN;t\n${Array.from({ length: 300_000 }, (_, index) => `${index};texto ${index}`).join('\n')}\n`,
        );
        await killAt(moment, test.folder, project, big);

        await test.client.call('project.openFile', { fileId: await test.grant(project) });
        const { waves } = await test.client.call('wave.list', {});
        expect(waves).toEqual([first.wave]);
        expect(await storedRows(test, first)).toEqual(before);
        const { instruments } = await test.client.call('instrument.list', {});
        expect(instruments).toEqual([first.instrument]);
        const after = await importFile(test, await test.stage('base.csv', table), {
          instrumentId: first.instrument.id,
        });
        expect((await storedRows(test, after)).map((row) => row.RUN)).toEqual(before.map((row) => row.RUN));
      } finally {
        await test.close();
      }
    },
  );
});

async function killAt(moment: string, dataFolder: string, project: string, file: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      path.join(import.meta.dirname, '../../support/import-process.ts'),
      dataFolder,
      project,
      file,
    ],
    { cwd: resourcesFolder, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.split('\n').some((line) => line.trim() === moment)) break;
    if (said.includes('imported')) throw new Error(`the import ended before "${moment}"`);
  }
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  expect(said).toContain(moment);
}
