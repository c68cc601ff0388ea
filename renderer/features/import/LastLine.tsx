import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Inspection } from '../../../shared/domain/import';
import { useTexts } from '../../state/preferences';
import { isSheet } from './source-words';

/** The last line that is read; empty reads to the end. */
export function LastLine(props: {
  label: string;
  inspection: Inspection;
  onChoose: (value: string) => void;
}) {
  const { import: text, importReading } = useTexts();
  const { lastDataLine } = props.inspection.dialect;
  const [line, setLine] = useState<number | string>(lastDataLine ?? '');
  useEffect(() => setLine(lastDataLine ?? ''), [lastDataLine]);
  function commit(): void {
    const next = typeof line === 'number' ? line : null;
    if (next !== lastDataLine) props.onChoose(next === null ? 'end' : String(next));
  }
  return (
    <NumberInput
      aria-label={props.label}
      placeholder={isSheet(props.inspection) ? importReading.aspects.untilEnd : text.dialect.values.untilEnd}
      value={line}
      min={1}
      allowDecimal={false}
      hideControls
      allowNegative={false}
      onChange={setLine}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
