import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { MethodOutput } from '../../../shared/contract';
import type { StagedFile } from '../../../shared/desktop-bridge';
import { FileId } from '../../../shared/domain/ids';
import { asAppError } from '../../../shared/errors';
import { useHost } from '../../state/host-context';
import { pickFile } from '../../state/pick-file';
import { useTexts } from '../../state/preferences';
import { useErrorToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { ErrorState } from '../../ui/ErrorState';
import { SidePanel } from '../../ui/SidePanel';
import { AliasResult } from './AliasResult';
import classes from './people.module.css';

/** Joins people by a table of two numbers: says what the table must hold, takes it, and tells what became of each row. */
export function AliasPanel(props: {
  onClose: () => void;
  decidedBy: string;
  onDecidedBy: (decidedBy: string) => void;
}) {
  const { onClose, decidedBy } = props;
  const { common, people } = useTexts();
  const text = people.alias;
  const host = useHost();
  const showError = useErrorToast();
  const { run, isRunning, error } = useCommand('people.importAliases', { isQuiet: true });
  const [file, setFile] = useState<StagedFile | null>(null);
  const [report, setReport] = useState<MethodOutput<'people.importAliases'> | null>(null);
  async function choose(): Promise<void> {
    try {
      const picked = await pickFile('.csv,.txt,.tsv,.xlsx,.ods');
      if (picked) setFile(await host.stageFile(picked));
    } catch (failure) {
      showError(asAppError(failure));
    }
  }
  async function join(): Promise<void> {
    if (!file) return;
    const who = { decidedBy: decidedBy.trim(), reason: text.defaultReason };
    const done = await run({ fileId: FileId.parse(file.fileId), ...who });
    // The engine lets the file go whatever came of it.
    setFile(null);
    if (done) setReport(done);
  }
  return (
    <SidePanel
      isOpen
      onClose={onClose}
      title={text.panelTitle}
      footer={
        report ? (
          <>
            <Button variant="default" onClick={() => setReport(null)}>
              {text.another}
            </Button>
            <Button onClick={onClose}>{common.actions.close}</Button>
          </>
        ) : (
          <>
            <Button variant="default" onClick={onClose}>
              {common.actions.cancel}
            </Button>
            <Button onClick={join} loading={isRunning} disabled={!file || decidedBy.trim() === ''}>
              {text.run}
            </Button>
          </>
        )
      }
    >
      {report ? (
        <AliasResult report={report} />
      ) : (
        <Stack gap={20}>
          <div>
            <Text>{text.columns}</Text>
            <table className={classes.example} aria-label={text.example}>
              <thead>
                <tr>
                  <th scope="col" className={classes.exampleCell}>
                    {text.before}
                  </th>
                  <th scope="col" className={classes.exampleCell}>
                    {text.now}
                  </th>
                </tr>
              </thead>
              <tbody>
                <tr>
                  <td className={classes.exampleCell}>100.200.300-3</td>
                  <td className={classes.exampleCell}>26.111.222-1</td>
                </tr>
              </tbody>
            </table>
            <Text size="sm" c="dimmed">
              {text.recognise}
            </Text>
          </div>
          <div>
            <Button variant="default" onClick={choose}>
              {text.choose}
            </Button>
            {file && <Text mt={8}>{text.chosen(file.name)}</Text>}
            <Text size="sm" c="dimmed" mt={8}>
              {text.kept}
            </Text>
          </div>
          <TextInput
            label={people.review.decidedBy}
            description={people.review.decidedByHelp}
            maxLength={120}
            value={decidedBy}
            onChange={(event) => props.onDecidedBy(event.currentTarget.value)}
          />
          {error && <ErrorState error={error} />}
        </Stack>
      )}
    </SidePanel>
  );
}
