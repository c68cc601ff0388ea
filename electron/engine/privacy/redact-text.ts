import type { IdentityKind } from '../../../shared/domain/instrument';
import { dash, detailRules, nameRules, perhapsRut } from './detail-patterns';
import { checkDigit } from './rut';

const compiledDetails = detailRules.map((rule) => ({ ...rule, ...compile(rule) }));
const compiledNames = nameRules.map((rule) => ({ ...rule, ...compile(rule) }));
const rutInText = new RegExp(perhapsRut, 'gu');

function compile({ pattern, replacement }: { pattern: string; replacement: string }) {
  return { expression: new RegExp(pattern, 'gu'), javascript: replacement.replace(/\\(\d)/g, '$$$1') };
}

/** The text with RUT, documents, telephones, addresses, links and names replaced by their kind, as `redacted` does in SQL. */
export function redactText(text: string): string {
  let rest = text.replace(rutInText, (match) => (isRut(match) ? '[RUT]' : match));
  for (const { expression, javascript } of [...compiledDetails, ...compiledNames]) {
    rest = rest.replace(expression, javascript);
  }
  return rest;
}

/** The kinds of personal details inside a text. */
export function detailsIn(text: string): IdentityKind[] {
  const kinds = new Set<IdentityKind>();
  let rest = text.replace(rutInText, (match) => {
    if (!isRut(match)) return match;
    kinds.add('rut');
    return '[RUT]';
  });
  for (const { kind, expression, javascript } of [...compiledDetails, ...compiledNames]) {
    const after = rest.replace(expression, javascript);
    if (after !== rest) kinds.add(kind);
    rest = after;
  }
  return [...kinds];
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
