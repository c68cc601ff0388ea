import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import classes from './coding.module.css';
import type { CodingMeasurement } from './use-coding';

/** Who codes now: somebody who has begun, or a new role. */
export function CoderChoice(props: { measurement: CodingMeasurement; onChoose: (coder: string) => void }) {
  const { coding } = useTexts();
  const { locale } = useLocale();
  const words = coding.coder;
  const nobody = { coder: '-', stage: null, search: '', state: 'all' as const, offset: 0, limit: 1 };
  const known = useQueryMethod('coding.list', { measurementId: props.measurement.id, ...nobody });
  const coders = known.data?.coders ?? [];
  const [written, setWritten] = useState<string | null>(null);
  const name = written ?? words.proposal(String(coders.length + 1));
  if (known.isLoading) return <LoadingState />;
  if (known.error) return <ErrorState error={known.error} onRetry={known.retry} />;
  return (
    <form
      className={classes.choice}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') props.onChoose(name.trim());
      }}
    >
      {coders.length > 0 && (
        <>
          <p className={classes.lead}>{words.choose}</p>
          <ul className={classes.coders}>
            {coders.map((coder) => (
              <li key={coder.name}>
                <Button variant="default" onClick={() => props.onChoose(coder.name)}>
                  {coder.name}
                </Button>
                <span className={classes.quiet}>{words.coded(formatNumber(coder.coded, 0, locale))}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <TextInput
        label={words.label}
        description={words.help}
        maxLength={60}
        value={name}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <p className={classes.quiet}>{words.blind}</p>
      <Button type="submit" disabled={name.trim() === ''}>
        {words.start}
      </Button>
    </form>
  );
}
