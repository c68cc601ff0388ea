import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { buildWindowIfStale } from '../../scripts/build-window';

const root = join(import.meta.dirname, '..', '..');

export type EmulatedDesktop = {
  page: Page;
  dataFolder: string;
  /** Asks the emulation for something; see the commands of its host. */
  command(name: string, ...values: unknown[]): Promise<unknown>;
  /** Resolves with the exit code once the application has ended by itself. */
  ended: Promise<number>;
  close(): Promise<void>;
};

/** Runs the production bundles against the emulated electron, and joins its Chromium. */
export async function startEmulated(words: readonly string[] = ['--no-demo']): Promise<EmulatedDesktop> {
  await buildWindowIfStale();
  const dataFolder = await mkdtemp(join(tmpdir(), 'linea-base-desktop-'));
  const port = await freePort();
  const child = fork(
    join(import.meta.dirname, 'emulated-electron', 'host.ts'),
    [root, String(port), `--data-folder=${dataFolder}`, ...words],
    { cwd: root, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)));
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  child.on('message', (message: { id?: number; value?: unknown; error?: string }) => {
    if (message.id === undefined) return;
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error !== undefined) call?.reject(new Error(message.error));
    else call?.resolve(message.value);
  });
  function command(name: string, ...values: unknown[]): Promise<unknown> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      child.send({ id, name, values });
    });
  }
  const browser = await joinBrowser(port);
  const page = await windowPage(browser);
  return {
    page,
    dataFolder,
    command,
    ended,
    async close() {
      await browser.close().catch(() => undefined);
      if (child.exitCode === null) child.disconnect();
      await ended;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function joinBrowser(port: number): Promise<Browser> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    } catch (error) {
      if (attempt > 150) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function windowPage(browser: Browser): Promise<Page> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((candidate) => candidate.url().startsWith('https://linea-base.emulated/'));
    if (page !== undefined) {
      await page.waitForFunction(() => Reflect.has(window, 'lineaBase'));
      return page;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The emulated desktop opened no window');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
