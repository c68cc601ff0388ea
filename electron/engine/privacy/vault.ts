import { createCipheriv, createDecipheriv } from 'node:crypto';
import { copyFile, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors';
import type { KeyStore } from './key-store';

/**
 * The encrypted file beside a project that alone holds identities: the secret the pseudonyms are made with, who is
 * behind each pseudonym, and the raw rows an import set aside. AES-256-GCM; the key is kept elsewhere.
 *
 * Layout: mark, length of the index, nonce, tag, encrypted index, then the encrypted parts it lists.
 */
const mark = Buffer.from('LINEABASE-VAULT1');
const headerSize = mark.length + 4 + 12 + 16;

const PartKind = z.enum(['people', 'set-aside']);
type PartKind = z.infer<typeof PartKind>;
const Part = z.strictObject({
  waveId: z.string(),
  kind: PartKind,
  nonce: z.string(),
  tag: z.string(),
  offset: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
});
const Index = z.strictObject({ projectId: z.string(), secret: z.string(), parts: z.array(Part) });
type Index = z.infer<typeof Index>;

type Random = (size: number) => Uint8Array;
export type VaultPlace = { projectId: string; projectPath: string; keys: KeyStore; randomBytes: Random };

/** Where the identities of a project are kept, beside its file. */
export function vaultPath(projectPath: string): string {
  return `${projectPath}-vault`;
}

/** Copies the vault along with a copy of its project; nothing happens where there is none. */
export async function copyVault(projectPath: string, targetPath: string): Promise<void> {
  const source = vaultPath(projectPath);
  if (!(await exists(source))) return;
  const beside = `${vaultPath(targetPath)}.new`;
  await copyFile(source, beside);
  await rename(beside, vaultPath(targetPath));
}

/** The vault of one project, read into memory as it stands on disk: its parts stay encrypted until asked for. */
export class Vault {
  private readonly place: VaultPlace;
  private readonly key: Uint8Array;
  private readonly index: Index;
  private readonly body: Buffer;

  private constructor(place: VaultPlace, key: Uint8Array, index: Index, body: Buffer) {
    this.place = place;
    this.key = key;
    this.index = index;
    this.body = body;
  }

  /**
   * Opens the vault, or prepares a new one when the project has none yet (`mustExist` false). Throws `vault-locked`
   * when the key or the file is missing, `vault-damaged` when anything in it was altered.
   */
  static async open(place: VaultPlace, { mustExist }: { mustExist: boolean }): Promise<Vault> {
    const file = await readFile(vaultPath(place.projectPath)).catch(() => null);
    const key = await place.keys.read(place.projectId);
    const fileName = path.basename(vaultPath(place.projectPath));
    if (!file) {
      if (mustExist) throw new AppError('vault-locked', { fileName, missing: 'vault' });
      const fresh = key ?? place.randomBytes(32);
      if (!key) await place.keys.write(place.projectId, fresh);
      const secret = Buffer.from(place.randomBytes(32)).toString('hex');
      return new Vault(place, fresh, { projectId: place.projectId, secret, parts: [] }, Buffer.alloc(0));
    }
    if (!key) throw new AppError('vault-locked', { fileName, missing: 'key' });
    const index = readIndex(file, key, place.projectId, fileName);
    return new Vault(place, key, index, file.subarray(headerSize + file.readUInt32BE(mark.length)));
  }

  /** The secret that pseudonyms are made with, in hex. */
  get secret(): string {
    return this.index.secret;
  }

  /** One part, or null when there is none. Throws `vault-damaged`. */
  read(waveId: string, kind: PartKind): Buffer | null {
    const part = this.index.parts.find((candidate) => candidate.waveId === waveId && candidate.kind === kind);
    if (!part) return null;
    const bytes = this.body.subarray(part.offset, part.offset + part.bytes);
    const name = path.basename(vaultPath(this.place.projectPath));
    return decrypt(this.key, { ...part, aad: partName(this.place.projectId, waveId, kind), bytes }, name);
  }

  /**
   * Writes the vault anew with other parts for one wave; those of waves that no longer exist are left out. A kill
   * leaves the old file or the new one. Throws `disk-full`.
   */
  async replace(
    waveId: string,
    contents: readonly { kind: PartKind; content: Uint8Array }[],
    livingWaveIds: readonly string[],
  ): Promise<void> {
    const kept = this.index.parts.filter(
      (part) => part.waveId !== waveId && livingWaveIds.includes(part.waveId),
    );
    const bodies: Buffer[] = [];
    let offset = 0;
    const parts: Index['parts'] = [];
    const add = (part: Omit<Index['parts'][number], 'offset' | 'bytes'>, bytes: Buffer): void => {
      parts.push({ ...part, offset, bytes: bytes.length });
      bodies.push(bytes);
      offset += bytes.length;
    };
    for (const part of kept) add(part, this.body.subarray(part.offset, part.offset + part.bytes));
    for (const { kind, content } of contents) {
      const sealed = this.encrypt(content, partName(this.place.projectId, waveId, kind));
      add(
        { waveId, kind, nonce: sealed.nonce.toString('hex'), tag: sealed.tag.toString('hex') },
        sealed.bytes,
      );
    }
    const index = this.encrypt(
      Buffer.from(JSON.stringify({ ...this.index, parts })),
      partName(this.place.projectId, '', 'index'),
    );
    const length = Buffer.alloc(4);
    length.writeUInt32BE(index.bytes.length);
    await writeWhole(vaultPath(this.place.projectPath), [
      mark,
      length,
      index.nonce,
      index.tag,
      index.bytes,
      ...bodies,
    ]);
  }

  private encrypt(content: Uint8Array, aad: Buffer): { nonce: Buffer; tag: Buffer; bytes: Buffer } {
    const nonce = Buffer.from(this.place.randomBytes(12));
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    cipher.setAAD(aad);
    const bytes = Buffer.concat([cipher.update(content), cipher.final()]);
    return { nonce, tag: cipher.getAuthTag(), bytes };
  }
}

function partName(projectId: string, waveId: string, kind: string): Buffer {
  return Buffer.from([projectId, waveId, kind].join('\n'));
}

function readIndex(file: Buffer, key: Uint8Array, projectId: string, fileName: string): Index {
  if (file.length < headerSize || !file.subarray(0, mark.length).equals(mark)) {
    throw new AppError('vault-damaged', { fileName });
  }
  const size = file.readUInt32BE(mark.length);
  const nonce = file.subarray(mark.length + 4, mark.length + 16).toString('hex');
  const tag = file.subarray(mark.length + 16, headerSize).toString('hex');
  const bytes = file.subarray(headerSize, headerSize + size);
  const text = decrypt(key, { nonce, tag, bytes, aad: partName(projectId, '', 'index') }, fileName);
  return Index.parse(JSON.parse(text.toString('utf8')));
}

type Sealed = { nonce: string; tag: string; bytes: Buffer; aad: Buffer };

function decrypt(key: Uint8Array, sealed: Sealed, fileName: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.nonce, 'hex'));
    decipher.setAAD(sealed.aad);
    decipher.setAuthTag(Buffer.from(sealed.tag, 'hex'));
    return Buffer.concat([decipher.update(sealed.bytes), decipher.final()]);
  } catch (error) {
    throw new AppError('vault-damaged', { fileName }, { cause: error });
  }
}

async function writeWhole(target: string, pieces: readonly Buffer[]): Promise<void> {
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

/** True when a project has a vault beside it. */
export function hasVaultFile(projectPath: string): Promise<boolean> {
  return exists(vaultPath(projectPath));
}

async function exists(filePath: string): Promise<boolean> {
  return stat(filePath).then(
    () => true,
    () => false,
  );
}
