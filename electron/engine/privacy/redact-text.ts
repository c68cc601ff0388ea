import type { IdentityKind } from '../../../shared/domain/instrument';
import {
  announcers,
  type DetailRule,
  dash,
  detailRules,
  detailsGate,
  leftMarks,
  nameMarks,
  nameRules,
  nameShapes,
  perhapsRut,
  textTokens,
} from './detail-patterns';
import { gluedGate, gluedRules, initialRules } from './glued-details';
import { withoutJoinedNames } from './joined-names';
import { isGivenName, isSurname } from './name-words';
import {
  shielded,
  withoutLoneNames,
  withoutQuantities,
  withoutShields,
  withoutUnknownSurnames,
} from './ordinary-words';
import { checkDigit } from './rut';

const compiled = (rules: readonly DetailRule[]) =>
  rules.map(({ kind, pattern, replacement }) => ({
    kind,
    expression: new RegExp(pattern, 'gu'),
    javascript: replacement.replace(/\\(\d)/g, '$$$1'),
  }));
const details = compiled([...gluedRules, ...detailRules]);
const detailsExpression = new RegExp(`${detailsGate}|${gluedGate}`, 'u');
const initials = compiled(initialRules);
const names = compiled(nameRules);
const tokens = new RegExp(textTokens, 'gu');
const foldedWord = /[a-z]+/g;
const announced = new RegExp(announcers);
const nameShape = new RegExp(nameShapes, 'u');
const anyMark = new RegExp(leftMarks, 'gu');
const rutInText = new RegExp(perhapsRut, 'gu');

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function marked(text: string): string {
  return text.replace(tokens, (token) => {
    if (token.length < 2) return token;
    const word = fold(token);
    if (isGivenName(word)) return `${nameMarks.given}${token}${nameMarks.end}`;
    return isSurname(word) ? `${nameMarks.family}${token}${nameMarks.end}` : token;
  });
}

/** Whether a text has a word that is a given name, one that announces a name, or the shape of one. */
function mayName(text: string): boolean {
  const folded = fold(text);
  for (const [word] of folded.matchAll(foldedWord)) if (isGivenName(word)) return true;
  return announced.test(folded) || nameShape.test(text);
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
  if (mayName(text)) {
    let named = shielded(withoutJoinedNames(text));
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
  for (const { kind, expression, javascript } of details) take(kind, rest.replace(expression, javascript));
  rest = withoutShields(rest);
  return { rest, kinds };
}

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
