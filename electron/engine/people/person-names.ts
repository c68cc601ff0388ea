import { distance } from 'fastest-levenshtein';

const particles = new Set([
  'de',
  'del',
  'la',
  'las',
  'los',
  'y',
  'e',
  'da',
  'dos',
  'do',
  'van',
  'von',
  'san',
  'mc',
]);
/** Likeness from which two words of a name count as the same word misspelt. */
const alikeWord = 0.75;

/** The words of a name without accents, case, punctuation and particles, in alphabetical order. */
export function nameWords(name: string): string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1 && !particles.has(word))
    .sort();
}

/**
 * How alike two names are, 0 to 1, whatever the order of their words: the mean likeness of the words that can be paired (one
 * less the edit distance over the longer word), a tenth less where one name has words the other lacks. 0 for names with less
 * than two words in common.
 */
export function nameLikeness(left: readonly string[], right: readonly string[]): number {
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left];
  if (shorter.length < 2) return 0;
  const pairs = shorter
    .flatMap((word, at) => longer.map((other, place) => ({ at, place, likeness: wordLikeness(word, other) })))
    .filter(({ likeness }) => likeness >= alikeWord)
    .sort((first, second) => second.likeness - first.likeness);
  const used = { shorter: new Set<number>(), longer: new Set<number>() };
  let total = 0;
  for (const { at, place, likeness } of pairs) {
    if (used.shorter.has(at) || used.longer.has(place)) continue;
    used.shorter.add(at);
    used.longer.add(place);
    total += likeness;
  }
  if (used.shorter.size < 2) return 0;
  return (total / shorter.length) * (shorter.length === longer.length ? 1 : 0.9);
}

function wordLikeness(left: string, right: string): number {
  if (left === right) return 1;
  return 1 - distance(left, right) / Math.max(left.length, right.length);
}
