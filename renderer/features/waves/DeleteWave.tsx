import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import classes from './waves.module.css';

/** Deletes a wave for good, once its name has been typed: personal data that is deleted does not come back. */
export function DeleteWave(props: { wave: Wave; onDeleted: () => void }) {
  const { wave } = props;
  const { waves: text } = useTexts();
  const showDone = useDoneToast();
  const { run, isRunning } = useCommand('wave.remove');
  const [typed, setTyped] = useState('');
  async function remove(): Promise<void> {
    if (!(await run({ waveId: wave.id }))) return;
    showDone(text.edit.deleted(wave.name));
    props.onDeleted();
  }
  return (
    <Stack gap={12} align="flex-start">
      <p className={classes.note}>{text.edit.deleteText}</p>
      <TextInput
        w="100%"
        label={text.edit.deletePrompt(wave.name)}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Button
        color="red"
        variant="light"
        loading={isRunning}
        disabled={typed.trim() !== wave.name.trim()}
        onClick={remove}
      >
        {text.edit.deleteButton}
      </Button>
    </Stack>
  );
}
