import { neverCancelled } from '../../../shared/cancel';
import type { EngineContext } from '../context';
import type { Session } from '../db/session';
import { listWaves, readMeta } from '../projects/open-project';
import { fileKeyStore } from './key-store';
import { hasVaultFile, Vault, type VaultPlace } from './vault';

function placeOf(context: EngineContext): VaultPlace {
  const project = context.project();
  return {
    projectId: project.id,
    projectPath: project.database.path,
    keys: fileKeyStore(context.options.dataFolder),
    randomBytes: context.options.randomBytes,
  };
}

/** The vault of the open project. Throws `vault-locked` and `vault-damaged`. */
export async function openVault(context: EngineContext, session: Session): Promise<Vault> {
  return Vault.open(placeOf(context), { mustExist: (await readMeta(session, 'has-vault')) === 'true' });
}

/** Deletes what the vault holds of a wave; nothing happens where there is no vault. */
export async function withdrawFromVault(context: EngineContext, waveId: string): Promise<void> {
  await context.project().read(neverCancelled, async (session) => {
    if (!(await hasVaultFile(context.project().database.path))) return;
    const vault = await openVault(context, session);
    const waves = await listWaves(session);
    await vault.replace(
      waveId,
      [],
      waves.map((wave) => wave.id).filter((id) => id !== waveId),
    );
  });
}
