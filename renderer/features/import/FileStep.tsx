import { Text, Title } from '@mantine/core';
import { useDropzone } from 'react-dropzone';
import { useTexts } from '../../state/preferences';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { CodebookPanel } from './CodebookPanel';
import { DropArea } from './DropArea';
import { FileList } from './FileList';
import { filesProblem, useFileChecks } from './file-checks';
import classes from './import.module.css';
import { StepFrame } from './StepFrame';
import type { StepProps } from './step-props';
import { useFileIntake } from './use-file-intake';

/** Drop one or several files, with their form or without; they go to the engine as they are and nothing is stored yet. */
export function FileStep(props: StepProps) {
  const { work, onNext } = props;
  const { import: text, importReading: more } = useTexts();
  const intake = useFileIntake(work, onNext);
  const { files } = work.draft;
  const checks = useFileChecks(files);
  const dropzone = useDropzone({
    noClick: true,
    noKeyboard: true,
    multiple: true,
    onDrop: (dropped) => void intake.take(dropped),
  });
  const problem = filesProblem(files, checks, more.files);
  const hasFiles = files.length > 0;
  return (
    <StepFrame
      title={text.steps.file}
      canContinue={problem === null && checks.every((check) => check.data !== undefined)}
      {...(hasFiles ? { onNext, note: problem ?? noteOf() } : {})}
    >
      <div {...dropzone.getRootProps({ className: classes.fileStep })}>
        <div className={classes.pieces}>
          {intake.error && <ErrorState error={intake.error} />}
          {hasFiles && <FileList work={work} checks={checks} />}
          {intake.isSending ? (
            <LoadingState label={text.file.sending} />
          ) : (
            <DropArea isActive={dropzone.isDragActive} isSmall={hasFiles} onChoose={dropzone.open} />
          )}
          <input {...dropzone.getInputProps()} aria-label={text.file.choose} />
        </div>
        <div className={classes.pieces}>
          <CodebookPanel work={work} />
          {!hasFiles && (
            <section>
              <Title order={3} mb={8}>
                {text.file.nextTitle}
              </Title>
              <ol className={classes.steps}>
                {text.file.next.map((line) => (
                  <li key={line}>
                    <Text mb={8}>{line}</Text>
                  </li>
                ))}
              </ol>
            </section>
          )}
        </div>
      </div>
    </StepFrame>
  );

  function noteOf(): string | undefined {
    return files.length === 1 ? files[0]?.name : more.files.ready(String(files.length));
  }
}
