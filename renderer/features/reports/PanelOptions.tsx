import { MultiSelect, Select, Stack } from '@mantine/core';
import { mostCompositionVariables } from '../../../shared/domain/panel';
import type { ReportBlock } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { useVariables } from '../../state/use-variables';
import { listCandidates } from '../panel/use-panel-spec';

type Block = Extract<ReportBlock, { kind: 'panel' }>;

/** Whose people a part looks at, to which follow-up, in which indicators, and what describes them. */
export function PanelOptions(props: { block: Block; onChange: (block: ReportBlock) => void }) {
  const { reportsUi, panel, panelUi, comparison: text } = useTexts();
  const comparisons = useQueryMethod('comparison.list', {}).data?.comparisons ?? [];
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const indicators = useQueryMethod('indicator.list', {}).data?.indicators ?? [];
  const variables = useVariables();
  const { block, onChange } = props;
  const words = reportsUi.blocks;
  const comparison = comparisons.find(({ id }) => id === block.comparisonId);
  const followUpIds = comparison?.spec.followUpWaveIds ?? [];
  const followUps = waves.filter(({ id }) => followUpIds.includes(id));
  const followUpId = followUpIds.find((id) => id === block.followUpWaveId) ?? followUpIds[0];
  const both = waves.filter(({ id }) => id === comparison?.spec.baselineWaveId || id === followUpId);
  const candidates = listCandidates(variables.all, both);
  const possible = indicators.filter(({ id }) => comparison?.spec.indicatorIds.includes(id));
  return (
    <Stack gap="sm">
      <Select
        size="xs"
        label={words.chooseComparison}
        value={comparison?.id ?? null}
        data={comparisons.map(({ id, name }) => ({ value: id as string, label: name }))}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => {
          const chosen = comparisons.find(({ id }) => id === value);
          if (chosen) onChange({ ...block, comparisonId: chosen.id, followUpWaveId: null, indicatorIds: [] });
        }}
      />
      {followUps.length > 1 && (
        <Select
          size="xs"
          label={text.spec.followUp}
          value={followUpId ?? null}
          data={followUps.map(({ id, name }) => ({ value: id as string, label: name }))}
          comboboxProps={{ withinPortal: false }}
          onChange={(value) => {
            const chosen = followUps.find(({ id }) => id === value);
            if (chosen) onChange({ ...block, followUpWaveId: chosen.id });
          }}
        />
      )}
      <MultiSelect
        size="xs"
        searchable
        label={panel.compositionQuestion}
        description={panelUi.spec.help}
        maxValues={mostCompositionVariables}
        value={[...block.compositionVariableIds]}
        data={candidates.map(({ id, label }) => ({ value: id as string, label }))}
        comboboxProps={{ withinPortal: false }}
        onChange={(values) =>
          onChange({
            ...block,
            compositionVariableIds: candidates.filter(({ id }) => values.includes(id)).map(({ id }) => id),
          })
        }
      />
      <MultiSelect
        size="xs"
        searchable
        clearable
        label={words.indicators}
        placeholder={block.indicatorIds.length === 0 ? words.allIndicators : ''}
        value={[...block.indicatorIds]}
        data={possible.map(({ id, name }) => ({ value: id as string, label: name }))}
        comboboxProps={{ withinPortal: false }}
        onChange={(ids) =>
          onChange({
            ...block,
            indicatorIds: possible.filter(({ id }) => ids.includes(id)).map(({ id }) => id),
          })
        }
      />
    </Stack>
  );
}
