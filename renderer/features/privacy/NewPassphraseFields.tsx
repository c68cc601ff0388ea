import { PasswordInput, Stack } from '@mantine/core';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';

const leastLetters = 12;

export type NewPassphrase = { first: string; second: string };

/** True for a passphrase that is long enough and was written twice the same. */
export function isPassphraseReady({ first, second }: NewPassphrase): boolean {
  return first.length >= leastLetters && first === second;
}

/** A new passphrase, written twice since nobody can recover it. */
export function NewPassphraseFields(props: {
  value: NewPassphrase;
  onChange: (value: NewPassphrase) => void;
}) {
  const { vault } = useTexts();
  const { locale } = useLocale();
  const text = vault.protect;
  const { first, second } = props.value;
  const missing = leastLetters - first.length;
  return (
    <Stack gap={16}>
      <PasswordInput
        label={text.label}
        description={text.help}
        autoComplete="new-password"
        value={first}
        error={first !== '' && missing > 0 && text.short(formatNumber(missing, 0, locale))}
        onChange={(event) => props.onChange({ first: event.currentTarget.value, second })}
      />
      <PasswordInput
        label={text.repeat}
        autoComplete="new-password"
        value={second}
        error={second !== '' && !first.startsWith(second) && text.differs}
        onChange={(event) => props.onChange({ first, second: event.currentTarget.value })}
      />
    </Stack>
  );
}
