import { Radio, Stack } from '@mantine/core';
import { hiddenLabel } from '../../../ui/hidden-label';
import classes from './design.module.css';

/** The answers to a question as cards, each with what it means. */
export function Answers<Value extends string>(props: {
  label: string;
  value: Value;
  answers: readonly { value: Value; title: string; help: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <Radio.Group
      label={props.label}
      labelProps={hiddenLabel}
      value={props.value}
      onChange={(chosen) => {
        const answer = props.answers.find((each) => each.value === chosen);
        if (answer) props.onChange(answer.value);
      }}
    >
      <Stack gap={8}>
        {props.answers.map((answer) => (
          <Radio.Card
            key={answer.value}
            value={answer.value}
            className={classes.answer}
            aria-label={answer.title}
          >
            <Radio.Indicator size="xs" mt={2} />
            <span>
              <span className={classes.answerTitle}>{answer.title}</span>
              <span className={classes.answerHelp}>{answer.help}</span>
            </span>
          </Radio.Card>
        ))}
      </Stack>
    </Radio.Group>
  );
}
