import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/errors';
import type { KeyStore } from './key-store';
import {
  PartKind,
  readVaultFile,
  seal,
  setAside,
  shredFile,
  unseal,
  vaultPath,
  writeVaultFile,
} from './vault-file';
import { lockKey, type PassphraseLock, unlockKey } from './vault-lock';

export { copyVault, hasVaultFile, vaultPath } from './vault-file';

const Part = z.strictObject({
  waveId: z.string(),
  kind: PartKind,
  nonce: z.string(),
  tag: z.string(),
  offset: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** People, or rows, in the part; null in files of before it was counted. */
  items: z.int().nonnegative().nullable().default(null),
});
type Part = z.infer<typeof Part>;
const Index = z.strictObject({ projectId: z.string(), secret: z.string(), parts: z.array(Part) });
type Index = z.infer<typeof Index>;

type Random = (size: number) => Uint8Array;
export type VaultPlace = {
  projectId: string;
  projectPath: string;
  keys: KeyStore;
  randomBytes: Random;
  /** The key of a vault under a passphrase, while it is unlocked in this session; null or absent otherwise. */
  sessionKey?: Uint8Array | null;
};
/** One wave's content of a kind, one person or row a line; rows set aside have their headers in the first. */
export type VaultContent = { kind: PartKind; content: Uint8Array };

/**
 * The encrypted file beside a project that alone holds identities: the secret the pseudonyms are made with, who is
 * behind each pseudonym, and the raw rows an import set aside. AES-256-GCM; the key is kept elsewhere or under a
 * passphrase. Read into memory as it stands on disk: its parts stay encrypted until asked for.
 */
export class Vault {
  private readonly place: VaultPlace;
  private readonly key: Uint8Array;
  private readonly index: Index;
  private readonly body: Buffer;
  private readonly lock: PassphraseLock | null;

  private constructor(
    place: VaultPlace,
    content: { key: Uint8Array; index: Index; body: Buffer; lock: PassphraseLock | null },
  ) {
    this.place = place;
    this.key = content.key;
    this.index = content.index;
    this.body = content.body;
    this.lock = content.lock;
  }

  /**
   * Opens the vault, or prepares a new one when the project has none yet (`mustExist` false). Throws `vault-locked`
   * when the key, the passphrase or the file is missing, `vault-damaged` when anything in it was altered.
   */
  static async open(place: VaultPlace, { mustExist }: { mustExist: boolean }): Promise<Vault> {
    const file = await readVaultFile(place.projectPath);
    const fileName = path.basename(vaultPath(place.projectPath));
    if (!file) {
      if (mustExist) throw new AppError('vault-locked', { fileName, missing: 'vault' });
      const kept = await place.keys.read(place.projectId);
      const key = kept ?? place.randomBytes(32);
      if (!kept) await place.keys.write(place.projectId, key);
      const secret = Buffer.from(place.randomBytes(32)).toString('hex');
      const index = { projectId: place.projectId, secret, parts: [] };
      return new Vault(place, { key, index, body: Buffer.alloc(0), lock: null });
    }
    const { lock, body } = file;
    const key = lock ? (place.sessionKey ?? null) : await place.keys.read(place.projectId);
    if (!key) throw new AppError('vault-locked', { fileName, missing: lock ? 'passphrase' : 'key' });
    const name = partName(place.projectId, '', 'index');
    const text = unseal(key, file.sealedIndex, name, fileName);
    return new Vault(place, { key, index: Index.parse(JSON.parse(text.toString('utf8'))), body, lock });
  }

  /** The secret that pseudonyms are made with, in hex. */
  get secret(): string {
    return this.index.secret;
  }

  /** What the vault holds, without opening any of it. */
  get parts(): readonly { waveId: string; kind: PartKind; items: number | null }[] {
    return this.index.parts.map(({ waveId, kind, items }) => ({ waveId, kind, items }));
  }

  /** One part, or null when there is none. Throws `vault-damaged`. */
  read(waveId: string, kind: PartKind): Buffer | null {
    const part = this.index.parts.find((candidate) => candidate.waveId === waveId && candidate.kind === kind);
    return part ? this.opened(part) : null;
  }

  private opened(part: Part): Buffer {
    const bytes = this.body.subarray(part.offset, part.offset + part.bytes);
    const name = partName(this.place.projectId, part.waveId, part.kind);
    return unseal(this.key, { ...part, bytes }, name, path.basename(vaultPath(this.place.projectPath)));
  }

  /**
   * Writes the vault anew with other parts for one wave; those of waves that no longer exist are left out. A kill
   * leaves the old file or the new one. Throws `disk-full`.
   */
  async replace(
    waveId: string,
    contents: readonly VaultContent[],
    livingWaveIds: readonly string[],
  ): Promise<void> {
    const kept = this.index.parts.filter(
      (part) => part.waveId !== waveId && livingWaveIds.includes(part.waveId),
    );
    const sealed = [
      ...kept.map((part) => ({ part, bytes: this.body.subarray(part.offset, part.offset + part.bytes) })),
      ...contents.map(({ kind, content }) =>
        this.sealedPart(this.key, { waveId, kind, items: itemsIn(kind, content) }, content),
      ),
    ];
    await this.write(this.key, this.lock, sealed);
  }

  /**
   * Encrypts everything under a new key that only the passphrase opens, and returns it. The key kept before is deleted and opens
   * nothing any more.
   */
  async protect(passphrase: string): Promise<Uint8Array> {
    const { projectId, keys, randomBytes } = this.place;
    const key = randomBytes(32);
    await this.rewrite(key, await lockKey(key, passphrase, projectId, randomBytes), () => true);
    await keys.remove(projectId);
    return key;
  }

  /** The key behind a passphrase. Throws `vault-passphrase-wrong`, and `vault-locked` where no passphrase was set. */
  static async unlock(projectPath: string, projectId: string, passphrase: string): Promise<Uint8Array> {
    const file = await readVaultFile(projectPath);
    if (!file?.lock)
      throw new AppError('vault-locked', {
        fileName: path.basename(vaultPath(projectPath)),
        missing: 'vault',
      });
    return unlockKey(file.lock, passphrase, projectId);
  }

  /** Deletes the parts of some waves and writes over the file that held them. */
  async keepOnly(isKept: (waveId: string) => boolean): Promise<void> {
    await this.rewrite(this.key, this.lock, isKept);
  }

  private async rewrite(
    key: Uint8Array,
    lock: PassphraseLock | null,
    isKept: (waveId: string) => boolean,
  ): Promise<void> {
    const sealed = this.index.parts
      .filter(({ waveId }) => isKept(waveId))
      .map((part) => this.sealedPart(key, part, this.opened(part)));
    const old = await setAside(this.place.projectPath);
    await this.write(key, lock, sealed);
    await shredFile(old, this.place.randomBytes);
  }

  private sealedPart(
    key: Uint8Array,
    { waveId, kind, items }: Pick<Part, 'waveId' | 'kind' | 'items'>,
    content: Uint8Array,
  ): { part: Part; bytes: Buffer } {
    const nonce = Buffer.from(this.place.randomBytes(12));
    const sealed = seal(key, content, partName(this.place.projectId, waveId, kind), nonce);
    const part = { waveId, kind, items, nonce: nonce.toString('hex'), tag: sealed.tag.toString('hex') };
    return { part: { ...part, offset: 0, bytes: sealed.bytes.length }, bytes: sealed.bytes };
  }

  private async write(
    key: Uint8Array,
    lock: PassphraseLock | null,
    sealed: readonly { part: Part; bytes: Buffer }[],
  ): Promise<void> {
    let offset = 0;
    const parts = sealed.map(({ part, bytes }) => {
      const placed = { ...part, offset, bytes: bytes.length };
      offset += bytes.length;
      return placed;
    });
    const index = seal(
      key,
      Buffer.from(JSON.stringify({ ...this.index, parts })),
      partName(this.place.projectId, '', 'index'),
      Buffer.from(this.place.randomBytes(12)),
    );
    await writeVaultFile(
      this.place.projectPath,
      lock,
      index,
      sealed.map(({ bytes }) => bytes),
    );
  }
}

function itemsIn(kind: PartKind, content: Uint8Array): number {
  const lines = Buffer.from(content)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  if (kind === 'set-aside') return lines.filter((line) => !line.startsWith('{"headers"')).length;
  return new Set(lines).size;
}

function partName(projectId: string, waveId: string, kind: string): Buffer {
  return Buffer.from([projectId, waveId, kind].join('\n'));
}
