import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { VaultStatus } from '../../../shared/methods/vault';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { SidePanel } from '../../ui/SidePanel';
import classes from './privacy.module.css';

/** Destroys the identities of a wave, or of all (`wave` null), once the word has been typed: they do not come back. */
export function DestroyPanel(props: { wave: VaultStatus['waves'][number] | null; onClose: () => void }) {
  const { wave, onClose } = props;
  const { common, vault } = useTexts();
  const text = vault.destroy;
  const showDone = useDoneToast();
  const { run, isRunning } = useCommand('vault.destroy');
  const [typed, setTyped] = useState('');
  async function destroy(): Promise<void> {
    if (!(await run({ waveId: wave?.waveId ?? null, confirm: true }))) return;
    showDone(text.done);
    onClose();
  }
  return (
    <SidePanel
      isOpen
      onClose={onClose}
      title={wave ? text.waveTitle(wave.name) : text.allTitle}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {common.actions.cancel}
          </Button>
          <Button
            color="red"
            onClick={destroy}
            loading={isRunning}
            disabled={typed.trim().toLocaleUpperCase() !== text.word}
          >
            {text.button}
          </Button>
        </>
      }
    >
      <Stack gap={20}>
        <div className={classes.never}>
          <Text fw={600}>{text.never}</Text>
          <ul>
            {(wave ? text.neverWave : text.neverAll).map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </div>
        <Text>{text.stays}</Text>
        <Text c="dimmed">{text.copies}</Text>
        <TextInput
          label={text.prompt(text.word)}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Stack>
    </SidePanel>
  );
}
