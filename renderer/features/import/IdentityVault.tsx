import { Button, Group, PasswordInput, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useErrorWords } from '../../state/use-error-words';
import type { Answer } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { Section } from '../../ui/Section';
import type { ImportWork } from './use-import-draft';

/** Where the real identities go: whether that file is open, opening it, and which details it keeps. */
export function IdentityVault(props: {
  work: ImportWork;
  vault: Answer<'vault.status'>;
  /** Whether any column of this wave gets a pseudonym. */
  isUsed: boolean;
}) {
  const { work, vault } = props;
  const { importColumns: words } = useTexts();
  const { identity: say } = words;
  const { data } = vault;
  const keeps = work.draft.keepsDetailsInVault;
  function state(): string {
    if (!props.isUsed) return say.vaultNone;
    if (!data?.exists) return say.vaultNew;
    if (!data.isLocked)
      return `${say.vaultOpen} ${data.keptBy === 'passphrase' ? say.vaultByPassphrase : say.vaultByComputer}`;
    return data.missing === 'vault' || data.missing === 'key'
      ? say.vaultMissing[data.missing]
      : say.vaultLocked;
  }
  return (
    <Section title={say.vaultTitle}>
      {vault.error && <ErrorState error={vault.error} onRetry={vault.retry} />}
      {vault.isLoading && <LoadingState progress={vault.progress} />}
      {data && (
        <Stack gap={16} maw={640}>
          <Text>{say.vaultText}</Text>
          <Text {...(data.isLocked && props.isUsed ? { c: 'var(--lb-warning-text)' } : { c: 'dimmed' })}>
            {state()}
          </Text>
          {data.isLocked && data.missing === 'passphrase' && <Unlock />}
          {props.isUsed && (
            <Switch
              label={say.details}
              description={keeps ? say.detailsHelp : say.detailsOff}
              checked={keeps}
              onChange={(event) => work.change({ keepsDetailsInVault: event.currentTarget.checked })}
            />
          )}
        </Stack>
      )}
    </Section>
  );
}

function Unlock() {
  const { importColumns: words } = useTexts();
  const [passphrase, setPassphrase] = useState('');
  const { run, isRunning, error } = useCommand('vault.unlock', { isQuiet: true });
  const wordsFor = useErrorWords();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run({ passphrase });
        setPassphrase('');
      }}
    >
      <Group align="flex-end" gap={8}>
        <PasswordInput
          flex={1}
          label={words.identity.passphrase}
          autoComplete="off"
          value={passphrase}
          error={error ? wordsFor(error).title : undefined}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button type="submit" loading={isRunning} disabled={passphrase === ''}>
          {words.identity.unlock}
        </Button>
      </Group>
    </form>
  );
}
