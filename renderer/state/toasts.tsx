import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import type { AppError } from '../../shared/errors';
import { useTexts } from './preferences';
import { useErrorWords } from './use-error-words';

/** Says that something was done. */
export function useDoneToast(): (message: string) => void {
  return useCallback((message) => void notifications.show({ message, withBorder: true }), []);
}

/** Shows a failure in the reader's words; a cancelled call is told as such, not as a failure. */
export function useErrorToast(): (error: AppError) => void {
  const { common } = useTexts();
  const errorWords = useErrorWords();
  return useCallback(
    (error) => {
      if (error.code === 'cancelled') {
        notifications.show({ message: common.jobs.cancelled, withBorder: true });
        return;
      }
      const words = errorWords(error);
      notifications.show({
        title: words.title,
        message: [words.detail, words.advice].filter(Boolean).join(' '),
        color: 'red',
        autoClose: 12_000,
        withBorder: true,
      });
    },
    [common, errorWords],
  );
}

/** Says what was deleted and offers to undo it. */
export function useUndoToast(undo: () => void): (message: string) => void {
  const { common } = useTexts();
  return useCallback(
    (message) => {
      const id = notifications.show({
        autoClose: 10_000,
        withBorder: true,
        message: (
          <Group justify="space-between" wrap="nowrap">
            <Text size="sm">{message}</Text>
            <Button
              size="compact-sm"
              variant="light"
              onClick={() => {
                notifications.hide(id);
                undo();
              }}
            >
              {common.actions.undo}
            </Button>
          </Group>
        ),
      });
    },
    [common, undo],
  );
}
