import { Button, Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { gcmPrinciples } from '../../../shared/domain/practice';
import { unFormWords } from '../../../shared/text/un-form';
import { useLocale, useTexts } from '../../state/preferences';
import { DateField } from '../../ui/DateField';
import { hiddenLabel } from '../../ui/hidden-label';
import { InlineText } from '../../ui/InlineText';
import { Section } from '../../ui/Section';
import type { FichaProps } from './Ficha';
import { Field } from './Field';
import { GoalField } from './GoalField';
import type { UnForm } from './practice-form';
import classes from './practices.module.css';

/** What the United Nations' submission form asks besides the ficha; folded away for a municipal record. */
export function UnFields(props: FichaProps) {
  const { registry } = useTexts();
  const [isOpen, setOpen] = useState(props.form.kind === 'agency');
  const Sign = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <Section
      title={registry.record.un}
      aside={
        <Button
          size="compact-sm"
          variant="subtle"
          aria-expanded={isOpen}
          leftSection={<Sign size={14} aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {registry.record.unShow}
        </Button>
      }
    >
      <p className={classes.sectionHelp}>{registry.record.unHelp}</p>
      {isOpen && <UnFieldList {...props} />}
    </Section>
  );
}

type TextKey = Exclude<keyof UnForm, 'secondaryGcm' | 'principles' | 'dateSubmitted'>;

function UnFieldList({ form, onChange }: FichaProps) {
  const { practices, registry } = useTexts();
  const { locale } = useLocale();
  const words = registry.record;
  const { un } = form;
  const change = (part: Partial<UnForm>) => onChange({ un: { ...un, ...part } });
  const text = (key: TextKey, hint: string, maxLength?: number) => (
    <Field title={words[key]}>
      <InlineText
        label={words[key]}
        placeholder={hint}
        {...(maxLength === undefined ? {} : { maxLength })}
        value={un[key]}
        onChange={(value) => change({ [key]: value })}
      />
    </Field>
  );
  return (
    <div className={classes.ficha}>
      <GoalField
        title={words.secondaryGcm}
        names={practices.gcm}
        value={un.secondaryGcm}
        onChange={(secondaryGcm) => change({ secondaryGcm })}
      />
      <Field title={words.principles}>
        <Checkbox.Group
          label={words.principles}
          labelProps={hiddenLabel}
          value={[...un.principles]}
          onChange={(values) =>
            change({ principles: gcmPrinciples.filter((principle) => values.includes(principle)) })
          }
        >
          <div className={classes.ticks}>
            {gcmPrinciples.map((principle) => (
              <Checkbox
                key={principle}
                size="xs"
                value={principle}
                label={unFormWords(locale).principleNames[principle]}
              />
            ))}
          </div>
        </Checkbox.Group>
      </Field>
      {text('practiceType', practices.blank, 200)}
      {text('geographicScope', practices.blank, 500)}
      {text('mainImplementer', words.onePerLine)}
      {text('details', practices.paragraphsHint)}
      {text('partners', words.onePerLine)}
      {text('benefit', words.onePerParagraph)}
      {text('keyLessons', words.onePerParagraph)}
      {text('recommendations', words.onePerParagraph)}
      <Field title={words.dateSubmitted}>
        <div className={classes.shortField}>
          <DateField
            label={words.dateSubmitted}
            value={un.dateSubmitted}
            onChange={(dateSubmitted) => change({ dateSubmitted })}
          />
        </div>
      </Field>
      {text('disclaimer', practices.blank)}
      {text('links', words.onePerLine)}
    </div>
  );
}
