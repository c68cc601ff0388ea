import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { selloLines } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { hiddenLabel } from '../../ui/hidden-label';
import { InlineText } from '../../ui/InlineText';
import { DateFields } from './DateFields';
import { GoalField } from './GoalField';
import type { PracticeForm } from './practice-form';
import classes from './practices.module.css';

export type FichaProps = { form: PracticeForm; onChange: (change: Partial<PracticeForm>) => void };
type TextKey =
  | 'municipality'
  | 'region'
  | 'units'
  | 'collaborators'
  | 'targetPopulation'
  | 'funding'
  | 'sustainability'
  | 'description'
  | 'innovation'
  | 'lessons';

/** The record in the order of the municipal ficha. */
export function Ficha({ form, onChange }: FichaProps) {
  const { practices } = useTexts();
  const { fields } = practices;
  const text = (key: TextKey, hint?: string) => (
    <Field title={fields[key]}>
      <InlineText
        label={fields[key]}
        placeholder={hint ?? practices.blank}
        value={form[key]}
        onChange={(value) => onChange({ [key]: value })}
      />
    </Field>
  );
  return (
    <div className={classes.ficha}>
      <div className={classes.pair}>
        {text('municipality')}
        {text('region')}
      </div>
      <div className={classes.pair}>
        {text('units', practices.listHint)}
        {text('collaborators', practices.listHint)}
      </div>
      <Field title={fields.selloLines}>
        <Checkbox.Group
          label={fields.selloLines}
          labelProps={hiddenLabel}
          value={[...form.selloLines]}
          onChange={(values) => onChange({ selloLines: selloLines.filter((line) => values.includes(line)) })}
        >
          <div className={classes.ticks}>
            {selloLines.map((line) => (
              <Checkbox key={line} size="xs" value={line} label={practices.selloLineNames[line]} />
            ))}
          </div>
        </Checkbox.Group>
      </Field>
      {text('targetPopulation')}
      <DateFields form={form} onChange={onChange} />
      <div className={classes.pair}>
        {text('funding')}
        {text('sustainability')}
      </div>
      {text('description', practices.paragraphsHint)}
      {text('innovation')}
      {text('lessons')}
      <div className={classes.pair}>
        <GoalField
          title={fields.gcm}
          names={practices.gcm}
          value={form.gcmObjectives}
          onChange={(gcmObjectives) => onChange({ gcmObjectives })}
        />
        <GoalField
          title={fields.sdgs}
          names={practices.sdg}
          value={form.sdgs}
          onChange={(sdgs) => onChange({ sdgs })}
        />
      </div>
      <Field title={fields.source}>
        <InlineText
          look="caption"
          label={fields.sourceDocument}
          placeholder={fields.sourceDocument}
          value={form.source.document}
          onChange={(document) => onChange({ source: { ...form.source, document } })}
        />
        <InlineText
          look="caption"
          label={fields.sourcePlace}
          placeholder={fields.sourcePlace}
          value={form.source.place}
          onChange={(place) => onChange({ source: { ...form.source, place } })}
        />
      </Field>
    </div>
  );
}

/** One titled box of the ficha. */
export function Field(props: { title: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.field}>
      <div className={classes.fieldHead}>
        <h2>{props.title}</h2>
        {props.aside}
      </div>
      {props.children}
    </div>
  );
}
