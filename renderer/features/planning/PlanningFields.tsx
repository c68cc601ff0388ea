import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../../state/preferences';
import { Disclosure } from '../comparison/Disclosure';
import { FigureInput } from '../indicators/FigureInput';
import { MatchedFields } from './MatchedFields';
import { PlanningOptions } from './PlanningOptions';
import classes from './planning.module.css';
import type { PlanningForm } from './planning-form';

export type FieldsProps = { form: PlanningForm; onChange: (part: Partial<PlanningForm>) => void };

/** The questions of a plan, the seldom changed ones behind a line. */
export function PlanningFields({ form, onChange }: FieldsProps) {
  const { planning } = useTexts();
  const words = planning.form;
  return (
    <section className={classes.form} aria-label={words.label}>
      <Choice
        label={words.question}
        value={form.question}
        options={words.questions}
        onChange={(question) => onChange({ question })}
      />
      <Choice
        label={words.outcome}
        value={form.outcome}
        options={words.outcomes}
        onChange={(outcome) => onChange({ outcome })}
      >
        <OutcomeFields form={form} onChange={onChange} />
      </Choice>
      {form.question === 'detectable-change' && (
        <FigureInput
          label={words.invited}
          width={340}
          value={form.invited}
          onChange={(invited) => onChange({ invited })}
        />
      )}
      <Choice
        label={words.linkage}
        value={form.linkage}
        options={words.linkages}
        onChange={(linkage) => onChange({ linkage })}
      >
        {form.linkage === 'matched' && <MatchedFields form={form} onChange={onChange} />}
      </Choice>
      <FigureInput
        label={words.nonResponse}
        isShare
        value={form.nonResponse}
        onChange={(nonResponse) => onChange({ nonResponse })}
      />
      <Disclosure label={words.options} isOpen={form.hasClusters || form.population !== null}>
        <PlanningOptions form={form} onChange={onChange} />
      </Disclosure>
    </section>
  );
}

function OutcomeFields({ form, onChange }: FieldsProps) {
  const { planning } = useTexts();
  const words = planning.form;
  const isAsked = form.question === 'required-people';
  if (form.outcome === 'mean') {
    return (
      <>
        <div className={classes.row}>
          <FigureInput
            label={words.deviation}
            width={180}
            value={form.standardDeviation}
            onChange={(standardDeviation) => onChange({ standardDeviation })}
          />
          {isAsked && (
            <FigureInput
              label={words.meanChange}
              width={180}
              value={form.meanChange}
              onChange={(meanChange) => onChange({ meanChange })}
            />
          )}
        </div>
        <p className={classes.hint}>{words.deviationHelp}</p>
      </>
    );
  }
  return (
    <div className={classes.row}>
      <FigureInput
        label={words.baseline}
        isShare
        width={180}
        value={form.baseline}
        onChange={(baseline) => onChange({ baseline })}
      />
      {isAsked && (
        <FigureInput
          label={words.expected}
          isShare
          width={180}
          value={form.expected}
          onChange={(expected) => onChange({ expected })}
        />
      )}
    </div>
  );
}

/** One of two answers, with what follows from it below. */
function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  options: Record<Value, string>;
  onChange: (value: Value) => void;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <div className={classes.question}>
      <h2 className={classes.questionTitle} id={id}>
        {props.label}
      </h2>
      <SegmentedControl
        aria-labelledby={id}
        className={classes.choice}
        value={props.value}
        // Safe: the keys of a record of the values.
        data={(Object.keys(props.options) as Value[]).map((value) => ({
          value,
          label: props.options[value],
        }))}
        onChange={props.onChange}
      />
      {props.children}
    </div>
  );
}
