import { useState } from 'react';
import { FileId } from '../../../shared/domain/ids';
import { type AppError, asAppError } from '../../../shared/errors';
import { useHost } from '../../state/host-context';

/** What a table can come in; the engine looks at the bytes, not at the ending. */
export const tableFiles = '.csv,.tsv,.txt,.xlsx,.xls,.ods,.sav';

/** What corrected rows can come back in: the text that was handed out, or the workbook it was corrected in. */
export const correctedFiles = '.csv,.tsv,.txt,.xlsx,.xls,.ods';

export type TakenFile = { fileId: FileId; name: string };

/** Hands a file of this computer to the engine. `take` resolves to null where that failed; `error` says why. */
export function useFileTaken() {
  const host = useHost();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  async function take(file: File | null): Promise<TakenFile | null> {
    if (file === null) return null;
    setError(null);
    setSending(true);
    try {
      const staged = await host.stageFile(file);
      return { fileId: FileId.parse(staged.fileId), name: staged.name };
    } catch (failure) {
      setError(asAppError(failure));
      return null;
    } finally {
      setSending(false);
    }
  }
  return { take, isSending, error };
}
