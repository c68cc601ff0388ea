import { givenNames, surnames } from '../../../shared/reference/person-names';

const given = new Set(givenNames);
const family = new Set(surnames);
const particles = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'san', 'da', 'dos', 'van', 'von']);
const institutionStart =
  /^(escuela|esc\b|colegio|col\b|liceo|jard[ií]n|sala cuna|instituto|universidad|complejo|centro|cesfam|hospital|posta|fundaci[oó]n|corporaci[oó]n|junta|club|iglesia|parroquia|oficina|departamento|direcci[oó]n|municipalidad|ilustre|servicio|programa|calle|av(enida|da)?\b|pasaje|villa|poblaci[oó]n|plaza|parque|comuna|regi[oó]n|provincia|ciudad|taller|curso|f[- ]?\d|[a-z]-\d)/i;

/** True for the name of a school, an office, a street or the like. */
export function isInstitutionName(value: string): boolean {
  return institutionStart.test(value.trim());
}

function foldedWords(value: string): string[] {
  return value
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '' && !particles.has(word));
}

const shape = /^\p{L}[\p{L}'’.-]*(,?\s+\p{L}[\p{L}'’.-]*){1,6}$/u;

/**
 * True for a text of two to five words, one of them a frequent given name and another a frequent surname or given name, in
 * capitals or not; names of schools, streets and offices are no people.
 */
export function looksLikeName(value: string): boolean {
  const text = value.trim();
  if (!shape.test(text) || isInstitutionName(text)) return false;
  const words = foldedWords(text);
  if (words.length < 2 || words.length > 6) return false;
  const isGiven = words.map((word) => given.has(word));
  const isKnown = words.map((word) => given.has(word) || family.has(word) || isFamilyOfTwo(word));
  const known = isKnown.filter(Boolean).length;
  return isGiven.some(Boolean) && known >= 2 && known >= words.length / 2;
}

function isFamilyOfTwo(word: string): boolean {
  return word.includes('-') && word.split('-').some((part) => family.has(part) || given.has(part));
}

/** True for a single frequent given name or surname. */
export function looksLikeOneName(value: string): boolean {
  const words = foldedWords(value);
  return (
    words.length === 1 &&
    /^\p{L}/u.test(value.trim()) &&
    words.every((word) => given.has(word) || family.has(word))
  );
}

/** True for two to six words with capitals (or all in capitals), of which none begins the name of an institution. */
export function hasNameShape(value: string): boolean {
  const text = value.trim();
  return (
    /^\p{Lu}[\p{L}'’.-]*,?(\s+(de|del|la|las|los|y|da|dos|san))*(\s+\p{Lu}[\p{L}'’.-]*,?(\s+(de|del|la|las|los|y))*){1,5}$/u.test(
      text,
    ) && !isInstitutionName(text)
  );
}

const sentenceWords =
  /(^|\s)(no|si|sí|me|mi|que|muy|es|son|en|a|al|por|con|su|se|le|lo|un|una|más|bien|mal|para|pero|porque|todo|nada|hay|falta|gusta|mucho|ser|tiene)(\s|$)/u;

/** True for two to five words without capitals, none of them one that sentences are made with. */
export function hasSmallNameShape(value: string): boolean {
  const text = value.trim();
  return (
    /^\p{Ll}[\p{Ll}'’-]+,?(\s+(de|del|la|las|los|y))*(\s+\p{Ll}[\p{Ll}'’-]+,?){1,4}$/u.test(text) &&
    !sentenceWords.test(text) &&
    !isInstitutionName(text)
  );
}

/** True where one of the words is a frequent given name. */
export function holdsGivenName(value: string): boolean {
  return foldedWords(value).some((word) => given.has(word));
}
