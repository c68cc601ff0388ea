import { Select } from '@mantine/core';
import { PracticeDraft } from '../../../shared/domain/practice';
import { useTexts } from '../../state/preferences';
import { InlineText } from '../../ui/InlineText';
import { ComunaField } from './ComunaField';
import type { FichaProps } from './Ficha';
import classes from './practices.module.css';

/** What a record is called, whose it is, and what it is about in a sentence. */
export function RecordHead({ form, onChange }: FichaProps) {
  const { practices, registry } = useTexts();
  const { fields } = practices;
  const words = registry.record;
  return (
    <header className={classes.head}>
      <InlineText
        look="title"
        label={fields.title}
        placeholder={fields.title}
        maxLength={300}
        value={form.title}
        onChange={(title) => onChange({ title })}
      />
      <InlineText
        look="subtitle"
        label={words.summary}
        placeholder={words.summaryHint}
        value={form.summary}
        onChange={(summary) => onChange({ summary })}
      />
      <div className={classes.headFacts}>
        <Select
          size="xs"
          label={words.kind}
          data={PracticeDraft.shape.kind.unwrap().options.map((kind) => ({
            value: kind,
            label: registry.kinds[kind],
          }))}
          value={form.kind}
          onChange={(value) => {
            const kind = PracticeDraft.shape.kind.safeParse(value);
            if (kind.success) onChange({ kind: kind.data });
          }}
        />
        <ComunaField form={form} onChange={onChange} />
        <HeadText
          label={fields.municipality}
          value={form.municipality}
          maxLength={200}
          onChange={(municipality) => onChange({ municipality })}
        />
        <HeadText
          label={fields.region}
          value={form.region}
          maxLength={200}
          onChange={(region) => onChange({ region })}
        />
        <HeadText
          label={words.country}
          value={form.country}
          maxLength={100}
          onChange={(country) => onChange({ country })}
        />
      </div>
    </header>
  );
}

function HeadText(props: {
  label: string;
  value: string;
  maxLength: number;
  onChange: (value: string) => void;
}) {
  const { practices } = useTexts();
  return (
    <div>
      <span className={classes.headLabel} aria-hidden>
        {props.label}
      </span>
      <InlineText isSingleLine placeholder={practices.blank} {...props} />
    </div>
  );
}
