import { neverCancelled } from '../../../shared/cancel';
import { AppError } from '../../../shared/errors';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { listWaves, readMeta } from '../projects/open-project';
import type { ProjectSession } from '../projects/project-session';
import { fileKeyStore } from './key-store';
import { hasVaultFile, Vault, type VaultPlace } from './vault';

/** Keys of vaults opened with a passphrase, for the project that is open and no other. */
const sessionKeys = new WeakMap<ProjectSession, { database: object; key: Uint8Array }>();

/** Where the vault of the open project is and how its key is found. */
export function vaultPlace(context: EngineContext): VaultPlace {
  const project = context.project();
  const known = sessionKeys.get(context.projects);
  return {
    projectId: project.id,
    projectPath: project.database.path,
    keys: context.options.keyStore ?? fileKeyStore(context.options.dataFolder),
    randomBytes: context.options.randomBytes,
    // A project opened again is another database: what was unlocked before is locked then.
    sessionKey: known?.database === project.database ? known.key : null,
  };
}

/** Keeps the key of a vault under a passphrase until the project is closed; null forgets it. */
export function keepSessionKey(context: EngineContext, key: Uint8Array | null): void {
  const known = sessionKeys.get(context.projects);
  known?.key.fill(0);
  sessionKeys.delete(context.projects);
  if (key) sessionKeys.set(context.projects, { database: context.project().database, key });
}

/** The vault of the open project. Throws `vault-locked` and `vault-damaged`. */
export async function openVault(context: EngineContext, session: Session): Promise<Vault> {
  return Vault.open(vaultPlace(context), { mustExist: (await readMeta(session, 'has-vault')) === 'true' });
}

/** Deletes what the vault holds of a wave; nothing happens where there is no vault. */
export async function withdrawFromVault(context: EngineContext, waveId: string): Promise<void> {
  await context.project().read(neverCancelled, async (session) => {
    if (!(await hasVaultFile(context.project().database.path))) return;
    const vault = await openVault(context, session).catch((error: unknown) => {
      // Locked: the part goes when the vault is opened next.
      if (error instanceof AppError && error.code === 'vault-locked') return null;
      throw error;
    });
    await vault?.keepOnly(await livingWaves(session, waveId));
  });
}

/** True for the ids of waves that exist, except the one being deleted. */
export async function livingWaves(
  session: Session,
  deletedId: string | null,
): Promise<(id: string) => boolean> {
  const ids = new Set<string>((await listWaves(session)).map(({ id }) => id));
  return (id) => id !== deletedId && ids.has(id);
}
