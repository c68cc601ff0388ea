import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useMemo } from 'react';
import type { AppError } from '../../shared/errors';
import { useTexts } from './preferences';
import { useErrorWords } from './use-error-words';

/** Says that something was done. */
export function useDoneToast(): (message: string) => void {
  const look = useToastLook();
  return useCallback((message) => void notifications.show({ ...look, message }), [look]);
}

/** What all toasts share; their closing button needs a name. */
function useToastLook() {
  const { common } = useTexts();
  return useMemo(
    () => ({ withBorder: true, closeButtonProps: { 'aria-label': common.actions.close } }),
    [common],
  );
}

/** Shows a failure in the reader's words; a cancelled call is told as such, not as a failure. */
export function useErrorToast(): (error: AppError) => void {
  const { common } = useTexts();
  const errorWords = useErrorWords();
  const look = useToastLook();
  return useCallback(
    (error) => {
      if (error.code === 'cancelled') {
        notifications.show({ ...look, message: common.jobs.cancelled });
        return;
      }
      const words = errorWords(error);
      notifications.show({
        ...look,
        title: words.title,
        message: [words.detail, words.advice].filter(Boolean).join(' '),
        color: 'red',
        autoClose: 12_000,
      });
    },
    [common, errorWords, look],
  );
}

/** Says what was done and offers to undo it; each message may bring its own way back. */
export function useUndoToast(undo?: () => void): (message: string, undoThis?: () => void) => void {
  const { common } = useTexts();
  const look = useToastLook();
  return useCallback(
    (message, undoThis = undo) => {
      const id = notifications.show({
        ...look,
        autoClose: 10_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{message}</Text>
            <Button
              size="compact-sm"
              variant="light"
              style={{ flexShrink: 0 }}
              onClick={() => {
                notifications.hide(id);
                undoThis?.();
              }}
            >
              {common.actions.undo}
            </Button>
          </Group>
        ),
      });
    },
    [common, undo, look],
  );
}
