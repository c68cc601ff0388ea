import { MultiSelect, Select, Stack, Switch } from '@mantine/core';
import { chartWords } from '../../../shared/charts/words';
import { type ChartKind, chartKinds } from '../../../shared/domain/chart';
import type { ReportBlock } from '../../../shared/domain/report';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';

type Block = Extract<ReportBlock, { kind: 'comparison' }>;
const resultCharts = chartKinds.filter((kind) => kind !== 'likert' && kind !== 'distribution');

/** Which comparison a part shows, which of its indicators, and as what. */
export function ComparisonOptions(props: { block: Block; onChange: (block: ReportBlock) => void }) {
  const { reportsUi } = useTexts();
  const { locale } = useLocale();
  const comparisons = useQueryMethod('comparison.list', {}).data?.comparisons ?? [];
  const indicators = useQueryMethod('indicator.list', {}).data?.indicators ?? [];
  const { block, onChange } = props;
  const words = reportsUi.blocks;
  const comparison = comparisons.find((each) => each.id === block.comparisonId);
  const charts = resultCharts.filter(
    (kind) => kind !== 'panel-flow' || comparison?.spec.linkage === 'matched',
  );
  const possible = indicators.filter((each) => comparison?.spec.indicatorIds.includes(each.id));
  return (
    <Stack gap="sm">
      <Select
        size="xs"
        label={words.chooseComparison}
        value={comparison?.id ?? null}
        data={comparisons.map((each) => ({ value: each.id as string, label: each.name }))}
        comboboxProps={{ withinPortal: false }}
        onChange={(id) => {
          const chosen = comparisons.find((each) => each.id === id);
          if (chosen) onChange({ ...block, comparisonId: chosen.id, indicatorIds: [] });
        }}
      />
      <MultiSelect
        size="xs"
        searchable
        clearable
        label={words.indicators}
        placeholder={block.indicatorIds.length === 0 ? words.allIndicators : ''}
        value={[...block.indicatorIds]}
        data={possible.map((each) => ({ value: each.id as string, label: each.name }))}
        comboboxProps={{ withinPortal: false }}
        onChange={(ids) =>
          onChange({
            ...block,
            indicatorIds: possible.filter((each) => ids.includes(each.id)).map((each) => each.id),
          })
        }
      />
      <Select
        size="xs"
        label={words.chart}
        value={block.chart ?? ''}
        data={[
          { value: '', label: words.noChart },
          ...charts.map((kind) => ({ value: kind as string, label: chartWords(locale).kinds[kind] })),
        ]}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => {
          const chart: ChartKind | null = resultCharts.find((kind) => kind === value) ?? null;
          onChange({ ...block, chart });
        }}
      />
      <Switch
        size="xs"
        label={words.showSentences}
        checked={block.showSentences}
        onChange={(event) => onChange({ ...block, showSentences: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        label={words.showTable}
        checked={block.showTable}
        onChange={(event) => onChange({ ...block, showTable: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        label={words.showDistributions}
        description={words.showDistributionsHelp}
        checked={block.showDistributions ?? false}
        onChange={(event) => onChange({ ...block, showDistributions: event.currentTarget.checked })}
      />
    </Stack>
  );
}
