import { createHmac } from 'node:crypto';
import { neverCancelled } from '../../../shared/cancel';
import { WaveId } from '../../../shared/domain/ids';
import { AppError } from '../../../shared/errors';
import type { VaultStatus } from '../../../shared/methods/vault';
import type { EngineContext, HandlerMap } from '../context';
import type { Session } from '../db/session';
import { sql } from '../db/sql';
import { toCsv } from '../files/csv-writer';
import { deleteAtClose } from '../import/abandoned-files';
import { getWave, listWaves, readMeta, writeMeta } from '../projects/open-project';
import { keepSessionKey, livingWaves, openVault, vaultPlace } from './project-vault';
import { redactFileName, redactText } from './redact-text';
import { Vault } from './vault';
import { listVaultEvents } from './vault-audit';
import { readDetailsOf } from './vault-details';
import { readVaultFile, shredFile, vaultPath } from './vault-file';

async function statusOf(context: EngineContext, session: Session): Promise<VaultStatus> {
  const { projectPath } = vaultPlace(context);
  const file = await readVaultFile(projectPath);
  const isExpected = (await readMeta(session, 'has-vault')) === 'true';
  if (!file) {
    const missing = isExpected ? 'vault' : null;
    return { exists: false, isLocked: isExpected, keptBy: 'nobody', missing, waves: [] };
  }
  const base = { exists: true, keptBy: file.lock ? ('passphrase' as const) : ('computer' as const) };
  try {
    const vault = await openVault(context, session);
    return { ...base, isLocked: false, missing: null, waves: await countsOf(vault, session) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'vault-locked') throw error;
    return { ...base, isLocked: true, missing: file.lock ? 'passphrase' : 'key', waves: [] };
  }
}

async function countsOf(vault: Vault, session: Session): Promise<VaultStatus['waves']> {
  const waves = await listWaves(session);
  const count = (waveId: string, kind: string): number | null => {
    const part = vault.parts.find((candidate) => candidate.waveId === waveId && candidate.kind === kind);
    return part ? part.items : 0;
  };
  return waves
    .filter(({ id }) => vault.parts.some(({ waveId }) => waveId === id))
    .map(({ id, name }) => ({
      waveId: id,
      name,
      people: count(id, 'people'),
      setAside: count(id, 'set-aside'),
      details: count(id, 'details'),
    }));
}

function status(context: EngineContext): Promise<VaultStatus> {
  return context.project().read(neverCancelled, (session) => statusOf(context, session));
}

async function note(context: EngineContext, action: string, reason: string, details: object): Promise<void> {
  await context
    .project()
    .write(neverCancelled, (session) =>
      session.run(
        sql`insert into audit values (${context.instant()}, ${action}, ${reason}, ${JSON.stringify(details)})`,
      ),
    );
}

/** `P-` and the first 16 hex digits of the HMAC-SHA-256, as `pseudonymOf` computes them in SQL. */
export function pseudonymFor(identifier: string, secretHex: string): string {
  const digest = createHmac('sha256', Buffer.from(secretHex, 'hex')).update(identifier, 'utf8').digest('hex');
  return `P-${digest.slice(0, 16).toUpperCase()}`;
}

export const vaultHandlers = {
  'vault.status': (context) => status(context),
  'vault.protect': async (context, { passphrase }) => {
    await context.project().write(neverCancelled, async (session) => {
      const vault = await openVault(context, session);
      await writeMeta(session, 'has-vault', 'true');
      if (!(await readVaultFile(vaultPlace(context).projectPath))) await vault.replace('', [], []);
      keepSessionKey(context, await vault.protect(passphrase));
    });
    await note(context, 'vault.protect', '', {});
    return status(context);
  },
  'vault.unlock': async (context, { passphrase }) => {
    const { projectPath, projectId } = vaultPlace(context);
    keepSessionKey(context, await Vault.unlock(projectPath, projectId, passphrase));
    await context.project().read(neverCancelled, async (session) => {
      const vault = await openVault(context, session);
      const isLiving = await livingWaves(session, null);
      if (vault.parts.some(({ waveId }) => !isLiving(waveId))) await vault.keepOnly(isLiving);
    });
    return status(context);
  },
  'vault.lock': async (context) => {
    keepSessionKey(context, null);
    return status(context);
  },
  'vault.changePassphrase': async (context, { passphrase, newPassphrase }) => {
    const { projectPath, projectId } = vaultPlace(context);
    keepSessionKey(context, await Vault.unlock(projectPath, projectId, passphrase));
    await context.project().write(neverCancelled, async (session) => {
      const vault = await openVault(context, session);
      keepSessionKey(context, await vault.protect(newPassphrase));
    });
    await note(context, 'vault.changePassphrase', '', {});
    return status(context);
  },
  'vault.audit': async (context, _input, call) => ({
    events: await context.project().read(call.signal, listVaultEvents),
  }),
  'vault.reveal': async (context, { waveId, pseudonyms, reason }, call) => {
    const { wave, rows } = await context.project().read(call.signal, async (session) => {
      const found = await getWave(session, waveId);
      const vault = await openVault(context, session);
      return { wave: found, rows: revealed(vault, waveId, pseudonyms) };
    });
    // Noted first: what was not noted is not handed out.
    await note(context, 'vault.reveal', redactText(reason), {
      waveId,
      people: rows.length,
      all: pseudonyms === null,
    });
    const head = ['seudonimo', 'identificador', 'nombre', 'nacimiento', 'establecimiento'];
    const name = `${redactFileName(wave.name).replace(/[^\p{L}\p{N} ._[\]-]/gu, '')} - IDENTIDADES, no compartir.csv`;
    const file = await context.files.writeOutput(name, 'text/csv', toCsv([head, ...rows], 'excel-cl'));
    deleteAtClose(context, file.fileId);
    return { file, people: rows.length };
  },
  'vault.destroy': async (context, { waveId }) => {
    const project = context.project();
    await project.write(neverCancelled, async (session) => {
      if (waveId !== null) await getWave(session, waveId);
      await session.run(
        sql`insert into audit values (${context.instant()}, 'vault.destroy', '', ${JSON.stringify({ waveId })})`,
      );
      if (waveId !== null) {
        const vault = await openVault(context, session);
        await vault.keepOnly((id) => id !== waveId);
      } else {
        await destroyWhole(context);
        await writeMeta(session, 'has-vault', 'false');
      }
    });
    await project.database.checkpoint();
    return status(context);
  },
} satisfies HandlerMap;

/** Nothing is needed to destroy what cannot be opened any more: the key goes first, then the file. */
async function destroyWhole(context: EngineContext): Promise<void> {
  const { projectId, projectPath, keys, randomBytes } = vaultPlace(context);
  keepSessionKey(context, null);
  await keys.remove(projectId);
  await shredFile(vaultPath(projectPath), randomBytes);
  await shredFile(`${vaultPath(projectPath)}.old`, randomBytes);
}

function revealed(vault: Vault, waveId: string, pseudonyms: readonly string[] | null): string[][] {
  const wanted = pseudonyms === null ? null : new Set(pseudonyms);
  const details = new Map(
    readDetailsOf(vault, WaveId.parse(waveId)).map((person) => [person.pseudonym, person] as const),
  );
  const identifiers = (vault.read(waveId, 'people')?.toString('utf8') ?? '').split('\n');
  const rows = new Map<string, string[]>();
  for (const identifier of identifiers) {
    if (identifier === '') continue;
    const pseudonym = pseudonymFor(identifier, vault.secret);
    if (wanted && !wanted.has(pseudonym)) continue;
    const known = details.get(pseudonym);
    rows.set(pseudonym, [
      pseudonym,
      identifier,
      known?.name ?? '',
      known?.birthDate ?? '',
      known?.school ?? '',
    ]);
  }
  return [...rows.values()];
}
