import { Checkbox, MultiSelect, SegmentedControl, Select, Stack, Switch } from '@mantine/core';
import type { ReportBlock } from '../../../shared/domain/report';
import { SeriesPeriod, seriesPeriods } from '../../../shared/domain/series';
import { useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import { useSeriesSpec } from '../series/use-series-spec';

type Block = Extract<ReportBlock, { kind: 'series' }>;
const everyCase = 'cases';

/** Which register a part follows, by which period, since which date, and what of it is printed. */
export function SeriesBlockOptions(props: { block: Block; onChange: (block: ReportBlock) => void }) {
  const { reportsUi, series } = useTexts();
  const { registers } = useSeriesSpec();
  const { block, onChange } = props;
  const { spec } = block;
  const change = (part: Partial<Block['spec']>) => onChange({ ...block, spec: { ...spec, ...part } });
  const register = registers.find(({ dates }) => dates.some(({ id }) => id === spec.dateVariableId));
  const words = series.spec;
  return (
    <Stack gap="sm">
      {register && register.waves.length > 1 && (
        <MultiSelect
          size="xs"
          label={words.files}
          value={[...spec.waveIds]}
          data={register.waves.map(({ id, name }) => ({ value: id as string, label: name }))}
          comboboxProps={{ withinPortal: false }}
          onChange={(values) => {
            const chosen = register.waves.filter(({ id }) => values.includes(id));
            if (chosen.length > 0) change({ waveIds: chosen.map(({ id }) => id) });
          }}
        />
      )}
      <Select
        size="xs"
        label={words.measure}
        value={spec.measure.kind === 'cases' ? everyCase : spec.measure.indicatorId}
        data={[
          { value: everyCase, label: words.cases },
          ...(register?.indicators ?? []).map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => {
          const indicator = register?.indicators.find(({ id }) => id === value);
          change({
            measure: indicator ? { kind: 'indicator', indicatorId: indicator.id } : { kind: 'cases' },
          });
        }}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={words.period}
        value={spec.period}
        onChange={(value) => change({ period: SeriesPeriod.parse(value) })}
        data={seriesPeriods.map((value) => ({ value, label: words.periods[value] }))}
      />
      <DateField label={words.cut} value={spec.cutDate} onChange={(cutDate) => change({ cutDate })} />
      <Checkbox
        size="xs"
        label={words.seasonality}
        checked={spec.seasonality !== 'none'}
        onChange={(event) => change({ seasonality: event.currentTarget.checked ? 'month-dummies' : 'none' })}
      />
      <Checkbox
        size="xs"
        label={words.partial}
        checked={spec.includePartial}
        onChange={(event) => change({ includePartial: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        label={reportsUi.blocks.showSentences}
        checked={block.showSentences}
        onChange={(event) => onChange({ ...block, showSentences: event.currentTarget.checked })}
      />
      <Switch
        size="xs"
        label={reportsUi.blocks.showTable}
        checked={block.showTable}
        onChange={(event) => onChange({ ...block, showTable: event.currentTarget.checked })}
      />
    </Stack>
  );
}
