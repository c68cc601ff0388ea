import { useState } from 'react';
import type { StagedFile } from '../../../shared/desktop-bridge';
import { proposedLabels } from '../../../shared/domain/file-labels';
import { FileId } from '../../../shared/domain/ids';
import { type AppError, asAppError } from '../../../shared/errors';
import { useClient, useHost } from '../../state/host-context';
import { emptyDraft, type ImportFile, nothingSaidOfColumns } from './draft';
import type { ImportWork } from './use-import-draft';

/** Larger workbooks hold answers, not a form, and would be opened twice for nothing. */
const largestFormBytes = 2 * 2 ** 20;

export type FileIntake = {
  isSending: boolean;
  error: AppError | null;
  /** Hands files to the engine; an XLSForm among them becomes the form, the others files of the wave. */
  take: (files: readonly File[]) => Promise<void>;
};

/** Puts files the person chose within the engine's reach. `onSingle` is told when there is one file and nothing else. */
export function useFileIntake(work: ImportWork, onSingle: () => void): FileIntake {
  const host = useHost();
  const client = useClient();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  async function isForm(file: StagedFile): Promise<boolean> {
    if (!/\.(xlsx|ods)$/i.test(file.name) || file.bytes > largestFormBytes) return false;
    try {
      const { origin } = await client.call('codebook.describe', { fileId: FileId.parse(file.fileId) });
      return origin === 'xlsform';
    } catch {
      return false;
    }
  }
  async function take(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    setError(null);
    setSending(true);
    try {
      const staged: StagedFile[] = [];
      let codebook = work.draft.codebook;
      for (const file of files) {
        const each = await host.stageFile(file);
        if (await isForm(each)) codebook = each;
        else staged.push(each);
      }
      const all = [...work.draft.files, ...staged.map((file) => ({ ...file, label: '' }))];
      work.change(afterFiles(work, all, codebook));
      if (all.length === 1 && codebook === null) onSingle();
    } catch (failure) {
      setError(asAppError(failure));
    } finally {
      setSending(false);
    }
  }
  return { isSending, error, take };
}

/** The draft with other files: what was said of columns no longer holds, nor of the writing when the first file changes. */
export function afterFiles(
  { draft }: ImportWork,
  chosen: readonly ImportFile[],
  codebook: StagedFile | null,
): Partial<ImportWork['draft']> {
  const files = withLabels(draft.files, chosen);
  const isSameFirst = draft.files[0]?.fileId === files[0]?.fileId;
  return isSameFirst
    ? { files, codebook, ...nothingSaidOfColumns }
    : { ...emptyDraft, files, codebook, wave: draft.wave };
}

/** Labels proposed for the files as they are now; labels the person wrote stay as they are. */
function withLabels(before: readonly ImportFile[], files: readonly ImportFile[]): ImportFile[] {
  const proposedBefore = proposedLabels(before.map(({ name }) => name));
  const proposed = proposedLabels(files.map(({ name }) => name));
  const isWritten = (file: ImportFile): boolean => {
    const index = before.findIndex(({ fileId }) => fileId === file.fileId);
    return index >= 0 && file.label !== proposedBefore[index];
  };
  return files.map((file, index) =>
    isWritten(file) ? file : { ...file, label: proposed[index] ?? file.name },
  );
}
