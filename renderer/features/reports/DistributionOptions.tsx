import { SegmentedControl, Select, Stack } from '@mantine/core';
import type { ReportBlock } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { hasAnswerList } from '../comparison/AnswersFigure';

type Block = Extract<ReportBlock, { kind: 'distribution' }>;

/** Which question a part shows, in the waves of which comparison, and how it is drawn. */
export function DistributionOptions(props: { block: Block; onChange: (block: ReportBlock) => void }) {
  const { reportsUi } = useTexts();
  const comparisons = useQueryMethod('comparison.list', {}).data?.comparisons ?? [];
  const variables = useVariables();
  const { block, onChange } = props;
  const words = reportsUi.blocks;
  const fitting = variables.all.filter(hasAnswerList);
  const variable = variables.byId.get(block.variableId);
  return (
    <Stack gap="sm">
      <Select
        size="xs"
        searchable
        label={words.variable}
        placeholder={words.chooseVariable}
        value={block.variableId}
        data={fitting.map((each) => ({ value: each.id as string, label: each.label }))}
        comboboxProps={{ withinPortal: false }}
        onChange={(id) => {
          const chosen = fitting.find((each) => each.id === id);
          if (!chosen) return;
          onChange({
            ...block,
            variableId: chosen.id,
            chart: chosen.type === 'ordinal' ? block.chart : 'distribution',
          });
        }}
      />
      <Select
        size="xs"
        label={words.chooseComparison}
        value={block.comparisonId}
        data={comparisons.map((each) => ({ value: each.id as string, label: each.name }))}
        comboboxProps={{ withinPortal: false }}
        onChange={(id) => {
          const chosen = comparisons.find((each) => each.id === id);
          if (chosen) onChange({ ...block, comparisonId: chosen.id });
        }}
      />
      {variable?.type === 'ordinal' && (
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={words.chart}
          value={block.chart}
          onChange={(value) => onChange({ ...block, chart: value === 'likert' ? 'likert' : 'distribution' })}
          data={[
            { value: 'likert', label: words.likert },
            { value: 'distribution', label: words.distributionChart },
          ]}
        />
      )}
    </Stack>
  );
}
