import { Select, Text } from '@mantine/core';
import type { VariableId } from '../../../shared/domain/ids';
import { useTexts } from '../../state/preferences';
import { type KnownVariable, useVariables } from '../../state/use-variables';

/** A question of the project, found by writing part of it. `accepts` leaves out those that do not suit. */
export function VariableSelect(props: {
  label: string;
  value: VariableId | null;
  onChange: (variable: KnownVariable | null) => void;
  accepts: (variable: KnownVariable) => boolean;
  placeholder?: string;
  isClearable?: boolean;
  hidesLabel?: boolean;
}) {
  const { common, indicators } = useTexts();
  const { all, byId } = useVariables();
  const fitting = all.filter((variable) => variable.identity === null && props.accepts(variable));
  const names = new Set(fitting.map((variable) => variable.instrumentName));
  const options = fitting.map((variable) => ({ value: variable.id as string, label: variable.label }));
  const data =
    names.size < 2
      ? options
      : [...names].map((name) => ({
          group: name,
          items: fitting
            .filter((variable) => variable.instrumentName === name)
            .map((variable) => ({ value: variable.id as string, label: variable.label })),
        }));
  return (
    <Select
      {...(props.hidesLabel ? { 'aria-label': props.label } : { label: props.label })}
      searchable
      clearable={props.isClearable ?? false}
      placeholder={props.placeholder ?? indicators.measure.choose}
      nothingFoundMessage={indicators.measure.noVariable}
      value={props.value}
      data={data}
      maxDropdownHeight={320}
      onChange={(id) => props.onChange(all.find((variable) => variable.id === id) ?? null)}
      renderOption={({ option }) => {
        const variable = all.find((each) => each.id === option.value);
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
      error={
        props.value !== null && byId.size > 0 && !byId.has(props.value) ? common.states.notFoundText : null
      }
    />
  );
}
