import { Button, FileButton, Text } from '@mantine/core';
import { useState } from 'react';
import type { MethodOutput } from '../../../shared/contract';
import type { Receipt, Wave } from '../../../shared/domain/wave';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useSaveOutput } from '../../state/use-save-output';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { correctedFiles, useFileTaken } from './use-file-taken';
import classes from './waves.module.css';

const mostLines = 20;

/** Takes the rows set aside out of the wave and back in once they are corrected; says what came of it. */
export function BringBack(props: { wave: Wave; receipt: Receipt }) {
  const { wave, receipt } = props;
  const { receipt: texts, waves } = useTexts();
  const text = texts.bringBack;
  const saveOutput = useSaveOutput();
  const exporting = useCommand('wave.exportSetAside');
  const adding = useCommand('wave.addCorrected', { isQuiet: true });
  const file = useFileTaken();
  const [done, setDone] = useState<MethodOutput<'wave.addCorrected'> | null>(null);
  const isBusy = file.isSending || adding.isRunning;
  const error = file.error ?? adding.error;
  async function exportRows(): Promise<void> {
    const output = await exporting.run({ waveId: wave.id });
    if (output) await saveOutput(output, waves.receipt.exported(output.name));
  }
  async function bringBack(chosen: File | null): Promise<void> {
    const taken = await file.take(chosen);
    if (taken === null) return;
    setDone(null);
    setDone((await adding.run({ waveId: wave.id, fileId: taken.fileId })) ?? null);
  }
  return (
    <div className={classes.bringBack}>
      {receipt.rowsSetAside > 0 && (
        <div className={classes.buttons}>
          <Button variant="default" loading={exporting.isRunning} onClick={exportRows}>
            {waves.receipt.export}
          </Button>
          <FileButton
            accept={correctedFiles}
            inputProps={{ 'aria-label': text.button }}
            onChange={(chosen) => void bringBack(chosen)}
          >
            {(button) => (
              <Button {...button} variant="default" loading={isBusy}>
                {text.button}
              </Button>
            )}
          </FileButton>
        </div>
      )}
      {isBusy && <LoadingState label={text.sending} progress={adding.progress} />}
      {!isBusy && error && <ErrorState error={error} />}
      {!isBusy && done && <BringBackOutcome done={done} />}
    </div>
  );
}

/** How many rows came back, and which did not and why. */
function BringBackOutcome({ done }: { done: MethodOutput<'wave.addCorrected'> }) {
  const { import: importText, receipt } = useTexts();
  const { locale } = useLocale();
  const text = receipt.bringBack;
  const number = (value: number) => formatNumber(value, 0, locale);
  const still = done.stillSetAside;
  return (
    <div className={classes.outcome} role="status">
      <Text fw={500}>{done.rowsAdded === 0 ? text.addedNone : text.added(number(done.rowsAdded))}</Text>
      {still.length > 0 && (
        <>
          <Text>{text.still}</Text>
          <ul>
            {still.slice(0, mostLines).map((row) => (
              <li key={row.line}>{text.line(number(row.line), importText.setAside[row.reason])}</li>
            ))}
            {still.length > mostLines && <li>…</li>}
          </ul>
        </>
      )}
    </div>
  );
}
