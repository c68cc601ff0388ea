import type { VaultStatus } from '../../../shared/methods/vault';
import type { Texts } from '../../../shared/text';

export type VaultState = keyof Texts['vault']['states'];

/** How the identities stand, in one word of the catalogue. */
export function vaultStateOf({ exists, isLocked, keptBy, missing }: VaultStatus): VaultState {
  if (missing === 'vault') return 'missingVault';
  if (!exists) return 'none';
  if (missing === 'key') return 'missingKey';
  if (isLocked) return 'locked';
  return keptBy === 'passphrase' ? 'passphrase' : 'computer';
}
