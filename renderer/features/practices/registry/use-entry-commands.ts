import { useLocation } from 'wouter';
import type { Practice } from '../../../../shared/domain/practice';
import { useTexts } from '../../../state/preferences';
import { useDoneToast, useUndoToast } from '../../../state/toasts';
import { useCommand } from '../../../state/use-command';
import { useHistory } from '../../../state/use-history';

/** What can be done with a record as a whole; each says what it did and can be undone. */
export function useEntryCommands(practice: Practice) {
  const { practices, registry } = useTexts();
  const [, navigate] = useLocation();
  const say = useDoneToast();
  const sayWithUndo = useUndoToast();
  const { announceDeletion } = useHistory();
  const duplicating = useCommand('practice.duplicate');
  const archiving = useCommand('practice.archive');
  const removing = useCommand('practice.remove');
  const { id: practiceId, title } = practice;
  return {
    async duplicate(): Promise<void> {
      const copy = await duplicating.run({ practiceId });
      if (!copy) return;
      say(registry.duplicated(copy.title));
      navigate(`/practicas/${copy.id}`);
    },
    async archive(archived: boolean): Promise<void> {
      if (!(await archiving.run({ practiceId, archived }))) return;
      const undo = () => void archiving.run({ practiceId, archived: !archived });
      sayWithUndo(archived ? registry.archived(title) : registry.unarchived(title), undo);
    },
    async remove(): Promise<boolean> {
      if (!(await removing.run({ practiceId }))) return false;
      announceDeletion(practices.deleted(title));
      return true;
    },
  };
}
