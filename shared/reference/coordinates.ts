const point =
  /^\s*[([]?\s*(-?\d{1,2}(?:[.,]\d+)?)\s*(?:[,;]\s*|\s+)(-?\d{1,3}(?:[.,]\d+)?)(?:(?:[,;]\s*|\s+)-?\d+(?:[.,]\d+)?){0,2}\s*[)\]]?\s*$/u;

/**
 * True for a latitude and a longitude in degrees, with decimals, in one cell: "-33.45, -70.66", "-33,45 -70,66", and the four
 * figures of a form (latitude, longitude, altitude, accuracy).
 */
export function isCoordinates(wording: string): boolean {
  const match = point.exec(wording);
  if (!match?.[1] || !match[2]) return false;
  if (!/[.,]\d{2,}/.test(match[1]) || !/[.,]\d{2,}/.test(match[2])) return false;
  return (
    Math.abs(Number(match[1].replace(',', '.'))) <= 90 && Math.abs(Number(match[2].replace(',', '.'))) <= 180
  );
}
