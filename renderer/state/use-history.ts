import { useCallback } from 'react';
import { useTexts } from './preferences';
import { useDoneToast, useUndoToast } from './toasts';
import { useCommand } from './use-command';

export type History = { undo: () => void; redo: () => void; announceDeletion: (message: string) => void };

/**
 * Undo and redo of definitions, each saying what it did. `announceDeletion` shows a toast with a button to undo
 * after something was deleted.
 */
export function useHistory(): History {
  const { common } = useTexts();
  const showDone = useDoneToast();
  const { run: runUndo } = useCommand('history.undo');
  const { run: runRedo } = useCommand('history.redo');
  const undo = useCallback(() => {
    void runUndo({}).then(
      (done) =>
        done &&
        showDone(
          common.history.undone(
            common.history.steps[done.undone.entity][done.undone.action](done.undone.name),
          ),
        ),
    );
  }, [runUndo, showDone, common]);
  const redo = useCallback(() => {
    void runRedo({}).then(
      (done) =>
        done &&
        showDone(
          common.history.redone(
            common.history.steps[done.redone.entity][done.redone.action](done.redone.name),
          ),
        ),
    );
  }, [runRedo, showDone, common]);
  return { undo, redo, announceDeletion: useUndoToast(undo) };
}
