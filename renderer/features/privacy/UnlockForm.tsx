import { Button, Group, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
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
          error={error ? errorWords(error).title : undefined}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          onChange={(event) => {
            reset();
            setPassphrase(event.currentTarget.value);
          }}
        />
        <Button type="submit" loading={isRunning} disabled={passphrase === ''}>
          {text.button}
        </Button>
      </Group>
    </form>
  );
}
