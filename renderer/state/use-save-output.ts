import { useCallback } from 'react';
import { asAppError } from '../../shared/errors';
import { useHost } from './host-context';
import { useDoneToast, useErrorToast } from './toasts';

/** Hands a file the engine wrote to the person and says so; nothing is said when they cancel. */
export function useSaveOutput(): (file: { fileId: string; name: string }, message: string) => Promise<void> {
  const host = useHost();
  const say = useDoneToast();
  const showError = useErrorToast();
  return useCallback(
    async (file, message) => {
      try {
        if (await host.saveOutput(file)) say(message);
      } catch (error) {
        showError(asAppError(error));
      }
    },
    [host, say, showError],
  );
}
