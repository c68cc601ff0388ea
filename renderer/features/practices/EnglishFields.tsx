import { useTexts } from '../../state/preferences';
import { InlineText } from '../../ui/InlineText';
import { Section } from '../../ui/Section';
import type { FichaProps } from './Ficha';
import { Field } from './Field';
import classes from './practices.module.css';

/** Title and summary in English, for the United Nations' form. */
export function EnglishFields({ form, onChange }: FichaProps) {
  const { practices, registry } = useTexts();
  const words = registry.record;
  return (
    <Section title={words.english}>
      <div className={classes.ficha} lang="en">
        <Field title={words.titleEnglish}>
          <InlineText
            isSingleLine
            label={words.titleEnglish}
            placeholder={practices.blank}
            maxLength={300}
            value={form.titleEnglish}
            onChange={(titleEnglish) => onChange({ titleEnglish })}
          />
        </Field>
        <Field title={words.summaryEnglish}>
          <InlineText
            label={words.summaryEnglish}
            placeholder={practices.blank}
            value={form.summaryEnglish}
            onChange={(summaryEnglish) => onChange({ summaryEnglish })}
          />
        </Field>
      </div>
    </Section>
  );
}
