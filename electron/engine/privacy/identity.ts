import type { IdentityKind } from '../../../shared/domain/instrument';
import { aboutIt, headers, institution, plainHeader } from './identity-headers';
import { isOrdinary } from './ordinary-words';
import {
  hasNameShape,
  hasSmallNameShape,
  holdsGivenName,
  isInstitutionName,
  looksLikeName,
  looksLikeOneName,
} from './person-name';
import { firstIpe, readRut } from './rut';

export type IdentityFinding = {
  kind: IdentityKind;
  basis: 'header' | 'content' | 'both';
  /** Share of the filled cells whose content looks like it. */
  sharePercent: number;
};

export type CountedText = { value: string; count: number };
type Rule = {
  kind: IdentityKind;
  header: RegExp;
  fits(value: string): boolean;
  /** Share of cells from which the content alone is enough; null when it never is. */
  alone: number | null;
  /** Share of cells that the header needs to be believed. */
  withHeader: number;
};

const streetWords =
  /^(calle|av(da|enida)?|pasaje|psje|pje|camino|villa|poblaci[oó]n|pobl|condominio|parcela|ruta|campamento|block|depto)\b\.?.*\d/i;
const mediaName = /\.(jpe?g|png|heic|gif|m4a|mp3|mp4|wav|amr|3gp?p?|ogg|aac|pdf)(\?.*)?$/i;
const decimals = /^-?\d{1,3}[.,]\d{4,}$/;
const geopoint =
  /^-?\d{1,2}[.,]\d+[,;]?\s+-?\d{1,3}[.,]\d+(\s+-?[\d.,]+){0,2}$|^-?\d{1,2}\.\d{3,},-?\d{1,3}\.\d{3,}$/;
const chileanPhone =
  /^(\(?(\+|00)?56\)?[\s-]?)?\(?0?(9|2)\)?[\s-]?\d{4}[\s-]?\d{4}$|^(\+?56[\s-]?)?[3-7]\d[\s-]?2[\s-]?\d{3}[\s-]?\d{3}$/;
const foreignPhone = /^\+(?:[\s().-]?\d){8,15}$|^0?4(12|14|16|24|26)[\s.-]?\d{3}[\s.-]?\d{4}$/;
const anyPhone = /^\+?(?:[\s().-]*\d){7,15}$/;

const rules: readonly Rule[] = [
  {
    kind: 'email',
    header: headers.email,
    fits: (value) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
    alone: 0.5,
    withHeader: 0.1,
  },
  {
    kind: 'media',
    header: headers.media,
    fits: (value) => mediaName.test(value),
    alone: 0.5,
    withHeader: 0.1,
  },
  {
    kind: 'device',
    header: headers.device,
    fits: (value) => isDevice(value) || (/^[\w:.-]{10,}$/.test(value) && /\d/.test(value)),
    alone: null,
    withHeader: 0.5,
  },
  { kind: 'device', header: /^$/, fits: isDevice, alone: 0.8, withHeader: 1 },
  {
    kind: 'location',
    header: headers.location,
    fits: (value) => geopoint.test(value) || /^-?\d{1,3}([.,]\d{2,})?$/.test(value),
    alone: null,
    withHeader: 0.5,
  },
  { kind: 'location', header: /^$/, fits: (value) => geopoint.test(value), alone: 0.5, withHeader: 1 },
  { kind: 'location', header: /^$/, fits: isPlaceInChile, alone: 0.9, withHeader: 1 },
  {
    kind: 'name',
    header: headers.account,
    fits: (value) =>
      /^@?[\w.]{3,30}$|^(https?:\/\/|www\.)\S+$/.test(value) && !/^(si|no|true|false|\d{1,3})$/i.test(value),
    alone: null,
    withHeader: 0.5,
  },
  {
    kind: 'name',
    header: /^$/,
    fits: (value) => /^@[\w.]{3,30}$|(instagram|facebook|tiktok|twitter|linkedin)\.com\/\S+$/i.test(value),
    alone: 0.5,
    withHeader: 1,
  },
  {
    kind: 'birth-date',
    header: headers.birth,
    fits: (value) =>
      /^\d{1,4}[-/.\s]\d{1,2}[-/.\s]\d{1,4}/.test(value) ||
      /^\d{1,2}[\s-]+(de\s+)?\p{L}{3,10}[\s-]+(de[l]?\s+)?\d{2,4}$/iu.test(value) ||
      /^(19|20)\d{2}((0[1-9]|1[0-2])([0-3]\d)?)?$/.test(value),
    alone: null,
    withHeader: 0.5,
  },
  {
    // A day and a month beside an age are a birth date.
    kind: 'birth-date',
    header: headers.birthPart,
    fits: (value) => /^(0?[1-9]|[12]\d|3[01])$|^\p{L}{3,10}$/u.test(value),
    alone: null,
    withHeader: 0.5,
  },
  {
    kind: 'phone',
    header: headers.phone,
    fits: (value) => chileanPhone.test(value) || foreignPhone.test(value) || anyPhone.test(value),
    alone: null,
    withHeader: 0.3,
  },
  {
    kind: 'passport',
    header: headers.passport,
    fits: (value) => /^(?=.*\d{3})[A-Z]{0,3}[\s-]?[\d.-]{4,15}[A-Z]?$/i.test(value),
    alone: null,
    withHeader: 0.3,
  },
  {
    kind: 'passport',
    header: /^$/,
    fits: (value) => /^[VE]-\d{1,2}\.?\d{3}\.?\d{3}$/i.test(value),
    alone: 0.5,
    withHeader: 1,
  },
  {
    kind: 'address',
    header: headers.address,
    fits: (value) => /\p{L}{3,}.*\d|\d.*\p{L}{3,}/u.test(value),
    alone: null,
    withHeader: 0.2,
  },
  { kind: 'address', header: /^$/, fits: (value) => streetWords.test(value), alone: 0.3, withHeader: 1 },
  {
    kind: 'name',
    header: headers.name,
    fits: (value) =>
      /^\p{L}[\p{L}'’.-]*(,?\s+[\p{L}\d][\p{L}\d'’.-]*){0,6}$/u.test(value) && !isInstitutionName(value),
    alone: null,
    withHeader: 0.5,
  },
  {
    // Headed by who answers, with cells of several words with capitals.
    kind: 'name',
    header: headers.person,
    fits: (value) =>
      /^\p{Lu}[\p{L}'’.-]*,?(\s+(de|del|la|las|los|y))*(\s+\p{Lu}[\p{L}'’.-]*,?){1,5}$/u.test(value) &&
      !isInstitutionName(value) &&
      !isOrdinary(value),
    alone: null,
    withHeader: 0.5,
  },
];

/** Distinct values from which a column headed "name" holds people rather than a short list. */
const fewNames = 3;

/**
 * Looks for a personal detail in a column, by its header and by what its cells look like. `values` are distinct
 * values with their counts (all of them, or the most frequent).
 */
export function findIdentity(header: string, values: readonly CountedText[]): IdentityFinding | null {
  const filled = values.reduce((sum, { count }) => sum + count, 0);
  if (filled === 0) return null;
  const words = plainHeader(header);
  const share = (fits: (value: string) => boolean): number =>
    values.reduce((sum, { value, count }) => sum + (fits(value.trim()) ? count : 0), 0) / filled;

  const rut = findRut(words, values.length, share);
  if (rut) return rut;
  const isFewNames = values.length <= fewNames && filled > values.length;
  for (const { kind, header: pattern, fits: isFit, alone, withHeader } of rules) {
    if (kind === 'name' && isFewNames && !areFewPeople(words, pattern, values)) continue;
    const isHeaded = pattern.test(words) && words !== '' && !isAboutSomethingElse(kind, words);
    if (!isHeaded && alone === null) continue;
    const fits = share(isFit);
    const isAlone = alone !== null && fits >= alone;
    if (isHeaded && fits >= withHeader) {
      return { kind, basis: isAlone || alone === null ? 'both' : 'header', sharePercent: percent(fits) };
    }
    if (isAlone) return { kind, basis: 'content', sharePercent: percent(fits) };
  }
  return findByContent(words, values, filled, share);
}

/** A short list under a header that asks for a person, each answer with the shape of a name and one with a frequent one. */
function areFewPeople(words: string, header: RegExp, values: readonly CountedText[]): boolean {
  const asks =
    header === headers.person ||
    /apellido|nombre.*(nna|nin[oa]|alumn|estudiante|apoderad|completo|social|profesor)/.test(words);
  return (
    asks &&
    values.every(
      ({ value }) => hasNameShape(value) || (header !== headers.person && looksLikeOneName(value)),
    ) &&
    values.some(({ value }) => holdsGivenName(value) || looksLikeName(value) || looksLikeOneName(value))
  );
}

function isAboutSomethingElse(kind: IdentityKind, words: string): boolean {
  if (kind === 'name') return institution.test(words);
  if (kind === 'birth-date') return /lugar|pais|comuna|ciudad|region/.test(words);
  return aboutIt.test(words) && kind !== 'media';
}

/** Telephones and names that no header tells of. */
function findByContent(
  words: string,
  values: readonly CountedText[],
  filled: number,
  share: (fits: (value: string) => boolean) => number,
): IdentityFinding | null {
  const phones = share((value) => chileanPhone.test(value) || foreignPhone.test(value));
  const written = share(
    (value) => (chileanPhone.test(value) && /[+\s-]/.test(value)) || foreignPhone.test(value),
  );
  const bare = share((value) => /^(56)?9\d{8}$/.test(value));
  const isVaried = values.length >= Math.min(3, filled) && values.length > filled / 3;
  if ((phones >= 0.8 && written >= 0.2) || (bare >= 0.9 && isVaried)) {
    return { kind: 'phone', basis: 'content', sharePercent: percent(phones) };
  }
  if (institution.test(words)) return null;
  if (values.length <= fewNames) {
    const named = share((value) => hasNameShape(value) && looksLikeName(value));
    const isFew = values.length > 1 && named >= 0.3 && share(hasNameShape) === 1;
    return isFew ? { kind: 'name', basis: 'content', sharePercent: percent(named) } : null;
  }
  const whole = share(looksLikeName);
  const single = share(looksLikeOneName);
  // Names that are in no list stand among some that are.
  const shaped = values.length > filled / 2 ? share(hasNameShape) : 0;
  const isShaped = shaped >= 0.85 && share(holdsGivenName) >= 0.2;
  const small = values.length > filled / 2 ? share(hasSmallNameShape) : 0;
  const isSmall = small >= 0.9 && share(holdsGivenName) >= (headers.person.test(words) ? 0.1 : 0.3);
  const isNamed =
    isShaped ||
    isSmall ||
    whole >= 0.5 ||
    (single >= 0.7 && values.length >= 5 && !/comuna|ciudad|apodo/.test(words));
  return isNamed
    ? {
        kind: 'name',
        basis: 'content',
        sharePercent: percent(Math.max(whole, single, isShaped ? shaped : 0, isSmall ? small : 0)),
      }
    : null;
}

function isDevice(value: string): boolean {
  if (/^\d{15}$/.test(value)) return isLuhn(value);
  const parts = value.split('.');
  if (parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return true;
  return /^collect:\w{8,}$|^ee\.\w+:\w{8,}$|^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i.test(value);
}

/** The check digit of IMEI (ISO/IEC 7812, Annex B). */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Latitudes or longitudes of continental Chile with four decimals or more, which tell a house. */
function isPlaceInChile(value: string): boolean {
  if (!decimals.test(value)) return false;
  const degrees = Number(value.replace(',', '.'));
  return (degrees < -17.4 && degrees > -56.1) || (degrees < -66.3 && degrees > -76);
}

function findRut(
  words: string,
  distinct: number,
  share: (fits: (value: string) => boolean) => number,
): IdentityFinding | null {
  const hasHeader = headers.rut.test(words);
  // One check digit in eleven fits by chance, so bare numbers need nearly all of them to fit.
  const valid = share((value) => readRut(value)?.isValid === true);
  const marked = share(
    (value) =>
      /\d.*[-\u2010-\u2015\u2212]\s*[\dkK]\s*$|[kK]$|^\D*\d{1,3}[.,\s]\d{3}[.,\s]\d{3}/.test(value) &&
      readRut(value) !== null,
  );
  const isBareEnough = valid >= 0.9 && distinct >= 4;
  const isContent = valid >= 0.7 ? marked >= 0.3 || isBareEnough : valid >= 0.15 && marked >= valid;
  const bodies =
    hasHeader && !aboutIt.test(words) ? share((value) => /^\d{1,2}[.,]?\d{3}[.,]?\d{3}$/.test(value)) : 0;
  if (!isContent && !(hasHeader && (marked >= 0.3 || valid >= 0.3 || bodies >= 0.5))) return null;
  const ipe = share((value) => (readRut(value)?.body ?? 0) >= firstIpe);
  const fits = Math.max(valid, bodies);
  return {
    kind: ipe > 0.5 ? 'ipe' : 'rut',
    basis: hasHeader ? (isContent ? 'both' : 'header') : 'content',
    sharePercent: percent(fits),
  };
}

function percent(share: number): number {
  return Math.round(share * 1000) / 10;
}
