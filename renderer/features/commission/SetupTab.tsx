import { Group, TextInput } from '@mantine/core';
import { useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import { Section } from '../../ui/Section';
import { CandidateRows } from './CandidateRows';
import { CriterionRows } from './CriterionRows';
import classes from './commission.module.css';
import { EvaluatorRows } from './EvaluatorRows';
import { NumberBox } from './NumberBox';
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
        <NumberBox
          isOptional
          label={words.recognised}
          description={words.recognisedHelp}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={editing.form.recognised}
          faultOf={(value) => (value >= 1 && Number.isInteger(value) ? null : words.wholeNumber)}
          onChange={(recognised) => editing.change(() => ({ recognised }))}
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
  function faultOf(next: typeof scale): string | null {
    if (next.step <= 0) return words.positive;
    if (next.min >= next.max) return words.scaleOrder;
    const holdsScores = scores.every(({ value }) => value >= next.min && value <= next.max);
    return holdsScores ? null : words.scaleHoldsScores;
  }
  const field = (label: string, key: 'min' | 'max' | 'step') => (
    <NumberBox
      w={170}
      label={label}
      value={scale[key]}
      faultOf={(value) => faultOf({ ...scale, [key]: value })}
      onChange={(value) => editing.change((form) => ({ scale: { ...form.scale, [key]: value } }))}
    />
  );
  return (
    <Group align="flex-start" gap="lg" mt="lg" role="group" aria-label={words.scale}>
      {field(words.lowest, 'min')}
      {field(words.highest, 'max')}
      {field(words.step, 'step')}
    </Group>
  );
}
