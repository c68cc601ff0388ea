import { useQueries } from '@tanstack/react-query';
import type { MethodOutput } from '../../../shared/contract';
import { FileId } from '../../../shared/domain/ids';
import { type AppError, asAppError } from '../../../shared/errors';
import type { Texts } from '../../../shared/text';
import { useClient } from '../../state/host-context';
import type { ImportFile } from './draft';

/** What opening one file gave: its table, or what is wrong with it; neither while it is being opened. */
export type FileCheck = { data: MethodOutput<'import.table'> | undefined; error: AppError | null };

/** Opens each file by itself, so that what is wrong with one is told beside it. */
export function useFileChecks(files: readonly ImportFile[]): FileCheck[] {
  const client = useClient();
  return useQueries({
    queries: files.map(({ fileId }) => ({
      queryKey: ['import.table', { fileId, offset: 0, limit: 1 }],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        client.call('import.table', { fileId: FileId.parse(fileId), offset: 0, limit: 1 }, { signal }),
    })),
    combine: (results) =>
      results.map(({ data, error }) => ({ data, error: error === null ? null : asAppError(error) })),
  });
}

/** What stands in the way of reading these files, in words; null for nothing. */
export function filesProblem(
  files: readonly ImportFile[],
  checks: readonly FileCheck[],
  text: Texts['importReading']['files'],
): string | null {
  if (checks.some(({ error }) => error !== null)) return text.fix;
  if (files.length < 2) return null;
  const labels = files.map(({ label }) => label.trim());
  if (labels.includes('')) return text.labelNeeded;
  return new Set(labels).size < labels.length ? text.labelRepeated : null;
}
