const months = [
  ['enero', 'ene', 'jan', 'january'],
  ['febrero', 'feb', 'february'],
  ['marzo', 'mar', 'march'],
  ['abril', 'abr', 'apr', 'april'],
  ['mayo', 'may'],
  ['junio', 'jun', 'june'],
  ['julio', 'jul', 'july'],
  ['agosto', 'ago', 'aug', 'august'],
  ['septiembre', 'setiembre', 'sep', 'sept', 'set', 'september'],
  ['octubre', 'oct', 'october'],
  ['noviembre', 'nov', 'november'],
  ['diciembre', 'dic', 'dec', 'december'],
];

/**
 * A birth date however it was written, as `yyyy-mm-dd`: day first unless the year is, month and day exchanged only where no
 * other reading exists, two-digit years not after `year`. Null for what is no day.
 */
export function readBirthDate(text: string, year: number): string | null {
  const pieces = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/t?\d{1,2}:\d{2}.*$/, '')
    .split(/[^a-z0-9]+/)
    .filter((piece) => piece !== '' && piece !== 'de' && piece !== 'del');
  if (pieces.length !== 3) return null;
  const numbers = pieces.map(numberOf);
  const [first, second, third] = numbers;
  if (first === undefined || second === undefined || third === undefined) return null;
  if ((pieces[0] ?? '').length === 4) return day(first, second, third);
  const born = (pieces[2] ?? '').length > 2 ? third : century(third, year);
  return day(born, second, first) ?? day(born, first, second);
}

function numberOf(piece: string): number {
  if (/^\d{1,4}$/.test(piece)) return Number(piece);
  const month = months.findIndex((words) => words.includes(piece));
  return month < 0 ? Number.NaN : month + 1;
}

function century(short: number, year: number): number {
  const recent = Math.floor(year / 100) * 100 + short;
  return recent > year ? recent - 100 : recent;
}

function day(year: number, month: number, date: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const isDay = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return isDay && year >= 1850 && year <= 2200 ? at.toISOString().slice(0, 10) : null;
}
