import { Checkbox, SegmentedControl, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CellValue } from '../../../shared/domain/cleaning';
import type { Variable } from '../../../shared/domain/instrument';
import { useLocale, useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import { readDay, writeDay } from '../../ui/day';
import { cellWords, readMoment, readNumber } from './cell-value';
import { useValueWords } from './use-value-words';

type FieldProps = {
  label: string;
  variable: Variable;
  value: CellValue;
  /** Null while what stands in the field is not a value of the variable's type. */
  onChange: (value: CellValue) => void;
};

/** The field for a value of a variable, checked by its type. */
export function ValueField(props: FieldProps) {
  const { variable, label, value, onChange } = props;
  const { common, cleaning } = useTexts();
  const { locale } = useLocale();
  const { type, options } = variable;
  if (type === 'multiple') return <AnswerChecks {...props} />;
  if (type === 'single' || type === 'ordinal') {
    return (
      <Select
        label={label}
        searchable
        data={options.map((option) => ({ value: option.value, label: option.label }))}
        value={typeof value === 'string' ? value : null}
        onChange={onChange}
      />
    );
  }
  if (type === 'boolean') {
    return (
      <SegmentedControl
        aria-label={label}
        data={[
          { value: 'true', label: common.answers.yes },
          { value: 'false', label: common.answers.no },
        ]}
        value={typeof value === 'string' ? value : ''}
        onChange={onChange}
      />
    );
  }
  if (type === 'date') {
    return <DateField label={label} value={typeof value === 'string' ? value : null} onChange={onChange} />;
  }
  if (type === 'integer' || type === 'decimal') {
    const isWhole = type === 'integer';
    return (
      <TypedField
        {...props}
        initial={typeof value === 'string' ? value.replace('.', locale === 'es' ? ',' : '.') : ''}
        wrong={isWhole ? cleaning.fields.whole : cleaning.fields.number}
        read={(typed) => readNumber(typed, isWhole)}
      />
    );
  }
  if (type === 'datetime') {
    return (
      <TypedField
        {...props}
        initial={typeof value === 'string' ? `${writeDay(value.slice(0, 10))} ${value.slice(11, 16)}` : ''}
        wrong={cleaning.fields.instant}
        placeholder={cleaning.fields.instantPlaceholder}
        read={(typed) => readMoment(typed, readDay)}
      />
    );
  }
  return (
    <Textarea
      label={label}
      autosize
      maxRows={8}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        onChange(typed.trim() === '' ? null : typed);
      }}
    />
  );
}

/** Text that becomes a value only once it reads as one. */
function TypedField(
  props: FieldProps & {
    initial: string;
    wrong: string;
    placeholder?: string;
    read: (typed: string) => string | null;
  },
) {
  const [typed, setTyped] = useState(props.initial);
  const { cleaning } = useTexts();
  const { locale } = useLocale();
  const words = useValueWords();
  const value = props.read(typed);
  const isWrong = typed.trim() !== '' && value === null;
  return (
    <TextInput
      label={props.label}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
      maw={280}
      value={typed}
      description={
        value === null ? undefined : cleaning.fields.reads(cellWords(value, props.variable, locale, words))
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={isWrong && props.wrong}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        props.onChange(props.read(event.currentTarget.value));
      }}
    />
  );
}

function AnswerChecks({ label, variable, value, onChange }: FieldProps) {
  const { cleaning } = useTexts();
  const chosen = Array.isArray(value) ? value : [];
  return (
    <Checkbox.Group
      label={label}
      value={chosen}
      onChange={(answers) => {
        const known = variable.options.filter((option) => answers.includes(option.value));
        onChange(known.map((option) => option.value));
      }}
    >
      <Stack gap={8} mt={8}>
        {variable.options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
        {chosen.length === 0 && (
          <Text size="sm" c="dimmed">
            {cleaning.fields.noneChosen}
          </Text>
        )}
      </Stack>
    </Checkbox.Group>
  );
}
