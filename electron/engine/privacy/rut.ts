/** Chile's RUT and RUN, and the IPE of pupils without RUN: a number and a check digit. */

const announced =
  /^(?:n[°º.ro]*\s*)?(?:r\.?u\.?[nt]\.?|ipe|c\.?i\.?|c[eé]dula)\s*(?:n[°º.]*)?\s*[:.]?\s*(?=\d)/i;
const separators = "[\\s.,'\u00B7\u00A0\u202F]";
const dashes = '[-\u00AD\u2010-\u2015\u2212_]';
const written = new RegExp(
  `^0{0,4}(\\d{1,3}(?:${separators}?\\d{3}){1,2}|\\d{6,9})\\s*${dashes}?\\s*([\\dkK])$`,
  'u',
);

/** First number given as an IPE. */
export const firstIpe = 100_000_000;
/** No living person has a lower number; codes of schools (RBD) have the same check digit and do. */
const lowestBody = 100_000;

/** The check digit: weights 2 to 7 from the right, 11 less the sum modulo 11; 11 is 0 and 10 is K. */
export function checkDigit(body: number): string {
  let sum = 0;
  let weight = 2;
  for (let rest = body; rest > 0; rest = Math.floor(rest / 10)) {
    sum += (rest % 10) * weight;
    weight = weight === 7 ? 2 : weight + 1;
  }
  const digit = 11 - (sum % 11);
  return digit === 11 ? '0' : digit === 10 ? 'K' : String(digit);
}

/**
 * Reads a RUT, RUN or IPE however it is written: with points, commas, spaces or nothing between the digits, any hyphen or
 * none, zeros before it, `RUN:` before it; null when the text has not that form.
 */
export function readRut(text: string): { body: number; digit: string; isValid: boolean } | null {
  const match = written.exec(text.trim().replace(announced, ''));
  if (!match) return null;
  const body = Number((match[1] ?? '').replace(/\D/g, ''));
  if (body < lowestBody) return null;
  const digit = (match[2] ?? '').toUpperCase();
  return { body, digit, isValid: checkDigit(body) === digit };
}
