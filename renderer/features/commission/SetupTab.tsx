import { Group, NumberInput, TextInput } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import { Section } from '../../ui/Section';
import { CandidateRows } from './CandidateRows';
import { CriterionRows } from './CriterionRows';
import classes from './commission.module.css';
import { EvaluatorRows } from './EvaluatorRows';
import type { CommissionEditing } from './use-commission-editor';

/** Criteria, scale, practices and evaluators, agreed before anybody scores. */
export function SetupTab({ editing }: { editing: CommissionEditing }) {
  const { commissionUi: words } = useTexts();
  return (
    <>
      <Group align="flex-start" gap="lg" mb="xl">
        <DateField
          label={words.date}
          value={editing.form.date}
          onChange={(date) => editing.change(() => ({ date }))}
        />
        <TextInput
          label={words.place}
          maxLength={200}
          value={editing.form.place}
          onChange={(event) => {
            const place = event.currentTarget.value;
            editing.change(() => ({ place }));
          }}
        />
        <NumberInput
          label={words.recognised}
          description={words.recognisedHelp}
          min={1}
          allowDecimal={false}
          value={editing.form.recognised ?? ''}
          onChange={(value) =>
            editing.change(() => ({ recognised: typeof value === 'number' && value >= 1 ? value : null }))
          }
        />
      </Group>
      <Section title={words.criteria}>
        <p className={classes.help}>{words.criteriaHelp}</p>
        <CriterionRows editing={editing} />
        <ScaleFields editing={editing} />
      </Section>
      <Section title={words.candidates}>
        <CandidateRows editing={editing} />
      </Section>
      <Section title={words.evaluators}>
        <p className={classes.help}>{words.evaluatorsHelp}</p>
        <EvaluatorRows editing={editing} />
      </Section>
    </>
  );
}

function ScaleFields({ editing }: { editing: CommissionEditing }) {
  const { commissionUi: words } = useTexts();
  const { scale, scores } = editing.form;
  const given = scores.map(({ value }) => value);
  const field = (label: string, key: 'min' | 'max' | 'step') => (
    <NumberInput
      w={170}
      label={label}
      decimalSeparator=","
      value={scale[key]}
      onChange={(value) => {
        if (typeof value !== 'number') return;
        const next = { ...scale, [key]: value };
        const holdsScores = given.every((score) => score >= next.min && score <= next.max);
        if (next.max > next.min && next.step > 0 && holdsScores) editing.change(() => ({ scale: next }));
      }}
    />
  );
  return (
    <Group gap="lg" mt="lg" role="group" aria-label={words.scale}>
      {field(words.lowest, 'min')}
      {field(words.highest, 'max')}
      {field(words.step, 'step')}
    </Group>
  );
}
