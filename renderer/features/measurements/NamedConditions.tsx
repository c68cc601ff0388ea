import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useTexts } from '../../state/preferences';
import { moveItem } from '../../ui/OrderedOptions';
import { ConditionBuilder } from '../indicators/ConditionBuilder';
import { conditionFormOf } from '../indicators/condition-form';
import { type NamedCondition, newNamed } from './count-form';
import type { FieldProps } from './field-props';
import classes from './measurements.module.css';

/** Stages in order, or requirements: each has a name and the rows that fulfil it. */
export function NamedConditions(props: FieldProps & { kind: 'stages' | 'standards' }) {
  const { measurementsUi } = useTexts();
  const words = measurementsUi.fields;
  const { form, change, kind } = props;
  const isStages = kind === 'stages';
  const noun = isStages ? words.stage : words.standard;
  const write = (named: readonly NamedCondition[]): void => change({ named });
  function add(): void {
    const line = newNamed(form.named, isStages ? 'stage' : 'standard');
    write([...form.named, { ...line, condition: conditionFormOf(null) }]);
  }
  return (
    <fieldset className={classes.fieldset}>
      <legend className={classes.fieldLabel}>{words[kind]}</legend>
      <p className={classes.help}>{isStages ? words.stagesHelp : words.standardsHelp}</p>
      <ol className={classes.items}>
        {form.named.map((line, index) => (
          <li key={line.key} className={classes.item}>
            <NamedLine
              {...props}
              line={line}
              name={line.label.trim() || `${noun} ${index + 1}`}
              number={index + 1}
              isLast={index === form.named.length - 1}
              onMove={(by) => write(moveItem(form.named, index, index + by))}
              onRemove={() => write(form.named.filter(({ key }) => key !== line.key))}
              onChange={(next) => write(form.named.map((each) => (each.key === line.key ? next : each)))}
            />
          </li>
        ))}
      </ol>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={add}
        disabled={form.named.length >= (isStages ? 12 : 20)}
      >
        {isStages ? words.addStage : words.addStandard}
      </Button>
    </fieldset>
  );
}

function NamedLine(
  props: FieldProps & {
    kind: 'stages' | 'standards';
    line: NamedCondition;
    name: string;
    number: number;
    isLast: boolean;
    onMove: (by: -1 | 1) => void;
    onRemove: () => void;
    onChange: (line: NamedCondition) => void;
  },
) {
  const { measurementsUi } = useTexts();
  const words = measurementsUi.fields;
  const { line, name, number, onChange } = props;
  const isStages = props.kind === 'stages';
  const quiet = { variant: 'subtle', color: 'gray' } as const;
  return (
    <>
      <div className={classes.itemHead}>
        <span className={classes.place}>{number}</span>
        <TextInput
          className={classes.grow}
          aria-label={`${isStages ? words.stageName : words.standardName} ${number}`}
          placeholder={isStages ? words.stageName : words.standardName}
          maxLength={200}
          value={line.label}
          onChange={(event) => onChange({ ...line, label: event.currentTarget.value })}
        />
        {isStages && (
          <>
            <ActionIcon
              {...quiet}
              aria-label={words.moveUp(name)}
              aria-disabled={number === 1}
              onClick={() => props.onMove(-1)}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              {...quiet}
              aria-label={words.moveDown(name)}
              aria-disabled={props.isLast}
              onClick={() => props.onMove(1)}
            >
              <IconArrowDown size={16} />
            </ActionIcon>
          </>
        )}
        <ActionIcon {...quiet} aria-label={measurementsUi.editor.removeItem(name)} onClick={props.onRemove}>
          <IconX size={16} />
        </ActionIcon>
      </div>
      <div className={classes.itemBody}>
        {isStages && (
          <SegmentedControl
            size="xs"
            aria-label={name}
            value={line.condition === null ? 'all' : 'some'}
            onChange={(value) =>
              onChange({ ...line, condition: value === 'all' ? null : conditionFormOf(null) })
            }
            data={[
              { value: 'all', label: words.stageAll },
              { value: 'some', label: words.stageSome },
            ]}
          />
        )}
        {line.condition !== null && (
          <ConditionBuilder
            label={name}
            value={line.condition}
            onChange={(condition) => onChange({ ...line, condition })}
            instrumentId={props.form.instrumentId}
          />
        )}
      </div>
    </>
  );
}
