import { Radio, Stack } from '@mantine/core';
import { IndexScale } from '../../../shared/domain/indicator';
import { useTexts } from '../../state/preferences';

type Props = { value: IndexScale; onChange(scale: IndexScale): void };

const order = ['0-100', 'items', 'baseline-range', 'baseline-z'] as const satisfies readonly IndexScale[];

/** How the score of an index is written, with a sentence on what each way measures against. */
export function IndexScaleChoice({ value, onChange }: Props) {
  const { indicators } = useTexts();
  const { scale, scales, scalesHelp } = indicators.measure;
  return (
    <Radio.Group label={scale} value={value} onChange={(chosen) => onChange(IndexScale.parse(chosen))}>
      <Stack gap="xs" mt={4} maw={420}>
        {order.map((each) => (
          <Radio key={each} size="xs" value={each} label={scales[each]} description={scalesHelp[each]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
