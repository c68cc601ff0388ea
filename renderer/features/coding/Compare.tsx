import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { MethodOutput } from '../../../shared/contract';
import type { Code } from '../../../shared/domain/measurement';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useCommand } from '../../state/use-command';
import { useQueryMethod } from '../../state/use-query-method';
import { ErrorState } from '../../ui/ErrorState';
import { LoadingState } from '../../ui/LoadingState';
import classes from './coding.module.css';
import { answerName, type CodingMeasurement } from './use-coding';

type Disagreement = MethodOutput<'coding.disagreements'>['answers'][number];

const page = { offset: 0, limit: 200 };

/** Answers on which two coders differ, each to be settled. */
export function Compare({ measurement, codes }: { measurement: CodingMeasurement; codes: readonly Code[] }) {
  const { coding } = useTexts();
  const { locale } = useLocale();
  const words = coding.compare;
  const [includeSettled, setIncludeSettled] = useState(false);
  const asked = { measurementId: measurement.id, includeSettled, ...page };
  const found = useQueryMethod('coding.disagreements', asked, { keepsPrevious: true });
  const settling = useCommand('coding.assign');
  if (found.error) return <ErrorState error={found.error} onRetry={found.retry} />;
  if (!found.data) return <LoadingState />;
  const { coders, doubleCoded, unsettled, answers } = found.data;
  if (!coders) return <p className={classes.quiet}>{words.needTwo}</p>;
  const count = (value: number): string => formatNumber(value, 0, locale);
  const settle = (answer: Disagreement, given: string[] | null): void => {
    const entry = { waveId: answer.waveId, line: answer.line, codes: given, isQuote: false };
    void settling.run({ measurementId: measurement.id, coder: null, entries: [entry] });
  };
  return (
    <>
      <div className={classes.comparing}>
        <p className={classes.lead}>
          {words.summary(coders[0], coders[1], count(doubleCoded), count(unsettled))}
        </p>
        <p className={classes.quiet}>{words.saw}</p>
        <Checkbox
          label={words.settled}
          checked={includeSettled}
          onChange={(event) => setIncludeSettled(event.currentTarget.checked)}
        />
      </div>
      {answers.length === 0 && <p>{words.none}</p>}
      <ol className={classes.list}>
        {answers.map((answer) => (
          <Disagreeing
            key={answerName(answer)}
            answer={answer}
            coders={coders}
            codes={codes}
            onSettle={(given) => settle(answer, given)}
          />
        ))}
      </ol>
    </>
  );
}

function Disagreeing(props: {
  answer: Disagreement;
  coders: [string, string];
  codes: readonly Code[];
  onSettle: (codes: string[] | null) => void;
}) {
  const { coding } = useTexts();
  const words = coding.compare;
  const { answer, coders, onSettle } = props;
  const named = (given: readonly string[]): string =>
    given.length === 0
      ? words.noCode
      : props.codes
          .filter(({ id }) => given.includes(id))
          .map(({ label }) => label)
          .join(', ');
  const both = [...new Set([...answer.given[0], ...answer.given[1]])];
  const isMore = answer.given.every((codes) => codes.length < both.length);
  return (
    <li className={classes.item}>
      <p className={classes.place}>
        <span>{coding.answer.place(answer.wave, String(answer.line))}</span>
      </p>
      <p className={classes.short}>{answer.text}</p>
      <dl className={classes.given}>
        {coders.map((coder, index) => (
          <div key={coder}>
            <dt>{coder}</dt>
            <dd>{named(answer.given[index === 0 ? 0 : 1])}</dd>
          </div>
        ))}
        {answer.agreed && (
          <div>
            <dt>{words.agreed}</dt>
            <dd>{named(answer.agreed)}</dd>
          </div>
        )}
      </dl>
      <div className={classes.steps}>
        <Button size="compact-sm" variant="default" onClick={() => onSettle(answer.given[0])}>
          {words.take(coders[0])}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => onSettle(answer.given[1])}>
          {words.take(coders[1])}
        </Button>
        {isMore && (
          <Button size="compact-sm" variant="default" onClick={() => onSettle(both)}>
            {words.both}
          </Button>
        )}
        {answer.agreed && (
          <Button size="compact-sm" variant="subtle" onClick={() => onSettle(null)}>
            {words.undo}
          </Button>
        )}
      </div>
    </li>
  );
}
