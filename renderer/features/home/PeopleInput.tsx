import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';

/** A number of people; while the field is empty the last number stands, and leaving the field shows it again. */
export function PeopleInput(props: { label: string; value: number; onChange: (value: number) => void }) {
  const [typed, setTyped] = useState<number | string>(props.value);
  useEffect(() => setTyped(props.value), [props.value]);
  return (
    <NumberInput
      label={props.label}
      min={1}
      max={100}
      allowDecimal={false}
      clampBehavior="strict"
      value={typed}
      onChange={(value) => {
        setTyped(value);
        if (typeof value === 'number' && value >= 1) props.onChange(value);
      }}
      onBlur={() => setTyped(props.value)}
    />
  );
}
