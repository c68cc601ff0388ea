import type { ClaimEvidence } from '../../../shared/contract';
import { type Classified, gcmPrinciples, type Practice } from '../../../shared/domain/practice';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { formatDate } from '../../../shared/text/format';
import { reportWords } from '../../../shared/text/reports';
import { unFormWords } from '../../../shared/text/un-form';
import { paragraphs } from '../reports/compose-report';
import type { DocumentModel, DocumentPart } from '../reports/document';
import { applicationName } from '../version';
import { contentDate } from './compose-ficha';
import { rangeTexts } from './date-parts';

/**
 * A practice record in the order of the United Nations' submission form. Every field is there: one that the record
 * leaves empty says so, since the form is completed from this page. A municipal record lends its own fields where the
 * form's are empty: the municipality carries it out, its collaborators are the partners.
 */
export function composeUnForm(
  practice: Practice,
  evidence: readonly ClaimEvidence[],
  locale: Locale,
): DocumentModel {
  const words = unFormWords(locale);
  const { un } = practice;
  const own = (english: string, spanish: string): string =>
    locale === 'en' && english.trim() !== '' ? english : spanish;
  type Level = 1 | 2;
  const heading = (level: Level, text: string): DocumentPart => ({ kind: 'heading', level, text });
  const blank: DocumentPart = { kind: 'paragraph', look: 'quiet', text: words.blank };
  const text = (title: string, values: readonly string[], level: Level = 1): DocumentPart[] => {
    const body = values.flatMap(paragraphs).map(
      (each): DocumentPart => ({
        kind: 'paragraph',
        look: 'body',
        text: each,
      }),
    );
    return [heading(level, title), ...(body.length > 0 ? body : [blank])];
  };
  const list = (title: string, values: readonly string[], level: Level = 1): DocumentPart[] => {
    const items = values.filter((each) => each.trim() !== '');
    return [heading(level, title), items.length > 0 ? { kind: 'list', items } : blank];
  };
  const goals = (title: string, goal: Classified, names: Readonly<Record<string, string>>) => {
    const { ours } = texts(locale).practices;
    const named = (each: number): string => `${each}. ${names[each] ?? ''}`;
    return list(title, [
      ...goal.stated.map(named),
      ...goal.proposed.map((each) => `${named(each)} (${ours})`),
    ]);
  };
  const { gcm, sdg } = texts(locale).practices;
  const summary = own(practice.summaryEnglish, practice.summary);
  const fallback = (values: readonly string[], other: readonly string[]): readonly string[] =>
    values.length > 0 ? values : other;
  const reached = [practice.targetPopulation, practice.priorityGroup].filter((each) => each.trim() !== '');
  const beneficiaries = reached.length === 0 ? [] : [words.beneficiaries(reached.join('. '))];
  const scope = [
    { label: words.country, values: [practice.country || words.blank] },
    { label: words.region, values: [practice.region || words.blank] },
    { label: words.scope, values: [un.geographicScope || practice.municipality || words.blank] },
  ];
  const parts: DocumentPart[] = [
    ...goals(words.primaryGcm, practice.gcmObjectives, gcm),
    ...goals(words.secondaryGcm, un.secondaryGcm, gcm),
    heading(1, words.principles),
    { kind: 'paragraph', look: 'quiet', text: words.principlesNote },
    {
      kind: 'checklist',
      items: gcmPrinciples.map((principle) => ({
        label: words.principleNames[principle],
        isChecked: un.principles.includes(principle),
      })),
    },
    ...goals(words.sdgs, practice.sdgs, sdg),
    ...text(words.dates, dateTexts(practice, locale)),
    ...text(words.practiceType, [un.practiceType]),
    heading(1, words.geographicScope),
    { kind: 'facts', items: scope },
    ...text(words.summary, [summary, ...practice.description, ...beneficiaries]),
    heading(1, words.organizations),
    ...list(words.mainImplementer, fallback(un.mainImplementer, municipalBody(practice)), 2),
    ...text(words.details, [un.details], 2),
    ...list(words.partners, fallback(un.partners, practice.collaborators), 2),
    ...text(words.benefit, un.benefit),
    ...evidenceParts(practice, evidence, locale),
    ...listOrText(words.keyLessons, un.keyLessons, practice.lessons, { list, text }),
    ...list(words.recommendations, un.recommendations),
    ...text(words.innovation, [practice.innovation]),
    ...(un.links.length > 0 ? list(words.links, un.links) : []),
    ...text(words.dateSubmitted, un.dateSubmitted === null ? [] : [formatDate(un.dateSubmitted, locale)]),
    ...text(words.disclaimer, [un.disclaimer]),
  ];
  const report = reportWords(locale);
  const isSynthetic = evidence.some(
    ({ result, figure }) => result?.waves.some((wave) => wave.isSynthetic) || figure?.isSynthetic,
  );
  return {
    locale,
    layout: 'ficha',
    title: own(practice.titleEnglish, practice.title),
    subtitle: words.kicker,
    facts: [],
    badge: isSynthetic ? report.synthetic.badge : null,
    badgeText: null,
    date: contentDate(practice, evidence),
    parts,
    words: report.words,
    author: practice.municipality || applicationName,
  };
}

type Writers = Record<'list' | 'text', (title: string, values: readonly string[]) => DocumentPart[]>;

function listOrText(title: string, items: readonly string[], text: string, write: Writers): DocumentPart[] {
  return items.length > 0 ? write.list(title, items) : write.text(title, [text]);
}

function municipalBody({ kind, municipality, units }: Practice): string[] {
  return kind === 'municipal' && municipality !== '' ? [municipality, ...units] : [];
}

/** The dates as the record words them; in English, its periods, which can be told in any language. */
function dateTexts({ dates }: Practice, locale: Locale): string[] {
  return locale === 'en' && dates.ranges.length > 0
    ? rangeTexts(
        dates.ranges.map((range) => ({ ...range, note: '' })),
        locale,
      )
    : [dates.text];
}

/** Claims that stand on data today, as sentences under the benefit. */
function evidenceParts(
  practice: Practice,
  evidence: readonly ClaimEvidence[],
  locale: Locale,
): DocumentPart[] {
  const items = practice.claims.flatMap(({ id }) => {
    const found = evidence.find(({ claimId }) => claimId === id);
    return found?.status === 'current' && found.sentence ? [found.sentence] : [];
  });
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: unFormWords(locale).evidence },
    { kind: 'list', items },
  ];
}
