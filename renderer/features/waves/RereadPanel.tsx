import { Button, FileButton, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MethodInput, MethodOutput } from '../../../shared/contract';
import type { Wave } from '../../../shared/domain/wave';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { SidePanel } from '../../ui/SidePanel';
import { RereadDifference } from './RereadDifference';
import { type TakenFile, tableFiles, useFileTaken } from './use-file-taken';

type Taken = readonly [TakenFile, ...TakenFile[]];

/** Shows how a file corrected outside differs from the wave, and puts its rows in their place when asked to. */
export function RereadPanel(props: {
  wave: Wave;
  chosen: readonly File[];
  /** The wave came in several files, which are chosen together. */
  isSeveral: boolean;
  onClose: () => void;
}) {
  const { wave, onClose } = props;
  const { common, receipt } = useTexts();
  const text = receipt.reread;
  const another = props.isSeveral ? text.anotherSeveral : text.another;
  const same = props.isSeveral ? text.sameSeveral : text.same;
  const consequence = props.isSeveral ? text.consequenceSeveral : text.consequence;
  const showDone = useDoneToast();
  const file = useFileTaken();
  const comparing = useCommand('wave.reimport', { isQuiet: true });
  const applying = useCommand('wave.reimport', { isQuiet: true });
  const [chosen, setChosen] = useState(props.chosen);
  const [found, setFound] = useState<{ files: Taken; answer: MethodOutput<'wave.reimport'> } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is compared once, when it is chosen
  useEffect(() => {
    let isCurrent = true;
    async function compare(): Promise<void> {
      setFound(null);
      const taken: TakenFile[] = [];
      for (const each of chosen) {
        const staged = await file.take(each);
        if (staged === null || !isCurrent) return;
        taken.push(staged);
      }
      const [first, ...others] = taken;
      if (!first) return;
      const files: Taken = [first, ...others];
      const answer = await comparing.run({ waveId: wave.id, ...filesOf(files), apply: false });
      if (answer && isCurrent) setFound({ files, answer });
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
    const done = await applying.run({ waveId: wave.id, ...filesOf(found.files), apply: true });
    if (!done) return;
    showDone(text.done);
    onClose();
  }
  return (
    <SidePanel
      isOpen
      onClose={onClose}
      title={props.isSeveral ? text.buttonSeveral : text.title}
      size={600}
      footer={
        <>
          <FileButton
            accept={tableFiles}
            inputProps={{ 'aria-label': another }}
            multiple={props.isSeveral}
            onChange={(next: File | File[] | null) => next && setChosen([next].flat())}
          >
            {(button) => (
              <Button {...button} variant="default" disabled={isBusy || applying.isRunning}>
                {another}
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
        {isBusy && (
          <LoadingState
            label={props.isSeveral ? text.comparingSeveral : text.comparing}
            progress={comparing.progress}
          />
        )}
        {!isBusy && error && <ErrorState error={error} />}
        {!isBusy && found && difference && (
          <RereadDifference fileNames={found.files.map(({ name }) => name)} difference={difference} />
        )}
        {!isBusy && difference && <Text>{isSame ? same : consequence}</Text>}
      </Stack>
    </SidePanel>
  );
}

/** The files as the engine takes them; each keeps the name the wave has for it. */
function filesOf([first, ...others]: Taken): Pick<
  MethodInput<'wave.reimport'>,
  'fileId' | 'additionalFiles'
> {
  return { fileId: first.fileId, additionalFiles: others.map(({ fileId }) => ({ fileId, label: null })) };
}
