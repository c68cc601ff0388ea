import { Button, Text, Title } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { FileId } from '../../../shared/domain/ids';
import { type AppError, asAppError } from '../../../shared/errors';
import { useHost } from '../../state/host-context';
import { pickFile } from '../../state/pick-file';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import { CodebookFacts } from './CodebookFacts';
import { DraftInstrument } from './DraftInstrument';
import { afterFiles } from './use-file-intake';
import type { ImportWork } from './use-import-draft';

/** The form behind the survey: how to add it, what it holds and what of it is not used. */
export function CodebookPanel(props: { work: ImportWork }) {
  const { work } = props;
  const { importReading } = useTexts();
  const text = importReading.codebook;
  const host = useHost();
  const [error, setError] = useState<AppError | null>(null);
  const { codebook, files } = work.draft;
  const description = useQueryMethod(
    'codebook.describe',
    codebook ? { fileId: FileId.parse(codebook.fileId) } : null,
  );
  async function add(): Promise<void> {
    setError(null);
    try {
      const file = await pickFile('.xlsx,.ods');
      if (file) work.change(afterFiles(work, files, await host.stageFile(file)));
    } catch (failure) {
      setError(asAppError(failure));
    }
  }
  const remove = () => work.change(afterFiles(work, files, null));
  return (
    <section>
      <Title order={3} mb={8}>
        {text.title}
      </Title>
      {error && <ErrorState error={error} />}
      {!codebook ? (
        <>
          <Text c="dimmed" size="sm" mb={12}>
            {text.text}
          </Text>
          <Button variant="default" leftSection={<IconFileText size={16} aria-hidden />} onClick={add}>
            {text.add}
          </Button>
        </>
      ) : description.error ? (
        <ErrorState
          error={description.error}
          actions={
            <Button variant="default" onClick={remove}>
              {text.remove}
            </Button>
          }
        />
      ) : description.data ? (
        <>
          <CodebookFacts description={description.data} fileName={codebook.name} onRemove={remove} />
          {files.length === 0 && description.data.origin === 'xlsform' && (
            <DraftInstrument codebook={codebook} description={description.data} />
          )}
        </>
      ) : (
        <LoadingState label={text.reading} progress={description.progress} onCancel={remove} />
      )}
    </section>
  );
}
