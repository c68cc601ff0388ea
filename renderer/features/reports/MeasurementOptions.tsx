import { Select, Stack, Switch } from '@mantine/core';
import type { ReportBlock } from '../../../shared/domain/report';
import { useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';

type Block = Extract<ReportBlock, { kind: 'measurement' }>;

/** Which saved measurement a part shows, and what of it is printed. */
export function MeasurementOptions(props: { block: Block; onChange: (block: ReportBlock) => void }) {
  const { reportsUi } = useTexts();
  const measurements = useQueryMethod('measurement.list', {}).data?.measurements ?? [];
  const { block, onChange } = props;
  const words = reportsUi.blocks;
  const parts = [
    ['showSentences', words.showSentences],
    ['showCharts', words.showCharts],
    ['showTables', words.showTables],
  ] as const;
  return (
    <Stack gap="sm">
      <Select
        size="xs"
        label={words.chooseMeasurement}
        value={measurements.some(({ id }) => id === block.measurementId) ? block.measurementId : null}
        data={measurements.map(({ id, name }) => ({ value: id as string, label: name }))}
        comboboxProps={{ withinPortal: false }}
        onChange={(value) => {
          const chosen = measurements.find(({ id }) => id === value);
          if (chosen) onChange({ ...block, measurementId: chosen.id });
        }}
      />
      {parts.map(([part, label]) => (
        <Switch
          key={part}
          size="xs"
          label={label}
          checked={block[part]}
          onChange={(event) => onChange({ ...block, [part]: event.currentTarget.checked })}
        />
      ))}
    </Stack>
  );
}
