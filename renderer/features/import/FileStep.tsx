import { Button, Text, Title } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import { useDropzone } from 'react-dropzone';
import type { StagedFile } from '../../../shared/desktop-bridge';
import { type AppError, asAppError } from '../../../shared/errors';
import { useHost } from '../../state/host-context';
import { useTexts } from '../../state/preferences';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { emptyDraft } from './draft';
import classes from './import.module.css';
import { StepFrame } from './StepFrame';
import type { StepProps } from './step-props';

/** Drop a spreadsheet or look for it; it goes to the engine as it is and nothing is stored yet. */
export function FileStep(props: StepProps) {
  const { work, onNext } = props;
  const { import: text } = useTexts();
  const host = useHost();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function take(stage: () => Promise<StagedFile | null>): Promise<void> {
    setError(null);
    setSending(true);
    try {
      const file = await stage();
      if (file === null) return;
      work.change({ ...emptyDraft, files: [{ ...file, label: file.name }] });
      onNext();
    } catch (failure) {
      setError(asAppError(failure));
    } finally {
      setSending(false);
    }
  }
  const dropzone = useDropzone({
    noClick: true,
    noKeyboard: true,
    multiple: false,
    onDrop: ([file]) => {
      if (file) void take(() => host.stageFile(file));
    },
  });
  function choose(): void {
    const { dialogs } = host;
    if (dialogs) void take(() => dialogs.pickData());
    else dropzone.open();
  }
  return (
    <StepFrame
      title={text.steps.file}
      {...(work.inspection.data ? { onNext, note: work.draft.files[0]?.name } : {})}
    >
      <div className={classes.fileStep}>
        <div>
          {error && <ErrorState error={error} />}
          {isSending ? (
            <LoadingState label={text.file.sending} />
          ) : (
            <div
              {...dropzone.getRootProps({ className: classes.drop })}
              data-active={dropzone.isDragActive || undefined}
            >
              <input {...dropzone.getInputProps()} aria-label={text.file.choose} />
              <IconFileSpreadsheet size={36} stroke={1.3} className={classes.dropIcon} aria-hidden />
              <Title order={3}>{dropzone.isDragActive ? text.file.dropActive : text.file.drop}</Title>
              <Text c="dimmed">{text.file.or}</Text>
              <Button mt={8} onClick={choose}>
                {text.file.choose}
              </Button>
              <Text size="sm" c="dimmed" mt={16} maw={440}>
                {text.file.formats} {text.file.formatsHint}
              </Text>
            </div>
          )}
        </div>
        <div>
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
        </div>
      </div>
    </StepFrame>
  );
}
