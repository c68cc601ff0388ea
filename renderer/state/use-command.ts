import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Contract, MethodInput, MethodName, MethodOutput, Progress } from '../../shared/contract';
import { type AppError, asAppError } from '../../shared/errors';
import { useClient, useJobStore } from './host-context';
import { refreshAfter } from './invalidation';
import { tellOtherWindows } from './other-windows';
import { useErrorToast } from './toasts';

export type CommandMethod = {
  [M in MethodName]: Contract[M]['kind'] extends 'command' ? M : never;
}[MethodName];

/** A command at hand. `run` resolves to undefined when it failed or was cancelled; `error` then says why. */
export type Command<M extends MethodName> = {
  run: (input: MethodInput<M>) => Promise<MethodOutput<M> | undefined>;
  isRunning: boolean;
  progress: Progress | null;
  error: AppError | null;
  cancel: () => void;
  reset: () => void;
};

/**
 * A command of the engine with its progress and cancel. Failures appear as a toast unless `isQuiet`, where the
 * screen shows `error` itself. Answers the command may have changed are asked again. It goes on when the screen is
 * left; the job tray still shows it.
 */
export function useCommand<M extends CommandMethod>(
  method: M,
  options: { isQuiet?: boolean } = {},
): Command<M> {
  const client = useClient();
  const jobs = useJobStore();
  const answers = useQueryClient();
  const showError = useErrorToast();
  const [state, setState] = useState<{ running: number; progress: Progress | null; error: AppError | null }>({
    running: 0,
    progress: null,
    error: null,
  });
  const controllers = useRef(new Set<AbortController>());
  const isMounted = useRef(true);
  useEffect(() => {
    isMounted.current = true;
    return () => {
      isMounted.current = false;
    };
  }, []);

  const { isQuiet = false } = options;
  const run = useCallback(
    async (input: MethodInput<M>) => {
      const controller = new AbortController();
      controllers.current.add(controller);
      const jobId = jobs.start(method, () => controller.abort());
      setState((now) => ({ running: now.running + 1, progress: null, error: null }));
      let failure: AppError | null = null;
      try {
        const output = await client.call(method, input, {
          signal: controller.signal,
          onProgress(progress) {
            jobs.report(jobId, progress);
            if (isMounted.current) setState((now) => ({ ...now, progress }));
          },
        });
        tellOtherWindows(method);
        await refreshAfter(method, answers);
        return output;
      } catch (error) {
        failure = asAppError(error);
        if (failure.code === 'cancelled' || !isQuiet || !isMounted.current) showError(failure);
        return undefined;
      } finally {
        controllers.current.delete(controller);
        jobs.end(jobId);
        const error = failure;
        if (isMounted.current) setState((now) => ({ running: now.running - 1, progress: null, error }));
      }
    },
    [answers, client, isQuiet, jobs, method, showError],
  );
  const cancel = useCallback(() => {
    for (const controller of controllers.current) controller.abort();
  }, []);
  const reset = useCallback(() => setState((now) => ({ ...now, error: null })), []);
  return {
    run,
    cancel,
    reset,
    isRunning: state.running > 0,
    progress: state.progress,
    error: state.error,
  };
}
