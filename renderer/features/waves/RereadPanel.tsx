import { Button, FileButton, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MethodOutput } from '../../../shared/contract';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { SidePanel } from '../../ui/SidePanel';
import { RereadDifference } from './RereadDifference';
import { type TakenFile, tableFiles, useFileTaken } from './use-file-taken';

/** Shows how a file corrected outside differs from the wave, and puts its rows in their place when asked to. */
export function RereadPanel(props: { wave: Wave; chosen: File; onClose: () => void }) {
  const { wave, onClose } = props;
  const { common, receipt } = useTexts();
  const text = receipt.reread;
  const showDone = useDoneToast();
  const file = useFileTaken();
  const comparing = useCommand('wave.reimport', { isQuiet: true });
  const applying = useCommand('wave.reimport', { isQuiet: true });
  const [chosen, setChosen] = useState(props.chosen);
  const [found, setFound] = useState<{ file: TakenFile; answer: MethodOutput<'wave.reimport'> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is compared once, when it is chosen
  useEffect(() => {
    let isCurrent = true;
    async function compare(): Promise<void> {
      setFound(null);
      const taken = await file.take(chosen);
      if (taken === null || !isCurrent) return;
      const answer = await comparing.run({ waveId: wave.id, fileId: taken.fileId, apply: false });
      if (answer && isCurrent) setFound({ file: taken, answer });
    }
    void compare();
    return () => {
      isCurrent = false;
    };
  }, [chosen]);
  const difference = found?.answer.difference;
  const isSame = difference && difference.added + difference.removed + difference.changed === 0;
  const isBusy = file.isSending || comparing.isRunning;
  const error = file.error ?? comparing.error ?? applying.error;
  async function apply(): Promise<void> {
    if (!found) return;
    const done = await applying.run({ waveId: wave.id, fileId: found.file.fileId, apply: true });
    if (!done) return;
    showDone(text.done);
    onClose();
  }
  return (
    <SidePanel
      isOpen
      onClose={onClose}
      title={text.title}
      size={600}
      footer={
        <>
          <FileButton
            accept={tableFiles}
            inputProps={{ 'aria-label': text.another }}
            onChange={(next) => next && setChosen(next)}
          >
            {(button) => (
              <Button {...button} variant="default" disabled={isBusy || applying.isRunning}>
                {text.another}
              </Button>
            )}
          </FileButton>
          <Button variant="default" onClick={onClose}>
            {common.actions.cancel}
          </Button>
          {difference && !isSame && (
            <Button loading={applying.isRunning} onClick={apply}>
              {text.apply}
            </Button>
          )}
        </>
      }
    >
      <Stack gap={24}>
        {isBusy && <LoadingState label={text.comparing} progress={comparing.progress} />}
        {!isBusy && error && <ErrorState error={error} />}
        {!isBusy && found && difference && (
          <RereadDifference fileName={found.file.name} difference={difference} />
        )}
        {!isBusy && difference && <Text>{isSame ? text.same : text.consequence}</Text>}
      </Stack>
    </SidePanel>
  );
}
