import { selloLines } from '../../../../shared/domain/practice';
import type { Locale, Texts } from '../../../../shared/text';
import { unFormWords } from '../../../../shared/text/un-form';
import type { EntryRecord } from './entry';

/** One field of two records: its name, and what each says, a line or a paragraph each. */
export type ComparedField = {
  key: string;
  title: string;
  values: readonly [readonly string[], readonly string[]];
  isDifferent: boolean;
  /** Whether a line stands for itself, so that one both have can be marked as such. */
  isList: boolean;
};

/** Two records field by field, in the order of the ficha; fields that neither fills are left out. */
export function compareFields(
  left: EntryRecord,
  right: EntryRecord,
  words: Texts,
  locale: Locale,
): ComparedField[] {
  const from = recordFields(left, words, locale);
  const to = recordFields(right, words, locale);
  return from.flatMap((field, index): ComparedField[] => {
    const values = [field.values, to[index]?.values ?? []] as const;
    if (values[0].length + values[1].length === 0) return [];
    const isDifferent = values[0].join('\n') !== values[1].join('\n');
    return [{ key: field.title, title: field.title, values, isDifferent, isList: field.isList }];
  });
}

type RecordField = { title: string; values: string[]; isList: boolean };

function recordFields(record: EntryRecord, words: Texts, locale: Locale): RecordField[] {
  const { practices, registry } = words;
  const { fields } = practices;
  const { un } = record;
  const own = registry.record;
  const text = (title: string, ...values: string[]): RecordField => ({
    title,
    values: kept(values),
    isList: false,
  });
  const list = (title: string, values: readonly string[]): RecordField => ({
    title,
    values: kept(values),
    isList: true,
  });
  const goals = (title: string, goal: EntryRecord['sdgs'], names: Readonly<Record<string, string>>) =>
    list(title, [
      ...goal.stated.map((each) => `${each}. ${names[each] ?? ''}`),
      ...goal.proposed.map((each) => `${each}. ${names[each] ?? ''} (${practices.ours})`),
    ]);
  const months: Readonly<Record<string, string>> = practices.monthsShort;
  return [
    text(own.kind, registry.kinds[record.kind]),
    text(own.summary, record.summary),
    text(fields.municipality, record.municipality),
    text(fields.region, record.region),
    text(own.country, record.country),
    list(fields.units, record.units),
    list(fields.collaborators, record.collaborators),
    list(
      fields.selloLines,
      selloLines
        .filter((line) => record.selloLines.includes(line))
        .map((line) => practices.selloLineNames[line]),
    ),
    text(fields.targetPopulation, record.targetPopulation),
    text(own.priorityGroup, record.priorityGroup),
    text(fields.dates, record.dates.text),
    text(fields.months, record.dates.months.map((month) => months[month] ?? '').join(', ')),
    text(fields.funding, record.funding),
    text(fields.sustainability, record.sustainability),
    text(fields.description, ...record.description),
    text(fields.innovation, record.innovation),
    text(fields.lessons, record.lessons),
    goals(fields.gcm, record.gcmObjectives, practices.gcm),
    goals(own.secondaryGcm, un.secondaryGcm, practices.gcm),
    goals(fields.sdgs, record.sdgs, practices.sdg),
    list(
      own.principles,
      un.principles.map((principle) => unFormWords(locale).principleNames[principle]),
    ),
    text(own.practiceType, un.practiceType),
    text(own.geographicScope, un.geographicScope),
    list(own.mainImplementer, un.mainImplementer),
    text(own.details, un.details),
    list(own.partners, un.partners),
    text(own.benefit, ...un.benefit),
    list(own.keyLessons, un.keyLessons),
    list(own.recommendations, un.recommendations),
    list(
      registry.reading.claims,
      record.claims.map((claim) => claim.text),
    ),
    text(registry.reading.source, record.source.document, record.source.place),
  ];
}

function kept(values: readonly string[]): string[] {
  return values.map((value) => value.trim()).filter((value) => value !== '');
}
