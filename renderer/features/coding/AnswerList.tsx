import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Code } from '../../../shared/domain/measurement';
import { useTexts } from '../../state/preferences';
import { CodeMarks } from './CodeMarks';
import classes from './coding.module.css';
import { answerName, type CodingDesk } from './use-coding';

const step = 50;

/** Answers below each other, each with its marks. */
export function AnswerList({ desk, codes }: { desk: CodingDesk; codes: readonly Code[] }) {
  const { coding } = useTexts();
  const [shown, setShown] = useState(step);
  const { answers } = desk;
  if (answers.length === 0) {
    const isEmpty = desk.data?.progress.answers === 0;
    return <p className={classes.quiet}>{isEmpty ? coding.empty : coding.nothingFound}</p>;
  }
  return (
    <>
      <ol className={classes.list}>
        {answers.slice(0, shown).map((answer) => (
          <li key={answerName(answer)} className={classes.item}>
            <p className={classes.place}>
              <span>{coding.answer.place(answer.wave, String(answer.line))}</span>
              {answer.stage !== null && (
                <span>
                  {desk.data?.stages.find(({ value }) => value === answer.stage)?.label ?? answer.stage}
                </span>
              )}
            </p>
            <p className={classes.short}>{answer.text}</p>
            {answer.hasChanged && answer.codes === null && (
              <p className={classes.changed}>{coding.answer.changed}</p>
            )}
            <CodeMarks desk={desk} answer={answer} codes={codes} hasKeys={false} />
          </li>
        ))}
      </ol>
      {answers.length > shown && (
        <Button variant="default" onClick={() => setShown((now) => now + step)}>
          {coding.loadMore}
        </Button>
      )}
    </>
  );
}
