import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import type { ImportPlan } from '../../../shared/domain/import';
import { formatCount } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { ErrorState } from '../../ui/ErrorState';
import { ProgressBar } from '../../ui/ProgressBar';
import { ImportSummary } from './ImportSummary';
import classes from './import.module.css';
import { StepFrame } from './StepFrame';
import type { InspectedStepProps } from './step-props';
import { WaveFields } from './WaveFields';

/** Names the wave, says what will be done, and imports it with progress and a way to cancel. */
export function ConfirmStep(props: InspectedStepProps) {
  const { work, inspection } = props;
  const { common, import: text } = useTexts();
  const { locale } = useLocale();
  const [, navigate] = useLocation();
  const { run, isRunning, progress, error, cancel } = useCommand('wave.import', { isQuiet: true });
  const { wave } = work;
  const keepsSomething = work.columns.some((column) => column.action !== 'drop');
  const hasWrongDates = wave.startDate !== null && wave.endDate !== null && wave.endDate < wave.startDate;
  const problem =
    wave.name.trim() === '' ? text.confirm.nameNeeded : keepsSomething ? null : text.confirm.nothingKept;

  async function importWave(): Promise<void> {
    if (work.reading === null) return;
    const { additionalFiles, label, codebookFileId } = work.reading;
    const plan: ImportPlan = {
      fileId: inspection.fileId,
      sha256: inspection.sha256,
      dialect: inspection.dialect,
      additionalFiles,
      label,
      codebookFileId,
      matches: [...work.matches],
      columns: [...work.columns],
      wave: { ...wave, name: wave.name.trim() },
      instrumentId: work.instrument?.id ?? null,
      instrumentName: work.instrument ? null : work.draft.instrumentName?.trim() || wave.name.trim(),
      rowUnit: work.draft.rowUnit,
      rowUnitReason: work.draft.rowUnitReason,
      repeatedIdentifiers: work.draft.repeatedIdentifiers,
      keepsDetailsInVault: work.draft.keepsDetailsInVault,
    };
    const done = await run(plan);
    if (!done) return;
    navigate(`/mediciones/${done.wave.id}/recibo`);
    work.restart();
  }
  return (
    <StepFrame
      title={text.confirm.title}
      {...(isRunning ? {} : { onBack: props.onBack })}
      note={problem}
      action={
        isRunning ? (
          <Button variant="default" onClick={cancel}>
            {common.actions.cancel}
          </Button>
        ) : (
          <Button onClick={importWave} disabled={problem !== null || hasWrongDates || work.isProposingWave}>
            {text.confirm.import(
              formatCount(inspection.rows - inspection.irregularTotal, text.row, text.rows, locale),
            )}
          </Button>
        )
      }
    >
      {isRunning && (
        <div style={{ maxWidth: 560, marginBlockEnd: 32 }}>
          <ProgressBar progress={progress} />
          <p className={classes.explain}>{text.confirm.importingText}</p>
        </div>
      )}
      {error && error.code !== 'cancelled' && !isRunning && (
        <div style={{ marginBlockEnd: 32 }}>
          <ErrorState error={error} onRetry={importWave} />
        </div>
      )}
      <div className={classes.confirm}>
        <WaveFields
          work={work}
          inspection={inspection}
          hasWrongDates={hasWrongDates}
          isDisabled={isRunning}
        />
        <ImportSummary work={work} inspection={inspection} />
      </div>
    </StepFrame>
  );
}
