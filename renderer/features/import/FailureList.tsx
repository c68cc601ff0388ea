import { Button, Group, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ColumnPlan } from '../../../shared/domain/import';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import classes from './columns.module.css';
import { hasOptionList, withCode, withOption, withRecode } from './recode-edits';
import type { ColumnTrial } from './use-column-trial';

type Failure = ColumnTrial['failures'][number];
type Change = (change: Partial<ColumnPlan>) => void;

/** Every writing that the type does not understand, with its lines and what can be done about it. */
export function FailureList(props: { plan: ColumnPlan; trial: ColumnTrial; onChange: Change }) {
  const { plan, trial, onChange } = props;
  const { importColumns: text } = useTexts();
  const { locale } = useLocale();
  if (trial.failures.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {text.panel.failedHidden}
      </Text>
    );
  }
  const more = trial.failedDistinct - trial.failures.length;
  return (
    <>
      {hasOptionList(plan) && trial.failures.length > 1 && (
        <Button
          variant="default"
          size="compact-sm"
          mb={8}
          onClick={() =>
            onChange({
              options: trial.failures.reduce(
                (options, { value }) => withOption(options, value),
                [...plan.options],
              ),
            })
          }
        >
          {text.panel.allAsOptions}
        </Button>
      )}
      <ul className={`${classes.list} ${classes.scroll}`}>
        {trial.failures.map((failure) => (
          <FailureRow key={failure.value} failure={failure} plan={plan} onChange={onChange} />
        ))}
      </ul>
      {more > 0 && (
        <Text size="sm" c="dimmed" mt={8}>
          {text.panel.failedMore(formatNumber(more, 0, locale))}
        </Text>
      )}
    </>
  );
}

function FailureRow(props: { failure: Failure; plan: ColumnPlan; onChange: Change }) {
  const { failure, plan, onChange } = props;
  const { common, importColumns: text } = useTexts();
  const { locale } = useLocale();
  const [written, setWritten] = useState<string | null>(null);
  const number = (value: number) => formatNumber(value, 0, locale);
  const lines = failure.lines.map(number).join(', ');
  const label = `${text.panel.readAs} «${failure.value}»`;
  return (
    <li className={classes.item}>
      <div>
        <span className={classes.written}>«{failure.value}»</span>{' '}
        <Text span size="sm" c="dimmed">
          {failure.count === 1 ? text.panel.once : text.panel.times(number(failure.count))}
          {failure.lines.length > 0 && `, ${text.panel.lines(lines, failure.lines.length)}`}
          {failure.count > failure.lines.length && '…'}
        </Text>
      </div>
      {written === null ? (
        <Group gap={4} wrap="nowrap">
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange(withCode(plan, failure.value, 'missing'))}
          >
            {text.panel.asMissing}
          </Button>
          {hasOptionList(plan) && (
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() => onChange({ options: withOption(plan.options, failure.value) })}
            >
              {text.panel.asOption}
            </Button>
          )}
          {!hasOptionList(plan) && (
            <Button variant="subtle" size="compact-sm" onClick={() => setWritten(digitsIn(failure.value))}>
              {text.panel.readAs}
            </Button>
          )}
        </Group>
      ) : (
        <Group gap={4} wrap="nowrap">
          <TextInput
            size="xs"
            w={140}
            data-autofocus
            aria-label={label}
            value={written}
            onChange={(event) => setWritten(event.currentTarget.value)}
          />
          <Button
            size="compact-sm"
            disabled={written.trim() === ''}
            onClick={() => onChange(withRecode(plan, failure.value, written.trim()))}
          >
            {common.actions.accept}
          </Button>
        </Group>
      )}
    </li>
  );
}

/** The only figure in a text such as "25 años", to begin with; empty where there are several or none. */
function digitsIn(value: string): string {
  const found = value.match(/[-+]?\d[\d.,]*/g) ?? [];
  return found.length === 1 ? (found[0] ?? '').replace(/[.,]$/, '') : '';
}
