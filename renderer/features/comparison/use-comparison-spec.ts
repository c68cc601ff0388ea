import { useMemo, useState } from 'react';
import type { Comparison, ComparisonSpec } from '../../../shared/domain/comparison';
import { isSimpleSampling } from '../../../shared/domain/design';
import type { AppError } from '../../../shared/errors';
import { useQueryMethod } from '../../state/use-query-method';
import { useSharedDraft } from '../../state/use-shared-draft';

const noChanges: Partial<ComparisonSpec> = {};

export type ComparisonDraft = {
  spec: ComparisonSpec | null;
  change: (change: Partial<ComparisonSpec>) => void;
  isDirty: boolean;
  hasWaves: boolean;
  hasIndicators: boolean;
  isLoading: boolean;
  error: AppError | null;
  retry: () => void;
  /** Forgets the changes made since it was saved or proposed. */
  reset: () => void;
};

/** The saved comparison, or the proposal made from the data, with the changes made since. */
export function useComparisonSpec(saved: Comparison | null): ComparisonDraft {
  const waves = useQueryMethod('wave.list', {});
  const indicators = useQueryMethod('indicator.list', {});
  const project = useQueryMethod('project.current', {}).data?.project ?? null;
  const enough = (waves.data?.waves.length ?? 0) > 1;
  const proposal = useQueryMethod('comparison.propose', enough ? {} : null);
  const [kept, keep] = useSharedDraft(`comparison ${saved?.id ?? 'new'}`, noChanges);
  // The shared draft tells its readers a moment later, which a ticked box must not wait for.
  const [changes, setChangesNow] = useState(kept);
  function setChanges(step: (now: Partial<ComparisonSpec>) => Partial<ComparisonSpec>): void {
    setChangesNow(step);
    keep(step);
  }
  const start = useMemo<ComparisonSpec | null>(() => {
    if (saved) return saved.spec;
    const proposed = proposal.data;
    if (!proposed || proposed.baselineWaveId === null || !project || !indicators.data) return null;
    return {
      baselineWaveId: proposed.baselineWaveId,
      followUpWaveIds: proposed.followUpWaveIds,
      indicatorIds: indicators.data.indicators.map((indicator) => indicator.id),
      breakdown: [],
      linkage: proposed.linkage,
      coverage: proposed.coverage,
      ...(isSimpleSampling(proposed.sampling) ? {} : { sampling: proposed.sampling }),
      confidenceLevel: project.settings.confidenceLevel,
      audience: 'publication',
    };
  }, [saved, proposal.data, project, indicators.data]);
  const spec = useMemo(() => (start ? { ...start, ...changes } : null), [start, changes]);
  const failed = [waves, indicators, proposal].find((answer) => answer.error !== null);
  return {
    spec,
    change: (change) => setChanges((now) => ({ ...now, ...change })),
    isDirty: saved === null || (spec !== null && JSON.stringify(spec) !== JSON.stringify(saved.spec)),
    hasWaves: saved !== null || (enough && proposal.data?.baselineWaveId !== null),
    hasIndicators: (indicators.data?.indicators.length ?? 0) > 0,
    isLoading: waves.isLoading || indicators.isLoading || proposal.isLoading,
    error: failed?.error ?? null,
    retry: () => failed?.retry(),
    reset: () => setChanges(() => noChanges),
  };
}
