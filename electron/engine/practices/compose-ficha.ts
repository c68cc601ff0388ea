import type { ClaimEvidence } from '../../../shared/contract';
import { type Practice, selloLines } from '../../../shared/domain/practice';
import { texts } from '../../../shared/text';
import type { Locale } from '../../../shared/text/catalogue';
import { reportWords } from '../../../shared/text/reports';
import { paragraphs } from '../reports/compose-report';
import type { DocumentModel, DocumentPart, Fact } from '../reports/document';
import { applicationName } from '../version';
import { dateParts } from './date-parts';
import { evidencePart } from './evidence-part';

/** A practice record as a document, in the order of the municipal ficha, with the evidence behind each claim. */
export function composeFicha(
  practice: Practice,
  evidence: readonly ClaimEvidence[],
  locale: Locale,
): DocumentModel {
  const words = reportWords(locale);
  const { ficha } = words;
  const isMunicipal = practice.kind === 'municipal';
  // The municipal form has all of its fields, so one without an answer says so; other records leave it out.
  const unsaid: readonly DocumentPart[] = isMunicipal
    ? [{ kind: 'paragraph', look: 'quiet', text: ficha.unsaid }]
    : [];
  const field: FieldWriter = (title, body) => section(title, body, unsaid);
  const isSynthetic = evidence.some(({ waves }) => waves.some((wave) => wave.isSynthetic));
  return {
    locale,
    layout: 'ficha',
    title: practice.title,
    subtitle: ficha.kicker,
    facts: filled([
      { label: ficha.municipality, values: [practice.municipality] },
      { label: ficha.region, values: [practice.region] },
    ]),
    badge: isSynthetic ? words.synthetic.badge : null,
    badgeText: null,
    date: contentDate(practice, evidence),
    parts: [
      ...unitParts(practice, locale),
      ...(isMunicipal ? selloParts(practice, locale) : []),
      ...populationParts(practice, field, locale),
      ...dateParts(practice.dates, locale),
      ...field(ficha.funding, [practice.funding]),
      ...field(ficha.sustainability, [practice.sustainability]),
      ...field(ficha.description, practice.description),
      ...field(ficha.innovation, [practice.innovation]),
      ...field(ficha.lessons, [practice.lessons]),
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

type FieldWriter = (title: string, body: readonly string[]) => DocumentPart[];

/** A field of the form: its name and its text, or what stands for a text that is missing; nothing where that is nothing. */
function section(
  title: string,
  texts: readonly string[],
  instead: readonly DocumentPart[] = [],
): DocumentPart[] {
  const body = texts
    .flatMap(paragraphs)
    .map((text): DocumentPart => ({ kind: 'paragraph', look: 'body', text }));
  const shown = body.length > 0 ? body : instead;
  return shown.length === 0 ? [] : [{ kind: 'heading', level: 1, text: title }, ...shown];
}

/** Units and collaborators are one field of the municipal form. */
function unitParts({ kind, units, collaborators }: Practice, locale: Locale): DocumentPart[] {
  const { ficha } = reportWords(locale);
  const items = filled([
    { label: ficha.units, values: units },
    { label: ficha.collaborators, values: collaborators },
  ]);
  if (items.length === 0 && kind !== 'municipal') return [];
  return [
    { kind: 'heading', level: 1, text: ficha.unitsAndCollaborators },
    items.length > 0 ? { kind: 'facts', items } : { kind: 'paragraph', look: 'quiet', text: ficha.unsaid },
  ];
}

/** The form asks for a target population or, in its other version, for a priority group: the one that is told is printed. */
function populationParts(practice: Practice, field: FieldWriter, locale: Locale): DocumentPart[] {
  const { ficha } = reportWords(locale);
  const { targetPopulation, priorityGroup } = practice;
  if (priorityGroup.trim() === '') return field(ficha.targetPopulation, [targetPopulation]);
  return [
    ...section(ficha.targetPopulation, [targetPopulation]),
    ...section(ficha.priorityGroup, [priorityGroup]),
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
