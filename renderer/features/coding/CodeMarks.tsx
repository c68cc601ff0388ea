import type { Code } from '../../../shared/domain/measurement';
import { useTexts } from '../../state/preferences';
import classes from './coding.module.css';
import type { CodedAnswer, CodingDesk } from './use-coding';

/** What can be marked of an answer: each code with its key, none, and the quote. */
export function CodeMarks(props: {
  desk: CodingDesk;
  answer: CodedAnswer;
  codes: readonly Code[];
  hasKeys: boolean;
}) {
  const { coding } = useTexts();
  const { desk, answer, codes, hasKeys } = props;
  return (
    <div className={classes.marks}>
      {codes.map((code, index) => (
        <button
          key={code.id}
          type="button"
          className={classes.mark}
          aria-pressed={answer.codes?.includes(code.id) ?? false}
          title={code.description}
          onClick={() => desk.toggle(answer, code.id)}
        >
          {hasKeys && index < 9 && <kbd>{index + 1}</kbd>}
          {code.label}
        </button>
      ))}
      <button
        type="button"
        className={classes.mark}
        aria-pressed={answer.codes?.length === 0}
        onClick={() => desk.toggleNone(answer)}
      >
        {hasKeys && <kbd>0</kbd>}
        {coding.answer.none}
      </button>
      <button
        type="button"
        className={classes.mark}
        data-kind="quote"
        aria-pressed={answer.isQuote}
        onClick={() => desk.toggleQuote(answer)}
      >
        {hasKeys && <kbd>C</kbd>}
        {coding.answer.quote}
      </button>
    </div>
  );
}
