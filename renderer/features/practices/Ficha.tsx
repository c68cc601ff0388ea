import { Checkbox } from '@mantine/core';
import { selloLines } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { hiddenLabel } from '../../ui/hidden-label';
import { InlineText } from '../../ui/InlineText';
import { DateFields } from './DateFields';
import { Field } from './Field';
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
  | 'priorityGroup'
  | 'funding'
  | 'sustainability'
  | 'description'
  | 'innovation'
  | 'lessons';

/** The record in the order of the municipal ficha. */
export function Ficha({ form, onChange }: FichaProps) {
  const { practices, registry } = useTexts();
  const { fields } = practices;
  const names = { ...fields, priorityGroup: registry.record.priorityGroup };
  const text = (key: TextKey, hint?: string) => (
    <Field title={names[key]}>
      <InlineText
        label={names[key]}
        placeholder={hint ?? practices.blank}
        value={form[key]}
        onChange={(value) => onChange({ [key]: value })}
      />
    </Field>
  );
  return (
    <div className={classes.ficha}>
      {text('units', practices.listHint)}
      {text('collaborators', practices.listHint)}
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
      {text('priorityGroup')}
      <DateFields form={form} onChange={onChange} />
      {text('funding')}
      {text('sustainability')}
      {text('description', practices.paragraphsHint)}
      {text('innovation')}
      {text('lessons')}
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
      <SourceField form={form} onChange={onChange} />
    </div>
  );
}

function SourceField({ form, onChange }: FichaProps) {
  const { fields } = useTexts().practices;
  const { source } = form;
  return (
    <Field title={fields.source}>
      <InlineText
        look="caption"
        label={fields.sourceDocument}
        placeholder={fields.sourceDocument}
        value={source.document}
        onChange={(document) => onChange({ source: { ...source, document } })}
      />
      <InlineText
        look="caption"
        label={fields.sourcePlace}
        placeholder={fields.sourcePlace}
        value={source.place}
        onChange={(place) => onChange({ source: { ...source, place } })}
      />
    </Field>
  );
}
