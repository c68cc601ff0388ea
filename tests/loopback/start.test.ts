import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserOpener } from '../../electron/loopback/browser';
import { parseLaunchOptions } from '../../electron/loopback/options';
import { buildWindowIfStale } from '../../scripts/build-window';

const root = join(import.meta.dirname, '..', '..');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linea-base-start-'));
  await buildWindowIfStale();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Run = { child: ChildProcess; output: () => string; ended: Promise<number | null> };

function start(...words: string[]): Run {
  const program = join(root, 'electron', 'loopback', 'main.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, '--no-open', ...words], {
    cwd: root,
    env: { ...process.env, DISPLAY: '' },
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    text += String(chunk);
  });
  return {
    child,
    output: () => text,
    ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
  };
}

describe('starting the loopback host', () => {
  it('prints its address in Spanish and closes cleanly on Ctrl+C', async () => {
    const run = start('--no-demo', '--data-folder', join(folder, 'a'));
    await expect.poll(run.output, { timeout: 20_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}/);
    expect(run.output()).toContain('Línea Base está lista');
    run.child.kill('SIGINT');
    expect(await run.ended).toBe(0);
    expect(run.output()).toContain('Tus proyectos quedaron guardados');
  });

  it('says in Spanish that the port is taken, and what to do', async () => {
    const server = await occupy();
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const run = start('--no-demo', '--port', String(port), '--data-folder', join(folder, 'b'));
    expect(await run.ended).toBe(1);
    expect(run.output()).toContain(`El puerto ${port} ya está en uso`);
    await new Promise((resolve) => server.close(resolve));
  });

  it('says in Spanish that the data folder cannot be made', async () => {
    // A file where a folder is needed: no account may write below it, root included.
    const run = start('--no-demo', '--data-folder', join(root, 'package.json', 'datos'));
    expect(await run.ended).toBe(1);
    expect(run.output()).toMatch(/No se puede escribir en la carpeta/);
    expect(run.output()).not.toMatch(/\n\s+at /);
  });
});

function occupy(): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('the words after npm start --', () => {
  it('take a port, a folder and switches', () => {
    const { options, problem } = parseLaunchOptions([
      '--port',
      '4000',
      '--data-folder',
      '/d',
      '--no-demo',
      '--no-open',
    ]);
    expect(problem).toBeNull();
    expect(options).toMatchObject({
      port: 4000,
      dataFolder: '/d',
      demonstration: 'never',
      opensBrowser: false,
    });
  });

  it.each([
    [['--port', 'abc'], 'El puerto debe ser un número'],
    [['--port', '70000'], 'El puerto debe ser un número'],
    [['--port'], 'necesita un valor'],
    [['--puerto', '1'], 'No se reconoce la opción --puerto'],
  ])('are refused in Spanish when they are wrong: %j', (words, sentence) => {
    expect(parseLaunchOptions(words).problem).toContain(sentence);
  });
});

describe('opening a browser', () => {
  const url = 'http://127.0.0.1:1/#token=a';

  it('uses what each system has', () => {
    expect(browserOpener(url, 'linux', { DISPLAY: ':0' })?.command).toBe('xdg-open');
    expect(browserOpener(url, 'darwin', {})?.command).toBe('open');
    expect(browserOpener(url, 'win32', {})?.command).toBe('rundll32');
  });

  it('is left out without a display and in continuous integration', () => {
    expect(browserOpener(url, 'linux', {})).toBeNull();
    expect(browserOpener(url, 'darwin', { CI: 'true' })).toBeNull();
  });
});
