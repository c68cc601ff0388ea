import { useMemo } from 'react';
import type { IndicatorId } from '../../../shared/domain/ids';
import { indicatorVariables } from '../../../shared/domain/indicator';
import type { PanelResult } from '../../../shared/domain/panel';
import { useQueryMethod } from '../../state/use-query-method';

/** The indicators made of what describes the people, with the words of it: holding that fixed leaves nothing to see. */
export function useFixedIndicators({
  composition,
}: Pick<PanelResult, 'composition'>): ReadonlyMap<IndicatorId, string> {
  const indicators = useQueryMethod('indicator.list', {}).data?.indicators;
  return useMemo(() => {
    const fixed = new Map<IndicatorId, string>();
    for (const indicator of indicators ?? []) {
      const own = indicatorVariables({ measure: indicator.measure, filter: null });
      const variable = composition.find(({ id }) => own.includes(id));
      if (variable) fixed.set(indicator.id, variable.label);
    }
    return fixed;
  }, [indicators, composition]);
}
