import { Input, SegmentedControl } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import type { FieldProps } from './field-props';

const periods = ['month', 'quarter', 'year'] as const;

/** By which period rows are put together. */
export function PeriodField({ form, change }: FieldProps) {
  const words = useTexts().measurementsUi.fields;
  return (
    <Input.Wrapper label={words.period} labelElement="div">
      <SegmentedControl
        fullWidth
        aria-label={words.period}
        value={form.period}
        onChange={(value) => change({ period: periods.find((each) => each === value) ?? 'month' })}
        data={periods.map((value) => ({ value, label: words.periods[value] }))}
      />
    </Input.Wrapper>
  );
}
