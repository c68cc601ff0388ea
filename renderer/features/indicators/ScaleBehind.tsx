import { useMemo } from 'react';
import type { ChangeResult, ComparisonResult } from '../../../shared/domain/comparison';
import type { Condition } from '../../../shared/domain/condition';
import type { IndicatorId } from '../../../shared/domain/ids';
import { useQueryMethod } from '../../state/use-query-method';
import { ScaleView } from './ScaleView';
import type { IndexMeasure } from './use-scale';

type SavedIndex = { measure: IndexMeasure; filter: Condition | null };

/** The questions of a saved index and whom they are asked; null for every other indicator and while unknown. */
export function useIndexBehind(indicatorId: IndicatorId): SavedIndex | null {
  const indicator = useQueryMethod('indicator.list', {}).data?.indicators.find(
    ({ id }) => id === indicatorId,
  );
  if (indicator?.measure.kind !== 'index') return null;
  return { measure: indicator.measure, filter: indicator.filter };
}

/** Whether the questions of a saved index go together, in both waves of a change and by its comparison's design. */
export function ScaleBehind(props: { index: SavedIndex; result: ComparisonResult; change: ChangeResult }) {
  const { index, result, change } = props;
  const { spec } = result;
  const all = useQueryMethod('wave.list', {}).data?.waves;
  const waves = useMemo(
    () => all?.filter(({ id }) => id === spec.baselineWaveId || id === change.followUpWaveId),
    [all, spec.baselineWaveId, change.followUpWaveId],
  );
  if (!waves) return null;
  return (
    <ScaleView
      measure={index.measure}
      filter={index.filter}
      waves={waves}
      coverage={spec.coverage}
      confidenceLevel={spec.confidenceLevel}
      audience={spec.audience}
    />
  );
}
