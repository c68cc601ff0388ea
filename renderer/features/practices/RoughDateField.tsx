import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { RoughDate } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';

type Props = { label: string; value: string | null; onChange: (value: string | null) => void };

/** A year, a month or a day, as exact as it is known; also as a Chilean writes it. Only what is one is handed on. */
export function RoughDateField({ label, value, onChange }: Props) {
  const { practices } = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value ?? '';
  const isWrong = shown.trim() !== '' && roughDateOf(shown) === null;
  return (
    <TextInput
      size="xs"
      w={150}
      aria-label={label}
      placeholder={practices.roughDate}
      error={isWrong ? practices.roughDateWrong : undefined}
      value={shown}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const date = roughDateOf(text);
        if (date !== null || text.trim() === '') onChange(date);
      }}
      onBlur={() => {
        if (!isWrong) setTyped(null);
      }}
    />
  );
}

/** `2024`, `2024-04`, `2024-04-03`, `04-2024` and `03-04-2024`; null for anything else. */
export function roughDateOf(typed: string): string | null {
  const parts = typed.trim().split(/[-/]/);
  const ordered = /^\d{4}$/.test(parts[0] ?? '') ? parts : [...parts].reverse();
  const date = RoughDate.safeParse(ordered.map((part) => part.padStart(2, '0')).join('-'));
  return date.success ? date.data : null;
}
