import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { CancelSignal } from '../../shared/cancel';
import type { Frame } from '../../shared/wire';
import type { EngineContext, EngineOptions } from './context';
import { dispatch } from './dispatch';
import { FileStore } from './files/file-store';
import { handlers } from './handlers';
import { ProjectSession } from './projects/project-session';

export type { EngineOptions, HostKind } from './context';

export type Engine = {
  /** Runs one method. Never throws; the last frame is a result or an error. Aborting the signal cancels the work. */
  call(name: string, raw: unknown, signal: CancelSignal): AsyncIterable<Frame>;
  readonly files: Pick<FileStore, 'stageStream' | 'grantPath' | 'output' | 'release'>;
  close(): Promise<void>;
};

/** Starts an engine. Throws when the data folder cannot be written. */
export async function createEngine(given: EngineOptions): Promise<Engine> {
  const options: Required<EngineOptions> = {
    hasDialogs: false,
    keyStore: null,
    now: () => new Date(),
    randomBytes: (size) => randomBytes(size),
    log: (line) => process.stderr.write(`${line}\n`),
    ...given,
  };
  const newId = (prefix: string): string => `${prefix}_${base32(options.randomBytes(10))}`;
  const stagingFolder = await makeStagingFolder(options.dataFolder, newId);
  const files = new FileStore(stagingFolder, newId);
  await files.prepare();
  const projects = new ProjectSession({ options, stagingFolder, newId });
  const context: EngineContext = {
    options,
    files,
    projects,
    project: () => projects.require(),
    newId,
    instant: () => options.now().toISOString(),
  };
  return {
    call: (name, raw, signal) => dispatch(context, handlers, name, raw, signal),
    files,
    async close() {
      await projects.close();
      await files.close();
    },
  };
}

/** A staging folder for this process alone; those of processes that are gone are deleted with what they held. */
async function makeStagingFolder(dataFolder: string, newId: (prefix: string) => string): Promise<string> {
  const parent = path.join(dataFolder, 'staging');
  await mkdir(parent, { recursive: true, mode: 0o700 });
  for (const name of await readdir(parent)) {
    const pid = Number(name.split('-')[0]);
    if (!isRunning(pid)) await rm(path.join(parent, name), { recursive: true, force: true });
  }
  return path.join(parent, `${process.pid}-${newId('s')}`);
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Uint8Array): string {
  let bits = 0;
  let value = 0;
  let text = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += alphabet[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return text;
}
