/** What the format code of a cell says its number is. */
export type NumberFormat =
  | { kind: 'plain'; unit: string | null }
  | { kind: 'date' | 'datetime' | 'time' | 'duration' }
  | { kind: 'percent' }
  /** Digits are shown with leading zeros or signs between them, as codes are: `00000`, `00"."000"."000"-"0`. */
  | { kind: 'mask'; pieces: readonly MaskPiece[] };

type MaskPiece = { isDigit: true; isNeeded: boolean } | { isDigit: false; text: string };

export const plainFormat: NumberFormat = { kind: 'plain', unit: null };

/** Format codes that files name by number alone (ECMA-376, 18.8.30), as far as they are not plain numbers. */
const builtIn: Readonly<Record<number, NumberFormat>> = {
  9: { kind: 'percent' },
  10: { kind: 'percent' },
  14: { kind: 'date' },
  15: { kind: 'date' },
  16: { kind: 'date' },
  17: { kind: 'date' },
  18: { kind: 'time' },
  19: { kind: 'time' },
  20: { kind: 'time' },
  21: { kind: 'time' },
  22: { kind: 'datetime' },
  45: { kind: 'time' },
  46: { kind: 'duration' },
  47: { kind: 'time' },
};
const currencyNumbers = [5, 6, 7, 8, 42, 44];
/** Dates of East Asian calendars. */
const asianDates = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

/** The format with one of the numbers that need no code in the file. */
export function builtInFormat(id: number): NumberFormat {
  if (currencyNumbers.includes(id)) return { kind: 'plain', unit: '$' };
  if (asianDates.includes(id)) return { kind: 'date' };
  return builtIn[id] ?? plainFormat;
}

type Token = { kind: 'literal' | 'code'; text: string };

/** The first section of a format code as literal text and code letters; colours and conditions are left out. */
function tokens(code: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < code.length; at += 1) {
    const letter = code[at] ?? '';
    if (letter === ';') break;
    if (letter === '"') {
      const end = code.indexOf('"', at + 1);
      const stop = end < 0 ? code.length : end;
      found.push({ kind: 'literal', text: code.slice(at + 1, stop) });
      at = stop;
    } else if (letter === '\\') {
      found.push({ kind: 'literal', text: code[at + 1] ?? '' });
      at += 1;
    } else if (letter === '_' || letter === '*') {
      at += 1;
    } else if (letter === '[') {
      const end = code.indexOf(']', at);
      const stop = end < 0 ? code.length : end;
      const inside = code.slice(at + 1, stop);
      const currency = /^\$([^-]*)(?:-|$)/.exec(inside);
      if (currency) found.push({ kind: 'literal', text: currency[1] ?? '' });
      else if (/^(h+|m+|s+)$/i.test(inside)) found.push({ kind: 'code', text: `[${inside.toLowerCase()}]` });
      at = stop;
    } else found.push({ kind: 'code', text: letter });
  }
  return found;
}

/** Reads a format code as Excel writes it, such as `[$-340A]dd-mm-yyyy;@`. */
export function readFormatCode(code: string): NumberFormat {
  const parts = tokens(code);
  const letters = parts
    .filter(({ kind }) => kind === 'code')
    .map(({ text }) => text)
    .join('');
  if (/^(general|estándar|@)?$/i.test(letters.trim())) return { kind: 'plain', unit: unitOf(parts) };
  const isNumber = /[0#?]/.test(letters.replace(/s[.,]0+/gi, ''));
  if (!isNumber && /[dmyhsbga]/i.test(letters.replace(/general/gi, '')))
    return dateFormat(letters.toLowerCase());
  if (letters.includes('%')) return { kind: 'percent' };
  const mask = maskOf(parts);
  return mask ? { kind: 'mask', pieces: mask } : { kind: 'plain', unit: unitOf(parts) };
}

function dateFormat(letters: string): NumberFormat {
  if (/\[(h+|m+|s+)\]/.test(letters)) return { kind: 'duration' };
  const bare = letters.replace(/am\/pm|a\/p/g, '');
  const hasTime = /[hs]/.test(bare) || bare !== letters;
  const hasDay = /[dyebg]/.test(bare) || (/m/.test(bare) && !hasTime);
  if (hasDay) return { kind: hasTime ? 'datetime' : 'date' };
  return { kind: 'time' };
}

/** A sign or short word beside the number: `$`, `€`, `UF`, `años`. */
function unitOf(parts: readonly Token[]): string | null {
  const literal = parts
    .map(({ kind, text }) => (kind === 'literal' || /[$€£¥]/.test(text) ? text : ' '))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  return literal !== '' && literal.length <= 12 && /[\p{L}\p{Sc}°%‰]/u.test(literal) ? literal : null;
}

function maskOf(parts: readonly Token[]): MaskPiece[] | null {
  const isDigit = ({ kind, text }: Token): boolean => kind === 'code' && /[0#?]/.test(text);
  const first = parts.findIndex(isDigit);
  const last = parts.findLastIndex(isDigit);
  if (first < 0) return null;
  const inner = parts.slice(first, last + 1);
  const separators = inner.filter((part) => !isDigit(part));
  if (separators.some(({ kind, text }) => kind === 'code' && !/[-+()/ :]/.test(text))) return null;
  const slashes = separators.some(({ kind, text }) => kind === 'code' && text === '/');
  if (slashes) return null;
  const needed = inner.filter((part) => part.text === '0').length;
  const isCode = separators.some(({ text }) => text.trim() !== '') || needed >= 2;
  if (!isCode) return null;
  // Signs before the first digit, such as "+56 ", belong to a code; words are its unit and are not part of it.
  const lead = parts.slice(0, first).filter(({ text }) => /^[-+()0-9 .]*$/.test(text));
  return [...lead, ...inner].map((part) =>
    isDigit(part) ? { isDigit: true, isNeeded: part.text === '0' } : { isDigit: false, text: part.text },
  );
}

/** A whole number as its mask shows it; null where the mask does not fit the number. */
export function maskedText(digits: string, pieces: readonly MaskPiece[]): string | null {
  if (!/^[0-9]+$/.test(digits)) return null;
  let rest = digits === '0' ? '' : digits;
  const shown: string[] = [];
  const firstDigit = pieces.findIndex((piece) => piece.isDigit);
  for (let at = pieces.length - 1; at >= 0; at -= 1) {
    const piece = pieces[at];
    if (!piece) continue;
    if (!piece.isDigit) {
      const isInside = at > firstDigit;
      const isShown =
        !isInside || rest !== '' || pieces.slice(0, at).some((left) => left.isDigit && left.isNeeded);
      if (isShown) shown.unshift(piece.text);
    } else if (at === firstDigit) {
      shown.unshift(rest === '' ? (piece.isNeeded ? '0' : '') : rest);
      rest = '';
    } else if (rest !== '') {
      shown.unshift(rest.slice(-1));
      rest = rest.slice(0, -1);
    } else if (piece.isNeeded) shown.unshift('0');
  }
  return shown.join('').trim();
}
