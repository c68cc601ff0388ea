import { Checkbox, TagsInput } from '@mantine/core';
import type { VariableOption } from '../../../shared/domain/instrument';
import { formatNumber } from '../../../shared/text/format';
import { useLocale, useTexts } from '../../state/preferences';
import { useQueryMethod } from '../../state/use-query-method';
import type { KnownVariable } from '../../state/use-variables';
import { hiddenLabel } from '../../ui/hidden-label';
import classes from './indicators.module.css';

const mostOptions = 60;

/** The answers to a question, each with how many people gave it in each wave, to tick those that count. */
export function AnswerChecklist(props: {
  variable: KnownVariable;
  values: readonly string[];
  onChange: (values: string[]) => void;
}) {
  const { variable } = props;
  const { indicators } = useTexts();
  const options = useAnswerOptions(variable);
  const counts = useAnswerCounts(variable);
  if (options.length === 0 || options.length > mostOptions) {
    return (
      <TagsInput
        label={indicators.condition.answers}
        placeholder={indicators.condition.typedAnswers}
        value={[...props.values]}
        onChange={props.onChange}
        data={options.map((option) => option.value)}
      />
    );
  }
  return (
    <Checkbox.Group
      value={[...props.values]}
      onChange={props.onChange}
      label={indicators.condition.answersFor(variable.label)}
      labelProps={hiddenLabel}
    >
      <ul className={classes.answers}>
        {options.map((option) => (
          <li key={option.value}>
            <Checkbox size="xs" value={option.value} label={option.label} />
            <span className={classes.answerCounts}>{counts.get(option.value) ?? ''}</span>
          </li>
        ))}
      </ul>
      {props.values.length === 0 && <p className={classes.need}>{indicators.condition.pickOne}</p>}
    </Checkbox.Group>
  );
}

function useAnswerOptions(variable: KnownVariable): VariableOption[] {
  const { indicators } = useTexts();
  if (variable.type !== 'boolean') return variable.options;
  if (variable.options.length > 0) return variable.options;
  return [
    { value: 'true', label: indicators.condition.yes },
    { value: 'false', label: indicators.condition.no },
  ];
}

/** For each answer the counts of the waves in order, such as `412 · 398`. */
function useAnswerCounts(variable: KnownVariable): Map<string, string> {
  const { indicators } = useTexts();
  const { locale } = useLocale();
  const waves = useQueryMethod('wave.list', {}).data?.waves ?? [];
  const waveIds = waves.filter((wave) => wave.variableIds.includes(variable.id)).map((wave) => wave.id);
  const isCounted = variable.type !== 'text' && waveIds.length > 0;
  const answer = useQueryMethod(
    'variable.distribution',
    isCounted ? { variableId: variable.id, waveIds, breakdown: [], audience: 'internal' } : null,
  );
  const counts = new Map<string, string>();
  for (const [index, option] of (answer.data?.options ?? []).entries()) {
    const each = waveIds.map((waveId) => {
      const group = answer.data?.groups.find((one) => one.waveId === waveId && one.key.length === 0);
      const count = group?.counts[index] ?? null;
      return count === null ? indicators.condition.protectedCount : formatNumber(count, 0, locale);
    });
    counts.set(option.value, each.join(' · '));
  }
  return counts;
}
