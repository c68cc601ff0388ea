import { Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import type { CellValue } from '../../../shared/domain/cleaning';
import type { Variable } from '../../../shared/domain/instrument';
import { useTexts } from '../../state/preferences';
import type { AnswersChange } from './AnswersPanel';
import { ValueField } from './ValueField';

/** Which answer is read as which other one, or as missing; null while the choice is not whole. */
export function RecodeFields(props: {
  variable: Variable;
  onChange: (change: AnswersChange | null) => void;
}) {
  const { cleaning } = useTexts();
  const text = cleaning.answers;
  // One answer of a multiple choice is chosen as in a single one.
  const variable: Variable =
    props.variable.type === 'multiple' ? { ...props.variable, type: 'single' } : props.variable;
  const [from, setFrom] = useState<CellValue>(null);
  const [to, setTo] = useState<CellValue>(null);
  const [isMissing, setMissing] = useState(false);
  function change(next: { from?: CellValue; to?: CellValue; isMissing?: boolean }): void {
    const now = { from, to, isMissing, ...next };
    setFrom(now.from);
    setTo(now.to);
    setMissing(now.isMissing);
    const target = now.isMissing ? null : now.to;
    const isWhole =
      typeof now.from === 'string' &&
      !Array.isArray(target) &&
      (now.isMissing || (target !== null && target !== now.from));
    props.onChange(
      isWhole && typeof now.from === 'string' && !Array.isArray(target)
        ? { kind: 'recode', from: now.from, to: target }
        : null,
    );
  }
  return (
    <Stack gap={16}>
      <ValueField
        label={variable.options.length > 0 ? text.from : text.fromTyped}
        variable={variable}
        value={from}
        onChange={(value) => change({ from: value })}
      />
      {!isMissing && (
        <ValueField
          label={text.to}
          variable={variable}
          value={to}
          onChange={(value) => change({ to: value })}
        />
      )}
      <Checkbox
        label={text.toMissing}
        checked={isMissing}
        onChange={(event) => change({ isMissing: event.currentTarget.checked })}
      />
    </Stack>
  );
}
