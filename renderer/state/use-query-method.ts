import { keepPreviousData, type QueryKey, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Contract, MethodInput, MethodName, MethodOutput, Progress } from '../../shared/contract';
import { type AppError, asAppError } from '../../shared/errors';
import { useClient } from './host-context';

export type QueryMethod = {
  [M in MethodName]: Contract[M]['kind'] extends 'query' ? M : never;
}[MethodName];

/**
 * The answer to a query. `data` is undefined until the first answer; `isStale` marks an answer to the input before
 * this one that still stands while the new one is computed. `progress` is null when the engine has not reported.
 */
export type Answer<M extends MethodName> = {
  data: MethodOutput<M> | undefined;
  error: AppError | null;
  isLoading: boolean;
  isStale: boolean;
  isUpdating: boolean;
  progress: Progress | null;
  retry: () => void;
};

/**
 * Asks the engine and keeps the answer, once for each method and input. `input` null asks nothing. Leaving the
 * screen or changing the input cancels the question. With `keepsPrevious` the last answer stays on screen, marked
 * stale, until the next one is there.
 */
export function useQueryMethod<M extends QueryMethod>(
  method: M,
  input: MethodInput<M> | null,
  options: { keepsPrevious?: boolean } = {},
): Answer<M> {
  const client = useClient();
  const answers = useQueryClient();
  const key: QueryKey = [method, input];
  const progressKey: QueryKey = ['progress', ...key];
  const progress = useQuery<Progress | null>({ queryKey: progressKey, queryFn: () => null, enabled: false });
  const query = useQuery<MethodOutput<M>, Error>({
    queryKey: key,
    enabled: input !== null,
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    queryFn: async ({ signal }) => {
      if (input === null) throw new Error('a disabled question was asked');
      const onProgress = (report: Progress) => answers.setQueryData(progressKey, report);
      return client.call(method, input, { signal, onProgress });
    },
  });
  return {
    data: query.data,
    error: query.error === null ? null : asAppError(query.error),
    isLoading: query.isPending && input !== null,
    isStale: query.isPlaceholderData,
    isUpdating: query.isFetching,
    progress: progress.data ?? null,
    retry: () => void query.refetch(),
  };
}
