import { constants } from 'node:fs';
import { copyFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';

/** A copy of the analyst's file inside staging: what was inspected is what gets imported. */
export type FrozenFile = {
  readonly fileId: string;
  readonly name: string;
  /** Inside staging, where SQL may read. */
  readonly path: string;
  readonly sourcePath: string;
  readonly signature: string;
  readonly bytes: number;
};

/** Size, time and place of a file; null when it is gone. */
async function signatureOf(
  filePath: string,
): Promise<{ text: string; bytes: number; isFolder: boolean } | null> {
  try {
    const found = await stat(filePath, { bigint: true });
    return {
      text: [found.size, found.mtimeNs, found.ino].join(' '),
      bytes: Number(found.size),
      isFolder: found.isDirectory(),
    };
  } catch {
    return null;
  }
}

/**
 * Copies a granted file into staging; a file the host already staged is used where it is. Throws `file-missing`,
 * `file-empty`, `file-unsupported` for a folder, `file-changed` when it changes during the copy, `disk-full`.
 */
export async function freezeFile(context: EngineContext, fileId: string): Promise<FrozenFile> {
  const { path: sourcePath, name } = context.files.resolve(fileId);
  const before = await signatureOf(sourcePath);
  if (!before) throw new AppError('file-missing', { fileName: name });
  if (before.isFolder) throw new AppError('file-unsupported', { fileName: name, kind: 'folder' });
  if (before.bytes === 0) throw new AppError('file-empty', { fileName: name });
  const isStaged = path.dirname(sourcePath) === context.files.stagingFolder;
  const target = isStaged ? sourcePath : context.files.scratchPath('.source');
  if (!isStaged) await copySource(sourcePath, target, name);
  const after = await signatureOf(sourcePath);
  const copied = await signatureOf(target);
  if (after?.text !== before.text || copied?.bytes !== before.bytes) {
    if (!isStaged) await rm(target, { force: true });
    throw new AppError('file-changed', { fileName: name });
  }
  return { fileId, name, path: target, sourcePath, signature: before.text, bytes: before.bytes };
}

async function copySource(sourcePath: string, target: string, name: string): Promise<void> {
  try {
    await copyFile(sourcePath, target, constants.COPYFILE_FICLONE);
  } catch (error) {
    await rm(target, { force: true });
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      throw new AppError('disk-full', { fileName: name }, { cause: error });
    }
    throw error;
  }
}

/** True while the analyst's file still is the one that was frozen. */
export async function isUnchanged(file: FrozenFile): Promise<boolean> {
  return (await signatureOf(file.sourcePath))?.text === file.signature;
}
