import { Switch } from '@mantine/core';
import { ConditionBuilder } from '../indicators/ConditionBuilder';
import { conditionFormOf } from '../indicators/condition-form';
import type { CountForm } from './count-form';
import type { FieldProps } from './field-props';
import classes from './measurements.module.css';

/** Which rows count, behind a switch where all of them can. */
export function ConditionField(
  props: Pick<FieldProps, 'form'> & {
    toggle: string | null;
    label: string;
    help?: string;
    value: CountForm['filter'];
    onChange: (value: CountForm['filter']) => void;
  },
) {
  const { toggle, value, onChange } = props;
  return (
    <div className={classes.group}>
      {toggle !== null && (
        <Switch
          label={toggle}
          description={props.help}
          checked={value !== null}
          onChange={(event) => onChange(event.currentTarget.checked ? conditionFormOf(null) : null)}
        />
      )}
      {value !== null && (
        <div className={toggle === null ? undefined : classes.nested}>
          {toggle !== props.label && <p className={classes.fieldLabel}>{props.label}</p>}
          <ConditionBuilder
            label={props.label}
            value={value}
            onChange={onChange}
            instrumentId={props.form.instrumentId}
          />
        </div>
      )}
    </div>
  );
}
