/** Text without accents, case and punctuation, words one space apart; ñ becomes n. */
export function foldWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** As `foldWords`, without the spaces: "Llay-Llay", "LLAY LLAY" and "Llayllay" are one key. */
export function foldKey(text: string): string {
  return foldWords(text).replaceAll(' ', '');
}

/** A list entry found for a wording: its code and how it is shown. */
export type Entry = { code: string; label: string };
/** What a list says of a wording: one entry; several it may mean; or nothing. */
export type Found = { kind: 'one'; entry: Entry } | { kind: 'several'; entries: Entry[] } | { kind: 'none' };
