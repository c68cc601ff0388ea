import { Radio } from '@mantine/core';
import { type MeasureKind, measureKinds } from '../../../shared/domain/indicator';
import { useTexts } from '../../state/preferences';
import classes from './indicators.module.css';

/** The kind of an indicator, chosen by what one wants to know, each with an example. */
export function MeasureChoice(props: { value: MeasureKind; onChange: (kind: MeasureKind) => void }) {
  const { indicators } = useTexts();
  const { editor } = indicators;
  return (
    <Radio.Group
      label={editor.question}
      classNames={{ label: classes.stepTitle }}
      value={props.value}
      onChange={(value) => {
        const kind = measureKinds.find((each) => each === value);
        if (kind) props.onChange(kind);
      }}
    >
      <div className={classes.kinds}>
        {measureKinds.map((kind) => (
          <Radio.Card key={kind} value={kind} className={classes.kind} aria-label={editor.questions[kind]}>
            <Radio.Indicator size="xs" className={classes.kindDot} />
            <span>
              <span className={classes.kindName}>{editor.questions[kind]}</span>
              <span className={classes.kindExample}>{editor.examples[kind]}</span>
            </span>
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
