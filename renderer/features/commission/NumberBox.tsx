import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'onBlur' | 'error'> & {
  value: number | null;
  /** What is wrong with a number, in words; null where it will do. */
  faultOf?: (value: number) => string | null;
} & (
    | { isOptional: true; onChange: (value: number | null) => void }
    | { isOptional?: false; onChange: (value: number) => void }
  );

/**
 * A number as it is typed, with a decimal comma or point. Only a number that will do is handed on. One that will not stays in
 * sight with what is wrong: an optional value is none meanwhile, any other one stays as it was and comes back on leaving.
 */
export function NumberBox({ value, faultOf, isOptional, onChange, ...rest }: Props) {
  const { locale } = useLocale();
  const { commissionUi } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const isOvertaken = isOptional && typed !== null && value !== null && numberOf(typed) !== value;
  const shown = typed === null || isOvertaken ? written(value, locale) : typed;
  const number = numberOf(shown);
  const fault = shown.trim() === '' ? null : faultIn(number);
  function faultIn(found: number | null): string | null {
    return found === null ? commissionUi.badNumber : (faultOf?.(found) ?? null);
  }
  function type(text: string): void {
    setTyped(text);
    const found = numberOf(text);
    if (found !== null && faultIn(found) === null) onChange(found);
    else if (isOptional) onChange(null);
  }
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      value={shown}
      error={fault}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => {
        if (fault === null || !isOptional) setTyped(null);
      }}
    />
  );
}

function written(value: number | null, locale: 'es' | 'en'): string {
  if (value === null) return '';
  const decimals = String(value).split('.')[1]?.length ?? 0;
  return formatNumber(value, decimals, locale);
}

function numberOf(text: string): number | null {
  const plain = text.trim().replace(',', '.');
  return /^-?\d+(\.\d*)?$/.test(plain) ? Number(plain) : null;
}
