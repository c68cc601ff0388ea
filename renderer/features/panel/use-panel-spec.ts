import { useMemo } from 'react';
import type { Comparison, ComparisonSpec } from '../../../shared/domain/comparison';
import type { VariableId, WaveId } from '../../../shared/domain/ids';
import { mostCompositionVariables, type PanelSpec } from '../../../shared/domain/panel';
import type { Wave } from '../../../shared/domain/wave';
import type { AppError } from '../../../shared/errors';
import { useQueryMethod } from '../../state/use-query-method';
import { useSharedDraft } from '../../state/use-shared-draft';
import { type KnownVariable, useVariables } from '../../state/use-variables';
import { useComparisonSpec } from '../comparison/use-comparison-spec';

/** What may be changed here; the rest is the comparison's. */
export type PanelChanges = Partial<Pick<PanelSpec, 'followUpWaveId' | 'compositionVariableIds' | 'audience'>>;

export type PanelDraft = {
  /** Null while loading and where nothing is compared. */
  spec: PanelSpec | null;
  comparison: ComparisonSpec | null;
  baseline: Wave | null;
  followUps: readonly Wave[];
  /** Questions in both waves that may describe the people, those that group first. */
  candidates: readonly KnownVariable[];
  change: (change: PanelChanges) => void;
  isLoading: boolean;
  error: AppError | null;
  retry: () => void;
};

const noChanges: PanelChanges = {};
const mostProposed = 2;
const mostProposedOptions = 9;

/** The panel of a comparison, saved or being made: its last follow-up, and who the people are. */
export function usePanelSpec(saved: Comparison | null): PanelDraft {
  const { spec: comparison, isLoading, error, retry } = useComparisonSpec(saved);
  const waves = useQueryMethod('wave.list', {}).data?.waves;
  const variables = useVariables();
  const [changes, setChanges] = useSharedDraft(`panel ${saved?.id ?? 'new'}`, noChanges);
  const find = (id: WaveId | undefined): Wave | undefined => waves?.find((wave) => wave.id === id);
  const baseline = find(comparison?.baselineWaveId) ?? null;
  const followUps = (comparison?.followUpWaveIds ?? []).flatMap((id) => find(id) ?? []);
  const followUp = followUps.find(({ id }) => id === changes.followUpWaveId) ?? followUps.at(-1) ?? null;
  const candidates = useMemo(
    () => (baseline && followUp ? listCandidates(variables.all, [baseline, followUp]) : []),
    [variables.all, baseline, followUp],
  );
  const spec = useMemo<PanelSpec | null>(() => {
    if (!comparison || !followUp || variables.isLoading) return null;
    const { baselineWaveId, indicatorIds, coverage, sampling, confidenceLevel, audience } = comparison;
    const chosen = changes.compositionVariableIds?.filter((id) => candidates.some((each) => each.id === id));
    return {
      baselineWaveId,
      followUpWaveId: followUp.id,
      indicatorIds,
      compositionVariableIds: chosen ?? propose(candidates, comparison.breakdown),
      coverage,
      ...(sampling ? { sampling } : {}),
      confidenceLevel,
      audience: changes.audience ?? audience,
    };
  }, [comparison, followUp, variables.isLoading, candidates, changes]);
  return {
    spec,
    comparison,
    baseline,
    followUps,
    candidates,
    change: (change) => setChanges((now) => ({ ...now, ...change })),
    isLoading: isLoading || variables.isLoading || waves === undefined,
    error: error ?? variables.error,
    retry: error ? retry : variables.retry,
  };
}

/** The questions of both waves by which people can be grouped. */
export function listCandidates(all: readonly KnownVariable[], waves: readonly Wave[]): KnownVariable[] {
  return all
    .filter(({ id }) => waves.every(({ variableIds }) => variableIds.includes(id)))
    .filter(({ type, identity }) => identity === null && ['single', 'ordinal', 'boolean'].includes(type))
    .sort((left, right) => Number(right.role === 'group') - Number(left.role === 'group'));
}

/** What the comparison is split by, otherwise the first grouping questions of few unordered options: they seldom change. */
function propose(candidates: readonly KnownVariable[], breakdown: readonly VariableId[]): VariableId[] {
  const split = breakdown.filter((id) => candidates.some((each) => each.id === id));
  if (split.length > 0) return split.slice(0, mostCompositionVariables);
  return candidates
    .filter(
      ({ role, type, options }) =>
        role === 'group' && type !== 'ordinal' && options.length <= mostProposedOptions,
    )
    .slice(0, mostProposed)
    .map(({ id }) => id);
}
