/** Which characters a TrueType font can draw, by code point. */
export type FontCoverage = (codePoint: number) => boolean;

/**
 * Reads the Unicode `cmap` of a TrueType font (formats 4 and 12, OpenType specification 1.9). Throws RangeError when
 * the font has neither.
 */
export function readFontCoverage(font: Uint8Array): FontCoverage {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = Array.from({ length: view.getUint16(4) }, (_, index) => 12 + index * 16);
  const record = tables.find((at) => tagAt(view, at) === 'cmap');
  if (record === undefined) throw new RangeError('the font has no cmap');
  const cmap = view.getUint32(record + 8);
  const subtables = Array.from(
    { length: view.getUint16(cmap + 2) },
    (_, index) => cmap + view.getUint32(cmap + 4 + index * 8 + 4),
  );
  const wide = subtables.find((at) => view.getUint16(at) === 12);
  if (wide !== undefined) return coverageOf(wideRanges(view, wide));
  const narrow = subtables.find((at) => view.getUint16(at) === 4);
  if (narrow !== undefined) return coverageOf(narrowRanges(view, narrow));
  throw new RangeError('the font has no Unicode cmap of format 4 or 12');
}

type Range = { first: number; last: number };

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...Array.from({ length: 4 }, (_, index) => view.getUint8(at + index)));
}

function wideRanges(view: DataView, at: number): Range[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index) => ({
    first: view.getUint32(at + 16 + index * 12),
    last: view.getUint32(at + 20 + index * 12),
  }));
}

function narrowRanges(view: DataView, at: number): Range[] {
  const doubled = view.getUint16(at + 6);
  return Array.from({ length: doubled / 2 }, (_, index) => ({
    first: view.getUint16(at + 16 + doubled + index * 2),
    last: view.getUint16(at + 14 + index * 2),
  })).filter(({ first }) => first !== 0xffff);
}

function coverageOf(ranges: readonly Range[]): FontCoverage {
  return (codePoint) => ranges.some(({ first, last }) => codePoint >= first && codePoint <= last);
}

/** Stands for a character the font cannot draw. */
export const unprintableSign = '□';

/**
 * The text with what the font can draw: white space as spaces, invisible characters left out, and one sign for each
 * run of characters it lacks (a PDF/UA file may hold no character without a glyph).
 */
export function printableText(text: string, covers: FontCoverage): string {
  let printable = '';
  for (const character of text.normalize('NFC')) {
    if (/\p{Control}/u.test(character)) printable += /\s/.test(character) ? ' ' : '';
    else if (covers(character.codePointAt(0) ?? 0)) printable += character;
    else if (/\s/.test(character)) printable += ' ';
    else if (/\p{Default_Ignorable_Code_Point}/u.test(character)) continue;
    else if (!printable.endsWith(unprintableSign)) printable += unprintableSign;
  }
  return printable;
}
