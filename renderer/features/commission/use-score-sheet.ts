import { useState } from 'react';
import { FileId } from '../../../shared/domain/ids';
import { asAppError } from '../../../shared/errors';
import { useHost } from '../../state/host-context';
import { pickFile } from '../../state/pick-file';
import { useErrorToast } from '../../state/toasts';
import type { CommissionEditing } from './use-commission-editor';

export type ScoreSheet = { fileId: FileId | null; pick: () => Promise<void>; close: () => void };

/** The spreadsheet being read, once somebody chose one; what is still being typed is stored before it is read. */
export function useScoreSheet(editing: CommissionEditing): ScoreSheet {
  const host = useHost();
  const showError = useErrorToast();
  const [fileId, setFileId] = useState<FileId | null>(null);
  async function pick(): Promise<void> {
    const file = await pickFile('.xlsx,.xlsm,.xls,.ods,.csv,.txt,.tsv');
    if (!file) return;
    try {
      await editing.flush();
      setFileId(FileId.parse((await host.stageFile(file)).fileId));
    } catch (error) {
      showError(asAppError(error));
    }
  }
  return { fileId, pick, close: () => setFileId(null) };
}
