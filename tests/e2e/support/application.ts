import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createEngine } from '../../../electron/engine/engine';
import { startLoopback } from '../../../electron/loopback/server';
import { buildWindowIfStale } from '../../../scripts/build-window';
import { type Client, createClient } from '../../../shared/client';

export const root = join(import.meta.dirname, '..', '..', '..');
export const sampleFolder = join(root, 'sample-data', 'los-andes');

export type Application = {
  /** Where to point a browser, with the token of this launch. */
  launchUrl: string;
  /** The same engine the window talks to, for what a test needs ready and does not test itself. */
  client: Client;
  folder: string;
  /** Hands the engine a text file as if it had been dropped, and returns its id. */
  stage(name: string, text: string): Promise<string>;
  /** Lines the engine wrote to its log: failures that have no words for the person. */
  logged: string[];
  close(): Promise<void>;
};

/** The application as a browser meets it: the built window and the engine behind the loopback host. */
export async function startApplication(): Promise<Application> {
  await buildWindowIfStale();
  const folder = await mkdtemp(join(tmpdir(), 'linea-base-e2e-'));
  // A build that runs meanwhile must not take files from under this window.
  const staticFolder = join(folder, 'window');
  await cp(join(root, 'dist', 'renderer'), staticFolder, { recursive: true });
  const logged: string[] = [];
  const engine = await createEngine({
    host: 'loopback',
    dataFolder: join(folder, 'data'),
    projectsFolder: join(folder, 'projects'),
    resourcesFolder: root,
    log: (line) => logged.push(line),
  });
  const loopback = await startLoopback({ engine, staticFolder, port: 0 });
  return {
    launchUrl: loopback.launchUrl,
    client: createClient((method, input, signal) => engine.call(method, input, signal)),
    folder,
    logged,
    async stage(name, text) {
      return (await engine.files.stageStream(name, Readable.from([Buffer.from(text)]))).fileId;
    },
    async close() {
      await loopback.close();
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
