import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DesignHint } from '../../../../shared/domain/design';
import type { VariableId } from '../../../../shared/domain/ids';
import type { KnownVariable } from '../../../state/use-variables';

const noColumn = 'none';

/** A column of the data; those the data speak for come first. `none` words the choice of having no column. */
export function ColumnSelect(props: {
  label: string;
  description?: ReactNode;
  placeholder?: string;
  none?: string;
  columns: readonly KnownVariable[];
  hints: readonly DesignHint[];
  value: VariableId | null;
  onChange: (id: VariableId | null) => void;
}) {
  const { columns, hints, none, value } = props;
  const place = (variable: KnownVariable) => {
    const found = hints.findIndex((hint) => hint.variableId === variable.id);
    return found === -1 ? hints.length : found;
  };
  const sorted = [...columns].sort((a, b) => place(a) - place(b));
  return (
    <Select
      searchable
      label={props.label}
      {...(props.description === undefined ? {} : { description: props.description })}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      value={value ?? (none === undefined ? null : noColumn)}
      data={[
        ...(none === undefined ? [] : [{ value: noColumn, label: none }]),
        ...sorted.map((variable) => ({ value: variable.id as string, label: variable.label })),
      ]}
      onChange={(id) => props.onChange(columns.find((variable) => variable.id === id)?.id ?? null)}
    />
  );
}
