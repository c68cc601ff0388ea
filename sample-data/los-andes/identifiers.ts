/** Check digit of a RUN, RUT, IPE or RBD: weights 2 to 7 from the right, 11 - (sum mod 11), 11 is 0, 10 is K. */
export function checkDigit(number: number): string {
  let sum = 0;
  let weight = 2;
  for (let rest = number; rest > 0; rest = Math.floor(rest / 10)) {
    sum += (rest % 10) * weight;
    weight = weight === 7 ? 2 : weight + 1;
  }
  const digit = 11 - (sum % 11);
  if (digit === 11) return '0';
  return digit === 10 ? 'K' : String(digit);
}

/** `12345678` becomes `12.345.678`. */
export function withThousandsPoint(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** The one form in which two spellings of an identifier can be compared: digits and a capital K, nothing else. */
export function normaliseIdentifier(written: string): string {
  return written.replace(/[^0-9kK]/g, '').toUpperCase();
}
