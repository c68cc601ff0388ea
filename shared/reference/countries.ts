import { countryNames } from './country-names';
import { type Entry, type Found, foldKey, foldWords } from './fold';
import { nationalityWords } from './nationality-words';

/** Wordings that several countries share; they stay as written. The codes are those they may mean. */
const ambiguous: readonly (readonly [wording: string, codes: readonly string[]])[] = [
  ['guinea', ['GIN', 'GNB', 'GNQ', 'PNG']],
  ['guineano', ['GIN', 'GNB', 'GNQ']],
  ['guineana', ['GIN', 'GNB', 'GNQ']],
  ['congo', ['COG', 'COD']],
  ['congoleño', ['COG', 'COD']],
  ['congoleña', ['COG', 'COD']],
  ['congolés', ['COG', 'COD']],
  ['congolesa', ['COG', 'COD']],
  ['congolese', ['COG', 'COD']],
  ['corea', ['KOR', 'PRK']],
  ['korea', ['KOR', 'PRK']],
  ['coreano', ['KOR', 'PRK']],
  ['coreana', ['KOR', 'PRK']],
  ['korean', ['KOR', 'PRK']],
  ['guayana', ['GUY', 'GUF']],
  ['guayanés', ['GUY', 'GUF']],
  ['guayanesa', ['GUY', 'GUF']],
  ['islas vírgenes', ['VGB', 'VIR']],
  ['virgin islands', ['VGB', 'VIR']],
  ['san martín', ['MAF', 'SXM']],
  ['saint martin', ['MAF', 'SXM']],
  ['sint maarten', ['MAF', 'SXM']],
];

/** Two letters that are words of their own in an answer, and so no code. */
const notCodes = new Set(['no', 'si', 'na', 'nr', 'ni', 'es', 'se', 'ne', 'sd']);

/** The country's name in Spanish by its alpha-3 code. */
export const countryLabels: ReadonlyMap<string, string> = new Map(
  countryNames.map(([alpha3, , name]) => [alpha3, name]),
);

/** Both genders and both numbers of a word such as "peruano/a", "francés/a" or "belga". */
export function genderForms(word: string): string[] {
  const [first = '', feminine] = word.split('/');
  const singular = feminine === undefined ? [first] : [first, feminineOf(first)];
  return singular.flatMap((form) => [form, /[aeiou]$/u.test(form) ? `${form}s` : `${plainAccents(form)}es`]);
}

function feminineOf(masculine: string): string {
  return masculine.endsWith('o') ? `${masculine.slice(0, -1)}a` : `${plainAccents(masculine)}a`;
}

function plainAccents(text: string): string {
  return text.normalize('NFC').replace(/[áéíóú]/gu, (letter) => letter.normalize('NFD').charAt(0));
}

function split(list: string, by: string): string[] {
  return list.split(by).filter((item) => item !== '');
}

function buildIndex(): { known: Map<string, string>; several: Map<string, readonly string[]> } {
  const several = new Map(ambiguous.map(([wording, codes]) => [foldKey(wording), codes]));
  const known = new Map<string, string>();
  const add = (wording: string, code: string): void => {
    const key = foldKey(wording);
    if (key === '' || several.has(key)) return;
    const before = known.get(key);
    if (before === undefined) known.set(key, code);
    else if (before !== code) several.set(key, [before, code]);
  };
  for (const [code, , name, others] of countryNames)
    for (const wording of [name, ...split(others, '; ')]) add(wording, code);
  for (const [code, demonyms, others] of nationalityWords) {
    for (const word of split(demonyms, ', ')) for (const form of genderForms(word)) add(form, code);
    for (const wording of split(others, '; '))
      for (const form of wording.includes('/') ? genderForms(wording) : [wording]) add(form, code);
  }
  for (const [alpha3] of countryNames) add(alpha3, alpha3);
  for (const [alpha3, alpha2] of countryNames) {
    if (!notCodes.has(alpha2.toLowerCase()) && !known.has(foldKey(alpha2))) add(alpha2, alpha3);
  }
  for (const key of several.keys()) known.delete(key);
  return { known, several };
}

const index = buildIndex();

const frame =
  /^(?:(?:la |el )?(?:republica (?:bolivariana|federativa|oriental|plurinacional|argentina|federal)|republica|rep|estado plurinacional|nacionalidad|pais|ciudadan[oa]|de nacionalidad) (?:de(?:l| la| los)? )?|del? )(?=\S)/u;

/** "Peruano/a", "chilena(o)" and "venezolan@": the ending of the other gender taken off. */
function withoutOtherGender(text: string): string {
  return text
    .trim()
    .replace(/\s*[/(-]\s*(?:[ao]s?)\s*\)?$/iu, '')
    .replace(/@(?=s?$)/u, 'o');
}

/**
 * The country that a wording names or whose people it names, as ISO 3166-1 alpha-3 with its Spanish name: country names in
 * Spanish and English, demonyms of both genders, codes, and spellings usual in Chile. Wordings of several countries are
 * `several`.
 */
export function findCountry(wording: string): Found {
  const texts = [wording, withoutOtherGender(wording)];
  for (const text of texts) {
    const found = look(foldKey(text));
    if (found) return found;
  }
  for (const text of texts) {
    const found = look(foldWords(text).replace(frame, '').replaceAll(' ', ''));
    if (found) return found;
  }
  return { kind: 'none' };
}

function look(key: string): Found | null {
  const codes = index.several.get(key);
  if (codes) return { kind: 'several', entries: codes.map(entry) };
  const code = index.known.get(key);
  return code === undefined ? null : { kind: 'one', entry: entry(code) };
}

function entry(code: string): Entry {
  return { code, label: countryLabels.get(code) ?? code };
}
