import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { StagedFile } from '../../../shared/desktop-bridge';
import type { FileId } from '../../../shared/domain/ids';
import type { OutputFile } from '../../../shared/domain/report';
import { AppError } from '../../../shared/errors';

type Grant = { path: string; name: string; access: 'read' | 'write'; isStaged: boolean; mediaType: string };

/** The files the engine may touch, by id: staged or granted by the host, and those it wrote for the host. */
export class FileStore {
  readonly stagingFolder: string;
  private readonly grants = new Map<string, Grant>();
  private readonly newId: (prefix: string) => string;

  constructor(stagingFolder: string, newId: (prefix: string) => string) {
    this.stagingFolder = stagingFolder;
    this.newId = newId;
  }

  /** Makes the staging folder, readable by its owner only, and empties what an earlier run left. */
  async prepare(): Promise<void> {
    await rm(this.stagingFolder, { recursive: true, force: true });
    await mkdir(this.stagingFolder, { recursive: true, mode: 0o700 });
  }

  /** Copies bytes into staging. Throws `disk-full`. */
  async stageStream(name: string, chunks: AsyncIterable<Uint8Array>): Promise<StagedFile> {
    const fileId = this.newId('fil');
    const target = path.join(this.stagingFolder, fileId);
    try {
      await pipeline(chunks, createWriteStream(target, { mode: 0o600 }));
    } catch (error) {
      await rm(target, { force: true });
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
        throw new AppError('disk-full', { fileName: name }, { cause: error });
      }
      throw error;
    }
    return this.register(fileId, target, name, 'read', true);
  }

  /** Puts a file that stays where it is within reach; one granted for writing need not exist yet. */
  async grantPath(filePath: string, access: 'read' | 'write'): Promise<StagedFile> {
    const resolved = path.resolve(filePath);
    return this.register(this.newId('fil'), resolved, path.basename(resolved), access, false);
  }

  private async register(
    fileId: string,
    filePath: string,
    name: string,
    access: 'read' | 'write',
    isStaged: boolean,
  ): Promise<StagedFile> {
    const bytes = await stat(filePath).then(
      (found) => found.size,
      () => null,
    );
    if (bytes === null && access === 'read') throw new AppError('file-missing', { fileName: name });
    this.grants.set(fileId, {
      path: filePath,
      name,
      access,
      isStaged,
      mediaType: 'application/octet-stream',
    });
    return { fileId, name, bytes: bytes ?? 0 };
  }

  /** The path behind an id; a staged file goes when the engine does. Throws `file-not-granted`. */
  resolve(
    fileId: FileId | string,
    access: 'read' | 'write' = 'read',
  ): { path: string; name: string; isStaged: boolean } {
    const grant = this.grants.get(fileId);
    if (!grant || (access === 'write' && grant.access !== 'write')) {
      throw new AppError('file-not-granted', { fileId });
    }
    return { path: grant.path, name: grant.name, isStaged: grant.isStaged };
  }

  /** A fresh path inside staging, which SQL may read. */
  scratchPath(suffix: string): string {
    return path.join(this.stagingFolder, `${this.newId('tmp')}${suffix}`);
  }

  /** Writes a file for the host to hand out and describes it. */
  async writeOutput(name: string, mediaType: string, content: Uint8Array | string): Promise<OutputFile> {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    const fileId = this.newId('fil');
    const target = path.join(this.stagingFolder, fileId);
    await pipeline([bytes], createWriteStream(target, { mode: 0o600 }));
    return this.registerOutput(fileId, target, name, mediaType);
  }

  /** Describes a copy of a file that already exists as an output. */
  async copyToOutput(source: string, name: string, mediaType: string): Promise<OutputFile> {
    const fileId = this.newId('fil');
    const target = path.join(this.stagingFolder, fileId);
    await copyFile(source, target);
    return this.registerOutput(fileId, target, name, mediaType);
  }

  private async registerOutput(
    fileId: string,
    target: string,
    name: string,
    mediaType: string,
  ): Promise<OutputFile> {
    this.grants.set(fileId, { path: target, name, access: 'read', isStaged: true, mediaType });
    const { size } = await stat(target);
    // Safe: ids made here have the form FileId checks; dispatch parses the output again.
    return { fileId: fileId as FileId, name, mediaType, bytes: size, sha256: await hashFile(target) };
  }

  /** Where an output lies, for the host that hands it out. Throws `file-not-granted`. */
  output(fileId: string): { path: string; name: string; mediaType: string } {
    const grant = this.grants.get(fileId);
    if (!grant?.isStaged) throw new AppError('file-not-granted', { fileId });
    return { path: grant.path, name: grant.name, mediaType: grant.mediaType };
  }

  /** Forgets a file and deletes its staged copy. */
  async release(fileId: string): Promise<void> {
    const grant = this.grants.get(fileId);
    this.grants.delete(fileId);
    if (grant?.isStaged) await rm(grant.path, { force: true });
  }

  async close(): Promise<void> {
    this.grants.clear();
    await rm(this.stagingFolder, { recursive: true, force: true });
  }
}

/** SHA-256 of a file's bytes, in lower-case hex. */
async function hashFile(filePath: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(filePath), hash);
  return hash.digest('hex');
}
