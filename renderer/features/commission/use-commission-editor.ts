import { useCallback, useMemo } from 'react';
import { type RowFallbacks, storableCommission } from '../../../shared/commissions/row-names';
import type { Commission, CommissionDraft } from '../../../shared/domain/commission';
import type { Texts } from '../../../shared/text';
import { useTexts } from '../../state/preferences';
import { useAutosave } from '../../state/use-autosave';
import { useCommand } from '../../state/use-command';

export type CommissionEditing = {
  form: CommissionDraft;
  isDirty: boolean;
  isSaving: boolean;
  flush: () => Promise<void>;
  change: (step: (form: CommissionDraft) => Partial<CommissionDraft>) => void;
};

/** A commission being edited in place. Rows that say nothing yet are kept on screen and not stored. */
export function useCommissionEditor(commission: Commission): CommissionEditing {
  const { commissionUi } = useTexts();
  const { run, isRunning } = useCommand('commission.save');
  const toStore = useCallback((form: CommissionDraft) => storable(form, commissionUi), [commissionUi]);
  const save = useCallback(
    async (form: CommissionDraft) =>
      (await run({ commissionId: commission.id, commission: toStore(form) })) !== undefined,
    [run, commission.id, toStore],
  );
  const contentOf = useCallback((form: CommissionDraft) => JSON.stringify(toStore(form)), [toStore]);
  const stored = useMemo(() => draftOf(commission), [commission]);
  const { value, change, isDirty, flush } = useAutosave(stored, save, contentOf);
  return {
    form: value,
    isDirty,
    isSaving: isRunning,
    flush,
    change: (step) => change((form) => ({ ...form, ...step(form) })),
  };
}

function draftOf(commission: Commission): CommissionDraft {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...draft } = commission;
  return draft;
}

function storable(form: CommissionDraft, words: Texts['commissionUi']): CommissionDraft {
  const fallbacks: RowFallbacks = {
    criteria: words.criterionName,
    candidates: words.candidateName,
    evaluators: words.evaluatorName,
  };
  const named = { ...form, name: form.name.trim() === '' ? words.newName : form.name };
  return storableCommission(named, fallbacks);
}
