import type { ClaimEvidence } from '../../../shared/contract';
import { type Practice, selloLines } from '../../../shared/domain/practice';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { reportWords } from '../../../shared/text/reports';
import { paragraphs } from '../reports/compose-report';
import type { DocumentModel, DocumentPart, Fact } from '../reports/document';
import { applicationName } from '../version';
import { evidencePart } from './evidence-part';

/** A practice record as a document, in the order of the municipal ficha, with the evidence behind each claim. */
export function composeFicha(
  practice: Practice,
  evidence: readonly ClaimEvidence[],
  locale: Locale,
): DocumentModel {
  const words = reportWords(locale);
  const { ficha } = words;
  const isSynthetic = evidence.some(({ waves }) => waves.some((wave) => wave.isSynthetic));
  return {
    locale,
    layout: 'ficha',
    title: practice.title,
    subtitle: ficha.kicker,
    facts: filled([
      { label: ficha.municipality, values: [practice.municipality] },
      { label: ficha.region, values: [practice.region] },
      { label: ficha.units, values: practice.units },
      { label: ficha.collaborators, values: practice.collaborators },
    ]),
    badge: isSynthetic ? words.synthetic.badge : null,
    badgeText: null,
    date: contentDate(practice, evidence),
    parts: [
      ...(practice.kind === 'municipal' ? selloParts(practice, locale) : []),
      ...section(ficha.targetPopulation, [practice.targetPopulation]),
      ...section(ficha.priorityGroup, [practice.priorityGroup]),
      ...dateParts(practice.dates, locale),
      ...section(ficha.funding, [practice.funding]),
      ...section(ficha.sustainability, [practice.sustainability]),
      ...section(ficha.description, practice.description),
      ...section(ficha.innovation, [practice.innovation]),
      ...section(ficha.lessons, [practice.lessons]),
      ...claimParts(practice, evidence, locale),
      ...(isSynthetic
        ? [{ kind: 'note', tone: 'warning', text: words.synthetic.text } satisfies DocumentPart]
        : []),
      ...classificationParts(practice, locale),
    ],
    words: words.words,
    author: practice.municipality === '' ? applicationName : words.cover.author(practice.municipality),
  };
}

/** The latest day among the record's own changes and the reports behind it. */
export function contentDate(practice: Practice, evidence: readonly ClaimEvidence[]): string {
  const rendered = evidence.flatMap(({ reportRenderedAt }) => reportRenderedAt ?? []);
  return ([practice.updatedAt, ...rendered].sort().at(-1) ?? practice.updatedAt).slice(0, 10);
}

function filled(facts: readonly Fact[]): Fact[] {
  return facts
    .map(({ label, values }) => ({ label, values: values.filter((value) => value.trim() !== '') }))
    .filter(({ values }) => values.length > 0);
}

function section(title: string, texts: readonly string[]): DocumentPart[] {
  const body = texts.flatMap(paragraphs);
  if (body.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: title },
    ...body.map((text): DocumentPart => ({ kind: 'paragraph', look: 'body', text })),
  ];
}

function selloParts(practice: Practice, locale: Locale): DocumentPart[] {
  const names = texts(locale).practices.selloLineNames;
  const items = selloLines.map((line) => ({
    label: names[line],
    isChecked: practice.selloLines.includes(line),
  }));
  return [
    { kind: 'heading', level: 1, text: reportWords(locale).ficha.selloTitle },
    { kind: 'checklist', items },
  ];
}

function dateParts(dates: Practice['dates'], locale: Locale): DocumentPart[] {
  const { ficha } = reportWords(locale);
  const long = new Intl.DateTimeFormat(locale === 'es' ? 'es-CL' : 'en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  const short = texts(locale).practices.monthsShort;
  const months = (Object.keys(short) as (keyof typeof short)[]) // safe: the keys of a const object
    .map((key) => ({
      label: short[key],
      name: long.format(new Date(Date.UTC(2024, Number(key) - 1, 15))),
      isActive: dates.months.includes(Number(key)),
    }));
  const active = months.filter((month) => month.isActive).map((month) => month.name);
  const alt = active.length === 0 ? ficha.noMonths : ficha.monthsAlt(active.join(', '));
  const ranges = dates.ranges.map(({ from, to, note }) =>
    from !== null && from === to
      ? [roughDateText(from, ficha.open, locale), note].filter(Boolean).join(': ')
      : ficha.range(roughDateText(from, ficha.open, locale), roughDateText(to, ficha.open, locale), note),
  );
  const text = dates.text.trim();
  return [
    { kind: 'heading', level: 1, text: ficha.dates },
    ...(text === '' ? [] : [{ kind: 'paragraph', look: 'body', text } satisfies DocumentPart]),
    { kind: 'months', alt, items: months },
    ...(ranges.length === 0 ? [] : [{ kind: 'list', items: ranges } satisfies DocumentPart]),
  ];
}

/** A year, a month or a day in words, as exact as it is written: 2024, junio de 2023, 3 de abril de 2024. */
function roughDateText(date: string | null, open: string, locale: Locale): string {
  if (date === null) return open;
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return year;
  const format = new Intl.DateTimeFormat(dateTag(locale), {
    ...(day === undefined ? {} : { day: 'numeric' }),
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return format.format(new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 15))));
}

function dateTag(locale: Locale): string {
  return locale === 'es' ? 'es-CL' : 'en-GB';
}

function claimParts(practice: Practice, evidence: readonly ClaimEvidence[], locale: Locale): DocumentPart[] {
  const { ficha } = reportWords(locale);
  const heading: DocumentPart = { kind: 'heading', level: 1, text: ficha.claimsTitle };
  if (practice.claims.length === 0) {
    return [heading, { kind: 'paragraph', look: 'quiet', text: ficha.noClaims }];
  }
  return [
    heading,
    ...practice.claims.flatMap((claim) => {
      const found = evidence.find((each) => each.claimId === claim.id);
      return found ? [evidencePart(claim, found, locale, { isDetailed: false })] : [];
    }),
  ];
}

function numbered(numbers: readonly number[], names: Readonly<Record<string, string>>): string {
  return numbers.map((number) => `${number}. ${names[number] ?? ''}`).join('; ');
}

function classificationParts(practice: Practice, locale: Locale): DocumentPart[] {
  const { ficha } = reportWords(locale);
  const words = texts(locale).practices;
  const named = (
    { stated, proposed }: Practice['sdgs'],
    names: Readonly<Record<string, string>>,
  ): string[] => [
    numbered(stated, names),
    ...(proposed.length === 0 ? [] : [`${numbered(proposed, names)} (${words.ours})`]),
  ];
  const items = filled([
    { label: ficha.gcm, values: named(practice.gcmObjectives, words.gcm) },
    { label: ficha.sdg, values: named(practice.sdgs, words.sdg) },
    { label: ficha.source, values: [practice.source.document, practice.source.place] },
  ]);
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: ficha.classification },
    { kind: 'facts', items },
  ];
}
