import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ProjectId } from '../../../shared/domain/ids';

/** Where the keys of vaults are kept; a desktop may offer the operating system's own store. */
export type KeyStore = {
  /** The key of a project's vault, or null where this computer has none. */
  read(projectId: string): Promise<Uint8Array | null>;
  write(projectId: string, key: Uint8Array): Promise<void>;
  remove(projectId: string): Promise<void>;
};

/** Keys in files that only their owner can read, apart from the project files. */
export function fileKeyStore(dataFolder: string): KeyStore {
  const pathOf = (projectId: string): string =>
    path.join(dataFolder, 'keys', `${ProjectId.parse(projectId)}.key`);
  return {
    async read(projectId) {
      try {
        const text = await readFile(pathOf(projectId), 'utf8');
        return Buffer.from(text.trim(), 'hex');
      } catch {
        return null;
      }
    },
    async write(projectId, key) {
      const target = pathOf(projectId);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const beside = `${target}.new`;
      await rm(beside, { force: true });
      const handle = await open(beside, 'wx', 0o600);
      await handle.writeFile(Buffer.from(key).toString('hex'));
      await handle.sync();
      await handle.close();
      await rename(beside, target);
    },
    async remove(projectId) {
      await rm(pathOf(projectId), { force: true });
    },
  };
}
