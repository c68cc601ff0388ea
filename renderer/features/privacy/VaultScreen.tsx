import { Button, Text } from '@mantine/core';
import { IconShieldLock } from '@tabler/icons-react';
import { useState } from 'react';
import type { VaultStatus } from '../../../shared/methods/vault';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Page } from '../../ui/Page';
import { Section } from '../../ui/Section';
import { DestroyPanel } from './DestroyPanel';
import classes from './privacy.module.css';
import { RevealPanel } from './RevealPanel';
import { UnlockForm } from './UnlockForm';
import { VaultAudit } from './VaultAudit';
import { VaultKey } from './VaultKey';
import { VaultStateMark } from './VaultStateMark';
import { VaultWaves } from './VaultWaves';
import { vaultStateOf } from './vault-state';

type HeldWave = VaultStatus['waves'][number];

/** The identities of the project: what they hold, how they are kept, opened, handed out and destroyed. */
export function VaultScreen() {
  const { vault: text } = useTexts();
  const answer = useQueryMethod('vault.status', {});
  const [revealing, setRevealing] = useState<HeldWave | null>(null);
  const [destroying, setDestroying] = useState<{ wave: HeldWave | null } | null>(null);
  const status = answer.data;
  const state = status ? vaultStateOf(status) : null;
  const isOpen = state === 'computer' || state === 'passphrase';
  return (
    <Page
      title={text.title}
      purpose={text.purpose}
      back={{ href: '/inicio', label: text.back }}
      marks={state && <VaultStateMark state={state} />}
    >
      {answer.error && <ErrorState error={answer.error} onRetry={answer.retry} />}
      {answer.isLoading && <LoadingState />}
      {(state === 'none' || state === 'missingVault' || state === 'missingKey') && (
        <div className={classes.state}>
          <EmptyState icon={IconShieldLock} title={text[state].title}>
            {text[state].text}
          </EmptyState>
        </div>
      )}
      {state === 'locked' && (
        <Section title={text.unlock.title}>
          <Text mb={16}>{text.unlock.text}</Text>
          <UnlockForm />
        </Section>
      )}
      {status && isOpen && (
        <>
          <Section title={text.holds.title}>
            <VaultWaves
              waves={status.waves}
              onReveal={setRevealing}
              onDestroy={(wave) => setDestroying({ wave })}
            />
          </Section>
          <VaultKey keptBy={state} />
        </>
      )}
      {state && state !== 'none' && (
        <Section title={text.destroy.allTitle}>
          <Text maw="72ch" mb={16}>
            {text.destroy.allText}
          </Text>
          <Button color="red" variant="light" onClick={() => setDestroying({ wave: null })}>
            {text.destroy.allButton}
          </Button>
        </Section>
      )}
      {status && <VaultAudit />}
      {revealing && <RevealPanel wave={revealing} onClose={() => setRevealing(null)} />}
      {destroying && <DestroyPanel wave={destroying.wave} onClose={() => setDestroying(null)} />}
    </Page>
  );
}
