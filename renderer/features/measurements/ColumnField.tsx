import { Select, Text } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import type { ColumnSlot } from './count-form';
import type { FieldProps } from './field-props';
import { accepts } from './propose-count';

/** One column of the register in its place; only columns that can fill it are offered. */
export function ColumnField(
  props: FieldProps & { slot: ColumnSlot; label: string; help?: string; isOptional?: boolean; none?: string },
) {
  const { common, measurementsUi } = useTexts();
  const { form, instrument, slot, change, isOptional = false } = props;
  const words = measurementsUi.editor;
  const value = form.columns[slot];
  const fitting = instrument.variables.filter(
    (variable) =>
      variable.id === value || (accepts(slot, variable) && (variable.identity === null || slot === 'person')),
  );
  return (
    <Select
      label={props.label}
      {...(props.help ? { description: props.help } : {})}
      searchable={fitting.length > 8}
      clearable={isOptional}
      placeholder={isOptional ? (props.none ?? words.none) : words.chooseColumn}
      nothingFoundMessage={words.noColumn}
      value={value}
      data={fitting.map(({ id, label }) => ({ value: id as string, label }))}
      onChange={(id) => {
        const chosen = fitting.find((variable) => variable.id === id) ?? null;
        change({ columns: { ...form.columns, [slot]: chosen?.id ?? null } });
      }}
      renderOption={({ option }) => {
        const variable = fitting.find(({ id }) => id === option.value);
        return (
          <div>
            <Text size="sm">{option.label}</Text>
            {variable && (
              <Text size="xs" c="dimmed">
                {common.variableTypes[variable.type]}
              </Text>
            )}
          </div>
        );
      }}
    />
  );
}
