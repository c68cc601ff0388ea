import { TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../state/preferences';
import { readDay, writeDay } from './day';

/** A calendar day written as dd-mm-aaaa; null while the field is empty. A day that does not exist is said so. */
export function DateField(props: {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  error?: ReactNode;
}) {
  const { common } = useTexts();
  const [typed, setTyped] = useState(writeDay(props.value));
  useEffect(() => {
    setTyped((now) => (readDay(now) === props.value ? now : writeDay(props.value)));
  }, [props.value]);
  const isWrong = typed.trim() !== '' && readDay(typed) === null;
  return (
    <TextInput
      label={props.label}
      placeholder={common.dates.placeholder}
      inputMode="numeric"
      value={typed}
      error={props.error || (isWrong && typed.length >= 8 && common.dates.wrong)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        props.onChange(readDay(event.currentTarget.value));
      }}
      onBlur={() => {
        const day = readDay(typed);
        if (day !== null) setTyped(writeDay(day));
      }}
    />
  );
}
