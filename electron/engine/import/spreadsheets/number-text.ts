const plain = /^-?(?:0|[1-9][0-9]{0,14}|(?:0|[1-9][0-9]{0,6})\.[0-9]{0,7}[1-9])$/;
const wholeNumber = /^-?[1-9][0-9]*$/;

/**
 * A stored number with a decimal point and all the digits it needs to be the same double again, never in scientific
 * form; whole numbers of more digits than a double holds stay as they were stored. Null for what is no finite number.
 */
export function numberText(stored: string): string | null {
  if (plain.test(stored) && stored !== '-0') return stored;
  const text = stored.trim();
  if (text === '') return null;
  if (wholeNumber.test(text)) return text;
  if (!/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text)) return null;
  const value = Number(text);
  return Number.isFinite(value) ? plainDigits(value) : null;
}

/** The shortest decimal that reads back as the same double, without an exponent. */
export function plainDigits(value: number): string {
  if (value === 0) return '0';
  const text = String(value);
  const mark = text.indexOf('e');
  if (mark < 0) return text;
  return shiftPoint(text.slice(0, mark), Number(text.slice(mark + 1)));
}

/** A decimal text times ten to the power of `places`, digit by digit. */
export function shiftPoint(text: string, places: number): string {
  const sign = text.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = text.slice(sign.length).split('.');
  const point = whole.length + places;
  const digits = whole + fraction;
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const cut = Math.max(point, 1);
  const before = padded.slice(0, cut).replace(/^0+(?=[0-9])/, '');
  const after = padded.slice(cut).replace(/0+$/, '');
  const shifted = after === '' ? before : `${before}.${after}`;
  return shifted === '0' ? shifted : sign + shifted;
}
