import { Button, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { StagedFile } from '../../../shared/desktop-bridge';
import { FileId } from '../../../shared/domain/ids';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { ErrorState } from '../../ui/ErrorState';
import type { CodebookDescription } from './CodebookFacts';
import classes from './import.module.css';

/** Makes an instrument from a form alone, before there are answers. */
export function DraftInstrument(props: { codebook: StagedFile; description: CodebookDescription }) {
  const { importReading } = useTexts();
  const text = importReading.codebook;
  const [name, setName] = useState(props.description.title ?? '');
  const [, navigate] = useLocation();
  const say = useDoneToast();
  const { run, isRunning, error } = useCommand('instrument.draft', { isQuiet: true });
  async function draft(): Promise<void> {
    const instrument = await run({
      codebookFileId: FileId.parse(props.codebook.fileId),
      name: name.trim() || null,
    });
    if (!instrument) return;
    say(text.drafted(instrument.name));
    const [first] = instrument.variables;
    navigate(first ? `/variables/${first.id}` : '/variables');
  }
  return (
    <div className={classes.draftForm}>
      <Title order={3}>{text.draftTitle}</Title>
      <Text size="sm" c="dimmed">
        {text.draftText}
      </Text>
      {error && error.code !== 'cancelled' && <ErrorState error={error} />}
      <TextInput
        label={text.draftName}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div>
        <Button variant="default" loading={isRunning} onClick={draft}>
          {text.draft}
        </Button>
      </div>
    </div>
  );
}
