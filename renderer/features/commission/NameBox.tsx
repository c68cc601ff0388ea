import { TextInput, type TextInputProps } from '@mantine/core';
import { useTexts } from '../../state/preferences';

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'error'> & {
  value: string;
  /** The name under which it is kept: another one where a row above has the same. */
  kept: string | undefined;
  onChange: (name: string) => void;
};

/** The name of a row; says so where it is kept with a number because another row has it. */
export function NameBox({ value, kept, onChange, ...rest }: Props) {
  const { commissionUi } = useTexts();
  const isRepeated = value.trim() !== '' && kept !== undefined && kept !== value.trim();
  return (
    <TextInput
      {...rest}
      value={value}
      error={isRepeated ? commissionUi.repeated(kept) : null}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
