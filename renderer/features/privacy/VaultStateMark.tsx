import { IconLock, IconLockOpen, IconLockQuestion, IconShieldOff } from '@tabler/icons-react';
import { useTexts } from '../../state/preferences';
import { StatusMark } from '../../ui/StatusMark';
import type { VaultState } from './vault-state';

const signs = {
  computer: { icon: IconLockOpen, tone: 'good' },
  passphrase: { icon: IconLockOpen, tone: 'good' },
  locked: { icon: IconLock, tone: 'quiet' },
  missingKey: { icon: IconLockQuestion, tone: 'warning' },
  missingVault: { icon: IconLockQuestion, tone: 'warning' },
  none: { icon: IconShieldOff, tone: 'quiet' },
} as const satisfies Record<VaultState, unknown>;

/** Whether the identities are open, as sign and words. */
export function VaultStateMark(props: { state: VaultState }) {
  const { vault } = useTexts();
  return <StatusMark {...signs[props.state]}>{vault.states[props.state]}</StatusMark>;
}
