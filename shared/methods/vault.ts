import { z } from 'zod';
import { IsoInstant, WaveId } from '../domain/ids';
import { OutputFile } from '../domain/report';
import { defineMethods, Nothing } from './define';

/** A passphrase as it is chosen; an old one may have been shorter. */
const NewPassphrase = z.string().min(12).max(1000);

/** How the key of the vault is kept: in this computer, under a passphrase, or nowhere since there is no vault. */
export const VaultStatus = z.strictObject({
  exists: z.boolean(),
  isLocked: z.boolean(),
  keptBy: z.enum(['nobody', 'computer', 'passphrase']),
  /** What is missing to open it; null while it is open, or where there is none. */
  missing: z.enum(['vault', 'key', 'passphrase']).nullable(),
  /** Counts alone; null where the vault was written before they were kept. Empty while it is locked. */
  waves: z.array(
    z.strictObject({
      waveId: WaveId,
      name: z.string(),
      people: z.int().nonnegative().nullable(),
      setAside: z.int().nonnegative().nullable(),
      details: z.int().nonnegative().nullable(),
    }),
  ),
});
export type VaultStatus = z.infer<typeof VaultStatus>;

export const vaultActions = [
  'vault.protect',
  'vault.changePassphrase',
  'vault.reveal',
  'vault.destroy',
] as const;

/** Something done with the identities of the project, as the audit keeps it; it holds no identity itself. */
export const VaultEvent = z.strictObject({
  happenedAt: IsoInstant,
  action: z.enum(vaultActions),
  /** What was written as the reason; empty where none is asked for. */
  reason: z.string(),
  /** Null for the whole vault. */
  waveId: WaveId.nullable(),
  /** Null where the wave no longer exists, or for the whole vault. */
  waveName: z.string().nullable(),
  people: z.int().nonnegative().nullable(),
});
export type VaultEvent = z.infer<typeof VaultEvent>;

/** Who is behind the pseudonyms: the vault, its passphrase, opening and destroying it. */
export const vaultMethods = defineMethods({
  'vault.status': {
    kind: 'query',
    summary:
      'Whether the vault of identities is open, how its key is kept and how many people it holds by wave',
    input: Nothing,
    output: VaultStatus,
  },
  'vault.protect': {
    kind: 'command',
    summary: 'Put the vault under a passphrase instead of a key in this computer',
    input: z.strictObject({ passphrase: NewPassphrase }),
    output: VaultStatus,
  },
  'vault.unlock': {
    kind: 'command',
    summary: 'Open the vault with its passphrase until the project is closed',
    input: z.strictObject({ passphrase: z.string().max(1000) }),
    output: VaultStatus,
  },
  'vault.lock': {
    kind: 'command',
    summary: 'Close a vault that was opened with its passphrase',
    input: Nothing,
    output: VaultStatus,
  },
  'vault.changePassphrase': {
    kind: 'command',
    summary: 'Change the passphrase of the vault',
    input: z.strictObject({ passphrase: z.string().max(1000), newPassphrase: NewPassphrase }),
    output: VaultStatus,
  },
  'vault.reveal': {
    kind: 'command',
    summary: 'Write who is behind the pseudonyms of a wave to a file, and note the reason in the audit',
    input: z.strictObject({
      waveId: WaveId,
      /** Null for everybody in the wave. */
      pseudonyms: z.array(z.string()).nullable(),
      reason: z.string().trim().min(5).max(1000),
    }),
    output: z.strictObject({ file: OutputFile, people: z.int().nonnegative() }),
  },
  'vault.audit': {
    kind: 'query',
    summary: 'What was done with the identities of the project, latest first',
    input: Nothing,
    output: z.strictObject({ events: z.array(VaultEvent) }),
  },
  'vault.destroy': {
    kind: 'command',
    summary:
      'Destroy the identities of a wave, or of all; pseudonyms stay and can never be joined to people again',
    input: z.strictObject({
      /** Null destroys the whole vault and its key. */
      waveId: WaveId.nullable(),
      confirm: z.literal(true),
    }),
    output: VaultStatus,
  },
});
