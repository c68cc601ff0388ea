import { Input, SegmentedControl } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import { ColumnField } from './ColumnField';
import { ConditionField } from './ConditionField';
import type { FieldProps } from './field-props';
import { SplitsField } from './ListFields';

/** Which session each row is of, and whether it is a person or the number that came. */
export function AttendanceFields(props: FieldProps) {
  const words = useTexts().measurementsUi.fields;
  const { form, instrument, change } = props;
  const { columns } = form;
  const numeric = instrument.variables.find(({ type }) => type === 'integer' || type === 'decimal');
  const rowIs = columns.count === null ? 'person' : 'session';
  return (
    <>
      <Input.Wrapper label={words.rows} labelElement="div">
        <SegmentedControl
          fullWidth
          orientation="vertical"
          aria-label={words.rows}
          value={rowIs}
          onChange={(value) =>
            change({
              columns: {
                ...columns,
                person: null,
                count: value === 'session' ? (numeric?.id ?? null) : null,
              },
            })
          }
          data={[
            { value: 'person', label: words.rowPerson },
            { value: 'session', label: words.rowSession, disabled: numeric === undefined },
          ]}
        />
      </Input.Wrapper>
      <ColumnField {...props} slot="session" label={words.session} />
      <ColumnField {...props} slot="date" label={words.sessionDate} isOptional />
      {rowIs === 'session' ? (
        <ColumnField {...props} slot="count" label={words.count} />
      ) : (
        <ColumnField {...props} slot="person" label={words.person} help={words.personHelp} isOptional />
      )}
      <ConditionField
        form={form}
        toggle={words.attendedToggle}
        label={words.attended}
        value={form.counts}
        onChange={(counts) => change({ counts })}
      />
      <SplitsField {...props} />
    </>
  );
}
