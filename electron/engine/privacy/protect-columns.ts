import type { ColumnProfile } from '../../../shared/domain/import';
import type { IdentityKind } from '../../../shared/domain/instrument';
import { knowsPeople } from './file-people';
import type { CountedText } from './identity';
import { headers, plainHeader } from './identity-headers';
import { detailsIn } from './redact-text';
import { checkDigit } from './rut';

type Texts = (source: number) => readonly CountedText[];
type Identity = NonNullable<ColumnProfile['identityEvidence']>;

const optionTypes: readonly string[] = ['single', 'ordinal', 'multiple'];
const textsSearched = 1000;

/**
 * What only the columns side by side tell: a number and its check digit are one identifier, dates that go with the ages beside them
 * are birth dates. `composed` are columns put together from these, numbered from `nextSource` on.
 */
export function protectNeighbours(
  profiles: readonly ColumnProfile[],
  textsOf: Texts,
  nextSource: number,
): { profiles: ColumnProfile[]; composed: ColumnProfile[] } {
  const composed: ColumnProfile[] = [];
  const changed = new Map<number, ColumnProfile>();
  profiles.forEach((profile, index) => {
    const digit = [profiles[index + 1], profiles[index - 1]].find(
      (other) =>
        other !== undefined && !changed.has(other.proposal.source) && isPair(profile, other, textsOf),
    );
    if (!digit || changed.has(profile.proposal.source)) return;
    const source = nextSource + composed.length;
    composed.push(joined(profile, digit, source));
    for (const part of [profile, digit]) changed.set(part.proposal.source, asPart(part, source));
  });
  const ages = profiles.find(({ proposal }) => /\b(edad|age)\b/.test(plainHeader(proposal.header)));
  const result = profiles.map((profile) => {
    const known = changed.get(profile.proposal.source);
    if (known) return known;
    const isBirth = ages !== undefined && profile !== ages && goesWithAges(profile, ages, textsOf);
    return isBirth ? asBirthDate(profile) : profile;
  });
  return { profiles: result, composed };
}

/** A column of seven or eight digits with one of `0` to `9` and `K` beside it, both headed so or with every sign among the digits. */
function isPair(number: ColumnProfile, digit: ColumnProfile, textsOf: Texts): boolean {
  if (number.partOf !== null || digit.partOf !== null) return false;
  const digits = textsOf(digit.proposal.source);
  const bodies = textsOf(number.proposal.source);
  const areDigits = shareOf(digits, (value) => /^[\dkK]$/.test(value)) >= 0.95;
  const areBodies = shareOf(bodies, (value) => /^\d{1,3}[.,]?\d{3}[.,]?\d{3}$/.test(value)) >= 0.9;
  if (!areDigits || !areBodies) return false;
  const isHeaded =
    headers.checkDigit.test(plainHeader(digit.proposal.header)) &&
    !/\brbd\b/.test(plainHeader(digit.proposal.header));
  const hasK = digits.some(({ value }) => /k/i.test(value.trim()));
  const isNumberHeaded = number.proposal.identity === 'rut';
  // With few rows the digits of the listed values are compared as they come, most frequent first or not.
  return isHeaded || (hasK && (isNumberHeaded || (digits.length >= 8 && haveThoseDigits(bodies, digits))));
}

/** The check digits of the numbers occur as often as the column beside says. */
function haveThoseDigits(bodies: readonly CountedText[], digits: readonly CountedText[]): boolean {
  const expected = new Map<string, number>();
  for (const { value, count } of bodies) {
    const digit = checkDigit(Number(value.replace(/\D/g, '')));
    expected.set(digit, (expected.get(digit) ?? 0) + count);
  }
  const total = bodies.reduce((sum, { count }) => sum + count, 0);
  const seen = digits.reduce((sum, { count }) => sum + count, 0);
  return digits.every(({ value, count }) => {
    const share = (expected.get(value.trim().toUpperCase()) ?? 0) / total;
    return Math.abs(share - count / seen) < 0.02 + 0.5 / Math.sqrt(total);
  });
}

function joined(number: ColumnProfile, digit: ColumnProfile, source: number): ColumnProfile {
  const { proposal } = number;
  return {
    ...number,
    proposal: {
      ...proposal,
      source,
      header: `${proposal.header} + ${digit.proposal.header}`,
      name: `${proposal.name.slice(0, 50)}_con_dv`,
      action: 'pseudonymise',
      type: 'identifier',
      role: 'identifier',
      identity: 'rut',
      options: [],
      optionSeparator: null,
      standard: null,
      parts: [number, digit].map((part) => ({ source: part.proposal.source, value: null })),
    },
    candidates: [],
    topValues: [],
    insideText: [],
    partOf: null,
    identityEvidence: {
      kind: 'rut',
      basis: 'both',
      sharePercent: number.identityEvidence?.sharePercent ?? 100,
    },
  };
}

function asPart(profile: ColumnProfile, partOf: number): ColumnProfile {
  return { ...withIdentity(profile, { kind: 'rut', basis: 'content', sharePercent: 100 }), partOf };
}

function withIdentity(profile: ColumnProfile, evidence: Identity): ColumnProfile {
  return {
    ...profile,
    identityEvidence: profile.identityEvidence ?? evidence,
    proposal: {
      ...profile.proposal,
      action: 'drop',
      type: evidence.kind === 'birth-date' ? 'date' : 'text',
      role: 'measure',
      options: [],
      optionSeparator: null,
      identity: evidence.kind,
    },
  };
}

const nearYears = 2;

/** Dates spread over years as the ages are, which added to them give about one year, that of the survey. */
function goesWithAges(profile: ColumnProfile, ages: ColumnProfile, textsOf: Texts): boolean {
  if (profile.identityEvidence || !['date', 'datetime', 'text'].includes(profile.proposal.type)) return false;
  const years = weighted(textsOf(profile.proposal.source), yearOf);
  const numbers = weighted(textsOf(ages.proposal.source), (text) =>
    /^\d{1,3}$/.test(text) ? Number(text) : null,
  );
  if (years.length < 3 || numbers.length < 3) return false;
  const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)];
  const [youngest, oldest] = [Math.min(...numbers), Math.max(...numbers)];
  if (oldest - youngest < 2 || oldest > 110) return false;
  const survey = middle(years) + middle(numbers);
  return (
    Math.abs(lastYear - firstYear - (oldest - youngest)) <= nearYears &&
    Math.abs(lastYear + youngest - (firstYear + oldest)) <= nearYears &&
    survey >= 2000 &&
    survey <= 2100
  );
}

function yearOf(text: string): number | null {
  const match = /^(?:(\d{4})[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}))/.exec(text);
  const year = Number(match?.[1] ?? match?.[2] ?? Number.NaN);
  return year >= 1900 && year <= 2100 ? year : null;
}

function weighted(texts: readonly CountedText[], read: (text: string) => number | null): number[] {
  return texts.flatMap(({ value }) => {
    const number = read(value.trim());
    return number === null ? [] : [number];
  });
}

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function asBirthDate(profile: ColumnProfile): ColumnProfile {
  return withIdentity(profile, { kind: 'birth-date', basis: 'content', sharePercent: 100 });
}

function shareOf(texts: readonly CountedText[], fits: (value: string) => boolean): number {
  const total = texts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return 0;
  return texts.reduce((sum, { value, count }) => sum + (fits(value.trim()) ? count : 0), 0) / total;
}

/** Short headers that ask for a school or a place, which often bear the name of somebody. */
const asksPlace =
  /^(?:\S+ ){0,4}(?:establecimientos?|escuelas?|colegios?|liceos?|jardin(?:es)?|comunas?|regiones|region|municipi\w+|sedes?|barrios?|sector|localidad|ciudad|universidad|centro|pais|poblacion|villa|calle|plaza|consultorio|cesfam)(?: \S+){0,2}$/;

/**
 * Personal details inside texts and among the answers of a list, with the cells that hold them (of those looked at), and the plan to
 * replace them: always for texts, since a search may miss some, and for lists where one was found.
 */
export function protectTexts(profile: ColumnProfile, textsOf: Texts): ColumnProfile {
  const { proposal } = profile;
  const isList = optionTypes.includes(proposal.type);
  if (proposal.action !== 'keep') return { ...profile, proposal: { ...proposal, redacts: !isList } };
  if (proposal.type !== 'text' && !isList) return { ...profile, proposal: { ...proposal, redacts: true } };
  // Names of places such as San José are no people; what a public list knows is not searched.
  const isPublic = proposal.standard !== null;
  const isPlace = isList && asksPlace.test(plainHeader(proposal.header));
  const known = new Set(isPublic ? proposal.recodes.map(({ from }) => from) : []);
  const listed = proposal.options.flatMap(({ value, label }) =>
    isPublic && value !== label ? [] : [value, label],
  );
  const texts = [
    ...textsOf(proposal.source).slice(0, textsSearched),
    ...listed.map((value) => ({ value, count: 0 })),
  ];
  const counts = new Map<IdentityKind, number>();
  for (const { value, count } of texts) {
    if (!mayHoldDetails(value) || known.has(value.replace(/\s+/gu, ' ').trim())) continue;
    for (const kind of detailsIn(value))
      if (!(isPublic || isPlace) || kind !== 'name') counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  const insideText = [...counts].map(([kind, count]) => ({ kind, count: Math.max(1, count) }));
  return { ...profile, insideText, proposal: { ...proposal, redacts: !isList || insideText.length > 0 } };
}

/** Short words and codes of few digits hold nothing that the search would find. */
function mayHoldDetails(text: string): boolean {
  if (knowsPeople()) return true;
  return (
    /\d{4}|\d.*\d.*\d.*\d|@/.test(text) ||
    /\p{L}{2,}[\s,_]+\p{L}|\p{Lu}\. ?\p{L}{2}/u.test(text) ||
    /\d/.test(text)
  );
}
