/** Chile's RUT and RUN, and the IPE of pupils without RUN: a number and a check digit. */

const written = /^(\d{1,3}(?:\.?\d{3}){2}|\d{6,9})\s?-?\s?([\dkK])$/;

/** First number given as an IPE. */
export const firstIpe = 100_000_000;

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

/** Reads a RUT, RUN or IPE however it is written; null when the text has not that form. */
export function readRut(text: string): { body: number; digit: string; isValid: boolean } | null {
  const match = written.exec(text.trim());
  if (!match) return null;
  const body = Number((match[1] ?? '').replaceAll('.', ''));
  const digit = (match[2] ?? '').toUpperCase();
  return { body, digit, isValid: checkDigit(body) === digit };
}
