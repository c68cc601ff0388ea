import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { InstrumentId } from '../../../shared/domain/ids';
import { useTexts } from '../../state/preferences';
import { ConditionLineFields } from './ConditionLineFields';
import { type ConditionForm, emptyLine } from './condition-form';
import classes from './indicators.module.css';

/** Who fulfils something: one or more questions with the answers that count, joined by all or any. */
export function ConditionBuilder(props: {
  label: string;
  value: ConditionForm;
  onChange: (next: ConditionForm) => void;
  /** Offers only the questions of one register. */
  instrumentId?: InstrumentId | undefined;
}) {
  const { indicators } = useTexts();
  const { value, onChange } = props;
  const words = indicators.condition;
  return (
    <fieldset className={classes.condition}>
      <legend className={classes.hiddenLegend}>{props.label}</legend>
      {value.lines.map((line, index) => (
        <ConditionLineFields
          key={line.key}
          line={line}
          number={index + 1}
          instrumentId={props.instrumentId}
          onChange={(next) =>
            onChange({ ...value, lines: value.lines.map((each) => (each.key === line.key ? next : each)) })
          }
          onRemove={
            value.lines.length > 1
              ? () => onChange({ ...value, lines: value.lines.filter((each) => each.key !== line.key) })
              : undefined
          }
        />
      ))}
      <div className={classes.conditionFoot}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange({ ...value, lines: [...value.lines, emptyLine()] })}
        >
          {words.add}
        </Button>
        {value.lines.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={words.join}
            value={value.join}
            onChange={(join) => onChange({ ...value, join: join === 'any' ? 'any' : 'all' })}
            data={[
              { value: 'all', label: words.joinAll },
              { value: 'any', label: words.joinAny },
            ]}
          />
        )}
      </div>
    </fieldset>
  );
}
