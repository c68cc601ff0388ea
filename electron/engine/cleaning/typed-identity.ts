import { detailsIn } from '../privacy/redact-text';
import { readRut } from '../privacy/rut';

const numbers = /\d{1,3}(?:\.?\d{3}){2}\s?-?\s?[\dkK](?![\dkK])/g;
const address = /[^\s@]+@[^\s@]+\.[^\s@]+/;
const phone = /(\+?56[\s-]?)?9[\s-]?\d{4}[\s-]?\d{4}(?!\d)/;

/** True where a typed text holds a RUT, RUN or IPE, an e-mail address or a mobile phone number. */
export function holdsIdentity(text: string): boolean {
  if (address.test(text) || phone.test(text)) return true;
  return [...text.matchAll(numbers)].some(([written]) => readRut(written)?.isValid === true);
}

/** True where a typed text holds one of those, an address or the name of a person. */
export function tellsOfSomebody(text: string): boolean {
  // A link or an account in a reason is where it comes from.
  return holdsIdentity(text) || detailsIn(text).some((kind) => kind !== 'media');
}
