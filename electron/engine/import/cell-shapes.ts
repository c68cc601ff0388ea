/** Cheap judgements on the look of one cell, for detection only; the conversion itself is done in SQL. */

const numberShape = /^[+-]?\$?\s?\d{1,3}([.,]\d{3})*([.,]\d+)?\s?%?$|^[+-]?\$?\s?\d+([.,]\d+)?\s?%?$/;
const dateShape =
  /^(\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})([ T]\d{1,2}:\d{2}(:\d{2})?.*)?$/;

/** True for digits with the marks, signs and separators of numbers; not whether they are one. */
export function looksLikeNumber(cell: string): boolean {
  return numberShape.test(cell);
}

/** True for three figures set apart as in a date, whatever their order, with or without an hour. */
export function looksLikeDate(cell: string): boolean {
  return dateShape.test(cell);
}

const degrees = /^-?\d{1,3}\.\d+$/;

/** True for a latitude and a longitude in degrees, both with decimals. */
export function isLocation(latitude: string, longitude: string): boolean {
  const [north, east] = [latitude.trim(), longitude.trim()];
  if (!degrees.test(north) || !degrees.test(east)) return false;
  return Math.abs(Number(north)) <= 90 && Math.abs(Number(east)) <= 180;
}

/** Text without accents, case, punctuation and doubled spaces, for comparing wordings. */
export function foldText(text: string): string {
  return (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      // Bounded: a pattern without end runs out of memory on a cell of millions of signs.
      .replace(/[^\p{L}\p{N}]{1,500}/gu, ' ')
      .replace(/ {2,}/g, ' ')
      .trim()
  );
}

/** Trimmed text with single spaces. */
export function collapseSpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
