import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createEngine, type Engine, type EngineOptions } from '../../electron/engine/engine';
import { type Client, createClient } from '../../shared/client';
import type { FileId } from '../../shared/domain/ids';
import { FileId as FileIdSchema } from '../../shared/domain/ids';

export const resourcesFolder = path.resolve(import.meta.dirname, '../..');

export type TestEngine = {
  engine: Engine;
  client: Client;
  folder: string;
  logged: string[];
  /** Stages a file under a name and returns its id. */
  stage(name: string, content: string | Uint8Array): Promise<FileId>;
  grant(filePath: string, access?: 'read' | 'write'): Promise<FileId>;
  close(): Promise<void>;
};

/** An engine with folders of its own that vanish on close, and a typed client in memory. */
export async function startTestEngine(options: Partial<EngineOptions> = {}): Promise<TestEngine> {
  const folder = options.dataFolder ?? (await mkdtemp(path.join(os.tmpdir(), 'linea-base-test-')));
  const logged: string[] = [];
  const engine = await createEngine({
    host: 'memory',
    dataFolder: folder,
    projectsFolder: path.join(folder, 'projects'),
    resourcesFolder,
    log: (line) => logged.push(line),
    ...options,
  });
  const client = createClient((method, input, signal) => engine.call(method, input, signal));
  return {
    engine,
    client,
    folder,
    logged,
    async stage(name, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      const staged = await engine.files.stageStream(name, one(bytes));
      return FileIdSchema.parse(staged.fileId);
    },
    async grant(filePath, access = 'read') {
      return FileIdSchema.parse((await engine.files.grantPath(filePath, access)).fileId);
    },
    async close() {
      await engine.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function* one(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
