import { useCallback, useMemo } from 'react';
import type { Claim, Practice } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { useAutosave } from '../../state/use-autosave';
import { useCommand } from '../../state/use-command';
import { type PracticeForm, practiceDraftOf, practiceFormOf } from './practice-form';

export type PracticeEditing = {
  form: PracticeForm;
  isDirty: boolean;
  isSaving: boolean;
  flush: () => Promise<void>;
  change: (change: Partial<PracticeForm>) => void;
  changeClaim: (id: Claim['id'], change: Partial<Claim>) => void;
};

/** A record being edited in place. */
export function usePracticeEditor(practice: Practice): PracticeEditing {
  const { practices } = useTexts();
  const { run, isRunning } = useCommand('practice.save');
  const save = useCallback(
    async (form: PracticeForm) => {
      const draft = practiceDraftOf(form, practices.newTitle);
      return (await run({ practiceId: practice.id, practice: draft })) !== undefined;
    },
    [run, practice.id, practices],
  );
  const stored = useMemo(() => practiceFormOf(practice), [practice]);
  const { value, change, isDirty, flush } = useAutosave(stored, save, contentOf);
  return {
    form: value,
    isDirty,
    isSaving: isRunning,
    flush,
    change: (part) => change((form) => ({ ...form, ...part })),
    changeClaim: (id, part) =>
      change((form) => ({
        ...form,
        claims: form.claims.map((claim) => (claim.id === id ? { ...claim, ...part } : claim)),
      })),
  };
}

/** What would be stored: blank lines while typing are not a change. */
function contentOf(form: PracticeForm): string {
  return JSON.stringify(practiceDraftOf(form, ''));
}
