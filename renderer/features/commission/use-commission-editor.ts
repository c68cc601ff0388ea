import { useCallback, useMemo } from 'react';
import type { Commission, CommissionDraft } from '../../../shared/domain/commission';
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

/** A commission being edited in place. Rows without a name are kept on screen and not stored. */
export function useCommissionEditor(commission: Commission): CommissionEditing {
  const { commissionUi } = useTexts();
  const { run, isRunning } = useCommand('commission.save');
  const save = useCallback(
    async (form: CommissionDraft) => {
      const draft = storable(form, commissionUi.newName);
      return (await run({ commissionId: commission.id, commission: draft })) !== undefined;
    },
    [run, commission.id, commissionUi],
  );
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

function storable(form: CommissionDraft, unnamed: string): CommissionDraft {
  const named = <Item extends { name: string }>(items: readonly Item[]): Item[] =>
    items.filter(({ name }) => name.trim() !== '');
  const kept = {
    ...form,
    name: form.name.trim() === '' ? unnamed : form.name,
    criteria: named(form.criteria),
    candidates: named(form.candidates),
    evaluators: named(form.evaluators),
  };
  return { ...kept, ...withoutOrphans(kept) };
}

/** Scores, comments and recusals whose evaluator, practice and criterion are still there. */
export function withoutOrphans(
  form: CommissionDraft,
): Pick<CommissionDraft, 'scores' | 'comments' | 'recusals'> {
  const has = (items: readonly { id: string }[], id: string): boolean => items.some((each) => each.id === id);
  const isKnown = (each: { evaluatorId: string; candidateId: string }): boolean =>
    has(form.evaluators, each.evaluatorId) && has(form.candidates, each.candidateId);
  return {
    scores: form.scores.filter((each) => isKnown(each) && has(form.criteria, each.criterionId)),
    comments: form.comments.filter(isKnown),
    recusals: form.recusals.filter(isKnown),
  };
}

/** A new id that none of the items has. */
export function freeId(prefix: string, items: readonly { id: string }[]): string {
  let number = items.length + 1;
  while (items.some(({ id }) => id === `${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}

function contentOf(form: CommissionDraft): string {
  return JSON.stringify(storable(form, ''));
}
