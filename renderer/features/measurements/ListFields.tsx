import { MultiSelect, TagsInput } from '@mantine/core';
import type { VariableId } from '../../../shared/domain/ids';
import { useTexts } from '../../state/preferences';
import type { FieldProps } from './field-props';
import { accepts, indicatorFits } from './propose-count';

/** Up to four columns by which the rows are told apart. */
export function SplitsField({ form, instrument, change }: FieldProps) {
  const { measurementsUi } = useTexts();
  const words = measurementsUi.fields;
  const fitting = instrument.variables.filter(
    (variable) => variable.identity === null && accepts('split', variable),
  );
  return (
    <MultiSelect
      searchable
      clearable
      label={words.splits}
      description={words.splitsHelp}
      maxValues={4}
      value={[...form.splitIds]}
      data={fitting.map(({ id, label }) => ({ value: id as string, label }))}
      onChange={(values) =>
        change({ splitIds: fitting.filter(({ id }) => values.includes(id)).map(({ id }) => id) })
      }
    />
  );
}

/** The indicators of the register that are told. */
export function IndicatorsField({ form, instrument, known, change }: FieldProps) {
  const { measurementsUi } = useTexts();
  const fitting = known.indicators.filter(
    (indicator) => form.indicatorIds.includes(indicator.id) || indicatorFits(indicator, instrument),
  );
  return (
    <MultiSelect
      searchable
      label={measurementsUi.fields.indicators}
      value={[...form.indicatorIds]}
      data={fitting.map(({ id, name }) => ({ value: id as string, label: name }))}
      onChange={(values) =>
        change({ indicatorIds: fitting.filter(({ id }) => values.includes(id)).map(({ id }) => id) })
      }
    />
  );
}

/** Some answers of one column: from its list, or written as they stand in the register. */
export function ValuesField(
  props: Pick<FieldProps, 'instrument'> & {
    label: string;
    columnId: VariableId | null;
    value: readonly string[];
    onChange: (values: string[]) => void;
  },
) {
  const { measurementsUi } = useTexts();
  const options = props.instrument.variables.find(({ id }) => id === props.columnId)?.options ?? [];
  const shared = {
    label: props.label,
    placeholder: props.value.length === 0 ? measurementsUi.fields.valuesPlaceholder : '',
    value: [...props.value],
    onChange: props.onChange,
    disabled: props.columnId === null,
  };
  if (options.length === 0) return <TagsInput {...shared} />;
  return <MultiSelect {...shared} data={options.map(({ value, label }) => ({ value, label }))} />;
}
