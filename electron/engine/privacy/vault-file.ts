import { createCipheriv, createDecipheriv } from 'node:crypto';
import { copyFile, link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors';
import { PassphraseLock } from './vault-lock';

/**
 * Layout: mark, length and text of the lock (JSON, `null` where the key is kept elsewhere; not secret), length of the index,
 * nonce, tag, encrypted index, then the encrypted parts it lists. The first files had no lock.
 */
const firstMark = Buffer.from('LINEABASE-VAULT1');
const mark = Buffer.from('LINEABASE-VAULT2');
const sealHead = 4 + 12 + 16;
const longestLock = 4096;

export type VaultFile = {
  lock: PassphraseLock | null;
  sealedIndex: { nonce: string; tag: string; bytes: Buffer };
  body: Buffer;
};

/** Where the identities of a project are kept, beside its file. */
export function vaultPath(projectPath: string): string {
  return `${projectPath}-vault`;
}

/** Copies the vault along with a copy of its project; nothing happens where there is none. */
export async function copyVault(projectPath: string, targetPath: string): Promise<void> {
  const source = vaultPath(projectPath);
  if (!(await hasVaultFile(projectPath))) return;
  const beside = `${vaultPath(targetPath)}.new`;
  await copyFile(source, beside);
  await rename(beside, vaultPath(targetPath));
}

/** True when a project has a vault beside it. */
export function hasVaultFile(projectPath: string): Promise<boolean> {
  return stat(vaultPath(projectPath)).then(
    () => true,
    () => false,
  );
}

/** The file as it stands, or null where there is none. Throws `vault-damaged`. */
export async function readVaultFile(projectPath: string): Promise<VaultFile | null> {
  const file = await readFile(vaultPath(projectPath)).catch(() => null);
  if (!file) return null;
  const fileName = path.basename(vaultPath(projectPath));
  const start = file.subarray(0, mark.length);
  if (start.equals(firstMark)) return { lock: null, ...sealed(file.subarray(mark.length), fileName) };
  if (!start.equals(mark) || file.length < mark.length + 4) throw new AppError('vault-damaged', { fileName });
  const length = file.readUInt32BE(mark.length);
  const from = mark.length + 4;
  if (length > longestLock || file.length < from + length) throw new AppError('vault-damaged', { fileName });
  try {
    const lock = PassphraseLock.nullable().parse(JSON.parse(file.toString('utf8', from, from + length)));
    return { lock, ...sealed(file.subarray(from + length), fileName) };
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('vault-damaged', { fileName }, { cause: error });
  }
}

function sealed(rest: Buffer, fileName: string): Pick<VaultFile, 'sealedIndex' | 'body'> {
  if (rest.length < sealHead) throw new AppError('vault-damaged', { fileName });
  const size = rest.readUInt32BE(0);
  return {
    sealedIndex: {
      nonce: rest.toString('hex', 4, 16),
      tag: rest.toString('hex', 16, sealHead),
      bytes: rest.subarray(sealHead, sealHead + size),
    },
    body: rest.subarray(sealHead + size),
  };
}

/** Writes the file whole: a kill leaves the old one or the new one. Throws `disk-full`. */
export async function writeVaultFile(
  projectPath: string,
  lock: PassphraseLock | null,
  index: { nonce: Buffer; tag: Buffer; bytes: Buffer },
  bodies: readonly Buffer[],
): Promise<void> {
  const target = vaultPath(projectPath);
  const text = Buffer.from(JSON.stringify(lock));
  const pieces = [
    mark,
    lengthOf(text),
    text,
    lengthOf(index.bytes),
    index.nonce,
    index.tag,
    index.bytes,
    ...bodies,
  ];
  const beside = `${target}.new`;
  try {
    await rm(beside, { force: true });
    const handle = await open(beside, 'wx', 0o600);
    try {
      for (const piece of pieces) await handle.write(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') {
      throw new AppError('disk-full', { fileName: path.basename(target) }, { cause: error });
    }
    throw error;
  }
}

function lengthOf(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
}

/** A second name for the present file, so that it can be written over once another stands in its place; returns its path. */
export async function setAside(projectPath: string): Promise<string> {
  const target = vaultPath(projectPath);
  const old = `${target}.old`;
  await rm(old, { force: true });
  await link(target, old).catch(() => undefined);
  return old;
}

/** Writes over a file before it is deleted, as far as the disk obeys; nothing happens where there is none. */
export async function shredFile(filePath: string, randomBytes: (size: number) => Uint8Array): Promise<void> {
  const size = await stat(filePath).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return;
  const handle = await open(filePath, 'r+');
  try {
    const step = 65_536;
    for (let at = 0; at < size; at += step) {
      const bytes = randomBytes(Math.min(step, size - at));
      await handle.write(bytes, 0, bytes.length, at);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rm(filePath, { force: true });
}

export const PartKind = z.enum(['people', 'set-aside', 'details']);
export type PartKind = z.infer<typeof PartKind>;

type Sealed = { nonce: Buffer; tag: Buffer; bytes: Buffer };

/** AES-256-GCM; `name` is bound to the content, so that no part passes for another. */
export function seal(key: Uint8Array, content: Uint8Array, name: Buffer, nonce: Buffer): Sealed {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(name);
  const bytes = Buffer.concat([cipher.update(content), cipher.final()]);
  return { nonce, tag: cipher.getAuthTag(), bytes };
}

/** The content under a seal. Throws `vault-damaged` where anything was altered. */
export function unseal(
  key: Uint8Array,
  part: { nonce: string; tag: string; bytes: Buffer },
  name: Buffer,
  fileName: string,
): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(part.nonce, 'hex'));
    decipher.setAAD(name);
    decipher.setAuthTag(Buffer.from(part.tag, 'hex'));
    return Buffer.concat([decipher.update(part.bytes), decipher.final()]);
  } catch (error) {
    throw new AppError('vault-damaged', { fileName }, { cause: error });
  }
}
