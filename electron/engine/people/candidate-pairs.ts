import type { PersonDetails, PersonPair } from '../../../shared/domain/people';
import { nameLikeness, nameWords } from './person-names';

/** A row with what the vault knows of the person. */
export type DetailedRow = { line: number; person: string | null; details: PersonDetails };

export type CandidatePair = {
  left: DetailedRow;
  right: DetailedRow;
  score: number;
  reasons: PersonPair['reasons'];
};

/** Score from which a pair is worth a person's look. */
const worthALook = 0.72;
/** Words of names that more rows share than this do not bring rows together by themselves. */
const commonWord = 300;

type Prepared = DetailedRow & { words: string[] };

/**
 * Pairs of rows, one of each list, that may be one person: by name, birth date, group and nearly equal identifiers. Best first;
 * nothing is joined. Rows are compared only where they share a birth date, a word of the name or an identifier but for one digit.
 */
export function findCandidates(left: readonly DetailedRow[], right: readonly DetailedRow[]): CandidatePair[] {
  const lefts = left.map(prepare);
  const rights = right.map(prepare);
  return blockPairs(lefts, rights)
    .map(([first, second]) => judge(first, second))
    .filter((pair): pair is CandidatePair => pair !== null)
    .sort(
      (first, second) =>
        second.score - first.score ||
        first.left.line - second.left.line ||
        first.right.line - second.right.line,
    );
}

/** The same among the rows of one list. */
export function findNearDuplicates(rows: readonly DetailedRow[]): CandidatePair[] {
  return findCandidates(rows, rows).filter((pair) => pair.left.line < pair.right.line);
}

function prepare(row: DetailedRow): Prepared {
  return { ...row, words: row.details.name === null ? [] : nameWords(row.details.name) };
}

function blockPairs(lefts: readonly Prepared[], rights: readonly Prepared[]): [Prepared, Prepared][] {
  const blocks = new Map<string, Prepared[]>();
  for (const row of rights) {
    for (const key of blockKeys(row)) {
      const block = blocks.get(key);
      if (block) block.push(row);
      else blocks.set(key, [row]);
    }
  }
  const pairs: [Prepared, Prepared][] = [];
  for (const row of lefts) {
    const partners = new Set<Prepared>();
    for (const key of blockKeys(row)) {
      const block = blocks.get(key) ?? [];
      if (key.startsWith('word ') && block.length > commonWord) continue;
      for (const partner of block) if (partner !== row) partners.add(partner);
    }
    for (const partner of partners) pairs.push([row, partner]);
  }
  return pairs;
}

function blockKeys({ details, words }: Prepared): string[] {
  const keys = words.map((word) => `word ${word}`);
  if (details.birthDate !== null) keys.push(`born ${details.birthDate}`);
  const body = identifierBody(details.identifier);
  if (body !== null) {
    keys.push(`digits ${[...body].sort().join('')}`);
    for (let at = 0; at < body.length; at += 1)
      keys.push(`all but ${at} ${body.slice(0, at)}*${body.slice(at + 1)}`);
  }
  return keys;
}

function identifierBody(identifier: string | null): string | null {
  const body = identifier === null ? null : /^(\d{6,9})-[\dK]$/.exec(identifier)?.[1];
  return body ?? null;
}

function judge(left: Prepared, right: Prepared): CandidatePair | null {
  const reasons: PersonPair['reasons'] = [];
  const name = nameLikeness(left.words, right.words);
  const knowsNames = left.words.length > 1 && right.words.length > 1;
  if (name >= 0.99) reasons.push('same-name');
  else if (name >= 0.7) reasons.push('similar-name');
  const born = birthLikeness(left.details.birthDate, right.details.birthDate);
  if (born === 1) reasons.push('same-birth-date');
  else if (born !== null && born > 0) reasons.push('similar-birth-date');
  const group = sameGroup(left.details.group, right.details.group);
  if (group) reasons.push('same-group');
  const slip = identifierSlip(left.details.identifier, right.details.identifier);
  if (slip) reasons.push(slip);

  const parts: [number, number][] = [];
  if (knowsNames) parts.push([name, 0.55]);
  if (born !== null) parts.push([born, 0.35]);
  if (group !== null) parts.push([group ? 1 : 0, 0.1]);
  if (slip) parts.push([1, 0.5]);
  const weight = parts.reduce((sum, [, share]) => sum + share, 0);
  const score = weight === 0 ? 0 : parts.reduce((sum, [value, share]) => sum + value * share, 0) / weight;
  // A birth date shared by chance, or a common name, is not enough by itself.
  const isTold =
    slip !== null ||
    (name >= 0.7 && (born === null || born > 0)) ||
    (name >= 0.99 && born === 0 && group === true);
  if (!isTold || score < worthALook) return null;
  const isThin = !slip && (born === null || !knowsNames);
  return {
    left: { line: left.line, person: left.person, details: left.details },
    right: { line: right.line, person: right.person, details: right.details },
    score: Math.round(Math.min(score, isThin ? 0.85 : 1) * 1000) / 1000,
    reasons,
  };
}

/** 1 for the same day, 0.6 for day and month exchanged or one part different, 0 for other days, null where one is unknown. */
function birthLikeness(left: string | null, right: string | null): number | null {
  if (left === null || right === null) return null;
  if (left === right) return 1;
  const [year, month, day] = left.split('-');
  const [otherYear, otherMonth, otherDay] = right.split('-');
  if (year === otherYear && month === otherDay && day === otherMonth) return 0.6;
  const different = [year !== otherYear, month !== otherMonth, day !== otherDay].filter(Boolean).length;
  return different === 1 ? 0.6 : 0;
}

function sameGroup(left: string | null, right: string | null): boolean | null {
  if (left === null || right === null) return null;
  const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  return fold(left) === fold(right);
}

type Slip = 'identifier-one-digit' | 'identifier-swapped-digits' | 'identifier-check-digit';

/** The slip of the pen by which two identifiers differ; null where they differ more, or not at all. */
function identifierSlip(left: string | null, right: string | null): Slip | null {
  const first = identifierBody(left);
  const second = identifierBody(right);
  if (first === null || second === null || left === right) return null;
  if (first === second) return 'identifier-check-digit';
  if (first.length !== second.length) return null;
  const places = [...first].flatMap((digit, at) => (digit === second[at] ? [] : [at]));
  if (places.length === 1) return 'identifier-one-digit';
  const [one = 0, other = 0] = places;
  const isSwap =
    places.length === 2 && other === one + 1 && first[one] === second[other] && first[other] === second[one];
  return isSwap ? 'identifier-swapped-digits' : null;
}
