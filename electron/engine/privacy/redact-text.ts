import type { IdentityKind } from '../../../shared/domain/instrument';
import {
  type DetailRule,
  dash,
  detailRules,
  detailsGate,
  knownNames,
  leftMarks,
  nameMarks,
  nameRules,
  namesGate,
  perhapsRut,
  textTokens,
} from './detail-patterns';
import { gluedGate, gluedRules, initialRules } from './glued-details';
import { shielded, withoutLoneNames, withoutQuantities, withoutShields } from './ordinary-words';
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
const givenWords = new RegExp(knownNames.given, 'gu');
const familyWords = new RegExp(knownNames.family, 'gu');
const namesExpression = new RegExp(namesGate, 'u');
const anyMark = new RegExp(leftMarks, 'gu');
const rutInText = new RegExp(perhapsRut, 'gu');

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function marked(text: string): string {
  const folded = fold(text);
  const given = new Set(folded.match(givenWords));
  const family = new Set(folded.match(familyWords));
  return text.replace(tokens, (token) => {
    const word = fold(token);
    if (given.has(word)) return `${nameMarks.given}${token}${nameMarks.end}`;
    return family.has(word) ? `${nameMarks.family}${token}${nameMarks.end}` : token;
  });
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
  if (namesExpression.test(fold(text))) {
    let named = shielded(text);
    for (const { expression, javascript } of initials) named = named.replace(expression, javascript);
    named = marked(named);
    for (const { expression, javascript } of names) named = named.replace(expression, javascript);
    take('name', withoutShields(withoutLoneNames(named.replace(anyMark, ''))));
  }
  if (!detailsExpression.test(text)) return { rest, kinds };
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
