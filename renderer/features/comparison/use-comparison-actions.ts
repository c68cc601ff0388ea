import { useLocation } from 'wouter';
import type { Comparison, ComparisonSpec } from '../../../shared/domain/comparison';
import { useTexts } from '../../state/preferences';
import { useDoneToast } from '../../state/toasts';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';

export type ComparisonActions = {
  isSaving: boolean;
  /** Keeps the changes of a saved comparison, or makes a new one when `name` is given. */
  save: (name: string | null) => Promise<boolean>;
};

/** Keeps a comparison under a name, anew or in its place. */
export function useComparisonActions(
  saved: Comparison | null,
  spec: ComparisonSpec | null,
  forget: () => void,
): ComparisonActions {
  const { comparison } = useTexts();
  const say = useDoneToast();
  const [, navigate] = useLocation();
  const { run, isRunning } = useCommand('comparison.save');
  return {
    isSaving: isRunning,
    async save(name) {
      if (spec === null) return false;
      const kept = await run({
        comparisonId: name === null ? (saved?.id ?? null) : null,
        name: name ?? saved?.name ?? comparison.untitled,
        spec,
      });
      if (!kept) return false;
      forget();
      say(comparison.saved(kept.name));
      if (kept.id !== saved?.id) navigate(`/comparacion/${kept.id}`);
      return true;
    },
  };
}

/** A name for a comparison from its waves and breakdown. */
export function useProposedName(spec: ComparisonSpec | null): string {
  const { comparison } = useTexts();
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const { byId } = useVariables();
  if (spec === null) return '';
  const nameOf = (id: string | undefined) => waves.find((wave) => wave.id === id)?.name ?? '';
  const name = comparison.suggestedName(nameOf(spec.baselineWaveId), nameOf(spec.followUpWaveIds.at(-1)));
  if (spec.breakdown.length === 0) return name.slice(0, 200);
  const labels = spec.breakdown.map((id) => byId.get(id)?.label ?? '').join(comparison.and);
  return comparison.suggestedBy(name, labels).slice(0, 200);
}
