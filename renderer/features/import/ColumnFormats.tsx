import { Select } from '@mantine/core';
import { ColumnPlan } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import type { Reading } from './draft';
import { FormatExamples } from './FormatExamples';

/** How one column writes its decimals, dates or several answers; only what its type needs, with both readings side by side. */
export function ColumnFormats(props: {
  plan: ColumnPlan;
  reading: Reading | null;
  onChange: (change: Partial<ColumnPlan>) => void;
}) {
  const { plan, onChange } = props;
  const { import: text } = useTexts();
  const { values } = text.dialect;
  const { separators } = text.columnPanel;
  if (plan.type === 'decimal' || plan.type === 'integer') {
    const marks = [
      { value: ',', label: values.decimalMark.comma, change: { decimalMark: ',' } },
      { value: '.', label: values.decimalMark.point, change: { decimalMark: '.' } },
    ] as const;
    return (
      <FormatExamples
        label={text.columnPanel.decimalLabel}
        plan={plan}
        reading={props.reading}
        choices={marks}
        chosen={plan.decimalMark}
        onChange={onChange}
      />
    );
  }
  if (plan.type === 'date' || plan.type === 'datetime') {
    const orders = (['dmy', 'mdy', 'ymd'] as const).map((order) => ({
      value: order,
      label: values.dateOrder[order],
      change: { dateOrder: order },
    }));
    return (
      <FormatExamples
        label={text.columnPanel.dateLabel}
        plan={plan}
        reading={props.reading}
        choices={orders}
        chosen={plan.dateOrder}
        onChange={onChange}
      />
    );
  }
  if (plan.type === 'multiple' && plan.parts.length === 0) {
    return (
      <Select
        label={text.columnPanel.separatorLabel}
        data={[
          { value: '; ', label: separators.semicolonSpace },
          { value: ';', label: separators.semicolon },
          { value: ', ', label: separators.commaSpace },
          { value: '|', label: separators.bar },
          { value: ' ', label: separators.space },
        ]}
        value={plan.optionSeparator}
        onChange={(value) => onChange({ optionSeparator: ColumnPlan.shape.optionSeparator.parse(value) })}
      />
    );
  }
  return null;
}
