import { announcers, selfAnnouncers } from './detail-patterns';
import { isGivenName, isSurname } from './name-words';

/** What a word may be part of, as bits; the rules that need such a word are not tried without it. */
export const hints = {
  given: 1,
  family: 2,
  announcer: 4,
  self: 8,
  mail: 16,
  account: 32,
  birth: 64,
  rut: 128,
  document: 256,
  telephone: 512,
  home: 1024,
  street: 2048,
  flat: 4096,
  capital: 8192,
} as const;
export type Hint = keyof typeof hints;

const patterns: readonly (readonly [hint: Hint, pattern: RegExp])[] = [
  ['announcer', new RegExp(`^(?:${announcers}|asistente|trabajador\\w*)$`)],
  ['self', new RegExp(`^${selfAnnouncers}$`)],
  ['mail', /arroba|^at$/],
  ['account', /^ig|ig$|insta|face|fb|tik|snap|telegram|twitter/],
  ['birth', /nac|cumple|^f$/],
  ['rut', /rut|run|ipe|rol/],
  [
    'document',
    /pasap|passp|dni|cedula|carne|^c$|ci$|documento|identificacion|visa|ppt|ptp|pep|permiso|curp|cuil|cpf/,
  ],
  ['telephone', /fono|cel|tel|what|wsp|wasap|llam|contacto|numero|nro/],
  ['home', /viv|domicilio|direccion|resid/],
  ['street', /calle|av|pasaje|psje|pje|camino|villa|pobl|condominio|campamento|toma|ruta|parcela/],
  ['flat', /depto|dpto|departamento|block|torre|manzana|mz|sitio|lote|casa|piso|of|villa|pobl/],
];

const ascii = /^[\p{ASCII}]*$/u;

/** A word or text without accents and in lower case. */
export function fold(text: string): string {
  return ascii.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words seen before, with their hints: a few thousand make up nearly all answers. */
const known = new Map<string, number>();
const wordsKept = 20_000;

/** The hints of a word, as the sum of their bits. */
export function hintsOf(word: string): number {
  const seen = known.get(word);
  if (seen !== undefined) return seen;
  const judged = judge(word);
  if (known.size >= wordsKept) known.clear();
  known.set(word, judged);
  return judged;
}

const isCapital = /^\p{Lu}/u;

function judge(word: string): number {
  const folded = fold(word);
  let sum = isCapital.test(word) ? hints.capital : 0;
  if (folded.length > 1) {
    if (isGivenName(folded)) sum |= hints.given;
    else if (isSurname(folded)) sum |= hints.family;
  }
  for (const [hint, pattern] of patterns) if (pattern.test(folded)) sum |= hints[hint];
  return sum;
}
