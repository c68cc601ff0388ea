import type { IdentityKind } from '../../../shared/domain/instrument';
import {
  type DetailRule,
  dash,
  detailRules,
  detailsGate,
  leftMarks,
  nameMarks,
  nameRules,
  nameShapes,
  perhapsRut,
} from './detail-patterns';
import { knowsPeople, withoutPeople } from './file-people';
import { gluedGate, gluedRules, initialRules } from './glued-details';
import { withoutJoinedNames } from './joined-names';
import {
  shielded,
  withoutLoneNames,
  withoutQuantities,
  withoutShields,
  withoutUnknownSurnames,
} from './ordinary-words';
import { checkDigit } from './rut';
import { hints, hintsOf } from './word-hints';

const compiled = (rules: readonly DetailRule[]) =>
  rules.map(({ kind, needs, pattern, replacement }) => ({
    kind,
    needs,
    expression: new RegExp(pattern, 'gu'),
    javascript: replacement.replace(/\\(\d)/g, '$$$1'),
  }));
const details = compiled([...gluedRules, ...detailRules]);
const detailsExpression = new RegExp(`${detailsGate}|${gluedGate}`, 'u');
const initials = compiled(initialRules);
const names = compiled(nameRules);
const nameShape = new RegExp(nameShapes, 'u');
const mayHaveShape = /[._,]|\p{Lu}\s*$/u;
const word = /\p{L}+/gu;
const anyMark = new RegExp(leftMarks, 'gu');
const rutInText = new RegExp(perhapsRut, 'gu');

function marked(text: string): string {
  return text.replace(word, (token) => {
    const found = hintsOf(token);
    if (found & hints.given) return `${nameMarks.given}${token}${nameMarks.end}`;
    return found & hints.family ? `${nameMarks.family}${token}${nameMarks.end}` : token;
  });
}

/** The hints of all words, and whether there is a given name, a word that announces one with a capital after it, or the shape of a name. */
function readWords(text: string): { found: number; mayName: boolean } {
  let found = 0;
  let isNamed = false;
  for (const token of text.match(word) ?? []) {
    const own = hintsOf(token);
    if (own & hints.capital && found & hints.announcer) isNamed = true;
    found |= own;
  }
  const mayName =
    isNamed ||
    (found & (hints.given | hints.self)) !== 0 ||
    (mayHaveShape.test(text) && nameShape.test(text));
  return { found, mayName };
}

/** The text with RUT, documents, telephones, addresses, links and names replaced by their kind, as `redacted` does in SQL. */
export function redactText(text: string): string {
  return search(text).rest;
}

/** The kinds of personal details inside a text. */
export function detailsIn(text: string): IdentityKind[] {
  return [...search(text).kinds];
}

function search(text: string): { rest: string; kinds: Set<IdentityKind> } {
  const kinds = new Set<IdentityKind>();
  let rest = text;
  const take = (kind: IdentityKind, after: string): void => {
    if (after !== rest) kinds.add(kind);
    rest = after;
  };
  const { found: said, mayName } = readWords(text);
  if (mayName || knowsPeople()) {
    let named = withoutPeople(shielded(withoutJoinedNames(text)));
    for (const { expression, javascript } of initials) named = named.replace(expression, javascript);
    named = marked(named);
    for (const { expression, javascript } of names) named = named.replace(expression, javascript);
    take('name', withoutShields(withoutLoneNames(withoutUnknownSurnames(named.replace(anyMark, '')))));
  }
  if (!detailsExpression.test(rest)) return { rest, kinds };
  take(
    'rut',
    rest.replace(rutInText, (match) => (isRut(match) ? '[RUT]' : match)),
  );
  rest = withoutQuantities(rest);
  let found = said | (kinds.has('rut') ? hints.rut : 0);
  let digits = rest.match(digit)?.length ?? 0;
  const isLinked = /[@/]|www|tik|ig|insta|face|fb|snap|tele|twit/i.test(rest);
  const isMail = (found & hints.mail) !== 0 || rest.includes('@');
  const isGlued = digits > 0 && glued.test(rest);
  for (const { kind, needs, expression, javascript } of details) {
    if (digits < (digitsNeeded[kind] ?? 0)) continue;
    if ((kind === 'email' && !isMail) || (kind === 'media' && !isLinked)) continue;
    if (needs !== undefined && (needs === 'glued' ? !isGlued : (found & hints[needs]) === 0)) continue;
    const after = rest.replace(expression, javascript);
    if (after === rest) continue;
    take(kind, after);
    found |= echoes[kind] ?? 0;
    digits = rest.match(digit)?.length ?? 0;
  }
  rest = withoutShields(rest);
  return { rest, kinds };
}

const digit = /\d/g;
/** A digit beside a letter, or a check digit K beside one. */
const glued = new RegExp(`\\p{L}\\d|\\d\\p{L}|${dash}[kK]\\p{L}`, 'u');
/** What is written in place of a detail announces the next one: "[teléfono] y 2345678". */
const echoes: Partial<Record<IdentityKind, number>> = {
  rut: hints.rut,
  passport: hints.document,
  phone: hints.telephone,
  address: hints.home,
};
/** Digits that the rules of a kind ask for. */
const digitsNeeded: Partial<Record<IdentityKind, number>> = {
  rut: 2,
  passport: 2,
  phone: 7,
  address: 1,
  'birth-date': 2,
  location: 2,
};

const separators = new RegExp(`[\\s.,'\u00B7\u00A0\u202F]|${dash}`, 'gu');

/** Whether digits found in a text are a RUT, RUN or IPE: the check digit fits, and it is no round amount. */
function isRut(match: string): boolean {
  const bare = match.replace(separators, '').replace(/^0+/, '').toUpperCase();
  if (!/^\d{7,9}[\dK]$/.test(bare)) return false;
  const body = Number(bare.slice(0, -1));
  return checkDigit(body) === bare.slice(-1) && !(bare.endsWith('000') && !new RegExp(dash, 'u').test(match));
}

/** The name of a file or a sheet with personal details replaced; underscores count as spaces where any were found. */
export function redactFileName(name: string): string {
  const spaced = name.replaceAll('_', ' ');
  const safe = redactText(spaced);
  return safe === spaced ? name : safe;
}
