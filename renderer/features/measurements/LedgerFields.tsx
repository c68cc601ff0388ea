import { TextInput } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import { ColumnField } from './ColumnField';
import type { FieldProps } from './field-props';
import { ValuesField } from './ListFields';
import classes from './measurements.module.css';
import { PeriodField } from './PeriodField';

/** What came in and went out of what, how much and when. */
export function LedgerFields(props: FieldProps) {
  const words = useTexts().measurementsUi.fields;
  const { form, change } = props;
  const values = { instrument: props.instrument, columnId: form.columns.direction };
  return (
    <>
      <ColumnField {...props} slot="item" label={words.item} />
      <div className={classes.pair}>
        <ColumnField {...props} slot="quantity" label={words.quantity} />
        <TextInput
          w={110}
          label={words.unitName}
          placeholder={words.unitExample}
          maxLength={40}
          value={form.unit}
          onChange={(event) => change({ unit: event.currentTarget.value })}
        />
      </div>
      <ColumnField {...props} slot="direction" label={words.direction} />
      <ValuesField
        {...values}
        label={words.inValues}
        value={form.inValues}
        onChange={(inValues) =>
          change({ inValues, outValues: form.outValues.filter((each) => !inValues.includes(each)) })
        }
      />
      <ValuesField
        {...values}
        label={words.outValues}
        value={form.outValues}
        onChange={(outValues) =>
          change({ outValues, inValues: form.inValues.filter((each) => !outValues.includes(each)) })
        }
      />
      <ColumnField {...props} slot="date" label={words.date} />
      <PeriodField {...props} />
    </>
  );
}
