import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { hasAnswerList } from '../comparison/AnswersFigure';
import { usePanelSpec } from '../panel/use-panel-spec';
import { useSeriesSpec } from '../series/use-series-spec';
import type { BlockSources, ReportForm } from './report-form';
import { latestOf } from './use-new-report';

/** What new parts start from: the comparison used last, its people, a scale, and the register as followed on its own page. */
export function useBlockSources(form: ReportForm): BlockSources {
  const comparisons = useQueryMethod('comparison.list', {}).data?.comparisons ?? [];
  const measurements = useQueryMethod('measurement.list', {}).data?.measurements ?? [];
  const variables = useVariables();
  const used = form.blocks.flatMap(({ block }) => ('comparisonId' in block ? [block.comparisonId] : []));
  const comparison = comparisons.find(({ id }) => id === used.at(-1)) ?? latestOf(comparisons) ?? null;
  const panel = usePanelSpec(comparison);
  const series = useSeriesSpec();
  const scale =
    variables.all.find((each) => each.type === 'ordinal' && each.role === 'measure') ??
    variables.all.find(hasAnswerList);
  return {
    comparisonId: comparison?.id ?? null,
    variableId: scale?.id ?? null,
    series: series.spec,
    compositionVariableIds: panel.spec?.compositionVariableIds ?? [],
    measurementId: latestOf(measurements)?.id ?? null,
  };
}
