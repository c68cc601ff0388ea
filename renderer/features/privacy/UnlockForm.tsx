import { Button, Group, PasswordInput, Text } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useErrorWords } from '../../state/use-error-words';

/** Opens identities under a passphrase where they are needed. The passphrase is forgotten at once. */
export function UnlockForm() {
  const { vault } = useTexts();
  const text = vault.unlock;
  const errorWords = useErrorWords();
  const showDone = useDoneToast();
  const { run, isRunning, error, reset } = useCommand('vault.unlock', { isQuiet: true });
  const messageId = useId();
  const words = error && errorWords(error);
  const [passphrase, setPassphrase] = useState('');
  async function unlock(event: FormEvent): Promise<void> {
    event.preventDefault();
    const status = await run({ passphrase });
    setPassphrase('');
    if (status) showDone(text.done);
  }
  return (
    <form onSubmit={unlock}>
      <Group align="flex-end" gap={12}>
        <PasswordInput
          w={320}
          label={text.label}
          autoComplete="off"
          value={passphrase}
          error={error !== null}
          aria-describedby={error ? messageId : undefined}
          onChange={(event) => {
            reset();
            setPassphrase(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={isRunning} disabled={passphrase === ''}>
          {text.button}
        </Button>
      </Group>
      {error && (
        <Text id={messageId} size="sm" c="var(--lb-danger-text)" mt={6} role="alert">
          {words?.title}. {words?.advice}
        </Text>
      )}
    </form>
  );
}
