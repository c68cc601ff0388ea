import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Code } from '../../../shared/domain/measurement';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { CodeMarks } from './CodeMarks';
import classes from './coding.module.css';
import { answerName, type CodingDesk } from './use-coding';
import { useCodingKeys } from './use-coding-keys';

/** One answer at a time, marked with the keyboard or the mouse. */
export function OneAnswer({ desk, codes }: { desk: CodingDesk; codes: readonly Code[] }) {
  const { coding } = useTexts();
  const { locale } = useLocale();
  const [name, setName] = useState<string | null>(null);
  const { answers } = desk;
  const found = answers.findIndex((answer) => answerName(answer) === name);
  const index = Math.max(0, found);
  const answer = answers[index];
  const go = (to: number): void => {
    const next = answers[to];
    if (next) setName(answerName(next));
  };
  useCodingKeys({
    code: (at) => {
      const code = codes[at];
      if (answer && code) desk.toggle(answer, code.id);
    },
    none: () => answer && desk.toggleNone(answer),
    quote: () => answer && desk.toggleQuote(answer),
    next: () => go(index + 1),
    previous: () => go(index - 1),
  });
  if (!answer) {
    const isEmpty = desk.data?.progress.answers === 0;
    return <p className={classes.quiet}>{isEmpty ? coding.empty : coding.nothingFound}</p>;
  }
  const count = (value: number): string => formatNumber(value, 0, locale);
  const stage = desk.data?.stages.find(({ value }) => value === answer.stage);
  return (
    <article className={classes.card}>
      <header className={classes.place}>
        <span>{coding.answer.position(count(index + 1), count(answers.length))}</span>
        <span>{coding.answer.place(answer.wave, String(answer.line))}</span>
        {stage && <span>{stage.label}</span>}
        <span className={classes.state} data-coded={answer.codes !== null}>
          {answer.codes === null ? coding.answer.uncoded : coding.answer.coded}
        </span>
      </header>
      <blockquote className={classes.text} aria-live="polite">
        {answer.text}
      </blockquote>
      {answer.hasChanged && answer.codes === null && (
        <p className={classes.changed}>{coding.answer.changed}</p>
      )}
      <CodeMarks desk={desk} answer={answer} codes={codes} hasKeys />
      <footer className={classes.steps}>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          disabled={index === 0}
          onClick={() => go(index - 1)}
        >
          {coding.answer.previous}
        </Button>
        <Button
          rightSection={<IconArrowRight size={16} aria-hidden />}
          disabled={index >= answers.length - 1}
          onClick={() => go(index + 1)}
        >
          {coding.answer.next}
        </Button>
        <span className={classes.quiet}>{coding.keys}</span>
      </footer>
    </article>
  );
}
