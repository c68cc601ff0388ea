import { unFormWords } from '../../../../shared/text/un-form';
import { useLocale, useTexts } from '../../../state/preferences';
import type { EntryRecord } from './entry';
import { GoalList } from './GoalList';
import { Part } from './RecordReading';
import classes from './reading.module.css';

/** What a record tells of the United Nations' form; an agency's with every field, a municipal one with those it fills. */
export function UnReading({ record }: { record: EntryRecord }) {
  const { practices, registry } = useTexts();
  const { locale } = useLocale();
  const words = registry.record;
  const { un } = record;
  const principles = un.principles.map((principle) => unFormWords(locale).principleNames[principle]);
  const parts: readonly { title: string; values: readonly string[]; isList?: boolean }[] = [
    { title: words.principles, values: principles, isList: true },
    { title: words.practiceType, values: [un.practiceType] },
    { title: words.geographicScope, values: [un.geographicScope] },
    { title: words.mainImplementer, values: un.mainImplementer, isList: true },
    { title: words.details, values: un.details.split(/\n\s*\n/) },
    { title: words.partners, values: un.partners, isList: true },
    { title: words.benefit, values: un.benefit },
    { title: words.keyLessons, values: un.keyLessons, isList: true },
    { title: words.recommendations, values: un.recommendations, isList: true },
    { title: words.disclaimer, values: [un.disclaimer] },
    { title: words.links, values: un.links, isList: true },
  ];
  const filled = parts.filter(({ values }) => values.some((value) => value.trim() !== ''));
  const shown = record.kind === 'agency' ? parts : filled;
  if (shown.length === 0) return null;
  return (
    <>
      <h2 className={classes.unTitle}>{registry.reading.unRecord}</h2>
      <GoalList title={words.secondaryGcm} goals={un.secondaryGcm} names={practices.gcm} />
      {shown.map((part) => (
        <Part key={part.title} {...part} />
      ))}
    </>
  );
}
