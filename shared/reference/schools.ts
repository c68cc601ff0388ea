import type { Found } from './fold';

/** The check digit of a number by weights 2 to 7 from the right: 0 to 9 or K. */
export function checkDigit(body: string): string {
  const sum = [...body]
    .reverse()
    .reduce((total, digit, place) => total + Number(digit) * (2 + (place % 6)), 0);
  const rest = 11 - (sum % 11);
  return rest === 11 ? '0' : rest === 10 ? 'K' : String(rest);
}

/**
 * The RBD that a wording gives, as its number without leading zeros and check digit: "000405-7", "0405-7" and "405" are 405. A
 * check digit that does not belong to the number is not read, since one of the two is wrong.
 */
export function findRbd(wording: string): Found {
  const match =
    /^\s*(?:rbd\s*(?:n[°º.]?)?\s*[:.]?\s*)?0*(\d{1,3}(?:\.\d{3})|\d{1,5})(?:\s*[-–]\s*([\dkK]))?\s*$/iu.exec(
      wording,
    );
  const code = match?.[1]?.replace('.', '');
  if (!match || code === undefined || Number(code) === 0) return { kind: 'none' };
  const digit = match[2]?.toUpperCase();
  if (digit !== undefined && digit !== checkDigit(code)) return { kind: 'none' };
  return { kind: 'one', entry: { code, label: code } };
}
