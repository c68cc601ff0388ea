import { createCipheriv, createDecipheriv, scrypt } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../../shared/errors';

/**
 * The vault's key under a key made from a passphrase: scrypt (RFC 7914) with the parameters kept beside it, then
 * AES-256-GCM. A guess costs 128 MB and about half a second.
 */
export const PassphraseLock = z.strictObject({
  kdf: z.literal('scrypt'),
  cost: z.int().min(16_384).max(1_048_576),
  blockSize: z.int().min(1).max(16),
  parallel: z.int().min(1).max(4),
  salt: z.string(),
  nonce: z.string(),
  tag: z.string(),
  wrappedKey: z.string(),
});
export type PassphraseLock = z.infer<typeof PassphraseLock>;

const parameters = { cost: 131_072, blockSize: 8, parallel: 1 } as const;
const memoryLimit = 1_073_741_824;

type Parameters = Pick<PassphraseLock, 'cost' | 'blockSize' | 'parallel'>;

/** Passphrases typed on different keyboards are one when they read alike (Unicode NFKC). */
function keyFrom(
  passphrase: string,
  salt: Buffer,
  { cost, blockSize, parallel }: Parameters,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: blockSize, p: parallel, maxmem: memoryLimit };
    scrypt(passphrase.normalize('NFKC'), salt, 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Wraps a key; `projectId` is bound to it, so that it opens no other vault. */
export async function lockKey(
  key: Uint8Array,
  passphrase: string,
  projectId: string,
  randomBytes: (size: number) => Uint8Array,
): Promise<PassphraseLock> {
  const salt = Buffer.from(randomBytes(32));
  const nonce = Buffer.from(randomBytes(12));
  const cipher = createCipheriv('aes-256-gcm', await keyFrom(passphrase, salt, parameters), nonce);
  cipher.setAAD(Buffer.from(projectId));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return {
    kdf: 'scrypt',
    ...parameters,
    salt: salt.toString('hex'),
    nonce: nonce.toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
    wrappedKey: wrapped.toString('hex'),
  };
}

/** The key behind a passphrase. Throws `vault-passphrase-wrong`. */
export async function unlockKey(
  lock: PassphraseLock,
  passphrase: string,
  projectId: string,
): Promise<Buffer> {
  const key = await keyFrom(passphrase, Buffer.from(lock.salt, 'hex'), lock);
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(lock.nonce, 'hex'));
    decipher.setAAD(Buffer.from(projectId));
    decipher.setAuthTag(Buffer.from(lock.tag, 'hex'));
    return Buffer.concat([decipher.update(Buffer.from(lock.wrappedKey, 'hex')), decipher.final()]);
  } catch (error) {
    throw new AppError('vault-passphrase-wrong', {}, { cause: error });
  }
}
