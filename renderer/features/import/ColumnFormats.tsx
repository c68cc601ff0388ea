import { Select } from '@mantine/core';
import { ColumnPlan } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';

/** How one column writes its decimals, dates or several answers; only what its type needs. */
export function ColumnFormats(props: { plan: ColumnPlan; onChange: (change: Partial<ColumnPlan>) => void }) {
  const { plan, onChange } = props;
  const { import: text } = useTexts();
  const { values } = text.dialect;
  const { separators } = text.columnPanel;
  if (plan.type === 'decimal' || plan.type === 'integer') {
    return (
      <Select
        label={text.columnPanel.decimalLabel}
        data={[
          { value: ',', label: values.decimalMark.comma },
          { value: '.', label: values.decimalMark.point },
        ]}
        value={plan.decimalMark}
        onChange={(value) => onChange({ decimalMark: ColumnPlan.shape.decimalMark.parse(value) })}
      />
    );
  }
  if (plan.type === 'date' || plan.type === 'datetime') {
    return (
      <Select
        label={text.columnPanel.dateLabel}
        data={(['dmy', 'mdy', 'ymd'] as const).map((order) => ({
          value: order,
          label: values.dateOrder[order],
        }))}
        value={plan.dateOrder}
        onChange={(value) => onChange({ dateOrder: ColumnPlan.shape.dateOrder.parse(value) })}
      />
    );
  }
  if (plan.type === 'multiple') {
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
