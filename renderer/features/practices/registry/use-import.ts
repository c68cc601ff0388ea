import { useState } from 'react';
import type { MethodOutput } from '../../../../shared/contract';
import { FileId } from '../../../../shared/domain/ids';
import { type AppError, asAppError } from '../../../../shared/errors';
import { useHost } from '../../../state/host-context';
import { pickFile } from '../../../state/pick-file';
import { useCommand } from '../../../state/use-command';

export type ImportedRecords = MethodOutput<'practice.import'>;

/** Records taken from a file the person picks; `result` or `error` stands until it is closed. */
export function useImport() {
  const host = useHost();
  const { run, isRunning, error, reset } = useCommand('practice.import', { isQuiet: true });
  const [result, setResult] = useState<ImportedRecords | null>(null);
  const [staging, setStaging] = useState<AppError | null>(null);
  return {
    isRunning,
    result,
    error: staging ?? error,
    async pick(): Promise<void> {
      const file = await pickFile('.json,.csv,application/json,text/csv');
      if (file === null) return;
      try {
        const { fileId } = await host.stageFile(file);
        const taken = await run({ fileId: FileId.parse(fileId) });
        if (taken) setResult(taken);
      } catch (failure) {
        setStaging(asAppError(failure));
      }
    },
    close() {
      setResult(null);
      setStaging(null);
      reset();
    },
  };
}
