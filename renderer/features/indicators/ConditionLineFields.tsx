import { ActionIcon, Group, NativeSelect, TextInput, Tooltip } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { InstrumentId } from '../../../shared/domain/ids';
import { describeCondition } from '../../../shared/text/definition';
import { useLocale, useTexts } from '../../state/preferences';
import { type KnownVariable, useVariables } from '../../state/use-variables';
import { AnswerChecklist } from './AnswerChecklist';
import {
  type ConditionLine,
  emptyLine,
  type LineOperator,
  operatorsFor,
  type QuestionLine,
} from './condition-form';
import { FigureInput } from './FigureInput';
import classes from './indicators.module.css';
import { VariableSelect } from './VariableSelect';

/** One condition: a question, how it is looked at, and the answers or limits that count. */
export function ConditionLineFields(props: {
  line: ConditionLine;
  number: number;
  onChange: (next: ConditionLine) => void;
  onRemove: (() => void) | undefined;
  instrumentId?: InstrumentId | undefined;
}) {
  const { indicators } = useTexts();
  const { locale } = useLocale();
  const { byId } = useVariables();
  const { line, onRemove } = props;
  const remove = onRemove && (
    <Tooltip label={indicators.condition.remove}>
      <ActionIcon variant="subtle" color="gray" onClick={onRemove} aria-label={indicators.condition.remove}>
        <IconX size={16} />
      </ActionIcon>
    </Tooltip>
  );
  if (line.kind === 'group') {
    return (
      <div className={classes.line}>
        <div className={classes.lineHead}>
          <div>
            <strong>{indicators.condition.group}</strong>
            <p>{describeCondition(line.condition, (id) => byId.get(id), locale)}</p>
            <p className={classes.hint}>{indicators.condition.groupHelp}</p>
          </div>
          {remove}
        </div>
      </div>
    );
  }
  const variable = line.variableId === null ? undefined : byId.get(line.variableId);
  return (
    <fieldset className={classes.line}>
      <legend className={classes.hiddenLegend}>{indicators.condition.number(String(props.number))}</legend>
      <div className={classes.lineHead}>
        <div className={classes.grow}>
          <VariableSelect
            hidesLabel
            label={indicators.measure.variable}
            value={line.variableId}
            accepts={(each) =>
              each.type !== 'identifier' &&
              (props.instrumentId === undefined || each.instrumentId === props.instrumentId)
            }
            onChange={(next) => props.onChange(withVariable(line, next))}
          />
        </div>
        {variable && (
          <NativeSelect
            w={150}
            aria-label={indicators.condition.operator}
            value={line.operator}
            data={operatorsFor(variable).map((value) => ({
              value,
              label: indicators.condition.operators[value],
            }))}
            onChange={(event) => {
              const operator = operatorsFor(variable).find((each) => each === event.currentTarget.value);
              if (operator) props.onChange({ ...line, operator });
            }}
          />
        )}
        {remove}
      </div>
      {variable && <LineValues line={line} variable={variable} onChange={props.onChange} />}
    </fieldset>
  );
}

function withVariable(line: QuestionLine, variable: KnownVariable | null): ConditionLine {
  const operator: LineOperator = variable ? (operatorsFor(variable)[0] ?? 'is') : 'is';
  return { ...emptyLine(), key: line.key, variableId: variable?.id ?? null, operator };
}

function LineValues(props: {
  line: QuestionLine;
  variable: KnownVariable;
  onChange: (next: ConditionLine) => void;
}) {
  const { indicators } = useTexts();
  const { line } = props;
  const words = indicators.condition;
  switch (line.operator) {
    case 'is':
    case 'is-not':
      return (
        <AnswerChecklist
          variable={props.variable}
          values={line.values}
          onChange={(values) => props.onChange({ ...line, values })}
        />
      );
    case 'range':
      return (
        <Group gap="sm">
          <FigureInput
            label={words.from}
            placeholder={words.open}
            value={line.min}
            onChange={(min) => props.onChange({ ...line, min })}
          />
          <FigureInput
            label={words.to}
            placeholder={words.open}
            value={line.max}
            onChange={(max) => props.onChange({ ...line, max })}
          />
        </Group>
      );
    case 'date-range':
      return (
        <Group gap="sm">
          <TextInput
            type="date"
            label={words.from}
            value={line.from ?? ''}
            onChange={(event) => props.onChange({ ...line, from: event.currentTarget.value || null })}
          />
          <TextInput
            type="date"
            label={words.to}
            value={line.to ?? ''}
            onChange={(event) => props.onChange({ ...line, to: event.currentTarget.value || null })}
          />
        </Group>
      );
    case 'answered':
      return null;
  }
}
