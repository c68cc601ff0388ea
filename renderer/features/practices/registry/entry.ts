import type { Practice, PracticeDraft, PracticeSeed } from '../../../../shared/domain/practice';
import { foldWords } from '../../../../shared/reference/fold';
import { findRegion } from '../../../../shared/reference/regions';
import type { Texts } from '../../../../shared/text';
import { populationGroupsOf } from './population';

/** What a record of the project and one of the catalogue have in common. */
export type EntryRecord = Omit<PracticeDraft, 'claims' | 'templateSlug' | 'basedOn' | 'archivedAt'> & {
  claims: readonly { text: string; stated: PracticeDraft['claims'][number]['stated'] }[];
};

/** One line of the registry. `practice` is null for a record of the catalogue, `slug` for one without a template. */
export type Entry = {
  key: string;
  href: string;
  record: EntryRecord;
  practice: Practice | null;
  slug: string | null;
};

/** A place of the tile map: the two digits of a region, `nacional` or `fuera`. */
export type Place = string;
export const wholeCountry: Place = 'nacional';
export const abroad: Place = 'fuera';

/** The records of the project as lines of the registry. */
export function projectEntries(practices: readonly Practice[]): Entry[] {
  return practices.map((practice) => ({
    key: practice.id,
    href: `/practicas/${practice.id}`,
    record: practice,
    practice,
    slug: practice.templateSlug,
  }));
}

/** The records that ship as lines of the registry. */
export function catalogueEntries(seeds: readonly PracticeSeed[]): Entry[] {
  return seeds.map((seed) => ({
    key: `catalogo:${seed.slug}`,
    href: `/practicas/catalogo/${seed.slug}`,
    record: seed,
    practice: null,
    slug: seed.slug,
  }));
}

/** Where a practice runs: its region, the whole country, or outside of it. */
export function placeOf({ region, comunaCode, country }: EntryRecord): Place {
  if (comunaCode !== null) return comunaCode.slice(0, 2);
  const found = findRegion(region);
  if (found.kind === 'one') return found.entry.code;
  return foldWords(country) === 'chile' ? wholeCountry : abroad;
}

/** The years in which a practice ran, as far as its periods tell; an open end counts its first year alone. */
export function yearsOf({ dates }: EntryRecord): number[] {
  const years = new Set<number>();
  for (const { from, to } of dates.ranges) {
    const ends = [from, to].flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]));
    const first = Math.min(...ends);
    const last = Math.max(...ends);
    for (let year = first; year <= last && year - first < 100; year += 1) years.add(year);
  }
  for (const [year] of dates.text.matchAll(/\b(?:19|20)\d{2}\b/g)) years.add(Number(year));
  return [...years].sort((left, right) => left - right);
}

/** The objectives of the Global Compact that a record names or that are proposed for it, first and secondary ones. */
export function gcmOf({ gcmObjectives, un }: EntryRecord): number[] {
  return [
    ...new Set([
      ...gcmObjectives.stated,
      ...gcmObjectives.proposed,
      ...un.secondaryGcm.stated,
      ...un.secondaryGcm.proposed,
    ]),
  ];
}

/** Whose practice it is, for a line below its title: municipality, or who carries it out, or the country. */
export function ownerOf({ municipality, country, un }: EntryRecord): string {
  return municipality || un.mainImplementer[0] || un.geographicScope || country;
}

/** Everything a person may search a record by, folded. */
export function haystackOf({ record }: Entry, words: Texts): string {
  const { un } = record;
  return foldWords(
    [
      record.title,
      record.titleEnglish,
      record.summary,
      record.summaryEnglish,
      record.municipality,
      record.region,
      record.country,
      ...record.units,
      ...record.collaborators,
      record.targetPopulation,
      record.priorityGroup,
      record.dates.text,
      record.funding,
      record.sustainability,
      ...record.description,
      record.innovation,
      record.lessons,
      un.practiceType,
      un.geographicScope,
      un.details,
      ...un.mainImplementer,
      ...un.partners,
      ...un.benefit,
      ...un.keyLessons,
      ...un.recommendations,
      ...record.claims.map(({ text }) => text),
      ...record.selloLines.map((line) => words.practices.selloLineNames[line]),
      ...populationGroupsOf(record).map((group) => words.registry.populations[group]),
    ].join(' '),
  );
}
