import { Checkbox, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Variable } from '../../../shared/domain/instrument';
import { useTexts } from '../../state/preferences';
import type { AnswersChange } from './AnswersPanel';

/** Stands for an answer that is not in the list yet; no stored answer holds a line break. */
const newAnswer = '\n';

/** Which answers become one, and which; null while the choice is not whole. */
export function MergeFields(props: { variable: Variable; onChange: (change: AnswersChange | null) => void }) {
  const { options } = props.variable;
  const { cleaning } = useTexts();
  const text = cleaning.answers;
  const [from, setFrom] = useState<readonly string[]>([]);
  const [to, setTo] = useState<string | null>(null);
  const [label, setLabel] = useState('');
  function change(next: { from?: readonly string[]; to?: string | null; label?: string }): void {
    const now = { from, to, label, ...next };
    setFrom(now.from);
    setTo(now.to);
    setLabel(now.label);
    props.onChange(mergeOf(now, options));
  }
  return (
    <Stack gap={16}>
      <Checkbox.Group
        label={text.fromMany}
        description={text.fromManyHelp}
        value={[...from]}
        onChange={(values) => change({ from: values })}
      >
        <Stack gap={8} mt={8}>
          {options.map((option) => (
            <Checkbox key={option.value} value={option.value} label={option.label} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Select
        label={text.mergeTo}
        searchable
        data={[
          ...options.map((option) => ({ value: option.value, label: option.label })),
          { value: newAnswer, label: text.newAnswer },
        ]}
        value={to}
        onChange={(value) => change({ to: value })}
      />
      {to === newAnswer && (
        <TextInput
          label={text.newLabel}
          maxLength={200}
          value={label}
          onChange={(event) => change({ label: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

function mergeOf(
  { from, to, label }: { from: readonly string[]; to: string | null; label: string },
  options: Variable['options'],
): AnswersChange | null {
  const name = label.trim();
  const target =
    to === newAnswer
      ? (options.find((option) => option.label === name || option.value === name) ??
        (name === '' ? undefined : { value: name, label: name }))
      : options.find((option) => option.value === to);
  if (target === undefined || !from.some((value) => value !== target.value)) return null;
  return { kind: 'merge', from: [...from], to: target };
}
