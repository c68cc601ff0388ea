import { useDebouncedValue, useLocalStorage } from '@mantine/hooks';
import { useState } from 'react';
import type { CleaningDraft, CleaningScope } from '../../../shared/domain/cleaning';
import { useTexts } from '../../state/preferences';
import { useUndoToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useHistory } from '../../state/use-history';
import { useQueryMethod } from '../../state/use-query-method';

const whoKey = 'linea-base.who';
const settleMs = 250;
/** Stand for who and why while only the cells are counted: nothing of it is kept. */
const uncounted = { who: '–', reason: '–' };

/** What every correction says besides the change itself. */
export type CleaningGround = { scope: CleaningScope; who: string; reason: string };

/** A correction being written: where it holds, who and why, what it would change, and the way to make it. */
export function useCleaning(
  change: Pick<CleaningDraft, 'waveId' | 'variableId' | 'change'> | null,
  options: { scope: CleaningScope; variable: string; onDone: () => void },
) {
  const { cleaning } = useTexts();
  const { undo } = useHistory();
  const announce = useUndoToast(undo);
  const [who, setWho] = useLocalStorage({ key: whoKey, defaultValue: '', getInitialValueInEffect: false });
  const [scope, setScope] = useState(options.scope);
  const [reason, setReason] = useState('');
  const add = useCommand('cleaning.add', { isQuiet: true });
  const asked = change === null ? null : { ...change, scope, ...uncounted };
  const [settled] = useDebouncedValue(JSON.stringify(asked), settleMs);
  const isSettled = settled === JSON.stringify(asked);
  const preview = useQueryMethod('cleaning.preview', isSettled ? asked : null);
  const ground: CleaningGround = { scope, who, reason };
  function changeGround(part: Partial<CleaningGround>): void {
    add.reset();
    if (part.scope !== undefined) setScope(part.scope);
    if (part.who !== undefined) setWho(part.who);
    if (part.reason !== undefined) setReason(part.reason);
  }
  const isMerge = change?.change.kind === 'merge';
  const changesSomething = preview.data !== undefined && (preview.data.cells > 0 || isMerge);
  const canSave =
    change !== null && changesSomething && isSettled && who.trim() !== '' && reason.trim() !== '';
  async function save(): Promise<void> {
    if (change === null || !canSave) return;
    const done = await add.run({ ...change, scope, who: who.trim(), reason: reason.trim() });
    if (!done) return;
    announce(cleaning.saved(options.variable));
    options.onDone();
  }
  return {
    ground,
    changeGround,
    preview,
    isCounting: asked !== null && (!isSettled || preview.isLoading),
    save,
    canSave,
    isSaving: add.isRunning,
    error: add.error,
  };
}

export type Cleaning = ReturnType<typeof useCleaning>;
